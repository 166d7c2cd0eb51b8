// SPDX-License-Identifier: Apache-2.0
// Two languages that nobody speaks: one with words half as long again, one that is written from right to left.
// A layout that holds in them holds in languages that are still to come.
const LONG = Object.fromEntries([..."aeiouyAEIOUY"].map((c, n) => [c, `${c}${[..."àéîöûýÀÉÎÖÛÝ"][n]}`]));
const HEBREW = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyz"].map((c, n) => [c, [..."אבגדהוזחטיכלמנסעפצקרשתםןףץ"][n]]),
);

/** Plain words in the pseudo-language. Numbers and marks stay. */
export const VOICES = {
  "en-XA": (text) => [...text].map((c) => LONG[c] ?? c).join(""),
  "ar-XB": (text) => [...text].map((c) => HEBREW[c.toLowerCase()] ?? c).join(""),
};

const parts = (pattern, say) =>
  pattern.map((part) => {
    if (typeof part === "string") return say(part);
    if (!part.cases) return part;
    const cases = Object.entries(part.cases).map(([name, inner]) => [name, parts(inner, say)]);
    return { ...part, cases: Object.fromEntries(cases), or: parts(part.or, say) };
  });

const KEEP = new Set([
  "id", "kind", "functions", "flow", "skills", "systems", "kindness", "eyes", "cautions", "scene", "layout", "from",
  "practices", "see", "sources", "shelf", "author_role", "updated", "to", "path", "doi", "english",
]);

/** Every text of a file, with links and ids left as they are. */
const texts = (value, say) => {
  if (typeof value === "string") {
    return value.split(/(\]\([^)]*\)|\{[^}]*\}|\*\*)/).map((piece, n) => (n % 2 ? piece : say(piece))).join("");
  }
  if (Array.isArray(value)) return value.map((one) => texts(one, say));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, KEEP.has(name) ? one : texts(one, say)]));
  }
  return value;
};

/** A file of the app's in a pseudo-language. */
const spoken = (name, file, say) => {
  if (name !== "strings") return texts(file, say);
  return Object.fromEntries(Object.entries(file).map(([key, pattern]) => [key, parts(pattern, say)]));
};

/** Makes a context speak a pseudo-language: what the server has in English is said in it. */
export const speak = async (context, origin, tag) => {
  const say = VOICES[tag];
  await context.route(`**/data/${tag}/*.json`, async (route) => {
    const name = new URL(route.request().url()).pathname.match(/(\w+)\.json$/)[1];
    const file = await (await fetch(`${origin}/data/en/${name}.json`)).json();
    await route.fulfill({ json: spoken(name, file, say) });
  });
  await context.route("**/app/", async (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const response = await route.fetch();
    const page = (await response.text()).replace('data-languages="', `data-languages="${tag}=${tag}|`);
    await route.fulfill({ response, body: page });
  });
  await context.addInitScript((tag) => {
    if (location.protocol === "http:") localStorage.setItem("lang", tag);
  }, tag);
};

// SPDX-License-Identifier: Apache-2.0
// Everything works without a network after one visit. The site is one version, named by what is in it: what
// all languages share and the languages in use are kept whole or not at all. A new one waits until no page
// of the old one is open.

// Path to SHA-256 of its bytes, the languages, and the version's name, put in by the build.
const FILES = {};
const LANGUAGES = [];
const VERSION = "";

const PREFIX = "kindhold-";
const NAME = PREFIX + VERSION;
const MISSING = "/404.html";

/** Whether these are the bytes that belong to this version. */
const fits = async (response, hash) => {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("") === hash;
};

/** What an earlier version already has of it, so that an update costs little data. */
const kept = async (older, path, hash) => {
  for (const cache of older) {
    const response = await cache.match(path);
    if (response && (await fits(response, hash))) return response;
  }
  return undefined;
};

const fetched = async (path, hash) => {
  const response = await fetch(path, { cache: "no-cache", credentials: "omit" });
  // The page for addresses that do not exist says so in its status.
  const right = response.status === 200 || path === MISSING;
  if (!right || response.redirected || !(await fits(response, hash))) {
    throw new Error(`not the file of this version: ${path}`);
  }
  return response;
};

/** The language that a path belongs to; none for what all share. */
const languageOf = (path) =>
  LANGUAGES.find((tag) => path.startsWith(`/${tag}/`) || path.startsWith(`/data/${tag}/`));

/** The languages in use: those kept before, those of open pages, those that the device asks for. */
const inUse = async (older) => {
  const used = new Set();
  const note = (path) => used.add(languageOf(path));
  for (const cache of older) {
    for (const request of await cache.keys()) note(new URL(request.url).pathname);
  }
  for (const client of await clients.matchAll({ includeUncontrolled: true })) {
    note(new URL(client.url).pathname);
  }
  for (const asked of navigator.languages ?? []) {
    const [primary] = asked.split("-");
    used.add(LANGUAGES.find((tag) => tag === asked) ?? LANGUAGES.find((tag) => tag.split("-")[0] === primary));
  }
  used.delete(undefined);
  if (!used.size) used.add(LANGUAGES.includes("en") ? "en" : LANGUAGES[0]);
  return used;
};

const install = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  const older = await Promise.all(names.map((name) => caches.open(name)));
  const cache = await caches.open(NAME);
  try {
    const used = await inUse(older);
    const waiting = Object.entries(FILES).filter(([path]) => {
      const language = languageOf(path);
      return !language || used.has(language);
    });
    const carry = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [path, hash] = next;
        await cache.put(path, (await kept(older, path, hash)) ?? (await fetched(path, hash)));
      }
    };
    // Few at a time: the page that is being read goes first on a thin line.
    await Promise.all([carry(), carry(), carry()]);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

/** Keeps a language that has come into use. What cannot be had now is fetched the next time. */
const take = async (language) => {
  const cache = await caches.open(NAME);
  for (const [path, hash] of Object.entries(FILES)) {
    if (languageOf(path) !== language || (await cache.match(path))) continue;
    await cache.put(path, await fetched(path, hash));
  }
};

const activate = async () => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)),
  );
};

const find = async (path) => (await caches.open(NAME)).match(path, { ignoreSearch: true });

/** The same page in a language that is kept, for a language that is not and no network. */
const elsewhere = async (path) => {
  const language = languageOf(path);
  if (!language) return undefined;
  const rest = path.slice(language.length + 1);
  for (const tag of LANGUAGES) {
    const file = await find(`/${tag}${rest}`);
    if (file) return file;
  }
  return undefined;
};

const answer = async (request, path) => {
  const file = await find(path);
  if (file) return file;
  if (request.mode !== "navigate") return fetch(request);
  if (Object.hasOwn(FILES, `${path}/`)) return Response.redirect(`${path}/`, 301);
  try {
    return await fetch(request);
  } catch {
    return (await elsewhere(path)) ?? (await find(MISSING)) ?? Response.error();
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("message", (event) => {
  const language = event.data?.language;
  if (LANGUAGES.includes(language)) event.waitUntil(take(language).catch(() => {}));
});
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  // What is asked of the relay, and what readers ask, is never kept.
  if (/^\/(relay|questions)\//.test(url.pathname)) return;
  event.respondWith(answer(event.request, url.pathname));
});

// SPDX-License-Identifier: Apache-2.0
// The search of the library. The index is a file of our own site, kept for offline; what is typed goes
// nowhere. Without script the whole list stands there instead.
(() => {
  const form = document.getElementById("search");
  if (!form) return;
  const query = form.querySelector("#query");
  const found = form.querySelector("#found");
  const urgent = form.querySelector("#urgent");
  const results = form.querySelector("#results");
  const shelves = document.getElementById("shelves");
  const plural = new Intl.PluralRules(document.documentElement.lang);

  /** Lower case, accents off, everything that is neither letter nor digit a space. */
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/[\u0300-\u036f'’]/g, "")
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/ß/g, "ss")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();

  let loading;
  const index = () =>
    (loading ??= fetch(form.dataset.index)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error("no index"))))
      .then((read) => {
        for (const entry of read.entries) {
          entry.fields = [
            [12, ` ${fold(entry.title)}`],
            [6, ` ${fold(entry.lead)}`],
            [5, ` ${entry.heads}`],
            [1, ` ${entry.body}`],
          ];
        }
        return read;
      })
      .catch((error) => {
        loading = undefined;
        throw error;
      }));

  /** Each word of the query must begin a word of the article, or stand for it. */
  const weight = (read, entry, words) => {
    let sum = 0;
    for (const word of words) {
      let best = 0;
      for (const [points, text] of entry.fields) {
        if (text.includes(` ${word} `) || text.endsWith(` ${word}`)) best = Math.max(best, points * 2);
        else if (text.includes(` ${word}`)) best = Math.max(best, points);
      }
      for (const [alias, paths] of read.aliases) {
        if (alias.startsWith(word) && word.length > 2 && paths.includes(entry.path)) best = Math.max(best, 20);
      }
      if (best === 0) return 0;
      sum += best;
    }
    return sum;
  };

  const show = (entries) => {
    results.replaceChildren(
      ...entries.map((entry) => {
        const link = Object.assign(document.createElement("a"), { className: "door", href: entry.path });
        const title = Object.assign(document.createElement("span"), { textContent: entry.title });
        const lead = Object.assign(document.createElement("span"), { className: "soft small", textContent: entry.lead });
        link.append(title, lead);
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  };

  let asked = 0;
  const search = async () => {
    const mine = ++asked;
    const words = fold(query.value).split(" ").filter(Boolean);
    if (!words.length) {
      show([]);
      found.textContent = "";
      urgent.hidden = true;
      shelves.hidden = false;
      return;
    }
    let read;
    try {
      read = await index();
    } catch {
      found.textContent = form.dataset.missing;
      return;
    }
    if (mine !== asked) return;
    urgent.hidden = !read.urgent.some((start) => ` ${words.join(" ")}`.includes(` ${start}`));
    const hits = read.entries
      .map((entry) => [weight(read, entry, words), entry])
      .filter(([points]) => points > 0)
      .sort(([a], [b]) => b - a)
      .map(([, entry]) => entry);
    show(hits);
    shelves.hidden = true;
    const kind = hits.length === 0 ? "none" : plural.select(hits.length) === "one" ? "one" : "other";
    found.textContent = form.dataset[kind].replace("#", hits.length);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", search);
  form.hidden = false;
})();

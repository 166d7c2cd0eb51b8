// SPDX-License-Identifier: Apache-2.0
// The words on the screen, read from the content itself, so that a story names a string and not its
// wording of today.
import { readFileSync } from "node:fs";

const read = (name) => {
  const text = readFileSync(new URL(`../../content/en/ui/${name}.ftl`, import.meta.url), "utf8");
  const strings = new Map();
  let key;
  for (const line of text.split("\n")) {
    const start = /^([a-z][\w-]*) = ?(.*)$/i.exec(line);
    if (start) {
      key = start[1];
      strings.set(key, start[2]);
    } else if (key && /^\s+\S|^\}/.test(line)) {
      strings.set(key, `${strings.get(key)}\n${line.trim()}`);
    } else {
      key = undefined;
    }
  }
  return strings;
};

const strings = new Map(["app", "site", "start", "lines", "together", "reading", "measures", "choosing"].flatMap((name) => [...read(name)]));

const choose = (text, args) => {
  const plural = /^\{ \$(\w+) ->([\s\S]*)\}$/.exec(text);
  if (!plural) return text;
  const forms = new Map();
  for (const [, name, form] of plural[2].matchAll(/^\s*\*?\[(\w+)\] ?(.*)$/gm)) forms.set(name, form);
  const number = Number(args[plural[1]]);
  return forms.get(new Intl.PluralRules("en").select(number)) ?? forms.get("other");
};

let voice = (text) => text;

/** From here on words are those of a pseudo-language. */
export const speakAs = (say) => (voice = say);

/** The words for a key. */
export const t = (key, args = {}) => {
  const text = strings.get(key);
  if (text === undefined) throw new Error(`no such string: ${key}`);
  const pieces = choose(text, args).split(/\{ \$(\w+) \}/);
  return pieces.map((piece, n) => (n % 2 ? args[piece] : voice(piece))).join("");
};

/** The words for a key as the start of an accessible name. */
export const starting = (key, args) =>
  new RegExp(`^${t(key, args).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

// SPDX-License-Identifier: Apache-2.0
// Words that nobody writes by chance, and a search that finds them in any form in which they could have been left.

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const letters = (many) => Array.from({ length: many }, () => LETTERS[Math.floor(Math.random() * 26)]).join("");

/** What all private words of one run have in common; no name of it is in any other word. */
const PRIVATE = `q${letters(11)}`;
/** The same for words that are sent in the open on purpose. */
const OPEN = `z${letters(11)}`;

/** A private word for each name. */
export const privateWords = (...names) => Object.fromEntries(names.map((name) => [name, `${PRIVATE}${name}`]));

/** A word that is sent in the open. */
export const openWord = (name) => `${OPEN}${name}`;

const inBase64 = (bytes) =>
  [0, 1, 2].map((shift) => {
    // Letters at both ends also hold bits of their neighbours.
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const whole = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return Buffer.from(whole);
  });

const swapped = (bytes) => Buffer.from(bytes).swap16();

/** Every form of a word that is looked for. */
const forms = (word) => {
  const [plain, wide] = [Buffer.from(word), Buffer.from(word, "utf16le")];
  const written = [plain, wide, swapped(wide)];
  const hex = written.flatMap((bytes) => [bytes.toString("hex"), bytes.toString("hex").toUpperCase()]);
  return {
    "UTF-8": [plain],
    "UTF-16": [wide, swapped(wide)],
    hexadecimal: hex.map((text) => Buffer.from(text)),
    base64: written.flatMap(inBase64),
    capitals: [Buffer.from(word.toUpperCase())],
  };
};

const around = (bytes, at) => bytes.subarray(Math.max(0, at - 20), at + 60).toString("latin1").replace(/[^ -~]/g, "·");

/** Where any word that begins so is in these bytes, in words; empty when it is not there. */
const found = (start, bytes, where) =>
  Object.entries(forms(start)).flatMap(([form, all]) =>
    all
      .map((one) => bytes.indexOf(one))
      .filter((at) => at >= 0)
      .map((at) => `${where}, as ${form}: ${around(bytes, at)}`),
  );

/** Where private words are in these bytes. */
export const privateIn = (bytes, where) => found(PRIVATE, bytes, where);
/** Where open words are in these bytes. */
export const openIn = (bytes, where) => found(OPEN, bytes, where);

/** These bytes with a text blotted out wherever it stands. */
export const without = (bytes, text) => {
  const left = Buffer.from(bytes);
  for (const form of [Buffer.from(text), Buffer.from(text, "utf16le")]) {
    for (let at = left.indexOf(form); at >= 0; at = left.indexOf(form, at)) left.fill(0, at, at + form.length);
  }
  return left;
};

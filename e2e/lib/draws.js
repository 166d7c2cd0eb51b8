// SPDX-License-Identifier: Apache-2.0
// A browser whose keys are known beforehand: what it draws for a key is marked.
import { randomBytes } from "node:crypto";

/** Six bytes of a key in each eight: any thirteen bytes of it have them. */
const MARK = 6;

/**
 * From now on a context's pages draw marked keys, until a vault has been made. Names and nonces, which are not
 * secret, are drawn by the browser.
 * @returns `mark`; and `many(page)`, how many keys a page has drawn
 */
export const knownKeys = async (context) => {
  const mark = randomBytes(MARK);
  const know = ([mark, since]) => {
    if (location.protocol !== "http:" || localStorage.getItem(since)) return;
    const draw = crypto.getRandomValues.bind(crypto);
    window.keysDrawn = 0;
    crypto.getRandomValues = (into) => {
      if (into.length !== 32) return draw(into);
      const key = window.keysDrawn++;
      const byte = (_, n) => (n % 8 < mark.length ? mark[n % 8] : n % 8 === 6 ? key : n >> 3);
      into.set(Uint8Array.from({ length: 32 }, byte));
      return into;
    };
  };
  await context.addInitScript(know, [[...mark], "welcomed"]);
  return { mark, many: (page) => page.evaluate(() => window.keysDrawn) };
};

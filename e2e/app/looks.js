// SPDX-License-Identifier: Apache-2.0
// How a screen looks, held against what must be so; and the phones on which it is looked at.
import { THEMES, isAccessible } from "../lib/axe.js";
import { openProfile, overflow } from "../lib/browser.js";
import { untold } from "./wcag.js";

/** What cannot be hit by a thumb: targets under 44 px, links inside sentences left out (WCAG 2.5.8). */
const small = (page) =>
  page.evaluate(() => {
    const inSentence = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline";
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((e) => e.checkVisibility() && !inSentence(e))
      .map((e) => ({ e, box: (e.labels?.[0]?.contains(e) && e.type === "checkbox" ? e.labels[0] : e).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ e, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`);
  });

/** What is cut off: an element whose words are wider or higher than its box, which hides the rest. A
 * table that can be scrolled with the keyboard hides nothing. */
const clipped = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *, .bar *")]
      .filter((e) => e.checkVisibility() && !e.closest(".hidden-visually, svg, [role=region][tabindex='0']") && !["INPUT", "TEXTAREA", "SELECT", "OPTION"].includes(e.tagName))
      .filter((e) => {
        const style = getComputedStyle(e);
        const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
        const over = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
        const box = e.getBoundingClientRect();
        const outside = box.right > document.documentElement.clientWidth + 1 || box.left < -1;
        return (hides && over) || outside;
      })
      .map((e) => e.outerHTML.slice(0, 90)),
  );

/** What axe-core finds on a screen in each theme. */
export const inThemes = async (page, name) => {
  const found = [];
  for (const theme of THEMES) {
    await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
    await isAccessible(page, `${name}, ${theme}`).catch((error) => found.push(`${name}, ${theme}: ${error.message}`));
  }
  return found;
};

/** What sticks out, is cut off, or is too small to be hit; and fields whose words the browser would keep in a file. */
export const faultsOf = async (page, name) => {
  const found = [];
  const wide = await overflow(page);
  if (wide) found.push(`${name}: ${wide}`);
  for (const cut of await clipped(page)) found.push(`${name}: cut off ${cut}`);
  for (const target of await small(page)) found.push(`${name}: small ${target}`);
  for (const field of await untold(page)) found.push(`${name}: no autocomplete ${field}`);
  return found;
};

/** Somebody chose this in the settings before. An empty page has no storage to remember it in. */
export const choose = ([what, value]) => {
  if (location.protocol === "http:") localStorage.setItem(what, value);
};

/** What can be different about a phone. */
export const PHONES = {
  "as it comes": ({ another }) => another(),
  "on the narrowest screen": ({ another }) => another({ viewport: { width: 320, height: 560 } }),
  "with text twice as large on the device": async ({ t, adopt, origin }) =>
    adopt(await openProfile(t, { largeText: true, baseURL: origin, locale: "en-GB" })),
  "with very large text from the settings": async ({ another }) => {
    const context = await another();
    await context.addInitScript(choose, ["text", "3"]);
    return context;
  },
};

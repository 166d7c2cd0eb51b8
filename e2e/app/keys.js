// SPDX-License-Identifier: Apache-2.0
// Going about with the keyboard alone.
import { t } from "../lib/words.js";

/** What has the focus: its accessible words. */
export const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    return (e.getAttribute("aria-label") ?? e.textContent).trim();
  });

/** Presses Tab until something that begins with these words has the focus. */
export const tabTo = async (page, words) => {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).startsWith(words)) return;
  }
  throw new Error(`the keyboard does not reach “${words}”`);
};

/** Goes to a button and presses it. */
export const press = async (page, key, args) => {
  await tabTo(page, t(key, args));
  await page.keyboard.press("Enter");
};

/** What is first in keyboard order on the screen as it stands. */
export const firstStop = (page) =>
  page.evaluate(() => {
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility());
    if (stops.some((e) => e.tabIndex > 0)) return "an order of its own";
    return stops[0]?.className;
  });

// SPDX-License-Identifier: Apache-2.0
// A walk past the slower work and the library, with something of each kind kept. Titles are read from the
// screen, so that the walk is the same in every language.
import { back, button, home, on, settle, tap } from "./steps.js";
import { toLibrary, toProgramme } from "./slower.js";

/** One part of each kind and layout, by the number of its step and its place there, both from 0. */
const PARTS = [
  [0, 3], [1, 0], [1, 1], [1, 2], [2, 2], [4, 4], [5, 2], [6, 4], [7, 5], [8, 1], [10, 1],
];

/** Stops on every screen and calls `look(name)` there. */
export const slowerTour = async (page, look, parts = PARTS) => {
  await settle(page);
  await toProgramme(page);
  await look("programme");
  for (const [step, part] of parts) {
    await page.locator("main > .door").nth(step).click();
    await page.locator(".parts").waitFor();
    if (part === parts[0][1]) await look(`step ${step}`);
    await page.locator(".parts button").nth(part).click();
    await page.locator("h1:focus").waitFor();
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await look(`step ${step}, part ${part}`);
    if (await button(page, "keepsake-begin").isVisible()) await fill(page, look, `step ${step}, part ${part}`);
    await back(page);
    await page.locator(".parts").waitFor();
    await back(page);
    await on(page, "programme-title");
  }
  await back(page);
  await home(page);
  await toLibrary(page);
  await page.locator("main .door").nth(20).waitFor();
  await look("library");
  await page.fill("#query", "a");
  await page.locator("#results .door").first().waitFor();
  await look("library, found");
  for (const n of [0, 5]) {
    await page.locator("#results .door").nth(n).click();
    await page.locator("article .lead").waitFor();
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await look(`article ${n}`);
    await back(page);
    await page.fill("#query", "a");
    await page.locator("#results .door").first().waitFor();
  }
};

const fill = async (page, look, name) => {
  await tap(page, "keepsake-begin");
  await button(page, "keep").waitFor();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look(`${name}, form`);
  for (const field of await page.locator("textarea, main input[type=text]").all()) {
    await field.fill("Something that is quite long, so that it goes over more than one line on a small phone");
  }
  for (const group of await page.locator(".scale").all()) await group.locator("button").nth(7).click();
  for (const group of await page.locator("fieldset > .chips").all()) await group.locator(".chip").first().click();
  await tap(page, "keep");
  await page.locator("article.kept").first().waitFor();
  await look(`${name}, kept`);
};

// SPDX-License-Identifier: Apache-2.0
// A walk past the slower work and the library, with something of each kind kept. Titles are read from the
// screen, so that the walk is the same in every language.
import { t } from "../lib/words.js";
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
  const word = (await page.locator("main .door span").first().textContent()).trim().slice(0, 2);
  await page.fill("#query", word);
  await page.locator("#results .door").first().waitFor();
  await look("library, found");
  await page.locator("#results .door").first().click();
  await page.locator("article .lead").waitFor();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look("article");
};

/** Stops on every part of every step, and on every form. */
export const everyPart = async (page, look) => {
  await settle(page);
  await toProgramme(page);
  await page.locator("main > .door").first().waitFor();
  const steps = await page.locator("main > .door").count();
  for (let step = 0; step < steps; step += 1) {
    await page.locator("main > .door").nth(step).click();
    await page.locator(".parts").waitFor();
    const parts = await page.locator(".parts button").count();
    for (let part = 0; part < parts; part += 1) {
      await page.locator(".parts button").nth(part).click();
      await page.locator("h1:focus").waitFor();
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await look(`step ${step}, part ${part}`);
      if (await button(page, "keepsake-begin").isVisible()) {
        await tap(page, "keepsake-begin");
        await button(page, "keep").waitFor();
        for (const summary of await page.locator("main summary").all()) await summary.click();
        await look(`step ${step}, part ${part}, form`);
        await back(page);
      }
      await back(page);
      await page.locator(".parts").waitFor();
    }
    await back(page);
    await on(page, "programme-title");
  }
};

const fill = async (page, look, name) => {
  await tap(page, "keepsake-begin");
  await button(page, "keep").waitFor();
  for (const summary of await page.locator("main summary").all()) await summary.click();
  await look(`${name}, form`);
  for (const add of await page.locator("fieldset").getByRole("button", { name: t("add-a-line"), exact: true }).all()) await add.click();
  for (const field of await page.locator("textarea, main input[type=text]").all()) {
    await field.fill("Something that is quite long, so that it goes over more than one line on a small phone");
  }
  for (const group of await page.locator(".scale").all()) await group.locator("button").nth(7).click();
  for (const group of await page.locator("fieldset > .chips").all()) await group.locator(".chip").first().click();
  await tap(page, "keep");
  await page.locator("article.kept").first().waitFor();
  await look(`${name}, kept`);
};

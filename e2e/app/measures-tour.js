// SPDX-License-Identifier: Apache-2.0
// A walk past every screen of “How it is going”, with something on each.
import { add, card, choose, madeUp, toMeasures } from "./measures.js";
import { back, door, home, on, playThrough, settle, startFirst, tap, toOffers } from "./steps.js";

const NINE = "Nine made-up questions";

const everything = async (page) => {
  for (const summary of await page.locator("main summary").all()) if (await summary.isVisible()) await summary.click();
};

const nine = async (page, values, look) => {
  await card(page, NINE).locator("button.main-action").click();
  for (const [n, value] of values.entries()) {
    await page.locator("h1", { hasText: `Made-up question ${n + 1}` }).waitFor();
    if (n === 1 && look) await look("a question");
    await choose(page, `Made-up question ${n + 1}`, `Answer ${value}`);
  }
  if (values[8] > 0) {
    await on(page, "alert-title");
    if (look) await look("people and the plan first");
    await tap(page, "alert-go-on");
  }
  await on(page, "done-title");
};

const listAgain = async (page) => {
  await tap(page, "done-back");
  await on(page, "measures-title");
};

/** Stops on every screen and calls `look(name)` there. */
export const measuresTour = async (page, look) => {
  await settle(page);
  for (const functions of [["punish-self"], ["regulate-down"]]) {
    await toOffers(page, { strength: 8, functions });
    await startFirst(page);
    await playThrough(page);
    await tap(page, "helped-bit");
    await tap(page, "scale-of-ten", { n: 4 });
    await tap(page, "enough-for-now");
    await home(page);
  }
  await toMeasures(page);
  await add(page, madeUp());
  await card(page, NINE).waitFor();
  await nine(page, [1, 1, 0, 0, 0, 0, 0, 0, 0]);
  await look("done");
  await listAgain(page);
  await nine(page, [3, 3, 2, 2, 0, 0, 0, 0, 1], look);
  await look("done, harder");
  await listAgain(page);
  await everything(page);
  await look("list");
  for (const name of ["pictures", "report", "records", "research"]) {
    await door(page, `measures-${name}`).click();
    await on(page, `${name}-title`);
    if (name === "report") for (const chip of await page.locator(".chips.tall .chip").all()) await chip.click();
    await everything(page);
    await look(name);
    await back(page);
    await on(page, "measures-title");
  }
};

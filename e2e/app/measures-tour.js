// SPDX-License-Identifier: Apache-2.0
// A walk past every screen of “How it is going”, with something on each.
import { NINE, add, answerNine, card, madeUp, toMeasures } from "./measures.js";
import { back, door, meetUrge, on, settle, tap } from "./steps.js";

const everything = async (page) => {
  for (const summary of await page.locator("main summary").all()) if (await summary.isVisible()) await summary.click();
};

const listAgain = async (page) => {
  await tap(page, "done-back");
  await on(page, "measures-title");
};

/** Stops on every screen and calls `look(name)` there. */
export const measuresTour = async (page, look) => {
  await settle(page);
  for (const functions of [["punish-self"], ["regulate-down"]]) {
    await meetUrge(page, { functions });
  }
  await toMeasures(page);
  await add(page, madeUp());
  await card(page, NINE).waitFor();
  await answerNine(page, [1, 1, 0, 0, 0, 0, 0, 0, 0]);
  await look("done");
  await listAgain(page);
  await answerNine(page, [3, 3, 2, 2, 0, 0, 0, 0, 1], look);
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

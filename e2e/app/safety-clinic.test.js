// SPDX-License-Identifier: Apache-2.0
// What comes from a clinic asks and never presses; words that were noticed go nowhere.
import { deepEqual, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { NINE, add, answerNine, madeUp, toMeasures } from "./measures.js";
import { enter, kept, on, says, settle, tap } from "./steps.js";

story("questions that a clinic’s file calls required can all be skipped, and that is called no fault", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  ok(madeUp().item.every((item) => item.required));
  await (await add(page, madeUp())).filter({ hasText: t("measures-added", { title: NINE }) }).waitFor();
  await answerNine(page, Array(9).fill(null));
  await says(page, "done-no-score");
});

story("words that were noticed are sent nowhere, and the card says that only this device noticed", async ({ page, context, origin }) => {
  await settle(page);
  await kept(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await page.locator("textarea").fill("Rain all day.");
  await page.waitForTimeout(1500);
  const before = context.asked.length;
  await page.locator("textarea").fill("I don't want to be alive anymore. I keep thinking about killing myself.");
  const card = page.locator("main .sign");
  await card.getByText(t("signpost-private"), { exact: true }).waitFor();
  for (const key of ["people-title", "open-plan", "crisis-lines"]) ok(await card.getByText(t(key), { exact: true }).isVisible(), key);
  await tap(page, "keep");
  await on(page, "diary-title");
  const asked = context.asked.slice(before).filter((url) => !url.startsWith(`${origin}/app/signpost`));
  deepEqual(asked, [], "nothing is asked of anybody");
});

// SPDX-License-Identifier: Apache-2.0
// Questionnaires: answering, people and the plan first, numbers and what they can say, files that are none.
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { accept, answer, follow, invite, openClient, takeSeat } from "./together.js";
import { NINE, add, answerNine, answerWeekly, beginAnswering, card, choose, madeUp, toMeasures } from "./measures.js";
import { back, button, door, home, on, says, select, settle, tap } from "./steps.js";

/** From a finished questionnaire back to the list. */
const backToList = async (page) => {
  await tap(page, "done-back");
  await on(page, "measures-title");
};

story("the weekly check is answered on a phone without a network, one question a screen, and what is left open is no fault", async ({ page, context }) => {
  await settle(page);
  await toMeasures(page);
  await context.setOffline(true);
  await answerWeekly(page, [3, 1, null, 2, 4, 0, 2, 1]);
  await says(page, "done-no-score");
  await page.getByText(t("done-score", { name: t("scale-weekly-carried"), value: 6, least: 0, most: 16 })).waitFor();
  await page.getByText(t("measures-own-words")).first().waitFor();
  await backToList(page);
  await card(page, t("weekly-title")).getByText(/Last answered/).waitFor();
  await answerWeekly(page, [1, 2, 1, 2, 1, 0, 2, 1]);
  await page.getByText(t("done-score", { name: t("scale-weekly-hard"), value: 3, least: 0, most: 16 })).waitFor();
  await tap(page, "done-see");
  await on(page, "pictures-title");
  await page.getByRole("heading", { name: t("course-title", { name: t("scale-weekly-carried") }) }).waitFor();
});

story("what was answered halfway is kept when the page goes away, and goes on there", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  await beginAnswering(page, t("weekly-title"));
  await choose(page, t("weekly-item-1"), t("weekly-answer-2"));
  await choose(page, t("weekly-item-2"), t("weekly-answer-1"));
  await page.locator("h1", { hasText: t("weekly-item-3") }).waitFor();
  await page.goto("/app/");
  await home(page);
  await toMeasures(page);
  await tap(page, "measures-go-on");
  await page.locator("h1", { hasText: t("weekly-item-3") }).waitFor();
  await tap(page, "answering-before");
  equal(await page.getByRole("button", { name: t("weekly-answer-1"), exact: true }).getAttribute("aria-pressed"), "true");
});

story("an answer that speaks of death leads to people and the plan before anything else, and they can be reached from there", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  await (await add(page, madeUp())).filter({ hasText: t("measures-added", { title: NINE }) }).waitFor();
  await beginAnswering(page, NINE);
  for (let n = 1; n <= 8; n += 1) await choose(page, `Made-up question ${n}`, "Answer 0");
  await choose(page, "Made-up question 9", "Answer 1");
  await on(page, "alert-title");
  await says(page, "alert-nobody");
  equal(await page.locator("main a.door", { hasText: t("crisis-lines") }).count(), 1);
  await tap(page, "door-people");
  await on(page, "people-title");
  await back(page);
  await page.locator("h1", { hasText: "Made-up question 9" }).waitFor();
  await choose(page, "Made-up question 9", "Answer 1");
  await on(page, "alert-title");
  await tap(page, "alert-go-on");
  await on(page, "done-title");
  await page.getByText(t("done-score", { name: "PHQ-9", value: 1, least: 0, most: 27 })).waitFor();
});

story("harder is said gently, with somebody to turn to; easier and no more than measuring varies are said as they are", { timeout: 150_000 }, async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  await add(page, madeUp());
  await answerNine(page, [1, 1, 1, 1, 1, 0, 0, 0, 0]);
  await says(page, "done-one");
  await backToList(page);
  await answerNine(page, [2, 2, 1, 1, 1, 0, 0, 0, 0]);
  await page.getByText(/no larger than measuring itself varies/).waitFor();
  equal(await page.getByRole("heading", { name: t("worse-title") }).count(), 0);
  await backToList(page);
  await answerNine(page, [3, 3, 3, 3, 1, 0, 0, 0, 0]);
  await page.getByRole("heading", { name: t("worse-title") }).waitFor();
  await backToList(page);
  await answerNine(page, [1, 1, 0, 0, 0, 0, 0, 0, 0]);
  await page.getByText(/has become easier/).waitFor();
  const words = (await page.locator("main").innerText()).toLowerCase();
  for (const never of ["severe", "moderate", "risk", "mild"]) ok(!words.includes(never), never);
});

story("files that are no questionnaire are refused in a sentence, and nothing changes", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  for (const [file, why] of [
    ["{", "measures-bad-form"],
    ["[]", "measures-bad-form"],
    [{ resourceType: "Bundle", type: "collection" }, "measures-bad-form"],
    [{ resourceType: "Questionnaire", status: "active" }, "measures-bad-form"],
    ["x".repeat(1_000_001), "measures-bad-large"],
    [`${"[".repeat(5000)}${"]".repeat(5000)}`, "measures-bad-form"],
    [{ format: "kindhold-instrument", version: 1, checksum: "0".repeat(64), questionnaire: madeUp() }, "measures-bad-damaged"],
  ]) {
    const status = await add(page, file);
    await status.filter({ hasText: t(why) }).waitFor();
  }
  equal(await page.getByRole("button", { name: t("measures-answer"), exact: true }).count(), 1, "only the weekly check");
});

story("a questionnaire is offered as often as the person chose, on the first screen, and never more than a line", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  await card(page, t("weekly-title")).locator("summary").click();
  await tap(page, "cadence-7");
  await back(page);
  await home(page);
  await page.getByText(t("measures-due")).click();
  await on(page, "measures-title");
  await answerWeekly(page, [0, 0, 0, 0, 0, 0, 0, 0]);
  await backToList(page);
  await back(page);
  await home(page);
  equal(await page.getByText(t("measures-due")).count(), 0);
});

story("a counsellor offers a questionnaire; the person takes it in, answers, shows it; harder is a question to the counsellor", { timeout: 180_000 }, async ({ page, another, allow }) => {
  allow(/40[134]/);
  await settle(page);
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  await follow(page, await invite(desk, "Dr Reed"));
  await answer(page, { kinds: ["measures"], past: true });
  await accept(desk);
  await tap(page, "same-words-yes");
  await on(page, "shares-title");

  await openClient(desk, "Sam");
  await desk.getByText(t("picture-empty")).waitFor();
  await (await add(desk, madeUp(), "offer-measure-file")).filter({ hasText: NINE }).waitFor();
  await select(desk, "offer-measure").selectOption({ label: NINE });
  await tap(desk, "offer-do");
  await says(desk, "offer-done");

  await page.goto("/app/");
  await home(page);
  await door(page, "offers-door").click({ timeout: 30_000 });
  await on(page, "offers-door");
  await tap(page, "offered-measure-take");
  await says(page, "offered-measure-taken");
  await back(page);
  await home(page);
  await page.getByText(t("measures-due")).click();
  await on(page, "measures-title");
  await answerNine(page, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
  await backToList(page);
  await answerNine(page, [3, 3, 2, 2, 0, 0, 0, 0, 0]);
  await backToList(page);

  await back(desk);
  await on(desk, "caseload-title");
  const seen = async () => {
    await openClient(desk, "Sam");
    await desk.getByRole("heading", { name: t("course-title", { name: "PHQ-9" }) }).waitFor({ timeout: 4000 }).catch(() => {});
    const found = await desk.locator("section.questions").waitFor({ timeout: 4000 }).then(() => true, () => false);
    if (!found) {
      await back(desk);
      await on(desk, "caseload-title");
    }
    return found;
  };
  let shown = false;
  for (let n = 0; n < 6 && !shown; n += 1) shown = await seen();
  ok(shown, "the counsellor is asked");
  await desk.getByRole("heading", { name: t("course-title", { name: "PHQ-9" }) }).waitFor();
  const asked = await desk.locator("section.questions").innerText();
  ok(asked.includes("PHQ-9") && asked.includes(t("question-measure-might")), asked);
  deepEqual(await desk.locator("main").getByText(/severe|moderate|at risk/i).count(), 0);
});

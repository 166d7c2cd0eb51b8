// SPDX-License-Identifier: Apache-2.0
// Whether what is offered at an urge learns: switched on, it follows the person's own words; switched off, the order stands.
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { faultsOf, inThemes } from "./looks.js";
import { toMeasures } from "./measures.js";
import { button, door, home, kept, meetUrge, on, offers, says, settle, tap, titles, toOffers } from "./steps.js";

/** What `choosing-so-far` says of nothing. */
const NOTHING_YET = "So far there is nothing to learn from.";

/** To the screen on what is offered, from the first screen. The fuller app is loaded the first time. */
const toChoosing = async (page) => {
  await tap(page, "settings-title");
  await on(page, "settings-title");
  await door(page, "choosing-title").click();
  await on(page, "choosing-title");
};

const startAgain = async (page) => {
  await page.reload();
  await home(page);
};

/** Leaves the offers without taking one, as somebody does who closes the app. */
const leaveOffers = (page) => startAgain(page);

story("it is off until somebody turns it on, and can be turned off and begun afresh", async ({ page }) => {
  await settle(page);
  await toChoosing(page);
  equal(await button(page, "choosing-same").getAttribute("aria-pressed"), "true");
  await page.getByText(NOTHING_YET).waitFor();
  await tap(page, "choosing-learn");
  await page.locator("[aria-pressed=true]", { hasText: t("choosing-learn") }).waitFor();
  await startAgain(page);
  await meetUrge(page, { strength: 6, functions: ["regulate-down"], helped: "lot", after: 2 });
  await toChoosing(page);
  equal(await button(page, "choosing-learn").getAttribute("aria-pressed"), "true");
  await says(page, "choosing-so-far", { n: 1 });
  await tap(page, "choosing-forget");
  await says(page, "choosing-forget-question");
  await tap(page, "choosing-forget-yes");
  await says(page, "choosing-forgot");
  await page.getByText(NOTHING_YET).waitFor();
  await tap(page, "choosing-same");
  await page.locator("[aria-pressed=true]", { hasText: t("choosing-same") }).waitFor();
  await startAgain(page);
  const seen = [];
  for (let n = 0; n < 3; n += 1) {
    await toOffers(page, { strength: 6, functions: ["belong"] });
    seen.push(await titles(page));
    await leaveOffers(page);
  }
  deepEqual(seen[0], seen[1]);
  deepEqual(seen[1], seen[2]);
});

story("turned on, what helped comes again with its reason, others vary, and people stand below as ever", { timeout: 180_000 }, async ({ page, context }) => {
  await settle(page);
  await toChoosing(page);
  await tap(page, "choosing-learn");
  await page.locator("[aria-pressed=true]", { hasText: t("choosing-learn") }).waitFor();
  await startAgain(page);
  await kept(page);
  await context.setOffline(true);
  const title = await meetUrge(page, { strength: 6, functions: ["regulate-down"], helped: "lot", after: 1 });
  let again = 0;
  const all = new Set();
  for (let n = 0; n < 6; n += 1) {
    await toOffers(page, { strength: 6, functions: ["regulate-down"] });
    equal(await offers(page).count(), 3);
    ok(await page.getByText(t("be-with-someone"), { exact: true }).isVisible());
    const now = await titles(page);
    equal(new Set(now).size, 3);
    for (const why of await offers(page).locator(".why").allTextContents()) ok(why.length > 5, "a reason");
    if (now.includes(title)) {
      again += 1;
      equal(await offers(page).filter({ hasText: title }).locator(".why").textContent(), t("why-helped-before"));
    }
    all.add(now.join());
    await leaveOffers(page);
  }
  ok(again >= 3, `${again} of 6 times`);
  ok(all.size > 1, "something varies");
});

story("turned on, holding off something worse is never varied, and the plan and people come first", async ({ page }) => {
  await settle(page);
  const before = async () => {
    await toOffers(page, { strength: 9, functions: ["hold-off"] });
    const seen = await titles(page);
    ok(await button(page, "open-plan").isVisible());
    await leaveOffers(page);
    return seen;
  };
  const fixed = await before();
  await toChoosing(page);
  await tap(page, "choosing-learn");
  await page.locator("[aria-pressed=true]", { hasText: t("choosing-learn") }).waitFor();
  await startAgain(page);
  for (let n = 0; n < 3; n += 1) deepEqual(await before(), fixed);
});

story("the screen on what is offered is easy to use in every theme and fits a small phone", async ({ page }) => {
  await settle(page);
  await toChoosing(page);
  await tap(page, "choosing-learn");
  deepEqual([...(await inThemes(page, "choosing")), ...(await faultsOf(page, "choosing"))], []);
});

const PLAN = {
  format: "kindhold-trial",
  version: 1,
  study: "Evenings",
  title: "What helps in the evening",
  run_by: "A made-up clinic",
  contact: "study@clinic.example",
  first_day: "2026-01-01",
  last_day: "2028-12-31",
  even: 1,
  treatment: { kindness: ["received", "own"] },
  outcome: "change",
  smallest: 20,
};

const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

story("a study that lets chance choose has a yes of its own, draws while it is given, and stops at once", { timeout: 180_000 }, async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  await door(page, "measures-research").click();
  await on(page, "research-title");
  const pick = (text) => page.getByLabel(t("trial-pick"), { exact: true }).setInputFiles(file("study.json", text));
  await pick("{ not a plan");
  await tap(page, "trial-look");
  await says(page, "trial-bad-form");
  await pick(JSON.stringify({ ...PLAN, version: 2 }));
  await tap(page, "trial-look");
  await says(page, "trial-bad-version");
  await pick(JSON.stringify(PLAN));
  await tap(page, "trial-look");
  await page.getByRole("heading", { name: PLAN.title }).waitFor();
  ok(await button(page, "trial-yes").isDisabled());
  deepEqual([...(await inThemes(page, "trial")), ...(await faultsOf(page, "trial"))], []);
  await page.getByLabel(t("trial-agree"), { exact: true }).check();
  await tap(page, "trial-yes");
  await page.getByText(t("trial-what"), { exact: true }).waitFor();
  const drawn = async () => {
    const seen = new Set();
    for (let n = 0; n < 4; n += 1) {
      await startAgain(page);
      await toOffers(page, { strength: 6, functions: ["punish-self"] });
      seen.add((await titles(page)).join());
    }
    return seen.size;
  };
  ok((await drawn()) > 1, "chance chooses");
  await startAgain(page);
  await toMeasures(page);
  await door(page, "measures-research").click();
  await on(page, "research-title");
  await tap(page, "research-take-back");
  await says(page, "trial-take-back-question");
  await page.locator(".note.warm").getByRole("button", { name: t("research-take-back"), exact: true }).click();
  await says(page, "trial-taken-back", { study: PLAN.study });
  equal(await drawn(), 1);
});

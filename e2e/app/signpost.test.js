// SPDX-License-Identifier: Apache-2.0
// Words that ask for help: the plan and people beside them, before and after they are kept; nothing stored, no gate.
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { faultsOf, inThemes } from "./looks.js";
import { toProgramme } from "./slower.js";
import { back, button, enter, home, kept, on, rows, settle, tap } from "./steps.js";

const HEAVY = {
  en: "I don't want to be alive anymore. I keep thinking about killing myself.",
  fr: "Je n'en peux plus, je veux mourir. Je pense tout le temps à me tuer.",
  es: "Ya no quiero vivir. Pienso todo el tiempo en matarme.",
  de: "Ich will nicht mehr leben. Ich denke dauernd daran, mich umzubringen.",
};
const LIGHT = [
  "Dead tired today, this homework is killing me. Pasta again for dinner and it was good.",
  "I am not suicidal, I just want this week to be over. My sister made me laugh.",
];

const sign = (page) => page.locator("main .sign");

/** Long enough that a sign would have come. */
const still = (page) => page.waitForTimeout(1500);

for (const [language, words] of Object.entries(HEAVY)) {
  story(`heavy words are met before they are kept and once more after, in ${language}, with no network`, async ({ page, context }) => {
    await settle(page);
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await home(page);
    await enter(page, "door-diary", "diary-title");
    await tap(page, "diary-new");
    await page.locator("textarea").fill(words);
    await sign(page).waitFor();
    ok(await sign(page).getByText(t("signpost-lead"), { exact: true }).isVisible());
    const before = await rows(page);
    await still(page);
    deepEqual(await rows(page), before, "nothing is written about it");
    await tap(page, "keep");
    await on(page, "diary-title");
    await page.getByText(words.slice(0, 30)).waitFor();
    await sign(page).waitFor();
    await sign(page).getByRole("button", { name: t("open-plan"), exact: true }).click();
    await on(page, "plan-title");
    await back(page);
    await on(page, "diary-title");
    equal(await sign(page).count(), 0);
  });
}

story("light words that only sound alike are left alone, and words that are made lighter lose the sign", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  for (const words of LIGHT) {
    await page.locator("textarea").fill(words);
    await still(page);
    equal(await sign(page).count(), 0, words);
  }
  await page.locator("textarea").fill(HEAVY.en);
  await sign(page).waitFor();
  await page.locator("textarea").fill(LIGHT[0]);
  await sign(page).waitFor({ state: "detached" });
});

story("letters and messages are met too, whoever writes is never stopped, and it is easy to use", async ({ page }) => {
  await settle(page);
  await enter(page, "door-letters", "letters-title");
  await tap(page, "letter-new");
  await page.locator("textarea").fill(HEAVY.en);
  await sign(page).waitFor();
  deepEqual([...(await inThemes(page, "sign")), ...(await faultsOf(page, "sign"))], []);
  await tap(page, "keep");
  await on(page, "letters-title");
  await sign(page).waitFor();
  await back(page);
  await home(page);
  equal(await sign(page).count(), 0);
  await enter(page, "door-words", "words-title");
  const message = page.locator("section.card", { hasText: t("words-message") });
  await message.locator("textarea").fill(HEAVY.en);
  await sign(page).waitFor();
  await message.getByRole("button", { name: t("keep"), exact: true }).click();
  await message.getByText(HEAVY.en, { exact: true }).waitFor();
  ok(await sign(page).isVisible());
});

story("what is written in the programme is met under the field it was written in, and once more after it is kept", async ({ page }) => {
  await settle(page);
  await toProgramme(page);
  const steps = page.locator("main > .door");
  await steps.first().waitFor();
  // The letter: a form of several fields.
  await steps.last().click();
  await page.locator(".parts").waitFor();
  const parts = page.locator(".parts button");
  for (let n = 0; n < (await parts.count()); n += 1) {
    await parts.nth(n).click();
    await page.locator("h1:focus").waitFor();
    if (await button(page, "keepsake-begin").isVisible()) break;
    await back(page);
    await page.locator(".parts").waitFor();
  }
  await tap(page, "keepsake-begin");
  const first = page.locator("textarea").first();
  await first.fill(HEAVY.en);
  await sign(page).waitFor();
  const [field, card, next] = await Promise.all([first, sign(page), page.locator("textarea").nth(1)].map((l) => l.boundingBox()));
  ok(card.y > field.y && card.y < next.y, "it stands under the field");
  await page.locator("textarea").nth(1).fill(LIGHT[0]);
  await still(page);
  equal(await sign(page).count(), 1, "a light field takes back no other's");
  await tap(page, "keep");
  await page.locator("h1:focus").waitFor();
  await sign(page).waitFor();
  await back(page);
  await page.locator(".parts").waitFor();
  equal(await sign(page).count(), 0);
});

story("without its module everything else goes on", async ({ page, allow }) => {
  allow(/ERR_FAILED/);
  await page.route("**/app/signpost*", (route) => route.abort());
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await page.locator("textarea").fill(HEAVY.en);
  await still(page);
  await tap(page, "keep");
  await on(page, "diary-title");
  await page.getByText(HEAVY.en).waitFor();
});

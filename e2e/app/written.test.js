// SPDX-License-Identifier: Apache-2.0
// Diary, letters, own words.
import { equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  back, button, enter, field, home, on, playThrough, says, settle, startFirst, tap, toOffers, write,
} from "./steps.js";

const again = async (page, label, title) => {
  await page.reload();
  await home(page);
  await enter(page, label, title);
};

story("a diary entry keeps feelings, also numb and don’t know, words and a check-in", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await tap(page, "feeling-numb");
  await tap(page, "feeling-dont-know");
  await page.locator("textarea").fill("Fog all day.\nA dog said hello.");
  await page.getByText(t("diary-check-in"), { exact: true }).click();
  await tap(page, "scale-of-ten", { n: 4 });
  await tap(page, "keep");
  await on(page, "diary-title");
  await again(page, "door-diary", "diary-title");
  const card = page.locator("button.door", { hasText: "Fog all day." });
  ok((await card.textContent()).includes(t("feeling-numb")));
  ok((await card.textContent()).includes(t("feeling-dont-know")));
  await card.click();
  await page.locator("textarea").waitFor();
  equal(await page.locator("textarea").inputValue(), "Fog all day.\nA dog said hello.");
  await page.getByText(t("diary-check-in"), { exact: true }).click();
  equal(await button(page, "scale-of-ten", { n: 4 }).getAttribute("aria-pressed"), "true");
});

story("feelings, words and the check-in can each be left out", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await tap(page, "feeling-calm");
  await tap(page, "keep");
  await on(page, "diary-title");
  await write(page, "Only words.");
  await tap(page, "diary-new");
  await page.getByText(t("diary-check-in"), { exact: true }).click();
  await tap(page, "scale-of-ten", { n: 0 });
  await tap(page, "leave-out");
  await tap(page, "keep");
  await on(page, "diary-title");
  equal(await page.locator("button.door").count(), 2);
});

story("an entry can be changed, and deleted after a plain question", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "The first wording.");
  await page.getByText("The first wording.").click();
  await page.locator("textarea").fill("The second wording.");
  await tap(page, "keep");
  await on(page, "diary-title");
  await page.getByText("The second wording.").waitFor();
  equal(await page.getByText("The first wording.").count(), 0);
  await page.getByText("The second wording.").click();
  await tap(page, "delete");
  await says(page, "delete-question");
  await tap(page, "keep-it");
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await on(page, "diary-title");
  equal(await page.locator("button.door").count(), 0);
  await again(page, "door-diary", "diary-title");
  equal(await page.locator("button.door").count(), 0);
});

story("entries stand newest first, and many are shown a piece at a time", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-20T08:00:00Z") });
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  for (let n = 1; n <= 32; n++) {
    await write(page, `Entry number ${n}.`);
    await page.clock.fastForward(60_000);
  }
  const cards = page.locator("button.door");
  equal(await cards.count(), 30);
  ok((await cards.first().textContent()).includes("Entry number 32."));
  await tap(page, "show-more");
  await page.getByText("Entry number 1.", { exact: true }).waitFor();
  equal(await cards.count(), 32);
});

story("what was written without “save” is there after going back", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await page.locator("textarea").fill("Half a thou");
  await page.goBack();
  await on(page, "diary-title");
  await page.getByText("Half a thou").waitFor();
  equal(await page.locator("button.door").count(), 1);
  await again(page, "door-diary", "diary-title");
  await page.getByText("Half a thou").waitFor();
});

story("opening an entry and going back writes nothing", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await page.locator("textarea").waitFor();
  await back(page);
  await on(page, "diary-title");
  equal(await page.locator("button.door").count(), 0);
});

story("a letter can be begun with a first line, kept, changed and deleted", async ({ page }) => {
  await settle(page);
  await enter(page, "door-letters", "letters-title");
  await tap(page, "letter-new");
  await on(page, "letter-title");
  await field(page, "letter-to").fill("To the part that is loud");
  await tap(page, "letter-begin-wish");
  const text = page.locator("textarea");
  equal(await text.inputValue(), `${t("letter-begin-wish")} `);
  await text.pressSequentially("a quiet morning.");
  await tap(page, "keep");
  await on(page, "letters-title");
  await again(page, "door-letters", "letters-title");
  await page.getByRole("button", { name: "To the part that is loud" }).click();
  await on(page, "letter-title");
  equal(await text.inputValue(), `${t("letter-begin-wish")} a quiet morning.`);
  await text.fill("A quiet week.");
  await tap(page, "keep");
  await on(page, "letters-title");
  await page.getByRole("button", { name: "To the part that is loud" }).click();
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await on(page, "letters-title");
  await again(page, "door-letters", "letters-title");
  equal(await page.locator("button.door").count(), 0);
});

story("own words are kept by kind, and a friend’s line comes up after a practice", async ({ page }) => {
  await settle(page);
  await enter(page, "door-words", "words-title");
  for (const kind of ["friend", "message", "reason"]) {
    const section = page.locator("section.card", { hasText: t(`words-${kind}`) });
    await field(page, `words-${kind}-label`).fill(`A line for ${kind}`);
    await section.getByRole("button", { name: t("keep") }).click();
    await section.locator("li", { hasText: `A line for ${kind}` }).waitFor();
    equal(await field(page, `words-${kind}-label`).inputValue(), "");
  }
  await again(page, "door-words", "words-title");
  for (const kind of ["friend", "message", "reason"]) {
    await page.locator("section.card", { hasText: t(`words-${kind}`) }).locator("li", { hasText: `A line for ${kind}` }).waitFor();
  }
  await page.locator("li", { hasText: "A line for reason" }).getByRole("button", { name: t("remove") }).click();
  await page.locator("li", { hasText: "A line for reason" }).waitFor({ state: "detached" });
  await back(page);
  await home(page);
  await toOffers(page);
  await startFirst(page);
  await playThrough(page);
  await page.locator(".kind-line", { hasText: "A line for friend" }).waitFor();
});

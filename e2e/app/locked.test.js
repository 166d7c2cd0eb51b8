// SPDX-License-Identifier: Apache-2.0
import { deepEqual, equal, ok } from "node:assert/strict";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  APP, PASSCODE, back, button, door, enter, field, home, hide, kept, on, playThrough, rows, says, select, settle,
  show, startFirst, tap, toLock, toOffers, unlock, write, writePlan,
} from "./steps.js";

const PRIVATE = "The heron came back to the canal.";

const lockedWithSomethingIn = async (page) => {
  await settle(page, { passcode: PASSCODE });
  await enter(page, "door-diary", "diary-title");
  await write(page, PRIVATE);
  await back(page);
  await home(page);
  await writePlan(page, { people: [{ name: "Grandad", phone: "020 7946 0002" }] });
  await page.reload();
  await on(page, "locked-title");
};

story("with a passcode, opening the app again shows the lock and nothing of what is in it", async ({ page }) => {
  await lockedWithSomethingIn(page);
  await says(page, "locked-help-first");
  const html = await page.content();
  for (const secret of [PRIVATE, "Grandad", "7946"]) ok(!html.includes(secret));
  ok(await button(page, "door-urge").isVisible());
  ok(await page.getByRole("link", { name: t("door-right-now") }).isVisible());
  ok(await page.getByRole("link", { name: t("crisis-lines") }).isVisible());
  await unlock(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText(PRIVATE).waitFor();
});

story("the whole path of an urge works while locked, and nothing of it is written", async ({ page }) => {
  await lockedWithSomethingIn(page);
  const before = await rows(page);
  await toOffers(page, { strength: 9, functions: ["punish-self", "hold-off"] });
  await says(page, "people-locked");
  await startFirst(page);
  await playThrough(page);
  await tap(page, "helped-lot");
  await tap(page, "scale-of-ten", { n: 9 });
  await says(page, "after-still-high");
  await tap(page, "be-with-someone");
  await on(page, "people-title");
  await says(page, "people-locked");
  ok(await page.getByRole("link", { name: t("crisis-lines") }).isVisible());
  deepEqual(await rows(page), before);
  await page.goto(APP);
  await unlock(page);
  deepEqual(await rows(page), before);
  await enter(page, "door-helps", "helps-title");
  await says(page, "helps-nothing-yet");
});

story("from people while locked the passcode opens the person's own people", async ({ page }) => {
  await lockedWithSomethingIn(page);
  await toOffers(page, { functions: ["hold-off"] });
  await tap(page, "people-unlock");
  await on(page, "locked-title");
  await unlock(page);
  await enter(page, "door-people", "people-title");
  await page.getByRole("link", { name: t("call-named", { name: "Grandad" }) }).waitFor();
});

story("a wrong passcode is answered with one sentence and changes nothing; the right one opens", async ({ page }) => {
  await lockedWithSomethingIn(page);
  const before = await rows(page);
  for (const wrong of ["a quiet red bicycl", `${PASSCODE} `, PASSCODE.toUpperCase(), ""]) {
    await page.locator("#passcode").fill(wrong);
    await tap(page, "locked-open");
    await page.getByRole("alert").filter({ hasText: t("trouble-wrong-passcode") }).waitFor();
    await page.locator("#passcode:focus").waitFor();
  }
  deepEqual(await rows(page), before);
  await unlock(page);
});

story("the passcode can be changed: the old one opens nothing any more, the new one everything", async ({ page }) => {
  await lockedWithSomethingIn(page);
  await unlock(page);
  await toLock(page);
  await says(page, "lock-has-passcode");
  const changed = "three slow green trams";
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await field(page, "passcode-new").fill(changed);
  await field(page, "passcode-again").fill(changed);
  await tap(page, "keep");
  await page.getByText(t("passcode-is-set")).waitFor();
  await tap(page, "lock-now");
  await on(page, "locked-title");
  await page.locator("#passcode").fill(PASSCODE);
  await tap(page, "locked-open");
  await page.getByText(t("trouble-wrong-passcode")).waitFor();
  await unlock(page, changed);
  await enter(page, "door-diary", "diary-title");
  await page.getByText(PRIVATE).waitFor();
});

story("a passcode can be set later and taken away again", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, PRIVATE);
  await back(page);
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await says(page, "lock-has-none");
  await field(page, "passcode-new").fill(PASSCODE);
  await field(page, "passcode-again").fill(PASSCODE);
  await tap(page, "keep");
  await page.getByText(t("passcode-is-set")).waitFor();
  await page.reload();
  await on(page, "locked-title");
  await unlock(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "lock-take-away");
  await page.getByText(t("passcode-is-gone")).waitFor();
  await page.reload();
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText(PRIVATE).waitFor();
});

story("whoever finds the app open cannot change its lock without the passcode", async ({ page }) => {
  await lockedWithSomethingIn(page);
  await unlock(page);
  await toLock(page);
  const theirs = "somebody else was here";
  for (const typed of ["", "what it might be"]) {
    await field(page, "lock-passcode-now").fill(typed);
    await field(page, "passcode-new").fill(theirs);
    await field(page, "passcode-again").fill(theirs);
    await tap(page, "keep");
    await page.getByText(t("trouble-wrong-passcode")).waitFor();
    equal(await field(page, "passcode-new").inputValue(), theirs, "what was typed stays, to be tried again");
    await tap(page, "lock-take-away");
    await page.getByText(t("trouble-wrong-passcode")).waitFor();
  }
  await says(page, "lock-has-passcode");
  await tap(page, "lock-now");
  await on(page, "locked-title");
  await page.locator("#passcode").fill(theirs);
  await tap(page, "locked-open");
  await page.getByText(t("trouble-wrong-passcode")).waitFor();
  await unlock(page);
});

story("it locks after being away as long as the person chose, not before", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-20T22:00:00Z") });
  await settle(page, { passcode: PASSCODE });
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await select(page, "lock-after").selectOption({ label: t("lock-after-1") });
  await back(page);
  await on(page, "settings-title");
  await hide(page);
  await page.clock.fastForward(50_000);
  await show(page);
  await on(page, "settings-title");
  await hide(page);
  await page.clock.fastForward(61_000);
  await show(page);
  await on(page, "locked-title");
});

story("it locks at once after a moment away when the person chose that", async ({ page }) => {
  await settle(page, { passcode: PASSCODE });
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await select(page, "lock-after").selectOption({ label: t("lock-after-0") });
  await hide(page);
  await show(page);
  await on(page, "locked-title");
});

story("words that were being written when it locked are there afterwards", async ({ page }) => {
  await settle(page, { passcode: PASSCODE });
  await page.evaluate(() => localStorage.setItem("lock-after", "0"));
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await page.locator("textarea").fill(PRIVATE);
  const { log } = await rows(page);
  await hide(page);
  // It locks as soon as they are kept, and starts again: for a moment there is no page to ask.
  await until("the words to be kept", async () => (await rows(page).catch(() => ({ log }))).log > log);
  await show(page);
  await on(page, "locked-title");
  await unlock(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText(PRIVATE).waitFor();
});

story("the lock and what opens it work with no network", async ({ page, context }) => {
  await settle(page, { passcode: PASSCODE });
  await kept(page);
  await context.setOffline(true);
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await tap(page, "lock-now");
  await on(page, "locked-title");
  equal(new URL(page.url()).pathname, APP);
  await unlock(page);
});

story("a forgotten passcode: everything can be erased from the lock, after a plain question", async ({ page }) => {
  await lockedWithSomethingIn(page);
  await page.getByText(t("locked-forgot"), { exact: true }).click();
  await tap(page, "erase-title");
  await on(page, "erase-title");
  ok(await button(page, "erase-do").isDisabled());
  await page.getByRole("checkbox").check();
  await tap(page, "erase-do");
  await on(page, "welcome-language");
  equal((await rows(page)).log ?? 0, 0);
  deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

// SPDX-License-Identifier: Apache-2.0
// The slower work: reading, trying, keeping; each thing that is kept is drawn, changed, and goes where it can
// be of use.
import { equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  back, button, door, enter, home, on, playThrough, says, settle, startFirst, tap, toOffers, writePlan,
} from "./steps.js";
import { begin, heading, openPart, openStep, toProgramme } from "./slower.js";

/** A size of a field, by what is asked. */
const size = (page, label, n) =>
  page.getByRole("group", { name: label, exact: true }).getByRole("button", { name: t("scale-of-ten", { n }), exact: true });

story("three systems are drawn from one's own last urge, kept, changed, and there after a restart", async ({ page }) => {
  await settle(page);
  await toOffers(page, { strength: 8, functions: ["punish-self"] });
  await startFirst(page);
  await playThrough(page);
  await tap(page, "helped-bit");
  await tap(page, "scale-of-ten", { n: 5 });
  await tap(page, "enough-for-now");
  await home(page);

  await toProgramme(page);
  await openStep(page, "Three systems in you");
  await openPart(page, "Alarm, wanting, warmth");
  await page.getByRole("button", { name: t("enough-for-now"), exact: true }).click();
  await heading(page, "Three systems in you");
  ok((await door(page, "programme-title").count()) === 0);
  ok((await page.getByRole("button", { name: /^Alarm, wanting, warmth/ }).innerText()).includes(t("programme-been")));

  await openPart(page, "My three systems");
  await begin(page);
  await page.locator("main .note").first().waitFor();
  equal(await size(page, "How loud was it?", 8).getAttribute("aria-pressed"), "true", "as strong as the urge was");
  ok((await page.getByLabel("What I wanted").inputValue()).includes(t("function-punish-self")));
  await page.getByLabel("What set the alarm off").fill("The look on her face");
  await size(page, "How hard did the wanting pull?", 6).click();
  await tap(page, "keep");
  const drawn = page.locator("article.kept");
  await drawn.getByText("The look on her face").waitFor();
  const name = await drawn.locator("svg.circles").getAttribute("aria-label");
  ok(name.includes(t("systems-size", { name: t("system-threat"), n: 8 })), name);
  const radius = (system) => drawn.locator(`.circle-${system} circle`).getAttribute("r").then(Number);
  ok((await radius("threat")) > (await radius("drive")), "the louder one is larger");

  await tap(page, "keepsake-change");
  await page.getByLabel("What warmth there was").fill("The dog on the stairs");
  await back(page);
  await drawn.getByText("The dog on the stairs").waitFor();
  await page.reload();
  await home(page);
  await toProgramme(page);
  await openStep(page, "Three systems in you");
  await openPart(page, "My three systems");
  await drawn.getByText("The dog on the stairs").waitFor();
  equal(await drawn.count(), 1, "it was changed, not kept twice");
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await drawn.waitFor({ state: "detached" });
  await button(page, "keepsake-begin").waitFor();
});

story("a form that is left keeps what was written, and one that was only looked at keeps nothing", async ({ page }) => {
  await settle(page);
  await writePlan(page, { alone: ["The long playlist"] });
  await toProgramme(page);
  await openStep(page, "A plan and a kit");
  const keeps = page.locator(".parts button", { hasText: t("part-keep") });
  await keeps.first().click();
  await begin(page);
  await back(page);
  await button(page, "keepsake-begin").waitFor();
  await begin(page);
  await page.getByRole("button", { name: t("add-a-line"), exact: true }).first().click();
  await page.locator(".rows input").first().fill("A very small thing");
  await back(page);
  await page.locator("article.kept", { hasText: "A very small thing" }).waitFor();
  await back(page);
  ok((await keeps.first().innerText()).includes(t("programme-kept", { n: 1 })));
});

story("the critic's log takes more than one, newest first", async ({ page }) => {
  await settle(page);
  await toProgramme(page);
  await openStep(page, "What the critic is for");
  await openPart(page, "The critic’s log");
  for (const words of ["First it said this", "Then it said that"]) {
    await begin(page, words.startsWith("Then"));
    await page.locator("textarea").first().fill(words);
    await tap(page, "keep");
    await page.locator("article.kept", { hasText: words }).waitFor();
  }
  const all = await page.locator("article.kept").allInnerTexts();
  equal(all.length, 2);
  ok(all[0].includes("Then it said that"));
});

story("a letter goes among the letters, a message among one's own words, a kit into the plan", async ({ page }) => {
  await settle(page);
  await toProgramme(page);
  await openStep(page, "A letter, and what comes next");
  await page.locator(".parts button", { hasText: t("part-keep") }).first().click();
  await begin(page);
  await page.locator("textarea").first().fill("Dear me at the window,");
  await tap(page, "keep");
  await page.locator(".letter", { hasText: "Dear me at the window," }).waitFor();
  await tap(page, "keepsake-to-letters");
  await says(page, "keepsake-in-letters");

  await page.goto("/app/");
  await home(page);
  await toProgramme(page);
  await openStep(page, "Asking, and saying no");
  await page.locator(".parts button", { hasText: t("part-keep") }).first().click();
  await begin(page);
  await page.getByRole("textbox").first().fill("Jo");
  await tap(page, "keep");
  await page.locator(".message", { hasText: "Hi Jo." }).waitFor();
  await tap(page, "keepsake-to-messages");
  await says(page, "keepsake-in-messages");

  await page.goto("/app/");
  await home(page);
  await toProgramme(page);
  await openStep(page, "A plan and a kit");
  await page.locator(".parts button", { hasText: t("part-keep") }).first().click();
  await begin(page);
  await page.getByRole("button", { name: t("add-a-line"), exact: true }).first().click();
  await page.locator(".rows input").first().fill("The blue blanket");
  await tap(page, "keep");
  await page.locator("article.kept", { hasText: "The blue blanket" }).waitFor();
  await tap(page, "keepsake-to-plan");
  await says(page, "keepsake-in-plan");

  await page.goto("/app/");
  await home(page);
  await enter(page, "door-letters", "letters-title");
  await page.locator("main .door").first().click();
  equal(await page.locator("textarea").inputValue(), "Dear me at the window,");
  await page.goto("/app/");
  await home(page);
  await enter(page, "door-words", "words-title");
  ok((await page.locator("main").innerHTML()).includes("Hi Jo.") || (await page.locator("input, textarea").evaluateAll((all) => all.some((one) => one.value.includes("Hi Jo.")))));
  await page.goto("/app/");
  await home(page);
  await enter(page, "door-plan", "plan-title");
  await page.getByText("The blue blanket").waitFor();
});

story("a practice that was begun from a step leads back to it", async ({ page }) => {
  await settle(page);
  await toProgramme(page);
  await openStep(page, "Three systems in you");
  await openPart(page, "Spot them in an ordinary day");
  await page.locator("main .door").first().click();
  await page.locator(".step-text").waitFor();
  await playThrough(page);
  await tap(page, "helped-bit");
  await tap(page, "scale-of-ten", { n: 2 });
  await tap(page, "enough-for-now");
  await heading(page, "Spot them in an ordinary day");
});

story("the first visit loads what everybody needs; the slower work comes when it is wanted, and works with no network", async ({ page, context }) => {
  await settle(page);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((one) => new URL(one.name).pathname));
  ok(loaded.includes("/app/kindhold_bg.wasm") && !loaded.includes("/app/together_bg.wasm"), "not before it is wanted");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await context.setOffline(true);
  await toProgramme(page);
  await openStep(page, "What stands in the way");
  equal(await page.locator(".parts button", { hasText: t("part-keep") }).count(), 3, "one for each direction of kindness");
  await page.reload();
  await home(page);
  await toProgramme(page);
  ok((await page.locator("main .door").count()) >= 11, "every step is there");
});

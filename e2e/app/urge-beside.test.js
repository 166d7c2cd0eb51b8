// SPDX-License-Identifier: Apache-2.0
// What stands beside the path of an urge: people, the plan, other doors, the way out.
import { equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  back, button, door, enter, field, home, offers, on, playThrough, says, settle, startFirst, tap, toOffers, writePlan,
} from "./steps.js";

story("still strong afterwards: another door, then a person, then the lines", async ({ page }) => {
  await settle(page);
  await toOffers(page, { strength: 9 });
  const first = await startFirst(page);
  await playThrough(page);
  await tap(page, "scale-of-ten", { n: 9 });
  await says(page, "after-still-high");
  const next = page.locator("main").getByText(t("after-still-high")).locator("xpath=following-sibling::*");
  equal(await next.nth(0).textContent(), t("another-door"));
  equal(await next.nth(1).textContent(), t("be-with-someone"));
  equal(await next.nth(2).textContent(), t("crisis-lines"));
  await tap(page, "another-door");
  await on(page, "offers-title");
  const second = await startFirst(page);
  ok(second !== first);
  await tap(page, "stop-here");
  await on(page, "after-title");
  await tap(page, "scale-of-ten", { n: 8 });
  await tap(page, "be-with-someone");
  await on(page, "people-title");
  await page.getByRole("link", { name: t("crisis-lines") }).click();
  await page.waitForURL("**/en/lines/");
});

story("when it holds off something worse, people and the plan come first and the order never changes", async ({ page }) => {
  await settle(page);
  await writePlan(page, { people: [{ name: "Ada", phone: "020 7946 0001" }] });
  const orders = [];
  for (let n = 0; n < 3; n++) {
    await toOffers(page, { functions: ["regulate-down", "hold-off"] });
    const order = await page.locator("main :is(a, button, article)").evaluateAll((all) =>
      all.map((e) => e.getAttribute("href")?.slice(0, 8) ?? (e.tagName === "ARTICLE" ? "offer" : e.textContent.trim())),
    );
    const at = (what) => order.findIndex((x) => x.startsWith(what));
    ok(at("tel:0207") >= 0 && at("tel:") < at(t("open-plan")));
    ok(at(t("open-plan")) < at("/en/line"));
    ok(at("/en/line") < at("offer"));
    orders.push(order.filter((x) => x !== "offer").slice(0, 5).join("|"));
    for (let steps = 0; steps < 3; steps++) await back(page);
    await home(page);
  }
  equal(new Set(orders).size, 1);
});

story("the plan and people are one tap away all along the path, and the way back leads to where one was", async ({ page }) => {
  await settle(page);
  const near = page.getByRole("navigation", { name: t("near-label") });
  const look = async (key) => {
    const here = await page.locator("h1").textContent();
    for (const [label, title] of [["near-plan", "plan-title"], ["near-people", "people-title"]]) {
      await near.getByRole("button", { name: t(label) }).click();
      await on(page, title);
      await back(page);
      await page.locator("h1:focus", { hasText: here }).waitFor();
    }
    ok(key === undefined || here === t(key));
  };
  equal(await near.count(), 0);
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
  await look("urge-how-strong");
  await tap(page, "scale-of-ten", { n: 6 });
  await on(page, "functions-title");
  await look("functions-title");
  await tap(page, "functions-not-sure");
  await on(page, "offers-title");
  await look("offers-title");
  await startFirst(page);
  await look();
  await tap(page, "ground-me");
  await on(page, "grounding-title");
  await look("grounding-title");
  await tap(page, "go-on");
  await on(page, "after-title");
  await look("after-title");
});

story("what was tapped on the way is still tapped after a look at the plan", async ({ page }) => {
  await settle(page);
  const near = page.getByRole("navigation", { name: t("near-label") });
  const glance = async () => {
    const here = await page.locator("h1").textContent();
    await near.getByRole("button", { name: t("near-plan") }).click();
    await on(page, "plan-title");
    await back(page);
    await page.locator("h1:focus", { hasText: here }).waitFor();
  };
  await tap(page, "door-urge");
  await tap(page, "scale-of-ten", { n: 6 });
  await on(page, "functions-title");
  await tap(page, "function-belong");
  await glance();
  equal(await button(page, "function-belong").getAttribute("aria-pressed"), "true");
});

story("after a look at the plan a practice goes on where it was", async ({ page }) => {
  await settle(page);
  await toOffers(page);
  const title = await startFirst(page);
  await tap(page, "next");
  await tap(page, "next");
  const step = await page.locator(".step-text").textContent();
  await page.getByRole("navigation", { name: t("near-label") }).getByRole("button", { name: t("near-plan") }).click();
  await on(page, "plan-title");
  await back(page);
  await page.locator("h1:focus", { hasText: title }).waitFor();
  equal(await page.locator(".step-text").textContent(), step);
});

story("leaving midway is not failing: no question, no blame, and nothing is offered as unfinished", async ({ page }) => {
  await settle(page);
  await toOffers(page);
  await startFirst(page);
  await tap(page, "next");
  await tap(page, "stop-here");
  await on(page, "after-title");
  await tap(page, "enough-for-now");
  await home(page);
  await toOffers(page);
  await startFirst(page);
  await page.goBack();
  await on(page, "offers-title");
  equal(await offers(page).count(), 3);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await home(page);
});

story("a practice can be done in half a minute and without words", async ({ page }) => {
  await settle(page);
  await toOffers(page);
  await startFirst(page);
  const whole = await page.locator(".step .hidden-visually").textContent();
  await tap(page, "half-minute");
  const short = await page.locator(".step .hidden-visually").textContent();
  ok(short !== whole);
  await tap(page, "without-words");
  ok(await page.locator(".step").evaluate((e) => e.getBoundingClientRect().width <= 1));
  ok(await page.locator("svg.scene").isVisible());
  await tap(page, "without-words");
  ok(await page.locator(".step-text").isVisible());
});

for (const [label, title, start] of [
  ["door-decided", "decided-title", "decided-meanwhile"],
  ["door-happened", "happened-title", "happened-gentle"],
]) {
  story(`the door “${t(label)}” leads to people and lines, and to something for now`, async ({ page }) => {
    await settle(page);
    await enter(page, label, title);
    const lines = page.locator("main").getByRole("link", { name: /lines/i });
    ok(await lines.first().isVisible());
    await tap(page, start);
    await on(page, "functions-title");
    await tap(page, "functions-not-sure");
    await on(page, "offers-title");
    equal(await offers(page).count(), 3);
    ok(await door(page, "be-with-someone").isVisible());
  });
}

story("own people from the plan show wherever a person is wanted, with the person's own message", async ({ page }) => {
  await settle(page);
  await writePlan(page, { people: [{ name: "Grandad", phone: "+44 20 7946 0002", note: "up late" }] });
  await enter(page, "door-words", "words-title");
  await field(page, "words-message-label").fill("It is loud tonight. Just say hi?");
  await page.locator("section.card", { hasText: t("words-message") }).getByRole("button", { name: t("keep") }).click();
  await page.locator("li", { hasText: "It is loud tonight" }).waitFor();
  await back(page);
  for (const [label, title] of [["door-people", "people-title"], ["door-decided", "decided-title"], ["door-happened", "happened-title"]]) {
    await enter(page, label, title);
    const call = page.getByRole("link", { name: t("call-named", { name: "Grandad" }) });
    equal(await call.getAttribute("href"), "tel:+442079460002");
    const message = page.getByRole("link", { name: t("message-named", { name: "Grandad" }) });
    equal(await message.getAttribute("href"), `sms:+442079460002?&body=${encodeURIComponent("It is loud tonight. Just say hi?")}`);
    await back(page);
    await home(page);
  }
});

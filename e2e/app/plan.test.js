// SPDX-License-Identifier: Apache-2.0
import { deepEqual, equal, ok } from "node:assert/strict";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { APP, back, button, enter, fillPlan, hide, home, on, part, rows, settle, tap, writePlan } from "./steps.js";

const PLAN = {
  signs: ["I stop answering messages"],
  alone: ["The long playlist", "Feed the cat"],
  places: ["The library on the corner"],
  people: [{ name: "Grandad", phone: "+44 (0)20 7946 0002", note: "up late" }, { name: "Sam from school" }],
  professionals: [{ name: "Dr Okafor", phone: "020 7946 0003" }],
  surroundings: ["Ask Sam to keep the spare key"],
};
const PARTS = ["signs", "alone", "places", "people", "professionals", "surroundings"];
const LINES = ["I stop answering", "Feed the cat", "The library", "Sam from school", "Dr Okafor", "the spare key"];

const shown = (page) => page.locator("section.plan-part:visible h2").allTextContents();

story("the plan has six parts, and its people can be called and written to", async ({ page }) => {
  await settle(page);
  await writePlan(page, PLAN);
  await page.reload();
  await home(page);
  await enter(page, "door-plan", "plan-title");
  deepEqual(await shown(page), PARTS.map((key) => t(`plan-${key}`)));
  for (const line of LINES) ok(await page.locator(".plan-part").getByText(line).first().isVisible(), line);
  const call = page.getByRole("link", { name: t("call-named", { name: "Grandad" }) });
  equal(await call.getAttribute("href"), "tel:+442079460002");
  const message = page.getByRole("link", { name: t("message-named", { name: "Dr Okafor" }) });
  ok((await message.getAttribute("href")).startsWith("sms:02079460003?&body=I%E2%80%99m%20struggling"));
});

story("parts that stay empty are left out, and a part can be added to and taken from later", async ({ page }) => {
  await settle(page);
  await writePlan(page, { alone: ["The long playlist", "Feed the cat"] });
  await enter(page, "door-plan", "plan-title");
  deepEqual(await shown(page), [t("plan-alone")]);
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await part(page, "alone").getByRole("button", { name: t("remove") }).first().click();
  await fillPlan(page, { signs: ["Too loud"] });
  await tap(page, "keep");
  await on(page, "plan-title");
  deepEqual(await page.locator(".plan-part li:visible").allTextContents(), ["Too loud", "Feed the cat"]);
});

story("earlier versions are kept and can be brought back", async ({ page }) => {
  await settle(page);
  await writePlan(page, { alone: ["The first way"] });
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await part(page, "alone").getByRole("textbox").fill("The second way");
  await tap(page, "keep");
  await on(page, "plan-title");
  await page.getByText(t("plan-earlier"), { exact: true }).click();
  await page.locator("details details summary").first().click();
  await page.locator("details details").getByText("The first way").waitFor();
  await page.locator("details details").getByRole("button", { name: t("plan-bring-back") }).first().click();
  const now = page.locator(".plan-part:visible li").first();
  await until("the first way is the plan again", async () => (await now.textContent()) === "The first way");
  await page.reload();
  await home(page);
  await enter(page, "door-plan", "plan-title");
  equal(await now.textContent(), "The first way");
  await page.getByText(t("plan-earlier"), { exact: true }).click();
  equal(await page.locator("details details").filter({ hasText: "The second way" }).count(), 1);
});

story("printed, the plan has every part and nothing else to tap", async ({ page }) => {
  await settle(page);
  await writePlan(page, PLAN);
  await enter(page, "door-plan", "plan-title");
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await tap(page, "print");
  ok(await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: "print" });
  deepEqual(await shown(page), PARTS.map((key) => t(`plan-${key}`)));
  for (const line of [...LINES, "7946 0002"]) ok(await page.locator(".plan-part").getByText(line).first().isVisible(), line);
  equal(await page.locator("button:visible, .exit:visible").count(), 0);
});

story("leaving the plan without “save” loses no word", async ({ page }) => {
  await settle(page);
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await fillPlan(page, { signs: ["Only half a sen"] });
  await back(page);
  await on(page, "plan-title");
  await page.locator(".plan-part").getByText("Only half a sen").waitFor();

  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await fillPlan(page, { alone: ["Written on the bus"] });
  const { log } = await rows(page);
  await hide(page);
  await until("the words to be kept", async () => (await rows(page)).log > log);
  await page.goto(APP);
  await home(page);
  await enter(page, "door-plan", "plan-title");
  await page.locator(".plan-part").getByText("Written on the bus").waitFor();
  ok(await button(page, "plan-write").isVisible());
});

story("an empty line or an empty person is not kept", async ({ page }) => {
  await settle(page);
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await fillPlan(page, { signs: ["   "], people: [{ name: " " }] });
  await tap(page, "keep");
  await on(page, "plan-title");
  await page.getByText(t("plan-empty")).waitFor();
});

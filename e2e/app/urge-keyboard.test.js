// SPDX-License-Identifier: Apache-2.0
import { equal } from "node:assert/strict";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { focused, press, tabTo } from "./keys.js";
import { APP, home, on, settle, titles } from "./steps.js";

story("the first screens and an urge can be gone through with the keyboard alone", async ({ page }) => {
  await page.goto(APP);
  await on(page, "welcome-language");
  await press(page, "next");
  await on(page, "welcome-country");
  await press(page, "skip");
  await on(page, "welcome-passcode");
  await press(page, "welcome-no-passcode");
  await home(page);
  await press(page, "door-urge");
  await on(page, "urge-how-strong");
  await press(page, "scale-of-ten", { n: 7 });
  await on(page, "functions-title");
  await tabTo(page, t("function-feel-something"));
  await page.keyboard.press("Space");
  await press(page, "next");
  await on(page, "offers-title");
  const [first] = await titles(page);
  await tabTo(page, first);
  await page.keyboard.press("Enter");
  await page.locator("h1:focus", { hasText: first }).waitFor();
  for (;;) {
    await tabTo(page, (await page.getByRole("button", { name: t("step-finish") }).isVisible()) ? t("step-finish") : t("next"));
    const last = (await focused(page)) === t("step-finish");
    await page.keyboard.press("Enter");
    if (last) break;
    await page.locator(".step:focus").waitFor();
  }
  await on(page, "after-title");
  await press(page, "helped-bit");
  await press(page, "scale-of-ten", { n: 2 });
  await press(page, "enough-for-now");
  await home(page);
});

story("the ground is reached and left with the keyboard alone", async ({ page }) => {
  await settle(page);
  await press(page, "door-urge");
  await on(page, "urge-how-strong");
  await press(page, "urge-just-start");
  await page.locator(".player h1:focus").waitFor();
  await press(page, "ground-me");
  await on(page, "grounding-title");
  await press(page, "go-on");
  await on(page, "after-title");
});

const focusedLabel = (page) => page.evaluate(() => document.activeElement.labels?.[0]?.textContent.trim());

story("the focus is never lost when a practice is hidden, a line is taken away or a question answered", async ({ page }) => {
  await settle(page);
  // The focus may take one frame to arrive.
  const here = (when) =>
    until(`the focus ${when}`, () => page.evaluate(() => document.activeElement !== document.body && document.activeElement.isConnected));
  await press(page, "door-urge");
  await on(page, "urge-how-strong");
  await press(page, "skip");
  await on(page, "functions-title");
  await press(page, "functions-not-sure");
  await on(page, "offers-title");
  const [first] = await titles(page);
  await press(page, "hide-named", { title: first });
  await page.getByText(t("offers-hidden", { title: first })).waitFor();
  await here("after hiding");
  await press(page, "undo");
  await page.getByText(t("offers-hidden", { title: first })).waitFor({ state: "detached" });
  await here("after undoing");

  await page.reload();
  await home(page);
  await press(page, "door-plan");
  await on(page, "plan-title");
  await press(page, "plan-write");
  await on(page, "plan-write-title");
  await press(page, "add-a-line");
  // A new line is ready to be written in, and so is a new person.
  await page.locator("input:focus").waitFor();
  await page.keyboard.type("a quiet evening");
  await press(page, "remove");
  await here("after taking a line away");
  await press(page, "add-a-person");
  await until("a name can be written", async () => (await focusedLabel(page)) === t("contact-name"));
});

story("one Escape does nothing, so that nobody leaves by mistake", async ({ page }) => {
  await settle(page);
  await page.keyboard.press("Escape");
  await page.clock.install();
  await page.clock.runFor(2000);
  equal(await page.locator("h1").textContent(), t("home-title"));
});

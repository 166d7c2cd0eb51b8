// SPDX-License-Identifier: Apache-2.0
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { APP, PASSCODE, button, field, home, on, rows, says, select, settle, tap } from "./steps.js";

story("the first screens ask for language, country and passcode, and each can be skipped", async ({ page }) => {
  await page.goto(APP);
  await on(page, "welcome-language");
  await says(page, "welcome-nobody");
  await tap(page, "next");
  await on(page, "welcome-country");
  await says(page, "welcome-nobody");
  await tap(page, "skip");
  await on(page, "welcome-passcode");
  await says(page, "welcome-nobody");
  await tap(page, "welcome-no-passcode");
  await home(page);
});

story("what is chosen in the first screens stays, and they do not come back", async ({ page }) => {
  await page.goto(APP);
  await button(page, "next").waitFor();
  const english = page.getByRole("button", { name: "English" });
  equal(await english.getAttribute("aria-pressed"), "true");
  await tap(page, "next");
  await select(page, "welcome-country").selectOption({ label: t("country-NZ") });
  await tap(page, "next");
  await field(page, "passcode-new").fill(PASSCODE);
  await field(page, "passcode-again").fill(PASSCODE);
  await tap(page, "welcome-use-passcode");
  await home(page);
  await page.getByRole("button", { name: t("crisis-lines") }).click();
  await page.waitForURL("**/en/lines/nz/");
  await page.goto(APP);
  await on(page, "locked-title");
});

story("a passcode that is short or typed differently is not taken", async ({ page }) => {
  await page.goto(APP);
  await tap(page, "next");
  await tap(page, "skip");
  const use = button(page, "welcome-use-passcode");
  ok(await use.isDisabled());
  await field(page, "passcode-new").fill("short");
  await field(page, "passcode-again").fill("short");
  ok(await use.isDisabled());
  await says(page, "passcode-shortest");
  await field(page, "passcode-new").fill(PASSCODE);
  await says(page, "passcode-differ");
  ok(await use.isDisabled());
  await field(page, "passcode-again").fill(PASSCODE);
  ok(await use.isEnabled());
});

for (const steps of [0, 1, 2]) {
  story(`an urge on the first visit is met at once, from first screen ${steps + 1}`, async ({ page }) => {
    await page.goto(APP);
    for (let n = 0; n < steps; n++) await tap(page, "next");
    await tap(page, "door-urge");
    await on(page, "urge-how-strong");
    await says(page, "urge-nobody-called");
    await page.reload();
    await home(page);
  });
}

story("nothing is written before the person has settled, and nothing private lies in the open", async ({ page }) => {
  await page.goto(APP);
  await on(page, "welcome-language");
  equal((await rows(page)).log ?? 0, 0);
  await settle(page);
  const open = await page.evaluate(() => Object.keys(localStorage).sort());
  deepEqual(open, ["welcomed"]);
  deepEqual(await page.context().cookies(), []);
});

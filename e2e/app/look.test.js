// SPDX-License-Identifier: Apache-2.0
// How every screen looks: in each theme, with large text, without movement, under a thumb.
import { deepEqual, equal } from "node:assert/strict";
import { story } from "../lib/story.js";
import { PHONES, choose, faultsOf, inThemes } from "./looks.js";
import { on, settle, startFirst, tap, toOffers } from "./steps.js";
import { tour } from "./tour.js";

story("axe-core finds nothing on any screen in any theme", { timeout: 180_000 }, async ({ page }) => {
  const found = [];
  await tour(page, async (name) => found.push(...(await inThemes(page, name))));
  deepEqual(found, []);
});

for (const [what, phone] of Object.entries(PHONES)) {
  story(`${what}, nothing sticks out, nothing is cut off, and every target is large enough`, { timeout: 120_000 }, async (scene) => {
    const page = await (await phone(scene)).newPage();
    const found = [];
    await tour(page, async (name) => found.push(...(await faultsOf(page, name))));
    deepEqual(found, []);
  });
}

const running = (page) =>
  page.evaluate(() => document.getAnimations().filter((a) => a.playState === "running").length);

story("nothing moves for those who asked for less movement, on the device or in the settings", async ({ page, another }) => {
  await settle(page);
  await toOffers(page);
  await startFirst(page);
  equal((await running(page)) > 0, true, "a picture moves");
  await page.emulateMedia({ reducedMotion: "reduce" });
  equal(await running(page), 0);

  const still = await (await another()).newPage();
  await still.addInitScript(choose, ["motion", "less"]);
  await settle(still);
  await toOffers(still);
  await startFirst(still);
  equal(await running(still), 0);
  await tap(still, "ground-me");
  await on(still, "grounding-title");
  equal(await running(still), 0);
});

story("colours follow the device until the person chooses, and the choice stays", async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await settle(page);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper();
  equal(dark === light, false);
  await page.evaluate(() => localStorage.setItem("theme", "light"));
  await page.reload();
  await page.locator("h1:focus").waitFor();
  equal(await paper(), light);
});

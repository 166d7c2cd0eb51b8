// SPDX-License-Identifier: Apache-2.0
// How the slower work and the library look: in each theme, with large text, on the narrowest screen.
import { deepEqual, ok } from "node:assert/strict";
import { isAccessible } from "../lib/axe.js";
import { story } from "../lib/story.js";
import { PHONES, faultsOf, inThemes } from "./looks.js";
import { everyPart, slowerTour } from "./slower-tour.js";

story("axe-core finds nothing in the slower work and the library, in any theme", { timeout: 240_000 }, async ({ page }) => {
  const found = [];
  await slowerTour(page, async (name) => found.push(...(await inThemes(page, name))));
  deepEqual(found, []);
});

story("every part of every step, and every form, is easy to use and fits a small phone", { timeout: 240_000 }, async ({ page }) => {
  const found = [];
  let many = 0;
  await everyPart(page, async (name) => {
    many += 1;
    found.push(...(await faultsOf(page, name)));
    await isAccessible(page, name).catch((error) => found.push(error.message));
  });
  deepEqual(found, []);
  ok(many > 70, `${many} screens`);
});

for (const [what, phone] of Object.entries(PHONES)) {
  story(`the slower work, ${what}: nothing sticks out, nothing is cut off, every target is large enough`, { timeout: 180_000 }, async (scene) => {
    const page = await (await phone(scene)).newPage();
    const found = [];
    await slowerTour(page, async (name) => found.push(...(await faultsOf(page, name))));
    deepEqual(found, []);
  });
}

// SPDX-License-Identifier: Apache-2.0
// How the slower work and the library look: in each theme, with large text, on the narrowest screen.
import { deepEqual } from "node:assert/strict";
import { story } from "../lib/story.js";
import { PHONES, faultsOf, inThemes } from "./looks.js";
import { slowerTour } from "./slower-tour.js";

story("axe-core finds nothing in the slower work and the library, in any theme", { timeout: 240_000 }, async ({ page }) => {
  const found = [];
  await slowerTour(page, async (name) => found.push(...(await inThemes(page, name))));
  deepEqual(found, []);
});

for (const [what, phone] of Object.entries(PHONES)) {
  story(`the slower work, ${what}: nothing sticks out, nothing is cut off, every target is large enough`, { timeout: 180_000 }, async (scene) => {
    const page = await (await phone(scene)).newPage();
    const found = [];
    await slowerTour(page, async (name) => found.push(...(await faultsOf(page, name))));
    deepEqual(found, []);
  });
}

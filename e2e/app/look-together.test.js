// SPDX-License-Identifier: Apache-2.0
// How the screens between people look: in each theme, with large text, under a thumb, on a desk.
import { deepEqual } from "node:assert/strict";
import { story } from "../lib/story.js";
import { PHONES, faultsOf, inThemes } from "./looks.js";
import { togetherTour } from "./together-tour.js";

story("axe-core finds nothing on any screen between people, in any theme", { timeout: 240_000 }, async ({ another, allow }) => {
  allow(/40[134]/);
  const found = [];
  const fresh = async () => (await another()).newPage();
  await togetherTour(fresh, async (page, name) => found.push(...(await inThemes(page, name))));
  deepEqual(found, []);
});

const SCREENS = { ...PHONES, "on a desk": ({ another }) => another({ viewport: { width: 1280, height: 800 } }) };

for (const [what, phone] of Object.entries(SCREENS)) {
  story(`between people, ${what}, nothing sticks out, nothing is cut off, and every target is large enough`, { timeout: 180_000 }, async (scene) => {
    scene.allow(/40[134]/);
    const found = [];
    const fresh = async () => (await phone(scene)).newPage();
    await togetherTour(fresh, async (page, name) => found.push(...(await faultsOf(page, name))));
    deepEqual(found, []);
  });
}

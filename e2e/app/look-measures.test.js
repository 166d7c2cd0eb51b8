// SPDX-License-Identifier: Apache-2.0
// How “How it is going” looks: in each theme, with large text, on the narrowest screen, in languages still to come.
import { deepEqual, equal } from "node:assert/strict";
import { VOICES, speak } from "../lib/pseudo.js";
import { story } from "../lib/story.js";
import { speakAs } from "../lib/words.js";
import { PHONES, faultsOf, inThemes } from "./looks.js";
import { measuresTour } from "./measures-tour.js";

story("axe-core finds nothing on any screen of how it is going, in any theme", { timeout: 240_000 }, async ({ page }) => {
  const found = [];
  await measuresTour(page, async (name) => found.push(...(await inThemes(page, name))));
  deepEqual(found, []);
});

for (const [what, phone] of Object.entries(PHONES)) {
  story(`how it is going, ${what}: nothing sticks out, nothing is cut off, every target is large enough`, { timeout: 180_000 }, async (scene) => {
    const page = await (await phone(scene)).newPage();
    const found = [];
    await measuresTour(page, async (name) => found.push(...(await faultsOf(page, name))));
    deepEqual(found, []);
  });
}

for (const [tag, dir] of [["en-XA", "ltr"], ["ar-XB", "rtl"]]) {
  story(`how it is going holds in ${tag}, written ${dir}`, { timeout: 240_000, phone: { serviceWorkers: "block" } }, async ({ page, context, origin, allow }) => {
    allow(/service worker/i);
    await speak(context, origin, tag);
    speakAs(VOICES[tag]);
    try {
      const found = [];
      await measuresTour(page, async (name) => {
        equal(await page.locator("html").getAttribute("dir"), dir);
        found.push(...(await faultsOf(page, name)));
      });
      deepEqual(found, []);
    } finally {
      speakAs((text) => text);
    }
  });
}

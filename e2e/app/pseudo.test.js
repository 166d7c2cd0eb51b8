// SPDX-License-Identifier: Apache-2.0
// Layout in languages that are still to come: words half as long again, and writing from right to left.
import { deepEqual, equal } from "node:assert/strict";
import { VOICES, speak } from "../lib/pseudo.js";
import { story } from "../lib/story.js";
import { speakAs } from "../lib/words.js";
import { faultsOf } from "./looks.js";
import { slowerTour } from "./slower-tour.js";
import { tour } from "./tour.js";

for (const [tag, dir] of [["en-XA", "ltr"], ["ar-XB", "rtl"]]) {
  for (const [what, walk] of [["every screen of the person's seat", tour], ["the slower work and the library", slowerTour]]) {
    story(`${what} holds in ${tag}, written ${dir}`, { timeout: 240_000, phone: { serviceWorkers: "block" } }, async ({ page, context, origin, allow }) => {
      allow(/service worker/i);
      await speak(context, origin, tag);
      speakAs(VOICES[tag]);
      try {
        const found = [];
        await walk(page, async (name) => {
          equal(await page.locator("html").getAttribute("dir"), dir);
          found.push(...(await faultsOf(page, name)));
        });
        deepEqual(found, []);
      } finally {
        speakAs((text) => text);
      }
    });
  }
}

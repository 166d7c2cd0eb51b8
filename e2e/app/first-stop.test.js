// SPDX-License-Identifier: Apache-2.0
import { deepEqual } from "node:assert/strict";
import { story } from "../lib/story.js";
import { firstStop } from "./keys.js";
import { tour } from "./tour.js";

story("the way out is first in keyboard order on every screen, and each has one heading", async ({ page }) => {
  const found = [];
  await tour(page, async (name) => {
    const stop = await firstStop(page);
    const headings = await page.locator("h1").count();
    if (stop !== "exit" || headings !== 1) found.push(`${name}: first ${stop}, ${headings} headings`);
  });
  deepEqual(found, []);
});

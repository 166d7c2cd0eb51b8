// SPDX-License-Identifier: Apache-2.0
// axe-core finds nothing on any page in any theme.
import { test } from "node:test";
import { THEMES, isAccessible } from "../lib/axe.js";
import { newProfile } from "../lib/browser.js";
import { staticPages } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();

for (const theme of THEMES) {
  test(`every page, ${theme}`, async () => {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    const page = await profile.newPage();
    await page.goto(`${origin}/measures/`);
    await page.evaluate((name) => localStorage.setItem("theme", name), theme);
    const paths = await staticPages(origin);
    for (const path of [...paths, "/nothing-is-here"]) {
      await page.goto(origin + path);
      await isAccessible(page, `${path}, ${theme}`);
    }
    await profile.close();
  });
}

test("every page, as a device in its dark mode shows it", async () => {
  const profile = await newProfile(browser, { colorScheme: "dark", serviceWorkers: "block" });
  const page = await profile.newPage();
  for (const path of await staticPages(origin)) {
    await page.goto(origin + path);
    await isAccessible(page, path);
  }
  await profile.close();
});

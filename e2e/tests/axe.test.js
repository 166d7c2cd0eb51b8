// SPDX-License-Identifier: Apache-2.0
// axe-core finds nothing on any page in any theme.
import { after, before, test } from "node:test";
import { THEMES, isAccessible } from "../lib/axe.js";
import { newProfile, openBrowser } from "../lib/browser.js";
import { startServer, staticPages } from "../lib/server.js";

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const theme of THEMES) {
  test(`every page, ${theme}`, async () => {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    const page = await profile.newPage();
    await page.goto(`${server.origin}/measures/`);
    await page.evaluate((name) => localStorage.setItem("theme", name), theme);
    const paths = await staticPages(server.origin);
    for (const path of [...paths, "/nothing-is-here"]) {
      await page.goto(server.origin + path);
      await isAccessible(page, `${path}, ${theme}`);
    }
    await profile.close();
  });
}

test("every page, as a device in its dark mode shows it", async () => {
  const profile = await newProfile(browser, { colorScheme: "dark", serviceWorkers: "block" });
  const page = await profile.newPage();
  for (const path of await staticPages(server.origin)) {
    await page.goto(server.origin + path);
    await isAccessible(page, path);
  }
  await profile.close();
});

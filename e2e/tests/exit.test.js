// SPDX-License-Identifier: Apache-2.0
// Leaving quickly, from every page: one tap, or Escape twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newProfile, openBrowser } from "../lib/browser.js";
import { startServer, staticPages } from "../lib/server.js";

let server;
let browser;
let paths;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  const all = await staticPages(server.origin);
  paths = [...all.filter((path) => path !== "/measures/"), "/app/", "/nothing-is-here"];
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const ways = {
  "one tap": (page) => page.locator(".exit").tap(),
  "Escape twice": async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  },
};

for (const [way, leave] of Object.entries(ways)) {
  test(`${way} leads to the neutral page, and "back" does not lead to the page that was left`, async () => {
    const profile = await newProfile(browser);
    for (const path of paths) {
      const page = await profile.newPage();
      await page.goto(server.origin + path, { waitUntil: "load" });
      await leave(page);
      await page.waitForURL(`${server.origin}/measures/`);
      await page.goBack().catch(() => {});
      assert.ok(!page.url().endsWith(path), `${path} came back`);
      await page.close();
    }
    await profile.close();
  });
}

test("one Escape, or two with a long pause, changes nothing", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${server.origin}/en/right-now/`);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(1700);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  assert.equal(page.url(), `${server.origin}/en/right-now/`);
  await profile.close();
});

test("the neutral page names nothing of ours", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${server.origin}/measures/`);
  const words = (await page.content()).toLowerCase();
  for (const word of ["kindhold", "urge", "crisis", "self-", "harm", "kind"]) {
    assert.ok(!words.includes(word), word);
  }
  assert.equal(await page.locator("a").count(), 0);
  await profile.close();
});

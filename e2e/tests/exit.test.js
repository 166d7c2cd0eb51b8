// SPDX-License-Identifier: Apache-2.0
// Leaving quickly, from every page: one tap, or Escape twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newProfile } from "../lib/browser.js";
import { staticPages } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();
const all = await staticPages(origin);
const paths = [...all.filter((path) => path !== "/measures/"), "/app/", "/nothing-is-here"];

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
      await page.goto(origin + path, { waitUntil: "load" });
      await leave(page);
      await page.waitForURL(`${origin}/measures/`);
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
  await page.goto(`${origin}/en/right-now/`);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(1700);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(300);
  assert.equal(page.url(), `${origin}/en/right-now/`);
  await profile.close();
});

test("the neutral page names nothing of ours", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${origin}/measures/`);
  const words = (await page.content()).toLowerCase();
  for (const word of ["kindhold", "urge", "crisis", "self-", "harm", "kind"]) {
    assert.ok(!words.includes(word), word);
  }
  assert.equal(await page.locator("a").count(), 0);
  await profile.close();
});

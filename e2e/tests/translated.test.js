// SPDX-License-Identifier: Apache-2.0
// Every page in every other language: whole without script, in its language, nothing cut off by longer words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAccessible } from "../lib/axe.js";
import { foreign, newProfile, overflow } from "../lib/browser.js";
import { staticPages, translatedPages } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();
const paths = await translatedPages(origin);
const tags = [...new Set(paths.map((path) => path.split("/")[1]))].sort();

test("three languages beside English have every page", () => {
  assert.deepEqual(tags, ["de", "es", "fr-CA"]);
  for (const tag of tags) {
    assert.ok(paths.filter((path) => path.startsWith(`/${tag}/`)).length > 60, tag);
  }
});

test("written from right to left, the pages hold too", async () => {
  const profile = await newProfile(browser, { serviceWorkers: "block" });
  const page = await profile.newPage();
  for (const path of await staticPages(origin)) {
    await page.goto(origin + path);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    assert.equal(await overflow(page), null, path);
  }
  await profile.close();
});

for (const tag of tags) {
  test(`${tag}: whole, in its language, and nothing sticks out, with the largest text too`, { timeout: 300_000 }, async () => {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    const page = await profile.newPage();
    for (const path of paths.filter((path) => path.startsWith(`/${tag}/`))) {
      const answer = await page.goto(origin + path);
      assert.equal(answer.status(), 200, path);
      assert.equal(await page.locator("html").getAttribute("lang"), tag, path);
      for (const text of ["3", ""]) {
        await page.evaluate((size) => (document.documentElement.dataset.text = size), text);
        assert.equal(await overflow(page), null, `${path}, own size ${text}`);
      }
      await isAccessible(page, path);
    }
    assert.deepEqual(foreign(profile.asked, origin), []);
    await profile.close();
  });
}

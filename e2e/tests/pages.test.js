// SPDX-License-Identifier: Apache-2.0
// Every static page, as it is with no script at all and with the device's text twice as large.
import assert from "node:assert/strict";
import { test } from "node:test";
import { foreign, newProfile, openProfile, overflow } from "../lib/browser.js";
import { SEATS, staticPages } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();
const paths = await staticPages(origin);
assert.ok(paths.includes("/en/right-now/") && paths.includes("/measures/"));

test("every page is whole without script, and its links lead somewhere", async () => {
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  const leads = new Set();
  for (const path of [...paths, ...SEATS]) {
    const before = profile.asked.length;
    const answer = await page.goto(origin + path);
    assert.equal(answer.status(), 200, path);
    const heading = SEATS.includes(path) ? "#start" : "h1";
    assert.ok(await page.locator(heading).first().isVisible(), `${path} has no heading`);
    for (const link of await page.locator("a[href]:not([hidden])").all()) {
      const href = await link.getAttribute("href");
      if (href.startsWith("/")) leads.add(href.split("#")[0]);
      if (href.startsWith("#")) assert.equal(await page.locator(href).count(), 1, path + href);
    }
    const asked = profile.asked.slice(before).map((url) => new URL(url).pathname);
    const allowed = [path, "/app/app.css", "/manifest.webmanifest", "/manifest-plain.webmanifest"];
    assert.deepEqual(asked.filter((one) => !allowed.includes(one)), [], path);
  }
  for (const path of leads) {
    assert.equal((await fetch(origin + path)).status, 200, path);
  }
  assert.deepEqual(foreign(profile.asked, origin), []);
  await profile.close();
});

test("leaving is the first thing in keyboard order, and works without script", async () => {
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  for (const path of [...paths, ...SEATS].filter((path) => path !== "/measures/")) {
    await page.goto(origin + path);
    await page.keyboard.press("Tab");
    const exit = page.locator(":focus");
    assert.match(await exit.getAttribute("class"), /\bexit\b/, path);
    const { width, height } = await exit.boundingBox();
    assert.ok(width >= 44 && height >= 44, `${path}: ${width} x ${height}`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${origin}/measures/`);
  }
  await profile.close();
});

test("the pages at an urge help without script: seen, read, and moving at a pace", async () => {
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  await page.goto(`${origin}/en/right-now/`);
  for (const link of await page.locator(".jump a").all()) {
    const target = page.locator(await link.getAttribute("href"));
    await link.click();
    await target.waitFor({ state: "visible" });
    const { y } = await target.boundingBox();
    assert.ok(y > -5 && y < 640, `it is on the screen: ${y}`);
  }
  const moving = await page.evaluate(() => document.getAnimations().length).catch(() => null);
  assert.ok(moving === null || moving > 0, "something sets a pace");
  await profile.close();
});

for (const largeText of [false, true]) {
  const device = largeText ? "200 %" : "100 %";
  test(`nothing is cut off at 360 x 640, the device's text at ${device}`, async (t) => {
    const profile = await openProfile(t, { largeText });
    const page = await profile.newPage();
    for (const path of paths) {
      await page.goto(origin + path);
      for (const text of ["", "3"]) {
        await page.evaluate((size) => (document.documentElement.dataset.text = size), text);
        assert.equal(await overflow(page), null, `${path}, own size ${text}`);
      }
    }
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    assert.ok(largeText ? size >= 32 : size < 32, `the device's text counts: ${size}`);
  });
}

test("what arrives for somebody with an urge fits into the first 14,000 bytes", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  const wire = await profile.newCDPSession(page);
  await wire.send("Network.enable");
  let bytes = 0;
  wire.on("Network.loadingFinished", (event) => (bytes += event.encodedDataLength));
  await page.goto(`${origin}/en/right-now/`, { waitUntil: "load" });
  assert.ok(bytes > 1000 && bytes <= 14_000, `${bytes} bytes, with headers and the script`);
  await profile.close();
});

// SPDX-License-Identifier: Apache-2.0
// The app's page before the app is there, and when it cannot start: help does not wait for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAccessible } from "../lib/axe.js";
import { newProfile, overflow } from "../lib/browser.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();

const DOORS = ["right-now", "already-decided", "it-happened", "lines"].map((page) => `/en/${page}/`);

/** A page of the app on a profile in which one file is answered in another way. */
const openWith = async (path, answer, init) => {
  const profile = await newProfile(browser, { serviceWorkers: "block" });
  if (path) await profile.route(`**${path}`, answer);
  if (init) await profile.addInitScript(init);
  const page = await profile.newPage();
  await page.goto(`${origin}/app/`);
  return page;
};

const saysItStopped = async (page) => {
  await page.locator("#start", { hasText: "could not start" }).waitFor();
  assert.ok(await page.locator("#kept").isVisible());
  for (const door of DOORS) assert.ok(await page.locator(`#app a[href="${door}"]`).isVisible(), door);
};

const failures = {
  "its code cannot be had": ["/app/kindhold_bg.wasm", (route) => route.abort()],
  "its code is not what it should be": [
    "/app/kindhold_bg.wasm",
    (route) => route.fulfill({ contentType: "application/wasm", body: "not a module" }),
  ],
  "its script cannot be had": ["/app/kindhold.js", (route) => route.fulfill({ status: 404, body: "" })],
  "the browser knows no WebAssembly": [null, null, () => delete globalThis.WebAssembly],
};

for (const [why, [path, answer, init]] of Object.entries(failures)) {
  test(`the app does not start because ${why}: a plain sentence, and the doors stay`, async () => {
    const page = await openWith(path, answer, init);
    await saysItStopped(page);
    await page.locator(`#app a[href="${DOORS[0]}"]`).tap();
    await page.waitForURL(origin + DOORS[0]);
    await page.context().close();
  });
}

test("the words of the app cannot be had: the doors stay", async () => {
  const page = await openWith("/data/en/*.json", (route) => route.abort());
  await page.waitForTimeout(1500);
  for (const door of DOORS) assert.ok(await page.locator(`#app a[href="${door}"]`).isVisible(), door);
  await page.context().close();
});

test("the app breaks down while it is used: the sentence and the doors come back", async () => {
  const page = await openWith();
  await page.locator("#start").waitFor({ state: "detached" });
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await saysItStopped(page);
  await page.context().close();
});

test("while it is slow to come, the page is whole: doors, way out, and nothing cut off", async () => {
  const page = await openWith("/app/kindhold_bg.wasm", () => {});
  await isAccessible(page, "/app/ before the app");
  await page.evaluate(() => (document.documentElement.dataset.text = "3"));
  assert.equal(await overflow(page), null);
  await page.keyboard.press("Tab");
  assert.match(await page.locator(":focus").getAttribute("class"), /\bexit\b/);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${origin}/measures/`);
  await page.context().close();
});

test("the theme stands before anything is painted", async () => {
  const profile = await newProfile(browser, { serviceWorkers: "block" });
  const page = await profile.newPage();
  await page.goto(`${origin}/measures/`);
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await profile.addInitScript(() => {
    new PerformanceObserver((list) => {
      globalThis.atFirstPaint ??= list.getEntries().length && document.documentElement.dataset.theme;
    }).observe({ type: "paint", buffered: true });
    document.addEventListener("DOMContentLoaded", () => (globalThis.atParsed = document.documentElement.dataset.theme));
  });
  await page.goto(`${origin}/app/`);
  assert.equal(await page.evaluate(() => globalThis.atParsed), "dark");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.ok(Math.max(...paper.match(/\d+/g).slice(0, 3).map(Number)) < 60, paper);
  await profile.close();
});

test("the plain name goes to the title and to what is installed", async () => {
  const profile = await newProfile(browser, { serviceWorkers: "block" });
  const page = await profile.newPage();
  await page.goto(`${origin}/measures/`);
  await page.evaluate(() => localStorage.setItem("plain", "1"));
  await page.goto(`${origin}/app/`);
  assert.equal(await page.title(), "Notes");
  assert.match(await page.locator("link[rel=manifest]").getAttribute("href"), /plain/);
  await profile.close();
});

test("only harmless pieces are drawn from text", async () => {
  const page = await openWith();
  const taken = (html) =>
    page.evaluate((html) => {
      try {
        document.createElement("template").innerHTML = html;
        return true;
      } catch {
        return false;
      }
    }, html);
  for (const html of ['<span aria-hidden="true" class="arrow"></span>', '<path d="M0 1" x1="2"/>', "a < b"]) {
    assert.equal(await taken(html), !html.includes(" < "), html);
  }
  for (const html of [
    "<script>1</script>",
    "<img src=x onerror=1>",
    '<p onclick="1">x</p>',
    '<a href="https://example.org">x</a>',
    '<svg><use xlink:href="#x"/></svg>',
    '<p style="color:red">x</p>',
    "<iframe></iframe>",
    "<form><p>x</p></form>",
    "<p class='x'>x</p>",
    "<!-- x -->",
  ]) {
    assert.equal(await taken(html), false, html);
  }
  await page.context().close();
});

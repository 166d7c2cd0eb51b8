// SPDX-License-Identifier: Apache-2.0
// After one visit everything is there without a network; and an update never breaks what is open.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { keptOnDevice, newProfile, openBrowser, openProfile } from "../lib/browser.js";
import { startProxy } from "../lib/proxy.js";
import { allPaths, startServer, staticPages } from "../lib/server.js";

let browser;

before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

test("after one visit every page is there with the server gone, also those never opened", async (t) => {
  const server = await startServer({ t });
  const paths = await staticPages(server.origin);
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${server.origin}/en/right-now/`);
  await keptOnDevice(page);
  await server.stop();
  await page.reload();
  assert.ok(await page.locator("h1").isVisible());
  for (const path of [...paths, "/en/lines/gb/?from=anywhere", "/en/lines"]) {
    const answer = await page.goto(server.origin + path);
    assert.equal(answer.status(), 200, path);
    assert.ok(await page.locator("h1").isVisible(), path);
  }
  await page.goto(`${server.origin}/nothing-is-here`);
  assert.ok((await page.locator("a[href='/en/right-now/']").count()) > 0, "the kind page for wrong addresses");
  await profile.close();
});

test("everything is kept that is of no language or of one in use, with its policy, and nothing else", async (t) => {
  const server = await startServer({ t });
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${server.origin}/en/`);
  await keptOnDevice(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names[0]);
    const found = await Promise.all(
      (await cache.keys()).map(async (request) => {
        const { headers } = await cache.match(request);
        return [new URL(request.url).pathname, headers.get("content-security-policy")];
      }),
    );
    return { names, found };
  });
  assert.equal(kept.names.length, 1);
  const other = /^\/(data\/)?(de|es|fr-CA)\//;
  const paths = (await allPaths(server.origin)).filter((path) => !other.test(path)).sort();
  assert.ok(paths.includes("/data/en/search.json") && paths.includes("/app/together_bg.wasm"));
  assert.deepEqual(kept.found.map(([path]) => path).sort(), paths);
  assert.ok(kept.found.every(([, policy]) => policy?.includes("default-src 'none'")));
  await profile.close();
});

test("a browser that was closed finds everything without a network", async (t) => {
  const server = await startServer({ t });
  const first = await openProfile(t);
  const page = await first.newPage();
  await page.goto(`${server.origin}/`);
  await keptOnDevice(page);
  await first.close();
  await server.stop();
  const again = await openProfile(t, { folder: first.folder });
  const later = await again.newPage();
  await later.goto(`${server.origin}/en/already-decided/`);
  assert.ok(await later.locator("h1").isVisible());
});

/** What the worker is doing, as the page sees it. */
const workers = (page) =>
  page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistration();
    return { waiting: Boolean(all.waiting), installing: Boolean(all.installing), caches: (await caches.keys()).length };
  });

/** Looks for an update until the browser is done with it; `false` when the update did not work. */
const update = (page) =>
  page.evaluate(async () => {
    const all = await navigator.serviceWorker.getRegistration();
    const found = new Promise((done) => all.addEventListener("updatefound", () => done(all.installing), { once: true }));
    all.update().catch(() => {});
    const worker = await found;
    return new Promise((done) => {
      const look = () => {
        if (worker.state === "installed") done(true);
        if (worker.state === "redundant") done(false);
      };
      worker.addEventListener("statechange", look);
      look();
    });
  });

test("an update waits until nothing of the old version is open, and then is whole", async (t) => {
  const server = await startServer({ t });
  const proxy = await startProxy(t, server.origin);
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${proxy.origin}/en/`);
  await keptOnDevice(page);
  await page.goto(`${proxy.origin}/en/about/`);
  const mark = (html) => html.replace("<h1", "<p id=\"newer\">newer</p><h1");
  await proxy.change("/en/about/", mark);
  await proxy.change("/en/right-now/", mark);
  assert.equal(await update(page), true);
  assert.deepEqual(await workers(page), { waiting: true, installing: false, caches: 2 });
  await page.goto(`${proxy.origin}/en/right-now/`);
  assert.equal(await page.locator("#newer").count(), 0, "the page that is open stays in its version");
  await page.close();
  const other = await profile.newPage();
  await other.goto(`${proxy.origin}/measures/`);
  await other.close();
  await new Promise((done) => setTimeout(done, 500));
  await server.stop();
  await proxy.stop();
  const later = await profile.newPage();
  for (const path of ["/en/right-now/", "/en/about/"]) {
    await later.goto(proxy.origin + path);
    assert.equal(await later.locator("#newer").count(), 1, path);
  }
  assert.equal((await workers(later)).caches, 1, "the old version is gone");
  await profile.close();
});

test("an update that fails half-way keeps what there was, whole", async (t) => {
  const server = await startServer({ t });
  const proxy = await startProxy(t, server.origin);
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${proxy.origin}/en/`);
  await keptOnDevice(page);
  await page.goto(`${proxy.origin}/en/about/`);
  await proxy.change("/en/right-now/", (html) => html.replace("<h1", "<p id=\"newer\">newer</p><h1"));
  proxy.breakOff("/en/right-now/");
  assert.equal(await update(page), false);
  assert.deepEqual(await workers(page), { waiting: false, installing: false, caches: 1 });
  proxy.mend();
  await proxy.stop();
  for (const path of await staticPages(server.origin)) {
    await page.goto(proxy.origin + path);
    assert.equal(await page.locator("#newer").count(), 0);
    assert.ok(await page.locator("h1").isVisible(), path);
  }
  await profile.close();
});

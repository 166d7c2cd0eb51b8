// SPDX-License-Identifier: Apache-2.0
// The strict policy stands on every page, nothing breaks under it, nobody else is asked anything.
import assert from "node:assert/strict";
import { test } from "node:test";
import { foreign, newProfile } from "../lib/browser.js";
import { SEATS, allPaths } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();

test("every page forbids what it does not need", async () => {
  for (const path of await allPaths(origin)) {
    const answer = await fetch(origin + path);
    const policy = answer.headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /https?:|\*/, path);
    const unsafe = policy.match(/[a-z-]*unsafe[a-z-]*/g) ?? [];
    assert.deepEqual(unsafe, SEATS.includes(path) ? ["wasm-unsafe-eval"] : [], path);
    if (!answer.headers.get("content-type").startsWith("text/html")) continue;
    assert.match(policy, /require-trusted-types-for 'script'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    const html = await answer.text();
    assert.doesNotMatch(html, /<script(?![^>]* src=)/, `${path}: inline script`);
    assert.doesNotMatch(html, / on[a-z]+=/, `${path}: inline handler`);
  }
});

test("no page complains under its policy, and no other server is asked", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  for (const path of (await allPaths(origin)).filter((path) => path.endsWith("/"))) {
    await page.goto(origin + path, { waitUntil: "load" });
    // The app goes on loading after the page has; leaving it halfway would be a complaint of its own.
    if (SEATS.includes(path)) await page.waitForLoadState("networkidle");
    await page.waitForTimeout(50);
    assert.deepEqual(profile.complaints, [], path);
  }
  assert.deepEqual(foreign(profile.asked, origin), []);
  await profile.close();
});

test("a script that somebody slipped in does not run", async () => {
  const profile = await newProfile(browser, { serviceWorkers: "block" });
  await profile.route("**/en/right-now/", async (route) => {
    const answer = await route.fetch();
    const bad = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">";
    await route.fulfill({ response: answer, body: (await answer.text()).replace("</main>", `${bad}</main>`) });
  });
  const page = await profile.newPage();
  await page.goto(`${origin}/en/right-now/`);
  await page.waitForTimeout(200);
  assert.notEqual(await page.title(), "taken");
  assert.ok(profile.complaints.some((words) => words.includes("Content Security Policy")));
  await profile.close();
});

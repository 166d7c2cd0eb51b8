// SPDX-License-Identifier: Apache-2.0
// The store in IndexedDB keeps the rules that every store of the vault keeps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newProfile, openBrowser } from "../lib/browser.js";
import { openProbe } from "../lib/probe.js";
import { startServer } from "../lib/server.js";

test("the store in IndexedDB passes the suite of stores", async (t) => {
  const { origin } = await startServer({ t });
  const browser = await openBrowser();
  t.after(() => browser.close());
  const context = await newProfile(browser, { serviceWorkers: "block" });
  const { call } = await openProbe(context, origin);
  const [many, ...failed] = (await call("probe_conformance")).trim().split("\n");
  assert.match(many, /^9 run$/);
  assert.deepEqual(failed, []);
});

test("a vault of five thousand records opens whole from its chunks", async (t) => {
  const { origin } = await startServer({ t });
  const browser = await openBrowser();
  t.after(() => browser.close());
  const context = await newProfile(browser, { serviceWorkers: "block" });
  const { call } = await openProbe(context, origin);
  await call("probe_fill", "large", 5000);
  const [, , opened] = await call("probe_open", "large");
  assert.equal(opened, 5000);
});

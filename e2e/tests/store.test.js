// SPDX-License-Identifier: Apache-2.0
// The store in IndexedDB keeps the rules that every store of the vault keeps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openProbe } from "../lib/probe.js";
import { stage } from "../lib/stage.js";

/** The probe on a fresh profile. */
const probe = async () => {
  const { origin, browser } = await stage();
  return openProbe(browser, origin);
};

test("the store in IndexedDB passes the suite of stores", async () => {
  const { call } = await probe();
  const [many, ...failed] = (await call("probe_conformance")).trim().split("\n");
  assert.match(many, /^12 run$/);
  assert.deepEqual(failed, []);
});

test("a vault of five thousand records opens whole from its chunks", async () => {
  const { call } = await probe();
  await call("probe_fill", "large", 5000);
  const [, , opened] = await call("probe_open", "large");
  assert.equal(opened, 5000);
});

// SPDX-License-Identifier: Apache-2.0
// Years, kills, a full disk and earlier formats, in short. The long run is `cargo xtask endure`.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frozen, opensToday } from "../endure/formats.js";
import { startFront } from "../endure/front.js";
import { full, smallDisk } from "../endure/full.js";
import { kills } from "../endure/kills.js";
import { torn } from "../endure/torn.js";
import { years } from "../endure/years.js";
import { stage } from "../lib/stage.js";

let front;
before(async () => (front = await startFront((await stage()).origin)));
after(() => front?.stop());

test("half a year with two devices, a new phone and wrong clocks loses nothing that was confirmed", async () => {
  const lived = await years({ origin: front.origin, years: 0.5, records: 250, measured: 1, passcode: "a quiet red bicycle" });
  assert.deepEqual(lived.faults, []);
  assert.ok(lived.rows[0].writes > 200);
  await lived.person.end();
});

test("ten kills at random moments lose nothing that was confirmed and leave nothing by half", async () => {
  const found = await kills({ origin: front.origin, times: 10, passcodes: false });
  assert.deepEqual(found.faults, []);
  assert.ok(found.whole >= 2 && found.windows >= 8);
  assert.ok(found.confirmed > 50 && found.inTheAir > 10);
});

for (const store of await frozen()) {
  test(`a store of an earlier format opens with everything in it and goes on: ${store.name}`, async () => {
    assert.deepEqual(await opensToday(front.origin, store), []);
  });
}

test("a write that was cut off in the middle loses only itself, at this start and at the next ones", async () => {
  assert.deepEqual(await torn({ origin: front.origin, cuts: [100] }), []);
});

test("a full disk loses nothing that was confirmed, and writing goes on with room again", async (t) => {
  const disk = await smallDisk();
  t.diagnostic(`full is ${disk.what}`);
  t.after(disk.putAway);
  const { faults, confirmed, phone } = await full({ origin: front.origin, disk, left: [40_000] });
  await phone.lose().catch(() => {});
  assert.deepEqual(faults, []);
  assert.ok(confirmed >= 60);
});

// SPDX-License-Identifier: Apache-2.0
// Somebody or something has changed what lies on the device behind the app's back.
import { deepEqual, equal } from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { story } from "../lib/story.js";
import { APP, back, behindItsBack, enter, home, on, says, settle, tap, write } from "./steps.js";

/** All records and heads, as `{ store: { key: bytes } }`; the app is not open meanwhile. */
const dump = async (page) => {
  await page.goto("/measures/");
  return behindItsBack(page, async (db) => {
    const all = { heads: {}, log: {}, chunks: {} };
    const tx = db.transaction(Object.keys(all));
    for (const name of Object.keys(all)) {
      tx.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        all[name][cursor.key] = [...cursor.value];
        cursor.continue();
      };
    }
    await new Promise((done) => (tx.oncomplete = done));
    return all;
  });
};

/** Puts `[store, key, bytes]`, or takes a key away where there are no bytes. */
const tamper = (page, changes) =>
  behindItsBack(
    page,
    async (db, changes) => {
      const tx = db.transaction(["heads", "log", "chunks"], "readwrite");
      for (const [name, key, bytes] of changes) {
        if (bytes) tx.objectStore(name).put(new Uint8Array(bytes), key);
        else tx.objectStore(name).delete(key);
      }
      await new Promise((done, failed) => ([tx.oncomplete, tx.onabort] = [done, failed]));
    },
    changes,
  );

const toDiary = (page) => enter(page, "door-diary", "diary-title");

const entries = async (page) => (await page.locator("main button.door span:last-child").allTextContents()).sort();

story("a record that was changed is said in one sentence, and everything else is read", async ({ page }) => {
  await settle(page);
  await toDiary(page);
  for (const words of ["One.", "Two.", "Three."]) await write(page, words);
  const { log } = await dump(page);
  const [, [key, bytes]] = Object.entries(log);
  bytes[bytes.length - 1] ^= 1;
  await tamper(page, [["log", key, bytes]]);
  await page.goto(APP);
  await home(page);
  await says(page, "notice-damaged", { n: 1 });
  await toDiary(page);
  deepEqual(await entries(page), ["One.", "Three."]);
  await write(page, "And it goes on.");
});

story("a record swapped for another of the same device is noticed a moment after opening, and said at home", async ({ page }) => {
  await settle(page);
  await toDiary(page);
  await write(page, "First.");
  const before = await dump(page);
  await page.goto(APP);
  await home(page);
  await toDiary(page);
  await write(page, "There.");
  const { log: there } = await dump(page);
  const [place] = Object.keys(there).filter((key) => !(key in before.log));
  await tamper(page, [
    ["log", place, null],
    ...Object.entries(before.heads).map(([lane, head]) => ["heads", lane, head]),
  ]);
  await page.goto(APP);
  await home(page);
  await toDiary(page);
  for (const words of ["Here.", "Then."]) await write(page, words);
  const { log: here } = await dump(page);
  const keys = Object.keys(here).sort();
  equal(keys.length, 3);
  const chunk = keys.flatMap((key) => (key === place ? there[key] : here[key]));
  await tamper(page, [["chunks", keys[0], chunk], ...keys.map((key) => ["log", key, null])]);
  await page.goto(APP);
  await home(page);
  // Somebody with an urge is not told of it on the way.
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
  await pause(3000);
  equal(await page.getByRole("alert").count(), 0);
  await back(page);
  await home(page);
  await says(page, "notice-two-histories");
  await toDiary(page);
  deepEqual(await entries(page), ["First.", "Then.", "There."]);
});

// SPDX-License-Identifier: Apache-2.0
// A store as an earlier version left it, put in place in a browser: object stores, keys and values as
// docs/format.md names them.
import { readdir, readFile } from "node:fs/promises";
import { Ledger } from "./ledger.js";
import { Phone } from "./phone.js";

const folder = new URL("formats/", import.meta.url);

/** Every frozen store, oldest first, by its name. */
export const frozen = async () => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const read = async (name) => ({ name: name.replace(".json", ""), ...JSON.parse(await readFile(new URL(name, folder), "utf8")) });
  return Promise.all(names.map(read));
};

/** Puts a frozen store in place, as the app would find it. The page must be of the app's origin. */
export const putInPlace = (page, store) =>
  page.evaluate(async ({ meta, heads, log, device_key }) => {
    const bytes = (hex) => Uint8Array.from(hex.match(/../g), (two) => parseInt(two, 16));
    const key = await crypto.subtle.importKey("raw", bytes(device_key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const opening = indexedDB.open("kindhold", 1);
    opening.onupgradeneeded = () => {
      for (const name of ["meta", "keys", "heads", "log", "chunks"]) opening.result.createObjectStore(name);
    };
    const db = await new Promise((done, failed) => ([opening.onsuccess, opening.onerror] = [() => done(opening.result), failed]));
    const tx = db.transaction(["meta", "keys", "heads", "log"], "readwrite");
    for (const [name, rows] of Object.entries({ meta, heads, log })) {
      for (const [at, value] of Object.entries(rows)) tx.objectStore(name).put(bytes(value), at);
    }
    tx.objectStore("keys").put(key, "device");
    await new Promise((done, failed) => ([tx.oncomplete, tx.onabort] = [done, failed]));
    db.close();
    localStorage.setItem("welcomed", "1");
  }, store);

/** Opens a frozen store with the app of today, reads everything, goes on, and opens again. Answers with faults. */
export const opensToday = async (origin, store) => {
  const phone = await new Phone(origin, { passcode: store.passcode || undefined }).start();
  try {
    await putInPlace(phone.page, store);
    await phone.open();
    const ledger = new Ledger();
    for (const { thing, entry, ms, counter } of store.holds) ledger.keep(thing, entry, [ms, counter]);
    for (const thing of store.deleted) ledger.remove(thing);
    const faults = ledger.faults(await phone.read());
    const entry = { kind: "word", value: { kind: "help", text: "still here" } };
    const one = { at: Date.UTC(2030, 0, 1), offset: 0, thing: "ab".repeat(16), entry };
    const [said] = await phone.live([one]);
    ledger.keep(one.thing, entry, said);
    await phone.restart();
    await phone.open();
    return [...faults, ...ledger.faults(await phone.read()).map((fault) => `after going on: ${fault}`)];
  } finally {
    await phone.lose();
  }
};

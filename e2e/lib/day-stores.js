// SPDX-License-Identifier: Apache-2.0
// Everything that a browser keeps: as a page of the site sees it, and as files on the disk.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** All that a page of this origin can read, whatever it is kept in. */
export const keptFor = async (page) => {
  const kept = await page.evaluate(async () => {
    const base64 = (bytes) => {
      let text = "";
      for (let n = 0; n < bytes.length; n += 8192) text += String.fromCharCode(...bytes.subarray(n, n + 8192));
      return btoa(text);
    };
    const plain = (value) => {
      if (value instanceof CryptoKey) return { key: value.algorithm.name, leaves: value.extractable };
      if (value instanceof Uint8Array) return { bytes: base64(value) };
      return { text: JSON.stringify(value) };
    };
    const done = (request) =>
      new Promise((good, bad) => {
        request.onsuccess = () => good(request.result);
        request.onerror = () => bad(request.error);
      });
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      databases[name] = {};
      for (const store of db.objectStoreNames) {
        const from = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(from.getAllKeys()), done(from.getAll())]);
        databases[name][store] = keys.map((key, n) => [String(key), plain(values[n])]);
      }
      db.close();
    }
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request)).arrayBuffer();
        cached.push([request.url, base64(new Uint8Array(body))]);
      }
    }
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, databases, cached, files };
  });
  return { ...kept, cookies: await page.context().cookies() };
};

/** The same as pieces of bytes, each with where it is. */
export const pieces = ({ databases, cached, ...rest }) => {
  const all = [["settings", Buffer.from(JSON.stringify(rest))]];
  for (const [name, stores] of Object.entries(databases)) {
    for (const [store, rows] of Object.entries(stores)) {
      for (const [key, { bytes, ...value }] of rows) {
        const held = bytes === undefined ? Buffer.from(JSON.stringify(value)) : Buffer.from(bytes, "base64");
        all.push([`${name}/${store}/${key}`, Buffer.concat([Buffer.from(key), held])]);
      }
    }
  }
  for (const [url, body] of cached) all.push([url, Buffer.concat([Buffer.from(url), Buffer.from(body, "base64")])]);
  return all;
};

/** Every file below a folder, each with its name. */
export const filesIn = async (folder) => {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
  const read = entries.map(async (e) => {
    const path = join(e.parentPath ?? e.path, e.name);
    return [path.slice(folder.length + 1), await readFile(path)];
  });
  return Promise.all(read);
};

/** How many records each stream has, by its nameless id, in a database that was kept. */
export const streamsOf = (database) => {
  const streams = {};
  for (const [lane, { bytes }] of database?.heads ?? []) {
    const stream = lane.slice(0, 32);
    streams[stream] = (streams[stream] ?? 0) + Number(Buffer.from(bytes, "base64").readBigUInt64BE());
  }
  return streams;
};

// SPDX-License-Identifier: Apache-2.0
// That the inspection of a day can fail: a careless page leaves a word in every place that it can.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import {
  loseKeys, sentPrivately, strayCached, strayCounts, strayLines, strayPlaces, strayRequests, straySettings, tellingHeaders, visitors,
} from "../lib/day-rules.js";
import { openSeat } from "../lib/day-seat.js";
import { openServer } from "../lib/day-server.js";
import { keptFor, pieces } from "../lib/day-stores.js";
import { privateIn, privateWords } from "../lib/day-words.js";
import { allPaths } from "../lib/server.js";

/** What a careless page could do: a word in each place in which a page can leave one. */
const spill = (page, words) =>
  page.evaluate(async (words) => {
    localStorage.setItem("draft", words.local);
    sessionStorage.setItem("draft", words.session);
    document.cookie = `draft=${words.cookie}; path=/`;
    const wide = new Uint8Array([...words.wide].flatMap((letter) => [letter.charCodeAt(0), 0]));
    const key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, true, ["sign"]);
    await new Promise((done) => {
      const opening = indexedDB.open("spilt", 1);
      opening.onupgradeneeded = () => {
        for (const name of ["keys", "rows"]) opening.result.createObjectStore(name);
      };
      opening.onsuccess = () => {
        const tx = opening.result.transaction(["keys", "rows"], "readwrite");
        tx.objectStore("keys").put(key, "device");
        for (const [name, value] of [["text", words.text], ["bytes", new TextEncoder().encode(words.bytes)], ["wide", wide], ["base64", btoa(`.${words.base64}`)]]) {
          tx.objectStore("rows").put(value, name);
        }
        tx.oncomplete = done;
      };
    });
    await (await caches.open("spilt")).put(`/kept/${words.cached}`, new Response("x"));
    const file = await (await navigator.storage.getDirectory()).getFileHandle("spilt", { create: true });
    const writing = await file.createWritable();
    await writing.write(words.file);
    await writing.close();
    navigator.sendBeacon("/beacon", words.beacon);
    const ask = (address, more) => fetch(address, more).catch(() => {});
    await ask(`/relay/v1/vaults/${words.address}`);
    await ask("/relay/v1/push", { method: "POST", body: new TextEncoder().encode(words.body) });
    await ask("https://elsewhere.example/", { mode: "no-cors" });
    await new Promise((done) => (new WebSocket(location.origin.replace("http", "ws")).onerror = done));
    const link = Object.assign(document.createElement("link"), { rel: "preconnect", href: "https://ahead.example" });
    const field = document.createElement("textarea");
    document.body.append(link, field);
  }, words);

test("the search finds a word wherever a page could leave it", { timeout: 120_000 }, async (c) => {
  const server = await openServer(c);
  const site = new Set(await allPaths(server.origin));
  const seat = await openSeat(c, { baseURL: server.origin, bypassCSP: true });
  const page = await seat.context.newPage();
  await page.goto("/measures/");
  const places = ["text", "bytes", "wide", "base64"];
  await spill(page, privateWords(...places, "local", "session", "cookie", "cached", "file", "beacon", "address", "body"));
  await page.locator("textarea").fill(privateWords("typed").typed);
  await page.evaluate(() => history.pushState({}, "", "/measures/#"));
  await page.waitForTimeout(1_000);

  await page.goto("/en/right-now/");

  const kept = await keptFor(page);
  const settings = straySettings(kept).map((one) => one.split(/[ :]/).slice(0, 2).join(" "));
  deepEqual([...new Set(settings)], ["localStorage draft", "sessionStorage draft", "cookie draft=" + privateWords("cookie").cookie, "cookie draft", "a file"]);
  const found = pieces(kept).flatMap(([where, bytes]) => privateIn(bytes, where));
  for (const place of places) ok(found.some((one) => one.startsWith(`spilt/rows/${place}, as ${{ wide: "UTF-16", base64: "base64" }[place] ?? "UTF-8"}`)), place);
  ok(strayCached(kept, server.origin, site).some((url) => url.includes("/kept/")));
  deepEqual(loseKeys(kept), ["spilt/keys/device"]);

  const { files, wire } = await seat.end();
  const stray = strayRequests(wire, server.origin, site).join("\n");
  for (const part of ["/beacon", "/relay/v1/vaults/", "https://elsewhere.example/", "ws://"]) ok(stray.includes(part), `${part} in\n${stray}`);
  const elsewhere = strayPlaces(wire, server.origin);
  // A name that is looked up ahead is not told by the record, but that one was.
  for (const part of ["https://elsewhere.example", "https://~notfound"]) ok(elsewhere.includes(part), `${part} in ${elsewhere}`);
  const telling = tellingHeaders(wire).join("");
  ok(/^cookie: draft=/im.test(telling) && /^upgrade: websocket/im.test(telling), telling);
  const sent = sentPrivately(wire).join("\n");
  for (const name of ["beacon", "address", "body"]) ok(wire.sent.some((bytes) => bytes.includes(privateWords(name)[name])), name);
  ok(sent.includes("what was sent, as UTF-8") && sent.includes("an address, as UTF-8"));
  const onDisk = files.flatMap(([where, bytes]) => privateIn(bytes, where)).join("\n");
  for (const part of ["IndexedDB", "Local Storage", "Session Storage", "CacheStorage", "File System", "Sessions/"]) ok(onDisk.includes(part), `${part} in\n${onDisk}`);

  deepEqual(strayLines('{"event":"fault","level":"error","unix":1}\nGET /en/ 200\n').length, 2);
  deepEqual(strayCounts('kindhold_relay_answers_total{route="/push",status="204"} 1\nkindhold_relay_answers_total{vault="ab"} 1\n').length, 1);
  deepEqual(visitors(Buffer.from("Mozilla/5.0 from 127.0.0.1"), "a table").length, 2);
});

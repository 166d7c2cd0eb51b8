// SPDX-License-Identifier: Apache-2.0
// What a person waits for, as ratios to a reference of the same run. `cargo xtask bench`.
import { brotliCompressSync } from "node:zlib";
import { newProfile, openBrowser } from "../lib/browser.js";
import { openProbe } from "../lib/probe.js";
import { startServer, staticPages } from "../lib/server.js";

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const say = (what, value, unit, reference, of) =>
  console.log(
    `${what.padEnd(48)} ${value.toFixed(1).padStart(9)} ${unit}   ${(value / of).toFixed(2)} of ${reference} (${of.toFixed(1)} ${unit})`,
  );

const server = await startServer();
const browser = await openBrowser();
const fresh = (options) => newProfile(browser, options);

const opening = async () => {
  const { call } = await openProbe(browser, server.origin);
  await call("probe_fill", "bench", 20000);
  const rounds = [];
  for (let n = 0; n < 3; n += 1) rounds.push(await call("probe_open", "bench"));
  const all = median(rounds.map(([all]) => all));
  const decrypting = median(rounds.map(([, decrypting]) => decrypting));
  say("open a vault of 20,000 records", all, "ms", "decrypting the same alone", decrypting);
};

/** The browser's own price for one strictly durable write of the same size. */
const bareWrites = (page, times) =>
  page.evaluate(async (times) => {
    const wait = (on, good) => new Promise((done, failed) => ([on[good], on.onerror] = [done, failed]));
    const request = indexedDB.open("bare", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("log");
    await wait(request, "onsuccess").catch(() => {});
    const took = [];
    for (let n = 0; n < times; n += 1) {
      const began = performance.now();
      const tx = request.result.transaction("log", "readwrite", { durability: "strict" });
      tx.objectStore("log").put(new Uint8Array(651), n);
      await new Promise((done, failed) => ([tx.oncomplete, tx.onabort] = [done, failed]));
      took.push(performance.now() - began);
    }
    return took;
  }, times);

const writing = async () => {
  const { page, call } = await openProbe(browser, server.origin);
  await call("probe_fill", "write", 1);
  const ours = median(await call("probe_write", "write", 60));
  await page.evaluate(() => {
    window.opened = new Promise((done) => {
      const request = indexedDB.open("bare", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("log");
      request.onsuccess = () => done(request.result.close());
    });
    return window.opened;
  });
  const bare = median(await bareWrites(page, 60));
  say("write one record until it is on the disk", ours, "ms", "a bare durable write", bare);
};

const slowly = async (context) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  return page;
};

const firstPractice = async () => {
  const app = [];
  const page = [];
  for (let n = 0; n < 3; n += 1) {
    const context = await fresh({ serviceWorkers: "block" });
    const set = await context.newPage();
    await set.goto(`${server.origin}/app/`);
    await set.getByRole("button", { name: "I have an urge" }).click();
    await set.getByRole("heading", { name: "How strong is it?" }).waitFor();
    await set.close();
    const slow = await slowly(context);
    let began = performance.now();
    await slow.goto(`${server.origin}/app/`);
    await slow.getByRole("button", { name: "I have an urge" }).click();
    await slow.getByRole("button", { name: "Just start something" }).click();
    await slow.locator(".step-text").waitFor();
    app.push(performance.now() - began);
    began = performance.now();
    await slow.goto(`${server.origin}/en/right-now/`);
    await slow.getByRole("heading", { level: 1 }).waitFor();
    page.push(performance.now() - began);
    await context.close();
  }
  say("cold start to the first practice, CPU 6x slower", median(app), "ms", "the static page right now", median(page));
};

const bytes = async () => {
  for (const path of await staticPages(server.origin)) {
    const text = await (await fetch(server.origin + path)).text();
    say(path, brotliCompressSync(text).length, "B ", "a first packet's 14,000", 14000);
  }
};

for (const work of [opening, writing, firstPractice, bytes]) await work();
await browser.close();
await server.stop();

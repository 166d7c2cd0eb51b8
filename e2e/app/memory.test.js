// SPDX-License-Identifier: Apache-2.0
// What a lock leaves in memory: all that a real browser's programs can read is searched, on Linux. Everything is
// found first, so that the search can fail. Words are typed key by key, as a person does: a tool that hands over
// a whole sentence would leave it in places of its own.
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openProfile } from "../lib/browser.js";
import { knownKeys } from "../lib/draws.js";
import { asBytes, asText, family, programOf, search } from "../lib/memory.js";
import { stage } from "../lib/stage.js";
import { story, until } from "../lib/story.js";
import { APP, back, door, enter, field, hide, home, on, says, settle, show, tap, write } from "./steps.js";
import { toHub } from "./together.js";

/** How long a process that was left may take to end on a busy machine, in milliseconds. */
const ENDING = 15_000;
/** A nonsense word of so many letters. */
const word = (many) => Array.from(randomBytes(many), (byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("");
/** A sentence whose every word begins alike: any sixteen letters of it have a beginning. */
const sentence = (mark) => Array.from({ length: 6 }, () => mark + word(2)).join(" ");

/** Key by key, into the field that has the focus. */
const type = async (page, where, text) => {
  await where.click();
  await page.keyboard.type(text);
};

const firstDay = async (page, passcode, words) => {
  await page.goto(APP);
  await tap(page, "next");
  await on(page, "welcome-country");
  await tap(page, "skip");
  await on(page, "welcome-passcode");
  for (const key of ["passcode-new", "passcode-again"]) await type(page, field(page, key), passcode);
  await tap(page, "welcome-use-passcode");
  await home(page);
  // The worker is there from the first visit on, and a process that it is in does not end.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await enter(page, "door-diary", "diary-title");
  await tap(page, "diary-new");
  await type(page, page.locator("textarea"), words);
  await tap(page, "keep");
  await on(page, "diary-title");
};

const open = async (page, passcode) => {
  await type(page, page.locator("#passcode"), passcode);
  await page.keyboard.press("Enter");
  await home(page);
};

/** What is found where: `renderer sentence`, `browser passcode`, … each once. */
const places = ({ found }) => [...new Set(found.map(({ kind, what }) => `${kind} ${what}`))].sort();

/** Searches until nothing is found that may not be there, or the time is over. */
const settled = async (root, needles, may = () => false) => {
  const end = Date.now() + ENDING;
  for (;;) {
    const seen = search(family(root), needles);
    const left = { ...seen, found: seen.found.filter((one) => !may(one)) };
    if (!left.found.length || Date.now() > end) return { left, seen };
  }
};

test("after a lock, no memory holds what was read or any key, and none but the browser's own holds what was typed", { timeout: 180_000 }, async (t) => {
  const { origin } = await stage();
  const [mark, passMark] = [word(7), word(7)];
  const [words, passcode] = [sentence(mark), passMark + word(6)];
  const folder = await mkdtemp(join(tmpdir(), "kindhold-memory-"));
  // As people have it: the browser keeps pages for "back", which Playwright otherwise turns off.
  const ignoreDefaultArgs = ["--disable-back-forward-cache"];
  const options = { folder, ignoreDefaultArgs, baseURL: origin, locale: "en-GB" };

  // The day something is written: the browser's own process hands on what is typed, and keeps pieces of it.
  const written = await openProfile(t, options);
  const drawn = await knownKeys(written);
  const needles = [...asText("sentence", mark), ...asText("passcode", passMark), asBytes("key", drawn.mark)];
  let page = written.pages()[0];
  await firstDay(page, passcode, words);
  // The master key, one for each stream, and one that is made to see how quick the device is.
  equal(await drawn.many(page), 11);
  let root = programOf(`--user-data-dir=${folder}`);
  const before = search(family(root), needles);
  for (const what of ["sentence", "passcode", "key"]) ok(places(before).includes(`renderer ${what}`), `${places(before)}`);
  await back(page);
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await tap(page, "lock-now");
  await on(page, "locked-title");
  const typed = ({ kind, what }) => kind === "browser" && ["sentence", "passcode"].includes(what);
  const first = await settled(root, needles, typed);
  deepEqual(places(first.left), []);
  t.diagnostic(`typed: ${first.seen.found.length} pieces in the browser's own process, in ${Math.round(first.seen.read / 2 ** 20)} MiB read`);
  await written.close();

  // Another day it is read: then it is nowhere, however the lock comes. Of the passcode, which is typed, no more
  // than before.
  const read = await openProfile(t, options);
  root = programOf(`--user-data-dir=${folder}`);
  page = read.pages()[0];
  const asked = ({ kind, what }) => kind === "browser" && what === "passcode";
  const ways = {
    "out of sight": async () => {
      await page.evaluate(() => localStorage.setItem("lock-after", "0"));
      await hide(page);
      await until("the lock", () => page.locator("#passcode").isVisible().catch(() => false));
      await show(page);
    },
    leaving: async () => {
      await page.locator(".exit").click();
      await page.waitForURL("**/measures/");
    },
  };
  for (const [way, lock] of Object.entries(ways)) {
    await page.goto(APP);
    await open(page, passcode);
    await enter(page, "door-diary", "diary-title");
    const shown = places(search(family(root), needles));
    for (const what of ["sentence", "key"]) ok(shown.includes(`renderer ${what}`), `${way}: ${shown}`);
    await lock();
    const { left } = await settled(root, needles, asked);
    deepEqual(places(left), [], way);
  }
});

story("the relay of somebody who writes has no word and no key in its memory, its files or its log", async ({ page, context, relay }) => {
  const words = sentence(word(7));
  const drawn = await knownKeys(context);
  await settle(page);
  await toHub(page);
  await tap(page, "on-do");
  await says(page, "on-done");
  await back(page);
  await home(page);
  const sent = page.waitForResponse((answer) => answer.url().endsWith("/push") && answer.ok());
  await enter(page, "door-diary", "diary-title");
  await write(page, words);
  await sent;
  const needles = [
    ...asText("sentence", words.slice(0, 7)), asBytes("key", drawn.mark), ...asText("its folder", relay.data),
  ];
  const { found } = search(family(programOf(`--data ${relay.data}`)), needles);
  deepEqual([...new Set(found.map(({ what }) => what))], ["its folder"]);
  const files = (await readdir(relay.data, { withFileTypes: true })).filter((one) => one.isFile());
  ok(files.length > 0);
  const kept = await Promise.all(files.map(({ name }) => readFile(join(relay.data, name))));
  for (const { what, bytes } of needles.slice(0, -2)) {
    for (const lies of [...kept, Buffer.from(relay.log())]) ok(!lies.includes(bytes), what);
  }
});

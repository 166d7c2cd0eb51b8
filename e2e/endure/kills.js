// SPDX-License-Identifier: Apache-2.0
// SIGKILL at random moments while two windows write, change, delete and fold, several at a time. After each, what
// was confirmed is there, and nothing is there by half.
import { setTimeout as pause } from "node:timers/promises";
import { chance } from "./chance.js";
import { entries } from "./entries.js";
import { Ledger } from "./ledger.js";
import { Phone } from "./phone.js";

/** After so many kills a fresh profile, so that reading everything stays quick. */
const A_PROFILE = 50;
/** One kill in so many is of the whole browser; the others are of every window's process. */
export const WHOLE_EVERY = 6;
/** One profile in so many has a passcode, and one kill in so many there falls while it is being changed. */
const PASSCODE_EVERY = 5;
const KINDS = ["urge", "diary", "letter", "word"];

/** What is begun in one round, with numbers to know it by. */
const plan = (by, known, at) => {
  const write = entries(by);
  const touched = new Set();
  return Array.from({ length: by.whole(20, 60) }, (_, n) => {
    const when = { n, at: at + n * 1000, offset: 60 };
    const old = known.length && by.happens(30) ? by.one(known) : undefined;
    if (old && !touched.has(old.thing)) {
      touched.add(old.thing);
      if (by.happens(40)) return { ...when, thing: old.thing, gone: true };
      const wall = { unix_ms: at, offset_min: 60 };
      return { ...when, thing: old.thing, what: old.what, entry: write.goOn(old.what, old.entry, wall, n, true) };
    }
    if (by.happens(8)) return { ...when, fold: true };
    const what = by.one(KINDS);
    return { ...when, thing: by.name(), what, entry: write.begin(what, { unix_ms: at + n * 1000, offset_min: 60 }) };
  });
};

/** Begins a round in both windows; answers with what was not confirmed when it was cut off. */
const cutOff = async (phone, by, ledger, known, { whole, passcode, at }) => {
  const all = plan(by, known, at);
  const confirmed = new Set();
  let next;
  phone.onConfirmed = (n, said) => {
    const one = all[n];
    if (one === undefined) return void (phone.passcode = next);
    confirmed.add(n);
    if (one.gone) {
      ledger.remove(one.thing);
      known.splice(known.findIndex(({ thing }) => thing === one.thing), 1);
    } else if (one.thing) {
      ledger.keep(one.thing, one.entry, said);
      const held = known.find(({ thing }) => thing === one.thing);
      if (held) held.entry = one.entry;
      else known.push({ thing: one.thing, what: one.what, entry: one.entry });
    }
  };
  if (passcode) {
    next = `passcode ${at}`;
    await phone.rush(phone.page, [{ n: -1, now: phone.passcode, passcode: next }], 0);
    await pause(by.whole(0, 900));
  }
  const [here, there] = [all.filter(({ n }) => n % 3), all.filter(({ n }) => n % 3 === 0)];
  const every = by.one([0, 1, 4]);
  await Promise.all([phone.rush(phone.page, here, every), phone.rush(phone.second, there, every)]);
  await pause(by.whole(0, 220));
  await (whole ? phone.kill() : phone.killWindows());
  await pause(1);
  const left = all.filter((one) => one.thing && !confirmed.has(one.n));
  return {
    many: confirmed.size,
    next,
    air: { kept: left.filter((one) => one.entry), deleted: left.filter((one) => one.gone).map((one) => one.thing) },
  };
};

const isOver = (error) => /has been closed|crashed/.test(String(error));

/** Begins again, and reads everything. A browser that ends by itself meanwhile is begun once more: a kill that we did not ask for. */
const readAgain = async (phone, next, begin, found) => {
  try {
    await begin();
    await openAgain(phone, next);
    return await phone.read();
  } catch (error) {
    if (!isOver(error)) throw error;
    found.byThemselves += 1;
    await phone.kill().catch(() => {});
    await phone.start();
    await openAgain(phone, next);
    return phone.read();
  }
};

const startBoth = async (phone, found) => {
  try {
    await phone.startSecond();
  } catch (error) {
    if (!isOver(error)) throw error;
    found.byThemselves += 1;
    await phone.kill().catch(() => {});
    await phone.start();
    await phone.open();
    await phone.startSecond();
  }
};

/** Opens with the passcode that holds: the last confirmed, or the one that was just being set. */
const openAgain = async (phone, next) => {
  try {
    await phone.open();
  } catch (error) {
    if (!next || phone.passcode === next || !/WrongPasscode/.test(String(error))) throw error;
    phone.passcode = next;
    await phone.open();
  }
};

/** Kills so many times. Answers with how often which, and what went wrong. */
export const kills = async ({ origin, seed = 11, times, passcodes = true, say = () => {} }) => {
  const by = chance(seed);
  const found = { whole: 0, windows: 0, byThemselves: 0, confirmed: 0, inTheAir: 0, reached: 0, passcodes: 0, faults: [] };
  let [phone, ledger, known] = [];
  for (let round = 0; round < times; round++) {
    const at = Date.UTC(2026, 0, 1) + round * 3_600_000;
    if (round % A_PROFILE === 0) {
      await phone?.lose();
      const passcode = passcodes && (round / A_PROFILE) % PASSCODE_EVERY === 0 ? "a first passcode" : undefined;
      [phone, ledger, known] = [await new Phone(origin, { passcode }).start(), new Ledger(), []];
      await phone.begin();
    }
    await startBoth(phone, found);
    const [whole, passcode] = [round % WHOLE_EVERY === 0, phone.passcode !== undefined && round % PASSCODE_EVERY === 2];
    const { many, next, air } = await cutOff(phone, by, ledger, known, { whole, passcode, at });
    const read = await readAgain(phone, next, () => (whole ? phone.start() : phone.startWindow()), found);
    found.faults.push(...ledger.faults(read, air).map((fault) => `after kill ${round}: ${fault}`));
    const before = ledger.versions + ledger.gone;
    ledger.settle(read, air);
    known = known.filter(({ thing }) => !read.lines.some((line) => line.deleted && line.thing === thing));
    found[whole ? "whole" : "windows"] += 1;
    found.passcodes += passcode ? 1 : 0;
    found.confirmed += many;
    found.inTheAir += air.kept.length + air.deleted.length;
    found.reached += ledger.versions + ledger.gone - before;
    if (round % 50 === 49) say(`${round + 1} kills, ${found.confirmed} writes confirmed before them, ${found.inTheAir} in the air`);
  }
  await phone?.lose();
  return found;
};

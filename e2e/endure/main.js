// SPDX-License-Identifier: Apache-2.0
// `cargo xtask endure`: everything, at the length that was asked for.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../lib/server.js";
import { startFront } from "./front.js";
import { saysWhenFull, walk } from "./app.js";
import { frozen, opensToday } from "./formats.js";
import { full, smallDisk } from "./full.js";
import { kills } from "./kills.js";
import { torn } from "./torn.js";
import { years } from "./years.js";

const asked = (name, otherwise) => Number(process.env[name] ?? otherwise);
const [YEARS, RECORDS, KILLS] = [asked("YEARS", 10), asked("RECORDS", 20_000), asked("KILLS", 1000)];
const begun = performance.now();
const say = (words) => console.log(`${((performance.now() - begun) / 60_000).toFixed(1).padStart(5)} min  ${words}`);

const data = await mkdtemp(join(tmpdir(), "kindhold-relay-"));
const server = await startServer({ data });
const front = await startFront(server.origin);
const faults = [];

const table = (rows) => {
  const [first] = rows;
  console.log("| Year | Writes | Records | Versions | Deleted | Opening, ms | Passcode alone, ms | Without it, to year one | Without it, to the passcode |");
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const { year, writes, records, versions, gone, opening, passcode } of rows) {
    const ratios = [(opening - passcode) / (first.opening - first.passcode), (opening - passcode) / passcode];
    const cells = [year, writes, records, versions, gone, opening.toFixed(0), passcode.toFixed(0), ...ratios.map((one) => one.toFixed(2))];
    console.log(`| ${cells.join(" | ")} |`);
  }
};

const PARTS = {
  years: async () => {
    const lived = await years({ origin: front.origin, seed: asked("SEED", 7), years: YEARS, records: RECORDS, passcode: "a quiet red bicycle", say });
    faults.push(...lived.faults);
    say(`${lived.faults.length} faults in ${lived.rows.length} years`);
    lived.notes.forEach(say);
    table(lived.rows);
    const seen = await walk(lived.person.phone, process.env.PICTURES);
    for (const [what, ms] of Object.entries(seen)) console.log(`${what.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms`);
    await lived.person.end();
  },
  formats: async () => {
    for (const store of await frozen()) {
      const found = await opensToday(front.origin, store);
      faults.push(...found.map((fault) => `${store.name}: ${fault}`));
      say(`${store.name}: ${store.holds.length} versions of things, ${found.length} faults`);
    }
  },
  torn: async () => {
    faults.push(...(await torn({ origin: front.origin, say })).map((fault) => `torn: ${fault}`));
  },
  full: async () => {
    const disk = await smallDisk();
    try {
      say(`full is ${disk.what}`);
      const found = await full({ origin: front.origin, disk, say });
      faults.push(...found.faults.map((fault) => `full: ${fault}`));
      say(`${found.confirmed} versions confirmed; the screen says: ${await saysWhenFull(found.phone, disk)}`);
      await found.phone.lose().catch(() => {});
    } finally {
      await disk.putAway();
    }
  },
  kills: async () => {
    const { faults: found, ...counts } = await kills({ origin: front.origin, seed: asked("SEED", 7) + 4, times: KILLS, say });
    faults.push(...found);
    say(`${found.length} faults after ${KILLS} kills`);
    for (const [what, many] of Object.entries(counts)) console.log(`${what.padEnd(12)} ${many}`);
  },
};

const only = process.env.PARTS?.split(",") ?? Object.keys(PARTS);
try {
  for (const part of only) {
    say(`begins: ${part}`);
    await PARTS[part]();
  }
} catch (error) {
  faults.push(`it broke off: ${error.stack}`);
} finally {
  await front.stop();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
faults.forEach((fault) => console.log(`✗ ${fault}`));
say(faults.length ? `${faults.length} faults` : "nothing was lost, nothing came back, nothing is there twice");
process.exitCode = faults.length ? 1 : 0;

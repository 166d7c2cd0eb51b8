// SPDX-License-Identifier: Apache-2.0
// `cargo xtask endure`: everything, at the length that was asked for.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../lib/server.js";
import { startFront } from "./front.js";
import { walk } from "./app.js";
import { years } from "./years.js";

const asked = (name, otherwise) => Number(process.env[name] ?? otherwise);
const [YEARS, RECORDS, KILLS] = [asked("YEARS", 10), asked("RECORDS", 20_000), asked("KILLS", 1000)];
const begun = performance.now();
const say = (words) => console.log(`${((performance.now() - begun) / 60_000).toFixed(1).padStart(5)} min  ${words}`);

const data = await mkdtemp(join(tmpdir(), "kindhold-relay-"));
const server = await startServer({ data });
const front = await startFront(server.origin);
const faults = [];

const PARTS = {
  years: async () => {
    const lived = await years({ origin: front.origin, years: YEARS, records: RECORDS, passcode: "a quiet red bicycle", say });
    faults.push(...lived.faults);
    lived.notes.forEach(say);
    const [first] = lived.rows;
    console.log("year  writes  records  versions  deleted  opening ms  of it passcode ms  without it, to year one");
    for (const row of lived.rows) {
      const [own, before] = [row.opening - row.passcode, first.opening - first.passcode];
      console.log([row.year, row.writes, row.records, row.versions, row.gone, row.opening.toFixed(0), row.passcode.toFixed(0), (own / before).toFixed(1)].join("  "));
    }
    const seen = await walk(lived.person.phone, process.env.PICTURES);
    for (const [what, ms] of Object.entries(seen)) console.log(`${what.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms`);
    await lived.person.end();
  },
};

const only = process.env.PARTS?.split(",") ?? Object.keys(PARTS);
try {
  for (const part of only) {
    say(`begins: ${part}`);
    await PARTS[part]();
  }
} finally {
  await front.stop();
  await server.stop();
  await rm(data, { recursive: true, force: true });
}
faults.forEach((fault) => console.log(`✗ ${fault}`));
say(faults.length ? `${faults.length} faults` : "nothing was lost, nothing came back, nothing is there twice");
process.exitCode = faults.length ? 1 : 0;

// SPDX-License-Identifier: Apache-2.0
// What a counsellor waits for: a caseload of many, and one client with many records, as ratios to a
// reference of the same run. `cargo xtask bench seats`; CLIENTS and RECORDS say how many.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { newProfile, openBrowser } from "../lib/browser.js";
import { startServer } from "../lib/server.js";
import { t } from "../lib/words.js";
import { on, tap } from "../app/steps.js";
import { COUNSELLOR, SEAT_PASSCODE, accept, invite, takeSeat } from "../app/together.js";

const run = promisify(execFile);
const CLIENTS = Number(process.env.CLIENTS ?? 10);
const RECORDS = Number(process.env.RECORDS ?? 20_000);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const say = (what, value, reference, of) =>
  console.log(`${what.padEnd(58)} ${value.toFixed(0).padStart(7)} ms   ${(value / of).toFixed(2)} of ${reference} (${of.toFixed(0)} ms)`);

const data = await mkdtemp(join(tmpdir(), "kindhold-relay-"));
const server = await startServer({ data, args: ["--no-limits"] });
const browser = await openBrowser();
const desk = await newProfile(browser, { baseURL: server.origin, locale: "en-GB", viewport: { width: 1280, height: 800 } });
desk.setDefaultTimeout(60_000);
const page = await desk.newPage();

/** One more client, who shows so many records. */
const join1 = async (name) => {
  const link = await invite(page, "Dr Reed");
  const { stdout } = await run(process.env.CLIENT, [server.addr, link, name, String(RECORDS)]);
  await page.locator(".six-words li").first().waitFor();
  const words = await accept(page);
  if (words.join(" ") !== stdout.trim()) throw new Error("the words differ");
};

/** Milliseconds from a lock that has just opened to the list of clients. */
const unlocked = async () => {
  const rounds = [];
  for (let n = 0; n < 5; n += 1) {
    await page.goto(COUNSELLOR);
    await on(page, "locked-title");
    await page.locator("#passcode").fill(SEAT_PASSCODE);
    const began = performance.now();
    await tap(page, "locked-open");
    await page.locator(".client").first().waitFor();
    rounds.push(performance.now() - began);
  }
  return median(rounds);
};

/** Milliseconds from a tap on a client to their picture; from the second look on, nothing is fetched. */
const opened = async (name) => {
  const rounds = [];
  for (let n = 0; n < 5; n += 1) {
    await page.goto(COUNSELLOR);
    await page.locator("#passcode").fill(SEAT_PASSCODE);
    await tap(page, "locked-open");
    const client = page.locator(".client", { hasText: name });
    await client.waitFor();
    await page.waitForTimeout(500);
    const began = performance.now();
    await client.click();
    await page.getByRole("heading", { name: t("picture-episodes") }).waitFor();
    rounds.push(performance.now() - began);
  }
  return median(rounds);
};

await takeSeat(page);
await page.goto(COUNSELLOR);
const names = Array.from({ length: CLIENTS }, (_, n) => `Client ${String(n + 1).padStart(3, "0")}`);
await page.locator("#passcode").fill(SEAT_PASSCODE);
await tap(page, "locked-open");
await on(page, "caseload-title");
let began = performance.now();
await join1(names[0]);
const first = performance.now() - began;
const one = await unlocked();
began = performance.now();
for (const name of names.slice(1)) {
  await join1(name);
  console.log(`${name} is there`);
}
const each = (performance.now() - began) / Math.max(1, CLIENTS - 1);
const all = await unlocked();
const picture = await opened(names[Math.floor(CLIENTS / 2)]);
say(`caseload of ${CLIENTS}, from a tap on “open”`, all, "a caseload of one", one);
say(`a client with ${RECORDS} records, from a tap to the picture`, picture, "a caseload of one", one);
say("each client from invitation to list, their device included", each, "the first", first);
await browser.close();
await server.stop();
await rm(data, { recursive: true, force: true });

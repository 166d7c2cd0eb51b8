// SPDX-License-Identifier: Apache-2.0
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  back, button, door, enter, field, home, on, rows, settle, tap, toOffers, write, writePlan,
} from "./steps.js";
import { bringIn, save, toData } from "./moving.js";

/** Something of each kind, and a deleted thing. */
const fill = async (page) => {
  await settle(page);
  await writePlan(page, { alone: ["The first way"], people: [{ name: "Grandad", phone: "020 7946 0002" }] });
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await page.getByLabel(t("plan-alone"), { exact: true }).fill("The second way — “ünïcödé” 🫖");
  await tap(page, "keep");
  await on(page, "plan-title");
  await back(page);
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "A deleted line.");
  await page.getByText("A deleted line.").click();
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await on(page, "diary-title");
  await write(page, "The heron came back.", { feelings: ["numb"] });
  await back(page);
  await home(page);
  await enter(page, "door-letters", "letters-title");
  await tap(page, "letter-new");
  await field(page, "letter-to").fill("To the loud part");
  await tap(page, "keep");
  await on(page, "letters-title");
  await back(page);
  await home(page);
  await toOffers(page, { strength: 5, functions: ["belong"] });
  for (let n = 0; n < 3; n++) await back(page);
  await home(page);
};

// The age program asks its terminal for the passphrase, so Python lends it one.
const TERMINAL = `
import os, pty, sys, time
pid, fd = pty.fork()
if pid == 0:
    os.execvp("age", ["age", "-d", "-o", sys.argv[2], sys.argv[1]])
said = b""
while b"passphrase" not in said:
    said += os.read(fd, 1024)
time.sleep(0.2)
os.write(fd, sys.argv[3].encode() + b"\\n")
try:
    while os.read(fd, 1024):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
const AGE = ["/usr/bin/age", "/usr/local/bin/age"].some(existsSync);

const openWithAge = async (bytes, passphrase) => {
  const folder = await mkdtemp(join(tmpdir(), "kindhold-export-"));
  try {
    const [sealed, open] = [join(folder, "notes.age"), join(folder, "notes.json")];
    await writeFile(sealed, bytes);
    execFileSync("python3", ["-c", TERMINAL, sealed, open, passphrase]);
    return await readFile(open, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
};

story("the saved file opens with the age program, and readable JSON is inside", { skip: !AGE && "no age program here" }, async ({ page }) => {
  await fill(page);
  await toData(page);
  const { bytes, passphrase, name } = await save(page);
  ok(/^notes-\d{4}-\d\d-\d\d\.age$/.test(name), name);
  ok(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/.test(passphrase), passphrase);
  const text = await openWithAge(bytes, passphrase);
  const { format, version, entries } = JSON.parse(text);
  equal(format, "kindhold-export");
  equal(version, 1);
  for (const words of ["The first way", "The second way — “ünïcödé” 🫖", "The heron came back.", "To the loud part", "belong"]) {
    ok(text.includes(words), words);
  }
  ok(!text.includes("A deleted line."));
  ok(entries.length >= 5);
  ok(!bytes.includes("heron"));
});

story("a saved file brings everything to another device, and twice brings nothing new", async ({ page, another }) => {
  await fill(page);
  await toData(page);
  const { bytes, passphrase } = await save(page);
  const other = await (await another()).newPage();
  await settle(other, { passcode: "another small device" });
  await toData(other);
  ok(/^\d+ /.test(await bringIn(other, bytes, passphrase)));
  const before = await rows(other);
  equal(await bringIn(other, bytes, passphrase), t("import-nothing-new"));
  deepEqual(await rows(other), before);
  await other.goto("/app/");
  await other.locator("#passcode").fill("another small device");
  await tap(other, "locked-open");
  await home(other);
  await enter(other, "door-plan", "plan-title");
  await other.locator(".plan-part").getByText("The second way — “ünïcödé” 🫖").first().waitFor();
  await other.getByText(t("plan-earlier"), { exact: true }).click();
  equal(await other.locator("details details").count(), 1);
  await back(other);
  await home(other);
  await enter(other, "door-diary", "diary-title");
  await other.getByText("The heron came back.").waitFor();
  equal(await other.locator("button.door").count(), 1);
  await back(other);
  await home(other);
  await enter(other, "door-letters", "letters-title");
  await other.getByText("To the loud part").waitFor();
});

story("a file comes into what is already here, and both are there afterwards", async ({ page, another }) => {
  await fill(page);
  await toData(page);
  const { bytes, passphrase } = await save(page, "seven odd spoons in June");
  equal(passphrase, "seven odd spoons in June");
  const other = await (await another()).newPage();
  await settle(other);
  await enter(other, "door-diary", "diary-title");
  await write(other, "Already here.");
  await back(other);
  await home(other);
  await toData(other);
  await bringIn(other, bytes, passphrase);
  await back(other);
  await back(other);
  await home(other);
  await enter(other, "door-diary", "diary-title");
  await other.getByText("Already here.").waitFor();
  await other.getByText("The heron came back.").waitFor();
});

story("a copy from a phone whose clock was once a year ahead comes in whole, and twice brings nothing new", async ({ page, another }) => {
  const now = Date.now();
  await page.clock.install({ time: now });
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "On a right day.");
  await page.clock.setSystemTime(now + 365 * 86_400_000);
  await write(page, "A year ahead.");
  await page.getByText("A year ahead.").click();
  await page.locator("textarea").fill("A year ahead, said better.");
  await tap(page, "keep");
  await on(page, "diary-title");
  await page.clock.setSystemTime(now + 60_000);
  await write(page, "Right again.");
  await back(page);
  await home(page);
  await toData(page);
  const { bytes, passphrase } = await save(page);
  const other = await (await another()).newPage();
  await settle(other);
  await toData(other);
  ok(/^\d+ /.test(await bringIn(other, bytes, passphrase)));
  equal(await bringIn(other, bytes, passphrase), t("import-nothing-new"));
  await other.goto("/app/");
  await home(other);
  await enter(other, "door-diary", "diary-title");
  for (const words of ["On a right day.", "A year ahead, said better.", "Right again."]) await other.getByText(words, { exact: true }).waitFor();
  equal(await other.locator("button.door").count(), 3);
});

story("what was deleted here does not come back with an older file", async ({ page }) => {
  await fill(page);
  await toData(page);
  const { bytes, passphrase } = await save(page);
  await back(page);
  await back(page);
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText("The heron came back.").click();
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await on(page, "diary-title");
  await back(page);
  await home(page);
  await toData(page);
  await bringIn(page, bytes, passphrase);
  await back(page);
  await back(page);
  await home(page);
  await enter(page, "door-diary", "diary-title");
  equal(await page.getByText("The heron came back.").count(), 0);
});

story("a wrong passphrase, a damaged file, a cut one and a foreign one: a sentence each, and nothing changes", async ({ page, another }) => {
  await fill(page);
  await toData(page);
  const { bytes, passphrase } = await save(page);
  const other = await (await another()).newPage();
  await settle(other);
  await toData(other);
  const before = await rows(other);
  const flipped = (at) => {
    const copy = Buffer.from(bytes);
    copy[at] ^= 1;
    return copy;
  };
  equal(await bringIn(other, bytes, "aaaa-bbbb-cccc-dddd-eeee"), t("trouble-file-wrong-passphrase"));
  equal(await bringIn(other, flipped(bytes.length - 5), passphrase), t("trouble-file-damaged"));
  equal(await bringIn(other, flipped(Math.floor(bytes.length / 2)), passphrase), t("trouble-file-damaged"));
  equal(await bringIn(other, bytes.subarray(0, bytes.length - 20), passphrase), t("trouble-file-damaged"));
  equal(await bringIn(other, bytes.subarray(0, 30), passphrase), t("trouble-file-damaged"));
  equal(await bringIn(other, Buffer.from("just a shopping list\n"), passphrase), t("trouble-file-not-ours"));
  equal(await bringIn(other, Buffer.alloc(0), passphrase), t("trouble-file-not-ours"));
  deepEqual(await rows(other), before);
  await tap(other, "import-do");
  await bringIn(other, bytes, ` ${passphrase} `);
  ok((await rows(other)).log > (before.log ?? 0));
});

story("an own passphrase that is too short is not taken, and another can be made", async ({ page }) => {
  await settle(page);
  await toData(page);
  const made = await page.locator("#passphrase").textContent();
  await tap(page, "export-another");
  ok((await page.locator("#passphrase").textContent()) !== made);
  await page.getByText(t("export-own"), { exact: true }).click();
  await field(page, "export-own-label").fill("short");
  ok(await button(page, "export-do").isDisabled());
  await tap(page, "import-do");
  await page.getByText(t("import-pick-first")).waitFor();
});

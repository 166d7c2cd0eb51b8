// SPDX-License-Identifier: Apache-2.0
// Nothing that the screen confirmed is lost when the browser is killed.
import { ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { openProfile } from "../lib/browser.js";
import { story, until } from "../lib/story.js";
import { APP, PASSCODE, back, enter, home, on, settle, tap, unlock, write, writePlan } from "./steps.js";

/** The browser process that has this profile. */
const processOf = (folder) => {
  const all = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  const main = all.filter((line) => line.includes(`--user-data-dir=${folder}`) && !line.includes("--type="));
  return main.map((line) => Number.parseInt(line, 10)).filter((pid) => pid !== process.pid);
};

const kill = async (context) => {
  const gone = new Promise((done) => context.once("close", done));
  for (const pid of processOf(context.folder)) process.kill(pid, "SIGKILL");
  await gone;
  await until("no process of the browser", () =>
    !execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).includes(`--user-data-dir=${context.folder}`),
  );
};

const open = async ({ t, origin, adopt }, folder) => {
  const context = adopt(await openProfile(t, { folder, baseURL: origin, locale: "en-GB" }));
  return { context, page: context.pages()[0] };
};

story("everything that was confirmed is there after a kill right after the confirmation", async (scene) => {
  const { context, page } = await open(scene);
  await settle(page);
  await writePlan(page, { alone: ["The long playlist"] });
  await enter(page, "door-diary", "diary-title");
  for (let n = 1; n <= 6; n++) await write(page, `Confirmed ${n}.`);
  await kill(context);
  const again = await open(scene, context.folder);
  await again.page.goto(APP);
  await home(again.page);
  await enter(again.page, "door-diary", "diary-title");
  for (let n = 1; n <= 6; n++) await again.page.getByText(`Confirmed ${n}.`).waitFor();
  await back(again.page);
  await home(again.page);
  await enter(again.page, "door-plan", "plan-title");
  await again.page.locator(".plan-part").getByText("The long playlist").waitFor();
});

story("a kill in the middle of a burst loses nothing that was confirmed, three times over, with a passcode", async (scene) => {
  let { context, page } = await open(scene);
  await settle(page, { passcode: PASSCODE });
  const confirmed = [];
  for (let round = 0; round < 3; round++) {
    await enter(page, "door-diary", "diary-title");
    // The burst runs on while the browser is killed; its last write ends in the air.
    const burst = (async () => {
      for (let n = 0; ; n++) {
        const words = `Burst ${round}, entry ${n}.`;
        await write(page, words);
        confirmed.push(words);
      }
    })().catch(() => {});
    const before = confirmed.length;
    await until("some entries", () => confirmed.length >= before + 3 + round);
    await kill(context);
    await burst;
    ({ context, page } = await open(scene, context.folder));
    await page.goto(APP);
    await on(page, "locked-title");
    await unlock(page);
    await enter(page, "door-diary", "diary-title");
    for (const words of confirmed) await page.getByText(words, { exact: true }).waitFor();
    await write(page, `After kill ${round}.`);
    confirmed.push(`After kill ${round}.`);
    await back(page);
    await home(page);
  }
  ok(confirmed.length >= 12);
  await tap(page, "door-urge");
});

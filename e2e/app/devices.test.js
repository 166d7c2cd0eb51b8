// SPDX-License-Identifier: Apache-2.0
// One person, several devices: bringing everything over, writing on both, taking one out.
import { equal } from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../lib/server.js";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { COUNSELLOR, accept, answer, follow, invite, openClient, takeSeat, toHub } from "./together.js";
import { PASSCODE, back, button, door, enter, field, home, on, says, settle, tap, unlock, write } from "./steps.js";

/** Turns the copy on the server on, from the first screen; ends at the devices with the words showing. */
const turnOn = async (page) => {
  await toHub(page);
  await tap(page, "on-do");
  await says(page, "on-done");
  await door(page, "devices-title").click();
  await on(page, "devices-title");
  await tap(page, "way-in-show");
  return (await page.locator(".words-of-12 li").allTextContents()).join(" ");
};

/** Brings everything to a fresh device. */
const join12 = async (page, words, { name = "Tablet" } = {}) => {
  await page.goto("/app/");
  await tap(page, "welcome-other-device");
  await on(page, "join-title");
  await field(page, "join-words").fill(words);
  await field(page, "device-name").fill(name);
  await tap(page, "join-do");
  await home(page);
};

const diary = async (page, words) => {
  await enter(page, "door-diary", "diary-title");
  if (words) await write(page, words);
};

story("a second device gets everything by 12 words, and what is written on one shows on the other", { timeout: 120_000 }, async ({ page, another }) => {
  await settle(page);
  await diary(page, "written on the phone, before");
  await back(page);
  const words = await turnOn(page);
  equal(words.split(" ").length, 12);
  const tablet = await (await another()).newPage();
  await join12(tablet, words.toUpperCase());
  await diary(tablet);
  await tablet.getByText("written on the phone, before").waitFor();
  await write(tablet, "written on the tablet");
  await page.goto("/app/");
  await home(page);
  await diary(page);
  await page.getByText("written on the tablet").waitFor({ timeout: 30_000 });
  // While both look on, nothing has to be opened anew.
  await write(page, "and an answer from the phone");
  await tablet.getByText("and an answer from the phone").waitFor({ timeout: 30_000 });
});

story("a link from the first device's screen brings everything over, under a passcode of its own", { timeout: 120_000 }, async ({ page, another }) => {
  await settle(page, { passcode: PASSCODE });
  await diary(page, "behind a passcode");
  await back(page);
  // What is part of sharing is loaded when it is first wanted; the lock closes at that.
  await door(page, "door-together").click();
  await page.locator("#passcode").fill(PASSCODE);
  await tap(page, "locked-open");
  await on(page, "hub-title");
  await tap(page, "on-do");
  await says(page, "on-done");
  await door(page, "devices-title").click();
  await tap(page, "way-in-show");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text) => (window.copied = text) },
      configurable: true,
    });
  });
  await tap(page, "link-copy");
  await button(page, "link-copied").waitFor();
  const link = await page.evaluate(() => window.copied);
  const tablet = await (await another()).newPage();
  await follow(tablet, link);
  await on(tablet, "join-title");
  await field(tablet, "passcode-new").fill("another one entirely");
  await field(tablet, "passcode-again").fill("another one entirely");
  await tap(tablet, "join-do");
  await home(tablet);
  await tablet.reload();
  await unlock(tablet, "another one entirely");
  await diary(tablet);
  await tablet.getByText("behind a passcode").waitFor();
});

story("a device that was taken out gets nothing new, and says so", { timeout: 120_000 }, async ({ page, another, allow }) => {
  allow(/40[134]/);
  await settle(page);
  const words = await turnOn(page);
  const lost = await (await another()).newPage();
  await join12(lost, words, { name: "Lost phone" });
  await diary(lost);
  const card = page.locator("section.card", { has: page.getByRole("heading", { name: "Lost phone" }) });
  await card.getByRole("button", { name: t("devices-take-out"), exact: true }).waitFor({ timeout: 30_000 });
  await card.getByRole("button", { name: t("devices-take-out"), exact: true }).click();
  await tap(page, "devices-take-out-yes");
  await says(page, "devices-taken-out");
  await page.goto("/app/");
  await home(page);
  await diary(page, "after it was lost");
  await lost.goto("/app/");
  await home(lost);
  await toHub(lost);
  await says(lost, "snag-taken-out");
  await back(lost);
  await diary(lost);
  equal(await lost.getByText("after it was lost").count(), 0);
  // The words that it knew open nothing any more.
  const third = await (await another()).newPage();
  await third.goto("/app/");
  await tap(third, "welcome-other-device");
  await field(third, "join-words").fill(words);
  await tap(third, "join-do");
  await says(third, "snag-not-you");
});

story("words with a mistake say which, and write nothing", async ({ page }) => {
  await page.goto("/app/");
  await tap(page, "welcome-other-device");
  await on(page, "join-title");
  for (const [words, key, args] of [
    ["river", "join-count", { n: 1 }],
    [`${"river ".repeat(11)}kindhold`, "join-unknown", { n: 12 }],
    ["river ".repeat(12), "join-checksum"],
  ]) {
    await field(page, "join-words").fill(words);
    await tap(page, "join-do");
    await says(page, key, args);
  }
  await back(page);
  await on(page, "welcome-language");
});

story("turning it off deletes the copy on the server and keeps everything here", async ({ page, another, allow }) => {
  allow(/40[134]/);
  await settle(page);
  await diary(page, "stays with me");
  await back(page);
  const words = await turnOn(page);
  await back(page);
  await on(page, "hub-title");
  await tap(page, "off-ask");
  await tap(page, "off-yes");
  await says(page, "off-done");
  await back(page);
  await diary(page);
  await page.getByText("stays with me").waitFor();
  const other = await (await another()).newPage();
  await other.goto("/app/");
  await tap(other, "welcome-other-device");
  await field(other, "join-words").fill(words);
  await tap(other, "join-do");
  await says(other, "snag-not-you");
});

story("without a network everything is kept here and goes there later by itself", { timeout: 120_000 }, async ({ page, context, another, allow }) => {
  allow(/ERR_INTERNET_DISCONNECTED/);
  await settle(page);
  const words = await turnOn(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await context.setOffline(true);
  await back(page);
  await back(page);
  await home(page);
  await diary(page, "written with no network");
  await back(page);
  await toHub(page);
  await says(page, "snag-away");
  await context.setOffline(false);
  await until("it is there", async () => {
    const said = await page.locator(".note").allTextContents();
    return said.some((line) => line.startsWith(t("line-done", { time: "" }).slice(0, 20)));
  }, 30_000);
  const tablet = await (await another()).newPage();
  await join12(tablet, words);
  await diary(tablet);
  await tablet.getByText("written with no network").waitFor();
});

story("a server that keeps nothing for others says so, and one that wants a code asks for it", { timeout: 120_000 }, async ({ t: test, another, allow }) => {
  allow(/40[345]/);
  const plain = await startServer({ t: test });
  const page = await (await another({ baseURL: plain.origin })).newPage();
  // This story has another server than the others.
  page.context().asked.length = 0;
  await settle(page);
  await toHub(page);
  await tap(page, "on-do");
  await says(page, "snag-no-relay");
  page.context().asked.length = 0;

  const data = await mkdtemp(join(tmpdir(), "kindhold-relay-"));
  test.after(() => rm(data, { recursive: true, force: true }));
  const closed = await startServer({ t: test, data, args: ["--invites"] });
  const guest = await (await another({ baseURL: closed.origin })).newPage();
  await settle(guest);
  await toHub(guest);
  await tap(guest, "on-do");
  await says(guest, "snag-code");
  await field(guest, "on-code").fill("not a code");
  await tap(guest, "on-do");
  await says(guest, "snag-code");
  guest.context().asked.length = 0;
});

story("a counsellor's second device has the same list, and opens what was shown", { timeout: 120_000 }, async ({ page, another, allow }) => {
  allow(/404/);
  await settle(page);
  await diary(page, "shown to Dr Reed");
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  const link = await invite(desk, "Dr Reed");
  await follow(page, link);
  await answer(page, { kinds: ["diary"], past: true });
  await accept(desk);
  await door(desk, "hub-title").click();
  await on(desk, "hub-title");
  await tap(desk, "on-do");
  await says(desk, "on-done");
  await door(desk, "devices-title").click();
  await tap(desk, "way-in-show");
  const words = (await desk.locator(".words-of-12 li").allTextContents()).join(" ");
  const laptop = await (await another()).newPage();
  await laptop.goto(COUNSELLOR);
  await tap(laptop, "welcome-other-device");
  await on(laptop, "join-title");
  await field(laptop, "join-words").fill(words);
  equal(await button(laptop, "join-do").isDisabled(), true, "a counsellor's device has a passcode");
  await field(laptop, "passcode-new").fill(PASSCODE);
  await field(laptop, "passcode-again").fill(PASSCODE);
  await tap(laptop, "join-do");
  await on(laptop, "caseload-title");
  await openClient(laptop, "Sam");
  await laptop.getByText("shown to Dr Reed").waitFor();
});

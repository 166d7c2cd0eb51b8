// SPDX-License-Identifier: Apache-2.0
// What people do with each other, in the words of the screen.
import { t } from "../lib/words.js";
import { button, door, field, on, tap } from "./steps.js";

/** The counsellor's address. */
export const COUNSELLOR = "/counsellor/";
/** The supporter's address. */
export const SUPPORTER = "/supporter/";
/** A passcode for a counsellor. */
export const SEAT_PASSCODE = "grey stones by the river";

/** Opens a seat for the first time, with a passcode. */
export const takeSeat = async (page, address = COUNSELLOR) => {
  await page.goto(address);
  await on(page, seatKey(address, "seat-welcome-title"));
  await field(page, "passcode-new").fill(SEAT_PASSCODE);
  await field(page, "passcode-again").fill(SEAT_PASSCODE);
  await tap(page, "welcome-use-passcode");
  await on(page, seatKey(address, "caseload-title"));
};

const seatKey = (address, key) => (address === SUPPORTER ? `${key}-supporter` : key);

/** Makes an invitation; answers with its link. The page stays on it. */
export const invite = async (page, name, address = COUNSELLOR) => {
  await tap(page, seatKey(address, "caseload-invite"));
  await on(page, "invite-title");
  await field(page, "invite-own-name").fill(name);
  await tap(page, "invite-make");
  const code = page.getByRole("img", { name: t("invite-qr"), exact: true });
  await code.waitFor();
  await page.evaluate(() => {
    window.copied = "";
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (text) => (window.copied = text) },
      configurable: true,
    });
  });
  await tap(page, "link-copy");
  await button(page, "link-copied").waitFor();
  return page.evaluate(() => window.copied);
};

/** Opens the hub from the first screen. */
export const toHub = async (page) => {
  await door(page, "door-together").click();
  await on(page, "hub-title");
};

/** Opens a link that somebody sent, as a camera would. */
export const follow = async (page, link) => {
  // Another part of the same address alone would not load the page again.
  await page.goto("about:blank");
  await page.goto(link);
};

/** Fills in an answer and shows it; answers with the six words. */
export const answer = async (page, { kinds, past = false, own = "Sam", theirs } = {}) => {
  await page.getByRole("heading", { name: t("answer-title"), level: 1 }).waitFor();
  for (const kind of kinds) await tap(page, `show-${kind}`);
  if (past) await tap(page, "answer-from-past");
  await field(page, "answer-own-name").fill(own);
  if (theirs) await field(page, "answer-their-name").fill(theirs);
  await tap(page, "answer-do");
  await page.getByRole("heading", { name: t("same-words-title") }).waitFor();
  return sixWords(page);
};

/** The six words that show. */
export const sixWords = async (page) => {
  await page.locator(".six-words li").first().waitFor();
  return page.locator(".six-words li").allTextContents();
};

/** Takes an answer whose words are the same. */
export const accept = async (page, address = COUNSELLOR) => {
  const words = await sixWords(page);
  await tap(page, "same-words-yes");
  await on(page, seatKey(address, "caseload-title"));
  return words;
};

/** Opens what somebody has shown. */
export const openClient = async (page, name) => {
  await page.locator(".client", { hasText: name }).click();
  await page.locator("h1:focus", { hasText: name }).waitFor();
};


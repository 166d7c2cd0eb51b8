// SPDX-License-Identifier: Apache-2.0
// The app itself, with screens, on a device that has lived: what a person waits for.
import { APP, back, enter, home, on, settle, tap } from "../app/steps.js";
import { bringIn, save, toData } from "../app/moving.js";
import { t } from "../lib/words.js";

const took = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Opens the app and its lock, if it has one; answers with the time from the tap to the first screen. */
export const enterApp = async (phone) => {
  const { page, passcode } = phone;
  await page.goto(APP);
  if (!passcode) return took(() => home(page));
  await on(page, "locked-title");
  await page.locator("#passcode").fill(passcode);
  return took(async () => {
    await tap(page, "locked-open");
    await home(page);
  });
};

/** Saves a copy on one phone and brings it in on a fresh one. Answers with how long each took, in milliseconds. */
export const moveByFile = async (from, to) => {
  await enterApp(from);
  await toData(from.page);
  let file;
  const saving = await took(async () => (file = await save(from.page)));
  await settle(to.page, { passcode: to.passcode });
  await toData(to.page);
  let said;
  const bringing = await took(async () => (said = await bringIn(to.page, file.bytes, file.passphrase)));
  return { saving, bringing, said, bytes: file.bytes.length };
};

/** Walks past what a person looks at, and keeps a picture of each. Answers with milliseconds by screen. */
export const walk = async (phone, pictures) => {
  const { page } = phone;
  const times = { "unlock to the first screen": await enterApp(phone) };
  const picture = (name) => pictures && page.screenshot({ path: `${pictures}/years-${name}.png` });
  await picture("home");
  for (const [key, title] of [["door-diary", "diary-title"], ["door-letters", "letters-title"], ["door-plan", "plan-title"]]) {
    times[title] = await took(() => enter(page, key, title));
    await picture(title);
    await back(page);
    await home(page);
  }
  await enter(page, "door-diary", "diary-title");

  const more = page.getByRole("button", { name: t("show-more"), exact: true });
  times["thirty more of the diary, up to five times"] = await took(async () => {
    for (let n = 0; n < 5 && (await more.isVisible()); n++) {
      await more.click();
      await page.locator("button.door").nth(30 * (n + 1)).waitFor();
    }
  });
  await picture("diary-further");
  times["an old entry of the diary"] = await took(async () => {
    await page.locator("button.door").last().click();
    await page.locator("textarea").waitFor();
  });
  await back(page);
  await on(page, "diary-title");
  await back(page);
  await home(page);
  times["a new entry, until it is kept"] = await took(async () => {
    await enter(page, "door-diary", "diary-title");
    await tap(page, "diary-new");
    await page.locator("textarea").fill("After all these years.");
    await tap(page, "keep");
    await on(page, "diary-title");
  });
  await back(page);
  await home(page);
  times["an urge, to the three offers"] = await took(async () => {
    await tap(page, "door-urge");
    await tap(page, "scale-of-ten", { n: 6 });
    await tap(page, "functions-not-sure");
    await on(page, "offers-title");
  });
  await picture("offers");
  return times;
};

/** What the app says when something is to be kept on a disk with no room. */
export const saysWhenFull = async (phone, disk) => {
  const { page } = phone;
  await disk.makeRoom(phone);
  await enterApp(phone);
  await enter(page, "door-diary", "diary-title");
  await disk.leave(0, phone);
  for (let n = 0; n < 60; n++) {
    await tap(page, "diary-new");
    await page.locator("textarea").fill(`Entry ${n}. ${"The heron came back. ".repeat(900)}`);
    await tap(page, "keep");
    const alert = page.locator("main").getByRole("alert");
    await alert.or(page.locator("h1:focus", { hasText: t("diary-title") })).first().waitFor();
    if (await alert.count()) return alert.first().textContent();
  }
  return "nothing: sixty long entries were kept";
};

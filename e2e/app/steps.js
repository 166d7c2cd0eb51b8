// SPDX-License-Identifier: Apache-2.0
// What a person does, in the words of the screen.
import { t, starting } from "../lib/words.js";

/** The one address of the app. */
export const APP = "/app/";
/** A passcode for the stories that have one. */
export const PASSCODE = "a quiet red bicycle";

/** A button by its whole name. */
export const button = (page, key, args) =>
  page.getByRole("button", { name: t(key, args), exact: true });

/** Taps a button by its whole name. */
export const tap = (page, key, args) => button(page, key, args).click();

/** A big link with a line below: its name begins with the words. */
export const door = (page, key) =>
  page.locator("main").getByRole("button", { name: starting(key) });

/** A text field by its label. */
export const field = (page, key, args) => page.getByLabel(t(key, args), { exact: true });

/** A choice among a list, by its label. */
export const select = (page, key) => page.getByRole("combobox", { name: t(key), exact: true });

/** Waits until a screen shows and has the reading position at its heading. */
export const on = (page, key, args) =>
  page.locator("h1:focus", { hasText: new RegExp(`^${escape(t(key, args))}$`) }).waitFor();

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Waits for a sentence on the screen. */
export const says = (page, key, args) =>
  page.locator("main").getByText(t(key, args), { exact: true }).first().waitFor();

/** Waits until the first screen of the app shows. */
export const home = (page) => on(page, "home-title");

/** Opens the app for the first time and goes through the first screens. */
export const settle = async (page, { passcode } = {}) => {
  await page.goto(APP);
  await tap(page, "next");
  await on(page, "welcome-country");
  await tap(page, "skip");
  await on(page, "welcome-passcode");
  if (passcode) {
    await field(page, "passcode-new").fill(passcode);
    await field(page, "passcode-again").fill(passcode);
    await tap(page, "welcome-use-passcode");
  } else {
    await tap(page, "welcome-no-passcode");
  }
  await home(page);
};

/** Opens the lock. */
export const unlock = async (page, passcode = PASSCODE) => {
  await page.locator("#passcode").fill(passcode);
  await tap(page, "locked-open");
  await home(page);
};

const turn = (state) => (page) =>
  page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);

/** The person looks at something else. */
export const hide = turn("hidden");
/** The person comes back. The page may start again at that. */
export const show = (page) => turn("visible")(page).catch(() => {});

/** Goes from the first screen through one of its doors. */
export const enter = async (page, key, title) => {
  await door(page, key).click();
  await on(page, title);
};

/** One back, by the screen's own button. */
export const back = (page) => page.locator("main").getByRole("button", { name: t("back"), exact: true }).click();

/** From the first screen to the three offers. */
export const toOffers = async (page, { strength = 7, functions = [] } = {}) => {
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
  await tap(page, "scale-of-ten", { n: strength });
  await on(page, "functions-title");
  for (const one of functions) await tap(page, `function-${one}`);
  await tap(page, functions.length ? "next" : "functions-not-sure");
  await on(page, functions.includes("hold-off") ? "offers-people-first" : "offers-title");
};

/** The offers that show: the article of each. */
export const offers = (page) => page.locator("main article.offer");

/** The titles of the offers that show. */
export const titles = (page) => offers(page).locator(".offer-title").allTextContents();

/** Starts the first offer; returns its title. */
export const startFirst = async (page) => {
  const [title] = await titles(page);
  await offers(page).first().getByRole("button").first().click();
  await page.locator("h1:focus", { hasText: title }).waitFor();
  return title;
};

/** Goes through a practice to its end; returns what its steps said. */
export const playThrough = async (page) => {
  const said = [];
  for (;;) {
    said.push(await page.locator(".step-text").textContent());
    const last = button(page, "step-finish");
    if (await last.isVisible()) break;
    await tap(page, "next");
  }
  await tap(page, "step-finish");
  await on(page, "after-title");
  return said;
};

/** The six parts of the plan that are lines, by their place on the screen. */
const LINES = ["signs", "alone", "places", "surroundings"];

/** The part of the plan's editor for a key. */
export const part = (page, key) => page.locator("section.card", { hasText: t(`plan-${key}`) });

/** Writes in the plan, from the first screen and back to it. */
export const writePlan = async (page, plan) => {
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await fillPlan(page, plan);
  await tap(page, "keep");
  await on(page, "plan-title");
  await back(page);
  await home(page);
};

/** Fills parts of the plan on its editor. */
export const fillPlan = async (page, plan) => {
  for (const key of LINES.filter((k) => plan[k])) {
    for (const line of plan[key]) {
      await part(page, key).getByRole("button", { name: t("add-a-line") }).click();
      await part(page, key).getByRole("textbox").last().fill(line);
    }
  }
  for (const key of ["people", "professionals"].filter((k) => plan[k])) {
    for (const { name, phone, note } of plan[key]) {
      await part(page, key).getByRole("button", { name: t("add-a-person") }).click();
      const card = part(page, key).locator(".card").last();
      await card.getByLabel(t("contact-name"), { exact: true }).fill(name);
      if (phone) await card.getByLabel(t("contact-phone"), { exact: true }).fill(phone);
      if (note) await card.getByLabel(t("contact-note"), { exact: true }).fill(note);
    }
  }
};

/** Writes a diary entry from the diary's own screen and waits until it is confirmed. */
export const write = async (page, words, { feelings = [] } = {}) => {
  await tap(page, "diary-new");
  for (const one of feelings) await tap(page, `feeling-${one}`);
  await page.locator("textarea").fill(words);
  await tap(page, "keep");
  await on(page, "diary-title");
  await page.getByText(words, { exact: true }).waitFor();
};

/** Does something to the app's own database behind its back: `work(db, argument)`, in the page. */
export const behindItsBack = async (page, work, argument) => {
  const db = await page.evaluateHandle(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open("kindhold");
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      }),
  );
  const working = await page.evaluateHandle(`(${work})`);
  const outcome = await page.evaluate(([work, db, argument]) => work(db, argument), [working, db, argument]);
  await db.evaluate((db) => db.close());
  return outcome;
};

/** How many rows each store of the app's own database has. */
export const rows = (page) =>
  behindItsBack(page, async (db) => {
    const counts = {};
    const names = [...db.objectStoreNames];
    if (!names.length) return counts;
    const tx = db.transaction(names);
    for (const name of names) tx.objectStore(name).count().onsuccess = (e) => (counts[name] = e.target.result);
    await new Promise((done) => (tx.oncomplete = done));
    return counts;
  });

/** Waits until everything that works without a network is in place. */
export const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

/** A whole urge: three offers, the first practice to its end, how it was, and back to the first screen. Answers
 * with the practice's title. */
export const meetUrge = async (page, { strength = 8, functions = ["punish-self"], helped = "bit", after = 4 } = {}) => {
  await toOffers(page, { strength, functions });
  const title = await startFirst(page);
  await playThrough(page);
  await tap(page, `helped-${helped}`);
  await tap(page, "scale-of-ten", { n: after });
  await tap(page, "enough-for-now");
  await home(page);
  return title;
};

/** From the first screen to the settings of the lock. */
export const toLock = async (page) => {
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await on(page, "lock-title");
};

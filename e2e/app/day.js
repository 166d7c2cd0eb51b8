// SPDX-License-Identifier: Apache-2.0
// What people do on the day that is inspected. Everything that they write carries a word of its own.
import { deepEqual, equal } from "node:assert/strict";
import { streamsOf } from "../lib/day-stores.js";
import { openWord, privateWords } from "../lib/day-words.js";
import { until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { answerWeekly, toMeasures } from "./measures.js";
import { save, toData } from "./moving.js";
import { begin, openPart, openStep } from "./slower.js";
import { COUNSELLOR, accept, answer, follow, invite, openClient, toHub } from "./together.js";
import { back, behindItsBack, door, enter, field, fillPlan, home, meetUrge, on, says, settle, tap, write, writePlan } from "./steps.js";

/** Words that are shown to nobody, or to one person alone. */
export const said = privateWords(
  "passcode", "desk", "diary", "addressee", "letter", "friend", "sign", "grandad", "alarm", "name", "reed", "offer", "note",
  "shown", "later", "after",
);
/** A word that is asked in the open. */
export const asked = openWord("question");

/** How many records each stream of the person has by now. */
export const streams = async (page) => {
  const heads = await behindItsBack(page, async (db) => {
    const from = db.transaction("heads").objectStore("heads");
    const done = (request) => new Promise((good) => (request.onsuccess = () => good(request.result)));
    const [keys, values] = await Promise.all([done(from.getAllKeys()), done(from.getAll())]);
    return keys.map((key, n) => [key, { bytes: btoa(String.fromCharCode(...values[n])) }]);
  });
  return streamsOf({ heads });
};

/** Does something, and answers with the one stream in which something was kept by it. */
const keptIn = async (page, work) => {
  const before = await streams(page);
  await work();
  const grown = await until("it is kept", async () => {
    const now = await streams(page);
    const more = Object.keys(now).filter((id) => now[id] > (before[id] ?? 0));
    return more.length > 0 && more;
  });
  equal(grown.length, 1, "one thing is kept in one stream");
  return grown[0];
};

/** From a screen below the first one to the first one. */
export const toHome = async (page, levels) => {
  for (let n = 0; n < levels; n += 1) await back(page);
  await home(page);
};

const writeLetter = async (page) => {
  await enter(page, "door-letters", "letters-title");
  await tap(page, "letter-new");
  await on(page, "letter-title");
  await page.getByRole("textbox").first().fill(`To ${said.addressee}`);
  await page.locator("textarea").fill(`I can see how hard this has been, ${said.letter}.`);
  await tap(page, "keep");
  await on(page, "letters-title");
  await toHome(page, 1);
};

const writeWord = async (page) => {
  await enter(page, "door-words", "words-title");
  await page.locator("textarea").first().fill(`You don’t have to earn a soft evening, ${said.friend}.`);
  await page.locator("section.card").first().getByRole("button", { name: t("keep") }).click();
  await page.locator("main li").first().waitFor();
  await toHome(page, 1);
};

const drawSystems = async (page) => {
  // What is part of the slower work is loaded when it is first wanted; the lock closes at that.
  await door(page, "door-programme").click();
  await page.locator("#passcode").fill(said.passcode);
  await tap(page, "locked-open");
  await on(page, "programme-title");
  await openStep(page, "Three systems in you");
  await openPart(page, "My three systems");
  await begin(page);
  await page.getByLabel("What set the alarm off").fill(`The look on her face, ${said.alarm}`);
  await page.locator(".scale").first().locator("button").nth(8).click();
  await tap(page, "keep");
  await page.locator("article.kept", { hasText: said.alarm }).waitFor();
  await toHome(page, 3);
};

const answerQuestions = async (page) => {
  await toMeasures(page);
  await answerWeekly(page, [3, 1, null, 2, 4, 0, 2, 1]);
  await tap(page, "done-back");
  await on(page, "measures-title");
  await toHome(page, 1);
};

/** A day up to the evening: everything that a person writes for themselves. Answers with the stream of each thing. */
export const alone = async (page) => {
  await page.goto("/en/right-now/");
  await page.goto("/en/library/why-it-hides/");
  await settle(page, { passcode: said.passcode });
  return {
    urges: await keptIn(page, () => meetUrge(page)),
    diary: await keptIn(page, async () => {
      await enter(page, "door-diary", "diary-title");
      await write(page, `It rained and I stayed in, ${said.diary}.`, { feelings: ["numb"] });
      await toHome(page, 1);
    }),
    letters: await keptIn(page, () => writeLetter(page)),
    words: await keptIn(page, () => writeWord(page)),
    plan: await keptIn(page, () =>
      writePlan(page, { signs: [`My jaw goes tight ${said.sign}`], people: [{ name: said.grandad, phone: "020 7946 0002" }] }),
    ),
    programme: await keptIn(page, () => drawSystems(page)),
    measures: await keptIn(page, () => answerQuestions(page)),
  };
};

const takeDesk = async (desk) => {
  await desk.goto(COUNSELLOR);
  await on(desk, "seat-welcome-title");
  await field(desk, "passcode-new").fill(said.desk);
  await field(desk, "passcode-again").fill(said.desk);
  await tap(desk, "welcome-use-passcode");
  await on(desk, "caseload-title");
};

/** Two people compare six words, and one shows the other two things of seven. */
export const together = async (page, desk) => {
  await takeDesk(desk);
  const link = await invite(desk, said.reed);
  await follow(page, link);
  await page.locator("#passcode").fill(said.passcode);
  await tap(page, "locked-open");
  const words = await answer(page, { kinds: ["plan", "urges"], past: true, own: said.name });
  deepEqual(await accept(desk), words, "both screens show the same words");
  await tap(page, "same-words-yes");
  await on(page, "shares-title");
  return link.split("invite=")[1];
};

export const deskWrites = async (desk) => {
  await openClient(desk, said.name);
  await desk.getByText(said.sign).first().waitFor();
  await field(desk, "offer-words").fill(`Shall we look at Tuesday together, ${said.offer}?`);
  await tap(desk, "offer-do");
  await says(desk, "offer-done");
  const notes = desk.locator("section.card", { hasText: t("notes-hint") });
  await notes.getByRole("textbox").fill(`Ask about the move, ${said.note}.`);
  await notes.getByRole("button", { name: t("keep"), exact: true }).click();
  await desk.getByText(said.note).waitFor();
};

/** Writes another line into the plan, from the first screen and back to it. */
export const writeMore = async (page, line) => {
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  await fillPlan(page, { alone: [line] });
  await tap(page, "keep");
  await on(page, "plan-title");
  await toHome(page, 1);
};

/** Waits until everything lies at the server. */
export const brought = async (page) => {
  await toHub(page);
  await page.locator(".note", { hasText: t("line-done", { time: "" }).slice(0, 20) }).waitFor();
  await toHome(page, 1);
};

/** Opens the desk again, up to what the client shows. */
export const openDesk = async (desk) => {
  await desk.goto(COUNSELLOR);
  await desk.locator("#passcode").fill(said.desk);
  await tap(desk, "locked-open");
  await openClient(desk, said.name);
};

export const copyOf = ({ databases }) => databases[Object.keys(databases).find((name) => name.startsWith("kindhold-counsellor-of-"))];

export const takeBack = async (page) => {
  await toHub(page);
  await door(page, "shares-title").click();
  await on(page, "shares-title");
  await tap(page, "shares-take-back", { name: said.reed });
  await says(page, "shares-nobody");
  await toHome(page, 2);
};

export const saveAndLock = async (page) => {
  await toData(page);
  const { bytes, passphrase } = await save(page);
  await back(page);
  await door(page, "lock-title").click();
  await on(page, "lock-title");
  await tap(page, "lock-now");
  await on(page, "locked-title");
  return { bytes, passphrase };
};

// SPDX-License-Identifier: Apache-2.0
// What a person does with questionnaires, in the words of the screen; and questionnaires of our own making that
// have the shape (numbers of items, codes) of known ones and none of their words.
import { t } from "../lib/words.js";
import { button, door, on, tap } from "./steps.js";

/** From the first screen to “How it is going”. The fuller app may be loaded on the way. */
export const toMeasures = async (page) => {
  await door(page, "door-measures").click();
  await on(page, "measures-title");
};

/** The card of a questionnaire. */
export const card = (page, title) => page.locator("section.card", { has: page.getByRole("heading", { name: title, exact: true }) });

/** Begins to answer, or goes on. */
export const beginAnswering = async (page, title) => {
  await card(page, title).locator("button.main-action").click();
};

/** Chooses the answer with these words on the screen that shows, which must ask `question`. */
export const choose = async (page, question, words) => {
  await page.locator("h1", { hasText: question }).waitFor();
  await page.getByRole("group", { name: question }).getByRole("button", { name: words, exact: true }).click();
};

/** Answers the weekly check; `null` skips. */
export const answerWeekly = async (page, answers) => {
  await beginAnswering(page, t("weekly-title"));
  for (const [n, answer] of answers.entries()) {
    const question = t(`weekly-item-${n + 1}`);
    await page.locator("h1", { hasText: question }).waitFor();
    if (answer === null) await tap(page, "answering-skip");
    else await choose(page, question, t(`weekly-answer-${answer}`));
  }
  await on(page, "done-title");
};

/** What it is called. */
export const NINE = "Nine made-up questions";
const LOINC = "http://loinc.org";
const ITEMS = ["44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8"];
const ANSWERS = ["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];

/** A questionnaire of the shape of the PHQ-9, in words of our own. */
export const madeUp = (more = {}) => ({
  resourceType: "Questionnaire",
  url: "https://clinic.example/Questionnaire/nine",
  version: "2",
  title: NINE,
  status: "active",
  copyright: "Made up for a test.",
  code: [{ system: LOINC, code: "44249-1" }],
  item: ITEMS.map((code, n) => ({
    linkId: `/${code}`,
    text: `Made-up question ${n + 1}`,
    code: [{ system: LOINC, code }],
    type: "choice",
    required: true,
    answerOption: ANSWERS.map((answer, value) => ({
      valueCoding: {
        system: LOINC,
        code: answer,
        display: `Answer ${value}`,
        extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
      },
    })),
  })),
  ...more,
});

/** Answers it with these values; `null` skips. What comes between (people and the plan) is gone on from. `look(name)` is
 * called at a question and where people come first. */
export const answerNine = async (page, values, look = async () => {}) => {
  await beginAnswering(page, NINE);
  for (const [n, value] of values.entries()) {
    const question = `Made-up question ${n + 1}`;
    await page.locator("h1", { hasText: question }).waitFor();
    if (n === 1) await look("a question");
    if (value === null) await tap(page, "answering-skip");
    else await choose(page, question, `Answer ${value}`);
    if (n === 8 && value > 0) {
      await on(page, "alert-title");
      await look("people and the plan first");
      await tap(page, "alert-go-on");
    }
  }
  await on(page, "done-title");
};

/** Adds a questionnaire from a file. */
export const add = async (page, file, title = "measures-add-title") => {
  const place = page.locator("details", { hasText: t(title) }).last();
  if (!(await place.getByLabel(t("measures-add-pick")).isVisible())) await place.locator("summary").first().click();
  const buffer = Buffer.from(typeof file === "string" ? file : JSON.stringify(file));
  await place.getByLabel(t("measures-add-pick")).setInputFiles({ name: "questionnaire.json", mimeType: "application/json", buffer });
  await place.getByRole("button", { name: t("measures-add-do"), exact: true }).click();
  return place.getByRole("status");
};

/** What a tap on a button hands over as a file: its name and its bytes. */
export const handedOver = async (page, key) => {
  const coming = page.waitForEvent("download");
  await button(page, key).click();
  const download = await coming;
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
};

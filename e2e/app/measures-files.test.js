// SPDX-License-Identifier: Apache-2.0
// Files that leave: pages, PDF, health records, a study's file. Each holds what was chosen and nothing else.
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { add, answerNine, answerWeekly, card, handedOver, madeUp, toMeasures } from "./measures.js";
import { back, door, enter, home, meetUrge, on, says, settle, tap, write, writePlan } from "./steps.js";
import { bringIn, save, toData } from "./moving.js";

const CANARY = { plan: "kestrel on the roof", diary: "a heron by the lock", person: "Grandad Wren" };

/** A person with something of each kind; ends at “How it is going”. */
const live = async (page) => {
  await settle(page);
  await writePlan(page, { signs: [CANARY.plan], people: [{ name: CANARY.person, phone: "020 7946 0002" }] });
  await enter(page, "door-diary", "diary-title");
  await write(page, CANARY.diary);
  await back(page);
  await home(page);
  await meetUrge(page);
  await toMeasures(page);
  await add(page, madeUp());
  await answerNine(page, [1, 2, 3, 0, 1, 2, 3, 0, 0]);
  await tap(page, "done-back");
  await on(page, "measures-title");
};

const open = async (page, name) => {
  await door(page, `measures-${name}`).click();
  await on(page, `${name}-title`);
};

story("a page holds what was chosen and nothing else, as a page, as a PDF and locked", { timeout: 120_000 }, async ({ page }) => {
  await live(page);
  await open(page, "report");
  await tap(page, "report-html");
  await says(page, "report-empty");
  await tap(page, "report-part-measures");
  await tap(page, "report-part-urges");
  const html = (await handedOver(page, "report-html")).bytes.toString();
  ok(html.includes("PHQ-9") && html.includes("12"), "the number is on it");
  ok(html.includes("Made up for a test."), "and whose questionnaire it is");
  for (const own of Object.values(CANARY)) ok(!html.includes(own), own);
  ok(!/<script|https?:\/\/(?!www\.w3\.org)/i.test(html), "it runs nothing and loads nothing");
  const pdf = (await handedOver(page, "report-pdf")).bytes;
  equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await tap(page, "report-part-plan");
  await says(page, "report-private");
  const more = (await handedOver(page, "report-html")).bytes.toString();
  ok(more.includes(CANARY.plan) && more.includes(CANARY.person) && !more.includes(CANARY.diary));
  await page.locator("summary", { hasText: t("report-sealed") }).click();
  const locked = (await handedOver(page, "report-sealed")).bytes;
  ok(locked.subarray(0, 21).toString() === "age-encryption.org/v1");
  ok(!locked.includes(CANARY.plan));
});

story("a file for clinics holds no word of the person’s own unless they say so, and comes back whole on another device", { timeout: 150_000 }, async ({ page, another }) => {
  await live(page);
  await open(page, "records");
  const bare = (await handedOver(page, "records-fhir")).bytes.toString();
  const bundle = JSON.parse(bare);
  equal(bundle.resourceType, "Bundle");
  const kinds = bundle.entry.map((e) => e.resource.resourceType);
  for (const kind of ["Patient", "QuestionnaireResponse", "Observation"]) ok(kinds.includes(kind), kind);
  const score = bundle.entry.find((e) => e.resource.code?.coding?.some((c) => c.code === "44261-6"));
  equal(score.resource.valueQuantity?.value ?? score.resource.valueInteger, 12);
  ok(!bare.includes("interpretation"), "no level");
  for (const own of Object.values(CANARY)) ok(!bare.includes(own), own);

  await tap(page, "records-part-plan");
  await page.getByRole("checkbox").check();
  const whole = (await handedOver(page, "records-fhir")).bytes;
  ok(whole.includes(CANARY.plan));
  const other = await (await another()).newPage();
  await settle(other);
  await toMeasures(other);
  await open(other, "records");
  await other.locator("summary", { hasText: t("records-back") }).click();
  const take = async (buffer) => {
    await other.getByLabel(t("measures-add-pick")).setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
    await tap(other, "records-back");
  };
  await take(Buffer.from("{}"));
  await says(other, "records-bad");
  await take(whole);
  await other.getByText(/things came in/).waitFor();
  await back(other);
  await on(other, "measures-title");
  await card(other, "Nine made-up questions").getByText(/Last answered/).waitFor();
  await back(other);
  await home(other);
  await enter(other, "door-plan", "plan-title");
  await other.getByText(CANARY.plan).waitFor();
});

story("tables say in a list of their own what each column means", { timeout: 120_000 }, async ({ page }) => {
  await live(page);
  await open(page, "records");
  const names = [];
  page.on("download", (download) => names.push(download.suggestedFilename()));
  await tap(page, "records-csv");
  await says(page, "report-saved");
  ok(names.some((n) => n.includes("codebook")), names.join());
});

story("a study gets a file only with a yes of its own, without a word of the person’s, and none once it is taken back", { timeout: 120_000 }, async ({ page }) => {
  await live(page);
  await open(page, "research");
  await page.getByLabel(t("research-asked"), { exact: true }).fill("Evenings");
  ok(await page.getByRole("button", { name: t("research-yes"), exact: true }).isDisabled(), "not before it was read");
  await page.getByRole("checkbox").check();
  await tap(page, "research-yes");
  const text = (await handedOver(page, "research-save")).bytes.toString();
  const file = JSON.parse(text);
  equal(file.study, "Evenings");
  for (const own of [...Object.values(CANARY), "Made-up question", new Date().toISOString().slice(0, 10)]) ok(!text.includes(own), own);
  await tap(page, "research-take-back");
  await page.locator(".note.warm").getByRole("button", { name: t("research-take-back"), exact: true }).click();
  await page.getByText(/Your yes is taken back/).waitFor();
  equal(await page.getByRole("button", { name: t("research-save"), exact: true }).count(), 0);
});

story("the app that is loaded first carries answers along in a saved copy without losing any", { timeout: 150_000 }, async ({ page, another }) => {
  await settle(page);
  await toMeasures(page);
  await answerWeekly(page, [1, 2, 3, 4, 0, 1, 2, 3]);
  await tap(page, "done-back");
  await back(page);
  await home(page);
  await toData(page);
  const first = await save(page);
  const small = await (await another()).newPage();
  await settle(small);
  await toData(small);
  await bringIn(small, first.bytes, first.passphrase);
  const second = await save(small);
  const last = await (await another()).newPage();
  await settle(last);
  await toData(last);
  await bringIn(last, second.bytes, second.passphrase);
  await last.goto("/app/");
  await home(last);
  await toMeasures(last);
  await card(last, t("weekly-title")).getByText(/Last answered/).waitFor();
  deepEqual(await small.evaluate(() => localStorage.getItem("together")), null, "that one never loaded the fuller app");
});

// SPDX-License-Identifier: Apache-2.0
// Every questionnaire of HL7's examples is read; the one that does not score itself is scored all the same; the
// canonical form is that of another language.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { ours } from "./ours.mjs";

const packages = fileURLToPath(new URL("node_modules/", import.meta.url));
const folders = ["hl7.fhir.uv.sdc", "hl7.fhir.uv.sdc/example", "hl7.fhir.r4.examples"].map((f) => join(packages, f)).filter(existsSync);
const files = (pattern) =>
  folders.flatMap((folder) => readdirSync(folder).filter((f) => pattern.test(f)).map((f) => [f, readFileSync(join(folder, f), "utf8")]));
const phq = "questionnaire-sdc-profile-example-PHQ9.json";
const file = (name) => files(/json$/).find(([f]) => f === name)[1];

/** Codings of a response, by the item's name. */
const answersOf = (items, out = {}) => {
  for (const item of items ?? []) {
    const codings = (item.answer ?? []).map((a) => a.valueCoding).filter(Boolean);
    if (codings.length) out[item.linkId] = codings.map((c) => ({ value: c.code, system: c.system ?? "", display: c.display ?? "" }));
    answersOf(item.item, out);
  }
  return out;
};

test("every questionnaire of the packages is read, or said in a sentence why not", async () => {
  const program = ours();
  const tally = { usable: 0, wrong: 0, unread: [] };
  for (const [name, text] of files(/^Questionnaire-.*json$/)) {
    const report = await program.ask({ op: "check", text });
    assert.ok(report.ok, name);
    for (const sentence of report.findings) assert.match(sentence, /^[\p{Lu}“].*[.]$/su, name);
    if (report.error) tally.unread.push(`${name}: ${report.error}`);
    else tally[report.usable ? "usable" : "wrong"] += 1;
    if (process.env.SHOW) console.log(`${name}\n${report.ok}`);
  }
  program.end();
  console.log(JSON.stringify(tally, null, 1));
  assert.ok(tally.usable > 20);
});

test("the PHQ-9 example that finds none of its answers is scored by the published scoring, and that is said", async () => {
  const program = ours();
  const text = file(`Questionnaire-${phq}`);
  const response = JSON.parse(file(`QuestionnaireResponse-questionnaireresponse-sdc-profile-example-PHQ9.json`));
  const report = await program.ask({ op: "check", text });
  assert.equal(report.key, "phq-9");
  const said = report.findings.join("\n");
  for (const words of [/H1\/TS.*finds nothing.*deeper/, /published scoring of PHQ-9/, /as 4 where PHQ-9 has 3/, /in two ways/]) assert.match(said, words);
  const { scores } = await program.ask({ op: "score", text, answers: answersOf(response.item) });
  // Not at all 3, several days 3, more than half the days 2, nearly every day 1: 3 + 4 + 3. The file itself says 13.
  assert.deepEqual(scores, [{ id: "phq-9", value: 10, missing: 0, prorated: false }]);
  program.end();
});

test("the weight and height example calculates itself", async () => {
  const program = ours();
  const text = file("Questionnaire-questionnaire-sdc-profile-example-weight-height-tracking-panel.json");
  const answers = {
    "/29463-7": [{ kind: "decimal", value: "70" }],
    "/8302-2": [{ kind: "decimal", value: "70" }],
  };
  const { scores } = await program.ask({ op: "score", text, answers });
  assert.equal(scores.length, 1);
  assert.ok(Math.abs(scores[0].value - 22.1) < 0.05, JSON.stringify(scores));
  program.end();
});

test("the checksum is that of the canonical form (RFC 8785) as another language has it", async () => {
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value && typeof value === "object") {
      return `{${Object.keys(value).sort().map((k) => `${JSON.stringify(k)}:${canonical(value[k])}`).join(",")}}`;
    }
    return JSON.stringify(value);
  };
  const program = ours();
  for (const [name, text] of files(/^(Questionnaire|Observation|ValueSet)-.*json$/).slice(0, 400)) {
    const value = JSON.parse(text);
    const { ok } = await program.ask({ op: "checksum", value });
    assert.equal(ok, createHash("sha256").update(canonical(value)).digest("hex"), name);
  }
  program.end();
});

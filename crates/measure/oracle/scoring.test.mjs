// SPDX-License-Identifier: Apache-2.0
// Scores against a second scorer, written from the published facts alone and without looking at ours. The forms are
// made up: "bed 1", "bed 2" with "rain 0" to "rain 4".
import assert from "node:assert/strict";
import { test } from "node:test";
import { ours, random } from "./ours.mjs";

const seed = Number(process.env.SEED ?? 7);
const rounds = Number(process.env.ROUNDS ?? 3000);
const upTo = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i);

const TABLE = {
  "yp-core": { n: 10, low: 0, high: 4, turned: [3, 5, 10], scales: { "yp-core": upTo(1, 10) } },
  "core-10": { n: 10, low: 0, high: 4, turned: [2, 3], scales: { "core-10": upTo(1, 10) } },
  "phq-9": { n: 9, low: 0, high: 3, scales: { "phq-9": upTo(1, 9) } },
  "gad-7": { n: 7, low: 0, high: 3, scales: { "gad-7": upTo(1, 7) } },
  "who-5": { n: 5, low: 0, high: 5, times: 4, scales: { "who-5": upTo(1, 5) } },
  "scs-sf": { n: 12, low: 1, high: 5, turned: [1, 4, 8, 9, 11, 12], mean: true, scales: { "scs-sf": upTo(1, 12) } },
  fscrs: {
    n: 22,
    low: 0,
    high: 4,
    scales: {
      "fscrs.inadequate-self": [1, 2, 4, 6, 7, 14, 17, 18, 20],
      "fscrs.reassured-self": [3, 5, 8, 11, 13, 16, 19, 21],
      "fscrs.hated-self": [9, 10, 12, 15, 22],
    },
  },
  ceas: {
    n: 39,
    low: 1,
    high: 10,
    scales: Object.fromEntries(
      ["self", "to-others", "from-others"].flatMap((part, k) => [
        [`ceas.${part}-engagement`, upTo(1, 8).filter((i) => i !== 3 && i !== 7).map((i) => i + 13 * k)],
        [`ceas.${part}-action`, upTo(1, 5).filter((i) => i !== 3).map((i) => i + 8 + 13 * k)],
      ]),
    ),
  },
  fcs: { n: 38, low: 0, high: 4, scales: { "fcs.for-others": upTo(1, 10), "fcs.from-others": upTo(11, 23), "fcs.for-self": upTo(24, 38) } },
  "oas-2": { n: 8, low: 0, high: 4, scales: { "oas-2": upTo(1, 8) } },
  "ders-16": { n: 16, low: 1, high: 5, scales: { "ders-16": upTo(1, 16) } },
  "isas-2": {
    n: 39,
    low: 0,
    high: 2,
    scales: Object.fromEntries(
      [
        "affect-regulation", "interpersonal-boundaries", "self-punishment", "self-care", "anti-dissociation", "anti-suicide",
        "sensation-seeking", "peer-bonding", "interpersonal-influence", "toughness", "marking-distress", "revenge", "autonomy",
      ].map((name, i) => [`isas-2.${name}`, [i + 1, i + 14, i + 27]]),
    ),
  },
  "weekly-check": { n: 8, low: 0, high: 4, scales: { "weekly-check.hard": [1, 3, 5, 6], "weekly-check.carried": [2, 4, 7, 8] } },
};

const pack = (key, { n, low, high }) => ({
  resourceType: "Questionnaire",
  status: "active",
  url: `urn:made-up:${key}`,
  item: upTo(1, n).map((i) => ({
    linkId: `${i}`,
    type: "choice",
    text: `bed ${i}`,
    answerOption: upTo(low, high).map((v) => ({
      extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: v }],
      valueCoding: { system: "urn:made-up", code: `c${v}`, display: `rain ${v}` },
    })),
  })),
});

function second(of, items, given) {
  const worth = (i) => {
    const raw = given[i];
    if (raw === undefined) return undefined;
    return of.turned?.includes(i) ? of.high + of.low - raw : raw;
  };
  const known = items.map(worth).filter((v) => v !== undefined);
  const missing = items.length - known.length;
  if (missing / items.length > 0.1) return { missing };
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return { missing, value: of.mean ? mean : mean * items.length * (of.times ?? 1) };
}

test(`${rounds} answered forms have the scores of a second scorer (seed ${seed})`, async () => {
  const r = random(seed);
  const program = ours();
  const texts = {};
  for (const [key, of] of Object.entries(TABLE)) {
    const made = await program.ask({ op: "pack", text: JSON.stringify(pack(key, of)), key });
    assert.ok(made.ok, JSON.stringify(made));
    texts[key] = made.ok;
  }
  let compared = 0;
  let none = 0;
  for (let i = 0; i < rounds; i += 1) {
    const key = r.one(Object.keys(TABLE));
    const of = TABLE[key];
    const gap = r.one([0, 0, 0.05, 0.3]);
    const given = {};
    for (const item of upTo(1, of.n)) if (r.next() >= gap) given[item] = of.low + r.below(of.high - of.low + 1);
    const answers = Object.fromEntries(Object.entries(given).map(([i, v]) => [i, [{ value: `c${v}`, system: "urn:made-up" }]]));
    const { scores } = await program.ask({ op: "score", text: texts[key], answers });
    assert.deepEqual(scores.map((s) => s.id), Object.keys(of.scales));
    for (const score of scores) {
      const wanted = second(of, of.scales[score.id], given);
      if (wanted.value === undefined) {
        none += 1;
        assert.ok(score.none?.startsWith(`${wanted.missing} of `), JSON.stringify({ score, wanted }));
      } else {
        compared += 1;
        assert.ok(Math.abs(score.value - wanted.value) < 1e-8, JSON.stringify({ key, score, wanted, given }));
        assert.equal(score.missing, wanted.missing);
        assert.equal(score.prorated, wanted.missing > 0);
      }
    }
  }
  program.end();
  console.log(`${compared} scores are the same, ${none} are none for both`);
});

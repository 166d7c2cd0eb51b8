// SPDX-License-Identifier: Apache-2.0
// Our FHIRPath against fhirpath.js, on questionnaires, responses and expressions made from a seed.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { ours, random } from "./ours.mjs";

const require = createRequire(import.meta.url);
const fhirpath = require("fhirpath");
const model = require("fhirpath/fhir-context/r4");

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight";
const seed = Number(process.env.SEED ?? 20261125);
const rounds = Number(process.env.ROUNDS ?? 60);

/** A questionnaire with groups within groups, choices and numbers, and a response to it with gaps. */
function form(r) {
  const leaves = [];
  // Where a choice has no value, fhirpath.js asks a server for its system: there it has none.
  const gaps = r.below(3) === 0;
  const leaf = () => {
    const linkId = `q${leaves.length + 1}`;
    leaves.push(linkId);
    if (r.below(4) === 0) return { linkId, type: "integer", text: linkId };
    const url = r.one([ORDINAL, WEIGHT]);
    const least = r.below(2);
    const answerOption = Array.from({ length: 2 + r.below(4) }, (_, i) => ({
      extension: !gaps || r.below(4) ? [{ url, valueDecimal: (least + i) * r.one([1, 1, 1, 0.5, 0.1]) }] : [],
      valueCoding: { ...(gaps ? {} : { system: "urn:made-up" }), code: `c${i}`, display: `Wet ${i}` },
    }));
    return { linkId, type: "choice", text: linkId, answerOption };
  };
  const group = (deep) => ({
    linkId: `g${deep}-${leaves.length}-${r.below(1000)}`,
    type: "group",
    item: Array.from({ length: 1 + r.below(4) }, () => (deep < 2 && r.below(3) === 0 ? group(deep + 1) : leaf())),
  });
  const item = Array.from({ length: 2 + r.below(4) }, () => (r.below(2) ? group(0) : leaf()));
  const answered = (items) =>
    items.flatMap((one) => {
      if (one.item) return [{ linkId: one.linkId, item: answered(one.item) }];
      if (r.below(6) === 0) return [];
      const answer =
        one.type === "integer" ? { valueInteger: r.below(20) - 5 } : { valueCoding: { ...r.one(one.answerOption).valueCoding } };
      return [{ linkId: one.linkId, answer: [answer] }];
    });
  return {
    leaves,
    questionnaire: { resourceType: "Questionnaire", status: "active", item },
    resource: { resourceType: "QuestionnaireResponse", status: "completed", item: answered(item) },
  };
}

/** An expression as questionnaires have them. */
function expression(r, leaves, deep = 0) {
  const link = () => r.one(leaves);
  const from = () =>
    r.one([
      "%resource.repeat(item)",
      "%resource.descendants().where(linkId.exists())",
      "repeat(item)",
      "%resource.item",
      "item.item",
      `%resource.repeat(item).where(linkId = '${link()}' or linkId = '${link()}')`,
      `%resource.repeat(item).where(linkId in ('${link()}' | '${link()}' | '${link()}'))`,
      `%resource.repeat(item).where(linkId != '${link()}')`,
      `repeat(item).where(linkId.startsWith('q1'))`,
    ]);
  const numbers = () =>
    r.one([
      `${from()}.answer.value.ordinal()`,
      `${from()}.answer.value.weight()`,
      `${from()}.answer.weight()`,
      `${from()}.answer.value.ofType(integer)`,
      `${from()}.answer.value.weight().where($this > ${r.below(3)})`,
      `${from()}.answer.value.weight().select($this * ${r.below(4)})`,
      `${from()}.answer.value.weight().${r.one(["first()", "last()", "tail()", "skip(1)", "take(2)", "distinct()"])}`,
      `${from()}.answer.value.weight().combine(${from()}.answer.value.ofType(integer))`,
    ]);
  const number = () => {
    if (deep > 2 || r.below(3) === 0) return r.one([`${r.below(10)}`, `${r.below(10)}.${r.below(100)}`, `${numbers()}.sum()`, `${numbers()}.count()`]);
    const inner = () => expression(r, leaves, deep + 1);
    return r.one([
      `${numbers()}.${r.one(["sum()", "avg()", "min()", "max()", "count()"])}`,
      `${numbers()}.aggregate($this + $total, 0)`,
      `${numbers()}.aggregate(iif($total.empty(), $this, iif($this < $total, $this, $total)))`,
      `(${inner()} ${r.one(["+", "-", "*", "/"])} ${inner()})`,
      `(${inner()} ${r.one(["div", "mod"])} ${1 + r.below(5)})`,
      `iif(${condition()}, ${inner()}, ${inner()})`,
      `(${inner()}).${r.one(["abs()", "floor()", "ceiling()", "truncate()", "round(3)", "power(2)"])}`,
      `iif(${numbers()}.count() >= ${r.below(8)}, ${numbers()}.sum(), {})`,
      `-(${inner()})`,
    ]);
  };
  const condition = () =>
    r.one([
      `${numbers()}.exists()`,
      `${numbers()}.empty().not()`,
      `${from()}.answer.all(value.exists())`,
      `${from()}.where(answer.hasValue()).count() >= ${r.below(5)}`,
      `${numbers()}.sum() ${r.one(["<", ">", "<=", ">=", "=", "!="])} ${r.below(12)}`,
      `${from()}.answer.value.code ${r.one(["=", "!=", "~"])} 'c${r.below(4)}'`,
      `('c${r.below(3)}' in ${from()}.answer.value.code)`,
      `(${from()}.answer.value.code contains 'c${r.below(3)}')`,
      `(${numbers()}.exists() ${r.one(["and", "or", "xor", "implies"])} ${numbers()}.first() > ${r.below(3)})`,
      `${from()}.linkId.${r.one([`startsWith('q')`, `contains('1')`, `endsWith('2')`])}`,
    ]);
  if (deep > 0) return number();
  return r.one([number, number, number, condition, () => `${from()}.linkId`, () => `(${numbers()} | ${numbers()}).count()`])();
}

const theirs = (one) => {
  try {
    const found = fhirpath.evaluate(one.resource, one.expression, { questionnaire: one.questionnaire, resource: one.resource }, model, { async: false });
    return { ok: found };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
};

const close = (a, b) =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a)) : JSON.stringify(a) === JSON.stringify(b);

test(`${rounds} questionnaires with 20 expressions each give what fhirpath.js gives (seed ${seed})`, async () => {
  const r = random(seed);
  const program = ours();
  const tally = { same: 0, empty: 0, bothFail: 0, unary: 0, stricter: [], differ: [] };
  for (let i = 0; i < rounds; i += 1) {
    const { leaves, questionnaire, resource } = form(r);
    for (let j = 0; j < 20; j += 1) {
      const one = { op: "path", expression: expression(r, leaves), questionnaire, resource };
      const [mine, other] = [await program.ask(one), theirs(one)];
      const label = `${one.expression}\n   ours   ${JSON.stringify(mine)}\n   theirs ${JSON.stringify(other)}`;
      if (mine.error && other.error) tally.bothFail += 1;
      // FHIRPath propagates nothing through arithmetic; fhirpath.js makes an error of `-{}`.
      else if (other.error?.startsWith("Unary -")) tally.unary += 1;
      else if (mine.error) tally.stricter.push(label);
      else if (other.ok && mine.ok.length === other.ok.length && mine.ok.every((v, k) => close(v, other.ok[k]))) {
        tally.same += 1;
        if (!mine.ok.length) tally.empty += 1;
      } else tally.differ.push(label);
    }
  }
  program.end();
  console.log(`same ${tally.same} (${tally.empty} of them empty), both fail ${tally.bothFail}, minus of nothing ${tally.unary}, only ours fails ${tally.stricter.length}, differ ${tally.differ.length}`);
  if (process.env.SHOW) console.log([...tally.stricter.slice(0, 10), ...tally.differ.slice(0, 20)].join("\n"));
  assert.deepEqual(tally.differ, []);
  assert.deepEqual(tally.stricter, []);
  assert.ok(tally.same > rounds * 12, "most expressions give something to compare");
});

// SPDX-License-Identifier: Apache-2.0
// What is written, in words of nobody. Each is whole, just as a record and an export hold it (docs/format.md).
const WORDS = `the heron came back today and it rained until the bus was late so we sat inside with tea and talked of
trains music the dog next door a long walk home quiet lamps somebody sang in the stairwell bread was still warm I slept
well at last nothing much else a letter from my aunt green shoes clouds like a map it was loud then softer`.split(/\s+/);
const PRACTICES = ["follow-one-sound", "borrow-a-colour", "carry-water", "a-very-old-tree", "both-hands-round-a-cup"];
const FUNCTIONS = ["regulate-down", "feel-something", "punish-self", "reach-others", "hold-off", "belong"];
const FEELINGS = ["sad", "afraid", "angry", "ashamed", "lonely", "overwhelmed", "tired", "numb", "calm", "warm"];
const WEEKLY = "urn:kindhold:questionnaire:weekly-check";

/** Makes entries by chance. */
export const entries = (by) => {
  const text = (from, to) => Array.from({ length: by.whole(from, to) }, () => by.one(WORDS)).join(" ");
  const some = (list, most) => list.filter(() => by.next() < most / list.length);
  const attempt = (at) => ({ practice: by.one(PRACTICES), at, ending: "whole", helped: by.one(["no", "bit", "lot"]) });
  const moment = (at, kind) => {
    const functions = some(FUNCTIONS, 2);
    // Left out when nothing was said.
    return { at, kind, strength: by.whole(0, 10), ...(functions.length && { functions }), not_sure: false };
  };
  const episode = (at, kind) => ({ moment: moment(at, kind), offered: [], attempts: [], with_someone: by.happens(10) });

  /** Somebody goes on: the next version of the same thing. */
  const further = {
    urge: (value, at, n) => {
      if (n === 1) return { ...value, offered: PRACTICES.slice(0, 3).map((practice) => ({ practice, reason: { because: "gentle" } })) };
      if (n < 4) return { ...value, attempts: [...value.attempts, attempt(at)] };
      return { ...value, after: by.whole(0, 10) };
    },
    check_in: (value) => ({ ...value, after: by.whole(0, 10) }),
    diary: (value) => ({ ...value, text: `${value.text} ${text(5, 40)}` }),
    letter: (value) => ({ ...value, text: `${value.text}\n${text(40, 160)}` }),
    weekly: (value, at, n, last) => ({
      ...value,
      answers: { ...value.answers, [`${n + 1}`]: [{ kind: "coding", value: `${by.whole(0, 4)}`, system: "urn:kindhold:codes:weekly-check" }] },
      ended: last,
    }),
    plan: (value) => ({ ...value, [by.one(["signs", "alone", "places"])]: [text(2, 6), text(2, 6)] }),
    word: (value) => ({ ...value, text: text(3, 12) }),
    hidden: (value) => ({ ...value, hidden: !value.hidden }),
    keepsake: (value) => ({ ...value, answers: { ...value.answers, "what-helps": [text(4, 30)] } }),
  };

  const first = {
    urge: (at) => ["episode", episode(at, by.one(["urge", "urge", "urge", "decided", "happened"]))],
    check_in: (at) => ["episode", episode(at, "check-in")],
    diary: (at) => ["diary", { at, feelings: some(FEELINGS, 2), text: text(8, 120), ...(by.happens(30) && { urge: by.whole(0, 10) }) }],
    letter: (at) => ["letter", { at, title: text(2, 5), text: text(60, 300) }],
    weekly: (at) => ["response", { at, url: WEEKLY, checksum: "ab".repeat(32), answers: {}, ended: false }],
    plan: () => ["plan", {
      signs: [text(2, 6)], alone: [text(2, 6), text(2, 6)], places: [text(1, 4)], surroundings: [text(2, 6)],
      people: [{ name: "Jo", phone: "020 7946 0000", note: "" }], professionals: [],
    }],
    word: () => ["word", { kind: by.one(["friend", "message", "reason", "help"]), text: text(3, 12) }],
    hidden: () => ["hidden", { practice: by.one(PRACTICES), hidden: true }],
    keepsake: (at) => ["keepsake", { at, step: "three-systems", part: "picture", answers: { threat: [text(5, 40)] } }],
  };

  return {
    /** The first version of a thing of a kind. */
    begin: (what, at) => {
      const [kind, value] = first[what](at);
      return { kind, value };
    },
    /** Its next version; the `n`th, and whether the last of this sitting. */
    goOn: (what, entry, at, n, last) => ({ kind: entry.kind, value: further[what](entry.value, at, n, last) }),
  };
};

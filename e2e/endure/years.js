// SPDX-License-Identifier: Apache-2.0
// Years of one person's use through the real store in the real browser: a phone, a tablet beside it, a new phone by
// a saved copy, a phone that is lost and another by the 12 words. After each year everything is compared with what
// was confirmed, and opening is measured.
import { Ledger } from "./ledger.js";
import { moveByFile } from "./app.js";
import { DAY, life } from "./life.js";
import { Phone } from "./phone.js";

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** So many things are handed to the browser at once. */
const AT_ONCE = 150;

/** What happens once in a life, and when, as parts of it. */
const ONCE = [
  [0.04, "the clock is far ahead for a day"],
  [0.12, "a tablet joins"],
  [0.22, "the passcode is changed"],
  [0.3, "the tablet is without a network for 30 days"],
  [0.45, "the clock is far behind for two days"],
  [0.5, "a new phone, by a saved copy"],
  [0.6, "a tablet joins"],
  [0.72, "the phone is lost, a new one joins by the 12 words"],
  [0.85, "the passcode is changed"],
];

/** A person with their devices, and what they were told. */
class Person {
  ledger = new Ledger();
  faults = [];
  notes = [];
  writes = 0;

  constructor(origin, { passcode, say }) {
    Object.assign(this, { origin, passcode, say });
  }

  async #fresh(options = { passcode: this.passcode }) {
    return new Phone(this.origin, options).start();
  }

  async begin() {
    this.phone = await this.#fresh();
    await this.phone.begin();
  }

  /** Does a list of things on a device and notes what was confirmed. */
  async do(device, all) {
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const some = all.slice(from, from + AT_ONCE);
      const said = await device.live(some);
      some.forEach((one, n) => this.#note(device, one, said[n]));
    }
  }

  #note(device, { thing, entry, gone, setting }, said) {
    if (setting) device.setting = setting;
    if (!thing) return;
    this.writes += 1;
    if (gone) this.ledger.remove(thing);
    else this.ledger.keep(thing, entry, said);
  }

  /** Both devices bring and fetch everything. */
  async sync(when) {
    for (const device of [this.tablet, this.phone, this.tablet]) {
      await device.setClock(when);
      const noticed = await device.call("sync");
      if (noticed) this.faults.push(`noticed by a sync: ${noticed}`);
    }
  }

  /** Something that happens once. */
  async once(what, when) {
    this.say(what);
    if (what.startsWith("a tablet")) return this.#tabletJoins(when);
    if (what.startsWith("the passcode")) return this.#newPasscode();
    if (what.startsWith("a new phone")) return this.#newPhoneByFile(when);
    if (what.startsWith("the phone is lost")) return this.#phoneLost(when);
    return undefined;
  }

  async #tabletJoins(when) {
    await this.phone.setClock(when);
    this.words = await this.phone.call("share", "Phone");
    await this.phone.call("sync");
    this.tablet = await this.#fresh({});
    await this.tablet.setClock(when);
    await this.tablet.call("join", this.words, "Tablet");
  }

  async #newPasscode() {
    const before = this.passcode;
    this.passcode = `${before}, and another`;
    await this.phone.call("set_passcode", before, this.passcode);
    this.phone.passcode = this.passcode;
  }

  async #newPhoneByFile(when) {
    if (this.tablet) await this.sync(when);
    const next = await this.#fresh();
    const { saving, bringing, said, bytes } = await moveByFile(this.phone, next);
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    this.notes.push(`a copy of ${this.ledger.versions} versions (${size}): saved in ${(saving / 1000).toFixed(1)} s, brought in in ${(bringing / 1000).toFixed(1)} s; the screen said “${said}”`);
    await this.phone.lose();
    if (this.tablet) await this.tablet.lose();
    this.tablet = undefined;
    this.phone = next;
    await next.restart();
    await next.open();
  }

  async #phoneLost(when) {
    await this.sync(when);
    await this.phone.lose();
    this.words = await this.tablet.call("take_out", "Phone");
    await this.tablet.call("sync");
    this.phone = await this.#fresh();
    await this.phone.setClock(when);
    await this.phone.call("join", this.words, "Phone", this.passcode);
    await this.sync(when);
  }

  /** Opens afresh in a new browser, reads everything, compares. Answers with what was measured. */
  async yearEnds(measured) {
    const [all, alone] = [[], []];
    for (let n = 0; n < measured; n++) {
      await this.phone.restart();
      all.push((await this.phone.open())[0]);
      alone.push(await this.phone.call("passcode_alone", this.passcode));
    }
    const read = await this.phone.read();
    this.faults.push(...this.ledger.faults(read));
    if (this.phone.setting && (await this.phone.page.evaluate(() => localStorage.getItem("theme"))) !== this.phone.setting) {
      this.faults.push("a setting is not as it was chosen");
    }
    if (this.tablet) this.faults.push(...this.ledger.faults(await this.tablet.read()).map((fault) => `on the tablet: ${fault}`));
    return { records: read.lines.length, versions: read.shown, gone: this.ledger.gone, opening: median(all), passcode: median(alone) };
  }

  async end() {
    await this.phone.lose();
    if (this.tablet) await this.tablet.lose();
  }
}

/** A tenth of all things live on the tablet once there is one, and half the changes of the plan are made there. */
const isOnTablet = ({ thing, entry }, day) =>
  entry?.kind === "plan" ? day % 2 === 1 : thing !== undefined && parseInt(thing.slice(0, 2), 16) < 26;

/** Lives through years. Answers with a row for each, what went wrong, and the person with a phone in hand. */
export const years = async ({ origin, seed = 7, years, records, measured = 5, passcode, say = () => {} }) => {
  const start = Date.UTC(2026, 10, 20) - Math.round(years * 365.25) * DAY;
  const days = life({ seed, start, years, records });
  const person = new Person(origin, { passcode, say });
  const rows = [];
  // A year; in a shorter life a third of it.
  const far = Math.min(365, Math.round(days.length / 3)) * DAY;
  const yearsEnd = Math.min(365.25, days.length);
  let [once, apart, wrong] = [[...ONCE], [0, 0], { until: -1, by: 0 }];
  let waiting = [];
  await person.begin();
  await person.phone.setClock({ at: start, offset: 0 });

  for (const [day, planned] of days.entries()) {
    const when = { at: start + day * DAY + DAY / 2, offset: 0 };
    while (once.length && once[0][0] * days.length <= day) {
      const [[, what]] = once.splice(0, 1);
      await person.once(what, when);
      if (what.includes("without a network")) apart = [day, day + 30];
      if (what.includes("ahead")) wrong = { until: day + 1, by: far };
      if (what.includes("behind")) wrong = { until: day + 2, by: -far };
    }
    const today = day < wrong.until ? planned.map((one) => ({ ...one, at: one.at + wrong.by })) : planned;
    const tablet = person.tablet ? today.filter((one) => isOnTablet(one, day)) : [];
    waiting.push(...today.filter((one) => !tablet.includes(one)));
    if (tablet.length) await person.do(person.tablet, tablet);
    const isApart = day >= apart[0] && day < apart[1];
    const yearIsOver = Math.floor((day + 1) / yearsEnd) > Math.floor(day / yearsEnd) || day + 1 === days.length;
    const somethingComes = once.length > 0 && once[0][0] * days.length <= day + 1;
    if (waiting.length >= AT_ONCE || tablet.length || yearIsOver || somethingComes || day + 1 === apart[1]) {
      await person.do(person.phone, waiting);
      waiting = [];
    }
    if (person.tablet && !isApart && (day % 7 === 0 || yearIsOver || day === apart[1] || somethingComes)) await person.sync(when);
    if (yearIsOver && rows.length < Math.ceil(years)) {
      const row = { year: rows.length + 1, writes: person.writes, ...(await person.yearEnds(measured)) };
      rows.push(row);
      say(`year ${row.year}: ${row.records} records, opened in ${row.opening.toFixed(0)} ms, of it the passcode ${row.passcode.toFixed(0)} ms`);
    }
  }
  return { rows, faults: person.faults, notes: person.notes, person };
};

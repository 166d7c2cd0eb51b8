// SPDX-License-Identifier: Apache-2.0
// What was confirmed, noted outside the browser. It knows nothing of records, chains or stores.

/** The same thing in the same words, whatever order its fields stand in. */
const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  if (!value || typeof value !== "object") return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, plain(value[name])]));
};

const version = (ms, counter, entry) => `${ms}.${counter} ${JSON.stringify(plain(entry))}`;

/** Everything that somebody was told is kept, and everything they were told is gone. */
export class Ledger {
  #things = new Map();
  #gone = new Set();

  /** A version was confirmed, with the time that it got. */
  keep(thing, entry, [ms, counter]) {
    if (!this.#things.has(thing)) this.#things.set(thing, new Set());
    this.#things.get(thing).add(version(ms, counter, entry));
  }

  /** A deletion was confirmed. */
  remove(thing) {
    this.#things.delete(thing);
    this.#gone.add(thing);
  }

  /** How many versions have to be there. */
  get versions() {
    return [...this.#things.values()].reduce((sum, versions) => sum + versions.size, 0);
  }

  /** How many things have to be gone. */
  get gone() {
    return this.#gone.size;
  }

  /**
   * What is wrong with what was read, a sentence each; nothing when all is well. What was in the air when
   * something broke off (`air`: things that may be there or not, whole) is no fault either way.
   */
  faults({ lines, damage, shown }, air = { kept: [], deleted: [] }) {
    const found = damage.map((one) => `damage: ${one}`);
    const there = new Map();
    const deleted = new Set(lines.filter((line) => line.deleted).map((line) => line.thing));
    const inTheAir = new Set(air.kept.map(({ thing, entry }) => `${thing} ${JSON.stringify(plain(entry))}`));
    for (const { thing, ms, counter, entry, deleted: tombstone } of lines) {
      if (tombstone) {
        if (!this.#gone.has(thing) && !air.deleted.includes(thing)) found.push(`deleted by nobody: ${thing}`);
        continue;
      }
      if (!entry) found.push(`not readable: ${thing}`);
      if (this.#gone.has(thing) || deleted.has(thing)) found.push(`back: ${thing}`);
      const one = version(ms, counter, entry);
      if (!there.has(thing)) there.set(thing, new Set());
      if (there.get(thing).has(one)) found.push(`twice: ${thing}`);
      there.get(thing).add(one);
      const wasConfirmed = this.#things.get(thing)?.has(one) || this.#gone.has(thing);
      if (!wasConfirmed && !inTheAir.has(`${thing} ${JSON.stringify(plain(entry))}`)) found.push(`written by nobody: ${thing}`);
    }
    for (const [thing, versions] of this.#things) {
      if (deleted.has(thing) && air.deleted.includes(thing)) continue;
      for (const one of versions) if (!there.get(thing)?.has(one)) found.push(`lost: ${thing} ${one.slice(0, 80)}`);
    }
    const many = [...there.values()].reduce((sum, versions) => sum + versions.size, 0);
    if (shown !== many) found.push(`${many} versions are there and the app would show ${shown}`);
    return found;
  }

  /** Notes what turned out to have reached the disk although nobody was told. */
  settle({ lines }, air) {
    for (const { thing, entry } of air.kept) {
      const same = JSON.stringify(plain(entry));
      const line = lines.find((l) => l.thing === thing && !l.deleted && JSON.stringify(plain(l.entry)) === same);
      if (line) this.keep(thing, entry, [line.ms, line.counter]);
    }
    for (const thing of air.deleted) if (lines.some((l) => l.thing === thing && l.deleted)) this.remove(thing);
  }
}

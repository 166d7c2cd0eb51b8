// SPDX-License-Identifier: Apache-2.0
// One life, day by day: what is written, changed and deleted when, and what the clock on the wall says then.
// The same seed gives the same life.
import { chance } from "./chance.js";
import { entries } from "./entries.js";
import { ABSENCES, CLOCK, HOURS, KINDS, LATER, WRONG_HOURS, ZONES } from "./rates.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The days of a life on which nothing is written. */
const absences = (by, days) => {
  const away = new Set();
  for (let n = by.many((ABSENCES.a_year * days) / 365); n > 0; n--) {
    const from = by.whole(0, days - 1);
    for (let day = 0; day < 7 * by.whole(...ABSENCES.weeks); day++) away.add(from + day);
  }
  return away;
};

/** What the device says of the time, day by day: minutes ahead of UTC, and by how much it is wrong. */
const clocks = (by, start, days) => {
  const all = [];
  let [zone, until] = [0, 0];
  for (let day = 0; day < days; day++) {
    if (day >= until && by.happens((CLOCK.away * 1.2) / 14)) [zone, until] = [by.one(ZONES), day + 14];
    const month = new Date(start + day * DAY).getUTCMonth();
    const offset = day < until ? zone : month > 2 && month < 10 ? 60 : 0;
    all.push({ offset, wrong: by.happens(CLOCK.wrong) ? by.one(WRONG_HOURS) * HOUR : 0 });
  }
  return all;
};

/** How many writes there are in some days. */
export const writes = (days) => days.flat().filter((one) => one.thing).length;

/**
 * The days of a life. Each is a list of what is done, in its order: `{at, offset, thing, entry}` writes a version,
 * `{at, offset, thing, gone: true}` deletes, `{at, offset, setting}` changes a setting.
 * @param {{seed: number, start: number, years: number, records: number}} of
 */
export const life = ({ records, ...of }) => {
  const asAssumed = live({ ...of, scale: 1 });
  return live({ ...of, scale: (1.05 * records) / writes(asAssumed) });
};

const live = ({ seed, start, years, scale }) => {
  const by = chance(seed);
  const write = entries(by);
  const days = Math.round(years * 365.25);
  const [away, clock] = [absences(by, days), clocks(by, start, days)];
  const later = new Map();
  let plan;

  const moment = (day, at) => ({ at: at + clock[day].wrong, offset: clock[day].offset });
  const wall = ({ at, offset }) => ({ unix_ms: Math.max(0, Math.round(at)), offset_min: offset });

  const sitting = (day, what) => {
    if (what === "setting") return [{ ...moment(day, start + day * DAY + 12 * HOUR), setting: by.one(["light", "dark", "contrast"]) }];
    let at = start + day * DAY + by.weighed(HOURS) * HOUR + by.whole(0, 59) * MINUTE;
    const old = what === "plan" ? plan : undefined;
    const thing = old?.thing ?? by.name();
    let entry = old ? write.goOn(what, old.entry, wall(moment(day, at)), 1, true) : write.begin(what, wall(moment(day, at)));
    const done = [{ ...moment(day, at), thing, entry }];
    const versions = by.whole(...KINDS[what].versions);
    for (let n = 1; n < versions; n++) {
      at += by.whole(5, 400) * 1000;
      entry = write.goOn(what, entry, wall(moment(day, at)), n, n + 1 === versions);
      done.push({ ...moment(day, at), thing, entry });
    }
    if (what === "plan") plan = { thing, entry };
    else comeBack(day, what, thing, entry);
    return done;
  };

  const comeBack = (day, what, thing, entry) => {
    const isGone = by.happens(LATER.deleted);
    if (!isGone && !by.happens(LATER.changed)) return;
    const then = day + by.whole(1, LATER.within_days);
    if (!later.has(then)) later.set(then, []);
    later.get(then).push({ what, thing, entry, isGone });
  };

  const again = (day, { what, thing, entry, isGone }) => {
    const when = moment(day, start + day * DAY + by.whole(0, 86_000) * 1000);
    return isGone ? { ...when, thing, gone: true } : { ...when, thing, entry: write.goOn(what, entry, wall(when), 2, true) };
  };

  return Array.from({ length: days }, (_, day) => {
    if (away.has(day)) return [];
    const done = [];
    for (const what of Object.keys(KINDS)) {
      for (let n = by.many((KINDS[what].a_year * scale) / 365.25); n > 0; n--) done.push(...sitting(day, what));
    }
    for (const one of later.get(day) ?? []) done.push(again(day, one));
    return done.sort((a, b) => a.at - b.at);
  });
};

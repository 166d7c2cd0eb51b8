// SPDX-License-Identifier: Apache-2.0
// What one person is assumed to do in a year. Every number here is an assumption of ours and stands on no study;
// they are multiplied until the records of all years come out as many as were asked for.

/** How often a year, and how many versions one of them is written in: the app writes a whole new one at each step. */
export const KINDS = {
  urge: { a_year: 100, versions: [3, 7] },
  check_in: { a_year: 60, versions: [1, 2] },
  diary: { a_year: 240, versions: [1, 2] },
  letter: { a_year: 10, versions: [1, 4] },
  weekly: { a_year: 30, versions: [4, 8] },
  plan: { a_year: 8, versions: [1, 1] },
  word: { a_year: 8, versions: [1, 1] },
  hidden: { a_year: 4, versions: [1, 1] },
  keepsake: { a_year: 14, versions: [1, 3] },
  setting: { a_year: 3, versions: [1, 1] },
};

/** Of a hundred things that were written, so many are changed later, and so many deleted later. */
export const LATER = { changed: 5, deleted: 4, within_days: 400 };

/** Weeks of absence: how often a year, and how long. */
export const ABSENCES = { a_year: 4, weeks: [1, 5] };

/** Of a hundred days, so many are spent in another time zone, a fortnight at a time, and on so many the clock is wrong. */
export const CLOCK = { away: 8, wrong: 6 };

/** Offsets of the zones where somebody is away, in minutes. */
export const ZONES = [-600, -300, -210, 60, 330, 540, 765];

/** By how much a clock is wrong, in hours. A year ahead or behind is among what happens once in a life (`years.js`). */
export const WRONG_HOURS = [-12, -3, -1, -0.1, 0.1, 1, 3, 12];

/** At which hours things are written, one weight for each hour from midnight: late, mostly. */
export const HOURS = [6, 5, 3, 2, 1, 1, 1, 2, 2, 2, 2, 2, 3, 2, 2, 3, 4, 4, 4, 5, 6, 8, 9, 8];

// SPDX-License-Identifier: Apache-2.0
// Chance that is the same each time.

/** Draws from a seed. */
export const chance = (seed) => {
  let state = seed >>> 0;
  // mulberry32 (Ettinger 2017, public domain): any spread of bits will do here
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const one = (list) => list[whole(0, list.length - 1)];
  return {
    next,
    whole,
    one,
    /** Whether something of so many in a hundred happens. */
    happens: (percent) => next() * 100 < percent,
    /** How many happen where so many are expected (Poisson, by counting). */
    many: (expected) => {
      let [n, left] = [0, next()];
      for (const end = Math.exp(-expected); left > end; n++) left *= next();
      return n;
    },
    /** The place of a weight, as likely as it weighs. */
    weighed: (weights) => {
      let left = next() * weights.reduce((a, b) => a + b, 0);
      return weights.findIndex((weight) => (left -= weight) < 0);
    },
    /** A name of 32 hexadecimal digits. */
    name: () => Array.from({ length: 32 }, () => whole(0, 15).toString(16)).join(""),
  };
};

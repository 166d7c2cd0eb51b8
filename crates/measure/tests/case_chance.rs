// SPDX-License-Identifier: Apache-2.0
//! How often a reading is wrong: answers of 0 to 10 that never change on the whole, drawn many times, and answers
//! that do. The table of `docs/adr/0022-single-cases-and-what-they-may-claim.md` is what this prints.

use kindhold_measure::case::{Reading, compare};
use kindhold_measure::change::Direction;

const DRAWS: u32 = 2_000;

/// Draws that are the same every time (Steele, Lea & Flood 2014, SplitMix64).
struct Draws(u64);

impl Draws {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// `n` answers around 5 with a standard deviation of 2, of which each leans on the one before by `r`; from
    /// `from` on they are higher by `shift`.
    fn answers(&mut self, n: usize, r: f64, from: usize, shift: f64) -> Vec<f64> {
        let mut state = self.normal();
        (0..n)
            .map(|i| {
                state = r * state + (1.0 - r * r).sqrt() * self.normal();
                let moved = if i < from { 0.0 } else { shift };
                (5.0 + 2.0 * state + moved).round().clamp(0.0, 10.0)
            })
            .collect()
    }
}

/// In how many per cent of draws "more" or "less" is said, and in how many the interval alone would have said it.
fn said(m: usize, n: usize, r: f64, shift: f64) -> (f64, f64) {
    let mut draws = Draws(2026);
    let (mut said, mut bare) = (0, 0);
    for _ in 0..DRAWS {
        let all = draws.answers(m + n, r, m, shift);
        let found = compare(&all[..m], &all[m..], Direction::LowerIsBetter).expect("enough values");
        let clear = [Reading::MoreThanBefore, Reading::LessThanBefore].contains(&found.reading);
        said += u32::from(clear);
        bare += u32::from(found.nap.low > 0.5 || found.nap.high < 0.5);
    }
    let per_cent = |count: u32| 100.0 * f64::from(count) / f64::from(DRAWS);
    (per_cent(said), per_cent(bare))
}

#[test]
fn where_nothing_changes_something_is_seldom_said() {
    for (m, n) in [(4, 4), (5, 5), (5, 12), (12, 12), (30, 30)] {
        let mut line = format!("{m:>3} {n:>3}");
        for (r, most) in [(0.0, 5.5), (0.2, 7.5), (0.4, 9.5)] {
            let (said, bare) = said(m, n, r, 0.0);
            line += &format!("  r {r}: {said:4.1} ({bare:4.1})");
            assert!(said <= most && said <= bare, "{line}");
        }
        println!("{line}");
    }
}

#[test]
fn a_large_change_is_said_when_there_are_enough_values() {
    for (m, n) in [(4, 4), (5, 5), (5, 12), (12, 12), (30, 30)] {
        let mut line = format!("{m:>3} {n:>3}");
        for shift in [1.0, 2.0, 3.0] {
            let (said, bare) = said(m, n, 0.2, shift);
            line += &format!("  +{shift}: {said:4.1} ({bare:4.1})");
        }
        println!("{line}");
    }
    assert!(said(12, 12, 0.2, 3.0).0 > 75.0);
}

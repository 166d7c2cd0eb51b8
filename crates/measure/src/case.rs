// SPDX-License-Identifier: Apache-2.0
//! One person, before and after a day: whether the values of two stretches of time differ, and how much of that
//! could be chance.
//!
//! What may be said at most is a [`Reading`]. It is never a cause: something else may have begun on the same day,
//! somebody may have marked the day because things were already changing, and hard times pass by themselves. See
//! `docs/adr/0022-single-cases-and-what-they-may-claim.md`, also for how often a reading is wrong.

mod interval;
mod rank;

use crate::{change::Direction, dossier::within_calendar};
use kindhold_care::When;

pub use interval::Estimate;

/// The fewest values on either side. With three and three, even complete separation comes about by chance in one of
/// ten; with four and four in three of a hundred.
pub const LEAST: usize = 4;
/// Below this on either side a reading is said with "few".
pub const ENOUGH: usize = 5;
/// The most values that are looked at on either side: those nearest to the day.
pub const MOST: usize = 500;
/// From this Kendall's tau on, the values before were moving by themselves. A choice of this project.
pub const MOVING: f64 = 0.4;
/// Above this, a value leans on the one before so much that the interval is too narrow. The mean over published
/// single-case studies is .20 (Shadish & Sullivan 2011, Behavior Research Methods 43:971-980).
pub const LEANING: f64 = 0.2;

/// Fewer values than [`LEAST`] on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFew {
    /// Values before.
    pub before: usize,
    /// Values after.
    pub after: usize,
}

/// The most that may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The values after were mostly higher.
    MoreThanBefore,
    /// The values after were mostly lower.
    LessThanBefore,
    /// They do not clearly differ.
    NoClearDifference,
    /// They differ, but the values before were already moving that way.
    BaselineWasMoving,
}

/// The values of one stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// How many.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their median.
    pub median: f64,
}

/// Two stretches, held against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Before the day.
    pub before: Stretch,
    /// From the day on.
    pub after: Stretch,
    /// Mean after less mean before, in points.
    pub difference: f64,
    /// NAP: of all pairs of a value before and one after, the share in which the one after is better; a tie counts
    /// half; .5 is no difference (Parker & Vannest 2009, Behavior Therapy 40:357-367). With a 95 % interval for
    /// values that do not lean on each other.
    pub nap: Estimate,
    /// The same from −1 to 1: 2·NAP − 1 (Parker, Vannest, Davis & Sauber 2011, Behavior Therapy 42:284-299).
    pub tau: Estimate,
    /// Tau-U of the same paper: tau less the trend of the values before. Its sampling distribution is not known, so
    /// it has no interval; with many values before and few after it can leave −1 to 1.
    pub tau_u: f64,
    /// Tau after the trend of the values before is taken away (Theil–Sen slope; Tarlow 2017, Behavior Modification
    /// 41:427-467). Its interval takes the slope as known and is too narrow.
    pub corrected: Estimate,
    /// Kendall's tau of the values before over their order, from −1 to 1; above 0: they were getting better.
    pub baseline: f64,
    /// How much a value leans on the one before it (lag-1 autocorrelation around the means of both stretches);
    /// none where nothing varies.
    pub lag_1: Option<f64>,
    /// `lag_1` is above [`LEANING`]: the intervals above are too narrow.
    pub leans: bool,
    /// Fewer than [`ENOUGH`] values on a side.
    pub few: bool,
    /// The most that may be said.
    pub reading: Reading,
}

/// Cuts values into stretches at days: those before the first day, from the first day on, from the second on.
/// `points` are in any order; one more stretch than days comes back. A day is the one on its own wall calendar.
#[must_use]
pub fn stretches(points: &[(When, f64)], days: &[When]) -> Vec<Vec<f64>> {
    let mut points: Vec<_> = points.iter().filter(|p| p.1.is_finite()).collect();
    points.sort_by_key(|p| p.0.unix_ms);
    let mut days: Vec<i64> = days.iter().map(|day| day_of(*day)).collect();
    days.sort_unstable();
    days.dedup();
    let mut all = vec![Vec::new(); days.len() + 1];
    for (at, value) in points {
        let stretch = days.partition_point(|day| *day <= day_of(*at));
        all[stretch].push(*value);
    }
    all
}

/// Compares the values before a day with those from it on, both in the order of time.
///
/// # Errors
/// [`TooFew`] under [`LEAST`] on a side; values that are no numbers do not count.
pub fn compare(before: &[f64], after: &[f64], direction: Direction) -> Result<Comparison, TooFew> {
    let finite =
        |values: &[f64]| -> Vec<f64> { values.iter().copied().filter(|v| v.is_finite()).collect() };
    let (mut a, mut b) = (finite(before), finite(after));
    if a.len() < LEAST || b.len() < LEAST {
        return Err(TooFew {
            before: a.len(),
            after: b.len(),
        });
    }
    a.drain(..a.len().saturating_sub(MOST));
    b.truncate(MOST);
    let (before, after) = (stretch(&a), stretch(&b));
    turn(&mut a, direction);
    turn(&mut b, direction);

    let pairs = (a.len() * b.len()) as f64;
    let won = rank::dominance(&a, &b);
    let nap = Estimate::of_nap(rank::share(won, pairs), a.len() as f64, b.len() as f64);
    let trend = rank::trend(&a);
    let (flat_a, flat_b) = rank::without_trend(&a, &b);
    let flat = rank::share(rank::dominance(&flat_a, &flat_b), pairs);
    let baseline = trend / ((a.len() * (a.len() - 1)) as f64 / 2.0);
    let lag_1 = rank::lag_1(&a, &b);
    Ok(Comparison {
        before,
        after,
        difference: after.mean - before.mean,
        nap,
        tau: nap.as_tau(),
        tau_u: (won - trend) / pairs,
        corrected: Estimate::of_nap(flat, a.len() as f64, b.len() as f64).as_tau(),
        baseline,
        lag_1,
        leans: lag_1.is_some_and(|r| r > LEANING),
        few: a.len() < ENOUGH || b.len() < ENOUGH,
        reading: read(nap.value, (a.len(), b.len()), lag_1, baseline, direction),
    })
}

/// The intervals hold for values that do not lean on each other. For what is said, each stretch counts as only so
/// many values as it is worth, n·(1−r)/(1+r) (Bayley & Hammersley 1946, Supplement to the J. Royal Statistical
/// Society 8:184-197), and the interval is taken anew.
fn read(
    nap: f64,
    (m, n): (usize, usize),
    lag_1: Option<f64>,
    baseline: f64,
    direction: Direction,
) -> Reading {
    let r = lag_1.unwrap_or(0.0).clamp(0.0, 0.9);
    let worth = |n: usize| (n as f64 * (1.0 - r) / (1.0 + r)).max(1.5);
    let interval = Estimate::of_nap(nap, worth(m), worth(n));
    if interval.low <= 0.5 && 0.5 <= interval.high {
        return Reading::NoClearDifference;
    }
    let gain = nap - 0.5;
    if baseline.abs() >= MOVING && baseline * gain > 0.0 {
        Reading::BaselineWasMoving
    } else if direction.gain(gain) > 0.0 {
        Reading::MoreThanBefore
    } else {
        Reading::LessThanBefore
    }
}

fn day_of(at: When) -> i64 {
    within_calendar(at).local_day()
}

fn turn(values: &mut [f64], direction: Direction) {
    for value in values {
        *value = direction.gain(*value);
    }
}

fn stretch(values: &[f64]) -> Stretch {
    Stretch {
        n: values.len(),
        mean: rank::mean(values),
        median: rank::median(values.to_vec()),
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What was tried for which reason and what the person said of it, and when urges come.
//!
//! Counts with the range that chance leaves them. Listed by how often something was tried, never by how well it did:
//! with few tries nearly any order is possible, and the best of many small counts is mostly luck.

mod range;

use crate::dossier::within_calendar;
use kindhold_care::{Attempt, Ending, Episode, Function, Helped, MomentKind, PracticeId};
use std::collections::BTreeMap;

pub use range::{share, student};

/// Fewer tries than this are few, and said so.
pub const FEW: u32 = 5;

/// A practice, for one reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// What self-injury would have done; none where no reason was given.
    pub function: Option<Function>,
    /// What was tried. In a moment with two reasons it counts for both.
    pub practice: PracticeId,
    /// How often.
    pub times: u32,
    /// "It helped a lot."
    pub lot: u32,
    /// "It helped a bit."
    pub bit: u32,
    /// "It did nothing."
    pub no: u32,
    /// "It made it worse", said during or after.
    pub worse: u32,
    /// Nothing was said. That is not a "no".
    pub unsaid: u32,
    /// Of those of which something was said, the share that helped a bit or a lot; none when nothing was said.
    pub helped: Option<Range>,
    /// How much the urge changed from before to after, in steps of 0 to 10 (below 0: it fell): only moments in
    /// which this was the only thing tried and both were said. An urge falls by itself as well.
    pub change: Option<Mean>,
    /// Fewer than [`FEW`] tries.
    pub few: bool,
}

/// A share, 0 to 1, with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The share.
    pub share: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A mean with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// Of how many.
    pub n: u32,
    /// The mean.
    pub mean: f64,
    /// The interval; none of a single one.
    pub interval: Option<(f64, f64)>,
}

#[derive(Default)]
struct Tally {
    times: u32,
    lot: u32,
    bit: u32,
    no: u32,
    worse: u32,
    unsaid: u32,
    changes: Vec<f64>,
}

/// What was tried for which reason. By reason (in the order in which they are shown, without a reason last), within
/// that the most often tried first, then by name.
#[must_use]
pub fn by_function(episodes: &[&Episode]) -> Vec<Tried> {
    let mut tallies: BTreeMap<(usize, &PracticeId), Tally> = BTreeMap::new();
    for episode in episodes {
        let change = change(episode);
        for attempt in &episode.attempts {
            for place in places(episode) {
                let tally = tallies.entry((place, &attempt.practice)).or_default();
                tally.count(attempt);
                tally.changes.extend(change);
            }
        }
    }
    let mut all: Vec<_> = tallies
        .into_iter()
        .map(|((place, practice), tally)| (place, tally.told(place, practice)))
        .collect();
    all.sort_by(|(a, x), (b, y)| (a, y.times, &x.practice).cmp(&(b, x.times, &y.practice)));
    all.into_iter().map(|(_, tried)| tried).collect()
}

/// Places in [`Function::ALL`], each once; the one behind the last for no reason.
fn places(episode: &Episode) -> Vec<usize> {
    let given = &episode.moment.functions;
    let mut places: Vec<usize> = (0..Function::ALL.len())
        .filter(|place| given.contains(&Function::ALL[*place]))
        .collect();
    if places.is_empty() {
        places.push(Function::ALL.len());
    }
    places
}

/// How the urge changed, where only one thing was tried.
fn change(episode: &Episode) -> Option<f64> {
    let (before, after) = (episode.moment.strength?, episode.after?);
    (episode.attempts.len() == 1).then(|| f64::from(after.get()) - f64::from(before.get()))
}

impl Tally {
    fn count(&mut self, attempt: &Attempt) {
        self.times += 1;
        let said = match attempt.helped {
            _ if attempt.ending == Some(Ending::Worse) => &mut self.worse,
            Some(Helped::Worse) => &mut self.worse,
            Some(Helped::No) => &mut self.no,
            Some(Helped::Bit) => &mut self.bit,
            Some(Helped::Lot) => &mut self.lot,
            None => &mut self.unsaid,
        };
        *said += 1;
    }

    fn told(self, place: usize, practice: &PracticeId) -> Tried {
        let good = self.lot + self.bit;
        Tried {
            function: Function::ALL.get(place).copied(),
            practice: practice.clone(),
            times: self.times,
            lot: self.lot,
            bit: self.bit,
            no: self.no,
            worse: self.worse,
            unsaid: self.unsaid,
            helped: share(good, good + self.no + self.worse),
            change: range::mean(&self.changes, -10.0, 10.0),
            few: self.times < FEW,
        }
    }
}

/// When urges come, on the wall clock of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Times {
    /// Urges by weekday (Monday first) and by block of four hours (0 to 3 o'clock first). Not a rate: nothing written
    /// down says nothing.
    pub counts: [[u32; 6]; 7],
}

impl Times {
    /// Counts every moment but check-ins.
    #[must_use]
    pub fn of(episodes: &[&Episode]) -> Self {
        let mut times = Self::default();
        for episode in episodes {
            if episode.moment.kind != MomentKind::CheckIn {
                let at = within_calendar(episode.moment.at);
                let block = usize::from(at.local_hour() / 4);
                times.counts[weekday(at.local_day())][block] += 1;
            }
        }
        times
    }

    /// By block of four hours.
    #[must_use]
    pub fn by_hours(&self) -> [u32; 6] {
        let mut sums = [0; 6];
        for day in &self.counts {
            for (sum, count) in sums.iter_mut().zip(day) {
                *sum += count;
            }
        }
        sums
    }

    /// By weekday, Monday first.
    #[must_use]
    pub fn by_weekday(&self) -> [u32; 7] {
        self.counts.map(|day| day.iter().sum())
    }
}

/// The weekday of a day since 1970-01-01 (a Thursday), Monday as 0.
#[must_use]
pub const fn weekday(day: i64) -> usize {
    (day + 3).rem_euclid(7) as usize
}

// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Ending, Episode, Helped, PracticeId};
use std::collections::{BTreeMap, BTreeSet};

/// What the person has said of a practice so far. Only their own words count: never the absence of
/// self-injury, never time in the app, and not answering is not a "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Record {
    /// "It helped a lot."
    pub lot: u32,
    /// "It helped a bit."
    pub bit: u32,
    /// "It did nothing."
    pub no: u32,
    /// "It made it worse", said during or after.
    pub worse: u32,
    /// The newest word was "worse".
    pub last_was_worse: bool,
    /// The place of the newest go in the history, counted from 1; 0 for never.
    pub last_go: u32,
}

impl Record {
    /// The person's own rating from -1 to 1, drawn towards 0 while few words have been said (as if
    /// two neutral words had been said before the first).
    #[must_use]
    pub fn rating(self) -> f64 {
        let said = f64::from(self.lot + self.bit + self.no + self.worse);
        let sum = f64::from(self.lot) + 0.5 * f64::from(self.bit) - f64::from(self.worse);
        sum / (said + 2.0)
    }
}

/// Everything the choice may look at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    records: BTreeMap<PracticeId, Record>,
    hidden: BTreeSet<PracticeId>,
    goes: u32,
}

impl History {
    /// Reads episodes, oldest first, and the practices hidden for good.
    #[must_use]
    pub fn new<'a>(
        episodes: impl IntoIterator<Item = &'a Episode>,
        hidden: impl IntoIterator<Item = PracticeId>,
    ) -> Self {
        let mut history = Self {
            hidden: hidden.into_iter().collect(),
            ..Self::default()
        };
        for attempt in episodes.into_iter().flat_map(|e| &e.attempts) {
            history.goes += 1;
            let record = history.records.entry(attempt.practice.clone()).or_default();
            record.last_go = history.goes;
            let worse = attempt.ending == Some(Ending::Worse);
            match attempt.helped {
                _ if worse => record.worse += 1,
                Some(Helped::Worse) => record.worse += 1,
                Some(Helped::No) => record.no += 1,
                Some(Helped::Bit) => record.bit += 1,
                Some(Helped::Lot) => record.lot += 1,
                None => continue,
            }
            record.last_was_worse = worse || attempt.helped == Some(Helped::Worse);
        }
        history
    }

    /// What was said of one practice.
    #[must_use]
    pub fn of(&self, practice: &PracticeId) -> Record {
        self.records.get(practice).copied().unwrap_or_default()
    }

    /// Whether the person hid it for good.
    #[must_use]
    pub fn is_hidden(&self, practice: &PracticeId) -> bool {
        self.hidden.contains(practice)
    }

    /// How many goes at practices there have been.
    #[must_use]
    pub const fn goes(&self) -> u32 {
        self.goes
    }
}

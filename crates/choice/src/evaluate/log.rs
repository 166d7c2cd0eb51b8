// SPDX-License-Identifier: Apache-2.0
use std::collections::BTreeMap;

/// The most decisions of one log.
pub const MOST_ROWS: usize = 1_000_000;
/// The most options of one log.
pub const MOST_ARMS: usize = 1_000;
/// The most chances of one log: of each option at each decision.
pub const MOST_CHANCES: usize = 10_000_000;
/// The most features of one decision.
pub const MOST_FEATURES: usize = 50;
/// A weight may not be larger than this: such a log says nothing.
const SMALLEST_CHANCE: f64 = 1e-9;

/// Decisions as they were made, each with the chance of what was taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Log {
    /// The options' names.
    pub arms: Vec<String>,
    /// How many were offered at once, from 1.
    pub places: usize,
    /// The decisions.
    pub rows: Vec<Logged>,
}

/// One decision, and what was taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Logged {
    /// The line it stands in, for whoever has to mend it.
    pub line: usize,
    /// Whose it was.
    pub person: String,
    /// What was taken, as a place in [`Log::arms`].
    pub arm: usize,
    /// How it went; `None` when nothing was said.
    pub reward: Option<f64>,
    /// The chance with which it was offered, above 0 and up to 1.
    pub chance: f64,
    /// What was known then.
    pub features: Vec<f64>,
    /// What could have been offered, as places in [`Log::arms`], each once.
    pub available: Vec<usize>,
    /// What was offered beside it and it itself, where several were; may be empty when it is not known.
    pub slate: Vec<usize>,
}

/// With which chance the other way of choosing would have offered something.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// What was taken; nothing is known of the rest, so there is no model of the reward.
    Taken(f64),
    /// Every option that it may offer, as a place in [`Log::arms`].
    All(BTreeMap<usize, f64>),
}

impl Target {
    pub(super) fn of(&self, arm: usize) -> f64 {
        match self {
            Self::Taken(chance) => *chance,
            Self::All(each) => each.get(&arm).copied().unwrap_or_default(),
        }
    }
}

impl Log {
    /// Everything that is there is as likely as everything else.
    #[must_use]
    pub fn even(&self) -> Vec<Target> {
        let each = self.rows.iter().map(|row| {
            let share = self.places.max(1) as f64 / row.available.len().max(1) as f64;
            let all = row.available.iter().map(|arm| (*arm, share.min(1.0)));
            Target::All(all.collect())
        });
        each.collect()
    }

    /// Always the first of what is there, in the order in which it is told.
    #[must_use]
    pub fn fixed(&self) -> Vec<Target> {
        let each = self.rows.iter().map(|row| {
            let first = row.available.iter().take(self.places.max(1));
            Target::All(first.map(|arm| (*arm, 1.0)).collect())
        });
        each.collect()
    }

    pub(super) fn check(&self, targets: &[Target]) -> Result<(), EvaluateError> {
        if self.rows.len() != targets.len() {
            return Err(EvaluateError::Targets);
        }
        let features = self.rows.first().map_or(0, |row| row.features.len());
        let chances = self.rows.len().saturating_mul(self.arms.len());
        if self.rows.len() > MOST_ROWS
            || self.arms.len() > MOST_ARMS
            || chances > MOST_CHANCES
            || features > MOST_FEATURES
        {
            return Err(EvaluateError::TooLarge);
        }
        for (row, target) in self.rows.iter().zip(targets) {
            self.check_row(row, target, features)?;
        }
        Ok(())
    }

    fn check_row(
        &self,
        row: &Logged,
        target: &Target,
        features: usize,
    ) -> Result<(), EvaluateError> {
        let line = row.line;
        if !(SMALLEST_CHANCE..=1.0).contains(&row.chance) {
            return Err(EvaluateError::Chance { line });
        }
        let known = |arm: &usize| *arm < self.arms.len();
        if !known(&row.arm) || !row.available.iter().chain(&row.slate).all(known) {
            return Err(EvaluateError::Arm { line });
        }
        if row.reward.is_some_and(|r| !r.is_finite() || r.abs() > 1e9) {
            return Err(EvaluateError::Reward { line });
        }
        let sound = |x: &f64| x.is_finite() && x.abs() <= 1e9;
        if row.features.len() != features || !row.features.iter().all(sound) {
            return Err(EvaluateError::Features { line });
        }
        let share = |chance: f64| (0.0..=1.0).contains(&chance);
        let fits = match target {
            Target::Taken(chance) => share(*chance),
            Target::All(each) => {
                let sum: f64 = each.values().sum();
                each.iter()
                    .all(|(arm, chance)| known(arm) && share(*chance))
                    && sum <= self.places.max(1) as f64 + 1e-6
            }
        };
        if fits {
            Ok(())
        } else {
            Err(EvaluateError::Target { line })
        }
    }
}

/// Why nothing is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluateError {
    /// No decision with a reward.
    #[error("no decision has a reward: there is nothing to weigh")]
    Empty,
    /// Nothing in common.
    #[error("the policy would never have offered what was taken: this log says nothing about it")]
    Never,
    /// Too many of something.
    #[error(
        "a log holds at most 1,000,000 decisions, 1,000 options (10,000,000 of both multiplied) and 50 features: split it or leave features out"
    )]
    TooLarge,
    /// Targets of another log.
    #[error("there has to be one target for each decision")]
    Targets,
    /// A chance of 0, above 1, or missing.
    #[error(
        "line {line}: the chance (propensity) of what was taken has to be above 0 and up to 1; a decision without one cannot be weighed"
    )]
    Chance {
        /// Where.
        line: usize,
    },
    /// Something that is no option.
    #[error("line {line}: an option is not one of the log's")]
    Arm {
        /// Where.
        line: usize,
    },
    /// A reward that is no number.
    #[error("line {line}: the reward is not a number (leave it empty where nothing was said)")]
    Reward {
        /// Where.
        line: usize,
    },
    /// Features that are no numbers, or more or fewer than in the first line.
    #[error("line {line}: features have to be numbers, as many as in the first line")]
    Features {
        /// Where.
        line: usize,
    },
    /// Chances of the other way of choosing that cannot be.
    #[error(
        "line {line}: the chances of the policy to evaluate have to lie in 0 to 1 and sum to no more than what is offered at once"
    )]
    Target {
        /// Where.
        line: usize,
    },
}

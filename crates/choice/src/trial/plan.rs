// SPDX-License-Identifier: Apache-2.0
use super::{Covariate, Outcome, Treatment};
use crate::offer::Study;
use kindhold_care::{Practice, calendar::day_of};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const FORMAT: &str = "kindhold-trial";
const VERSION: u64 = 1;
/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 64 << 10;
/// The most moderators, and the most controls.
const MOST_COVARIATES: usize = 8;
/// The most names in a treatment.
const MOST_TREATED: usize = 200;
/// With fewer people than these no study's effect is computed.
pub const LEAST_PEOPLE: usize = 10;
/// The longest study, in days.
const LONGEST: i64 = 3 * 366;

/// What a study fixes before it begins: a JSON file, format `kindhold-trial`, version 1. The app shows it before it asks
/// for a yes, and draws by it; the analysis is computed by it. Register the file, as it is, before the first day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    format: String,
    version: u64,
    /// The study's name, as it stands in every consent and every file: 1 to 60 characters.
    pub study: String,
    /// What the study is called for people who are asked to take part: 1 to 120 characters.
    pub title: String,
    /// Who runs it: 1 to 200 characters.
    pub run_by: String,
    /// How to reach them: 1 to 200 characters.
    pub contact: String,
    /// The first day on which anything is drawn for it, `2027-01-11`.
    pub first_day: String,
    /// The last one.
    pub last_day: String,
    /// Which share of choices is drawn evenly, above 0 and up to 1.
    pub even: f64,
    /// Which practices count as treated: a moment is treated when at least one of them is among the offers.
    pub treatment: Treatment,
    /// What is compared.
    pub outcome: Outcome,
    /// By what the effect may differ.
    #[serde(default)]
    pub moderators: Vec<Covariate>,
    /// What else says something about the outcome, to make the interval narrower. It cannot make the effect wrong.
    #[serde(default)]
    pub controls: Vec<Covariate>,
    /// How sure the interval is, 0.8 to 0.99.
    #[serde(default = "usual_level")]
    pub level: f64,
    /// With fewer people than these nothing is computed; at least 10.
    pub smallest: usize,
    /// The chance of being treated that moments are weighed to, between 0.05 and 0.95. Without it, the mean of the chances
    /// that moments had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<f64>,
}

const fn usual_level() -> f64 {
    0.95
}

/// Why a plan is not taken. Each says what to change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// Over 64 kB.
    #[error("the plan is larger than 64 kB: shorten its texts")]
    TooLarge,
    /// Not JSON, or fields that have no place or are missing. The words are the reader's: where, and what it expected.
    #[error("this is not a plan of a study (JSON, format `kindhold-trial`): {0}")]
    Form(String),
    /// Another format.
    #[error("`format` has to be `kindhold-trial`")]
    Format,
    /// A version of later.
    #[error("`version` has to be 1: a plan of a later version needs a newer program")]
    Version,
    /// A text that is empty, too long, or has line breaks or signs that are not shown.
    #[error("`{field}` has to be one line of 1 to {most} characters")]
    Text {
        /// Which one.
        field: &'static str,
        /// How long it may be.
        most: usize,
    },
    /// Not a date.
    #[error("`{field}` has to be a day of the calendar, written as 2027-01-11")]
    Day {
        /// Which one.
        field: &'static str,
    },
    /// The last day before the first, or a study of over three years.
    #[error("`last_day` has to be on or after `first_day`, and at most three years later")]
    Days,
    /// Nothing, or more than all.
    #[error("`even` has to be above 0 and up to 1: 0.5 draws every second choice evenly")]
    Even,
    /// Nothing treated.
    #[error("`treatment` has to name 1 to 200 things, each once")]
    Treatment,
    /// Too many, or one twice.
    #[error("`{field}` may name up to 8 things, each once")]
    Covariates {
        /// Which one.
        field: &'static str,
    },
    /// Not a level.
    #[error("`level` has to lie between 0.8 and 0.99: 0.95 is usual")]
    Level,
    /// Too few people.
    #[error(
        "`smallest` has to be at least {least}, so that nobody can be read from the result and there are people enough for {coefficients} coefficients"
    )]
    Smallest {
        /// As many as it takes.
        least: usize,
        /// How many are estimated.
        coefficients: usize,
    },
    /// Not a chance to weigh to.
    #[error("`reference` has to lie between 0.05 and 0.95, or be left out")]
    Reference,
}

impl Plan {
    /// Reads a plan. Strict: a field that has no place makes it fail, so that nothing that was registered is passed over.
    ///
    /// # Errors
    /// [`PlanError`], the first thing that has to be changed.
    pub fn read(text: &str) -> Result<Self, PlanError> {
        if text.len() > MOST_BYTES {
            return Err(PlanError::TooLarge);
        }
        let form = |why: serde_json::Error| PlanError::Form(why.to_string());
        let head: Head = serde_json::from_str(text).map_err(form)?;
        if head.format != FORMAT {
            return Err(PlanError::Format);
        }
        if head.version != VERSION {
            return Err(PlanError::Version);
        }
        let plan: Self = serde_json::from_str(text).map_err(form)?;
        plan.check()?;
        Ok(plan)
    }

    fn check(&self) -> Result<(), PlanError> {
        one_line("study", &self.study, 60)?;
        one_line("title", &self.title, 120)?;
        one_line("run_by", &self.run_by, 200)?;
        one_line("contact", &self.contact, 200)?;
        let (first, last) = self.days().ok_or_else(|| PlanError::Day {
            field: if day_of(&self.first_day).is_none() {
                "first_day"
            } else {
                "last_day"
            },
        })?;
        if !(0..=LONGEST).contains(&(last - first)) {
            return Err(PlanError::Days);
        }
        if !(self.even > 0.0 && self.even <= 1.0) {
            return Err(PlanError::Even);
        }
        if !(1..=MOST_TREATED).contains(&self.treatment.count()) || self.treatment.repeats() {
            return Err(PlanError::Treatment);
        }
        for (field, list) in [
            ("moderators", &self.moderators),
            ("controls", &self.controls),
        ] {
            let each: BTreeSet<&Covariate> = list.iter().collect();
            if list.len() > MOST_COVARIATES || each.len() < list.len() {
                return Err(PlanError::Covariates { field });
            }
        }
        if !(0.8..=0.99).contains(&self.level) {
            return Err(PlanError::Level);
        }
        let coefficients = 2 + self.moderators.len() + self.all_controls().len();
        let least = LEAST_PEOPLE.max(coefficients + 1);
        if self.smallest < least {
            return Err(PlanError::Smallest {
                least,
                coefficients,
            });
        }
        if self.reference.is_some_and(|p| !(0.05..=0.95).contains(&p)) {
            return Err(PlanError::Reference);
        }
        Ok(())
    }

    /// The first and the last day, as days since 1970-01-01.
    fn days(&self) -> Option<(i64, i64)> {
        Some((day_of(&self.first_day)?, day_of(&self.last_day)?))
    }

    /// Whether anything is drawn for it on this day (days since 1970-01-01 on the person's wall calendar).
    #[must_use]
    pub fn runs_on(&self, local_day: i64) -> bool {
        self.days()
            .is_some_and(|(first, last)| (first..=last).contains(&local_day))
    }

    /// What the choice has to know of it.
    #[must_use]
    pub fn study(&self) -> Study<'_> {
        Study {
            name: &self.study,
            even: self.even,
        }
    }

    /// Whether this practice counts as treated.
    #[must_use]
    pub fn treats(&self, practice: &Practice) -> bool {
        self.treatment.treats(practice)
    }

    /// The controls: what moderates is always among them.
    #[must_use]
    pub fn all_controls(&self) -> Vec<Covariate> {
        let more = self
            .controls
            .iter()
            .filter(|c| !self.moderators.contains(c));
        self.moderators.iter().chain(more).copied().collect()
    }

    /// As JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

fn one_line(field: &'static str, text: &str, most: usize) -> Result<(), PlanError> {
    // Signs that turn the direction of writing could make a consent read as something else.
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let fits = !text.trim().is_empty()
        && text.trim() == text
        && text.chars().count() <= most
        && !text.chars().any(odd);
    if fits {
        Ok(())
    } else {
        Err(PlanError::Text { field, most })
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Facts about how known questionnaires are scored, each with its source. No wording: that comes with the file.
//!
//! A key is used when a file says that it is that questionnaire (by LOINC code, by URL, or because the pack names the
//! key) **and** its shape agrees: the number of items and the values of their choices. A file that says so and looks
//! different is not scored at all.

mod apply;
mod facts;
mod made_up;
pub(crate) mod own;

pub(crate) use apply::{apply, recognise};
pub use facts::KEYS;
pub(crate) use own::is_risk;

use crate::score::{Better, ChangeFacts, CutOff, Scale, number, tidy};
use kindhold_care::{Answer, AnswerKind};

/// What is known of a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Key {
    /// Its name in data: `phq-9`.
    pub id: &'static str,
    /// Its short name: "PHQ-9".
    pub name: &'static str,
    /// Canonical URLs that it goes by.
    pub urls: &'static [&'static str],
    /// LOINC's codes of the panel and of its total.
    pub panels: &'static [&'static str],
    /// LOINC's codes of the items, in order; empty where they have none.
    pub item_codes: &'static [&'static str],
    /// LOINC's codes of the choices, from the least on; empty where they have none.
    pub choice_codes: &'static [&'static str],
    /// LOINC's codes of what may be asked with it and is not counted.
    pub answer_only: &'static [&'static str],
    /// Items that are counted, or at least belong to it.
    pub items: usize,
    /// The smallest value of an item.
    pub least: i32,
    /// The largest.
    pub most: i32,
    /// Items whose values are turned round, counted from 1.
    pub reversed: &'static [usize],
    /// Items that speak of death or of harming oneself, counted from 1.
    pub speaks: &'static [usize],
    /// Other items are looked at for such words as well. Off where every item speaks of harming oneself.
    pub speaks_by_words: bool,
    /// Its scales.
    pub scales: &'static [KeyScale],
    /// For whom it was made.
    pub ages: &'static str,
    /// Under which terms, in a line.
    pub terms: &'static str,
    /// Where the scoring was published.
    pub source: &'static str,
    /// Facts of it that nobody has compared with the paper.
    pub unchecked: &'static [&'static str],
    /// It was tried on people, and published.
    pub validated: bool,
}

/// A scale of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeyScale {
    /// Its name in data.
    pub id: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// Items, counted from 1.
    pub items: &'static [usize],
    /// How they are put together.
    pub how: How,
    /// LOINC's code of the score.
    pub loinc: Option<&'static str>,
    /// What is known about change.
    pub change: Option<ChangeFacts>,
    /// A published line.
    pub cut_off: Option<CutOff>,
    /// Which direction is for the better.
    pub better: Option<Better>,
}

/// How values become a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum How {
    /// Their sum, times a number.
    Sum(f64),
    /// Their mean.
    Mean,
    /// What the file itself calculates.
    Own,
}

/// A scale of this file, ready to be scored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Applied {
    pub(crate) scale: Scale,
    pub(crate) counted: Vec<Counted>,
    pub(crate) how: How,
    /// The item that calculates it, by its place among the nodes.
    pub(crate) own: Option<usize>,
    /// It is a sum or a mean, so that missing items can be made up for.
    pub(crate) additive: bool,
}

/// An item of a scale.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Counted {
    /// Its place among the nodes.
    pub(crate) place: usize,
    pub(crate) worth: Worth,
}

/// What its answers count.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Worth {
    /// Choices by system and code.
    Choices(Vec<(String, String, f64)>),
    /// A number within bounds; turned round, it is least + most - number.
    Number { least: f64, most: f64, turned: bool },
    /// Nothing by itself: it matters to what the file calculates.
    Any,
}

impl Worth {
    pub(crate) const fn is_empty(&self) -> bool {
        matches!(self, Self::Any)
    }
}

impl Counted {
    /// What this answer counts, `None` when it is not one of those that can be given.
    pub(crate) fn value(&self, answer: &Answer) -> Option<f64> {
        match &self.worth {
            Worth::Choices(all) => all
                .iter()
                .find(|(system, code, _)| {
                    *code == answer.value && (*system == answer.system || answer.system.is_empty())
                })
                .map(|(_, _, value)| *value),
            Worth::Number {
                least,
                most,
                turned,
            } => {
                let given = number(answer).filter(|_| answer.kind != AnswerKind::Text)?;
                let within = (*least..=*most).contains(&given);
                within.then(|| if *turned { least + most - given } else { given })
            }
            Worth::Any => None,
        }
    }

    /// The least and the largest that it can count.
    pub(crate) fn range(&self) -> (f64, f64) {
        match &self.worth {
            Worth::Choices(all) => {
                let values = || all.iter().map(|(_, _, value)| *value);
                (
                    values().reduce(f64::min).unwrap_or(0.0),
                    values().reduce(f64::max).unwrap_or(0.0),
                )
            }
            Worth::Number { least, most, .. } => (*least, *most),
            Worth::Any => (0.0, 0.0),
        }
    }
}

impl Applied {
    /// The score from a sum over `answered` of `of` items.
    pub(crate) fn combined(&self, sum: f64, answered: usize, of: usize) -> f64 {
        let mean = sum / answered.max(1) as f64;
        let whole = if answered == of {
            sum
        } else {
            mean * of as f64
        };
        tidy(match self.how {
            How::Sum(times) => whole * times,
            How::Mean => mean,
            How::Own => whole,
        })
    }
}

impl Key {
    /// The key of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        KEYS.iter().find(|key| key.id == id)
    }
}

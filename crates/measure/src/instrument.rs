// SPDX-License-Identifier: Apache-2.0
//! A questionnaire as it is asked and scored here.

use crate::questionnaire::Form;
use kindhold_care::Answers;

/// A code in a system of codes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Coding {
    /// The system's URI; empty for none.
    pub system: String,
    /// The code; empty where a choice has words alone.
    pub code: String,
    /// Its words.
    pub display: String,
}

/// A number as questionnaires give them: whole or with a fraction.
pub type Number = f64;

/// A questionnaire, read: what is asked, one thing after the other, and how it is scored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Instrument {
    /// The canonical URL, without a version; `urn:uuid:` of its checksum where the file gives none.
    pub url: String,
    /// The version that the file gives; may be empty.
    pub version: String,
    /// SHA-256 of the questionnaire, 64 hexadecimal digits.
    pub checksum: String,
    /// What it is called.
    pub title: String,
    /// The copyright line: always shown with it; may be empty.
    pub copyright: String,
    /// Under which terms it may be used; may be empty.
    pub licence: String,
    /// The key of built-in facts about its scoring (`phq-9`), if it is one that is known here.
    pub key: Option<&'static str>,
    /// Everything that may show, in order.
    pub items: Vec<Item>,
    /// How it is built, for what shows and for scores.
    pub form: Form,
}

/// One thing that shows on a screen of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name in the questionnaire, unique within it.
    pub link_id: String,
    /// Number or letter before it; may be empty.
    pub prefix: String,
    /// What is asked.
    pub text: String,
    /// The words of the groups it stands in, outermost first ("Over the last two weeks…").
    pub above: Vec<String>,
    /// Help for it; may be empty.
    pub help: String,
    /// How it is answered.
    pub kind: ItemKind,
    /// Whoever made it wants it answered. It can be skipped all the same.
    pub required: bool,
    /// An answer other than the lowest is one to which people and the plan come at once.
    pub speaks_of_death: bool,
}

/// How an item is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemKind {
    /// Words alone.
    Display,
    /// From a list.
    Choice {
        /// The choices, in order.
        choices: Vec<Choice>,
        /// Several may be taken.
        many: bool,
        /// Own words may be given as well.
        open: bool,
    },
    /// Yes or no.
    Boolean,
    /// A whole number, and its bounds where there are any.
    Integer {
        /// The smallest.
        least: Option<i64>,
        /// The largest.
        most: Option<i64>,
    },
    /// A number with a fraction.
    Decimal,
    /// A day.
    Date,
    /// Words; `long` for more than a line.
    Text {
        /// More than a line.
        long: bool,
    },
}

/// A choice of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is kept.
    pub coding: Coding,
    /// What it counts (`ordinalValue`, `itemWeight`, or a number as its code), if anything.
    pub value: Option<Number>,
}

impl Item {
    /// Whether anything is asked.
    #[must_use]
    pub const fn asks(&self) -> bool {
        !matches!(self.kind, ItemKind::Display)
    }
}

/// Whether an item has an answer.
#[must_use]
pub fn is_answered(answers: &Answers, link_id: &str) -> bool {
    answers.get(link_id).is_some_and(|all| !all.is_empty())
}

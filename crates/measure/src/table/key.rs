// SPDX-License-Identifier: Apache-2.0
//! Stable names of what the domain's types hold, as they stand in tables and research files.

use kindhold_care::{AnswerKind, Ending, MomentKind, Reason};

pub(crate) const MOMENTS: [(MomentKind, &str); 4] = [
    (MomentKind::Urge, "urge"),
    (MomentKind::Decided, "decided"),
    (MomentKind::Happened, "happened"),
    (MomentKind::CheckIn, "check-in"),
];

pub(crate) const ENDINGS: [(Ending, &str); 4] = [
    (Ending::Whole, "whole"),
    (Ending::Left, "left"),
    (Ending::Grounded, "grounded"),
    (Ending::Worse, "worse"),
];

pub(crate) const ANSWERS: [(AnswerKind, &str); 6] = [
    (AnswerKind::Coding, "coding"),
    (AnswerKind::Integer, "integer"),
    (AnswerKind::Decimal, "decimal"),
    (AnswerKind::Boolean, "boolean"),
    (AnswerKind::Date, "date"),
    (AnswerKind::Text, "text"),
];

pub(crate) const REASONS: [&str; 5] = ["fits", "helped-before", "gentle", "like-helped", "new"];

/// The name of one of a list.
pub(crate) fn of<T: PartialEq>(list: &[(T, &'static str)], one: &T) -> &'static str {
    list.iter()
        .find(|(known, _)| known == one)
        .map_or("", |(_, name)| name)
}

/// All names of a list.
pub(crate) fn all<T>(list: &[(T, &'static str)]) -> impl Iterator<Item = &'static str> {
    list.iter().map(|(_, name)| *name)
}

pub(crate) const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Fits(_) => REASONS[0],
        Reason::HelpedBefore => REASONS[1],
        Reason::Gentle => REASONS[2],
        Reason::LikeHelped => REASONS[3],
        Reason::New => REASONS[4],
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::enable::Condition;
use crate::instrument::Coding;
use crate::key::Applied;
use crate::path::{Expression, Weights};
use kindhold_care::{Answer, AnswerKind};
use serde_json::Value;
use std::collections::BTreeMap;

/// How a questionnaire is built: all that does not show by itself but decides what shows and how it is scored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Form {
    /// The questionnaire itself.
    pub(crate) questionnaire: Value,
    /// All its items, each before those within it.
    pub(crate) nodes: Vec<Node>,
    /// What choices count by the file itself, by `linkId`.
    pub(crate) weights: Weights,
    /// The words of items that calculate themselves, by `linkId`.
    pub(crate) names: BTreeMap<String, String>,
    /// Variables of the whole.
    pub(crate) variables: Vec<(String, Expression)>,
    /// How it is scored, as far as that is known.
    pub(crate) scoring: Vec<Applied>,
}

/// An item of the file: one that shows, a group, or one that is hidden.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) link_id: String,
    /// The one it stands in, by its place among the nodes.
    pub(crate) above: Option<usize>,
    pub(crate) kind: Kind,
    /// Its place among what shows.
    pub(crate) item: Option<usize>,
    pub(crate) enable: Vec<Condition>,
    /// One condition is enough.
    pub(crate) any: bool,
    /// What it starts with, where nobody is asked.
    pub(crate) initial: Vec<Answer>,
    pub(crate) codes: Vec<Coding>,
    /// `valueCoding` and the like, by what its options are.
    pub(crate) option: &'static str,
    pub(crate) calculated: Option<Expression>,
    pub(crate) variables: Vec<(String, Expression)>,
    pub(crate) bounds: Bounds,
}

/// What an answer has to keep to.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Bounds {
    pub(crate) most_characters: Option<usize>,
    /// As FHIR writes a number or a date.
    pub(crate) least: Option<String>,
    pub(crate) most: Option<String>,
}

/// The types of items, FHIR R4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    Text,
    Url,
    Choice,
    OpenChoice,
    Quantity,
    /// What is not asked here.
    Other,
}

impl Kind {
    pub(crate) fn read(kind: &str) -> Self {
        match kind {
            "group" => Self::Group,
            "display" => Self::Display,
            "boolean" => Self::Boolean,
            "decimal" => Self::Decimal,
            "integer" => Self::Integer,
            "date" => Self::Date,
            "dateTime" => Self::DateTime,
            "time" => Self::Time,
            "string" => Self::String,
            "text" => Self::Text,
            "url" => Self::Url,
            "choice" => Self::Choice,
            "open-choice" => Self::OpenChoice,
            "quantity" => Self::Quantity,
            _ => Self::Other,
        }
    }

    /// Whether it can hold an answer.
    pub(crate) const fn answers(self) -> bool {
        !matches!(self, Self::Group | Self::Display | Self::Other)
    }

    /// How its answer is written in a response.
    pub(crate) const fn value(self, kind: AnswerKind) -> &'static str {
        match (self, kind) {
            (Self::Boolean, _) => "valueBoolean",
            (Self::Decimal, _) => "valueDecimal",
            (Self::Integer, _) => "valueInteger",
            (Self::Date, _) => "valueDate",
            (Self::DateTime, _) => "valueDateTime",
            (Self::Time, _) => "valueTime",
            (Self::Url, _) => "valueUri",
            (Self::Quantity, _) => "valueQuantity",
            (_, AnswerKind::Coding) => "valueCoding",
            (_, AnswerKind::Integer) => "valueInteger",
            (_, AnswerKind::Decimal) => "valueDecimal",
            (_, AnswerKind::Boolean) => "valueBoolean",
            (_, AnswerKind::Date) => "valueDate",
            (_, AnswerKind::Text) => "valueString",
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::When;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A questionnaire that is on this device, as the file that a clinic gave or the one that is built in. Its
/// wording belongs to whoever wrote it: it lies with the person, never in this project.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pack {
    /// When it was taken in.
    pub at: When,
    /// Its canonical URL, without a version.
    pub url: String,
    /// SHA-256 of the file's questionnaire, 64 hexadecimal digits. Two wordings of one questionnaire are two packs.
    pub checksum: String,
    /// The pack, whole, as JSON text.
    pub pack: String,
}

/// What was answered to a questionnaire, once. Scores are not kept: they come from the answers each time, so
/// that a mended scoring mends the past as well.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Response {
    /// When it was begun.
    pub at: When,
    /// The questionnaire's canonical URL.
    pub url: String,
    /// The checksum of the pack that was shown.
    pub checksum: String,
    /// Answers by the item's `linkId`; what was skipped is not there.
    #[serde(default)]
    pub answers: Answers,
    /// The person came to its end. One that was left halfway is kept and can be taken up again.
    #[serde(default)]
    pub ended: bool,
}

/// Answers by the item's `linkId`; several where an item takes several.
pub type Answers = BTreeMap<String, Vec<Answer>>;

/// One answer, as FHIR names its kind. Text in every case, so that no number changes by being kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Answer {
    /// Which kind.
    pub kind: AnswerKind,
    /// A coding's code, or the value as FHIR writes it (`true`, `12`, `0.5`, `2026-11-25`, text).
    pub value: String,
    /// A coding's system; empty when it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub system: String,
    /// A coding's words at that time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub display: String,
}

/// The kinds of an answer (`value[x]` of a QuestionnaireResponse).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// One of the choices (`valueCoding`).
    #[default]
    Coding,
    /// A whole number (`valueInteger`).
    Integer,
    /// A number with a fraction (`valueDecimal`), or of a quantity.
    Decimal,
    /// Yes or no (`valueBoolean`).
    Boolean,
    /// A day (`valueDate`).
    Date,
    /// Words (`valueString`).
    Text,
}

impl AnswerKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Coding,
        Self::Integer,
        Self::Decimal,
        Self::Boolean,
        Self::Date,
        Self::Text,
    ];
}

/// How often a questionnaire is offered. Never a reminder outside the app, and never counted against anybody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cadence {
    /// From when on.
    pub at: When,
    /// The questionnaire's canonical URL.
    pub url: String,
    /// Every so many days, 1 to 366; 0 for only when the person opens it.
    pub every_days: u16,
}

/// From this day on something is different: what came before is the baseline, or the phase before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Phase {
    /// The day on which it begins.
    pub at: When,
    /// What begins, in somebody's own words.
    #[serde(default)]
    pub text: String,
    /// Whom it is about, in a counsellor's own vault: the name of what was shown; empty for oneself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// A yes to taking part in research, or that it was taken back. The newest for a study holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Consent {
    /// When it was said.
    pub at: When,
    /// The study, as whoever runs it names it.
    pub study: String,
    /// Yes, or taken back.
    pub given: bool,
    /// The version of the words that were agreed to.
    pub words: String,
    /// What stands for the person in this study's files: random, of this study alone, 32 hexadecimal digits.
    pub pseudonym: String,
    /// By how many weeks its dates are moved back, 0 to 1,000: random, of this study alone, known here alone.
    #[serde(default, skip_serializing_if = "is_none")]
    pub shift_weeks: u16,
}

/// A yes to a study that lets chance choose some of what is offered, or that it was taken back. It is apart from the
/// yes to handing a file over. The newest for a study holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Trial {
    /// When it was said.
    pub at: When,
    /// The study, as its file names it.
    pub study: String,
    /// Yes, or taken back.
    pub given: bool,
    /// The version of the words that were agreed to.
    pub words: String,
    /// What the study fixed before it began, as its file says it: JSON text, whole.
    pub plan: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference over"
)]
const fn is_none(weeks: &u16) -> bool {
    *weeks == 0
}

// SPDX-License-Identifier: Apache-2.0
//! Whether it helps, told honestly: questionnaires read from FHIR R4, their scores, the change that counts, and
//! the same in the forms that clinics use.
//!
//! Pure: no clock, no randomness, no storage. No sentence of anybody's scale stands here: wording comes with the
//! file that a clinic gives; what is built in are facts about scoring, each with its source. Nothing here sorts
//! people: there is no level of risk, and a score says nothing about what somebody will do.

pub mod alert;
pub mod case;
pub mod change;
pub mod check;
pub mod dossier;
pub mod fhir;
pub mod handover;
pub mod helped;
pub mod instrument;
pub mod key;
pub mod pack;
pub mod path;
pub mod questionnaire;
pub mod research;
pub mod score;
pub mod table;
pub mod weekly;

pub use check::Report;
pub use instrument::{Choice, Coding, Instrument, Item, ItemKind, Number};
pub use questionnaire::{Finding, ReadError, Reading, Severity};
pub use score::{Better, ChangeFacts, CutOff, NoScore, Scale, Score, Scored};

// SPDX-License-Identifier: Apache-2.0
//! The domain of the therapy, after van Vliet & Kalnins (2011), *A Compassion-Focused Approach to
//! Nonsuicidal Self-Injury*, J. Mental Health Counseling 33(4):295-311.
//!
//! Pure data and rules: no clock, no randomness, no storage, no words that a person reads. One word
//! for one thing; the same word on screen where it shows.

pub mod calendar;
mod carried;
mod course;
mod diary;
mod draw;
mod entry;
mod entry_form;
mod episode;
mod function;
mod keepsake;
mod letter;
mod line;
mod measure;
mod mind;
mod moment;
mod offering;
mod plan;
mod practice;
mod preference;
mod strength;
mod when;
mod words;

pub use carried::Carried;
pub use course::{Course, Question, SystemCount, Week};
pub use diary::{DiaryEntry, Feeling};
pub use draw::{Chance, ChanceError, Draw, Weighed};
pub use entry::{Entry, EntryKind};
pub use episode::{Attempt, Ending, Episode, Helped, Offer, Reason};
pub use function::Function;
pub use keepsake::Keepsake;
pub use letter::Letter;
pub use line::{Always, Channel, Hours, Line, LineKind, Opening, Weekday};
pub use measure::{Answer, AnswerKind, Answers, Cadence, Consent, Pack, Phase, Response, Trial};
pub use mind::{Flow, Skill, System};
pub use moment::{Moment, MomentKind};
pub use offering::{Aside, Note, Offering};
pub use plan::{Contact, Plan};
pub use practice::{
    Caution, Eyes, Kindness, Pace, PaceKind, Practice, PracticeId, PracticeIdError, Scene, Source,
    Step,
};
pub use preference::{Hidden, Learning};
pub use strength::{Strength, StrengthError};
pub use when::When;
pub use words::{OwnWord, WordKind};

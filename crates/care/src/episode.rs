// SPDX-License-Identifier: Apache-2.0
#[cfg(not(feature = "together"))]
use crate::Carried;
#[cfg(feature = "together")]
use crate::Draw;
use crate::{Function, Moment, PracticeId, Strength, When};
use serde::{Deserialize, Serialize};

/// A moment, what was offered, what was done, how it was after. Written as it grows: each step
/// supersedes the one before, so that a phone that dies keeps what was said so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// What it began with.
    pub moment: Moment,
    /// The practices that were shown, in order, each with its reason.
    #[serde(default)]
    pub offered: Vec<Offer>,
    /// Each choice in which chance had a part, in order. The app that is loaded first has no part in them and carries
    /// them along.
    #[cfg(feature = "together")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<Draw>,
    /// What the fuller app drew.
    #[cfg(not(feature = "together"))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draws: Vec<Carried>,
    /// What the person did, in order. Leaving midway is not failing.
    #[serde(default)]
    pub attempts: Vec<Attempt>,
    /// The person chose "be with someone".
    #[serde(default)]
    pub with_someone: bool,
    /// How strong it was at the end, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Strength>,
}

/// A practice as it was offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Which one.
    pub practice: PracticeId,
    /// Why this one; the sentence for it comes from the content.
    pub reason: Reason,
}

/// Why a practice is offered now. Each has one line in the person's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "because", content = "function")]
pub enum Reason {
    /// It fits what self-injury would do now.
    Fits(Function),
    /// The person said before that it helped.
    HelpedBefore,
    /// A gentle one for when nothing is sure.
    Gentle,
    /// Others of its kind helped this person.
    LikeHelped,
    /// Not tried yet; it may fit.
    New,
}

/// One go at a practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Which one.
    pub practice: PracticeId,
    /// When it began.
    pub at: When,
    /// How it ended, once it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// What the person said of it. Not said is not "no".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helped: Option<Helped>,
}

/// How a practice ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Gone through.
    Whole,
    /// Left before its end.
    Left,
    /// Left for grounding.
    Grounded,
    /// "This is making it worse."
    Worse,
}

/// What the person said of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Helped {
    /// It made it worse.
    Worse,
    /// It did nothing.
    No,
    /// It helped a bit.
    Bit,
    /// It helped a lot.
    Lot,
}

impl Helped {
    /// Every answer, best first, as shown.
    pub const ALL: [Self; 4] = [Self::Lot, Self::Bit, Self::No, Self::Worse];

    /// The stable name used in strings and exports.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::No => "no",
            Self::Bit => "bit",
            Self::Lot => "lot",
        }
    }
}

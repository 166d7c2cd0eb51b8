// SPDX-License-Identifier: Apache-2.0
use crate::{Flow, Function, Skill, System};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of a practice: its file name without the ending. Lower-case letters, digits, hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PracticeId(String);

/// A name with something else in it than lower-case letters, digits and hyphens, or over 60 long.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a practice's id is 1 to 60 lower-case letters, digits and hyphens")]
pub struct PracticeIdError;

impl PracticeId {
    /// Checks the name.
    ///
    /// # Errors
    /// [`PracticeIdError`] when it is empty, over 60 bytes or has other characters.
    pub fn new(name: impl Into<String>) -> Result<Self, PracticeIdError> {
        let name = name.into();
        let fits = (1..=60).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits {
            Ok(Self(name))
        } else {
            Err(PracticeIdError)
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PracticeId {
    type Error = PracticeIdError;
    fn try_from(name: String) -> Result<Self, PracticeIdError> {
        Self::new(name)
    }
}

impl From<PracticeId> for String {
    fn from(id: PracticeId) -> Self {
        id.0
    }
}

/// A short guided exercise. Data: one TOML file each in `content/<language>/practices/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Its name; the same in every language.
    pub id: PracticeId,
    /// A few words, at most 40 characters.
    pub title: String,
    /// One line on the card: what one does. At most 90 characters.
    pub offer: String,
    /// What it answers.
    pub functions: Vec<Function>,
    /// Why it fits, one line for each function, shown on the card.
    pub why: BTreeMap<Function, String>,
    /// The direction of compassion it works with.
    pub flow: Flow,
    /// What it trains.
    pub skills: Vec<Skill>,
    /// Which systems it speaks to.
    pub systems: Vec<System>,
    /// How much kindness it asks for.
    pub kindness: Kindness,
    /// How long it takes, in minutes, 1 to 5.
    pub minutes: u8,
    /// Open by default.
    #[serde(default)]
    pub eyes: Eyes,
    /// When it should not be offered, or only with care.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Caution>,
    /// How it looks with nothing to read.
    pub scene: Scene,
    /// The steps, 3 to 9, each at most 45 words.
    pub steps: Vec<Step>,
    /// The half-minute form: one to three short sentences. Absent where it makes no sense.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub half_minute: Vec<String>,
    /// A kind last line.
    pub close: String,
    /// Where the idea comes from. The wording is the project's own.
    pub sources: Vec<Source>,
    /// Who has read it critically; empty until a named person has, and the product says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviewed_by: Vec<String>,
}

impl Practice {
    /// Whether it answers this function.
    #[must_use]
    pub fn fits(&self, function: Function) -> bool {
        self.functions.contains(&function)
    }

    /// Whether it attends to the breath.
    #[must_use]
    pub fn has_breath(&self) -> bool {
        self.cautions.contains(&Caution::Breath)
    }
}

/// One step of a practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What is said: at most 45 words, reading age 9 to 11.
    pub text: String,
    /// A rhythm to follow, where the step has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
}

/// A rhythm shown as a slow animation (a still picture with reduced motion).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// What moves.
    pub kind: PaceKind,
    /// Seconds of the first half, 2 to 10.
    pub first: u8,
    /// Seconds of the second half, 2 to 10.
    pub second: u8,
}

/// What the rhythm is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaceKind {
    /// In, then out.
    Breath,
    /// To one side, then the other.
    Sway,
    /// Press, then let go.
    Press,
}

/// How much kindness a practice asks for: the ladder from none through outward and received to
/// oneself. Kindness can hurt at first ("backdraft"), so nobody starts at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kindness {
    /// None asked for: body, senses, doing.
    None,
    /// Towards somebody or something else.
    Outward,
    /// Taken in from somebody or something else.
    Received,
    /// Towards oneself.
    Own,
}

/// Whether eyes stay open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eyes {
    /// Open throughout.
    #[default]
    Open,
    /// As the person likes.
    Either,
}

/// When a practice is left out of the offers, or offered with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// Not when numb or far away (it looks inward or uses pictures in the mind).
    NotWhenNumb,
    /// Not at the strongest urges (it needs reading or thinking; left out from 8 upwards).
    NotWhenStrongest,
    /// It attends to the breath, which makes some people more afraid.
    Breath,
    /// It looks at memories.
    Memory,
    /// It can bring up grief for kindness missed.
    Backdraft,
    /// It asks for reaching a person.
    NeedsPerson,
    /// It moves the whole body.
    Movement,
    /// It speaks aloud.
    Aloud,
}

impl Caution {
    /// The stable name used in content and strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotWhenNumb => "not-when-numb",
            Self::NotWhenStrongest => "not-when-strongest",
            Self::Breath => "breath",
            Self::Memory => "memory",
            Self::Backdraft => "backdraft",
            Self::NeedsPerson => "needs-person",
            Self::Movement => "movement",
            Self::Aloud => "aloud",
        }
    }
}

/// A calm moving picture that carries a practice without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scene {
    /// A horizon to look along, with things to find on it.
    Look,
    /// Something that widens and narrows slowly.
    Breathe,
    /// Something that leans from side to side.
    Sway,
    /// Two soles that press the ground and let go.
    Press,
    /// A warm light that grows.
    Warmth,
    /// Steps along a path.
    Walk,
    /// Two shapes that come nearer to each other.
    Reach,
    /// A shape held in a larger one.
    Hold,
    /// Words appearing on paper.
    Write,
    /// Waves of sound.
    Listen,
}

/// Where an idea or a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Author, year, title, place.
    pub cite: String,
    /// A DOI or a web address, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// `false` until somebody has checked it against the source itself.
    #[serde(default)]
    pub checked: bool,
}

// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// The three systems of emotion in compassion-focused therapy (Gilbert 2009). Relief needs the
/// third one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// Alarm and protection.
    Threat,
    /// Wanting and doing.
    Drive,
    /// Rest, warmth and connection.
    Soothing,
}

/// The direction in which compassion moves. The three are only loosely related (r < .5, Gilbert
/// 2017) and are kept apart. Usual order of ease: to others, from others, to oneself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// Outward.
    ToOthers,
    /// Received.
    FromOthers,
    /// Towards oneself.
    ToSelf,
}

impl Flow {
    /// Every flow, from the easiest to the hardest for most people.
    pub const ALL: [Self; 3] = [Self::ToOthers, Self::FromOthers, Self::ToSelf];

    /// The stable name used in content and strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToOthers => "to-others",
            Self::FromOthers => "from-others",
            Self::ToSelf => "to-self",
        }
    }
}

/// What a practice trains: Gilbert's five targets and the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Skill {
    /// Where one looks and listens.
    Attention,
    /// What one pictures.
    Imagery,
    /// What one feels, and lets be felt.
    Feeling,
    /// What one says to oneself.
    Thinking,
    /// What one does.
    Behaviour,
    /// Posture, voice, movement, senses.
    Body,
}

impl Skill {
    /// Every skill.
    pub const ALL: [Self; 6] = [
        Self::Attention,
        Self::Imagery,
        Self::Feeling,
        Self::Thinking,
        Self::Behaviour,
        Self::Body,
    ];

    /// The stable name used in content and strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Attention => "attention",
            Self::Imagery => "imagery",
            Self::Feeling => "feeling",
            Self::Thinking => "thinking",
            Self::Behaviour => "behaviour",
            Self::Body => "body",
        }
    }
}

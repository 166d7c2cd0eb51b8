// SPDX-License-Identifier: Apache-2.0
use crate::{Strength, System, When};
use serde::{Deserialize, Serialize};

/// A feeling that can be ticked. "Numb" and "don't know" are feelings too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Feeling {
    Sad,
    Afraid,
    Angry,
    Ashamed,
    Guilty,
    Lonely,
    Overwhelmed,
    Empty,
    Numb,
    Tired,
    Restless,
    Disgusted,
    Hurt,
    Calm,
    Relieved,
    Hopeful,
    Warm,
    Proud,
    DontKnow,
}

impl Feeling {
    /// Every feeling, in the order in which they are shown.
    pub const ALL: [Self; 19] = [
        Self::Sad,
        Self::Afraid,
        Self::Angry,
        Self::Ashamed,
        Self::Guilty,
        Self::Lonely,
        Self::Overwhelmed,
        Self::Hurt,
        Self::Disgusted,
        Self::Restless,
        Self::Tired,
        Self::Empty,
        Self::Numb,
        Self::Calm,
        Self::Relieved,
        Self::Warm,
        Self::Hopeful,
        Self::Proud,
        Self::DontKnow,
    ];

    /// The system it most often belongs to; `None` for being far away and for not knowing. An
    /// assumption for a picture to talk about.
    #[must_use]
    pub const fn system(self) -> Option<System> {
        Some(match self {
            Self::Sad
            | Self::Afraid
            | Self::Angry
            | Self::Ashamed
            | Self::Guilty
            | Self::Lonely
            | Self::Overwhelmed
            | Self::Restless
            | Self::Disgusted
            | Self::Hurt => System::Threat,
            Self::Hopeful | Self::Proud => System::Drive,
            Self::Calm | Self::Relieved | Self::Warm => System::Soothing,
            Self::Empty | Self::Numb | Self::Tired | Self::DontKnow => return None,
        })
    }

    /// The stable name used in strings and exports.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sad => "sad",
            Self::Afraid => "afraid",
            Self::Angry => "angry",
            Self::Ashamed => "ashamed",
            Self::Guilty => "guilty",
            Self::Lonely => "lonely",
            Self::Overwhelmed => "overwhelmed",
            Self::Empty => "empty",
            Self::Numb => "numb",
            Self::Tired => "tired",
            Self::Restless => "restless",
            Self::Disgusted => "disgusted",
            Self::Hurt => "hurt",
            Self::Calm => "calm",
            Self::Relieved => "relieved",
            Self::Hopeful => "hopeful",
            Self::Warm => "warm",
            Self::Proud => "proud",
            Self::DontKnow => "dont-know",
        }
    }
}

/// An entry in the diary. Feelings, words and the check-in may each be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DiaryEntry {
    /// When it was.
    pub at: When,
    /// What was felt.
    #[serde(default)]
    pub feelings: Vec<Feeling>,
    /// In the person's own words.
    #[serde(default)]
    pub text: String,
    /// How strong an urge was, if the person said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urge: Option<Strength>,
}

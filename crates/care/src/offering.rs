// SPDX-License-Identifier: Apache-2.0
use crate::{PracticeId, When};
use serde::{Deserialize, Serialize};

/// Something that a counsellor or a supporter offers: a practice, a step of the programme, a questionnaire, some
/// words. Never a task: it
/// can be taken, left, or looked at later, and nobody is told which.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Offering {
    /// When it was offered.
    pub at: When,
    /// A practice, for when it fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<PracticeId>,
    /// A step of the programme, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// A questionnaire, as a pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// How often the questionnaire would be offered, in days; none for now and then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_days: Option<u16>,
    /// Words, for example on what to talk about next time; may be empty.
    #[serde(default)]
    pub text: String,
}

/// The person has put an offering aside.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Aside {
    /// The offering's name in the vault, 32 hexadecimal digits.
    pub offering: String,
}

/// A counsellor's own note. It lies in the counsellor's own vault and is shown to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Note {
    /// When it was last written on.
    pub at: When,
    /// Whom it is about: the name of what they have shown, 32 hexadecimal digits.
    pub about: String,
    /// The note.
    #[serde(default)]
    pub text: String,
}

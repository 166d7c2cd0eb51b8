// SPDX-License-Identifier: Apache-2.0
use crate::{Feeling, Function, Strength, When};
use serde::{Deserialize, Serialize};

/// Why a moment was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MomentKind {
    /// An urge is here.
    Urge,
    /// The person came through "I have already decided".
    Decided,
    /// The person came through "it already happened".
    Happened,
    /// A check-in without an urge.
    CheckIn,
}

/// An urge or a check-in as the person recorded it. Everything may be skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// When it was.
    pub at: When,
    /// Why it was recorded.
    pub kind: MomentKind,
    /// How strong, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// What self-injury would do now; empty when skipped or "not sure".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<Function>,
    /// The person chose "not sure" (as against skipping).
    #[serde(default)]
    pub not_sure: bool,
    /// Feelings, if said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<Feeling>,
}

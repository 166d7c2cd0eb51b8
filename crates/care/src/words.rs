// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// What a sentence of one's own is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WordKind {
    /// What a good friend would say; shown when the critic is loud and afterwards.
    Friend,
    /// A message written in a calm hour, to send in a hard one.
    Message,
    /// What is worth staying gentle for.
    Reason,
    /// How somebody close can help; written to be shown.
    Help,
}

impl WordKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Friend, Self::Message, Self::Reason, Self::Help];

    /// The stable name used in strings and exports.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Friend => "friend",
            Self::Message => "message",
            Self::Reason => "reason",
            Self::Help => "help",
        }
    }
}

/// A sentence of the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWord {
    /// What it is for.
    pub kind: WordKind,
    /// The sentence.
    pub text: String,
}

// SPDX-License-Identifier: Apache-2.0
use crate::When;
use serde::{Deserialize, Serialize};

/// A compassionate letter, to oneself or to someone, that need never be sent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letter {
    /// When it was last written on.
    pub at: When,
    /// To whom or what about; may be empty.
    #[serde(default)]
    pub title: String,
    /// The letter.
    #[serde(default)]
    pub text: String,
}

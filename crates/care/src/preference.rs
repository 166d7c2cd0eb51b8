// SPDX-License-Identifier: Apache-2.0
use crate::{PracticeId, When};
use serde::{Deserialize, Serialize};

/// Whether a practice is hidden for good. The newest word on a practice holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Which practice.
    pub practice: PracticeId,
    /// `true`: never offer it; `false`: it may be offered again.
    pub hidden: bool,
}

/// Whether the choice of what is offered learns from the person's own ratings. The newest word holds; where none was
/// said it does not learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Learning {
    /// When it was said.
    pub at: When,
    /// It learns.
    pub on: bool,
    /// What is older is not looked at: the person wanted to start afresh.
    #[serde(default, skip_serializing_if = "is_never")]
    pub since: When,
}

fn is_never(since: &When) -> bool {
    *since == When::default()
}

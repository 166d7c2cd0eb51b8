// SPDX-License-Identifier: Apache-2.0
use crate::PracticeId;
use serde::{Deserialize, Serialize};

/// Whether a practice is hidden for good. The newest word on a practice holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// Which practice.
    pub practice: PracticeId,
    /// `true`: never offer it; `false`: it may be offered again.
    pub hidden: bool,
}

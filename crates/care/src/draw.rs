// SPDX-License-Identifier: Apache-2.0
use crate::PracticeId;
use serde::{Deserialize, Serialize};

/// A choice in which chance had a part: enough to draw it again, and to weigh what came of it by how likely it was.
/// The fixed order leaves none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// Which rule drew, with its version: another version may draw otherwise from the same seed.
    pub rule: String,
    /// The seed of its randomness.
    pub seed: u32,
    /// What could have been offered, each with its chance of being among the offers.
    pub among: Vec<Weighed>,
    /// What was offered, in order.
    pub slate: Vec<PracticeId>,
    /// The study for which it was drawn evenly; empty when for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub study: String,
}

impl Draw {
    /// The chance with which this practice was among the offers; `None` when it could not be.
    #[must_use]
    pub fn chance_of(&self, practice: &PracticeId) -> Option<Chance> {
        let found = self.among.iter().find(|w| w.practice == *practice);
        found.map(|w| w.chance)
    }
}

/// A practice and its chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighed {
    /// Which one.
    pub practice: PracticeId,
    /// Its chance of being offered.
    pub chance: Chance,
}

/// A chance above 0 and up to 1, kept in ten-thousandths, since nothing that is kept is a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Chance(u16);

/// A chance of 0, or above 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a chance is 1 to 10,000 ten-thousandths")]
pub struct ChanceError;

impl Chance {
    /// The nearest that can be kept.
    #[must_use]
    pub fn near(chance: f64) -> Self {
        Self((chance * 10_000.0).round().clamp(1.0, 10_000.0) as u16)
    }

    /// Above 0 and up to 1.
    #[must_use]
    pub fn get(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl TryFrom<u16> for Chance {
    type Error = ChanceError;
    fn try_from(parts: u16) -> Result<Self, ChanceError> {
        if (1..=10_000).contains(&parts) {
            Ok(Self(parts))
        } else {
            Err(ChanceError)
        }
    }
}

impl From<Chance> for u16 {
    fn from(chance: Chance) -> Self {
        chance.0
    }
}

// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// How strong an urge is, as the person says it: 0 (not at all) to 10 (as strong as it gets).
///
/// A rating, never a risk level: nothing is computed from it but its change within an episode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Strength(u8);

/// A number above ten was given as a strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a strength is a whole number from 0 to 10")]
pub struct StrengthError;

impl Strength {
    /// The strongest there is.
    pub const MAX: Self = Self(10);

    /// Takes 0 to 10.
    ///
    /// # Errors
    /// [`StrengthError`] above 10.
    pub const fn new(value: u8) -> Result<Self, StrengthError> {
        if value <= 10 {
            Ok(Self(value))
        } else {
            Err(StrengthError)
        }
    }

    /// The number, 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All eleven, weakest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..=10).map(Self)
    }

    /// Whether it is high enough that another door is shown afterwards.
    ///
    /// A choice of this project, not a clinical cut-off: 6 and above.
    #[must_use]
    pub const fn is_still_high(self) -> bool {
        self.0 >= 6
    }
}

impl TryFrom<u8> for Strength {
    type Error = StrengthError;
    fn try_from(value: u8) -> Result<Self, StrengthError> {
        Self::new(value)
    }
}

impl From<Strength> for u8 {
    fn from(value: Strength) -> Self {
        value.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_zero_to_ten_is_a_strength() {
        assert!((0..=10).all(|n| Strength::new(n).is_ok()));
        assert!((11..=255).all(|n| Strength::new(n) == Err(StrengthError)));
        assert!(serde_json::from_str::<Strength>("11").is_err());
    }
}

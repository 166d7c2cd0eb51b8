// SPDX-License-Identifier: Apache-2.0
//! The only names that can stand in a file.

use serde::{Deserialize, Serialize};

/// How old, roughly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgeBand {
    /// 13 to 15.
    #[serde(rename = "13-15")]
    From13To15,
    /// 16 and 17.
    #[serde(rename = "16-17")]
    From16To17,
    /// 18 to 24.
    #[serde(rename = "18-24")]
    From18To24,
    /// 25 and over.
    #[serde(rename = "25-")]
    From25,
    /// Under 18; only in a group.
    #[serde(rename = "-17")]
    Under18,
    /// 18 and over; only in a group.
    #[serde(rename = "18-")]
    From18,
}

impl AgeBand {
    /// The band of an age in years; none under 13.
    #[must_use]
    pub const fn of(years: u8) -> Option<Self> {
        match years {
            0..=12 => None,
            13..=15 => Some(Self::From13To15),
            16..=17 => Some(Self::From16To17),
            18..=24 => Some(Self::From18To24),
            _ => Some(Self::From25),
        }
    }

    /// Under 18, or from 18 on.
    #[must_use]
    pub const fn broad(self) -> Self {
        match self {
            Self::From13To15 | Self::From16To17 | Self::Under18 => Self::Under18,
            Self::From18To24 | Self::From25 | Self::From18 => Self::From18,
        }
    }
}

/// A name of a list: 1 to 60 lower-case letters, digits, hyphens, dots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// Checks the name; none when it has another form.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let signs = |b: u8| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
        let fits = (1..=60).contains(&name.len()) && name.bytes().all(signs);
        fits.then(|| Self(name.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = &'static str;
    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::new(&name).ok_or("a name has another form")
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

/// What stands for a person in a study: 32 hexadecimal digits in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pseudonym(String);

impl Pseudonym {
    /// Checks it; none when it has another form.
    #[must_use]
    pub fn new(digits: &str) -> Option<Self> {
        let fits = digits.len() == 32
            && digits
                .bytes()
                .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        fits.then(|| Self(digits.to_owned()))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Pseudonym {
    type Error = &'static str;
    fn try_from(digits: String) -> Result<Self, Self::Error> {
        Self::new(&digits).ok_or("a pseudonym is 32 hexadecimal digits")
    }
}

impl From<Pseudonym> for String {
    fn from(pseudonym: Pseudonym) -> Self {
        pseudonym.0
    }
}

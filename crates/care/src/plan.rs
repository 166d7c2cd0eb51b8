// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// The safety plan: the six parts of Stanley & Brown's model (2012, Cognitive and Behavioral
/// Practice 19(2):256-264), in the person's own words. Every part may stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// How I notice that it is getting hard.
    pub signs: Vec<String>,
    /// Things I can do alone.
    pub alone: Vec<String>,
    /// People and places that take my mind off it.
    pub places: Vec<String>,
    /// People I can ask for help.
    pub people: Vec<Contact>,
    /// Professionals and lines.
    pub professionals: Vec<Contact>,
    /// Making my surroundings safer: the person's own choice of words, never a prompt.
    pub surroundings: Vec<String>,
}

impl Plan {
    /// Whether nothing has been written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everyone who can be called or written to, the person's own people first.
    pub fn reachable(&self) -> impl Iterator<Item = &Contact> {
        self.people
            .iter()
            .chain(&self.professionals)
            .filter(|c| !c.phone.trim().is_empty())
    }
}

/// Someone in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// How the person calls them.
    pub name: String,
    /// A number to call or write to, as typed; may be empty.
    pub phone: String,
    /// Anything worth remembering, for example when they are awake.
    pub note: String,
}

impl Contact {
    /// The number with nothing in it but what can be dialled: digits, a leading plus, star, hash.
    /// `None` when there is nothing to dial.
    #[must_use]
    pub fn dial(&self) -> Option<String> {
        let mut out = String::new();
        // "+44 (0)20 …": the nought in brackets is dialled within the country alone.
        let phone = match self.phone.trim() {
            abroad if abroad.starts_with('+') => abroad.replace("(0)", ""),
            within => within.to_owned(),
        };
        for c in phone.chars() {
            match c {
                '0'..='9' | '*' | '#' => out.push(c),
                '+' if out.is_empty() => out.push(c),
                _ => {}
            }
        }
        out.chars().any(|c| c.is_ascii_digit()).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_only_what_can_be_dialled() {
        let dial = |p: &str| {
            Contact {
                phone: p.into(),
                ..Contact::default()
            }
            .dial()
        };
        assert_eq!(dial("(01) 23-45 +6"), Some("0123456".into()));
        assert_eq!(dial(" +44 20 79"), Some("+442079".into()));
        assert_eq!(dial("+44 (0)20 7946 0002"), Some("+442079460002".into()));
        assert_eq!(dial("ask mum"), None);
        assert_eq!(dial("+"), None);
    }
}

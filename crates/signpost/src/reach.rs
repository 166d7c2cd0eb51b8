// SPDX-License-Identifier: Apache-2.0
//! What reaches a word: a negation, the person whom the sentence is about, a time that is past,
//! quotation marks.

use crate::{read::Word, sense::Sense};

/// A negation reaches so many words.
const FAR: u8 = 6;

/// What reaches one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Whom the sentence spoke of last.
    pub(crate) person: Person,
    pub(crate) negated: bool,
    pub(crate) past: bool,
    pub(crate) quoted: bool,
    pub(crate) perhaps: bool,
}

/// Whom a sentence is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Person {
    /// Nobody was named yet; often the writer.
    #[default]
    Unsaid,
    /// The writer.
    Me,
    /// Whoever reads it.
    You,
    /// Somebody else.
    Other,
}

impl Reach {
    /// As a number below 64.
    pub(crate) fn number(self) -> u8 {
        self.person as u8
            | u8::from(self.negated) << 2
            | u8::from(self.past) << 3
            | u8::from(self.quoted) << 4
            | u8::from(self.perhaps) << 5
    }
}

/// What reaches each word of a sentence.
pub(crate) fn reaches(sentence: &[Word], senses: &[Option<Sense>]) -> Vec<Reach> {
    let past = senses.contains(&Some(Sense::Past));
    let mut now = Reach {
        past,
        ..Reach::default()
    };
    let mut left = 0_u8;
    let each = sentence.iter().zip(senses);
    each.map(|(word, sense)| {
        if word.apart || *sense == Some(Sense::But) {
            left = 0;
            now.perhaps = false;
        }
        now.negated = left > 0;
        now.quoted = word.quoted;
        left = left.saturating_sub(1);
        match sense {
            Some(Sense::First) => now.person = Person::Me,
            Some(Sense::Second) => now.person = Person::You,
            Some(Sense::Third) => now.person = Person::Other,
            Some(Sense::Not) => left = FAR,
            Some(Sense::If) => now.perhaps = true,
            _ => {}
        }
        now
    })
    .collect()
}

// SPDX-License-Identifier: Apache-2.0
//! The sentences of a text, each with what the rest of the text says about it.

use crate::{
    reach::Person,
    read::{Read, Word},
    sense::{Sense, senses},
    tongue::{Guess, Tongue},
};

/// An answer has at most so many words.
const ANSWER: usize = 3;

/// A sentence where it stands.
pub(crate) struct Sentence<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) tongue: Tongue,
    /// What each of its words may mean.
    pub(crate) senses: Vec<Option<Sense>>,
    /// Whom the whole text is mostly about.
    pub(crate) about: Person,
    /// The next sentence is a short no: `Wanting to die? No.`
    pub(crate) denied: bool,
}

/// The sentences of a text.
pub(crate) fn sentences(read: &Read) -> Vec<Sentence<'_>> {
    let guess = Guess::new(read);
    let each = read.sentences().map(|words| {
        let tongue = guess.of(read, words);
        Sentence {
            words,
            tongue,
            senses: senses(read, words, tongue),
            about: Person::Unsaid,
            denied: false,
        }
    });
    let mut all: Vec<Sentence<'_>> = each.collect();
    let about = about(&all);
    let mut next_denies = false;
    for sentence in all.iter_mut().rev() {
        sentence.about = about;
        sentence.denied = next_denies;
        next_denies = sentence.words.len() <= ANSWER
            && sentence.senses.first().copied().flatten() == Some(Sense::Not);
    }
    all
}

/// Whom a text speaks of most often.
fn about(sentences: &[Sentence<'_>]) -> Person {
    let (mut me, mut you, mut other) = (0_usize, 0, 0);
    for sense in sentences
        .iter()
        .flat_map(|sentence| sentence.senses.iter().flatten())
    {
        match sense {
            Sense::First | Sense::Myself => me += 1,
            Sense::Second => you += 1,
            Sense::Third => other += 1,
            _ => {}
        }
    }
    if me + you + other == 0 {
        Person::Unsaid
    } else if me >= you && me >= other {
        Person::Me
    } else if you >= other {
        Person::You
    } else {
        Person::Other
    }
}

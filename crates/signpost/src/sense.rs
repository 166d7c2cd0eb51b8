// SPDX-License-Identifier: Apache-2.0
//! What a word may mean, by lists of our own (`senses/`), so that what is learnt from one wording and
//! one language serves the next.

use crate::{
    mark::Hash,
    read::{Read, Word},
    tongue::{Tongue, small_words},
};
use std::sync::OnceLock;

/// A group of words with one meaning, in any of the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Sense {
    Die = 1,
    Suicide,
    Kill,
    Live,
    End,
    Want,
    Think,
    Plan,
    Goodbye,
    Means,
    Try,
    Tired,
    Hopeless,
    Burden,
    Pain,
    Myself,
    Not,
    First,
    Second,
    Third,
    Past,
    If,
    But,
    Afraid,
    Help,
    Harm,
    Joke,
    Fiction,
    Soon,
    Rest,
    Feel,
    Always,
    Work,
    Mindful,
}

impl Sense {
    /// Words of dying and of living, and of wanting either.
    pub(crate) fn is_core(self) -> bool {
        matches!(
            self,
            Self::Die
                | Self::Suicide
                | Self::Kill
                | Self::Live
                | Self::End
                | Self::Want
                | Self::Think
                | Self::Plan
                | Self::Goodbye
                | Self::Means
                | Self::Try
                | Self::Tired
                | Self::Hopeless
                | Self::Burden
        )
    }

    /// Two in the order of their numbers.
    pub(crate) fn min_max(self, other: Self) -> (Self, Self) {
        if (self as u8) < (other as u8) {
            (self, other)
        } else {
            (other, self)
        }
    }
}

/// Their names in the lists, in order.
const NAMES: [(&str, Sense); 34] = [
    ("die", Sense::Die),
    ("suicide", Sense::Suicide),
    ("kill", Sense::Kill),
    ("live", Sense::Live),
    ("end", Sense::End),
    ("want", Sense::Want),
    ("think", Sense::Think),
    ("plan", Sense::Plan),
    ("goodbye", Sense::Goodbye),
    ("means", Sense::Means),
    ("try", Sense::Try),
    ("tired", Sense::Tired),
    ("hopeless", Sense::Hopeless),
    ("burden", Sense::Burden),
    ("pain", Sense::Pain),
    ("self", Sense::Myself),
    ("not", Sense::Not),
    ("first", Sense::First),
    ("second", Sense::Second),
    ("third", Sense::Third),
    ("past", Sense::Past),
    ("if", Sense::If),
    ("but", Sense::But),
    ("afraid", Sense::Afraid),
    ("help", Sense::Help),
    ("harm", Sense::Harm),
    ("joke", Sense::Joke),
    ("fiction", Sense::Fiction),
    ("soon", Sense::Soon),
    ("rest", Sense::Rest),
    ("feel", Sense::Feel),
    ("always", Sense::Always),
    ("work", Sense::Work),
    ("mindful", Sense::Mindful),
];

/// The lists, in the order of [`crate::tongue::TONGUES`].
const LISTS: [&str; 4] = [
    include_str!("../senses/en.txt"),
    include_str!("../senses/fr.txt"),
    include_str!("../senses/es.txt"),
    include_str!("../senses/de.txt"),
];

/// Slots of the table: a power of two, at least twice the words.
const SLOTS: usize = 1 << 13;
/// Stems have at least so many bytes.
const SHORTEST_STEM: usize = 4;

/// What is known of a word or of words that stand together.
#[derive(Clone, Copy, Default)]
pub(crate) struct Known {
    key: u32,
    /// For each language, whether it is one of its small words.
    pub(crate) small: [bool; 4],
    senses: [Option<Sense>; 4],
    stems: [Option<Sense>; 4],
}

struct Table {
    slots: Vec<Known>,
}

impl Table {
    fn new() -> Self {
        let mut table = Self {
            slots: vec![Known::default(); SLOTS],
        };
        for (tongue, list) in LISTS.iter().enumerate() {
            let groups = list.lines().filter(|line| !line.starts_with('#'));
            for (name, words) in groups.filter_map(|line| line.split_once(':')) {
                let sense = NAMES.iter().find(|(known, _)| *known == name);
                for word in words.split_whitespace() {
                    table.add(word, tongue, sense.map(|(_, sense)| *sense));
                }
            }
        }
        for (tongue, words) in small_words().iter().enumerate() {
            for word in words.split_whitespace() {
                table.slot(Hash::word(word)).small[tongue] = true;
            }
        }
        table
    }

    /// The first list that names a word decides.
    fn add(&mut self, word: &str, tongue: usize, sense: Option<Sense>) {
        match word.strip_suffix('*') {
            Some(stem) => {
                let known = self.slot(Hash::word(stem));
                known.stems[tongue] = known.stems[tongue].or(sense);
            }
            None => {
                let mut parts = word.split('_');
                let first = Hash::word(parts.next().unwrap_or_default());
                let known = self.slot(parts.fold(first, Hash::and));
                known.senses[tongue] = known.senses[tongue].or(sense);
            }
        }
    }

    fn slot(&mut self, hash: Hash) -> &mut Known {
        let place = self.place(hash);
        let slot = &mut self.slots[place];
        slot.key = hash.key();
        slot
    }

    /// Where a hash is, or would be. The table is never full: the lists are ours.
    fn place(&self, hash: Hash) -> usize {
        let mut place = hash.key() as usize & (SLOTS - 1);
        while self.slots[place].key != 0 && self.slots[place].key != hash.key() {
            place = (place + 1) & (SLOTS - 1);
        }
        place
    }

    fn get(&self, hash: Hash) -> &Known {
        &self.slots[self.place(hash)]
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::new)
}

/// For each language, whether this is one of its small words.
pub(crate) fn small(word: &str) -> [bool; 4] {
    table().get(Hash::word(word)).small
}

/// The sense of each word of a sentence. Of words that stand together the first has the sense, the
/// others have none.
pub(crate) fn senses(read: &Read, sentence: &[Word], tongue: Tongue) -> Vec<Option<Sense>> {
    let table = table();
    let tongue = tongue as usize;
    let mut senses = vec![None; sentence.len()];
    let mut at = 0;
    while let Some(rest) = sentence.get(at..).filter(|rest| !rest.is_empty()) {
        let (sense, words) = longest(table, read, rest, tongue);
        senses[at] = sense;
        at += words;
    }
    senses
}

/// The sense of the longest entry that begins a sentence, and how many words it has: at most four.
fn longest(table: &Table, read: &Read, rest: &[Word], tongue: usize) -> (Option<Sense>, usize) {
    let first = rest.first().map_or("", |word| read.letters(*word));
    let mut hash = Hash::word(first);
    let mut found = (table.get(hash).senses[tongue], 1);
    if found.0.is_none() {
        found.0 = Hash::stems(first, SHORTEST_STEM).find_map(|stem| table.get(stem).stems[tongue]);
    }
    for (place, word) in rest.iter().enumerate().take(4).skip(1) {
        hash = hash.and(read.letters(*word));
        if let Some(sense) = table.get(hash).senses[tongue] {
            found = (Some(sense), place + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_names_a_sense_and_folds_to_itself() {
        for list in LISTS {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let (name, words) = line.split_once(':').expect("a name and a colon");
                assert!(NAMES.iter().any(|(known, _)| *known == name), "{name}");
                for word in words.split_whitespace() {
                    let bare = word.trim_end_matches('*').replace('_', " ");
                    let read = crate::read::read(&bare);
                    let folded: Vec<&str> = read
                        .sentences()
                        .flatten()
                        .map(|word| read.letters(*word))
                        .collect();
                    assert_eq!(folded.join(" "), bare, "{word}");
                }
            }
        }
    }

    #[test]
    fn the_table_has_room() {
        let taken = table().slots.iter().filter(|slot| slot.key != 0).count();
        assert!(taken * 2 <= SLOTS, "{taken}");
    }
}

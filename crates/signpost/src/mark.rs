// SPDX-License-Identifier: Apache-2.0
//! The marks of a sentence: what is weighed. Each is a hash, so that nothing of a text is in the
//! weights and all of them have the same size.
//!
//! Three families, each with its own part of the table: *letters* (runs of 2-5 within a word, for what
//! is misspelt), *words* (one to three in a row, pairs with a gap, and each word with what reaches it)
//! and *senses* (the same over what words mean, whichever they are and in whichever language).

use crate::{
    reach::{Reach, reaches},
    read::{Read, Word},
    sense::Sense,
    sentence::Sentence,
};

/// The families.
pub(crate) const FAMILIES: usize = 3;
/// How many weights each family has, as powers of two.
pub(crate) const BITS: [u32; FAMILIES] = [14, 15, 14];
/// How many weights there are.
pub(crate) const SIZE: usize = (1 << BITS[0]) + (1 << BITS[1]) + (1 << BITS[2]);
/// Where each family's part begins.
const FROM: [u32; FAMILIES] = [0, 1 << BITS[0], (1 << BITS[0]) + (1 << BITS[1])];
/// The highest bit says that a mark weighs against its weight, so that two that share one may differ.
const AGAINST: u32 = 1 << 31;

/// A hash that words are added to (FNV-1a, 32 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hash(u32);

impl Hash {
    const START: Self = Self(0x811c_9dc5);

    /// Of a word.
    pub(crate) fn word(word: &str) -> Self {
        Self::START.bytes(word.as_bytes())
    }

    /// Of a word and the next.
    pub(crate) fn and(self, word: &str) -> Self {
        self.byte(b' ').bytes(word.as_bytes())
    }

    /// Of each beginning of a word, from so many bytes on. Marked as a stem: no word has it.
    pub(crate) fn stems(word: &str, least: usize) -> impl Iterator<Item = Self> {
        let hashes = word.bytes().scan(Self::START, |hash, byte| {
            *hash = hash.byte(byte);
            Some(*hash)
        });
        hashes.skip(least - 1)
    }

    /// For tables: never 0.
    pub(crate) fn key(self) -> u32 {
        self.0.max(1)
    }

    fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    fn bytes(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |hash, byte| hash.byte(*byte))
    }

    fn number(self, number: u32) -> Self {
        Self((self.0 ^ number).wrapping_mul(0x0100_0193) ^ (number << 9))
    }

    /// Its place in a family's part of the table, and its side.
    fn mark(self, family: usize) -> u32 {
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x7feb_352d);
        mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x846c_a68b);
        mixed ^= mixed >> 16;
        (FROM[family] + (mixed & ((1 << BITS[family]) - 1))) | (mixed & AGAINST)
    }
}

/// Which marks a sentence has had: who says a thing three times has not said three things.
pub(crate) struct Seen {
    last: Vec<u32>,
    now: u32,
}

impl Seen {
    pub(crate) fn new() -> Self {
        Self {
            last: vec![0; SIZE],
            now: 0,
        }
    }

    fn keep_first(&mut self, marks: &mut Marks) {
        self.now += 1;
        let (mut kept, mut from) = (0, 0);
        for family in 0..FAMILIES {
            let end = marks.ends[family];
            for place in from..end {
                let mark = marks.of[place];
                let last = &mut self.last[(mark & !AGAINST) as usize];
                if *last != self.now {
                    *last = self.now;
                    marks.of[kept] = mark;
                    kept += 1;
                }
            }
            from = end;
            marks.ends[family] = kept;
        }
        marks.of.truncate(kept);
    }
}

/// The marks of a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    of: Vec<u32>,
    ends: [usize; FAMILIES],
}

impl Marks {
    /// A family's marks: places in the table, and whether they weigh against it.
    pub(crate) fn family(&self, family: usize) -> impl Iterator<Item = (usize, bool)> {
        let from = if family == 0 {
            0
        } else {
            self.ends[family - 1]
        };
        let marks = self.of.get(from..self.ends[family]).unwrap_or_default();
        marks
            .iter()
            .map(|mark| ((mark & !AGAINST) as usize, mark & AGAINST != 0))
    }

    /// How many marks a family has.
    pub(crate) fn count(&self, family: usize) -> usize {
        let from = if family == 0 {
            0
        } else {
            self.ends[family - 1]
        };
        self.ends[family] - from
    }

    /// Reads the marks of a sentence into this list, each once.
    pub(crate) fn read(&mut self, read: &Read, sentence: &Sentence<'_>, seen: &mut Seen) {
        self.of.clear();
        self.letters(read, sentence.words);
        self.ends[0] = self.of.len();
        let reaches = reaches(sentence.words, &sentence.senses);
        self.words(read, sentence.words, &reaches);
        self.ends[1] = self.of.len();
        self.senses(&sentence.senses, &reaches);
        self.around(sentence);
        self.ends[2] = self.of.len();
        seen.keep_first(self);
    }

    /// The language; and each word of dying and living with whom the text is mostly about, and with
    /// the no that follows.
    fn around(&mut self, sentence: &Sentence<'_>) {
        let start = Hash::word("around");
        self.of.push(start.number(sentence.tongue as u32).mark(2));
        let about = sentence.about as u32 | 32 | u32::from(sentence.denied) << 2;
        for sense in sentence.senses.iter().flatten() {
            if sense.is_core() {
                self.of
                    .push(start.number(*sense as u32).number(about).mark(2));
            }
        }
    }

    fn letters(&mut self, read: &Read, sentence: &[Word]) {
        for word in sentence {
            let letters = read.letters(*word).as_bytes();
            let at = |place: usize| match place.checked_sub(1) {
                None => Some(b'<'),
                Some(place) if place == letters.len() => Some(b'>'),
                Some(place) => letters.get(place).copied(),
            };
            for start in 0..=letters.len() {
                let mut hash = Hash::START;
                for length in 0..5 {
                    let Some(byte) = at(start + length) else {
                        break;
                    };
                    hash = hash.byte(byte);
                    if length > 0 {
                        self.of.push(hash.mark(0));
                    }
                }
            }
        }
    }

    fn words(&mut self, read: &Read, sentence: &[Word], reaches: &[Reach]) {
        let hashes = sentence.iter().map(|word| Hash::word(read.letters(*word)));
        let mut last = [Hash::word("^"), Hash::word("^")];
        let mut before = None;
        for (hash, reach) in hashes.zip(reaches) {
            let pair = last[1].number(hash.0);
            let gap = last[0].byte(b'_').number(hash.0);
            let triple = last[0].number(pair.0);
            let reach = u32::from(reach.number()) + 1;
            let marked = hash.number(reach);
            self.of
                .extend([hash, pair, gap, triple, marked, pair.number(reach)].map(|it| it.mark(1)));
            if let Some(before) = before {
                self.of
                    .push(Hash::number(before, hash.0).byte(b'-').mark(1));
            }
            before = (last[0] != Hash::word("^")).then_some(last[0]);
            last = [last[1], hash];
        }
        self.of.push(last[1].byte(b'$').mark(1));
    }

    /// Each sense with what reaches it, and with each of the three before it.
    fn senses(&mut self, senses: &[Option<Sense>], reaches: &[Reach]) {
        let mut last = [(Hash::word("^"), 0_u32); 3];
        let start = Hash::word("sense");
        for (place, (sense, reach)) in senses.iter().zip(reaches).enumerate() {
            let Some(sense) = sense else { continue };
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let plain = start.number(*sense as u32);
            let reach = u32::from(reach.number()) + 1;
            let who = (reach - 1) & 7 | 64;
            self.of.push(plain.mark(2));
            self.of.push(plain.number(reach).mark(2));
            self.of.push(plain.number(who).mark(2));
            for (distance, (before, at)) in last.iter().enumerate() {
                let pair = before.number(plain.0);
                if distance == 0 {
                    self.of.push(pair.byte(b'1').mark(2));
                }
                if place - at <= 8 {
                    self.of.push(pair.mark(2));
                    self.of.push(pair.number(reach).mark(2));
                    self.of.push(pair.number(who).mark(2));
                }
            }
            let triple = last[1].0.number(last[0].0.number(plain.0).0);
            self.of.push(triple.byte(b'3').mark(2));
            last = [(plain, place), last[0], last[1]];
        }
        self.cores(senses);
    }

    /// Each word of dying and living, and each two of them, with who and what else is in the sentence.
    fn cores(&mut self, senses: &[Option<Sense>]) {
        let has = |sense| u32::from(senses.contains(&Some(sense)));
        let first = has(Sense::First) | has(Sense::Myself);
        let who = first | has(Sense::Second) << 1 | has(Sense::Third) << 2;
        let how = who | has(Sense::Not) << 3 | has(Sense::Past) << 4;
        let start = Hash::word("core");
        let mut cores: Vec<Sense> = Vec::new();
        for sense in senses.iter().flatten() {
            if sense.is_core() && !cores.contains(sense) {
                cores.push(*sense);
            }
        }
        for (place, core) in cores.iter().enumerate() {
            let one = start.number(*core as u32);
            self.of
                .extend([who | 32, how | 64].map(|flags| one.number(flags).mark(2)));
            for other in cores.iter().take(place) {
                let two = core.min_max(*other);
                let two = start.number(two.0 as u32).number(two.1 as u32 | 128);
                self.of
                    .extend([who | 32, how | 64].map(|flags| two.number(flags).mark(2)));
            }
        }
    }
}

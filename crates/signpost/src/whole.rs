// SPDX-License-Identifier: Apache-2.0
//! A text as a whole: which runs of letters and words it has, wherever they stand. Sentence by sentence says what is
//! wished; the whole says in what voice, and on posts of others both together err less than either.

use crate::{
    number::ln,
    read::{Read, Word},
    weights::Weights,
};

/// Of a long text, so many bytes of folded letters are taken from its beginning, and as many from its end.
const EDGE: usize = 4000;
/// Runs of so many letters, with the edges of the word.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// Runs of so many words.
const WORDS: usize = 3;
/// What a text is measured by, for each root of its distinct runs.
const ROOM: f32 = 5.0;
/// Keys have so many bytes.
pub(crate) const KEY: usize = 3;

/// The runs of a text, sorted by key, each with how much it counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Whole {
    pub(crate) runs: Vec<(u32, f32)>,
}

impl Whole {
    /// Reads it.
    pub(crate) fn of(read: &Read) -> Self {
        let words: Vec<Word> = read.sentences().flatten().copied().collect();
        let words = edges(read, &words);
        let mut keys = Vec::new();
        let mut padded = String::new();
        for (n, word) in words.iter().enumerate() {
            padded.clear();
            padded.push(' ');
            padded.push_str(read.letters(*word));
            padded.push(' ');
            for long in LETTERS {
                if padded.len() <= long {
                    keys.push(key(long as u32, padded.as_bytes()));
                    break;
                }
                let runs = padded.as_bytes().windows(long);
                keys.extend(runs.map(|run| key(1, run)));
            }
            let mut open = 0x9747_b28c;
            for next in words.iter().skip(n).take(WORDS) {
                open = mix(open ^ 0x20, read.letters(*next).as_bytes());
                keys.push(finish(open));
            }
        }
        keys.sort_unstable();
        let mut runs: Vec<(u32, f32)> = Vec::with_capacity(keys.len());
        for key in keys {
            match runs.last_mut() {
                Some((last, count)) if *last == key => *count += 1.0,
                _ => runs.push((key, 1.0)),
            }
        }
        runs.iter_mut()
            .for_each(|(_, count)| *count = 1.0 + ln(*count));
        Self { runs }
    }

    /// What a run counts for in a text of this size.
    pub(crate) fn share(&self) -> f32 {
        1.0 / (ROOM * (self.runs.len().max(1) as f32).sqrt())
    }

    /// What the whole weighs.
    pub(crate) fn weigh(&self, weights: &Weights<'_>) -> f32 {
        let steps: f32 = self
            .runs
            .iter()
            .filter_map(|(key, count)| Some(count * f32::from(weights.step_of(*key)?)))
            .sum();
        weights.whole_base + steps * weights.whole_step * self.share()
    }
}

/// The words of the beginning and of the end.
fn edges(read: &Read, words: &[Word]) -> Vec<Word> {
    let fits = |of: &mut dyn Iterator<Item = &Word>| {
        let mut left = EDGE;
        of.take_while(|word| {
            let long = read.letters(**word).len() + 1;
            let fits = long <= left;
            left = left.saturating_sub(long);
            fits
        })
        .count()
    };
    let first = fits(&mut words.iter());
    let last = fits(&mut words.iter().rev()).min(words.len() - first);
    let mut both = words[..first].to_vec();
    both.extend_from_slice(&words[words.len() - last..]);
    both
}

fn key(kind: u32, bytes: &[u8]) -> u32 {
    finish(mix(0x811c_9dc5 ^ kind, bytes))
}

/// FNV-1a (Fowler, Noll, Vo), 32 bits.
fn mix(from: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(from, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// All bits into the lower 24.
fn finish(mut hash: u32) -> u32 {
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash & 0x00ff_ffff
}

// SPDX-License-Identifier: Apache-2.0
//! What formulas for reading ages count: words, sentences, letters, syllables as they are heard.

/// How a language hears syllables in what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sound {
    /// An `e` at the end is not heard.
    French,
    /// Two strong vowels, or one with an accent on `i` or `u`, are two syllables.
    Spanish,
    /// Vowels that stand together are one.
    German,
}

/// What was counted in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) words: u32,
    pub(super) sentences: u32,
    pub(super) syllables: u32,
    /// Words of one syllable.
    pub(super) short: u32,
    /// Words of three syllables or more.
    pub(super) long: u32,
    /// Words of more than six letters.
    pub(super) wide: u32,
}

impl Counts {
    /// Counts in pieces, each of which ends its own sentence.
    pub(super) fn of<'a>(sound: Sound, pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut counts = Self::default();
        for piece in pieces {
            for sentence in piece.split(['.', '!', '?', '…', ':', '\n']) {
                let before = counts.words;
                for word in sentence.split(|c: char| !c.is_alphabetic()) {
                    counts.word(sound, word);
                }
                counts.sentences += u32::from(counts.words > before);
            }
        }
        counts
    }

    fn word(&mut self, sound: Sound, word: &str) {
        if word.is_empty() {
            return;
        }
        let syllables = syllables(sound, word);
        self.words += 1;
        self.syllables += syllables;
        self.short += u32::from(syllables == 1);
        self.long += u32::from(syllables >= 3);
        self.wide += u32::from(word.chars().count() > 6);
    }

    /// So many of each hundred words.
    pub(super) fn share(&self, part: u32) -> f64 {
        100.0 * f64::from(part) / f64::from(self.words.max(1))
    }

    /// Words in a sentence.
    pub(super) fn length(&self) -> f64 {
        f64::from(self.words) / f64::from(self.sentences.max(1))
    }
}

const VOWELS: &str = "aeiouyàâäáæèéêëìíîïòóôöœùúûüÿý";

fn syllables(sound: Sound, word: &str) -> u32 {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().collect();
    let mut count = 0_u32;
    let mut last = None;
    for (at, &letter) in letters.iter().enumerate() {
        if !VOWELS.contains(letter) || silent(sound, &letters, at) {
            last = None;
            continue;
        }
        let apart = sound == Sound::Spanish && last.is_some_and(|before| hiatus(before, letter));
        count += u32::from(last.is_none() || apart);
        last = Some(letter);
    }
    if sound == Sound::French && count > 1 && mute(&word) {
        count -= 1;
    }
    count.max(1)
}

/// The `u` of Spanish `que`, `qui`, `gue`, `gui`.
fn silent(sound: Sound, letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    sound == Sound::Spanish
        && letters.get(at) == Some(&'u')
        && matches!(before, Some('q' | 'g'))
        && matches!(letters.get(at + 1), Some('e' | 'i' | 'é' | 'í'))
}

fn hiatus(before: char, after: char) -> bool {
    let strong = |c| "aeoáéó".contains(c);
    let accented = |c| "íú".contains(c);
    (strong(before) && strong(after)) || accented(before) || accented(after)
}

/// An end that is written and not heard: only where a consonant goes before it.
fn mute(word: &str) -> bool {
    ["es", "e"].iter().any(|end| {
        word.strip_suffix(end)
            .and_then(|rest| rest.chars().last())
            .is_some_and(|before| !VOWELS.contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_heard_as_each_language_speaks() {
        let heard = |sound, words: &[(&str, u32)]| {
            for (word, count) in words {
                assert_eq!(syllables(sound, word), *count, "{word}");
            }
        };
        heard(
            Sound::French,
            &[("porte", 1), ("douceur", 2), ("le", 1), ("respiration", 4)],
        );
        heard(
            Sound::Spanish,
            &[("caer", 2), ("día", 2), ("quiero", 2), ("respiración", 4)],
        );
        heard(
            Sound::German,
            &[
                ("Haus", 1),
                ("Freundlichkeit", 3),
                ("Atem", 2),
                ("Übung", 2),
            ],
        );
    }

    #[test]
    fn each_piece_ends_its_sentence() {
        let counts = Counts::of(Sound::German, ["Setz dich hin", "Schau hoch. Atme"]);
        assert_eq!((counts.words, counts.sentences), (6, 3));
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Which words of BIP-39's English list are shown to a person. The list is a standard, and it has words
//! that nobody should meet here by chance: of means, of injury, of contempt.

use bip39::Language;
use std::sync::LazyLock;

/// Words that are never chosen, a line each, in order.
const APART: &str = include_str!("../../vectors/words-apart.txt");

/// Those that are, in the order of the standard.
static CHOSEN: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let all = Language::English.word_list().iter().copied();
    all.filter(|word| !is_apart(word)).collect()
});

/// Whether a word is never chosen.
pub(super) fn is_apart(word: &str) -> bool {
    APART.lines().any(|apart| apart == word)
}

/// The word that four bytes choose. There are more than a thousand, so that six of them carry 64 bits.
pub(super) fn choose(bytes: [u8; 4]) -> &'static str {
    let number = u32::from_be_bytes(bytes) as usize;
    CHOSEN[number % CHOSEN.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_apart_is_in_the_standard_and_the_rest_is_many() {
        let all = Language::English.word_list();
        let mut apart: Vec<&str> = APART.lines().collect();
        assert!(apart.iter().all(|word| all.contains(word)));
        let many = apart.len();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), many);
        assert_eq!(CHOSEN.len(), 2048 - many);
        assert!(6.0 * (CHOSEN.len() as f64).log2() > 64.0);
    }

    #[test]
    fn words_of_means_are_never_chosen() {
        for word in [
            "razor", "knife", "blade", "gun", "pill", "rail", "cliff", "blood",
        ] {
            assert!(is_apart(word), "{word}");
        }
        assert!(!is_apart("river"));
    }
}

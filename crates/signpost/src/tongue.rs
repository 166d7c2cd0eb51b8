// SPDX-License-Identifier: Apache-2.0
//! Which language a sentence is in, by its small words.

use crate::read::{Read, Word};

/// A language whose words we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Tongue {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// German.
    De,
}

/// All of them, in the order of their numbers.
pub(crate) const TONGUES: [Tongue; 4] = [Tongue::En, Tongue::Fr, Tongue::Es, Tongue::De];

/// Words that are frequent in one of the languages and rare in the others.
const SMALL: [&str; 4] = [
    "i im ive id ill the and to of it is was that my you your with but have this not for just dont cant on at he she they we what so be if about want get like do would when up out been from are all how people its",
    "je j ai jai le les une et est pas ne que qui dans pour sur avec mais mon ma mes il elle nous vous ca c cest chui suis plus moi toi ils elles quand comme tout fait faut pis du des au aux sais veux peux l d qu n meme etre trop",
    "yo el los las y que por para con pero mi mis es una lo se su muy cuando como ya estoy quiero tengo soy esta esto eso le del al porque mas todo nada ni si hay siento fue era estaba puedo algo solo sin",
    "ich der die das und ist nicht ein eine zu mit aber mir mich mein meine es war wenn auch auf so hab habe bin sie er wir du dass noch nur wie ja den dem von fur im kann will nichts mehr immer was jetzt einfach schon uber ihr",
];

/// Guesses each sentence's language: by its own small words first, by the whole text's after that.
pub(crate) struct Guess {
    whole: [u32; 4],
}

impl Guess {
    /// Looks at a whole text.
    pub(crate) fn new(read: &Read) -> Self {
        let mut whole = [0; 4];
        for word in read.sentences().flatten() {
            count(read.letters(*word), &mut whole);
        }
        Self { whole }
    }

    /// The language of one of its sentences.
    pub(crate) fn of(&self, read: &Read, sentence: &[Word]) -> Tongue {
        let mut own = [0; 4];
        for word in sentence {
            count(read.letters(*word), &mut own);
        }
        let all = self.whole.iter().sum::<u32>().max(1);
        let mut best = (Tongue::En, 0);
        for tongue in TONGUES {
            let place = tongue as usize;
            let points = own[place] * 16 + self.whole[place] * 12 / all;
            if points > best.1 {
                best = (tongue, points);
            }
        }
        best.0
    }
}

fn count(word: &str, counts: &mut [u32; 4]) {
    for (count, yes) in counts.iter_mut().zip(crate::sense::small(word)) {
        *count += u32::from(yes);
    }
}

/// The small words of each language.
pub(crate) fn small_words() -> [&'static str; 4] {
    SMALL
}

// SPDX-License-Identifier: Apache-2.0
//! A text as sentences of folded words.
//!
//! Folding takes away what writing varies in and meaning does not: letter case, accents, apostrophes,
//! letters held down (`diiie`), digits and signs in the place of letters (`su1cide`, `k!ll`), letters
//! set apart (`d i e`). One pass, linear in the text, over at most [`MOST`] characters.

use crate::letter;

/// How many characters of a text are read. An entry of a diary has at most 20,000.
pub(crate) const MOST: usize = 200_000;
/// A sentence is cut at so many words, where nobody wrote a full stop.
const LONGEST_SENTENCE: usize = 26;
/// A cut is put after a comma, if the sentence has so many words by then.
const SHORTEST_CUT: usize = 10;
/// What a word has beyond so many bytes is not looked at.
const LONGEST_WORD: usize = 32;

/// A folded word, by its place in [`Read::letters`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    start: u32,
    end: u32,
    /// A comma, colon or bracket stands before it.
    pub(crate) apart: bool,
    /// It stands between quotation marks.
    pub(crate) quoted: bool,
}

/// A text as it was read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    letters: String,
    words: Vec<Word>,
    /// Where sentences end, as counts of words.
    ends: Vec<usize>,
}

impl Read {
    /// The sentences, each with at least one word.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &[Word]> {
        let mut from = 0;
        self.ends.iter().filter_map(move |&end| {
            let sentence = self.words.get(from..end)?;
            from = end;
            (!sentence.is_empty()).then_some(sentence)
        })
    }

    /// The folded letters of a word.
    pub(crate) fn letters(&self, word: Word) -> &str {
        self.letters
            .get(word.start as usize..word.end as usize)
            .unwrap_or_default()
    }
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Read {
    let mut reader = Reader::default();
    let mut signs = text.chars().take(MOST).peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or(' ');
        reader.take(sign, next);
    }
    reader.end_sentence();
    reader.read
}

#[derive(Default)]
struct Reader {
    read: Read,
    start: usize,
    /// The last letter of the open word, and how often it came in a row.
    run: (char, u8),
    digits: bool,
    apart: bool,
    quoted: bool,
}

impl Reader {
    fn take(&mut self, sign: char, next: char) {
        if letter::is_nothing(sign) {
            return;
        }
        if sign.is_alphanumeric() {
            return self.letters(sign);
        }
        let open = self.read.letters.len() - self.start;
        match sign {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => self.apostrophe(next),
            '@' | '$' | '!' | '*' | '|' if open > 0 && next.is_alphabetic() => {
                self.put(letter::disguised(sign));
            }
            '.' | '-' | '_' | '*' if open == 1 && next.is_alphabetic() => self.end_word(),
            '.' | '!' | '?' | '…' | ';' | '\n' | '。' => self.end_sentence(),
            ',' | ':' | '–' | '—' | '(' | ')' | '[' | ']' | '/' => {
                self.end_word();
                self.apart = true;
            }
            '"' | '“' | '”' | '„' | '«' | '»' => {
                self.end_word();
                self.quoted = !self.quoted;
            }
            _ if letter::is_picture(sign) => {
                self.end_word();
                self.read.letters.push(sign);
                self.end_word();
            }
            _ => self.end_word(),
        }
    }

    fn letters(&mut self, sign: char) {
        if sign.is_ascii_digit() {
            self.digits = true;
            return self.put(sign);
        }
        for lower in sign.to_lowercase() {
            match letter::plain(lower) {
                Some(plain) => plain.chars().for_each(|one| self.put(one)),
                None if lower.is_ascii_alphabetic() => self.put(lower),
                None if letter::is_nothing(lower) => {}
                None => self.put(letter::OTHER),
            }
        }
    }

    /// Puts a letter; of a run stays one vowel or two consonants.
    fn put(&mut self, sign: char) {
        let open = self.read.letters.len() - self.start;
        if open == 0 || self.run.0 != sign {
            self.run = (sign, 1);
        } else {
            self.run.1 = self.run.1.saturating_add(1);
            let single = matches!(sign, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | letter::OTHER);
            match (self.run.1, single) {
                (2, _) if sign != letter::OTHER => {}
                (3, true) => {
                    self.read.letters.pop();
                    return;
                }
                _ => return,
            }
        }
        if open < LONGEST_WORD {
            self.read.letters.push(sign);
        } else {
            self.run = ('\0', 0);
        }
    }

    /// `l’envie` is two words, `don’t` is one.
    fn apostrophe(&mut self, next: char) {
        let open = self.read.letters.get(self.start..).unwrap_or_default();
        let elided = matches!(open, "l" | "d" | "j" | "m" | "t" | "s" | "n" | "c" | "qu");
        if elided || !next.is_alphabetic() {
            self.end_word();
        }
    }

    fn end_word(&mut self) {
        if self.read.letters.len() == self.start {
            return;
        }
        if self.digits {
            self.undisguise();
        }
        let end = self.read.letters.len();
        self.read.words.push(Word {
            start: narrow(self.start),
            end: narrow(end),
            apart: self.apart,
            quoted: self.quoted,
        });
        self.start = end;
        self.digits = false;
        self.apart = false;
        self.run = ('\0', 0);
        let open = self.read.words.len() - self.begun();
        if open >= LONGEST_SENTENCE {
            self.cut();
        }
    }

    /// The first word of the open sentence.
    fn begun(&self) -> usize {
        self.read.ends.last().copied().unwrap_or(0)
    }

    /// Cuts a long sentence after its last comma, or where it stands.
    fn cut(&mut self) {
        let from = self.begun();
        let words = self.read.words.get(from..).unwrap_or_default();
        let comma = words.iter().rposition(|word| word.apart);
        match comma {
            Some(place) if place >= SHORTEST_CUT => self.read.ends.push(from + place),
            _ => self.read.ends.push(self.read.words.len()),
        }
    }

    fn end_sentence(&mut self) {
        self.end_word();
        self.join_singles();
        if self.read.words.len() > self.begun() {
            self.read.ends.push(self.read.words.len());
        }
        self.apart = false;
    }

    /// Three letters and more that stand apart (`d i e`) are one word.
    fn join_singles(&mut self) {
        let from = self.begun();
        let open = self.read.words.split_off(from);
        let mut rest = open.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let single = rest.iter().take_while(|word| word.end - word.start == 1);
            let run = single.count();
            let joined = (run >= 3).then(|| rest.get(run - 1)).flatten();
            let end = joined.map_or(first.end, |last| last.end);
            self.read.words.push(Word { end, ..*first });
            rest = joined.and_then(|_| rest.get(run..)).unwrap_or(others);
        }
    }

    /// A number becomes `0`; digits among letters become the letters that they stand for.
    fn undisguise(&mut self) {
        let word = self.read.letters.split_off(self.start);
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            self.read.letters.push('0');
        } else {
            let letters = word.chars().map(letter::disguised);
            self.read.letters.extend(letters);
        }
    }
}

/// A place in the text, which has fewer than 2^32 letters ([`MOST`]).
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

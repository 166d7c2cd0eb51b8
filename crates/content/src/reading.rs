// SPDX-License-Identifier: Apache-2.0
//! How old a reader has to be.

/// A published formula for one language.
enum Formula {
    /// Flesch-Kincaid grade level (Kincaid and others 1975), for English. Reading age is the
    /// American grade plus five.
    FleschKincaid,
}

impl Formula {
    fn of(language: &str) -> Option<Self> {
        match language.split('-').next() {
            Some("en") => Some(Self::FleschKincaid),
            _ => None,
        }
    }
}

/// The age at which a text can be read, over the whole text and not sentence by sentence. `None`
/// for a language whose formula nobody has added yet, and for a text without a word.
///
/// Each piece (a paragraph, a step) ends its own sentence, also where it has no full stop.
#[must_use]
pub fn reading_age<'a>(language: &str, pieces: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let Formula::FleschKincaid = Formula::of(language)?;
    let text = joined(pieces);
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    Some((textstat::flesch_kincaid_grade(&text) + 5.0).max(5.0))
}

/// One text of all pieces, with the marks that the formula does not know made plain: a quotation
/// mark after a full stop would otherwise be part of a word.
fn joined<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for piece in pieces {
        let piece = piece.replace(['‘', '’', '“', '”', '"', '*'], "'");
        let piece = piece.replace(['—', '–', '…'], " ");
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        text.push_str(piece);
        if !piece
            .trim_end_matches(['\'', ')'])
            .ends_with(['.', '!', '?'])
        {
            text.push('.');
        }
        text.push(' ');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_plain_sentences_are_for_children() {
        let age = reading_age(
            "en",
            ["Look at the wall.", "Find a red thing. Stay with it."],
        );
        assert!(age.is_some_and(|age| age < 8.0), "{age:?}");
    }

    #[test]
    fn long_words_in_long_sentences_are_for_adults() {
        let age = reading_age(
            "en",
            [
                "Interpersonal difficulties considerably exacerbate physiological dysregulation, \
              particularly whenever environmental circumstances remain unpredictable.",
            ],
        );
        assert!(age.is_some_and(|age| age > 16.0), "{age:?}");
    }

    #[test]
    fn a_piece_without_a_full_stop_is_a_sentence_all_the_same() {
        let with = reading_age("en", ["Sit down.", "Look up."]);
        let without = reading_age("en", ["Sit down", "Look up"]);
        assert_eq!(with, without);
    }

    #[test]
    fn a_language_without_a_formula_has_no_age() {
        assert_eq!(reading_age("xx", ["Some words."]), None);
        assert_eq!(reading_age("en", ["…"]), None);
    }
}

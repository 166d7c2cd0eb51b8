// SPDX-License-Identifier: Apache-2.0
//! How old a reader has to be.

mod count;

use count::{Counts, Sound};

/// A published formula for one language.
enum Formula {
    /// Flesch-Kincaid grade level (Kincaid and others 1975), for English. Reading age is the
    /// American grade plus five.
    FleschKincaid,
    /// Kandel and Moles (1958): the ease of Flesch for French. Its bands stand for American grades
    /// (Flesch 1949); reading age is the grade plus five.
    KandelMoles,
    /// Crawford (1989): years at school for Spanish. Reading age is the year plus five.
    Crawford,
    /// The first Vienna formula (Bamberger and Vanecek 1984): years at school for German. Reading
    /// age is the year plus five.
    Vienna,
}

impl Formula {
    fn of(language: &str) -> Option<Self> {
        match language.split('-').next() {
            Some("en") => Some(Self::FleschKincaid),
            Some("fr") => Some(Self::KandelMoles),
            Some("es") => Some(Self::Crawford),
            Some("de") => Some(Self::Vienna),
            _ => None,
        }
    }

    /// The year at school in which a text can be read; `None` without a word.
    fn grade<'a>(&self, pieces: impl IntoIterator<Item = &'a str>) -> Option<f64> {
        let sound = match self {
            Self::FleschKincaid => {
                let text = joined(pieces);
                return text
                    .chars()
                    .any(char::is_alphabetic)
                    .then(|| textstat::flesch_kincaid_grade(&text));
            }
            Self::KandelMoles => Sound::French,
            Self::Crawford => Sound::Spanish,
            Self::Vienna => Sound::German,
        };
        let counts = Counts::of(sound, pieces);
        let (length, share) = (counts.length(), |part| counts.share(part));
        (counts.words > 0).then(|| match sound {
            Sound::French => {
                grade_of_ease(207.0 - 1.015 * length - 0.736 * share(counts.syllables))
            }
            Sound::Spanish => {
                0.049 * share(counts.syllables) - 0.205 * share(counts.sentences) - 3.407
            }
            Sound::German => {
                0.1935 * share(counts.long) + 0.1672 * length + 0.1297 * share(counts.wide)
                    - 0.0327 * share(counts.short)
                    - 0.875
            }
        })
    }
}

/// The middles of Flesch's bands and the grades they stand for, and straight lines between them.
fn grade_of_ease(ease: f64) -> f64 {
    const BANDS: [(f64, f64); 6] = [
        (95.0, 5.0),
        (85.0, 6.0),
        (75.0, 7.0),
        (65.0, 8.5),
        (55.0, 11.0),
        (40.0, 14.0),
    ];
    let between = |(high, from): (f64, f64), (low, to): (f64, f64)| {
        from + (high - ease) / (high - low) * (to - from)
    };
    let [easiest, second, .., before, hardest] = BANDS;
    if ease >= easiest.0 {
        return between(easiest, second);
    }
    BANDS
        .windows(2)
        .find_map(|pair| match pair {
            [upper, lower] if ease >= lower.0 => Some(between(*upper, *lower)),
            _ => None,
        })
        .unwrap_or_else(|| between(before, hardest))
}

/// The age at which a text can be read, over the whole text and not sentence by sentence. `None`
/// for a language whose formula nobody has added yet, and for a text without a word.
///
/// Each piece (a paragraph, a step) ends its own sentence, also where it has no full stop.
#[must_use]
pub fn reading_age<'a>(language: &str, pieces: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let grade = Formula::of(language)?.grade(pieces)?;
    Some((grade + 5.0).max(5.0))
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
    fn each_formula_tells_a_child_from_an_official() {
        for (language, plain, hard) in [
            (
                "fr-CA",
                "Pose les pieds par terre. Regarde la porte. Tu peux rester là.",
                "L’administration compétente communiquera ultérieurement les modalités \
                 d’indemnisation applicables aux bénéficiaires insuffisamment renseignés.",
            ),
            (
                "es",
                "Pon los pies en el suelo. Mira la luz. Di tu nombre.",
                "La administración competente comunicará posteriormente las modalidades de \
                 indemnización aplicables a los beneficiarios insuficientemente identificados.",
            ),
            (
                "de",
                "Stell die Füße auf den Boden. Schau zur Tür. Du darfst bleiben.",
                "Die zuständige Behörde unterrichtet Anspruchsberechtigte nachträglich über \
                 Entschädigungsvoraussetzungen entsprechend gesetzlicher Bestimmungen.",
            ),
        ] {
            let age = |text| reading_age(language, [text]).expect("it has a formula");
            assert!(age(plain) < 10.5, "{language}: {}", age(plain));
            assert!(age(hard) > 16.0, "{language}: {}", age(hard));
        }
    }

    #[test]
    fn the_bands_of_ease_meet_in_their_middles() {
        for (ease, grade) in [(95.0, 5.0), (70.0, 7.75), (65.0, 8.5), (40.0, 14.0)] {
            assert!((grade_of_ease(ease) - grade).abs() < 1e-9, "{ease}");
        }
        assert!(grade_of_ease(110.0) < 4.0 && grade_of_ease(20.0) > 16.0);
    }

    #[test]
    fn a_language_without_a_formula_has_no_age() {
        assert_eq!(reading_age("xx", ["Some words."]), None);
        assert_eq!(reading_age("en", ["…"]), None);
    }
}

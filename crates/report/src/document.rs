// SPDX-License-Identifier: Apache-2.0
use crate::{Bars, Course, Table};

/// What is to be put on paper. Every word in it was chosen by whoever made it, in the document's language: this
/// crate adds none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Its name, above everything.
    pub title: String,
    /// The language of its words, as BCP 47 names it (`en`, `fr-CA`).
    pub language: String,
    /// The day it was made, as a person reads it.
    pub made: String,
    /// What stands at the foot: where it comes from, and what it is not.
    pub foot: String,
    /// Its parts, in the order in which they are read.
    pub sections: Vec<Section>,
}

/// A part of a document under a heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Its heading; none is drawn when this is empty.
    pub heading: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// One thing on paper.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// Words. A line feed in them begins a new line.
    Paragraph(String),
    /// Words beside the matter: how something was counted, what it does not say.
    Small(String),
    /// Things of one kind.
    List(Vec<String>),
    /// Names and what they stand for.
    Pairs(Vec<(String, String)>),
    /// Rows and columns.
    Table(Table),
    /// Something measured, over time.
    Course(Course),
    /// Something counted, over time, in several small pictures.
    Bars(Bars),
    /// Room to write by hand.
    Room {
        /// How many ruled lines.
        lines: u8,
    },
}

impl Document {
    /// The language if it can be one: ASCII letters, digits and hyphens, 35 at most (RFC 5646, 4.4.1). `und` if not.
    pub(crate) fn tag(&self) -> &str {
        let fits = |c: u8| c.is_ascii_alphanumeric() || c == b'-';
        match self.language.as_str() {
            tag if (2..=35).contains(&tag.len()) && tag.bytes().all(fits) => tag,
            _ => "und",
        }
    }

    /// The language is written from right to left.
    pub(crate) fn is_from_right(&self) -> bool {
        let mut parts = self.tag().split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|p| p.len() == 4);
        match script {
            Some(script) => ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]
                .iter()
                .any(|s| script.eq_ignore_ascii_case(s)),
            None => [
                "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
            ]
            .iter()
            .any(|l| language.eq_ignore_ascii_case(l)),
        }
    }

    /// A name for the window and the file: the title, or whatever else there is.
    pub(crate) fn name(&self) -> &str {
        [&self.title, &self.made]
            .into_iter()
            .map(|s| s.trim())
            .find(|s| !s.is_empty())
            .unwrap_or("–")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_cannot_be_one_is_undetermined() {
        let of = |language: &str| Document {
            language: language.to_owned(),
            ..Document::default()
        };
        assert_eq!(of("fr-CA").tag(), "fr-CA");
        for bad in ["", "e", "en\" onload=\"", "en us", &"a".repeat(36)] {
            assert_eq!(of(bad).tag(), "und");
        }
    }

    #[test]
    fn the_script_says_the_direction_before_the_language_does() {
        let from_right = |language: &str| {
            Document {
                language: language.to_owned(),
                ..Document::default()
            }
            .is_from_right()
        };
        for yes in ["ar", "he-IL", "fa", "az-Arab", "UR"] {
            assert!(from_right(yes), "{yes}");
        }
        for no in ["en", "fr-CA", "ar-Latn", "", "ks-Deva"] {
            assert!(!from_right(no), "{no}");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! A questionnaire as a file that a clinic hands out: the FHIR resource, its terms, and a checksum.
//!
//! `{"format":"kindhold-instrument","version":1,"checksum":…,"licence":…,"copyright":…,"key":…,"questionnaire":{…}}`.
//! The key is optional: it says which built-in facts about scoring hold. A bare `Questionnaire` opens as well.

use crate::questionnaire::{Beside, MOST_BYTES, ReadError, Reading, checksum, read, value};
use kindhold_care::When;
use serde_json::{Value, json};

/// What a pack says that it is.
pub const FORMAT: &str = "kindhold-instrument";
/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// Terms are no longer than this, in bytes.
const MOST_TERMS: usize = 20_000;

/// Under which terms a questionnaire may be used, as whoever makes a pack knows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// A line: "CC BY-NC-ND 4.0", "with permission of …"; may be empty.
    pub licence: String,
    /// The copyright line; empty for the one in the questionnaire.
    pub copyright: String,
    /// The built-in key by which it is scored ([`crate::key::KEYS`]); empty to leave that to its codes.
    pub key: String,
}

/// A pack that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The questionnaire, a FHIR resource.
    pub questionnaire: Value,
    /// Its checksum, 64 hexadecimal digits.
    pub checksum: String,
    /// Its terms.
    pub terms: Terms,
}

/// Why a file is no pack that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// No questionnaire in it.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Made by a later version.
    #[error(
        "The file was made by a later version ({0}) of this program. Bring this one up to date."
    )]
    Later(u64),
    /// Not what it was when it was made.
    #[error(
        "The questionnaire in the file is not the one that it was made from. Ask for the file again."
    )]
    Changed,
    /// Terms that are a text of their own.
    #[error("The terms are over 20,000 characters. Put a line and an address there.")]
    LongTerms,
    /// Something in it stands against using it.
    #[error("{0}")]
    Unusable(String),
}

/// Makes a pack from a FHIR `Questionnaire`.
///
/// # Errors
/// [`PackError`]: it is no questionnaire, or one that cannot be used.
pub fn make(questionnaire: &str, terms: &Terms) -> Result<String, PackError> {
    let questionnaire = value(questionnaire)?;
    let opened = Opened {
        checksum: checksum(&questionnaire),
        questionnaire,
        terms: terms.clone(),
    };
    opened.written()
}

/// Opens a pack, or a bare `Questionnaire`. The checksum of a pack is compared.
///
/// # Errors
/// [`PackError`]: it is neither, it was changed, or it is of a later version.
pub fn open(text: &str) -> Result<Opened, PackError> {
    if text.len() > MOST_BYTES + 2 * MOST_TERMS {
        return Err(ReadError::TooLong.into());
    }
    let mut whole: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
        .map_err(|error| ReadError::NotJson {
            line: error.line(),
            column: error.column(),
        })?;
    let said = |whole: &Value, key: &str| whole[key].as_str().unwrap_or("").to_owned();
    if whole["format"] != FORMAT {
        return Ok(Opened {
            checksum: checksum(&whole),
            questionnaire: whole,
            terms: Terms::default(),
        });
    }
    let version = whole["version"].as_u64().unwrap_or(0);
    if version > VERSION {
        return Err(PackError::Later(version));
    }
    let questionnaire = whole["questionnaire"].take();
    let checksum = checksum(&questionnaire);
    if said(&whole, "checksum") != checksum {
        return Err(PackError::Changed);
    }
    let terms = Terms {
        licence: said(&whole, "licence"),
        copyright: said(&whole, "copyright"),
        key: said(&whole, "key"),
    };
    if terms.licence.len() + terms.copyright.len() + terms.key.len() > MOST_TERMS {
        return Err(PackError::LongTerms);
    }
    Ok(Opened {
        questionnaire,
        checksum,
        terms,
    })
}

/// What is kept of a pack on a device: its whole text, so that it opens in ten years as well.
///
/// # Errors
/// As for [`open`], and [`PackError::Unusable`] for one that has something wrong in it.
pub fn kept(text: &str, at: When) -> Result<kindhold_care::Pack, PackError> {
    let opened = open(text)?;
    let pack = opened.written()?;
    let reading = opened.read("")?;
    Ok(kindhold_care::Pack {
        at,
        url: reading.instrument.url,
        checksum: opened.checksum,
        pack,
    })
}

impl Opened {
    /// The questionnaire, with the terms of the pack, in `language` where it has that.
    ///
    /// # Errors
    /// [`ReadError`] where there is none.
    pub fn read(&self, language: &str) -> Result<Reading, ReadError> {
        let key = Some(self.terms.key.as_str()).filter(|key| !key.is_empty());
        let beside = Beside {
            licence: &self.terms.licence,
            copyright: &self.terms.copyright,
            key,
        };
        read(&self.questionnaire, language, beside)
    }

    fn written(&self) -> Result<String, PackError> {
        let terms = &self.terms;
        if terms.licence.len() + terms.copyright.len() + terms.key.len() > MOST_TERMS {
            return Err(PackError::LongTerms);
        }
        let reading = self.read("")?;
        if let Some(wrong) = reading.wrong() {
            return Err(PackError::Unusable(wrong.to_string()));
        }
        let mut whole = json!({
            "format": FORMAT,
            "version": VERSION,
            "checksum": self.checksum,
            "licence": terms.licence,
            "copyright": reading.instrument.copyright,
            "questionnaire": self.questionnaire,
        });
        if !terms.key.is_empty() {
            whole["key"] = terms.key.clone().into();
        }
        Ok(whole.to_string())
    }
}

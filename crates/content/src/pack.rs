// SPDX-License-Identifier: Apache-2.0
use crate::Library;
use serde::Serialize;
use std::collections::BTreeMap;

/// What the app loads for one language: three JSON files, the same bytes for the same content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// `practices.json`: an array of [`kindhold_care::Practice`], by id.
    pub practices: Vec<u8>,
    /// `strings.json`: a [`Catalogue`](crate::catalogue::Catalogue).
    pub strings: Vec<u8>,
    /// `lines.json`: arrays of [`kindhold_care::Line`] by country, emergency first.
    pub lines: Vec<u8>,
}

/// Why a pack could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// There is no such language in the folder.
    #[error("there is no content in the language `{0}`")]
    NoSuchLanguage(String),
    /// A value that JSON cannot hold.
    #[error("the content cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Writes the files of one language.
///
/// # Errors
/// [`PackError`] when there is no such language.
pub fn pack(library: &Library, language: &str) -> Result<Pack, PackError> {
    let content = library
        .languages
        .get(language)
        .ok_or_else(|| PackError::NoSuchLanguage(language.to_owned()))?;
    let lines: BTreeMap<_, _> = library
        .lines
        .iter()
        .map(|(code, country)| (code, &country.lines))
        .collect();
    Ok(Pack {
        practices: json(&content.practices)?,
        strings: json(&content.strings)?,
        lines: json(&lines)?,
    })
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, PackError> {
    Ok(serde_json::to_vec(value)?)
}

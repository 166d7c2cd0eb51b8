// SPDX-License-Identifier: Apache-2.0
//! Tidy tables: one row a thing, one column a fact, and a codebook that says what each column means.
//!
//! RFC 4180, UTF-8 without a mark at its beginning, times as ISO 8601 with the offset of the place. Nothing that
//! somebody wrote goes along unless it is asked for; consents and the safety plan never do.

mod cell;
mod column;
pub(crate) mod key;
mod sheets;
mod time;

use crate::dossier::Dossier;
use column::Table;

pub(crate) use sheets::choice;
pub use time::iso;

/// The tables of a dossier as files, name and text, `codebook.csv` last. A table without a row is there with its
/// head alone, so that a reading program finds the same files each time.
///
/// `with_words`: what the person wrote goes along too (diary, programme, names of phases, answers in words, and the
/// words of choices).
#[must_use]
pub fn files(dossier: &Dossier<'_>, with_words: bool) -> Vec<(String, String)> {
    let tables = sheets::all(dossier);
    let mut files: Vec<(String, String)> = tables
        .iter()
        .map(|table| (table.file(), table.csv(with_words)))
        .collect();
    let codebook = Table::codebook(&tables, with_words);
    files.push((codebook.file(), codebook.csv(with_words)));
    files
}

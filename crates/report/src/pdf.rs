// SPDX-License-Identifier: Apache-2.0
//! From a document to a file in four steps: set words into lines and pieces (`set`, `grid`), give each piece its
//! page (`pages`), and write it all (`file`), with the structure (`tree`) beside it.

mod draw;
mod file;
mod grid;
mod lines;
mod list;
mod pages;
mod piece;
mod set;
mod tree;
mod weight;

use crate::{Document, PdfError};

/// The sheet: A4, in points of 1/72 inch.
const SHEET: (f32, f32) = (595.28, 841.89);
/// The empty margin at each side.
const SIDE: f32 = 62.0;
/// The empty margin above.
const ABOVE: f32 = 62.0;
/// From the lower edge to the last line of the foot.
const FOOT: f32 = 36.0;
/// How wide everything may be.
const WIDE: f32 = SHEET.0 - 2.0 * SIDE;
/// How wide running words are at most: about eighty letters.
const MEASURE: f32 = 410.0;
/// Pages, beyond which nobody files it.
const PAGES: usize = 600;
/// Bytes of words, beyond which it would be longer than those pages.
const WORDS: usize = 4_000_000;

/// The document as a tagged PDF on A4: headings, paragraphs, lists, tables and pictures are named as such, so that it
/// can be read aloud. Nothing in it tells the device, the program or the hour; the same document gives the same bytes.
///
/// # Errors
/// [`PdfError::Signs`] when a sign would be lost; [`PdfError::Long`] beyond 600 pages.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    if weight::of(document) > WORDS {
        return Err(PdfError::Long);
    }
    let set = set::set(document)?;
    let mut tree = set.tree;
    let pages = pages::fill(&set.pieces, &set.heads, &set.foot, &mut tree)?;
    Ok(file::write(document, &tree, pages))
}

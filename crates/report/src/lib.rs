// SPDX-License-Identifier: Apache-2.0
//! Documents for paper: a [`Document`] becomes one page of HTML ([`to_html`]) or a tagged PDF ([`to_pdf`]), both
//! made where they are read, in the browser too. Pure: no clock, no randomness, no file; the same document gives the
//! same bytes.
//!
//! Every word comes in with the document. Nothing is coloured or sorted by how much it is; black, greys and hatching
//! hold on a poor printer; each picture has its table behind it.

mod bars;
mod course;
mod document;
mod error;
mod face;
mod html;
mod order;
mod pdf;
mod picture;
mod table;

pub use bars::{Bars, Series};
pub use course::{Course, Day, End, Event, EventKind, Point, Practised};
pub use document::{Block, Document, Section};
pub use error::PdfError;
pub use html::to_html;
pub use pdf::to_pdf;
pub use table::Table;

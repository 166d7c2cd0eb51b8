// SPDX-License-Identifier: Apache-2.0
use super::lines::Line;
use crate::{face::Weight, picture::Picture};

/// Something that stands on one page whole: a line of words, a row of a table, a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Piece {
    /// The room above it, which goes at the top of a page.
    pub(super) gap: f32,
    pub(super) height: f32,
    /// It does not part from the piece after it.
    pub(super) holds: bool,
    /// The table whose head is drawn again when a page begins here.
    pub(super) table: Option<usize>,
    pub(super) inks: Vec<Ink>,
}

/// What is drawn for a piece; x from the left margin, y down from the piece's upper edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ink {
    /// One line of words. Without a node it is beside the matter: nobody reads it aloud.
    Words {
        at: (f32, f32),
        style: Style,
        line: Line,
        node: Option<usize>,
    },
    /// A thin level line, beside the matter.
    Rule {
        at: (f32, f32),
        wide: f32,
        grey: f32,
    },
    /// A picture.
    Picture {
        at: (f32, f32),
        picture: Picture,
        node: usize,
    },
}

/// How words look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    /// From the foot of one line to the foot of the next.
    pub(super) leading: f32,
    pub(super) grey: f32,
}

impl Style {
    const fn new(weight: Weight, size: f32, leading: f32, grey: f32) -> Self {
        Self {
            weight,
            size,
            leading,
            grey,
        }
    }

    pub(super) const TITLE: Self = Self::new(Weight::Bold, 20.0, 25.0, 0.0);
    pub(super) const HEADING: Self = Self::new(Weight::Bold, 12.5, 17.0, 0.0);
    pub(super) const WORDS: Self = Self::new(Weight::Regular, 10.0, 15.0, 0.0);
    pub(super) const SMALL: Self = Self::new(Weight::Regular, 8.5, 12.5, 0.27);
    pub(super) const CAPTION: Self = Self::new(Weight::Bold, 9.5, 13.5, 0.0);
    pub(super) const HEAD: Self = Self::new(Weight::Bold, 8.5, 12.0, 0.0);
    pub(super) const CELL: Self = Self::new(Weight::Regular, 8.5, 12.0, 0.0);
    pub(super) const FOOT: Self = Self::new(Weight::Regular, 7.5, 10.0, 0.27);

    /// From the upper edge of a line to the foot of its letters.
    pub(super) fn drop(self) -> f32 {
        (self.leading + self.size * 0.72) / 2.0
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Pictures as plain marks on a sheet, so that a page and a PDF draw one and the same.

mod bars;
mod course;
mod lanes;

use crate::face::{Weight, measure};

/// Greys, from black (0) to white (1), each still to be told apart on a poor printer.
pub(crate) const BLACK: f32 = 0.0;
pub(crate) const DARK: f32 = 0.35;
pub(crate) const MIDDLE: f32 = 0.55;
pub(crate) const LIGHT: f32 = 0.75;

/// Where a text hangs on its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    End,
}

/// One mark; x goes right and y goes down, in points of the picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A straight line, dashed or whole.
    Line {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        grey: f32,
        dashed: bool,
    },
    /// Straight lines joined to each other.
    Path { points: Vec<(f32, f32)>, width: f32 },
    /// A filled round spot.
    Dot { at: (f32, f32), radius: f32 },
    /// A filled rectangle.
    Block {
        at: (f32, f32),
        size: (f32, f32),
        grey: f32,
    },
    /// Words on one line, their foot at the point.
    Words {
        at: (f32, f32),
        size: f32,
        anchor: Anchor,
        grey: f32,
        text: String,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
}

/// For what a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Format {
    /// How wide it is.
    pub(crate) width: f32,
    /// How large its words are.
    pub(crate) size: f32,
    /// How many small pictures stand beside each other.
    pub(crate) across: usize,
}

impl Format {
    /// For a page that is also read on a telephone.
    pub(crate) const PAGE: Self = Self {
        width: 360.0,
        size: 11.0,
        across: 2,
    };
}

/// A pen on a picture.
struct Pen {
    format: Format,
    marks: Vec<Mark>,
}

impl Pen {
    fn new(format: Format) -> Self {
        Self {
            format,
            marks: Vec::new(),
        }
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, grey: f32) {
        self.marks.push(Mark::Line {
            from,
            to,
            width,
            grey,
            dashed: false,
        });
    }

    fn block(&mut self, at: (f32, f32), size: (f32, f32), grey: f32) {
        self.marks.push(Mark::Block { at, size, grey });
    }

    /// Slanting lines in a frame: something that is not known.
    fn hatch(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let mut at = x;
        while at < x + width {
            let to = (at + height).min(x + width);
            self.line((at, y + height), (to, y + height - (to - at)), 0.4, DARK);
            at += 2.0;
        }
        self.line((x, y + height), (x + width, y + height), 0.4, DARK);
    }

    /// Words that are cut to a width; they stand whole in the table behind the picture.
    fn words(&mut self, at: (f32, f32), anchor: Anchor, grey: f32, text: &str, width: f32) {
        let text = fitted(text, self.format.size, width);
        if !text.is_empty() {
            self.marks.push(Mark::Words {
                at,
                size: self.format.size,
                anchor,
                grey,
                text,
            });
        }
    }

    fn done(self, height: f32) -> Picture {
        Picture {
            width: self.format.width,
            height,
            marks: self.marks,
        }
    }
}

/// The words on one line and no wider than this, with an ellipsis in place of what does not fit.
fn fitted(text: &str, size: f32, width: f32) -> String {
    let mut fits = String::new();
    let mut wide = 0.0;
    let room = width - measure("…", Weight::Regular, size);
    let mut cut = 0;
    for c in text.trim().chars() {
        let c = if c.is_control() { ' ' } else { c };
        let mut utf8 = [0; 4];
        wide += measure(c.encode_utf8(&mut utf8), Weight::Regular, size);
        if wide > width {
            fits.truncate(cut);
            fits.truncate(fits.trim_end().len());
            fits.push('…');
            return fits;
        }
        fits.push(c);
        if wide <= room {
            cut = fits.len();
        }
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn fitted_words_are_no_wider_than_their_room(text in "\\PC{0,60}", width in 20.0_f32..200.0) {
            let fits = fitted(&text, 8.0, width);
            prop_assert!(measure(&fits, Weight::Regular, 8.0) <= width + 0.1);
            prop_assert!(fits.ends_with('…') || fits == text.trim());
        }
    }
}

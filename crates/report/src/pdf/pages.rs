// SPDX-License-Identifier: Apache-2.0
use super::{
    ABOVE, FOOT, PAGES, SHEET, SIDE, WIDE,
    draw::Sheet,
    lines::{Line, width},
    piece::{Ink, Piece, Style},
    tree::Tree,
};
use crate::{PdfError, face::glyphs, picture::LIGHT};

/// The room between the last words and the foot.
const CLEAR: f32 = 22.0;

/// Pages that are being filled.
struct Pages<'a> {
    sheets: Vec<Sheet>,
    heads: &'a [Vec<Piece>],
    tree: &'a mut Tree,
    /// How far down the page is filled.
    y: f32,
    /// Down to here it may be.
    bottom: f32,
    /// Nothing stands on the page yet, but the head of a table that goes on.
    fresh: bool,
}

/// Gives each piece its page. What holds together goes over together, unless it is taller than a page.
///
/// # Errors
/// [`PdfError::Long`] beyond [`PAGES`].
pub(super) fn fill(
    pieces: &[Piece],
    heads: &[Vec<Piece>],
    foot: &[Line],
    tree: &mut Tree,
) -> Result<Vec<Sheet>, PdfError> {
    let foot_height = foot.len().max(1) as f32 * Style::FOOT.leading;
    let mut pages = Pages {
        sheets: vec![Sheet::new()],
        heads,
        tree,
        y: ABOVE,
        bottom: SHEET.1 - FOOT - foot_height - CLEAR,
        fresh: true,
    };
    let mut rest = pieces;
    while !rest.is_empty() {
        let held = rest.iter().take_while(|p| p.holds).count();
        let (group, after) = rest.split_at((held + 1).min(rest.len()));
        pages.group(group)?;
        rest = after;
    }
    Ok(pages.done(foot))
}

fn tall(pieces: &[Piece]) -> f32 {
    pieces.iter().map(|p| p.gap + p.height).sum()
}

impl Pages<'_> {
    fn head(&self, piece: &Piece) -> &[Piece] {
        piece
            .table
            .and_then(|t| self.heads.get(t))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn group(&mut self, group: &[Piece]) -> Result<(), PdfError> {
        let Some(first) = group.first() else {
            return Ok(());
        };
        let all = tall(group);
        let whole = all - first.gap + tall(self.head(first)) <= self.bottom - ABOVE;
        if whole && self.y + all > self.bottom {
            self.turn(first)?;
        }
        for piece in group {
            if self.y + piece.gap + piece.height > self.bottom {
                self.turn(piece)?;
            }
            self.place(piece);
        }
        Ok(())
    }

    /// Begins a page, with the head of the table that goes on there.
    fn turn(&mut self, next: &Piece) -> Result<(), PdfError> {
        if self.fresh {
            return Ok(());
        }
        if self.sheets.len() >= PAGES {
            return Err(PdfError::Long);
        }
        self.sheets.push(Sheet::new());
        self.y = ABOVE;
        let heads = self.heads;
        for piece in next.table.and_then(|t| heads.get(t)).into_iter().flatten() {
            self.draw(piece);
        }
        self.fresh = true;
        Ok(())
    }

    fn place(&mut self, piece: &Piece) {
        if !self.fresh {
            self.y += piece.gap;
        }
        self.draw(piece);
        self.fresh = false;
    }

    fn draw(&mut self, piece: &Piece) {
        let page = self.sheets.len() - 1;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.draw(piece, self.y, page, self.tree);
        }
        self.y += piece.height;
    }

    /// The foot of each page: what the document says there, and which page of how many it is.
    fn done(self, foot: &[Line]) -> Vec<Sheet> {
        let style = Style::FOOT;
        let many = self.sheets.len();
        let mut sheets = self.sheets;
        for (n, sheet) in sheets.iter_mut().enumerate() {
            let number = glyphs(&format!("{}/{many}", n + 1), &mut Vec::new());
            let x = WIDE - width(&number, style.weight, style.size);
            let words = |n: usize, line: &Line, x: f32| Ink::Words {
                at: (x, n as f32 * style.leading + style.drop()),
                style,
                line: line.clone(),
                node: None,
            };
            let mut inks = vec![Ink::Rule {
                at: (0.0, -4.0),
                wide: WIDE,
                grey: LIGHT,
            }];
            inks.extend(foot.iter().enumerate().map(|(n, line)| words(n, line, 0.0)));
            inks.push(words(0, &number, x));
            let height = foot.len().max(1) as f32 * style.leading;
            sheet.foot(&inks, SHEET.1 - FOOT - height);
        }
        sheets
    }
}

/// Where a place on a piece lies on the sheet, whose y goes up.
pub(super) fn on_sheet((x, y): (f32, f32), top: f32) -> (f32, f32) {
    (SIDE + x, SHEET.1 - top - y)
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    pages::on_sheet,
    piece::{Ink, Piece, Style},
    tree::{Kid, Tree},
};
use crate::{
    face::{Glyph, Weight, glyphs},
    picture::{Anchor, Mark, Picture},
};
use pdf_writer::{
    Content, Name, Settings, Str,
    types::{ArtifactSubtype, ArtifactType},
};

/// How far the handles of a quarter of a circle reach, as a part of its radius.
const QUARTER: f32 = 0.5523;

/// What the marks that are being made belong to.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Node(usize),
    Beside,
}

/// A page that is being drawn.
pub(super) struct Sheet {
    pub(super) content: Content,
    /// The node of each run of marks, by its number on the page.
    pub(super) nodes: Vec<usize>,
    open: Open,
    grey: f32,
}

impl Sheet {
    pub(super) fn new() -> Self {
        Self {
            content: Content::with_settings(Settings { pretty: false }),
            nodes: Vec::new(),
            open: Open::Nothing,
            grey: 0.0,
        }
    }

    /// Draws a piece whose upper edge is this far below the edge of the sheet.
    pub(super) fn draw(&mut self, piece: &Piece, top: f32, page: usize, tree: &mut Tree) {
        for ink in &piece.inks {
            match ink {
                Ink::Words {
                    node: Some(node), ..
                }
                | Ink::Picture { node, .. } => self.open(*node, page, tree),
                _ => self.beside(),
            }
            self.ink(ink, top);
            if let Ink::Picture { at, picture, node } = ink {
                let (x, y) = on_sheet(*at, top);
                tree.nodes[*node].place = Some([x, y - picture.height, x + picture.width, y]);
            }
        }
    }

    /// Draws the foot and ends the page.
    pub(super) fn foot(&mut self, inks: &[Ink], top: f32) {
        self.close();
        let mut marks = self
            .content
            .begin_marked_content_with_properties(Name(b"Artifact"));
        let mut artifact = marks.properties().artifact();
        artifact.kind(ArtifactType::Pagination);
        artifact.subtype(ArtifactSubtype::Footer);
        drop(artifact);
        drop(marks);
        self.open = Open::Beside;
        inks.iter().for_each(|ink| self.ink(ink, top));
        self.close();
    }

    fn close(&mut self) {
        if self.open != Open::Nothing {
            self.content.end_marked_content();
            self.open = Open::Nothing;
        }
    }

    fn open(&mut self, node: usize, page: usize, tree: &mut Tree) {
        if self.open == Open::Node(node) {
            return;
        }
        self.close();
        let number = self.nodes.len();
        self.nodes.push(node);
        tree.nodes[node].kids.push(Kid::Marks { page, number });
        let name = Name(tree.nodes[node].role.name());
        let mut marks = self.content.begin_marked_content_with_properties(name);
        marks.properties().identify(number as i32);
        drop(marks);
        self.open = Open::Node(node);
    }

    fn beside(&mut self) {
        if self.open != Open::Beside {
            self.close();
            self.content.begin_marked_content(Name(b"Artifact"));
            self.open = Open::Beside;
        }
    }

    fn ink(&mut self, ink: &Ink, top: f32) {
        match ink {
            Ink::Words {
                at, style, line, ..
            } => self.words(line, *style, on_sheet(*at, top)),
            Ink::Rule { at, wide, grey } => {
                let to = (at.0 + wide, at.1);
                self.stroke(&[on_sheet(*at, top), on_sheet(to, top)], 0.5, *grey);
            }
            Ink::Picture { at, picture, .. } => self.picture(picture, (at.0, top + at.1)),
        }
    }

    fn fill(&mut self, grey: f32) {
        if self.grey != grey {
            self.content.set_fill_gray(grey);
            self.grey = grey;
        }
    }

    fn words(&mut self, line: &[Glyph], style: Style, (x, y): (f32, f32)) {
        self.fill(style.grey);
        self.content.begin_text();
        self.content.next_line(round(x), round(y));
        for run in line.chunk_by(|a, b| a.is_symbol() == b.is_symbol()) {
            let font: &[u8] = match (run[0].is_symbol(), style.weight) {
                (true, _) => b"S",
                (false, Weight::Regular) => b"R",
                (false, Weight::Bold) => b"B",
            };
            let bytes: Vec<u8> = run.iter().filter_map(|g| g.byte()).collect();
            self.content.set_font(Name(font), style.size);
            self.content.show(Str(&bytes));
        }
        self.content.end_text();
    }

    fn stroke(&mut self, points: &[(f32, f32)], width: f32, grey: f32) {
        self.content.set_line_width(width).set_stroke_gray(grey);
        for (n, (x, y)) in points.iter().enumerate() {
            match n {
                0 => self.content.move_to(round(*x), round(*y)),
                _ => self.content.line_to(round(*x), round(*y)),
            };
        }
        self.content.stroke();
    }

    fn picture(&mut self, picture: &Picture, (left, top): (f32, f32)) {
        let on = |(x, y): (f32, f32)| on_sheet((left + x, y), top);
        for mark in &picture.marks {
            match mark {
                Mark::Line {
                    from,
                    to,
                    width,
                    grey,
                    dashed,
                } => {
                    let dashes: &[f32] = if *dashed { &[3.0, 2.0] } else { &[] };
                    self.content.set_dash_pattern(dashes.iter().copied(), 0.0);
                    self.stroke(&[on(*from), on(*to)], *width, *grey);
                    self.content.set_dash_pattern([], 0.0);
                }
                Mark::Path { points, width } => {
                    let points: Vec<_> = points.iter().map(|p| on(*p)).collect();
                    self.stroke(&points, *width, 0.0);
                }
                Mark::Dot { at, radius } => self.dot(on(*at), *radius),
                Mark::Block { at, size, grey } => {
                    self.fill(*grey);
                    let (x, y) = on((at.0, at.1 + size.1));
                    self.content
                        .rect(round(x), round(y), round(size.0), round(size.1))
                        .fill_nonzero();
                }
                Mark::Words {
                    at,
                    size,
                    anchor,
                    grey,
                    text,
                } => {
                    let style = Style {
                        weight: Weight::Regular,
                        size: *size,
                        leading: *size,
                        grey: *grey,
                    };
                    let line = glyphs(text, &mut Vec::new());
                    let back = match anchor {
                        Anchor::Start => 0.0,
                        Anchor::End => super::lines::width(&line, style.weight, style.size),
                    };
                    self.words(&line, style, on((at.0 - back, at.1)));
                }
            }
        }
    }

    fn dot(&mut self, (x, y): (f32, f32), r: f32) {
        self.fill(0.0);
        let k = r * QUARTER;
        let c = &mut self.content;
        c.move_to(x + r, y);
        c.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
        c.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
        c.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
        c.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
        c.fill_nonzero();
    }
}

/// To a hundredth of a point, which is finer than any printer.
fn round(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}

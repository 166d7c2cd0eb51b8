// SPDX-License-Identifier: Apache-2.0
use super::{
    MEASURE, WIDE,
    lines::{Line, lines},
    piece::{Ink, Piece, Style},
    tree::{Role, Tree},
};
use crate::{
    Block, Document, PdfError, Section,
    face::{Glyph, glyphs},
    picture::{Format, MIDDLE, Mark, Picture},
};

/// How pictures are drawn on paper.
const FORMAT: Format = Format {
    width: WIDE,
    size: 8.0,
    across: 3,
};
/// Lines at the foot of each page; a longer text stands once, at the end.
const FOOT_LINES: usize = 4;
/// The room between blocks.
pub(super) const BETWEEN: f32 = 8.0;
/// From one ruled line to the next: 9 mm.
const RULED: f32 = 25.5;

/// A document in pieces, before it has pages.
pub(super) struct Set {
    pub(super) pieces: Vec<Piece>,
    /// The heads of tables, to be drawn again.
    pub(super) heads: Vec<Vec<Piece>>,
    pub(super) foot: Vec<Line>,
    pub(super) tree: Tree,
}

/// What sets words into pieces.
pub(super) struct Setter {
    pub(super) pieces: Vec<Piece>,
    pub(super) heads: Vec<Vec<Piece>>,
    pub(super) tree: Tree,
    /// The room above the next block.
    pub(super) gap: f32,
    lacking: Vec<char>,
}

/// The document in pieces.
///
/// # Errors
/// [`PdfError::Signs`] when the typeface lacks a sign.
pub(super) fn set(document: &Document) -> Result<Set, PdfError> {
    let mut setter = Setter {
        pieces: Vec::new(),
        heads: Vec::new(),
        tree: Tree::new(),
        gap: 0.0,
        lacking: Vec::new(),
    };
    setter.opening(document);
    for section in &document.sections {
        setter.section(section);
    }
    let foot = setter.foot(&document.foot);
    match setter.lacking.is_empty() {
        true => Ok(Set {
            pieces: setter.pieces,
            heads: setter.heads,
            foot,
            tree: setter.tree,
        }),
        false => Err(PdfError::Signs(setter.lacking)),
    }
}

impl Setter {
    /// The words as signs of the typeface.
    pub(super) fn glyphs(&mut self, words: &str) -> Vec<Glyph> {
        glyphs(words, &mut self.lacking)
    }

    /// Something that is read: its node is made when there is something to it.
    fn words(&mut self, words: &str, style: Style, role: Role, parent: usize) {
        let words = self.glyphs(words.trim());
        if words.is_empty() {
            return;
        }
        let node = self.tree.add(role, parent);
        let lines = lines(&words, style.weight, style.size, MEASURE);
        self.run(vec![Column {
            x: 0.0,
            lines,
            style,
            node,
        }]);
        self.gap = BETWEEN;
    }

    /// Columns beside each other, line by line, with the gap above. Neither one line alone stays behind nor one alone
    /// goes over to the next page.
    pub(super) fn run(&mut self, columns: Vec<Column>) {
        let many = columns
            .iter()
            .map(|c| c.lines.len())
            .max()
            .unwrap_or_default();
        let height = columns.iter().map(|c| c.style.leading).fold(0.0, f32::max);
        for n in 0..many {
            let ink = |c: &Column| {
                c.lines.get(n).map(|line| Ink::Words {
                    at: (c.x, c.style.drop()),
                    style: c.style,
                    line: line.clone(),
                    node: Some(c.node),
                })
            };
            self.pieces.push(Piece {
                gap: if n == 0 { self.gap } else { 0.0 },
                height,
                holds: n + 1 < many && (n == 0 || n + 2 == many),
                table: None,
                inks: columns.iter().filter_map(ink).collect(),
            });
        }
        self.gap = 0.0;
    }

    /// The last piece does not part from the next.
    fn hold(&mut self, from: usize) {
        self.pieces
            .iter_mut()
            .skip(from)
            .for_each(|p| p.holds = true);
    }

    fn opening(&mut self, document: &Document) {
        let title = if document.title.trim().is_empty() {
            document.name()
        } else {
            &document.title
        };
        self.words(title, Style::TITLE, Role::Title, Tree::ROOT);
        self.gap = 2.0;
        if document.made.trim() != title.trim() {
            self.words(&document.made, Style::SMALL, Role::Paragraph, Tree::ROOT);
        }
        self.rule(11.0, 0.0);
        self.hold(0);
    }

    fn rule(&mut self, gap: f32, height: f32) {
        self.pieces.push(Piece {
            gap,
            height,
            inks: vec![Ink::Rule {
                at: (0.0, height),
                wide: WIDE,
                grey: MIDDLE,
            }],
            ..Piece::default()
        });
    }

    fn section(&mut self, section: &Section) {
        let node = self.tree.add(Role::Section, Tree::ROOT);
        self.gap = 26.0;
        let from = self.pieces.len();
        self.words(&section.heading, Style::HEADING, Role::Heading, node);
        if self.pieces.len() > from && !section.blocks.is_empty() {
            self.hold(from);
        }
        for block in &section.blocks {
            self.block(block, node);
        }
    }

    fn block(&mut self, block: &Block, parent: usize) {
        match block {
            Block::Paragraph(words) => self.words(words, Style::WORDS, Role::Paragraph, parent),
            Block::Small(words) => self.words(words, Style::SMALL, Role::Paragraph, parent),
            Block::List(items) => self.list(items, parent),
            Block::Pairs(pairs) => self.pairs(pairs, parent),
            Block::Table(table) => self.table(table, parent),
            Block::Course(course) => {
                self.figure(
                    &course.title,
                    &course.summary,
                    course.picture(FORMAT),
                    parent,
                );
                self.table(&course.table(), parent);
                self.pairs(&course.practised_in_words(), parent);
            }
            Block::Bars(bars) => {
                self.figure(&bars.title, &bars.summary, bars.picture(FORMAT), parent);
                self.table(&bars.table(), parent);
            }
            Block::Room { lines } => {
                for _ in 0..*lines {
                    self.rule(0.0, RULED);
                }
                self.gap = BETWEEN + 4.0;
            }
        }
    }

    fn figure(&mut self, title: &str, summary: &str, picture: Picture, parent: usize) {
        self.gap += 4.0;
        let from = self.pieces.len();
        self.words(title, Style::CAPTION, Role::Paragraph, parent);
        for mark in &picture.marks {
            if let Mark::Words { text, .. } = mark {
                self.glyphs(text);
            }
        }
        let node = self.tree.add(Role::Figure, parent);
        let said = if summary.trim().is_empty() {
            title
        } else {
            summary
        };
        self.tree.nodes[node].alt = said.trim().to_owned();
        self.hold(from);
        self.pieces.push(Piece {
            gap: self.gap,
            height: picture.height,
            inks: vec![Ink::Picture {
                at: (0.0, 0.0),
                picture,
                node,
            }],
            ..Piece::default()
        });
        self.gap = BETWEEN;
    }

    /// The words at the foot of each page. When there are too many for that, they stand once, at the end.
    fn foot(&mut self, words: &str) -> Vec<Line> {
        let style = Style::FOOT;
        let set = self.glyphs(words.trim());
        let lines = lines(&set, style.weight, style.size, WIDE - 60.0);
        if lines.len() <= FOOT_LINES {
            return lines;
        }
        self.gap = 26.0;
        self.words(words, Style::SMALL, Role::Paragraph, Tree::ROOT);
        Vec::new()
    }
}

/// Lines of words under each other, beside others.
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) lines: Vec<Line>,
    pub(super) style: Style,
    pub(super) node: usize,
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    WIDE,
    lines::{Line, lines, longest_part, natural, width},
    piece::{Ink, Piece, Style},
    set::Setter,
    tree::Role,
};
use crate::{
    Table,
    face::Glyph,
    picture::{DARK, LIGHT},
};

/// The room between columns.
const BESIDE: f32 = 12.0;
/// The room above and below the words of a row.
const PAD: f32 = 3.0;
/// A row that is taller is cut into its lines, so that it can go over to the next page.
const TALLEST: f32 = 240.0;
/// A head that is taller is not drawn again.
const TALLEST_HEAD: f32 = 120.0;

/// A column of a table on paper.
struct Lane {
    x: f32,
    wide: f32,
    /// Numbers are set under each other, at the right.
    numeric: bool,
}

/// A cell with its words set.
struct Cell {
    lines: Vec<Line>,
    node: Option<usize>,
}

impl Setter {
    /// A table, in as many parts as it needs to fit the page.
    pub(super) fn table(&mut self, table: &Table, parent: usize) {
        if table.columns() == 0 {
            return;
        }
        for part in table.parts() {
            self.part(table, &part, parent);
        }
    }

    fn part(&mut self, table: &Table, part: &[usize], parent: usize) {
        let mut words = |row: &[String]| -> Vec<Vec<Glyph>> {
            let cell = |c: &usize| self.glyphs(Table::cell(row, *c).trim());
            part.iter().map(cell).collect()
        };
        let head = words(&table.head);
        let rows: Vec<_> = table.rows_of(part).map(|row| words(row)).collect();
        let numeric: Vec<bool> = part.iter().map(|c| table.numeric(*c)).collect();
        let lanes = lanes(&head, &rows, &numeric);
        let node = self.tree.add(Role::Table, parent);
        self.gap += 2.0;
        let caption = self.glyphs(table.caption.trim());
        if !caption.is_empty() {
            let below = self.tree.add(Role::Caption, node);
            let style = Style::CAPTION;
            let lines = lines(&caption, style.weight, style.size, WIDE);
            let from = self.pieces.len();
            self.run(vec![super::set::Column {
                x: 0.0,
                lines,
                style,
                node: below,
            }]);
            self.pieces
                .iter_mut()
                .skip(from)
                .for_each(|p| p.holds = true);
            self.gap = 2.0;
        }
        let again = self.head(&head, &lanes, node);
        let body = self.tree.add(Role::Rows, node);
        let last = rows.len().saturating_sub(1);
        for (at, row) in rows.iter().enumerate() {
            let parent = self.tree.add(Role::Row, body);
            let cells = row.iter().enumerate().map(|(n, words)| {
                let role = match n {
                    0 if lanes.len() > 1 && !words.is_empty() => Role::RowName,
                    _ => Role::Cell,
                };
                let node = Some(self.tree.add(role, parent));
                Cell {
                    lines: cut(words, Style::CELL, lanes[n].wide),
                    node,
                }
            });
            let cells: Vec<Cell> = cells.collect();
            let mut pieces = pieces(&cells, &lanes, Style::CELL, LIGHT);
            // No row stands alone on a page.
            if let Some(end) = pieces.last_mut() {
                end.holds |= at < last && (at == 0 || at + 1 == last);
            }
            self.place(&mut pieces, again);
        }
        self.gap = 14.0;
    }

    /// The head of a table; the answer is its number, for drawing it again.
    fn head(&mut self, head: &[Vec<Glyph>], lanes: &[Lane], table: usize) -> Option<usize> {
        if head.iter().all(Vec::is_empty) {
            return None;
        }
        let group = self.tree.add(Role::Head, table);
        let row = self.tree.add(Role::Row, group);
        let cells = head.iter().zip(lanes).map(|(words, lane)| {
            let role = if words.is_empty() {
                Role::Cell
            } else {
                Role::ColumnName
            };
            let node = Some(self.tree.add(role, row));
            Cell {
                lines: cut(words, Style::HEAD, lane.wide),
                node,
            }
        });
        let cells: Vec<Cell> = cells.collect();
        let mut first = pieces(&cells, lanes, Style::HEAD, DARK);
        let tall: f32 = first.iter().map(|p| p.height).sum();
        let again = (tall <= TALLEST_HEAD).then(|| {
            let unread = cells.into_iter().map(|c| Cell { node: None, ..c });
            let unread: Vec<Cell> = unread.collect();
            self.heads.push(pieces(&unread, lanes, Style::HEAD, DARK));
            self.heads.len() - 1
        });
        if tall <= TALLEST_HEAD {
            first.iter_mut().for_each(|p| p.holds = true);
        }
        self.place(&mut first, None);
        again
    }

    fn place(&mut self, pieces: &mut Vec<Piece>, table: Option<usize>) {
        if let Some(first) = pieces.first_mut() {
            first.gap = std::mem::take(&mut self.gap);
        }
        pieces.iter_mut().for_each(|p| p.table = table);
        self.pieces.append(pieces);
    }
}

fn cut(words: &[Glyph], style: Style, wide: f32) -> Vec<Line> {
    lines(words, style.weight, style.size, wide)
}

/// How wide each column is: as its words want it if there is room, with what is left shared out; else each at least as
/// wide as its longest word, as far as that goes.
fn lanes(head: &[Vec<Glyph>], rows: &[Vec<Vec<Glyph>>], numeric: &[bool]) -> Vec<Lane> {
    let many = head.len().max(1);
    let room = WIDE - BESIDE * (many - 1) as f32;
    let widest = |n: usize, of: fn(&[Glyph], crate::face::Weight, f32) -> f32| {
        let above = of(&head[n], Style::HEAD.weight, Style::HEAD.size);
        let cells = rows
            .iter()
            .map(|row| of(&row[n], Style::CELL.weight, Style::CELL.size));
        // A hair more than measured, so that rounding cuts no word.
        cells.fold(above, f32::max).min(WIDE * 4.0) + 0.2
    };
    let wants: Vec<f32> = (0..head.len()).map(|n| widest(n, natural)).collect();
    let needs: Vec<f32> = (0..head.len())
        .map(|n| widest(n, longest_part).min(room / 3.0))
        .collect();
    let (want, need): (f32, f32) = (wants.iter().sum(), needs.iter().sum());
    let most = shared(&wants, &needs, room);
    let wide = |n: usize| match (want <= room, need <= room) {
        (true, _) => wants[n] + (room - want) / many as f32,
        (false, true) => most.clamp(needs[n], wants[n].max(needs[n])),
        (false, false) => needs[n] * room / need,
    };
    let mut x = 0.0;
    let lane = |n: usize| {
        let lane = Lane {
            x,
            wide: wide(n),
            numeric: numeric[n],
        };
        x += lane.wide + BESIDE;
        lane
    };
    (0..head.len()).map(lane).collect()
}

/// How wide a column may be at most, so that narrow ones are as wide as they want to be and the others share what is
/// left.
fn shared(wants: &[f32], needs: &[f32], room: f32) -> f32 {
    let (mut low, mut high) = (0.0, room);
    for _ in 0..24 {
        let most = (low + high) / 2.0;
        let widths = wants
            .iter()
            .zip(needs)
            .map(|(w, n)| most.clamp(*n, w.max(*n)));
        match widths.sum::<f32>() <= room {
            true => low = most,
            false => high = most,
        }
    }
    low
}

/// A row in one piece, or in its lines when it is very tall, with a rule below.
fn pieces(cells: &[Cell], lanes: &[Lane], style: Style, grey: f32) -> Vec<Piece> {
    let many = cells
        .iter()
        .map(|c| c.lines.len())
        .max()
        .unwrap_or_default()
        .max(1);
    let tall = many as f32 * style.leading + 2.0 * PAD;
    let ink = |cell: &Cell, lane: &Lane, n: usize, y: f32| {
        let line = cell.lines.get(n).filter(|l| !l.is_empty())?;
        let beside = lane.wide - width(line, style.weight, style.size);
        let x = lane.x + if lane.numeric { beside.max(0.0) } else { 0.0 };
        Some(Ink::Words {
            at: (x, y + style.drop()),
            style,
            line: line.clone(),
            node: cell.node,
        })
    };
    let rule = |y: f32| Ink::Rule {
        at: (0.0, y),
        wide: WIDE,
        grey,
    };
    if tall <= TALLEST {
        // Cell by cell, as it is read.
        let mut all = Vec::new();
        for (cell, lane) in cells.iter().zip(lanes) {
            let y = |n: usize| PAD + n as f32 * style.leading;
            all.extend((0..cell.lines.len()).filter_map(|n| ink(cell, lane, n, y(n))));
        }
        all.push(rule(tall));
        return vec![Piece {
            height: tall,
            inks: all,
            ..Piece::default()
        }];
    }
    let piece = |n: usize| {
        let (above, below) = (
            if n == 0 { PAD } else { 0.0 },
            if n + 1 == many { PAD } else { 0.0 },
        );
        let height = above + style.leading + below;
        let beside = cells.iter().zip(lanes);
        let mut all: Vec<Ink> = beside
            .filter_map(|(cell, lane)| ink(cell, lane, n, above))
            .collect();
        if n + 1 == many {
            all.push(rule(height));
        }
        Piece {
            height,
            inks: all,
            holds: n == 0 || n + 2 == many,
            ..Piece::default()
        }
    };
    (0..many).map(piece).collect()
}

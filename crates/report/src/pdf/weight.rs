// SPDX-License-Identifier: Apache-2.0
use crate::{Block, Document, Table};

/// How much there is to set, in bytes of words, with a few bytes for each thing that takes room without words.
pub(super) fn of(document: &Document) -> usize {
    let words = [&document.title, &document.made, &document.foot];
    let sections = document
        .sections
        .iter()
        .map(|s| s.heading.len() + 4 + s.blocks.iter().map(block).sum::<usize>());
    words.into_iter().map(String::len).sum::<usize>() + sections.sum::<usize>()
}

fn block(block: &Block) -> usize {
    4 + match block {
        Block::Paragraph(words) | Block::Small(words) => words.len(),
        Block::List(items) => items.iter().map(|i| i.len() + 4).sum(),
        Block::Pairs(pairs) => pairs.iter().map(|(a, b)| a.len() + b.len() + 4).sum(),
        Block::Table(table) => self::table(table),
        Block::Course(c) => {
            let points = c
                .points
                .iter()
                .map(|p| p.day.label.len() + p.label.len() + 16);
            let events = c
                .events
                .iter()
                .map(|e| e.day.label.len() + e.label.len() + 16);
            let rows = c
                .practised
                .iter()
                .map(|p| p.label.len() + p.said.len() + p.days.len());
            c.title.len() + c.summary.len() + points.chain(events).chain(rows).sum::<usize>()
        }
        Block::Bars(b) => {
            let steps = b.steps.iter().map(String::len).sum::<usize>();
            let series = b.series.iter().map(|s| s.label.len() + 4).sum::<usize>();
            let cells = b.many().saturating_mul(b.series.len());
            steps + series + b.summary.len() + cells.saturating_mul(4 + b.unknown.len())
        }
        Block::Room { lines } => usize::from(*lines),
    }
}

fn table(table: &Table) -> usize {
    let row = |row: &Vec<String>| row.iter().map(|c| c.len() + 4).sum::<usize>() + 4;
    table.caption.len() + row(&table.head) + table.rows.iter().map(row).sum::<usize>()
}

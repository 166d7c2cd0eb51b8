// SPDX-License-Identifier: Apache-2.0
//! Documents for paper with any words and numbers in them.

use crate::pieces::Pieces;
use kindhold_report::{
    Bars, Block, Course, Day, Document, End, Event, EventKind, Point, Practised, Section, Series,
    Table, to_html, to_pdf,
};

/// A document of any names, texts, days and numbers: a page that runs nothing, and a PDF or a refusal in words; the same
/// twice.
pub fn report(bytes: &[u8]) -> bool {
    let mut pieces = Pieces(bytes);
    let p = &mut pieces;
    let document = Document {
        title: p.text(),
        language: p.text(),
        made: p.text(),
        foot: p.text(),
        sections: p.several(4, section),
    };
    let html = to_html(&document);
    let body = html.split_once("</style>").map_or("", |(_, body)| body);
    assert!(!body.to_ascii_lowercase().contains("<script"));
    assert_eq!(html.matches("</html>").count(), 1);
    match to_pdf(&document) {
        Ok(pdf) => {
            assert!(pdf.starts_with(b"%PDF-"));
            assert_eq!(to_pdf(&document).ok(), Some(pdf));
            true
        }
        Err(why) => {
            assert!(!why.to_string().is_empty());
            false
        }
    }
}

fn section(p: &mut Pieces<'_>) -> Section {
    Section {
        heading: p.text(),
        blocks: p.several(5, block),
    }
}

fn block(p: &mut Pieces<'_>) -> Block {
    match p.byte() % 8 {
        0 => Block::Paragraph(p.text()),
        1 => Block::Small(p.text()),
        2 => Block::List(p.several(9, Pieces::text)),
        3 => Block::Pairs(p.several(9, |p| (p.text(), p.text()))),
        4 => Block::Table(Table {
            caption: p.text(),
            head: p.several(12, Pieces::text),
            rows: p.several(9, |p| p.several(12, Pieces::text)),
        }),
        5 => Block::Course(course(p)),
        6 => Block::Bars(Bars {
            title: p.text(),
            summary: p.text(),
            step: p.text(),
            steps: p.several(30, Pieces::text),
            unknown: p.text(),
            series: p.several(6, |p| Series {
                label: p.text(),
                counts: p.several(40, |p| {
                    Some(u32::from_le_bytes(p.array())).filter(|n| n % 5 != 0)
                }),
            }),
        }),
        _ => Block::Room { lines: p.byte() },
    }
}

fn day(p: &mut Pieces<'_>) -> Day {
    // Days as they come from records, and now and then any.
    let number = match p.byte() {
        0 => p.whole(),
        _ => i64::from(u16::from_le_bytes(p.array())),
    };
    let label = p.text();
    Day { number, label }
}

fn end(p: &mut Pieces<'_>) -> End {
    End {
        at: p.number(),
        label: p.text(),
    }
}

fn course(p: &mut Pieces<'_>) -> Course {
    Course {
        title: p.text(),
        summary: p.text(),
        head: (p.text(), p.text()),
        low: end(p),
        high: end(p),
        first: day(p),
        last: day(p),
        points: p.several(20, |p| Point {
            day: day(p),
            value: p.number(),
            half: Some(p.number()).filter(|n| *n > 0.0),
            label: p.text(),
        }),
        events: p.several(8, |p| Event {
            day: day(p),
            label: p.text(),
            kind: if p.byte() % 2 == 0 {
                EventKind::Phase
            } else {
                EventKind::Break
            },
        }),
        practised: p.several(6, |p| Practised {
            label: p.text(),
            days: p.several(40, |p| day(p).number),
            said: p.text(),
        }),
    }
}

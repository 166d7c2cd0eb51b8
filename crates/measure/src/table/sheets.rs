// SPDX-License-Identifier: Apache-2.0
//! Which tables there are. A column that can hold what somebody wrote is marked so where it stands.

mod questions;
mod urges;

pub(crate) use questions::choice;

use super::cell::Cell;
use super::column::{Column, Table};
use super::time::iso;
use crate::dossier::Dossier;
use kindhold_care::{Feeling, Function, When};

pub(super) fn all(dossier: &Dossier<'_>) -> Vec<Table> {
    vec![
        urges::episodes(dossier),
        urges::offers(dossier),
        urges::attempts(dossier),
        questions::answers(dossier),
        questions::scores(dossier),
        diary(dossier),
        programme(dossier),
        phases(dossier),
        cadences(dossier),
    ]
}

fn functions() -> impl Iterator<Item = &'static str> {
    Function::ALL.into_iter().map(Function::key)
}

fn feelings() -> impl Iterator<Item = &'static str> {
    Feeling::ALL.into_iter().map(Feeling::key)
}

fn time(at: When) -> Cell {
    Cell::Text(iso(at))
}

const fn id(name: &'static str, meaning: &'static str) -> Column {
    Column::new(name, "id", meaning)
}

const fn at(meaning: &'static str) -> Column {
    Column::new("at", "time", meaning)
}

/// Whatever can stand in a column of yes and no.
const YES_NO: [&str; 2] = ["true", "false"];

fn diary(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("entry", "its name"),
        at("when it was"),
        Column::new("feelings", "codes", "what was felt").values(feelings()),
        Column::new("urge", "whole", "how strong an urge was").range("steps", "0-10"),
        Column::new("text", "text", "what was written").words(),
    ];
    let rows = dossier.diary.iter().map(|kept| {
        vec![
            Cell::text(kept.id.as_str()),
            time(kept.entry.at),
            Cell::names(kept.entry.feelings.iter().map(|f| f.key())),
            Cell::maybe(kept.entry.urge.map(|s| s.get())),
            Cell::text(kept.entry.text.as_str()),
        ]
    });
    Table::new("diary", columns, rows.collect())
}

fn programme(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("keepsake", "its name"),
        at("when it was last written on"),
        Column::new("step", "code", "which step of the programme"),
        Column::new("part", "code", "which part of the step"),
        Column::new(
            "field",
            "code",
            "which field; empty for a part that asks nothing",
        ),
        Column::new("lines", "whole", "how many lines were kept there").range("lines", "0-"),
        Column::new("text", "text", "the lines, one below the other").words(),
    ];
    let mut rows = Vec::new();
    for kept in &dossier.keepsakes {
        let row = |field: &str, lines: &[String]| {
            vec![
                Cell::text(kept.id.as_str()),
                time(kept.entry.at),
                Cell::text(kept.entry.step.as_str()),
                Cell::text(kept.entry.part.as_str()),
                Cell::text(field),
                Cell::whole(lines.len()),
                Cell::Text(lines.join("\n")),
            ]
        };
        if kept.entry.is_empty() {
            rows.push(row("", &[]));
        }
        rows.extend(
            kept.entry
                .answers
                .iter()
                .map(|(field, lines)| row(field, lines)),
        );
    }
    Table::new("programme", columns, rows)
}

fn phases(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("phase", "its name"),
        at("the day on which something new began"),
        Column::new("text", "text", "what began").words(),
    ];
    let rows = dossier.phases.iter().map(|kept| {
        vec![
            Cell::text(kept.id.as_str()),
            time(kept.entry.at),
            Cell::text(kept.entry.text.as_str()),
        ]
    });
    Table::new("phases", columns, rows.collect())
}

fn cadences(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("cadence", "its name"),
        at("from when on"),
        Column::new("questionnaire", "text", "its canonical URL"),
        Column::new(
            "every_days",
            "whole",
            "every so many days; 0 for when the person opens it",
        )
        .range("days", "0-366"),
    ];
    let rows = dossier.cadences.iter().map(|kept| {
        vec![
            Cell::text(kept.id.as_str()),
            time(kept.entry.at),
            Cell::text(kept.entry.url.as_str()),
            Cell::whole(kept.entry.every_days),
        ]
    });
    Table::new("cadences", columns, rows.collect())
}

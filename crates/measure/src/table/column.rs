// SPDX-License-Identifier: Apache-2.0
use super::cell::Cell;

/// A column and what the codebook says of it.
#[derive(Debug, Clone)]
pub(super) struct Column {
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
    unit: &'static str,
    range: &'static str,
    values: String,
    words: bool,
}

impl Column {
    /// A column that always goes along. `kind` is one of id, time, text, whole, number, yes-no, code, codes.
    pub(super) const fn new(name: &'static str, kind: &'static str, meaning: &'static str) -> Self {
        Self {
            name,
            kind,
            meaning,
            unit: "",
            range: "",
            values: String::new(),
            words: false,
        }
    }

    /// Words: goes along only when they are asked for.
    pub(super) const fn words(mut self) -> Self {
        self.words = true;
        self
    }

    pub(super) const fn range(mut self, unit: &'static str, range: &'static str) -> Self {
        self.unit = unit;
        self.range = range;
        self
    }

    pub(super) fn values<'a>(mut self, values: impl IntoIterator<Item = &'a str>) -> Self {
        self.values = values.into_iter().collect::<Vec<_>>().join(" ");
        self
    }
}

/// A table: its columns and rows, each as long as there are columns.
pub(super) struct Table {
    name: &'static str,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn new(name: &'static str, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "{name}");
        Self {
            name,
            columns,
            rows,
        }
    }

    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    pub(super) fn csv(&self, with_words: bool) -> String {
        let kept: Vec<bool> = self
            .columns
            .iter()
            .map(|c| with_words || !c.words)
            .collect();
        let mut out = String::new();
        let heads: Vec<Cell> = self.columns.iter().map(|c| Cell::text(c.name)).collect();
        line(&heads, &kept, &mut out);
        for row in &self.rows {
            line(row, &kept, &mut out);
        }
        out
    }

    /// What each column of each table means.
    pub(super) fn codebook(tables: &[Self], with_words: bool) -> Self {
        let columns = [
            ("file", "which table"),
            ("column", "which column"),
            (
                "type",
                "id, time, text, whole, number, yes-no, code, or codes with a space between them",
            ),
            ("unit", "what it counts"),
            ("range", "from the lowest to the highest"),
            ("values", "everything that can stand there"),
            (
                "meaning",
                "what it says; an empty cell always means that it was not said or that there is none",
            ),
        ];
        let columns = columns.map(|(name, meaning)| Column::new(name, "text", meaning));
        let rows = tables.iter().flat_map(|table| {
            let told = table.columns.iter().filter(move |c| with_words || !c.words);
            told.map(|column| {
                vec![
                    Cell::Text(table.file()),
                    Cell::text(column.name),
                    Cell::text(column.kind),
                    Cell::text(column.unit),
                    Cell::text(column.range),
                    Cell::text(column.values.as_str()),
                    Cell::text(column.meaning),
                ]
            })
        });
        Self::new("codebook", columns.to_vec(), rows.collect())
    }
}

fn line(cells: &[Cell], kept: &[bool], out: &mut String) {
    let mut first = true;
    for (cell, _) in cells.iter().zip(kept).filter(|(_, kept)| **kept) {
        if !first {
            out.push(',');
        }
        first = false;
        cell.write(out);
    }
    out.push_str("\r\n");
}

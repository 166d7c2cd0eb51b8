// SPDX-License-Identifier: Apache-2.0

/// Columns that one table may have on a page; a wider one goes on below with its first column repeated.
const COLUMNS: usize = 8;

/// Rows and columns. The first cell of a row is the row's name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows; one that is too short is filled with empty cells.
    pub rows: Vec<Vec<String>>,
}

/// The columns of a table that stand beside each other on a page, by their numbers.
pub(crate) type Part = Vec<usize>;

impl Table {
    /// A table without a caption.
    pub(crate) fn new(head: Vec<String>, rows: Vec<Vec<String>>) -> Self {
        Self {
            caption: String::new(),
            head,
            rows,
        }
    }

    /// How many columns there are: as many as the longest row has.
    pub(crate) fn columns(&self) -> usize {
        let rows = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        rows.max(self.head.len())
    }

    /// The table cut into parts that fit a page, each beginning with the first column.
    pub(crate) fn parts(&self) -> Vec<Part> {
        let columns = self.columns();
        if columns <= COLUMNS {
            return vec![(0..columns).collect()];
        }
        let rest: Vec<usize> = (1..columns).collect();
        rest.chunks(COLUMNS - 1)
            .map(|some| std::iter::once(0).chain(some.iter().copied()).collect())
            .collect()
    }

    /// The rows that have something to say in a part: all of them in the first, and those that reach it in the others.
    pub(crate) fn rows_of<'a>(
        &'a self,
        part: &'a [usize],
    ) -> impl Iterator<Item = &'a Vec<String>> {
        let from = part.get(1).copied().filter(|c| *c > 1).unwrap_or_default();
        self.rows
            .iter()
            .filter(move |row| from == 0 || row.len() > from)
    }

    /// The cell of a row, empty where the row is too short.
    pub(crate) fn cell(row: &[String], column: usize) -> &str {
        row.get(column).map(String::as_str).unwrap_or_default()
    }

    /// A column holds numbers alone, so that they are set under each other.
    pub(crate) fn numeric(&self, column: usize) -> bool {
        let mut cells = self.rows.iter().map(|row| Self::cell(row, column));
        column > 0 && self.rows.iter().any(|r| r.len() > column) && cells.all(number)
    }
}

/// A number, a range of them, or nothing.
fn number(cell: &str) -> bool {
    cell.chars()
        .all(|c| c.is_ascii_digit() || " \u{A0}\u{202F}.,:+-−–—±%/()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_column_stands_in_one_part_and_the_first_in_all(columns in 0_usize..60) {
            let table = Table::new(vec![String::new(); columns], vec![]);
            let parts = table.parts();
            let mut seen: Vec<usize> = parts.iter().flatten().copied().filter(|c| *c > 0).collect();
            seen.dedup();
            prop_assert_eq!(seen, (1..columns).collect::<Vec<_>>());
            prop_assert!(parts.iter().all(|p| p.len() <= COLUMNS && (columns == 0 || p[0] == 0)));
        }
    }

    #[test]
    fn a_column_of_numbers_is_known_and_one_with_words_is_not() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = Table::new(
            vec![],
            vec![row(["1", "−3.5", "12"]), row(["2", "4–6 (± 2)", "none"])],
        );
        assert!(!table.numeric(0) && table.numeric(1) && !table.numeric(2) && !table.numeric(3));
    }
}

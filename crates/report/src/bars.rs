// SPDX-License-Identifier: Apache-2.0
use crate::Table;

/// Counts of one thing, a count for each step of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// What was counted.
    pub label: String,
    /// How many at each step. `None` is a time about which nothing is known, and is not nought.
    pub counts: Vec<Option<u32>>,
}

/// Things counted over time: small pictures beside each other, all to one scale, with a table behind them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bars {
    /// What they show.
    pub title: String,
    /// The pictures in one or two sentences, for whoever hears them instead.
    pub summary: String,
    /// What a step of time is called: the head of the table's first column.
    pub step: String,
    /// What the steps are called, as the table says it.
    pub steps: Vec<String>,
    /// What stands in the table, and beside a short hatched bar below, where nothing is known.
    pub unknown: String,
    /// What was counted: a picture for each.
    pub series: Vec<Series>,
}

impl Bars {
    /// The largest count: the height of every picture. At least 1.
    pub(crate) fn most(&self) -> u32 {
        let counts = self.series.iter().flat_map(|s| s.counts.iter().flatten());
        counts.copied().max().unwrap_or_default().max(1)
    }

    /// How many steps there are, named or not.
    pub(crate) fn many(&self) -> usize {
        let counts = self.series.iter().map(|s| s.counts.len()).max();
        counts.unwrap_or_default().max(self.steps.len())
    }

    /// Something is not known.
    pub(crate) fn has_unknown(&self) -> bool {
        let many = self.many();
        let gaps = |s: &Series| s.counts.len() < many || s.counts.contains(&None);
        self.series.iter().any(gaps)
    }

    /// What stands in the table where nothing is known.
    fn gap(&self) -> String {
        match self.unknown.is_empty() {
            true => "–".to_owned(),
            false => self.unknown.clone(),
        }
    }

    /// The table behind the pictures: a row for each step, a column for each thing.
    pub(crate) fn table(&self) -> Table {
        let head = std::iter::once(self.step.clone());
        let head = head.chain(self.series.iter().map(|s| s.label.clone()));
        let count = |s: &Series, n: usize| match s.counts.get(n) {
            Some(Some(count)) => count.to_string(),
            _ => self.gap(),
        };
        let row = |n: usize| {
            let step = self.steps.get(n).cloned().unwrap_or_default();
            let counts = self.series.iter().map(|s| count(s, n));
            std::iter::once(step).chain(counts).collect()
        };
        Table::new(head.collect(), (0..self.many()).map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_never_shown_as_nought() {
        let bars = Bars {
            steps: vec!["one".into(), "two".into(), "three".into()],
            unknown: "nothing kept".into(),
            series: vec![Series {
                label: "walks".into(),
                counts: vec![Some(0), None],
            }],
            ..Bars::default()
        };
        let cells: Vec<String> = bars.table().rows.iter().map(|r| r[1].clone()).collect();
        assert_eq!(cells, ["0", "nothing kept", "nothing kept"]);
        assert!(bars.has_unknown());
    }
}

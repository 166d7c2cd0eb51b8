// SPDX-License-Identifier: Apache-2.0
use kindhold_choice::simulate::{Figures, Group, Interval, PARAMETERS, Policy};

/// A table, for the terminal, a page and a file.
pub(super) struct Table {
    /// The name of its file.
    pub(super) file: &'static str,
    /// What it shows.
    pub(super) title: String,
    /// How to read it.
    pub(super) note: &'static str,
    /// Short enough for a terminal.
    pub(super) in_terminal: bool,
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// In columns; the first to the left, the others to the right.
    pub(super) fn text(&self) -> String {
        let width = |n: usize| {
            let cells = std::iter::once(&self.head).chain(&self.rows);
            let cells = cells.filter_map(|r| r.get(n));
            cells.map(|c| c.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        let lefts: Vec<bool> = (0..self.head.len())
            .map(|n| {
                self.rows
                    .iter()
                    .all(|r| r.get(n).is_some_and(|c| is_words(c)))
            })
            .collect();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(n, (cell, width))| {
                if lefts[n] {
                    format!("{cell:<width$}")
                } else {
                    format!("{cell:>width$}")
                }
            });
            let cells: Vec<String> = cells.collect();
            format!("  {}\n", cells.join("  ").trim_end())
        };
        let mut text = format!("{}\n", self.title);
        if !self.note.is_empty() {
            text.push_str(&format!("  ({})\n", self.note));
        }
        text.push_str(&line(&self.head));
        self.rows.iter().for_each(|r| text.push_str(&line(r)));
        text
    }

    /// As RFC 4180 has it.
    pub(super) fn csv(&self) -> String {
        let cell = |c: &String| match c.contains([',', '"', '\n']) {
            true => format!("\"{}\"", c.replace('"', "\"\"")),
            false => c.clone(),
        };
        let line = |r: &Vec<String>| r.iter().map(cell).collect::<Vec<_>>().join(",") + "\r\n";
        let rows = std::iter::once(&self.head).chain(&self.rows);
        rows.map(line).collect()
    }
}

/// Begins with a word, as names do and numbers do not.
fn is_words(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_alphabetic())
}

/// Every table.
pub(super) fn all(found: &Figures) -> Vec<Table> {
    let everybody = &found.groups[0];
    vec![
        goals(everybody),
        benefit(everybody),
        regret(everybody),
        harm(everybody),
        groups(found),
        calibration(found),
        curves(found),
        parameters(),
    ]
}

fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

/// Where there is nothing to divide by, such as the 31st of 20 urges.
const NOTHING: &str = "-";

fn percent(i: &Interval) -> String {
    if !i.at.is_finite() {
        return NOTHING.to_owned();
    }
    format!(
        "{:.1} [{:.1} to {:.1}]",
        100.0 * i.at,
        100.0 * i.low,
        100.0 * i.high
    )
}

fn plain(i: &Interval) -> String {
    if !i.at.is_finite() {
        return NOTHING.to_owned();
    }
    format!("{:.2} [{:.2} to {:.2}]", i.at, i.low, i.high)
}

fn goals(everybody: &Group) -> Table {
    let learner = &everybody.rows[Policy::Learner.place()];
    let met = |of: &Interval, yes: bool| match (of.at.is_finite(), yes) {
        (false, _) => "cannot be told",
        (true, true) => "met",
        (true, false) => "not met",
    };
    let share = &learner.share_31_60;
    let above = &learner.worst_tenth_above_fixed;
    let harm = &learner.harmful_of_random;
    let row = |goal: &str, found: String, met: &str| vec![goal.to_owned(), found, met.to_owned()];
    Table {
        file: "goals",
        title: "What the learner should reach".to_owned(),
        note: "estimate and 95 % interval; few people give a wide one, which hides a gap in the second",
        in_terminal: true,
        head: head(&["Goal", "Found", ""]),
        rows: vec![
            row(
                "at least 85 % of the oracle's benefit on average, urges 31 to 60",
                percent(share) + " %",
                met(share, share.at >= 0.85),
            ),
            row(
                "the worst tenth not below the fixed order beyond the interval",
                plain(above) + " points",
                met(above, above.high >= 0.0),
            ),
            row(
                "at most half of random's harmful offers",
                percent(harm) + " %",
                met(harm, harm.at <= 0.5),
            ),
        ],
    }
}

fn of_rows(
    group: &Group,
    of: impl Fn(&kindhold_choice::simulate::Row) -> Vec<String>,
) -> Vec<Vec<String>> {
    let row = |r: &kindhold_choice::simulate::Row| {
        let name = std::iter::once(r.policy.name().to_owned());
        name.chain(of(r)).collect()
    };
    group.rows.iter().map(row).collect()
}

fn benefit(group: &Group) -> Table {
    Table {
        file: "benefit",
        title: "Benefit in percent of the oracle's, and of the fixed order's".to_owned(),
        note: "true points by which what was taken lowers the urge, beyond what it falls by itself",
        in_terminal: true,
        head: head(&[
            "Policy",
            "urges 21-30",
            "urges 31-60",
            "all",
            "of fixed, 31-60",
        ]),
        rows: of_rows(group, |r| {
            [&r.share_21_30, &r.share_31_60, &r.share, &r.of_fixed]
                .map(percent)
                .into()
        }),
    }
}

fn regret(group: &Group) -> Table {
    Table {
        file: "regret",
        title: "Regret against the oracle, in points for each person".to_owned(),
        note: "",
        in_terminal: true,
        head: head(&["Policy", "first 10", "first 30", "first 60"]),
        rows: of_rows(group, |r| r.regret.iter().map(plain).collect()),
    }
}

fn harm(group: &Group) -> Table {
    Table {
        file: "harm",
        title: "Harmful offers, and the tenth of people with the least benefit".to_owned(),
        note: "harmful: it would truly raise this urge by half a point or more; benefit in points an urge",
        in_terminal: true,
        head: head(&[
            "Policy",
            "harmful in 100",
            "% of random's",
            "worst tenth",
            "above fixed order",
        ]),
        rows: of_rows(group, |r| {
            vec![
                plain(&r.harmful),
                percent(&r.harmful_of_random),
                plain(&r.worst_tenth),
                plain(&r.worst_tenth_above_fixed),
            ]
        }),
    }
}

fn groups(found: &Figures) -> Table {
    let of = [Policy::Learner, Policy::FixedOrder, Policy::Random];
    let row = |g: &Group| {
        let mut row = vec![format!("{} ({})", g.name, g.people)];
        row.extend(of.map(|p| percent(&g.rows[p.place()].share_31_60)));
        row.extend(of.map(|p| format!("{:.2}", g.rows[p.place()].harmful.at)));
        row
    };
    Table {
        file: "groups",
        title:
            "Groups: percent of the oracle's benefit over urges 31 to 60, and harmful offers in 100"
                .to_owned(),
        note: "a person can be in more than one",
        in_terminal: true,
        head: head(&[
            "Group",
            "learner",
            "fixed order",
            "random",
            "harm: learner",
            "fixed",
            "random",
        ]),
        rows: found.groups.iter().map(row).collect(),
    }
}

fn calibration(found: &Figures) -> Table {
    let row = |b: &kindhold_choice::simulate::Bin| {
        vec![
            format!("{:.2}", b.foretold),
            plain(&b.came),
            b.count.to_string(),
        ]
    };
    Table {
        file: "calibration",
        title: format!(
            "Calibration: rewards that the learner foretold, in tenths; {} % lay within its 80 % interval",
            percent(&found.within_80)
        ),
        note: "reward: -1 worse, 0 nothing, 0.5 a bit, 1 a lot; also of what was not rated",
        in_terminal: true,
        head: head(&["Foretold", "Came", "Goes"]),
        rows: found.bins.iter().map(row).collect(),
    }
}

fn curves(found: &Figures) -> Table {
    let mut rows = Vec::new();
    for curve in &found.curves {
        for (n, (share, regret)) in curve.share.iter().zip(&curve.regret).enumerate() {
            let mut row = vec![curve.policy.name().to_owned(), (n + 1).to_string()];
            let numbers = [
                share.at,
                share.low,
                share.high,
                regret.at,
                regret.low,
                regret.high,
            ];
            row.extend(numbers.map(|x| format!("{x:.4}")));
            rows.push(row);
        }
    }
    Table {
        file: "curves",
        title: "Urge by urge".to_owned(),
        note: "",
        in_terminal: false,
        head: head(&[
            "policy",
            "urge",
            "share",
            "share low",
            "share high",
            "regret",
            "regret low",
            "regret high",
        ]),
        rows,
    }
}

fn parameters() -> Table {
    let row = |p: &kindhold_choice::simulate::Parameter| {
        vec![
            p.name.to_owned(),
            p.value.to_string(),
            p.unit.to_owned(),
            p.basis.to_owned(),
        ]
    };
    Table {
        file: "parameters",
        title: "What the people are made of".to_owned(),
        note: "",
        in_terminal: false,
        head: head(&["What", "Value", "Unit", "Basis"]),
        rows: PARAMETERS.iter().map(row).collect(),
    }
}

// SPDX-License-Identifier: Apache-2.0
use kindhold_choice::evaluate::{
    EvaluateError, Log, Logged, MOST_ARMS, MOST_CHANCES, MOST_ROWS, Target,
};
use std::collections::{BTreeMap, BTreeSet};

/// A log as a file tells it, before it is known what is asked of it.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// How many were offered at once, where the file says so itself.
    pub(super) places: Option<usize>,
    /// Options stand in the order in which the fixed order would offer them.
    pub(super) ordered: bool,
    /// Features that are used when none are named.
    pub(super) features: Vec<String>,
    pub(super) rows: Vec<Told>,
}

/// One decision of it.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) line: usize,
    pub(super) person: String,
    pub(super) arm: String,
    pub(super) reward: Option<f64>,
    pub(super) chance: f64,
    pub(super) available: Vec<String>,
    pub(super) slate: Vec<String>,
    /// Numbers by their names: features, and chances of the option that was taken.
    pub(super) numbers: BTreeMap<String, f64>,
    /// Chances of all options by a policy's name.
    pub(super) targets: BTreeMap<String, BTreeMap<String, f64>>,
}

impl Table {
    /// Several files as one.
    pub(super) fn joined(tables: Vec<Self>) -> Result<Self, String> {
        let mut tables = tables.into_iter();
        let mut all = tables.next().ok_or("Name a log.")?;
        for table in tables {
            if (table.places, table.ordered, &table.features)
                != (all.places, all.ordered, &all.features)
            {
                return Err("These files are not of one kind: weigh each by itself.".to_owned());
            }
            all.rows.extend(table.rows);
            if all.rows.len() > MOST_ROWS {
                break;
            }
        }
        Ok(all)
    }

    /// The log and the chances of the policy.
    pub(super) fn log(
        &self,
        policy: &str,
        features: &[String],
        slate: usize,
    ) -> Result<(Log, Vec<Target>), String> {
        let features = if features.is_empty() {
            &self.features
        } else {
            features
        };
        let mut arms = BTreeSet::new();
        for row in &self.rows {
            arms.insert(row.arm.as_str());
            arms.extend(row.available.iter().chain(&row.slate).map(String::as_str));
            arms.extend(
                row.targets
                    .get(policy)
                    .into_iter()
                    .flat_map(BTreeMap::keys)
                    .map(String::as_str),
            );
            if arms.len() > MOST_ARMS {
                return Err(format!(
                    "There are more than {MOST_ARMS} options: is `arm` the right column?"
                ));
            }
        }
        if self.rows.len().saturating_mul(arms.len()) > MOST_CHANCES {
            return Err(format!("{}.", EvaluateError::TooLarge));
        }
        let places: BTreeMap<&str, usize> = arms.iter().copied().zip(0..).collect();
        let all: Vec<usize> = (0..arms.len()).collect();
        let mut log = Log {
            arms: arms.iter().map(|arm| (*arm).to_owned()).collect(),
            places: self.places.unwrap_or(slate).max(1),
            rows: Vec::with_capacity(self.rows.len()),
        };
        for row in &self.rows {
            log.rows.push(logged(row, features, &places, &all)?);
        }
        let targets = match policy {
            "even" => log.even(),
            "fixed" if self.ordered => log.fixed(),
            "fixed" => {
                return Err(
                    "`fixed` takes the first of `available`, and here they stand in no such order."
                        .to_owned(),
                );
            }
            column => self.told(column, &places)?,
        };
        Ok((log, targets))
    }

    fn told(&self, column: &str, places: &BTreeMap<&str, usize>) -> Result<Vec<Target>, String> {
        let each = self.rows.iter().map(|row| {
            if let Some(all) = row.targets.get(column) {
                let all = all.iter().filter_map(|(arm, p)| Some((*places.get(arm.as_str())?, *p)));
                return Ok(Target::All(all.collect()));
            }
            let one = row.numbers.get(column).map(|p| Target::Taken(*p));
            one.ok_or_else(|| {
                let line = row.line;
                format!("line {line}: there is no chance in the column {column}. A policy is `even`, `fixed` or such a column.")
            })
        });
        each.collect()
    }
}

fn logged(
    row: &Told,
    features: &[String],
    places: &BTreeMap<&str, usize>,
    all: &[usize],
) -> Result<Logged, String> {
    let of = |names: &[String]| -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let each = names.iter().filter_map(|name| places.get(name.as_str()));
        each.copied().filter(|arm| seen.insert(*arm)).collect()
    };
    let features: Result<Vec<f64>, String> = features
        .iter()
        .map(|name| {
            let known = row.numbers.get(name).copied();
            let line = row.line;
            known.ok_or_else(|| format!("line {line}: the feature {name} is missing or no number."))
        })
        .collect();
    let available = if row.available.is_empty() {
        all.to_vec()
    } else {
        of(&row.available)
    };
    Ok(Logged {
        line: row.line,
        person: row.person.clone(),
        arm: places.get(row.arm.as_str()).copied().unwrap_or_default(),
        reward: row.reward,
        chance: row.chance,
        features: features?,
        available,
        slate: of(&row.slate),
    })
}

// SPDX-License-Identifier: Apache-2.0
//! A log as lines of JSON, with the names of `kindhold choose --stdio`.

use super::log::{Table, Told};
use kindhold_choice::evaluate::{MOST_FEATURES, MOST_ROWS};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
struct Decision {
    person: Value,
    arm: String,
    #[serde(default)]
    reward: Option<f64>,
    propensity: Chances,
    #[serde(default)]
    available: Vec<String>,
    #[serde(default)]
    slate: Vec<String>,
    #[serde(default)]
    context: BTreeMap<String, Option<f64>>,
    /// Chances of other policies by their names.
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

/// Of the option that was taken, or of each.
#[derive(Deserialize)]
#[serde(untagged)]
enum Chances {
    Taken(f64),
    All(BTreeMap<String, f64>),
}

pub(super) fn log(text: &str) -> Result<Table, String> {
    let mut table = Table {
        ordered: true,
        ..Table::default()
    };
    let mut features = BTreeSet::new();
    let lines = text.lines().zip(1..);
    for (text, line) in lines.filter(|(text, _)| !text.trim().is_empty()) {
        let told: Decision = serde_json::from_str(text).map_err(|why| {
            format!("line {line}: {why}. A log has person, arm, reward and propensity.")
        })?;
        let chance = match &told.propensity {
            Chances::Taken(chance) => Some(*chance),
            Chances::All(each) => each.get(&told.arm).copied(),
        };
        let mut row = Told {
            line,
            person: match told.person {
                Value::String(name) => name,
                other => other.to_string(),
            },
            reward: told.reward,
            chance: chance
                .ok_or_else(|| format!("line {line}: there is no propensity of {}.", told.arm))?,
            arm: told.arm,
            available: told.available,
            slate: told.slate,
            ..Told::default()
        };
        for (name, value) in told.rest {
            match serde_json::from_value(value) {
                Ok(Chances::Taken(number)) => {
                    row.numbers.insert(name, number);
                }
                Ok(Chances::All(each)) => {
                    row.targets.insert(name, each);
                }
                Err(_) => {}
            }
        }
        for (name, value) in told.context {
            features.insert(name.clone());
            row.numbers.extend(value.map(|value| (name, value)));
        }
        table.ordered &= !row.available.is_empty();
        table.rows.push(row);
        if table.rows.len() > MOST_ROWS || features.len() > MOST_FEATURES {
            return Err(format!(
                "line {line}: a log has at most {MOST_ROWS} lines and {MOST_FEATURES} features."
            ));
        }
    }
    table.features = features.into_iter().collect();
    Ok(table)
}

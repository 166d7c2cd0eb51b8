// SPDX-License-Identifier: Apache-2.0
//! Answers lines of JSON with what is computed here, so that published implementations can be asked the same
//! (`oracle/check.py`).

use kindhold_choice::{
    evaluate::{Estimate, Log, Logged, Target, evaluate},
    trial::{Row, wcls},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::BufRead;

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Line {
    Evaluate {
        arms: usize,
        places: usize,
        rows: Vec<Decision>,
    },
    Wcls {
        reference: f64,
        level: f64,
        rows: Vec<Treated>,
    },
}

#[derive(Deserialize)]
struct Decision {
    person: String,
    arm: usize,
    reward: f64,
    chance: f64,
    features: Vec<f64>,
    target: Vec<f64>,
}

#[derive(Deserialize)]
struct Treated {
    person: usize,
    outcome: f64,
    treated: bool,
    chance: f64,
    moderators: Vec<f64>,
    controls: Vec<f64>,
}

fn answer(line: Line) -> Result<Value, String> {
    match line {
        Line::Evaluate { arms, places, rows } => {
            let logged = rows.iter().zip(1..).map(|(row, line)| Logged {
                line,
                person: row.person.clone(),
                arm: row.arm,
                reward: Some(row.reward),
                chance: row.chance,
                features: row.features.clone(),
                available: (0..arms).collect(),
                slate: Vec::new(),
            });
            let log = Log {
                arms: (0..arms).map(|n| n.to_string()).collect(),
                places,
                rows: logged.collect(),
            };
            let targets: Vec<Target> = rows
                .into_iter()
                .map(|r| Target::All(r.target.into_iter().enumerate().collect()))
                .collect();
            let found = evaluate(&log, &targets).map_err(|e| e.to_string())?;
            let told =
                |e: Estimate| json!({ "value": e.value, "error": e.error, "interval": e.interval });
            Ok(json!({
                "ips": told(found.ips), "snips": told(found.snips),
                "dr": found.dr.map(told), "sndr": found.sndr.map(told), "model": found.model,
                "effective": found.weights.effective, "most": found.weights.most,
            }))
        }
        Line::Wcls {
            reference,
            level,
            rows,
        } => {
            let rows: Vec<Row> = rows
                .into_iter()
                .map(|r| Row {
                    person: r.person,
                    outcome: r.outcome,
                    treated: r.treated,
                    chance: r.chance,
                    moderators: r.moderators,
                    controls: r.controls,
                })
                .collect();
            let fit = wcls(&rows, reference, level).map_err(|e| e.to_string())?;
            let effects = fit.effects.iter();
            let effects = effects
                .map(|e| json!({ "value": e.value, "error": e.error, "interval": e.interval }));
            Ok(json!({ "effects": effects.collect::<Vec<_>>(), "freedom": fit.freedom }))
        }
    }
}

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let read: Result<Line, String> = serde_json::from_str(&line).map_err(|e| e.to_string());
        println!(
            "{}",
            read.and_then(answer)
                .unwrap_or_else(|why| json!({ "error": why }))
        );
    }
}

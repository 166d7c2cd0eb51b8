// SPDX-License-Identifier: Apache-2.0
use super::{Design, Fitted, MOST_WEIGHTS, PersonError, design};
use crate::learn::{Belief, Prior, Seen};
use std::collections::BTreeMap;

/// How often expectation and maximisation take turns.
const TURNS: usize = 40;
/// What the starting guess at how far people differ is worth, in people.
const GUESS: f64 = 2.0;

/// One decision of somebody else, as it was logged.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// Whose; any name.
    pub person: String,
    /// What was known.
    pub context: BTreeMap<String, f64>,
    /// What was chosen.
    pub arm: String,
    /// How it went; `None` when that is missing.
    pub reward: Option<f64>,
}

/// Learns from other people's decisions how weights lie and how far people differ: a linear mixed model, fitted
/// by expectation and maximisation (Laird and Ware 1982).
///
/// # Errors
/// [`PersonError`] when arms or features are too many or a number is not finite; [`PersonError::Arms`] when
/// nothing is there to learn from.
pub fn fit(arms: &[String], features: &[String], logs: &[Logged]) -> Result<Fitted, PersonError> {
    let design = Design::new(arms.len(), features.len());
    if design.weights() > MOST_WEIGHTS {
        return Err(PersonError::TooLarge(design.weights()));
    }
    let known: Vec<(&Logged, usize, f64)> = logs
        .iter()
        .filter_map(|l| Some((l, arms.iter().position(|a| *a == l.arm)?, l.reward?)))
        .collect();
    if known.is_empty() {
        return Err(PersonError::Arms);
    }
    let numbers = known
        .iter()
        .flat_map(|(l, _, r)| l.context.values().chain([r]));
    if numbers.into_iter().any(|x| !x.is_finite()) {
        return Err(PersonError::NotFinite);
    }
    let mut fitted = units(arms, features, &known, design.weights());
    let mut design = design;
    design.take_units(&fitted);
    let people = by_person(&design, features, logs, arms);
    fitted.people = people.len();
    for _ in 0..TURNS {
        turn(&mut fitted, &design, &people);
    }
    Ok(fitted)
}

/// Usual values and how much they vary; weights that mean nothing yet.
fn units(
    arms: &[String],
    features: &[String],
    known: &[(&Logged, usize, f64)],
    weights: usize,
) -> Fitted {
    let rewards: Vec<f64> = known.iter().map(|(_, _, r)| *r).collect();
    let (level, unit) = usual(&rewards);
    let each = features.iter().map(|name| {
        let told: Vec<f64> = known
            .iter()
            .filter_map(|(l, ..)| l.context.get(name).copied())
            .collect();
        usual(&told)
    });
    let (centre, scale) = each.unzip();
    Fitted {
        arms: arms.to_vec(),
        features: features.to_vec(),
        centre,
        scale,
        level,
        unit,
        mean: vec![0.0; weights],
        spread: vec![0.0; weights * weights],
        noise: 0.5,
        people: 0,
    }
}

fn usual(values: &[f64]) -> (f64, f64) {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    let spread = libm::sqrt(square);
    (mean, if spread > 1e-9 { spread } else { 1.0 })
}

fn by_person(
    design: &Design,
    features: &[String],
    logs: &[Logged],
    arms: &[String],
) -> Vec<Vec<Seen>> {
    let mut people: BTreeMap<&str, (Vec<Seen>, Vec<f64>)> = BTreeMap::new();
    for log in logs {
        let Some(arm) = arms.iter().position(|a| *a == log.arm) else {
            continue;
        };
        let (seen, recent) = people
            .entry(&log.person)
            .or_insert_with(|| (Vec::new(), vec![0.0; arms.len()]));
        if let Some(reward) = log.reward {
            let context = design.context(features, &log.context);
            seen.push(Seen {
                features: design.features(arm, &context, recent),
                reward: design.in_units(reward),
                weight: 1.0,
            });
        }
        for (n, share) in recent.iter_mut().enumerate() {
            *share += design::RECENT * (f64::from(u8::from(n == arm)) - *share);
        }
    }
    people.into_values().map(|(seen, _)| seen).collect()
}

/// One turn: what is believed of each person under the present guess, then the guess that fits these beliefs.
fn turn(fitted: &mut Fitted, design: &Design, people: &[Vec<Seen>]) {
    let d = fitted.mean.len();
    let guess: Vec<f64> = (0..d)
        .map(|w| if design.is_level(w) { 0.2 } else { 0.1 })
        .collect();
    if fitted.spread.iter().all(|v| *v == 0.0) {
        for (n, g) in guess.iter().enumerate() {
            fitted.spread[n * d + n] = *g;
        }
    }
    let prior = Prior {
        mean: fitted.mean.clone(),
        spread: fitted.spread.iter().map(|v| v / fitted.noise).collect(),
        shape: 1e9,
        rate: 1e9 * fitted.noise,
    };
    let beliefs: Vec<Belief> = people
        .iter()
        .map(|seen| {
            let mut belief = Belief::new(&prior, 1.0);
            seen.iter().for_each(|s| belief.see(s));
            belief
        })
        .collect();
    let count = beliefs.len() as f64;
    let mut mean = vec![0.0; d];
    for belief in &beliefs {
        for (sum, m) in mean.iter_mut().zip(belief.mean()) {
            // A pull towards nothing, worth one person: what few people have shown is not sure.
            *sum += m / (count + 1.0);
        }
    }
    let mut spread = vec![0.0; d * d];
    let mut noise = 0.0;
    let mut seen_in_all = 0.0;
    for (belief, seen) in beliefs.iter().zip(people) {
        for n in 0..d {
            for m in 0..d {
                let off = (belief.mean()[n] - mean[n]) * (belief.mean()[m] - mean[m]);
                spread[n * d + m] += off + belief.spread()[n * d + m] * fitted.noise;
            }
        }
        for s in seen {
            let (expected, unsure) = belief.at(&s.features);
            let off = s.reward - expected;
            noise += off * off + unsure * fitted.noise;
            seen_in_all += 1.0;
        }
    }
    for n in 0..d {
        for m in 0..d {
            let start = if n == m { GUESS * guess[n] } else { 0.0 };
            spread[n * d + m] = (spread[n * d + m] + start) / (count + GUESS);
        }
    }
    fitted.mean = mean;
    fitted.spread = spread;
    fitted.noise = ((noise + 0.5) / (seen_in_all + 1.0)).max(1e-4);
}

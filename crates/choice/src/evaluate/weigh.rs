// SPDX-License-Identifier: Apache-2.0
use super::{Estimate, EvaluateError, Log, Logged, Target, reward::RewardModel};
use std::collections::BTreeMap;

/// Fewer decisions than these, as many as the weights are worth, are few.
const FEW: f64 = 30.0;
/// So is a smaller share of all.
const FEW_OF_ALL: f64 = 0.1;

/// What another way of choosing would have been worth.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// Decisions that were used.
    pub decisions: usize,
    /// Of so many people.
    pub people: usize,
    /// Decisions without a reward, left out. This is harmless only where saying nothing has nothing to do with how it
    /// went.
    pub unsaid: usize,
    /// What was logged was worth, with nothing weighed.
    pub logged: Estimate,
    /// By inverse propensity scores.
    pub ips: Estimate,
    /// The same divided by the sum of the weights.
    pub snips: Estimate,
    /// Doubly robust: right when the chances are, or the model is. `None` when the target is known for what was taken
    /// only.
    pub dr: Option<Estimate>,
    /// The same divided by the sum of the weights.
    pub sndr: Option<Estimate>,
    /// The model of the reward alone. It has no interval: how wrong a model is cannot be read from it.
    pub model: Option<f64>,
    /// How the decisions were weighed.
    pub weights: Weights,
}

/// The weights: the target's chance of what was taken by the chance that it had.
///
/// With several at once, both are chances of being among the offers. This rests on an assumption: how likely
/// something is taken when it is offered, and how it goes then, does not depend on what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// As how many decisions they count: their squared sum by the sum of their squares (Kish 1965).
    pub effective: f64,
    /// The largest one.
    pub most: f64,
    /// Their mean: near 1 when the log reaches what the target offers.
    pub mean: f64,
    /// Decisions that the target would never have made.
    pub never: usize,
    /// The log says little about this target: it counts as fewer than 30 decisions, or a tenth of all.
    pub few: bool,
}

impl Weights {
    fn of(weights: &[f64]) -> Self {
        let (sum, n): (f64, f64) = (weights.iter().sum(), weights.len() as f64);
        let squares: f64 = weights.iter().map(|w| w * w).sum();
        let effective = if squares > 0.0 {
            sum * sum / squares
        } else {
            0.0
        };
        Self {
            effective,
            most: weights.iter().copied().fold(0.0, f64::max),
            mean: sum / n,
            never: weights.iter().filter(|w| **w <= 0.0).count(),
            few: effective < FEW.max(FEW_OF_ALL * n),
        }
    }
}

/// Weighs a log: what the target, one for each decision, would have been worth. The mean is over decisions; with
/// several offers at once it is over what was taken.
///
/// # Errors
/// [`EvaluateError`], with the line, and then nothing is computed.
pub fn evaluate(log: &Log, targets: &[Target]) -> Result<Evaluation, EvaluateError> {
    log.check(targets)?;
    let all = log.rows.iter().zip(targets);
    let used: Vec<(&Logged, f64, &Target)> = all
        .filter_map(|(row, target)| Some((row, row.reward?, target)))
        .collect();
    if used.is_empty() {
        return Err(EvaluateError::Empty);
    }
    let people = numbered(used.iter().map(|(row, ..)| row.person.as_str()));
    let rewards: Vec<f64> = used.iter().map(|(_, reward, _)| *reward).collect();
    let weights: Vec<f64> = used
        .iter()
        .map(|(row, _, target)| target.of(row.arm) / row.chance)
        .collect();
    if weights.iter().all(|w| *w <= 0.0) {
        return Err(EvaluateError::Never);
    }
    let weighed: Vec<f64> = weights.iter().zip(&rewards).map(|(w, r)| w * r).collect();
    let with_model = model(log, &used, &people, &weights);
    Ok(Evaluation {
        decisions: used.len(),
        people: people.iter().max().map_or(0, |last| last + 1),
        unsaid: log.rows.len() - used.len(),
        logged: Estimate::mean(&people, &rewards),
        ips: Estimate::mean(&people, &weighed),
        snips: Estimate::ratio(&people, &weighed, &weights),
        dr: with_model.as_ref().map(|m| m.dr),
        sndr: with_model.as_ref().map(|m| m.sndr),
        model: with_model.map(|m| m.model),
        weights: Weights::of(&weights),
    })
}

struct WithModel {
    model: f64,
    dr: Estimate,
    sndr: Estimate,
}

/// The estimates that use a model. Where several are offered at once, `reach` is how likely each is taken: its chance of
/// being among the offers times how often it is taken when it is (see [`taken_when_offered`]); it sums to 1 for a
/// single offer.
fn model(
    log: &Log,
    used: &[(&Logged, f64, &Target)],
    people: &[usize],
    weights: &[f64],
) -> Option<WithModel> {
    if used
        .iter()
        .any(|(.., target)| matches!(target, Target::Taken(_)))
    {
        return None;
    }
    let rows: Vec<(&Logged, f64)> = used.iter().map(|(row, r, _)| (*row, *r)).collect();
    let model = RewardModel::new(log, &rows, people);
    let taken = taken_when_offered(log, used);
    let (mut direct, mut reached) = (Vec::new(), Vec::new());
    let mut rest = Vec::with_capacity(used.len());
    for (n, (row, reward, target)) in used.iter().enumerate() {
        let Target::All(each) = target else {
            return None;
        };
        let reach = || {
            each.iter()
                .map(|(arm, chance)| (*arm, chance * taken[*arm]))
        };
        let expected = reach().map(|(arm, reach)| reach * model.expects(n, people, row, arm));
        direct.push(expected.sum::<f64>());
        reached.push(reach().map(|(_, reach)| reach).sum::<f64>());
        rest.push(weights[n] * (reward - model.expects(n, people, row, row.arm)));
    }
    let model = Estimate::ratio(people, &direct, &reached).value;
    let both: Vec<f64> = direct.iter().zip(&rest).map(|(d, r)| d + r).collect();
    let dr = Estimate::ratio(people, &both, &reached);
    let sum: f64 = weights.iter().sum();
    let by = reached.iter().sum::<f64>() / sum;
    let value = model + rest.iter().sum::<f64>() / sum;
    // Linearised: what the weights' own sum adds is taken in with the weight of each decision.
    let off = rest.iter().sum::<f64>() / sum;
    let parts: Vec<f64> = (0..used.len())
        .map(|n| {
            direct[n] - model * reached[n] + by * (rest[n] - off * weights[n]) + value * reached[n]
        })
        .collect();
    let sndr = Estimate::ratio(people, &parts, &reached);
    Some(WithModel { model, dr, sndr })
}

/// How often an option is taken when it is among the offers: counted where the log tells what was offered, else each
/// alike; 1 for a single offer.
fn taken_when_offered(log: &Log, used: &[(&Logged, f64, &Target)]) -> Vec<f64> {
    let alike = 1.0 / log.places.max(1) as f64;
    let mut counts = vec![(0.0, 0.0); log.arms.len()];
    for (row, ..) in used {
        if log.places > 1 && row.slate.contains(&row.arm) {
            row.slate.iter().for_each(|arm| counts[*arm].1 += 1.0);
            counts[row.arm].0 += 1.0;
        }
    }
    let each = counts.iter();
    each.map(|(taken, offered)| {
        if *offered > 0.0 {
            taken / offered
        } else {
            alike
        }
    })
    .collect()
}

/// People by the order in which they appear.
fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut known = BTreeMap::new();
    names
        .map(|name| {
            let next = known.len();
            *known.entry(name).or_insert(next)
        })
        .collect()
}

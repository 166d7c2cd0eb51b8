// SPDX-License-Identifier: Apache-2.0
//! Logistic regression over the runs of whole texts.

use super::{
    draw::Draw,
    fit::{Item, Kind},
};
use crate::number::{ln, logistic};
use std::collections::BTreeMap;

/// A run has to come in so many texts.
const OFTEN: f32 = 3.0;
/// So many runs are kept: those that move texts most.
const KEPT: usize = 10_000;
/// The first step; later ones are smaller.
const RATE: f32 = 3.0;
/// What a text weighs against the pull of all weights towards 0: the `C` of others.
const AGAINST_PULL: f32 = 4.0;

/// What was learnt: a weight for each key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs {
    pub(crate) weights: BTreeMap<u32, f32>,
    pub(crate) base: f32,
}

impl Runs {
    /// What an item's text weighs.
    pub(crate) fn weigh(&self, item: &Item) -> f32 {
        let each = item.runs.runs.iter();
        let sum: f32 = each
            .filter_map(|(key, count)| Some(count * self.weights.get(key)?))
            .sum();
        self.base + sum * item.runs.share()
    }
}

/// Learns from lines as they were written, in an order that the draw gives: what is made of them has no voice of its own.
pub(crate) fn fit_whole(items: &[&Item], rounds: usize, draw: &mut Draw) -> Runs {
    let items: Vec<&Item> = items
        .iter()
        .copied()
        .filter(|item| item.kind != Kind::Made)
        .collect();
    let mut often: BTreeMap<u32, f32> = BTreeMap::new();
    for item in &items {
        for (key, _) in &item.runs.runs {
            *often.entry(*key).or_default() += 1.0;
        }
    }
    let known: Vec<(u32, f32)> = often.into_iter().filter(|(_, n)| *n >= OFTEN).collect();
    let rare = |n: f32| ln((1.0 + items.len() as f32) / (1.0 + n)) + 1.0;
    // Each text as places in `known` with what they count there.
    let texts: Vec<Vec<(u32, f32)>> = items
        .iter()
        .map(|item| {
            let share = item.runs.share();
            let each = item.runs.runs.iter().filter_map(|(key, count)| {
                let at = known.binary_search_by_key(key, |(k, _)| *k).ok()?;
                Some((at as u32, count * rare(known[at].1) * share))
            });
            each.collect()
        })
        .collect();
    let mut weights = vec![0.0_f32; known.len()];
    // The pull shrinks all weights at every step: kept as one factor before them.
    let mut factor = 1.0_f32;
    let mut base = 0.0_f32;
    let pull = 1.0 / (AGAINST_PULL * items.len().max(1) as f32);
    let mut order: Vec<usize> = (0..items.len()).collect();
    for round in 0..rounds {
        let rate = RATE / (1.0 + 0.5 * round as f32);
        draw.shuffle(&mut order);
        for n in &order {
            let text = &texts[*n];
            let sum: f32 = text.iter().map(|(at, x)| weights[*at as usize] * x).sum();
            let wanted = f32::from(u8::from(items[*n].show));
            let error = (logistic(base + factor * sum) - wanted) * items[*n].weight;
            base -= 0.02 * rate * error;
            factor *= 1.0 - rate * pull;
            let step = rate * error / factor;
            text.iter()
                .for_each(|(at, x)| weights[*at as usize] -= step * x);
        }
        weights.iter_mut().for_each(|w| *w *= factor);
        factor = 1.0;
    }
    let mut kept: Vec<(u32, f32, f32)> = known
        .iter()
        .zip(&weights)
        .map(|((key, n), weight)| (*key, weight * rare(*n), n.sqrt()))
        .collect();
    kept.sort_by(|a, b| (b.1.abs() * b.2).total_cmp(&(a.1.abs() * a.2)));
    kept.truncate(KEPT);
    Runs {
        weights: kept
            .into_iter()
            .map(|(key, weight, _)| (key, weight))
            .collect(),
        base,
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::Fitted;
use std::collections::{BTreeMap, BTreeSet};

/// How fast "how often lately" follows: about the last seven decisions.
pub(super) const RECENT: f64 = 1.0 / 7.0;

/// How an option in a context becomes the features of a linear model: a level and slopes that all options share,
/// a level and slopes of each option's own, and how often that option came lately, with a weight of its own for each
/// (for what wears off).
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Design {
    arms: usize,
    context: usize,
    centre: Vec<f64>,
    scale: Vec<f64>,
    level: f64,
    unit: f64,
}

impl Design {
    pub(super) fn new(arms: usize, context: usize) -> Self {
        Self {
            arms,
            context,
            centre: vec![0.0; context],
            scale: vec![1.0; context],
            level: 0.0,
            unit: 1.0,
        }
    }

    /// How many weights the model has.
    pub(super) const fn weights(&self) -> usize {
        (self.context + 1) * (self.arms + 1) + self.arms
    }

    /// Whether the weight is one that all options share.
    pub(super) const fn is_shared(&self, weight: usize) -> bool {
        weight <= self.context
    }

    /// Whether the weight is a level (against a slope): shared, or of one option.
    pub(super) const fn is_level(&self, weight: usize) -> bool {
        weight.is_multiple_of(self.context + 1) && weight < (self.context + 1) * (self.arms + 1)
    }

    pub(super) fn take_units(&mut self, prior: &Fitted) {
        self.centre.clone_from(&prior.centre);
        self.scale.clone_from(&prior.scale);
        self.level = prior.level;
        self.unit = prior.unit;
    }

    /// Takes a unit from a person's own rewards.
    pub(super) fn unit_from(&mut self, rewards: &[f64]) {
        let n = rewards.len() as f64;
        let mean = rewards.iter().sum::<f64>() / n;
        let square = rewards.iter().map(|r| r * r).sum::<f64>() / n;
        let size = libm::sqrt(square);
        let spread = libm::sqrt((square - mean * mean).max(0.0));
        let unit = if rewards.len() < 3 {
            size
        } else {
            spread.max(0.1 * size)
        };
        self.unit = if unit > 1e-9 { unit } else { 1.0 };
    }

    pub(super) fn in_units(&self, reward: f64) -> f64 {
        (reward - self.level) / self.unit
    }

    /// What counts for harm that came without a number.
    pub(super) fn bad(&self) -> f64 {
        self.level - 2.0 * self.unit
    }

    /// The context's values in the order of the names; what is not told is taken as usual.
    pub(super) fn context(&self, names: &[String], told: &BTreeMap<String, f64>) -> Vec<f64> {
        let each = names.iter().zip(self.centre.iter().zip(&self.scale));
        each.map(|(name, (centre, scale))| {
            told.get(name)
                .map_or(0.0, |x| ((x - centre) / scale).clamp(-10.0, 10.0))
        })
        .collect()
    }

    pub(super) fn features(&self, arm: usize, context: &[f64], recent: &[f64]) -> Vec<f64> {
        let mut out = vec![0.0; self.weights()];
        let block = self.context + 1;
        for start in [0, block * (arm + 1)] {
            out[start] = 1.0;
            out[start + 1..start + block].copy_from_slice(context);
        }
        out[block * (self.arms + 1) + arm] = recent.get(arm).copied().unwrap_or_default();
        out
    }

    /// The features by which an option is judged: as they are, but "how often lately" counts twice. What wears off by use
    /// is worth `s (b + g s)` when it comes with share `s`; its slope, `b + 2 g s`, is what one more use is worth in
    /// the long run, where `b + g s` is what it is worth today.
    pub(super) fn judged(&self, arm: usize, context: &[f64], recent: &[f64]) -> Vec<f64> {
        let mut out = self.features(arm, context, recent);
        out[(self.context + 1) * (self.arms + 1) + arm] *= 2.0;
        out
    }
}

pub(super) fn distinct(names: &[String]) -> bool {
    let all: BTreeSet<&String> = names.iter().collect();
    all.len() == names.len() && !names.iter().any(String::is_empty)
}

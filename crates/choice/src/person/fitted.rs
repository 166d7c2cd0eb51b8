// SPDX-License-Identifier: Apache-2.0
use serde::{Deserialize, Serialize};

/// What was learnt from other people: how their weights lie, and how far they differ. Rewards in units of `unit`
/// around `level`, features in units of `scale` around `centre`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Fitted {
    /// Names of the options.
    pub arms: Vec<String>,
    /// Names of the features.
    pub features: Vec<String>,
    /// Usual value of each feature.
    pub centre: Vec<f64>,
    /// How much each varies, above 0.
    pub scale: Vec<f64>,
    /// Usual reward.
    pub level: f64,
    /// How much rewards vary, above 0.
    pub unit: f64,
    /// Mean of each weight over people.
    pub mean: Vec<f64>,
    /// Covariance of the weights between people, row by row.
    pub spread: Vec<f64>,
    /// Variance of one reward around what is expected of it, above 0.
    pub noise: f64,
    /// How many people it comes from.
    pub people: usize,
}

impl Fitted {
    /// The same for these arms and features, by their names. What was not known there is like nothing in particular;
    /// `None` when no arm is known at all.
    #[must_use]
    pub fn aligned(&self, arms: &[String], features: &[String]) -> Option<Self> {
        if !arms.iter().any(|a| self.arms.contains(a)) {
            return None;
        }
        let old = |names: &[String], name: &String| names.iter().position(|n| n == name);
        let arm: Vec<Option<usize>> = arms.iter().map(|a| old(&self.arms, a)).collect();
        let feature: Vec<Option<usize>> = features.iter().map(|f| old(&self.features, f)).collect();
        let weight = places(&arm, &feature, self.arms.len(), self.features.len());
        let (d, from) = (weight.len(), self.mean.len());
        let mut spread = vec![0.0; d * d];
        for (n, a) in weight.iter().enumerate() {
            for (m, b) in weight.iter().enumerate() {
                spread[n * d + m] = match (a, b) {
                    (Some(a), Some(b)) => self.spread[a * from + b],
                    _ if n == m => UNKNOWN,
                    _ => 0.0,
                };
            }
        }
        let of = |known: &[f64], else_: f64| -> Vec<f64> {
            feature
                .iter()
                .map(|f| f.map_or(else_, |f| known[f]))
                .collect()
        };
        Some(Self {
            arms: arms.to_vec(),
            features: features.to_vec(),
            centre: of(&self.centre, 0.0),
            scale: of(&self.scale, 1.0),
            level: self.level,
            unit: self.unit,
            mean: weight
                .iter()
                .map(|w| w.map_or(0.0, |w| self.mean[w]))
                .collect(),
            spread,
            noise: self.noise,
            people: self.people,
        })
    }
}

/// How far a weight of which others taught nothing may lie from nothing, squared.
const UNKNOWN: f64 = 0.5;

/// Where each weight of a model for these arms and features stands in the one that they come from.
fn places(
    arm: &[Option<usize>],
    feature: &[Option<usize>],
    arms: usize,
    features: usize,
) -> Vec<Option<usize>> {
    let block = features + 1;
    let starts = std::iter::once(Some(0)).chain(arm.iter().map(|a| a.map(|a| block * (a + 1))));
    let slopes = starts.flat_map(|start| {
        let level = std::iter::once(start);
        level.chain(feature.iter().map(move |f| Some(start? + 1 + (*f)?)))
    });
    let lately = arm.iter().map(|a| a.map(|a| block * (arms + 1) + a));
    slopes.chain(lately).collect()
}

/// A prior that does not fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "this prior does not fit together: its lists have other lengths, or a number is out of range"
)]
pub struct FittedError;

#[derive(Deserialize)]
struct Unchecked {
    arms: Vec<String>,
    features: Vec<String>,
    centre: Vec<f64>,
    scale: Vec<f64>,
    level: f64,
    unit: f64,
    mean: Vec<f64>,
    spread: Vec<f64>,
    noise: f64,
    people: usize,
}

impl TryFrom<Unchecked> for Fitted {
    type Error = FittedError;

    fn try_from(u: Unchecked) -> Result<Self, FittedError> {
        let d =
            super::Design::new(u.arms.len().min(10_000), u.features.len().min(10_000)).weights();
        let sizes = u.centre.len() == u.features.len()
            && u.scale.len() == u.features.len()
            && u.mean.len() == d
            && u.spread.len() == d * d;
        let all = [&u.centre, &u.scale, &u.mean, &u.spread];
        let finite = all.iter().all(|list| list.iter().all(|x| x.is_finite()))
            && u.level.is_finite()
            && u.unit.is_finite()
            && u.noise.is_finite();
        let above = u.unit > 0.0 && u.noise > 0.0 && u.scale.iter().all(|s| *s > 0.0);
        let variances = (0..d).all(|n| u.spread.get(n * d + n).is_some_and(|v| *v >= 0.0));
        if !(sizes && finite && above && variances) {
            return Err(FittedError);
        }
        Ok(Self {
            arms: u.arms,
            features: u.features,
            centre: u.centre,
            scale: u.scale,
            level: u.level,
            unit: u.unit,
            mean: u.mean,
            spread: u.spread,
            noise: u.noise,
            people: u.people,
        })
    }
}

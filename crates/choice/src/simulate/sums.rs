// SPDX-License-Identifier: Apache-2.0
use super::{policy::Policy, sample::Lived};
use crate::learn::Rng;

/// What one policy came to with one person, added up.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Life {
    pub(super) to_10: f64,
    pub(super) to_20: f64,
    pub(super) to_30: f64,
    pub(super) to_60: f64,
    pub(super) offers: f64,
    pub(super) harmful: f64,
    /// Mean benefit of an urge.
    pub(super) mean: f64,
}

/// The same for every policy.
#[derive(Debug, Clone)]
pub(super) struct Sums(Vec<Life>);

impl Sums {
    pub(super) fn of(lived: &Lived) -> Self {
        let of = |life: &super::Life| {
            let to = |end: usize| -> f64 { life.benefit.iter().take(end).flatten().sum() };
            let varied = life.benefit.iter().flatten().count();
            Life {
                to_10: to(10),
                to_20: to(20),
                to_30: to(30),
                to_60: to(60),
                offers: f64::from(life.offers),
                harmful: f64::from(life.harmful),
                mean: to(usize::MAX) / varied.max(1) as f64,
            }
        };
        Self(lived.lives.iter().map(of).collect())
    }

    fn under(&self, policy: Policy) -> &Life {
        &self.0[policy.place()]
    }
}

/// How often each person counts in one resample.
#[derive(Debug, Clone)]
pub(super) struct Weights(Vec<f64>);

impl Weights {
    pub(super) fn one_each(count: usize) -> Self {
        Self(vec![1.0; count])
    }

    /// Draws as many clusters as there are, with replacement; `cluster` names each person's.
    pub(super) fn drawn(cluster: &[usize], rng: &mut Rng) -> Self {
        let count = cluster.iter().max().map_or(0, |most| most + 1);
        let mut often = vec![0.0; count];
        for _ in 0..count {
            often[rng.below(count)] += 1.0;
        }
        Self(cluster.iter().map(|c| often[*c]).collect())
    }

    pub(super) fn only(&self, those: &[usize]) -> Self {
        Self(those.iter().map(|n| self.0[*n]).collect())
    }

    pub(super) fn all(&self) -> &[f64] {
        &self.0
    }

    pub(super) fn total(&self) -> f64 {
        self.0.iter().sum()
    }

    pub(super) fn sum(&self, people: &[Sums], policy: Policy, of: fn(&Life) -> f64) -> f64 {
        let each = people.iter().zip(&self.0);
        each.map(|(s, w)| w * of(s.under(policy))).sum()
    }
}

/// The mean of the tenth of people for whom the mean benefit is least under this policy.
pub(super) fn worst_tenth(policy: Policy, people: &[Sums], by: &Weights) -> f64 {
    let each = people.iter().zip(by.all());
    let mut means: Vec<(f64, f64)> = each.map(|(s, w)| (s.under(policy).mean, *w)).collect();
    means.sort_by(|a, b| a.0.total_cmp(&b.0));
    let tenth = 0.1 * by.total();
    let (mut sum, mut left) = (0.0, tenth);
    for (mean, weight) in means {
        let part = weight.min(left);
        sum += part * mean;
        left -= part;
    }
    sum / tenth
}

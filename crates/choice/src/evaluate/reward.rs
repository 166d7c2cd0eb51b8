// SPDX-License-Identifier: Apache-2.0
use super::{Log, Logged, matrix};

/// How many parts the people are split into.
const FOLDS: usize = 5;
/// The ridge's penalty on each slope, with features brought to a standard deviation of 1; levels have none.
const PENALTY: f64 = 1.0;

/// What each option is expected to give in each decision: for each option a ridge regression on the features, learnt
/// from other people than the one it is asked for (five parts of people, in the order in which they appear; of
/// decisions where there is one person only). An option of which the others say nothing gets the mean of all.
pub(super) struct RewardModel {
    scale: Vec<(f64, f64)>,
    folds: usize,
    /// Parts are made of people; else of decisions.
    by_person: bool,
    /// By fold, then by option; `None` where the others say nothing of it.
    weights: Vec<Vec<Option<Vec<f64>>>>,
    means: Vec<f64>,
}

#[derive(Clone)]
struct Sums {
    square: Vec<f64>,
    with_reward: Vec<f64>,
}

impl RewardModel {
    /// Learns from these decisions of the log, each with its person's number.
    pub(super) fn new(log: &Log, used: &[(&Logged, f64)], people: &[usize]) -> Self {
        let scale = scale(used);
        let count = people.iter().max().map_or(1, |last| last + 1);
        let folds = FOLDS.min(if count > 1 { count } else { used.len() }).max(1);
        let width = scale.len() + 1;
        let none = Sums {
            square: vec![0.0; width * width],
            with_reward: vec![0.0; width],
        };
        let mut model = Self {
            scale,
            folds,
            by_person: count > 1,
            weights: Vec::with_capacity(folds),
            means: Vec::with_capacity(folds),
        };
        let mut sums = vec![vec![none.clone(); log.arms.len()]; folds];
        for (n, (row, reward)) in used.iter().enumerate() {
            let x = model.design(row);
            let cell = &mut sums[model.fold(n, people)][row.arm];
            matrix::add_square(&mut cell.square, &x, 1.0);
            matrix::add(&mut cell.with_reward, &x, *reward);
        }
        for fold in 0..folds {
            let others = |n: usize| n != fold || folds == 1;
            let mut total = (0.0, 0.0);
            let mut weights = Vec::with_capacity(log.arms.len());
            for arm in 0..log.arms.len() {
                let mut all = none.clone();
                for (_, of) in sums.iter().enumerate().filter(|(n, _)| others(*n)) {
                    matrix::add(&mut all.square, &of[arm].square, 1.0);
                    matrix::add(&mut all.with_reward, &of[arm].with_reward, 1.0);
                }
                total = (total.0 + all.with_reward[0], total.1 + all.square[0]);
                for n in 1..width {
                    all.square[n * width + n] += PENALTY;
                }
                weights.push(matrix::solve(&all.square, &all.with_reward));
            }
            model.weights.push(weights);
            model.means.push(if total.1 > 0.0 {
                total.0 / total.1
            } else {
                0.0
            });
        }
        model
    }

    const fn fold(&self, decision: usize, people: &[usize]) -> usize {
        let of = if self.by_person {
            people[decision]
        } else {
            decision
        };
        of % self.folds
    }

    /// What this option is expected to give in this decision.
    pub(super) fn expects(
        &self,
        decision: usize,
        people: &[usize],
        row: &Logged,
        arm: usize,
    ) -> f64 {
        let fold = self.fold(decision, people);
        match self.weights[fold].get(arm) {
            Some(Some(weights)) => matrix::dot(weights, &self.design(row)),
            _ => self.means[fold],
        }
    }

    fn design(&self, row: &Logged) -> Vec<f64> {
        let scaled = row.features.iter().zip(&self.scale);
        let scaled = scaled.map(|(x, (mean, spread))| (x - mean) / spread);
        std::iter::once(1.0).chain(scaled).collect()
    }
}

/// Mean and standard deviation of each feature; 1 for one that never changes.
fn scale(used: &[(&Logged, f64)]) -> Vec<(f64, f64)> {
    let n = used.len() as f64;
    let width = used.first().map_or(0, |(row, _)| row.features.len());
    let each = (0..width).map(|k| {
        let of = || used.iter().map(|(row, _)| row.features[k]);
        let mean = of().sum::<f64>() / n;
        let spread = libm::sqrt(of().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n);
        (mean, if spread > 1e-12 { spread } else { 1.0 })
    });
    each.collect()
}

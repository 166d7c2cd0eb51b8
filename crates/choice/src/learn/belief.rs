// SPDX-License-Identifier: Apache-2.0
use super::Rng;
use libm::{lgamma, log, sqrt};

/// How far a draw goes from the mean, as a share of the uncertainty. Whole draws (1) try out too much when there are few
/// decisions: over the made-up people of `examples/regret.rs` a half loses less after 10, 30 and 100 decisions alike.
const CALM: f64 = 0.5;

/// What is believed of the weights of a linear model before anything was seen: normal given the noise, the
/// noise's variance inverse-gamma. Rewards are in units of `scale` around `centre`.
#[derive(Debug, Clone, PartialEq)]
pub struct Prior {
    /// Mean of each weight.
    pub mean: Vec<f64>,
    /// Their covariance in units of the noise's variance, row by row.
    pub spread: Vec<f64>,
    /// Shape of the noise's variance, above 0: half as many observations as it is worth.
    pub shape: f64,
    /// Its rate: `rate / shape` is the variance that is expected.
    pub rate: f64,
}

impl Prior {
    /// Independent weights: a mean and a variance (in units of `noise`, a variance) for each.
    #[must_use]
    pub fn independent(mean: Vec<f64>, variance: &[f64], noise: f64, shape: f64) -> Self {
        let d = mean.len();
        let mut spread = vec![0.0; d * d];
        for (n, v) in variance.iter().enumerate().take(d) {
            spread[n * d + n] = v / noise;
        }
        Self {
            mean,
            spread,
            shape,
            rate: noise * shape,
        }
    }
}

/// One thing that was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What it was, as the model's features.
    pub features: Vec<f64>,
    /// How it went.
    pub reward: f64,
    /// How much it says, above 0 and up to 1: 1 for a word of the person's own.
    pub weight: f64,
}

/// What is believed after some things were seen, oldest first. Between two of them belief drifts back towards
/// the prior by `keep` (an Ornstein-Uhlenbeck walk that has the prior as its resting state), so what is
/// long ago counts less: with `keep` of 1 nothing is forgotten.
#[derive(Debug, Clone)]
pub struct Belief {
    prior: Prior,
    keep: f64,
    mean: Vec<f64>,
    spread: Vec<f64>,
    shape: f64,
    rate: f64,
    /// Logarithm of how likely all that was seen is under this prior.
    evidence: f64,
}

impl Belief {
    /// Before anything was seen.
    #[must_use]
    pub fn new(prior: &Prior, keep: f64) -> Self {
        Self {
            mean: prior.mean.clone(),
            spread: prior.spread.clone(),
            shape: prior.shape,
            rate: prior.rate,
            evidence: 0.0,
            prior: prior.clone(),
            keep,
        }
    }

    /// Takes one more thing in.
    pub fn see(&mut self, seen: &Seen) {
        self.drift();
        let d = self.mean.len();
        let across = self.times(&seen.features);
        let reach = dot(&seen.features, &across);
        let noise = 1.0 / seen.weight.clamp(1e-3, 1.0);
        let total = noise + reach.max(0.0);
        let off = seen.reward - dot(&seen.features, &self.mean);
        self.evidence += student(off, total * self.rate / self.shape, 2.0 * self.shape);
        for n in 0..d {
            let gain = across[n] / total;
            self.mean[n] += gain * off;
            let row = &mut self.spread[n * d..(n + 1) * d];
            row.iter_mut()
                .zip(&across)
                .for_each(|(s, a)| *s -= gain * a);
        }
        self.shape += 0.5;
        self.rate += 0.5 * off * off / total;
    }

    fn drift(&mut self) {
        if self.keep >= 1.0 {
            return;
        }
        let (keep, back) = (self.keep, 1.0 - self.keep * self.keep);
        for (now, rest) in self.mean.iter_mut().zip(&self.prior.mean) {
            *now = rest + keep * (*now - rest);
        }
        for (now, rest) in self.spread.iter_mut().zip(&self.prior.spread) {
            *now = keep * keep * *now + back * rest;
        }
    }

    /// The covariance times a vector. Most features are 0 most of the time; a row is a column as well.
    fn times(&self, v: &[f64]) -> Vec<f64> {
        let d = self.mean.len();
        let mut out = vec![0.0; d];
        for (n, x) in there(v) {
            let row = &self.spread[n * d..(n + 1) * d];
            out.iter_mut().zip(row).for_each(|(o, s)| *o += x * s);
        }
        out
    }

    /// Mean of each weight.
    #[must_use]
    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// Their covariance in units of the noise's variance, row by row.
    #[must_use]
    pub fn spread(&self) -> &[f64] {
        &self.spread
    }

    /// What is expected there, and its variance in units of the noise's.
    #[must_use]
    pub fn at(&self, features: &[f64]) -> (f64, f64) {
        let across = self.times(features);
        (dot(features, &self.mean), dot(features, &across).max(0.0))
    }

    /// Logarithm of how likely what was seen is under this prior.
    #[must_use]
    pub const fn evidence(&self) -> f64 {
        self.evidence
    }

    /// What is expected of these, with their joint uncertainty.
    #[must_use]
    pub fn expect(&self, options: &[Vec<f64>]) -> Expected {
        let mean: Vec<f64> = options.iter().map(|o| dot(o, &self.mean)).collect();
        let across: Vec<Vec<f64>> = options.iter().map(|o| self.times(o)).collect();
        let noise = self.rate / self.shape;
        let k = options.len();
        let mut joint = vec![0.0; k * k];
        for n in 0..k {
            let option: Vec<(usize, f64)> = there(&options[n]).collect();
            for m in 0..=n {
                let value: f64 = option.iter().map(|(at, x)| x * across[m][*at]).sum();
                let value = noise * value;
                joint[n * k + m] = value;
                joint[m * k + n] = value;
            }
        }
        let spread = (0..k).map(|n| sqrt(joint[n * k + n].max(0.0))).collect();
        Expected {
            root: root(joint, k),
            mean,
            spread,
            noise,
        }
    }
}

/// What is expected of some options at once.
#[derive(Debug, Clone)]
pub struct Expected {
    /// The mean of each.
    pub mean: Vec<f64>,
    /// The standard deviation of each mean.
    pub spread: Vec<f64>,
    /// The variance of a single reward around it.
    pub noise: f64,
    root: Vec<f64>,
}

impl Expected {
    /// One draw of all of them together.
    #[must_use]
    pub fn draw(&self, rng: &mut Rng, into: &mut Vec<f64>) -> Vec<f64> {
        let k = self.mean.len();
        into.clear();
        into.extend((0..k).map(|_| rng.normal()));
        (0..k)
            .map(|n| self.mean[n] + CALM * dot(&self.root[n * k..n * k + n + 1], &into[..=n]))
            .collect()
    }
}

/// The lower Cholesky root of a covariance; a direction without variance gets none.
fn root(mut a: Vec<f64>, k: usize) -> Vec<f64> {
    for n in 0..k {
        for m in 0..=n {
            let known: f64 = (0..m).map(|j| a[n * k + j] * a[m * k + j]).sum();
            let left = a[n * k + m] - known;
            a[n * k + m] = if n == m {
                sqrt(left.max(0.0))
            } else if a[m * k + m] > 1e-9 {
                left / a[m * k + m]
            } else {
                0.0
            };
        }
    }
    a
}

/// Logarithm of Student's density at `off` with this squared scale and so many degrees of freedom.
fn student(off: f64, scale: f64, freedom: f64) -> f64 {
    lgamma(0.5 * (freedom + 1.0))
        - lgamma(0.5 * freedom)
        - 0.5 * log(freedom * std::f64::consts::PI * scale)
        - 0.5 * (freedom + 1.0) * log(1.0 + off * off / (freedom * scale))
}

/// What is not 0 in a vector, with its place.
fn there(v: &[f64]) -> impl Iterator<Item = (usize, f64)> + '_ {
    let each = v.iter().copied().enumerate();
    each.filter(|(_, x)| *x != 0.0)
}

pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

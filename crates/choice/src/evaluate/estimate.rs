// SPDX-License-Identifier: Apache-2.0
use super::student;
use std::collections::BTreeMap;

/// A mean reward for each decision, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub value: f64,
    /// Its standard error with each person as one piece; `None` of a single person.
    pub error: Option<f64>,
    /// Its 95 % interval, with Student's distribution of one degree of freedom fewer than people.
    pub interval: Option<(f64, f64)>,
}

impl Estimate {
    /// A ratio of two sums over decisions. The error is linearised (Taylor; Särndal and others 1992, 5.5): each person's
    /// part is the sum of `top - ratio * bottom`, and their squares are summed with G/(G-1) for G people.
    pub(super) fn ratio(people: &[usize], top: &[f64], bottom: &[f64]) -> Self {
        let below: f64 = bottom.iter().sum();
        let value = top.iter().sum::<f64>() / below;
        let mut parts: BTreeMap<usize, f64> = BTreeMap::new();
        for ((person, top), bottom) in people.iter().zip(top).zip(bottom) {
            *parts.entry(*person).or_default() += top - value * bottom;
        }
        let groups = parts.len() as f64;
        let squares: f64 = parts.values().map(|part| part * part).sum();
        let error = (parts.len() > 1 && value.is_finite())
            .then(|| libm::sqrt(squares * groups / (groups - 1.0)) / below.abs());
        let interval = error.map(|error| {
            let half = student::reach(0.95, groups - 1.0) * error;
            (value - half, value + half)
        });
        Self {
            value,
            error,
            interval,
        }
    }

    /// A mean over decisions.
    pub(super) fn mean(people: &[usize], values: &[f64]) -> Self {
        Self::ratio(people, values, &vec![1.0; values.len()])
    }
}

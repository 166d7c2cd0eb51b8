// SPDX-License-Identifier: Apache-2.0
use crate::change::Confidence;

/// A figure with the 95 % interval around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Estimate {
    /// NAP from `m` values before and `n` after, with the interval of Newcombe (2006), Statistics in Medicine
    /// 25(4):559-573, method 5: the values of θ that are within 1.96 of their own standard error of the figure. It
    /// covers well from small samples on, never leaves 0 to 1, and has a width at 0 and 1.
    pub(super) fn of_nap(value: f64, m: f64, n: f64) -> Self {
        let z = Confidence::NinetyFive.z();
        let h = (m + n) / 2.0 - 1.0;
        // The distance between figure and θ, less what is allowed at θ; both sides times (2−θ)(1+θ)·mn.
        let outside = |t: f64| {
            let v = t * (1.0 - t);
            let gap = value - t;
            m * n * gap * gap * (2.0 - t) * (1.0 + t) > z * z * v * (2.0 + h + (1.0 + 2.0 * h) * v)
        };
        Self {
            value,
            low: edge(0.0, value, outside),
            high: edge(1.0, value, outside),
        }
    }

    /// From a share of pairs (0 to 1) to the difference of shares (−1 to 1).
    pub(super) fn as_tau(self) -> Self {
        let turn = |share: f64| 2.0 * share - 1.0;
        Self {
            value: turn(self.value),
            low: turn(self.low),
            high: turn(self.high),
        }
    }
}

/// Where `outside` begins on the way from `value` to `end`, by halving.
fn edge(end: f64, value: f64, outside: impl Fn(f64) -> bool) -> f64 {
    if value == end {
        return end;
    }
    let (mut out, mut inside) = (end, value);
    for _ in 0..60 {
        let middle = f64::midpoint(out, inside);
        if outside(middle) {
            out = middle;
        } else {
            inside = middle;
        }
    }
    inside
}

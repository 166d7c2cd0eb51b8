// SPDX-License-Identifier: Apache-2.0
use super::Rng;

/// The narrowest and the widest chance that an option may have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clip {
    /// No option has less, so that everything that may be offered is offered now and then.
    pub low: f64,
    /// No option has more, so that what seems best never closes the way for the rest.
    pub high: f64,
}

impl Clip {
    /// For three offers at an urge.
    pub const OFFERS: Self = Self {
        low: 0.1,
        high: 0.8,
    };
    /// Nothing held back.
    pub const NONE: Self = Self {
        low: 0.0,
        high: 1.0,
    };

    /// The same as far as `few` places among `count` options allow it.
    #[must_use]
    pub fn for_slate(self, few: usize, count: usize) -> Self {
        let even = few as f64 / count.max(1) as f64;
        Self {
            low: self.low.min(even),
            high: self.high.max(even).min(1.0),
        }
    }
}

/// Chances of being among `few`, nearest to `wanted` in proportion, each within `clip`, summing to `few`.
/// With no more options than places each has 1.
#[must_use]
pub fn chances(wanted: &[f64], few: usize, clip: Clip) -> Vec<f64> {
    let count = wanted.len();
    if count <= few {
        return vec![1.0; count];
    }
    let clip = clip.for_slate(few, count);
    let at = |by: f64| -> Vec<f64> {
        wanted
            .iter()
            .map(|w| (w.max(1e-9) * by).clamp(clip.low, clip.high))
            .collect()
    };
    let (mut low, mut high) = (0.0, 1e12);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if at(middle).iter().sum::<f64>() < few as f64 {
            low = middle;
        } else {
            high = middle;
        }
    }
    at(high)
}

/// Draws options so that each is in with exactly its chance: systematic sampling (Madow 1949), along the order
/// given. Two that stand side by side are seldom in together, and never when their chances sum to 1 or
/// less, so an order by kind gives different kinds. Chances have to sum to a whole number.
#[must_use]
pub fn draw(chances: &[f64], rng: &mut Rng) -> Vec<usize> {
    let few = chances.iter().sum::<f64>().round() as usize;
    let mut next = rng.even();
    let mut sum = 0.0;
    let mut drawn = Vec::with_capacity(few);
    for (n, chance) in chances.iter().enumerate() {
        sum += chance;
        if sum > next && drawn.len() < few {
            drawn.push(n);
            next += 1.0;
        }
    }
    // Rounding in the last digit can leave the last place open.
    if drawn.len() < few {
        let left = (0..chances.len()).rev().find(|n| !drawn.contains(n));
        drawn.extend(left);
    }
    drawn
}

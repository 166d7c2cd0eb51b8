// SPDX-License-Identifier: Apache-2.0
use super::{Belief, Expected, Prior, Rng, Seen};
use libm::exp;

/// One way of seeing things, and how far it is trusted at first.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// What it believes at first.
    pub prior: Prior,
    /// How much of a belief stays from one decision to the next, 0 to 1.
    pub keep: f64,
    /// Its share before anything was seen; shares need not sum to 1.
    pub share: f64,
}

/// Several priors at once, each weighed by how well it foretold what was seen. A prior that is wrong about this
/// person loses its weight within a few decisions, one that is right costs little.
#[derive(Debug, Clone)]
pub struct Mixture {
    beliefs: Vec<Belief>,
    first: Vec<f64>,
}

impl Mixture {
    /// Before anything was seen.
    #[must_use]
    pub fn new(components: &[Component]) -> Self {
        Self {
            beliefs: components
                .iter()
                .map(|c| Belief::new(&c.prior, c.keep))
                .collect(),
            first: components.iter().map(|c| c.share).collect(),
        }
    }

    /// After all that was seen, oldest first.
    #[must_use]
    pub fn after(components: &[Component], seen: &[Seen]) -> Self {
        let mut mixture = Self::new(components);
        seen.iter().for_each(|s| mixture.see(s));
        mixture
    }

    /// Takes one more thing in.
    pub fn see(&mut self, seen: &Seen) {
        self.beliefs.iter_mut().for_each(|b| b.see(seen));
    }

    /// How far each component is trusted now; sums to 1.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        let evidence = self.beliefs.iter().map(Belief::evidence);
        let best = evidence.fold(f64::NEG_INFINITY, f64::max);
        let each = self.beliefs.iter().zip(&self.first);
        let mut shares: Vec<f64> = each
            .map(|(b, first)| first * exp(b.evidence() - best))
            .collect();
        let sum: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|s| *s /= sum);
        shares
    }

    /// What is expected of these options.
    #[must_use]
    pub fn expect(&self, options: &[Vec<f64>]) -> Outlook {
        Outlook {
            of: self.beliefs.iter().map(|b| b.expect(options)).collect(),
            shares: self.shares(),
            count: options.len(),
        }
    }
}

/// What all components expect of some options.
#[derive(Debug, Clone)]
pub struct Outlook {
    of: Vec<Expected>,
    shares: Vec<f64>,
    count: usize,
}

impl Outlook {
    /// The mean of each option over all components.
    #[must_use]
    pub fn mean(&self) -> Vec<f64> {
        (0..self.count).map(|n| self.over(|e| e.mean[n])).collect()
    }

    /// The standard deviation of a single reward of each option, from all there is to be unsure of.
    #[must_use]
    pub fn spread(&self) -> Vec<f64> {
        let mean = self.mean();
        (0..self.count)
            .map(|n| {
                let square = self.over(|e| {
                    let off = e.mean[n] - mean[n];
                    off * off + e.spread[n] * e.spread[n] + e.noise
                });
                libm::sqrt(square)
            })
            .collect()
    }

    fn over(&self, of: impl Fn(&Expected) -> f64) -> f64 {
        self.of
            .iter()
            .zip(&self.shares)
            .map(|(e, share)| share * of(e))
            .sum()
    }

    /// How often each option is among the best `few` of a draw, over `draws` draws: Thompson's rule (1933).
    #[must_use]
    pub fn best(&self, few: usize, draws: u32, rng: &mut Rng) -> Vec<f64> {
        let mut often = vec![0.0; self.count];
        let mut room = Vec::with_capacity(self.count);
        let mut order: Vec<usize> = (0..self.count).collect();
        for _ in 0..draws {
            let component = rng.pick(&self.shares);
            let drawn = self.of[component].draw(rng, &mut room);
            order.sort_unstable_by(|a, b| drawn[*b].total_cmp(&drawn[*a]).then(a.cmp(b)));
            order.iter().take(few).for_each(|n| often[*n] += 1.0);
        }
        often.iter_mut().for_each(|o| *o /= f64::from(draws));
        often
    }
}

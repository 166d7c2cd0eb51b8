// SPDX-License-Identifier: Apache-2.0
use libm::{log, sqrt};

/// The randomness of the choice: xoshiro256++ (Blackman and Vigna 2021), seeded by SplitMix64. A draw has to come
/// out the same in a browser, on a server and in ten years, so neither the generator nor its logarithm is
/// left to a library that may change them.
#[derive(Debug, Clone)]
pub struct Rng {
    state: [u64; 4],
    spare: Option<f64>,
}

impl Rng {
    /// A generator for this seed; every seed is a good one.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut at = seed;
        let state = std::array::from_fn(|_| {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = at;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        });
        Self { state, spare: None }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let out = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        out
    }

    /// Evenly in 0 to 1, without 1.
    pub fn even(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A whole number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        ((self.even() * end as f64) as usize).min(end.saturating_sub(1))
    }

    /// From the standard normal distribution (Marsaglia's polar method).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let u = 2.0 * self.even() - 1.0;
            let v = 2.0 * self.even() - 1.0;
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                let by = sqrt(-2.0 * log(s) / s);
                self.spare = Some(v * by);
                return u * by;
            }
        }
    }

    /// The index of one of `weights`, each as likely as its share; the last one when none is above 0.
    pub fn pick(&mut self, weights: &[f64]) -> usize {
        let mut at = self.even() * weights.iter().sum::<f64>();
        for (n, weight) in weights.iter().enumerate() {
            at -= weight;
            if at < 0.0 {
                return n;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// Mixes the items' order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for n in (1..items.len()).rev() {
            items.swap(n, self.below(n + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_gives_what_the_authors_reference_gives() {
        // xoshiro256++ from the state 1, 2, 3, 4: the first outputs of the reference implementation.
        let mut rng = Rng {
            state: [1, 2, 3, 4],
            spare: None,
        };
        let first: Vec<u64> = (0..4).map(|_| rng.bits()).collect();
        assert_eq!(
            first,
            [
                41_943_041,
                58_720_359,
                3_588_806_011_781_223,
                3_591_011_842_654_386
            ]
        );
    }

    #[test]
    fn normal_draws_have_mean_0_and_variance_1() {
        let mut rng = Rng::new(7);
        let draws: Vec<f64> = (0..40_000).map(|_| rng.normal()).collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let spread = draws.iter().map(|d| d * d).sum::<f64>() / draws.len() as f64;
        assert!(mean.abs() < 0.02 && (spread - 1.0).abs() < 0.03);
    }
}

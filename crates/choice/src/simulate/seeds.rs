// SPDX-License-Identifier: Apache-2.0
use crate::learn::Rng;

/// What a draw is for. The same purpose, person and urge give the same numbers under every policy, so that policies
/// are compared on the same luck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum For {
    World,
    Person,
    Urge,
    Choice,
    Going,
    Rating,
    Policy,
    Resample,
}

/// The randomness for this, and nothing else. Each part is mixed in whole before the next (SplitMix64's finisher):
/// without that the third person of one world would be the second of the next.
pub(super) fn rng(what: For, seed: u64, of: u64, at: u64) -> Rng {
    let parts = [what as u64, seed, of, at].into_iter();
    Rng::new(parts.fold(0, |all, part| mixed(all.wrapping_add(part))))
}

fn mixed(part: u64) -> u64 {
    let mut z = part.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_people_of_neighbouring_worlds_or_urges_share_their_luck() {
        let mut seen = BTreeSet::new();
        for what in [For::Person, For::Urge, For::Choice] {
            for seed in 0..30 {
                for of in 0..30 {
                    for at in 0..30 {
                        assert!(seen.insert(rng(what, seed, of, at).bits()));
                    }
                }
            }
        }
    }
}

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

/// The randomness for this, and nothing else.
pub(super) fn rng(what: For, seed: u64, of: u64, at: u64) -> Rng {
    let mut mixed = seed ^ ((what as u64 + 1) << 56);
    for part in [of, at] {
        mixed = mixed
            .wrapping_add(part)
            .wrapping_mul(0xd134_2543_de82_ef95)
            .rotate_left(29)
            ^ 0x9e37_79b9_7f4a_7c15;
    }
    Rng::new(mixed)
}

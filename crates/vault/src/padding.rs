// SPDX-License-Identifier: Apache-2.0
/// The smallest bucket in bytes.
const SMALLEST: u32 = 512;

/// The length to which `len` bytes are padded: 512 B, 2 KiB, 8 KiB, then Padmé steps (Nikitin et al.
/// 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", algorithm 1),
/// which leak O(log log n) bits of the length and cost at most 12 %.
#[must_use]
pub const fn padded_len(len: u32) -> u32 {
    match len {
        0..=SMALLEST => SMALLEST,
        513..=2048 => 2048,
        2049..=8192 => 8192,
        _ => padme(len),
    }
}

const fn padme(len: u32) -> u32 {
    let exponent = 31 - len.leading_zeros();
    let digits = 32 - exponent.leading_zeros();
    let low = exponent - digits;
    let mask = (1u64 << low) - 1;
    let padded = (len as u64 + mask) & !mask;
    if padded > u32::MAX as u64 {
        u32::MAX
    } else {
        padded as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn padding_never_cuts_and_costs_little(len in 0u32..=64 << 20) {
            let padded = padded_len(len);
            prop_assert!(padded >= len);
            prop_assert_eq!(padded_len(padded), padded);
            if len > 8192 {
                prop_assert!(f64::from(padded) <= f64::from(len) * 1.12);
            }
        }
    }

    #[test]
    fn the_buckets_are_where_the_format_puts_them() {
        let cases = [
            (0, 512),
            (512, 512),
            (513, 2048),
            (2049, 8192),
            (8193, 8704),
            (100_000, 100_352),
        ];
        for (len, padded) in cases {
            assert_eq!(padded_len(len), padded, "{len}");
        }
    }
}

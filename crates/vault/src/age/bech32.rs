// SPDX-License-Identifier: Apache-2.0
//! Bech32 (BIP 173) without its limit on length: keys as words of one case with a checksum, which
//! shows a slip of the finger.

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const CHECKSUM: usize = 6;

/// Spells bytes in small letters after the name `hrp`, which is in small letters too.
pub(super) fn encode(hrp: &str, bytes: &[u8]) -> Zeroizing<String> {
    let mut digits = Zeroizing::new(Vec::with_capacity(bytes.len() * 8 / 5 + 1 + CHECKSUM));
    let (mut bits, mut have) = (0_u32, 0);
    for byte in bytes {
        bits = (bits << 8 | u32::from(*byte)) & 0xfff;
        have += 8;
        while have >= 5 {
            have -= 5;
            digits.push((bits >> have & 31) as u8);
        }
    }
    if have > 0 {
        digits.push((bits << (5 - have) & 31) as u8);
    }
    let sum = [digits.as_slice(), &[0; CHECKSUM]].concat();
    let sum = checksum(hrp, &Zeroizing::new(sum)) ^ 1;
    digits.extend((0..CHECKSUM).map(|i| (sum >> (5 * (CHECKSUM - 1 - i)) & 31) as u8));
    let mut out = Zeroizing::new(String::with_capacity(hrp.len() + 1 + digits.len()));
    out.push_str(hrp);
    out.push('1');
    out.extend(digits.iter().map(|d| char::from(ALPHABET[usize::from(*d)])));
    out
}

/// Reads bytes after the name `hrp`. All small or all capital letters, as the standard says.
pub(super) fn decode(hrp: &str, text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let (small, capital) = (
        text.bytes().any(|b| b.is_ascii_lowercase()),
        text.bytes().any(|b| b.is_ascii_uppercase()),
    );
    if small && capital {
        return None;
    }
    let text = Zeroizing::new(text.to_ascii_lowercase());
    let digits = text.strip_prefix(hrp)?.strip_prefix('1')?.bytes();
    let digits = digits.map(|b| {
        ALPHABET
            .iter()
            .position(|a| *a == b)
            .and_then(|d| d.try_into().ok())
    });
    let digits = Zeroizing::new(digits.collect::<Option<Vec<u8>>>()?);
    if checksum(hrp, &digits) != 1 {
        return None;
    }
    let digits = &digits[..digits.len().checked_sub(CHECKSUM)?];
    let mut bytes = Zeroizing::new(Vec::with_capacity(digits.len() * 5 / 8));
    let (mut bits, mut have) = (0_u32, 0);
    for digit in digits {
        bits = (bits << 5 | u32::from(*digit)) & 0xfff;
        have += 5;
        if have >= 8 {
            have -= 8;
            bytes.push((bits >> have & 255) as u8);
        }
    }
    (have < 5 && bits & ((1 << have) - 1) == 0).then_some(bytes)
}

/// A BCH code over the name and the digits; 1 when the last six are right.
fn checksum(hrp: &str, digits: &[u8]) -> u32 {
    const GENERATOR: [u32; 5] = [
        0x3b6a_57b2,
        0x2650_8e6d,
        0x1ea1_19fa,
        0x3d42_33dd,
        0x2a14_62b3,
    ];
    let high = hrp.bytes().map(|b| b >> 5);
    let low = hrp.bytes().map(|b| b & 31);
    let mut sum = 1;
    for digit in high.chain([0]).chain(low).chain(digits.iter().copied()) {
        let top = sum >> 25;
        sum = (sum & 0x01ff_ffff) << 5 ^ u32::from(digit);
        for (i, term) in GENERATOR.iter().enumerate() {
            if top >> i & 1 == 1 {
                sum ^= term;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    /// Valid and invalid strings of BIP 173, section "Test vectors".
    #[test]
    fn the_examples_of_bip_173_hold() {
        assert!(decode("a", "A12UEL5L").is_some_and(|b| b.is_empty()));
        assert!(decode("a", "a12uel5l").is_some_and(|b| b.is_empty()));
        assert!(decode("?", "?1ezyfcl").is_some_and(|b| b.is_empty()));
        let hrp = "abcdef";
        let bytes = decode(hrp, "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw");
        let bytes = bytes.expect("an example of the standard");
        assert_eq!(
            *encode(hrp, &bytes),
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"
        );
        for (hrp, text) in [
            ("a", "A1G7SGD8"),
            ("x", "x1b4n0q5v"),
            ("li", "li1dgmt3"),
            ("a", "A12uEL5L"),
            ("a", "a12uel5"),
            ("a", "a1"),
            ("a", ""),
            ("b", "a12uel5l"),
            ("de", "de1lg7wt\u{ff}"),
        ] {
            assert!(decode(hrp, text).is_none(), "{text}");
        }
    }
}

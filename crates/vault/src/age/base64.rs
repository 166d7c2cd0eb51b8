// SPDX-License-Identifier: Apache-2.0
//! Base 64 (RFC 4648, section 4) without padding; of all spellings of some bytes only the canonical one
//! (section 3.5) is read, so that no file can be respelled.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Spells bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..=group.len() {
            out.push(char::from(ALPHABET[(bits >> (18 - 6 * i) & 63) as usize]));
        }
    }
    out
}

/// Reads what [`encode`] spells, and nothing else.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.chunks(4) {
        let mut bits = 0;
        for (i, c) in group.iter().enumerate() {
            bits |= value(*c)? << (18 - 6 * i);
        }
        let (bytes, rest) = match group.len() {
            4 => (3, 0),
            3 => (2, bits & 0xff),
            2 => (1, bits & 0xffff),
            _ => return None,
        };
        if rest != 0 {
            return None;
        }
        out.extend_from_slice(&bits.to_be_bytes()[1..=bytes]);
    }
    Some(out)
}

/// Reads exactly `N` bytes.
pub(super) fn decode_array<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    decode(text)?.try_into().ok()
}

const fn value(c: u8) -> Option<u32> {
    Some(match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    } as u32)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn the_examples_of_rfc_4648_hold_both_ways() {
        let examples = ["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"]
            .iter()
            .enumerate();
        for (len, text) in examples {
            assert_eq!(encode(&b"foobar"[..len]), *text);
            assert_eq!(decode(text.as_bytes()).as_deref(), Some(&b"foobar"[..len]));
        }
    }

    #[test]
    fn another_spelling_is_refused() {
        for text in ["Zh", "Zm9", "Z", "Zg==", "Zm9v\n", "Zm 9v", "Zm9vY", "Zm9-"] {
            assert_eq!(decode(text.as_bytes()), None, "{text}");
        }
    }
}

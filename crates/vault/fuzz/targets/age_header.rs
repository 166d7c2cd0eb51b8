// SPDX-License-Identifier: Apache-2.0
//! The header of an age file, after its first line; with a passphrase too when its work is small.
#![no_main]

use kindhold_vault::age::{Identity, open_with_identity, open_with_passphrase};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"age-encryption.org/v1\n", bytes].concat();
    let identity = Identity::make(&mut |b: &mut [u8]| b.fill(7));
    assert!(open_with_identity(&file, &identity).is_err());
    if !asks_for_much(bytes) {
        assert!(open_with_passphrase(&file, "word").is_err());
    }
});

/// Two digits at the end of the first line: 2^10 or more of work, slow for a fuzzer.
fn asks_for_much(bytes: &[u8]) -> bool {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    matches!(line, [.., a, b] if a.is_ascii_digit() && b.is_ascii_digit() && line.len() == 36)
}

// SPDX-License-Identifier: Apache-2.0
//! The ways into a vault: what is read is written back as it was.
#![no_main]

use kindhold_vault::Slots;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(slots) = Slots::parse(bytes) {
        assert_eq!(slots.to_bytes(), bytes);
    }
});

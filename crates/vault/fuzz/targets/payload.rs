// SPDX-License-Identifier: Apache-2.0
//! The inside of a record: what is read means the same when it is written and read again.
#![no_main]

use kindhold_vault::Payload;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(payload) = Payload::parse(bytes) {
        assert_eq!(Payload::parse(&payload.to_bytes()), Ok(payload));
    }
});

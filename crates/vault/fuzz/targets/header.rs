// SPDX-License-Identifier: Apache-2.0
//! The front of a record: what is read is written back as it was.
#![no_main]

use kindhold_vault::Header;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(header) = Header::parse(bytes) {
        assert!(bytes.starts_with(&header.to_bytes()));
    }
});

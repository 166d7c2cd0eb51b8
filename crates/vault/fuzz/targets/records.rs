// SPDX-License-Identifier: Apache-2.0
//! A chunk of records: what is read is written back as it was.
#![no_main]

use kindhold_vault::Records;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut again = Vec::new();
    for record in Records(bytes).flatten() {
        record.write(&mut again);
        assert_eq!(record.purged().id(), record.id());
    }
    assert!(bytes.starts_with(&again));
});

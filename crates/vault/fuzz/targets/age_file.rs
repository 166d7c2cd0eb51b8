// SPDX-License-Identifier: Apache-2.0
//! A whole age file, binary or armored.
#![no_main]

use kindhold_vault::age::{Identity, open_with_identity};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let identity = Identity::make(&mut |b: &mut [u8]| b.fill(7));
    assert!(open_with_identity(bytes, &identity).is_err());
});

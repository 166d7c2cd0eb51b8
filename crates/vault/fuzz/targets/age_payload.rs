// SPDX-License-Identifier: Apache-2.0
//! The payload of an age file whose header is right.
#![no_main]

use kindhold_vault::age::{Identity, open_with_identity, seal_to};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FILE: LazyLock<(Identity, Vec<u8>)> = LazyLock::new(|| {
    let mut random = |b: &mut [u8]| b.fill(7);
    let identity = Identity::make(&mut random);
    let mut file = seal_to(b"", &[identity.to_recipient()], &mut random).expect("it seals");
    file.truncate(file.len() - 16 - 16);
    (identity, file)
});

fuzz_target!(|bytes: &[u8]| {
    let (identity, header) = &*FILE;
    let file = [header, bytes].concat();
    assert!(open_with_identity(&file, identity).is_err());
});

// SPDX-License-Identifier: Apache-2.0
//! Keys of age as text: what is read is spelt the same again.
#![no_main]

use kindhold_vault::age::{Identity, Recipient};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(recipient) = text.parse::<Recipient>() {
        assert_eq!(recipient.to_string(), text.to_ascii_lowercase());
    }
    if let Ok(identity) = text.parse::<Identity>() {
        assert_eq!(*identity.expose(), text.to_ascii_uppercase());
    }
});

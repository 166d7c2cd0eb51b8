// SPDX-License-Identifier: Apache-2.0
//! Files of age, as an export is one.

use crate::pieces::fixed;
use kindhold_vault::age::{
    AgeError, Identity, Recipient, open_with_identity, open_with_passphrase, seal_to,
};
use std::sync::LazyLock;

const FRONT: &[u8] = b"age-encryption.org/v1\n";

/// The key of frozen files: nobody else has it.
static OURS: LazyLock<Identity> = LazyLock::new(|| Identity::make(&mut fixed));

/// A whole file, binary or armored: only one that was sealed for the key opens, and it opens as it was sealed.
pub fn age_file(bytes: &[u8]) -> bool {
    match open_with_identity(bytes, &OURS) {
        // Found from the sealed seed; nothing else can be made without the key's owner.
        Ok(inside) => {
            assert!(inside.len() < bytes.len());
            true
        }
        Err(AgeError::NoMatch) => true,
        Err(_) => false,
    }
}

/// The header after its first line, with a passphrase too where its work is small.
pub fn age_header(bytes: &[u8]) -> bool {
    let file = [FRONT, bytes].concat();
    let by_key = open_with_identity(&file, &OURS);
    let mut read = matches!(by_key, Ok(_) | Err(AgeError::NoMatch));
    if !asks_for_much(bytes) {
        let by_words = open_with_passphrase(&file, "word");
        read |= matches!(by_words, Ok(_) | Err(AgeError::NoMatch));
    }
    read
}

/// A work of 2^10 or more: allowed up to 2^20, and slow for a fuzzer.
fn asks_for_much(bytes: &[u8]) -> bool {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let work = line.rsplit(|b| *b == b' ').next().unwrap_or_default();
    work.len() > 1
}

/// A header for our key, up to where the payload begins.
static HEADER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let sealed = seal_to(b"", &[OURS.to_recipient()], &mut fixed);
    let mut file = sealed.expect("it seals");
    file.truncate(file.len() - 16 - 16);
    file
});

/// The payload behind a header that is right: nonce and chunks. Nobody without the file's key makes one.
pub fn age_payload(bytes: &[u8]) -> bool {
    let file = [HEADER.as_slice(), bytes].concat();
    match open_with_identity(&file, &OURS) {
        Ok(inside) => {
            assert!(bytes.len() >= inside.len() + 32);
            true
        }
        Err(AgeError::NoMatch) => unreachable!("the header is ours"),
        Err(_) => bytes.len() >= 32,
    }
}

/// Keys as text: what is read is spelt the same again.
pub fn age_key(bytes: &[u8]) -> bool {
    let Ok(text) = core::str::from_utf8(bytes) else {
        return false;
    };
    let recipient = text.parse::<Recipient>();
    if let Ok(recipient) = &recipient {
        assert_eq!(recipient.to_string(), text.to_ascii_lowercase());
    }
    let identity = text.parse::<Identity>();
    if let Ok(identity) = &identity {
        assert_eq!(*identity.expose(), text.to_ascii_uppercase());
    }
    recipient.is_ok() || identity.is_ok()
}

// SPDX-License-Identifier: Apache-2.0
//! What comes from a relay, out of a link, or from somebody who types.

use crate::pieces::fixed;
use kindhold_vault::{
    SignedHead, VaultId, VerifyKey,
    together::{AccountSecret, DeviceList, Invitation, Pending, Seat},
    wire::{AccountUpdate, CreateVault, Login, Pull, Push, Scan, State, StoredAccount},
};

/// Reads; what was read is written, and has to be what came.
macro_rules! reads_back {
    ($type:ident, $bytes:expr) => {
        match $type::parse($bytes) {
            Ok(read) => {
                assert_eq!(read.to_bytes(), $bytes);
                true
            }
            Err(_) => false,
        }
    };
}

/// Messages to and from a relay. The first byte says what the others are taken for; what can be read is written as it
/// came.
pub fn wire(bytes: &[u8]) -> bool {
    let Some((kind, bytes)) = bytes.split_first() else {
        return false;
    };
    match kind % 10 {
        0 => reads_back!(State, bytes),
        1 => reads_back!(Pull, bytes),
        2 => reads_back!(Push, bytes),
        3 => reads_back!(CreateVault, bytes),
        4 => reads_back!(AccountUpdate, bytes),
        5 => reads_back!(StoredAccount, bytes),
        6 => reads_back!(Login, bytes),
        7 => SignedHead::open(bytes, &VerifyKey([7; 32])).is_ok(),
        8 => DeviceList::open(bytes, VaultId([7; 16]), &VerifyKey([7; 32])).is_ok(),
        _ => {
            let many = Scan(bytes).take_while(Result::is_ok).count();
            assert!(many <= bytes.len());
            many > 0
        }
    }
}

/// A QR code or link of an invitation, the answer that lies in its mailbox, and words that somebody types.
pub fn invitation(bytes: &[u8]) -> bool {
    let mut read = false;
    if let Ok(invitation) = Invitation::parse(bytes) {
        assert_eq!(invitation.to_bytes(), bytes);
        assert_eq!(invitation.words(bytes).len(), 6);
        read = true;
    }
    let ours = Pending::make(Seat::Counsellor, "a name", 0, &mut fixed);
    assert!(
        ours.receive(bytes, 0).is_err(),
        "only who scanned it can answer"
    );
    let Ok(typed) = core::str::from_utf8(bytes) else {
        return read;
    };
    if let Ok(secret) = AccountSecret::from_words(typed) {
        let again = AccountSecret::from_words(&secret.words().join(" "));
        let again = again.expect("twelve words of ours");
        assert_eq!(again.words(), secret.words());
        read = true;
    }
    read
}

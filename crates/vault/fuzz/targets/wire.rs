// SPDX-License-Identifier: Apache-2.0
//! What comes from a relay or out of a link. The first byte says what it is taken for; what can be read is
//! written as it was.
#![no_main]

use kindhold_vault::{
    SignedHead, VaultId, VerifyKey,
    together::{AccountSecret, DeviceList, Invitation},
    wire::{AccountUpdate, CreateVault, Login, Pull, Push, Scan, State, StoredAccount},
};
use libfuzzer_sys::fuzz_target;

/// Reads; what was read is written, and has to be what came.
macro_rules! reads_back {
    ($type:ident, $bytes:expr) => {
        if let Ok(read) = $type::parse($bytes) {
            assert_eq!(read.to_bytes(), $bytes);
        }
    };
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else {
        return;
    };
    match kind % 11 {
        0 => reads_back!(State, bytes),
        1 => reads_back!(Pull, bytes),
        2 => reads_back!(Push, bytes),
        3 => reads_back!(CreateVault, bytes),
        4 => reads_back!(AccountUpdate, bytes),
        5 => reads_back!(StoredAccount, bytes),
        6 => reads_back!(Login, bytes),
        7 => reads_back!(Invitation, bytes),
        8 => {
            let _ = SignedHead::open(bytes, &VerifyKey([7; 32]));
        }
        9 => {
            let _ = DeviceList::open(bytes, VaultId([7; 16]), &VerifyKey([7; 32]));
        }
        _ => {
            let _ = Scan(bytes).take_while(Result::is_ok).count();
            if let Ok(typed) = core::str::from_utf8(bytes) {
                let _ = AccountSecret::from_words(typed);
            }
        }
    }
});

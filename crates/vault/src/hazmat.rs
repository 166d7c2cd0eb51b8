// SPDX-License-Identifier: Apache-2.0
//! The only place where ciphers are called, but for `age`. Everything else speaks of records, slots and keyrings.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Labels of derivations. One for each purpose; a new purpose gets a new one.
pub(crate) mod label {
    pub(crate) const EPOCH: &[u8] = b"kindhold/v1/epoch";
    pub(crate) const RECORD: &[u8] = b"kindhold/v1/record";
    pub(crate) const RECORD_HASH: &[u8] = b"kindhold/v1/record-hash";
    pub(crate) const AMK_ID: &[u8] = b"kindhold/v1/amk-id";
    pub(crate) const KEYRING: &[u8] = b"kindhold/v1/keyring";
    pub(crate) const SLOT_DEVICE: &[u8] = b"kindhold/v1/slot/device";
    pub(crate) const SLOT_PASSCODE: &[u8] = b"kindhold/v1/slot/passcode";
    pub(crate) const SLOT_PASSKEY: &[u8] = b"kindhold/v1/slot/passkey";
    pub(crate) const DOOR_WORDS: &[u8] = b"kindhold/v1/door/words";
    pub(crate) const DOOR_PASSKEY: &[u8] = b"kindhold/v1/door/passkey";
    pub(crate) const ACCOUNT: &[u8] = b"kindhold/v1/account";
    pub(crate) const ACCOUNT_KEY_ID: &[u8] = b"kindhold/v1/account-key-id";
    pub(crate) const ACCOUNT_WRAP: &[u8] = b"kindhold/v1/account-key-for-device";
    pub(crate) const MEMBER: &[u8] = b"kindhold/v1/member";
    pub(crate) const GRANT: &[u8] = b"kindhold/v1/grant";
    pub(crate) const INVITE: &[u8] = b"kindhold/v1/invite";
}

/// Length of a nonce of XChaCha20-Poly1305.
pub(crate) const NONCE: usize = 24;
/// Length of its tag.
pub(crate) const TAG: usize = 16;

/// HKDF-SHA-256, both steps.
pub(crate) fn derive(salt: &[u8], secret: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    expand(&Hkdf::new(Some(salt), secret), &[info])
}

/// HKDF-SHA-256, the second step: one block.
pub(crate) fn expand(prk: &Hkdf<Sha256>, info: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    prk.expand_multi_info(info, key.as_mut_slice())
        .expect("32 bytes are one block of SHA-256");
    key
}

/// Seals with XChaCha20-Poly1305; the tag stands at the end.
pub(crate) fn seal(key: &[u8; 32], nonce: &[u8; NONCE], aad: &[u8], msg: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher
        .encrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .expect("messages are far below the cipher's limit of 256 GiB")
}

/// Opens what [`seal`] made. `None` when a single bit of it, of the key or of the aad differs.
pub(crate) fn open(key: &[u8; 32], nonce: &[u8; NONCE], aad: &[u8], msg: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .ok()
}

/// SHA-256 over the parts, one after the other.
pub(crate) fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}

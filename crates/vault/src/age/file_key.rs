// SPDX-License-Identifier: Apache-2.0
use super::AgeError;
use crate::{Random, hazmat};
use chacha20poly1305::{
    ChaCha20Poly1305, Nonce,
    aead::{Aead, KeyInit},
};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The key of one file, made anew for each; stanzas wrap it, header and payload derive from it.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(super) struct FileKey([u8; Self::LEN]);

impl FileKey {
    const LEN: usize = 16;
    /// Length of a wrapped file key. Anything else is refused unseen: a body of free length would let
    /// somebody try many keys with one file (partitioning oracle).
    const WRAPPED: usize = Self::LEN + 16;

    pub(super) fn make(random: &mut impl Random) -> Self {
        Self(random.make())
    }

    /// HKDF-SHA-256 of the key.
    pub(super) fn derive(&self, salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
        hazmat::derive(salt, &self.0, info)
    }

    /// The body of a stanza. A wrapping key is used once, so the nonce is zero.
    pub(super) fn wrap(&self, key: &[u8; 32]) -> Vec<u8> {
        ChaCha20Poly1305::new(key.into())
            .encrypt(&Nonce::default(), self.0.as_slice())
            .expect("sixteen bytes are below the cipher's limit")
    }

    /// Whether a stanza's body can be a wrapped key.
    pub(super) fn check_wrapped(body: &[u8]) -> Result<(), AgeError> {
        if body.len() == Self::WRAPPED {
            Ok(())
        } else {
            Err(AgeError::Header)
        }
    }

    /// The key inside a stanza's body. [`AgeError::NoMatch`] when it is wrapped with another one.
    pub(super) fn unwrap(key: &[u8; 32], body: &[u8]) -> Result<Self, AgeError> {
        Self::check_wrapped(body)?;
        let opened = ChaCha20Poly1305::new(key.into()).decrypt(&Nonce::default(), body);
        let opened = opened.map(Zeroizing::new).map_err(|_| AgeError::NoMatch)?;
        opened
            .as_slice()
            .try_into()
            .map(Self)
            .map_err(|_| AgeError::Header)
    }
}

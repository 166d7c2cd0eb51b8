// SPDX-License-Identifier: Apache-2.0
use crate::{Random, secret::Secret};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// An Ed25519 key that signs (RFC 8032): of a device, of an account, of a grant or of a door.
#[derive(Clone)]
pub struct SigningSecret(Secret);

/// The public half of a [`SigningSecret`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerifyKey(pub [u8; 32]);

/// Length of a signature in bytes.
pub const SIGNATURE: usize = 64;

impl core::fmt::Debug for SigningSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningSecret(…)")
    }
}

impl SigningSecret {
    /// Makes a new one.
    pub fn make(random: &mut impl Random) -> Self {
        Self(Secret::make(random))
    }

    /// Takes the seed.
    #[must_use]
    pub fn new(seed: [u8; 32]) -> Self {
        Self(Secret::take(seed))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// The public half.
    #[must_use]
    pub fn verify_key(&self) -> VerifyKey {
        VerifyKey(
            SigningKey::from_bytes(self.expose())
                .verifying_key()
                .to_bytes(),
        )
    }

    /// Signs a label and what follows it. Each purpose has its own label.
    #[must_use]
    pub fn sign(&self, label: &[u8], message: &[u8]) -> [u8; SIGNATURE] {
        let whole = [label, message].concat();
        SigningKey::from_bytes(self.expose())
            .sign(&whole)
            .to_bytes()
    }
}

impl VerifyKey {
    /// Whether the other half signed exactly this. Refuses weak keys and malleable signatures.
    #[must_use]
    pub fn verify(&self, label: &[u8], message: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.0) else {
            return false;
        };
        let whole = [label, message].concat();
        key.verify_strict(&whole, &Signature::from_bytes(signature))
            .is_ok()
    }
}

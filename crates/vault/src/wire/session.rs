// SPDX-License-Identifier: Apache-2.0
use super::{AccessId, WireError, whole};
use crate::{SigningSecret, VaultId, VerifyKey};

/// What a relay wants signed, so that an old signature is of no use: 40 bytes that only the relay
/// understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge(pub [u8; 40]);

/// What a relay hands out to somebody who has signed in: 64 bytes that only the relay understands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Token(pub [u8; 64]);

impl core::fmt::Debug for Token {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Into which vault.
    pub vault: VaultId,
    /// Who.
    pub id: AccessId,
    /// The challenge that was signed.
    pub challenge: Challenge,
    /// The signature.
    pub signature: [u8; 64],
}

const LABEL: &[u8] = b"kindhold/v1/session";

impl Login {
    /// Length in bytes.
    pub const LEN: usize = 16 + 16 + 40 + 64;

    /// Signs in at a relay. `host` is the authority of its address (`example.org`, `localhost:8080`),
    /// so that one relay cannot use the signature at another.
    #[must_use]
    pub fn sign(
        host: &str,
        vault: VaultId,
        id: AccessId,
        challenge: Challenge,
        secret: &SigningSecret,
    ) -> Self {
        let signature = secret.sign(LABEL, &signed(host, vault, id, challenge));
        Self {
            vault,
            id,
            challenge,
            signature,
        }
    }

    /// Whether it was signed for this host with the other half of this key.
    #[must_use]
    pub fn verify(&self, host: &str, key: &VerifyKey) -> bool {
        let message = signed(host, self.vault, self.id, self.challenge);
        key.verify(LABEL, &message, &self.signature)
    }

    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(Self::LEN);
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(&self.id.0);
        out.extend_from_slice(&self.challenge.0);
        out.extend_from_slice(&self.signature);
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        whole(bytes, |r| {
            Some(Self {
                vault: VaultId(r.array()?),
                id: AccessId(r.array()?),
                challenge: Challenge(r.array()?),
                signature: r.array()?,
            })
        })
    }
}

fn signed(host: &str, vault: VaultId, id: AccessId, challenge: Challenge) -> Vec<u8> {
    let mut out = Vec::new();
    super::put_bytes(&mut out, host.as_bytes());
    out.extend_from_slice(vault.as_bytes());
    out.extend_from_slice(&id.0);
    out.extend_from_slice(&challenge.0);
    out
}

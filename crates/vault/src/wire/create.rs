// SPDX-License-Identifier: Apache-2.0
use super::{Access, WireError, put_bytes, put_list, take_bytes, take_list, whole};
use crate::VaultId;

/// A vault's first message to a relay. Sent twice, it counts once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateVault {
    /// The operator's invite code, if the relay wants one; empty otherwise.
    pub invite: String,
    /// The vault.
    pub vault: VaultId,
    /// Who may sign in: the first device and its doors. The id of a door is its locator.
    pub access: Vec<Access>,
    /// The version of the account: random, never 0.
    pub version: u64,
    /// The sealed account.
    pub account: Vec<u8>,
    /// The signed list of devices.
    pub devices: Vec<u8>,
}

impl CreateVault {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_bytes(&mut out, self.invite.as_bytes());
        out.extend_from_slice(self.vault.as_bytes());
        put_list(&mut out, &self.access, |out, access| access.write(out));
        out.extend_from_slice(&self.version.to_be_bytes());
        put_bytes(&mut out, &self.account);
        put_bytes(&mut out, &self.devices);
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        whole(bytes, |r| {
            Some(Self {
                invite: core::str::from_utf8(take_bytes(r)?).ok()?.to_owned(),
                vault: VaultId(r.array()?),
                access: take_list(r, Access::read)?,
                version: r.u64()?,
                account: take_bytes(r)?.to_vec(),
                devices: take_bytes(r)?.to_vec(),
            })
        })
    }
}

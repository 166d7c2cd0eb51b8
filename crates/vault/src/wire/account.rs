// SPDX-License-Identifier: Apache-2.0
use super::{Access, AccessId, WireError, put_bytes, put_list, take_bytes, take_list, whole};

/// The account as a relay holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredAccount {
    /// A random number that its last writer gave it, never 0; two that differ are two accounts.
    pub version: u64,
    /// The sealed account.
    pub account: Vec<u8>,
    /// The signed list of devices.
    pub devices: Vec<u8>,
}

/// Compare and swap: takes effect as a whole, and only while the account still has that version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountUpdate {
    /// The version that it takes the place of.
    pub expected: u64,
    /// The version that it gets: random, so that a relay restored from a backup is never taken for one that
    /// went on.
    pub version: u64,
    /// The sealed account.
    pub account: Vec<u8>,
    /// The signed list of devices.
    pub devices: Vec<u8>,
    /// Who may sign in from now on, and who no longer.
    pub changes: Vec<Change>,
}

/// A change of who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This one may, in this way.
    Put(Access),
    /// This one may not any more.
    Drop(AccessId),
}

impl StoredAccount {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.version.to_be_bytes().to_vec();
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
                version: r.u64()?,
                account: take_bytes(r)?.to_vec(),
                devices: take_bytes(r)?.to_vec(),
            })
        })
    }
}

impl AccountUpdate {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.expected.to_be_bytes().to_vec();
        out.extend_from_slice(&self.version.to_be_bytes());
        put_bytes(&mut out, &self.account);
        put_bytes(&mut out, &self.devices);
        put_list(&mut out, &self.changes, |out, change| match change {
            Change::Put(access) => {
                out.push(1);
                access.write(out);
            }
            Change::Drop(id) => {
                out.push(2);
                out.extend_from_slice(&id.0);
            }
        });
        out
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, WireError> {
        whole(bytes, |r| {
            Some(Self {
                expected: r.u64()?,
                version: r.u64()?,
                account: take_bytes(r)?.to_vec(),
                devices: take_bytes(r)?.to_vec(),
                changes: take_list(r, |r| match r.u8()? {
                    1 => Access::read(r).map(Change::Put),
                    2 => Some(Change::Drop(AccessId(r.array()?))),
                    _ => None,
                })?,
            })
        })
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::{Account, Pending};
use crate::{
    AccountKey, Amk, BoxSecret, DeviceId, Index, Random, SignedHead, SigningSecret, StreamId,
    bytes::{Reader, put_bytes, put_list, take_bytes, take_list, whole},
    hazmat::{self, NONCE},
    wire::Locator,
};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What one device knows of the whole: its own keys, the account, and how far the relay and the others
/// were known to have come. It lies in the device's store, sealed under its master key.
#[derive(Debug, Clone)]
pub struct Member {
    /// Signs this device's heads, and in at the relay.
    pub(crate) secret: SigningSecret,
    /// Opens boxes for this device.
    pub(crate) boxes: BoxSecret,
    /// Opens the account.
    pub(crate) key: AccountKey,
    /// What all devices share.
    pub account: Account,
    /// The account key, wrapped for each door.
    pub(crate) doors: Vec<(Locator, Vec<u8>)>,
    /// The version of the account as it was last met at the relay; 0 while the vault is at no relay.
    pub(crate) relay: u64,
    /// The newest signed head of each writer, our own too.
    pub(crate) heads: BTreeMap<DeviceId, Vec<u8>>,
    /// How far our own lanes are known to lie at the relay.
    pub(crate) confirmed: BTreeMap<StreamId, Index>,
    /// Invitations of ours that nobody has answered yet.
    pub pending: Vec<Pending>,
}

/// Why a stored member does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MemberError {
    /// Written by a newer version.
    #[error("version {0} of what this device knows of others is not known here")]
    Version(u8),
    /// Another key, or changed.
    #[error("what this device knows of others was changed")]
    Changed,
}

const MAGIC: &[u8; 4] = b"KHME";
const VERSION: u8 = 1;

impl Member {
    /// Whether the vault lies at a relay.
    #[must_use]
    pub const fn is_at_a_relay(&self) -> bool {
        self.relay > 0
    }

    /// The newest head of a writer that was checked.
    pub(crate) fn head(&self, writer: DeviceId) -> Option<SignedHead> {
        SignedHead::read_unchecked(self.heads.get(&writer)?).ok()
    }

    /// Seals it under the device's master key.
    pub(crate) fn seal(&self, amk: &Amk, random: &mut impl Random) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        let nonce: [u8; NONCE] = random.make();
        let inside = self.to_bytes();
        let sealed = hazmat::seal(&amk.derive_member_key(), &nonce, &out, &inside);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens it.
    pub(crate) fn open(bytes: &[u8], amk: &Amk) -> Result<Self, MemberError> {
        let mut r = Reader(bytes);
        if r.take(4) != Some(MAGIC) {
            return Err(MemberError::Changed);
        }
        match r.u8() {
            Some(VERSION) => {}
            Some(version) => return Err(MemberError::Version(version)),
            None => return Err(MemberError::Changed),
        }
        let nonce = r.array().ok_or(MemberError::Changed)?;
        let inside = hazmat::open(&amk.derive_member_key(), &nonce, &bytes[..5], r.0)
            .map(Zeroizing::new)
            .ok_or(MemberError::Changed)?;
        whole(&inside, Self::read).ok_or(MemberError::Changed)
    }

    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let more = 256 * (self.doors.len() + self.heads.len() + self.confirmed.len());
        let room = self.account.room() + more + 1024 * self.pending.len();
        let mut out = Zeroizing::new(Vec::with_capacity(room));
        out.extend_from_slice(self.secret.expose());
        out.extend_from_slice(self.boxes.expose());
        out.extend_from_slice(self.key.expose());
        put_bytes(&mut out, &self.account.to_bytes());
        put_list(&mut out, &self.doors, |out, (locator, wrapped)| {
            out.extend_from_slice(&locator.0);
            put_bytes(out, wrapped);
        });
        out.extend_from_slice(&self.relay.to_be_bytes());
        let heads: Vec<_> = self.heads.iter().collect();
        put_list(&mut out, &heads, |out, (writer, head)| {
            out.extend_from_slice(writer.as_bytes());
            put_bytes(out, head);
        });
        let confirmed: Vec<_> = self.confirmed.iter().collect();
        put_list(&mut out, &confirmed, |out, (stream, next)| {
            out.extend_from_slice(stream.as_bytes());
            out.extend_from_slice(&next.to_be_bytes());
        });
        put_list(&mut out, &self.pending, |out, pending| pending.write(out));
        out
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            secret: SigningSecret::new(r.array()?),
            boxes: BoxSecret::new(r.array()?),
            key: AccountKey::new(r.array()?),
            account: Account::from_bytes(take_bytes(r)?)?,
            doors: take_list(r, |r| {
                let locator = Locator(r.array()?);
                Some((locator, take_bytes(r)?.to_vec()))
            })?,
            relay: r.u64()?,
            heads: take_list(r, |r| Some((DeviceId(r.array()?), take_bytes(r)?.to_vec())))?
                .into_iter()
                .collect(),
            confirmed: take_list(r, |r| Some((StreamId(r.array()?), r.u64()?)))?
                .into_iter()
                .collect(),
            pending: take_list(r, Pending::read)?,
        })
    }
}

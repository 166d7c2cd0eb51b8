// SPDX-License-Identifier: Apache-2.0
use crate::{
    DeviceId, Head, SIGNATURE, SigningSecret, StreamId, VaultId, VerifyKey,
    bytes::{Reader, put_list, take_list, whole},
};
use std::collections::BTreeMap;

/// Which devices write into a vault, signed by its account, so that a relay can neither add one nor swap a
/// key. Public: whoever was shown something checks heads with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceList {
    /// The vault.
    pub vault: VaultId,
    /// Counts the lists; the larger one is the newer.
    pub revision: u64,
    /// Every device that ever wrote.
    pub devices: BTreeMap<DeviceId, Card>,
}

/// What others need to know of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Signs its heads.
    pub key: VerifyKey,
    /// Where its lanes ended when it was removed; nothing behind that is true.
    pub removed: Option<BTreeMap<StreamId, Head>>,
}

/// Why bytes are not the list of this vault's devices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceListError {
    /// These bytes are no list of devices.
    #[error("these bytes are no list of devices")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of the list of devices is not known here")]
    Version(u8),
    /// The account did not sign it, or it is another vault's.
    #[error("the list of devices was not signed by its account")]
    Signature,
}

const MAGIC: &[u8; 4] = b"KHDL";
const VERSION: u8 = 1;
const LABEL: &[u8] = b"kindhold/v1/devices";

impl DeviceList {
    /// Signs it with the account's identity.
    #[must_use]
    pub fn sign(&self, identity: &SigningSecret) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(&self.revision.to_be_bytes());
        let devices: Vec<_> = self.devices.iter().collect();
        put_list(&mut out, &devices, |out, (id, card)| {
            out.extend_from_slice(id.as_bytes());
            out.extend_from_slice(&card.key.0);
            put_ends(out, card.removed.as_ref());
        });
        let signature = identity.sign(LABEL, &out);
        out.extend_from_slice(&signature);
        out
    }

    /// Reads a list and checks that this vault's account signed it.
    ///
    /// # Errors
    /// [`DeviceListError`]; any bytes are safe to hand in.
    pub fn open(
        bytes: &[u8],
        vault: VaultId,
        identity: &VerifyKey,
    ) -> Result<Self, DeviceListError> {
        let mut r = Reader(bytes);
        if r.take(4) != Some(MAGIC) {
            return Err(DeviceListError::NotOne);
        }
        match r.u8() {
            Some(VERSION) => {}
            Some(version) => return Err(DeviceListError::Version(version)),
            None => return Err(DeviceListError::NotOne),
        }
        let (list, signature) = whole(r.0, Self::fields).ok_or(DeviceListError::NotOne)?;
        let message = &bytes[..bytes.len() - SIGNATURE];
        if list.vault == vault && identity.verify(LABEL, message, &signature) {
            Ok(list)
        } else {
            Err(DeviceListError::Signature)
        }
    }

    fn fields(r: &mut Reader<'_>) -> Option<(Self, [u8; SIGNATURE])> {
        let list = Self {
            vault: VaultId(r.array()?),
            revision: r.u64()?,
            devices: take_list(r, |r| {
                let id = DeviceId(r.array()?);
                let card = Card {
                    key: VerifyKey(r.array()?),
                    removed: take_ends(r)?,
                };
                Some((id, card))
            })?
            .into_iter()
            .collect(),
        };
        Some((list, r.array()?))
    }
}

pub(super) fn put_ends(out: &mut Vec<u8>, ends: Option<&BTreeMap<StreamId, Head>>) {
    let Some(ends) = ends else {
        out.push(0);
        return;
    };
    out.push(1);
    let ends: Vec<_> = ends.iter().collect();
    put_list(out, &ends, |out, (stream, head)| {
        out.extend_from_slice(stream.as_bytes());
        out.extend_from_slice(&head.next.to_be_bytes());
        out.extend_from_slice(&head.hash);
    });
}

#[allow(clippy::option_option, reason = "unread, and read as absent")]
pub(super) fn take_ends(r: &mut Reader<'_>) -> Option<Option<BTreeMap<StreamId, Head>>> {
    match r.u8()? {
        0 => Some(None),
        1 => {
            let ends = take_list(r, |r| {
                let stream = StreamId(r.array()?);
                let (next, hash) = (r.u64()?, r.array()?);
                Some((stream, Head { next, hash }))
            })?;
            Some(Some(ends.into_iter().collect()))
        }
        _ => None,
    }
}

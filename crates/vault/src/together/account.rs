// SPDX-License-Identifier: Apache-2.0
use super::{
    AccountSecret, Card, DeviceList, Door, Grant, Received,
    devices::{put_ends, take_ends},
};
use crate::{
    AccountKey, BoxKey, BoxSecret, DeviceId, EpochKey, Head, Keyring, Random, SigningSecret,
    Stream, StreamId, VaultId, VerifyKey,
    bytes::{Reader, put_bytes, put_list, put_text, take_bytes, take_list, take_text, whole},
    hazmat::{self, NONCE, label},
};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// What all devices of a person share: who they are, the keys of their streams, who was shown what, and
/// what others showed them. At a relay it lies sealed under the account key.
#[derive(Debug, Clone)]
pub struct Account {
    /// The vault.
    pub vault: VaultId,
    /// Counts the changes; the larger one is the newer, whatever a relay says.
    pub revision: u64,
    /// Signs the list of devices and every grant.
    pub identity: SigningSecret,
    /// The 12 words.
    pub secret: AccountSecret,
    /// Every device that ever wrote.
    pub devices: BTreeMap<DeviceId, Device>,
    /// Streams and the keys of their epochs, inboxes too.
    pub streams: Vec<Stream>,
    /// What was shown to whom.
    pub grants: Vec<Grant>,
    /// What others have shown.
    pub received: Vec<Received>,
}

/// A device, as the person's other devices know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Signs its heads, and in at the relay.
    pub key: VerifyKey,
    /// Takes boxes for it.
    pub boxes: BoxKey,
    /// What the person calls it.
    pub name: String,
    /// When it was added: milliseconds since 1970-01-01T00:00:00Z.
    pub added_ms: i64,
    /// Where its lanes ended when it was removed.
    pub removed: Option<BTreeMap<StreamId, Head>>,
}

/// Why a sealed account does not open. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AccountError {
    /// These bytes are not an account.
    #[error("these bytes are not an account")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of the account is not known here")]
    Version(u8),
    /// It was sealed for other devices or words: this one was removed, or the words were replaced.
    #[error("the account is not sealed for this device")]
    NotForUs,
    /// The key is right, the bytes were changed; or it belongs to another vault.
    #[error("the account was changed")]
    Changed,
}

const MAGIC: &[u8; 4] = b"KHAC";
const VERSION: u8 = 1;

/// What opens a sealed account.
pub(crate) enum Opener<'a> {
    Device(DeviceId, &'a BoxSecret),
    Door(&'a Door),
}

impl Account {
    /// The list of devices, as others may see it.
    #[must_use]
    pub fn device_list(&self) -> DeviceList {
        let card = |device: &Device| Card {
            key: device.key,
            removed: device.removed.clone(),
        };
        DeviceList {
            vault: self.vault,
            revision: self.revision,
            devices: self.devices.iter().map(|(id, d)| (*id, card(d))).collect(),
        }
    }

    /// The keyring of a device of this account.
    #[must_use]
    pub fn keyring(&self, device: DeviceId) -> Keyring {
        Keyring {
            vault: self.vault,
            device,
            streams: self.streams.clone(),
        }
    }

    /// Devices that still write.
    pub fn active(&self) -> impl Iterator<Item = (&DeviceId, &Device)> {
        self.devices.iter().filter(|(_, d)| d.removed.is_none())
    }

    /// Seals it for every active device and these doors.
    pub(crate) fn seal(
        &self,
        key: &AccountKey,
        doors: &[(crate::wire::Locator, Vec<u8>)],
        random: &mut impl Random,
    ) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(&key.id());
        let devices: Vec<_> = self
            .active()
            .filter_map(|(id, device)| {
                let aad = wrap_aad(self.vault, *id);
                let sealed =
                    device
                        .boxes
                        .seal(None, label::ACCOUNT_WRAP, &aad, key.expose(), random)?;
                Some((*id, sealed))
            })
            .collect();
        put_list(&mut out, &devices, |out, (id, sealed)| {
            out.extend_from_slice(id.as_bytes());
            put_bytes(out, sealed);
        });
        put_list(&mut out, doors, |out, (locator, wrapped)| {
            out.extend_from_slice(&locator.0);
            put_bytes(out, wrapped);
        });
        let nonce: [u8; NONCE] = random.make();
        let inside = self.to_bytes();
        let sealed = hazmat::seal(&key.derive_account_key(), &nonce, &out, &inside);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens a sealed account. Returns the key too, and the doors' wraps, for the next sealing.
    pub(crate) fn open(bytes: &[u8], opener: &Opener<'_>) -> Result<Opened, AccountError> {
        let (front, rest) = front(bytes)?;
        let key = front.unwrap(opener).ok_or(AccountError::NotForUs)?;
        if key.id() != front.key_id {
            return Err(AccountError::Changed);
        }
        let (nonce, sealed) = rest
            .split_first_chunk::<NONCE>()
            .ok_or(AccountError::NotOne)?;
        let aad = &bytes[..bytes.len() - rest.len()];
        let inside = hazmat::open(&key.derive_account_key(), nonce, aad, sealed)
            .map(Zeroizing::new)
            .ok_or(AccountError::Changed)?;
        let account = Self::from_bytes(&inside)
            .filter(|account| account.vault == front.vault)
            .ok_or(AccountError::Changed)?;
        Ok(Opened {
            account,
            key,
            doors: front.doors,
        })
    }

    /// More than its bytes take, but for names and lists of unusual length.
    pub(super) fn room(&self) -> usize {
        let epochs = self.streams.iter().map(|s| s.epochs.len()).sum::<usize>();
        let lists = self.devices.len() + self.streams.len() + self.grants.len();
        1024 + 40 * epochs + 1024 * (lists + 2 * self.received.len())
    }

    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        // Growing would leave copies of keys behind.
        let mut out = Zeroizing::new(Vec::with_capacity(self.room()));
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(&self.revision.to_be_bytes());
        out.extend_from_slice(self.identity.expose());
        out.extend_from_slice(self.secret.reveal());
        let devices: Vec<_> = self.devices.iter().collect();
        put_list(&mut out, &devices, |out, (id, device)| {
            out.extend_from_slice(id.as_bytes());
            out.extend_from_slice(&device.key.0);
            out.extend_from_slice(&device.boxes.0);
            put_text(out, &device.name);
            out.extend_from_slice(&device.added_ms.to_be_bytes());
            put_ends(out, device.removed.as_ref());
        });
        put_list(&mut out, &self.streams, put_stream);
        put_list(&mut out, &self.grants, |out, grant| grant.write(out));
        put_list(&mut out, &self.received, |out, received| {
            received.write(out)
        });
        out
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        whole(bytes, |r| {
            Some(Self {
                vault: VaultId(r.array()?),
                revision: r.u64()?,
                identity: SigningSecret::new(r.array()?),
                secret: AccountSecret::new(r.array()?),
                devices: take_list(r, |r| {
                    let id = DeviceId(r.array()?);
                    let device = Device {
                        key: VerifyKey(r.array()?),
                        boxes: BoxKey(r.array()?),
                        name: take_text(r)?,
                        added_ms: r.i64()?,
                        removed: take_ends(r)?,
                    };
                    Some((id, device))
                })?
                .into_iter()
                .collect(),
                streams: take_list(r, take_stream)?,
                grants: take_list(r, Grant::read)?,
                received: take_list(r, Received::read)?,
            })
        })
    }
}

/// An account that was opened.
pub(crate) struct Opened {
    pub(crate) account: Account,
    pub(crate) key: AccountKey,
    pub(crate) doors: Vec<(crate::wire::Locator, Vec<u8>)>,
}

struct Front {
    vault: VaultId,
    key_id: [u8; 16],
    devices: Vec<(DeviceId, Vec<u8>)>,
    doors: Vec<(crate::wire::Locator, Vec<u8>)>,
}

impl Front {
    fn unwrap(&self, opener: &Opener<'_>) -> Option<AccountKey> {
        match opener {
            Opener::Door(door) => {
                let held = self.doors.iter().find(|(l, _)| *l == door.locator)?;
                door.unwrap(&held.1)
            }
            Opener::Device(id, secret) => {
                let held = self.devices.iter().find(|(d, _)| d == id)?;
                let aad = wrap_aad(self.vault, *id);
                let key = secret.open(None, label::ACCOUNT_WRAP, &aad, &held.1)?;
                Some(AccountKey::new(key.as_slice().try_into().ok()?))
            }
        }
    }
}

fn wrap_aad(vault: VaultId, device: DeviceId) -> [u8; 32] {
    let mut aad = [0; 32];
    aad[..16].copy_from_slice(vault.as_bytes());
    aad[16..].copy_from_slice(device.as_bytes());
    aad
}

fn front(bytes: &[u8]) -> Result<(Front, &[u8]), AccountError> {
    let mut r = Reader(bytes);
    if r.take(4) != Some(MAGIC) {
        return Err(AccountError::NotOne);
    }
    match r.u8() {
        Some(VERSION) => {}
        Some(version) => return Err(AccountError::Version(version)),
        None => return Err(AccountError::NotOne),
    }
    let mut read = || {
        Some(Front {
            vault: VaultId(r.array()?),
            key_id: r.array()?,
            devices: take_list(&mut r, |r| {
                Some((DeviceId(r.array()?), take_bytes(r)?.to_vec()))
            })?,
            doors: take_list(&mut r, |r| {
                let locator = crate::wire::Locator(r.array()?);
                Some((locator, take_bytes(r)?.to_vec()))
            })?,
        })
    };
    let front = read().ok_or(AccountError::NotOne)?;
    Ok((front, r.0))
}

pub(super) fn put_stream(out: &mut Vec<u8>, stream: &Stream) {
    out.extend_from_slice(stream.id.as_bytes());
    put_text(out, &stream.name);
    out.extend_from_slice(&stream.first.to_be_bytes());
    put_list(out, &stream.epochs, |out, key| {
        out.extend_from_slice(key.expose());
    });
}

pub(super) fn take_stream(r: &mut Reader<'_>) -> Option<Stream> {
    let stream = Stream {
        id: StreamId(r.array()?),
        name: take_text(r)?,
        first: r.u32()?,
        epochs: take_list(r, |r| r.array().map(EpochKey::new))?,
    };
    (!stream.epochs.is_empty()).then_some(stream)
}

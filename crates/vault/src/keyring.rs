// SPDX-License-Identifier: Apache-2.0
use crate::{
    Amk, AmkId, DeviceId, Epoch, EpochKey, Lane, Random, StreamId, VaultId,
    bytes::{Reader, hex},
    hazmat::{self, NONCE},
};
use minicbor::{Decoder, Encoder};
use zeroize::Zeroizing;

/// What the master key wraps: who this device is, which streams there are, the keys of their epochs.
#[derive(Debug, Clone)]
pub struct Keyring {
    /// The vault.
    pub vault: VaultId,
    /// This installation.
    pub device: DeviceId,
    /// Its streams.
    pub streams: Vec<Stream>,
}

/// A stream and its keys.
#[derive(Debug, Clone)]
pub struct Stream {
    /// Its random name.
    pub id: StreamId,
    /// What the caller calls it, for example `diary`.
    pub name: String,
    /// The number of the first epoch whose key is here: 0, but for a reader who was shown no earlier one.
    pub first: Epoch,
    /// Keys by epoch, from `first` on. Never empty.
    pub epochs: Vec<EpochKey>,
}

impl Stream {
    /// The key of an epoch.
    #[must_use]
    pub fn key(&self, epoch: Epoch) -> Option<&EpochKey> {
        self.epochs.get(epoch.checked_sub(self.first)? as usize)
    }

    /// The epoch that new records are sealed in, and its key.
    #[must_use]
    pub fn newest(&self) -> Option<(Epoch, &EpochKey)> {
        let key = self.epochs.last()?;
        Some((self.first + (self.epochs.len() as Epoch - 1), key))
    }
}

/// Why a keyring does not open. Nothing has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyringError {
    /// These bytes are not a keyring.
    #[error("these bytes are not a keyring")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of the keyring is not known here")]
    Version(u8),
    /// Wrapped with another master key.
    #[error("the keyring belongs to another key")]
    OtherKey,
    /// The key is right, the bytes were changed.
    #[error("the keyring was changed")]
    Changed,
}

const MAGIC: &[u8; 4] = b"KHKR";
const VERSION: u8 = 1;
/// The inbox of a grant is called so, then its name in hexadecimal.
pub(crate) const INBOX: &str = "inbox/";
const FRONT: usize = 4 + 1 + 16;

impl Keyring {
    /// Makes a new vault with these streams, each with its first epoch.
    pub fn make(names: &[&str], random: &mut impl Random) -> Self {
        let vault = VaultId(random.make());
        let device = DeviceId(random.make());
        let mut streams = Vec::new();
        for name in names {
            let id = StreamId(random.make());
            let epochs = vec![EpochKey::make(random)];
            streams.push(Stream {
                id,
                name: (*name).to_owned(),
                first: 0,
                epochs,
            });
        }
        Self {
            vault,
            device,
            streams,
        }
    }

    /// A stream by its name.
    #[must_use]
    pub fn stream(&self, name: &str) -> Option<&Stream> {
        self.streams.iter().find(|s| s.name == name)
    }

    /// Whether a lane is that of somebody who was shown something, in their inbox.
    pub(crate) fn is_guest(&self, lane: Lane) -> bool {
        let stream = self.streams.iter().find(|s| s.id == lane.stream);
        let grant = stream.and_then(|s| s.name.strip_prefix(INBOX));
        grant.is_some_and(|grant| grant == hex(&lane.device.0))
    }

    /// The key of an epoch.
    #[must_use]
    pub fn key(&self, stream: StreamId, epoch: Epoch) -> Option<&EpochKey> {
        self.streams.iter().find(|s| s.id == stream)?.key(epoch)
    }

    /// Seals it under the master key.
    #[must_use]
    pub fn seal(&self, amk: &Amk, random: &mut impl Random) -> Vec<u8> {
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        out.push(VERSION);
        out.extend_from_slice(&amk.id().0);
        let nonce: [u8; NONCE] = random.make();
        let inside = Zeroizing::new(self.inside());
        let sealed = hazmat::seal(&amk.derive_keyring_key(), &nonce, &out, &inside);
        out.extend_from_slice(&nonce);
        out.extend_from_slice(&sealed);
        out
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`KeyringError`]; any bytes are safe to hand in.
    pub fn open(bytes: &[u8], amk: &Amk) -> Result<Self, KeyringError> {
        let mut r = Reader(bytes);
        let front = r.take(FRONT).ok_or(KeyringError::NotOne)?;
        let mut f = Reader(front);
        if f.take(4) != Some(MAGIC) {
            return Err(KeyringError::NotOne);
        }
        let version = f.u8().ok_or(KeyringError::NotOne)?;
        if version != VERSION {
            return Err(KeyringError::Version(version));
        }
        if f.array().map(AmkId) != Some(amk.id()) {
            return Err(KeyringError::OtherKey);
        }
        let nonce = r.array().ok_or(KeyringError::NotOne)?;
        let inside = hazmat::open(&amk.derive_keyring_key(), &nonce, front, r.0)
            .map(Zeroizing::new)
            .ok_or(KeyringError::Changed)?;
        Self::read(&inside).ok_or(KeyringError::Changed)
    }

    fn inside(&self) -> Vec<u8> {
        // At once as much as it can take: growing would leave copies of keys behind.
        let named = self
            .streams
            .iter()
            .map(|s| s.name.len() + 64 + 34 * s.epochs.len());
        let mut out = Vec::with_capacity(64 + named.sum::<usize>());
        let written = (|| {
            let mut e = Encoder::new(&mut out);
            e.array(3)?
                .bytes(self.vault.as_bytes())?
                .bytes(self.device.as_bytes())?;
            e.array(self.streams.len() as u64)?;
            for s in &self.streams {
                e.array(3)?.bytes(s.id.as_bytes())?.str(&s.name)?;
                e.array(s.epochs.len() as u64)?;
                for key in &s.epochs {
                    e.bytes(key.expose())?;
                }
            }
            Ok::<_, minicbor::encode::Error<core::convert::Infallible>>(())
        })();
        debug_assert!(written.is_ok());
        out
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(bytes);
        if d.array().ok()?? != 3 {
            return None;
        }
        let vault = VaultId(d.bytes().ok()?.try_into().ok()?);
        let device = DeviceId(d.bytes().ok()?.try_into().ok()?);
        let mut streams = Vec::new();
        for _ in 0..d.array().ok()?? {
            if d.array().ok()?? != 3 {
                return None;
            }
            let id = StreamId(d.bytes().ok()?.try_into().ok()?);
            let name = d.str().ok()?.to_owned();
            let mut epochs = Vec::new();
            for _ in 0..d.array().ok()?? {
                epochs.push(EpochKey::read(d.bytes().ok()?)?);
            }
            if epochs.is_empty() {
                return None;
            }
            streams.push(Stream {
                id,
                name,
                first: 0,
                epochs,
            });
        }
        (d.position() == bytes.len()).then_some(Self {
            vault,
            device,
            streams,
        })
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{DeviceId, Epoch, Index, StreamId, VaultId, bytes::Reader};

/// Do not modify this struct: it is authenticated byte for byte, and `vectors/` holds it still.
///
/// The front of every record, 98 bytes, integers with the most significant byte first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Header {
    /// Which vault.
    pub vault: VaultId,
    /// Which stream.
    pub stream: StreamId,
    /// Who wrote it.
    pub device: DeviceId,
    /// Its place in the lane of that stream and device, counted from 0.
    pub index: Index,
    /// Under which key of the stream it is sealed.
    pub epoch: Epoch,
    /// The hash of the record before it in its lane; zeros for the first.
    pub previous: [u8; 32],
    /// Length of the padded payload in bytes, at most [`Header::LARGEST`].
    pub padded: u32,
}

/// Why bytes are not a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HeaderError {
    /// Fewer than 98 bytes.
    #[error("the header is cut short")]
    Short,
    /// Written by a newer version: update the app.
    #[error("version {0} of the format is not known here")]
    Version(u8),
    /// Sealed in a way that is not known here: update the app.
    #[error("suite {0} is not known here")]
    Suite(u8),
    /// No record is that large.
    #[error("a payload of {0} bytes is over the limit")]
    Large(u32),
}

impl Header {
    /// Length in bytes.
    pub const LEN: usize = 98;
    /// The largest padded payload, 16 MiB.
    pub const LARGEST: u32 = 16 << 20;
    /// The version of the format that this code writes.
    pub const VERSION: u8 = 1;
    /// XChaCha20-Poly1305, HKDF-SHA-256, SHA-256.
    pub const SUITE: u8 = 1;

    /// The bytes as they are stored and authenticated.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; Self::LEN] {
        let mut out = [0; Self::LEN];
        let mut at = 0;
        let mut put = |bytes: &[u8]| {
            out[at..at + bytes.len()].copy_from_slice(bytes);
            at += bytes.len();
        };
        put(&[Self::VERSION, Self::SUITE]);
        put(self.vault.as_bytes());
        put(self.stream.as_bytes());
        put(self.device.as_bytes());
        put(&self.index.to_be_bytes());
        put(&self.epoch.to_be_bytes());
        put(&self.previous);
        put(&self.padded.to_be_bytes());
        out
    }

    /// Reads a header from the front of some bytes.
    ///
    /// # Errors
    /// [`HeaderError`]; any bytes are safe to hand in.
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let mut r = Reader(bytes);
        let version = r.u8().ok_or(HeaderError::Short)?;
        if version != Self::VERSION {
            return Err(HeaderError::Version(version));
        }
        let suite = r.u8().ok_or(HeaderError::Short)?;
        if suite != Self::SUITE {
            return Err(HeaderError::Suite(suite));
        }
        let header = Self::fields(&mut r).ok_or(HeaderError::Short)?;
        if header.padded > Self::LARGEST {
            return Err(HeaderError::Large(header.padded));
        }
        Ok(header)
    }

    fn fields(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            vault: VaultId(r.array()?),
            stream: StreamId(r.array()?),
            device: DeviceId(r.array()?),
            index: r.u64()?,
            epoch: r.u32()?,
            previous: r.array()?,
            padded: r.u32()?,
        })
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    DeviceId, Head, Index, Lane, SIGNATURE, SigningSecret, StreamId, VaultId, VerifyKey,
    bytes::Reader,
};
use std::collections::BTreeMap;

/// What a writer vouches for after each upload: how far its own lanes have come, and what it has seen of
/// others. With it a dropped, reordered, rolled-back or forked history is noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    /// The vault.
    pub vault: VaultId,
    /// Who vouches: a device, or a grant for its inbox.
    pub writer: DeviceId,
    /// Counts the heads of this writer; the larger one is the newer.
    pub counter: u64,
    /// The version of the account that the writer knew.
    pub account: u64,
    /// Its own lanes.
    pub lanes: BTreeMap<StreamId, Head>,
    /// How far it has seen the lanes of others: the index after the last.
    pub seen: BTreeMap<Lane, Index>,
}

/// Why bytes are not a signed head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignedHeadError {
    /// These bytes are not a signed head.
    #[error("these bytes are not a signed head")]
    NotOne,
    /// Written by a newer version.
    #[error("version {0} of a signed head is not known here")]
    Version(u8),
    /// The signature is not its writer's.
    #[error("the head was not signed by its writer")]
    Signature,
}

const MAGIC: &[u8; 4] = b"KHHD";
const VERSION: u8 = 1;
const LABEL: &[u8] = b"kindhold/v1/head";
/// No vault has so many lanes.
const MOST: u32 = 65_536;

impl SignedHead {
    /// Signs it.
    #[must_use]
    pub fn sign(&self, secret: &SigningSecret) -> Vec<u8> {
        let mut out = self.message();
        let signature = secret.sign(LABEL, &out);
        out.extend_from_slice(&signature);
        out
    }

    /// Reads a head and checks that its writer signed it.
    ///
    /// # Errors
    /// [`SignedHeadError`]; any bytes are safe to hand in.
    pub fn open(bytes: &[u8], key: &VerifyKey) -> Result<Self, SignedHeadError> {
        let (head, signature) = Self::split(bytes)?;
        let message = &bytes[..bytes.len() - SIGNATURE];
        if key.verify(LABEL, message, &signature) {
            Ok(head)
        } else {
            Err(SignedHeadError::Signature)
        }
    }

    /// Reads a head without knowing whether it is true.
    ///
    /// # Errors
    /// [`SignedHeadError`]; any bytes are safe to hand in.
    pub fn read_unchecked(bytes: &[u8]) -> Result<Self, SignedHeadError> {
        Self::split(bytes).map(|(head, _)| head)
    }

    fn message(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.extend_from_slice(self.vault.as_bytes());
        out.extend_from_slice(self.writer.as_bytes());
        out.extend_from_slice(&self.counter.to_be_bytes());
        out.extend_from_slice(&self.account.to_be_bytes());
        out.extend_from_slice(&(self.lanes.len() as u32).to_be_bytes());
        for (stream, head) in &self.lanes {
            out.extend_from_slice(stream.as_bytes());
            out.extend_from_slice(&head.next.to_be_bytes());
            out.extend_from_slice(&head.hash);
        }
        out.extend_from_slice(&(self.seen.len() as u32).to_be_bytes());
        for (lane, next) in &self.seen {
            out.extend_from_slice(lane.stream.as_bytes());
            out.extend_from_slice(lane.device.as_bytes());
            out.extend_from_slice(&next.to_be_bytes());
        }
        out
    }

    fn split(bytes: &[u8]) -> Result<(Self, [u8; SIGNATURE]), SignedHeadError> {
        let mut r = Reader(bytes);
        if r.take(4) != Some(MAGIC) {
            return Err(SignedHeadError::NotOne);
        }
        match r.u8() {
            Some(VERSION) => {}
            Some(version) => return Err(SignedHeadError::Version(version)),
            None => return Err(SignedHeadError::NotOne),
        }
        let head = Self::fields(&mut r).ok_or(SignedHeadError::NotOne)?;
        let signature = r.array().ok_or(SignedHeadError::NotOne)?;
        if r.0.is_empty() {
            Ok((head, signature))
        } else {
            Err(SignedHeadError::NotOne)
        }
    }

    fn fields(r: &mut Reader<'_>) -> Option<Self> {
        let (vault, writer) = (VaultId(r.array()?), DeviceId(r.array()?));
        let (counter, account) = (r.u64()?, r.u64()?);
        let mut lanes = BTreeMap::new();
        for _ in 0..r.u32().filter(|n| *n <= MOST)? {
            let stream = StreamId(r.array()?);
            let head = Head {
                next: r.u64()?,
                hash: r.array()?,
            };
            lanes.insert(stream, head);
        }
        let mut seen = BTreeMap::new();
        for _ in 0..r.u32().filter(|n| *n <= MOST)? {
            let lane = Lane {
                stream: StreamId(r.array()?),
                device: DeviceId(r.array()?),
            };
            seen.insert(lane, r.u64()?);
        }
        Some(Self {
            vault,
            writer,
            counter,
            account,
            lanes,
            seen,
        })
    }
}

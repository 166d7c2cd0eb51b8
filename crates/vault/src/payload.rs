// SPDX-License-Identifier: Apache-2.0
use crate::{RecordId, ThingId, Time};
use minicbor::{Decoder, Encoder};

/// What stands inside a record: CBOR (RFC 8949), an array of eight. The caller gives the body its
/// meaning; this crate knows none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// What kind of thing, as the caller numbers them; 0 for a tombstone.
    pub kind: u16,
    /// Which thing.
    pub thing: ThingId,
    /// When it was written.
    pub time: Time,
    /// Minutes that the wall clock was ahead of UTC.
    pub offset_min: i16,
    /// Records that this one takes the place of.
    pub supersedes: Vec<RecordId>,
    /// The thing was deleted.
    pub tombstone: bool,
    /// What was written.
    pub body: Vec<u8>,
}

/// The bytes inside a record are not a payload. They were sealed with the right key, so this means a
/// programming error or a newer version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the inside of the record cannot be read")]
pub struct PayloadError;

/// A record supersedes at most this many others.
const MOST_SUPERSEDED: u64 = 4096;

impl Payload {
    /// Encodes it.
    ///
    /// # Errors
    /// None in practice: writing to memory does not fail.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.body.len() + 64);
        let written = (|| {
            let mut e = Encoder::new(&mut out);
            e.array(8)?.u16(self.kind)?.bytes(self.thing.as_bytes())?;
            e.i64(self.time.ms)?
                .u32(self.time.counter)?
                .i16(self.offset_min)?;
            e.array(self.supersedes.len() as u64)?;
            for id in &self.supersedes {
                e.bytes(id.as_bytes())?;
            }
            e.bool(self.tombstone)?.bytes(&self.body)?;
            Ok::<_, minicbor::encode::Error<core::convert::Infallible>>(())
        })();
        debug_assert!(written.is_ok());
        out
    }

    /// Decodes it; nothing may follow.
    ///
    /// # Errors
    /// [`PayloadError`]; any bytes are safe to hand in.
    pub fn parse(bytes: &[u8]) -> Result<Self, PayloadError> {
        Self::read(bytes).ok_or(PayloadError)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut d = Decoder::new(bytes);
        if d.array().ok()?? != 8 {
            return None;
        }
        let kind = d.u16().ok()?;
        let thing = ThingId(d.bytes().ok()?.try_into().ok()?);
        let time = Time {
            ms: d.i64().ok()?,
            counter: d.u32().ok()?,
        };
        let offset_min = d.i16().ok()?;
        let many = d.array().ok()??;
        if many > MOST_SUPERSEDED {
            return None;
        }
        let mut supersedes = Vec::new();
        for _ in 0..many {
            supersedes.push(RecordId(d.bytes().ok()?.try_into().ok()?));
        }
        let tombstone = d.bool().ok()?;
        let body = d.bytes().ok()?.to_vec();
        (d.position() == bytes.len()).then_some(Self {
            kind,
            thing,
            time,
            offset_min,
            supersedes,
            tombstone,
            body,
        })
    }
}

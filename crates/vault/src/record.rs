// SPDX-License-Identifier: Apache-2.0
use crate::{
    Header, HeaderError, Lane, Payload, Place, Random, RecordId,
    bytes::Reader,
    hazmat::{self, NONCE, TAG, label},
    keys::Sealer,
    padded_len,
};

/// A sealed record as it is stored: form, header, nonce, then the sealed payload or, once the payload
/// was purged, its hash alone. The chain stays whole either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    header: Header,
    nonce: [u8; NONCE],
    body: Body,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Body {
    Sealed(Vec<u8>),
    Purged([u8; 32]),
}

/// Why bytes are not a record, or a record does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The header is not one.
    #[error(transparent)]
    Header(#[from] HeaderError),
    /// It ends too early.
    #[error("the record is cut short")]
    Short,
    /// Neither sealed nor purged.
    #[error("form {0} of a record is not known here")]
    Form(u8),
    /// The key is not the one it was sealed with, or it was changed.
    #[error("the record does not open: another key, or changed")]
    Sealed,
    /// It is of another vault, or of a stream or epoch whose key is not here.
    #[error("the key of the record is not here")]
    Foreign,
    /// Its payload was deleted for good.
    #[error("the record's content was deleted")]
    Purged,
    /// It opened, but what is inside is not as the format says.
    #[error("the inside of the record is not as the format says")]
    Inside,
    /// The payload is larger than a record may be.
    #[error("{0} bytes are more than one record holds")]
    Large(usize),
}

impl Record {
    pub(crate) const SEALED: u8 = 1;
    pub(crate) const PURGED: u8 = 2;

    /// Seals a payload. `header.padded` is set here.
    ///
    /// # Errors
    /// [`RecordError::Large`] over 16 MiB.
    pub(crate) fn seal(
        mut header: Header,
        payload: &Payload,
        sealer: &Sealer,
        random: &mut impl Random,
    ) -> Result<Self, RecordError> {
        let inside = payload.to_bytes();
        let len = u32::try_from(inside.len()).map_err(|_| RecordError::Large(inside.len()))?;
        header.padded = padded_len(len.saturating_add(4));
        if header.padded > Header::LARGEST {
            return Err(RecordError::Large(inside.len()));
        }
        let mut padded = Vec::with_capacity(header.padded as usize);
        padded.extend_from_slice(&len.to_be_bytes());
        padded.extend_from_slice(&inside);
        padded.resize(header.padded as usize, 0);
        let nonce = random.make();
        let key = sealer.derive_record_key(&header);
        let sealed = hazmat::seal(&key, &nonce, &header.to_bytes(), &padded);
        Ok(Self {
            header,
            nonce,
            body: Body::Sealed(sealed),
        })
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`RecordError`].
    pub(crate) fn open(&self, sealer: &Sealer) -> Result<Payload, RecordError> {
        let Body::Sealed(sealed) = &self.body else {
            return Err(RecordError::Purged);
        };
        let key = sealer.derive_record_key(&self.header);
        let padded = hazmat::open(&key, &self.nonce, &self.header.to_bytes(), sealed)
            .ok_or(RecordError::Sealed)?;
        let mut r = Reader(&padded);
        let len = r.u32().ok_or(RecordError::Inside)? as usize;
        let inside = r.take(len).ok_or(RecordError::Inside)?;
        if r.0.iter().any(|b| *b != 0) {
            return Err(RecordError::Inside);
        }
        Payload::parse(inside).map_err(|_| RecordError::Inside)
    }

    /// The same record without its content.
    #[must_use]
    pub fn purged(&self) -> Self {
        Self {
            header: self.header,
            nonce: self.nonce,
            body: Body::Purged(self.body_hash()),
        }
    }

    /// Whether its content was deleted.
    #[must_use]
    pub const fn is_purged(&self) -> bool {
        matches!(self.body, Body::Purged(_))
    }

    /// Where it stands: its lane and index.
    #[must_use]
    pub const fn place(&self) -> Place {
        let Header {
            stream,
            device,
            index,
            ..
        } = self.header;
        Place {
            lane: Lane { stream, device },
            index,
        }
    }

    /// Whether it stands right behind another.
    pub(crate) fn follows(&self, other: &Self) -> bool {
        let before = other.place();
        self.place().lane == before.lane && before.index.checked_add(1) == Some(self.header.index)
    }

    /// Its header.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    fn body_hash(&self) -> [u8; 32] {
        match &self.body {
            Body::Sealed(sealed) => hazmat::sha256(&[sealed]),
            Body::Purged(hash) => *hash,
        }
    }

    /// Its name: a hash that is the same before and after a purge.
    #[must_use]
    pub fn id(&self) -> RecordId {
        let header = self.header.to_bytes();
        RecordId(hazmat::sha256(&[
            label::RECORD_HASH,
            &header,
            &self.nonce,
            &self.body_hash(),
        ]))
    }

    /// Appends the stored bytes.
    pub fn write(&self, out: &mut Vec<u8>) {
        let (form, body): (u8, &[u8]) = match &self.body {
            Body::Sealed(sealed) => (Self::SEALED, sealed),
            Body::Purged(hash) => (Self::PURGED, hash),
        };
        out.push(form);
        out.extend_from_slice(&self.header.to_bytes());
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(body);
    }

    /// The stored bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    /// Takes one record off the front of some bytes.
    ///
    /// # Errors
    /// [`RecordError`]; any bytes are safe to hand in.
    pub fn take(bytes: &mut &[u8]) -> Result<Self, RecordError> {
        let mut r = Reader(bytes);
        let form = r.u8().ok_or(RecordError::Short)?;
        let header = Header::parse(r.0)?;
        r.take(Header::LEN).ok_or(RecordError::Short)?;
        let nonce = r.array().ok_or(RecordError::Short)?;
        let body = match form {
            Self::SEALED => {
                let sealed = r
                    .take(header.padded as usize + TAG)
                    .ok_or(RecordError::Short)?;
                Body::Sealed(sealed.to_vec())
            }
            Self::PURGED => Body::Purged(r.array().ok_or(RecordError::Short)?),
            form => return Err(RecordError::Form(form)),
        };
        *bytes = r.0;
        Ok(Self {
            header,
            nonce,
            body,
        })
    }
}

/// Records one after the other, as a store's chunk holds them. Ends after the first that cannot be
/// read: what follows it has no known beginning.
pub struct Records<'a>(pub &'a [u8]);

impl Iterator for Records<'_> {
    type Item = Result<Record, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let record = Record::take(&mut self.0);
        if record.is_err() {
            self.0 = &[];
        }
        Some(record)
    }
}

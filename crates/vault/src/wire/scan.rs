// SPDX-License-Identifier: Apache-2.0
use crate::{
    Header, Record, RecordError, RecordId,
    hazmat::{NONCE, TAG},
};

/// A stored record that is looked at without being copied: all that a relay needs to know of it.
#[derive(Debug, Clone, Copy)]
pub struct Scanned<'a> {
    /// Its header.
    pub header: Header,
    /// All its bytes.
    pub bytes: &'a [u8],
    /// Whether its content was deleted.
    pub is_purged: bool,
}

/// Looks at records one after the other. Ends after the first that cannot be read.
pub struct Scan<'a>(pub &'a [u8]);

impl<'a> Scanned<'a> {
    /// Looks at the record at the front of some bytes.
    fn first(bytes: &'a [u8]) -> Result<Self, RecordError> {
        let form = *bytes.first().ok_or(RecordError::Short)?;
        let header = Header::parse(&bytes[1..])?;
        let body = match form {
            Record::SEALED => header.padded as usize + TAG,
            Record::PURGED => 32,
            form => return Err(RecordError::Form(form)),
        };
        let len = 1 + Header::LEN + NONCE + body;
        Ok(Self {
            header,
            bytes: bytes.get(..len).ok_or(RecordError::Short)?,
            is_purged: form == Record::PURGED,
        })
    }

    /// Its name, which takes hashing all of it.
    ///
    /// # Errors
    /// None for what [`Scan`] handed out.
    pub fn id(&self) -> Result<RecordId, RecordError> {
        Record::take(&mut &self.bytes[..]).map(|record| record.id())
    }
}

impl<'a> Iterator for Scan<'a> {
    type Item = Result<Scanned<'a>, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let scanned = Scanned::first(self.0);
        let rest = scanned
            .as_ref()
            .ok()
            .and_then(|s| self.0.get(s.bytes.len()..));
        self.0 = rest.unwrap_or_default();
        Some(scanned)
    }
}

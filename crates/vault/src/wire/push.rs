// SPDX-License-Identifier: Apache-2.0
use super::{WireError, put_list, take_bytes};
use crate::bytes::Reader;

/// Brings records to a relay: sent twice, they count once. When the answer comes, they are on its disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push<'a> {
    /// The version of the account that the sender knows. A relay that has another refuses: the sender may
    /// be sealing under a key that somebody was just shut out with. A grant sends 0.
    pub account: u64,
    /// Signed heads, of the sender and of others whose heads the relay has not.
    pub heads: Vec<&'a [u8]>,
    /// Records as they are stored, one after the other; lane by lane, in order within a lane.
    pub records: &'a [u8],
}

impl<'a> Push<'a> {
    /// The bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.account.to_be_bytes().to_vec();
        put_list(&mut out, &self.heads, |out, head| {
            super::put_bytes(out, head);
        });
        out.extend_from_slice(self.records);
        out
    }

    /// Reads it; the records are not looked at.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn parse(bytes: &'a [u8]) -> Result<Self, WireError> {
        let mut r = Reader(bytes);
        let account = r.u64().ok_or(WireError)?;
        let heads = heads(&mut r).ok_or(WireError)?;
        Ok(Self {
            account,
            heads,
            records: r.0,
        })
    }
}

fn heads<'a>(r: &mut Reader<'a>) -> Option<Vec<&'a [u8]>> {
    let len = r.u32()?;
    if len > super::MOST {
        return None;
    }
    (0..len).map(|_| take_bytes(r)).collect()
}

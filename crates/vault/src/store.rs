// SPDX-License-Identifier: Apache-2.0
use crate::{DeviceId, Index, Record, RecordId, Records, StreamId};
use std::collections::BTreeMap;

/// What one device wrote into one stream: a chain of records, each with its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lane {
    /// The stream.
    pub stream: StreamId,
    /// The device.
    pub device: DeviceId,
}

/// How far a lane has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The index that the next record gets.
    pub next: Index,
    /// The hash of the last record; zeros when there is none.
    pub hash: [u8; 32],
}

/// The place of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its lane.
    pub lane: Lane,
    /// Its place there.
    pub index: Index,
}

impl Place {
    /// 40 bytes: stream, device, index.
    pub(crate) fn to_bytes(self) -> [u8; 40] {
        let mut out = [0; 40];
        out[..16].copy_from_slice(self.lane.stream.as_bytes());
        out[16..32].copy_from_slice(self.lane.device.as_bytes());
        out[32..].copy_from_slice(&self.index.to_be_bytes());
        out
    }

    #[cfg(feature = "together")]
    pub(crate) fn read(r: &mut crate::bytes::Reader<'_>) -> Option<Self> {
        let (stream, device) = (StreamId(r.array()?), DeviceId(r.array()?));
        let lane = Lane { stream, device };
        let index = r.u64()?;
        Some(Self { lane, index })
    }
}

/// What is written together: all of it or nothing.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// Heads that must still be so. A lane that has none yet is expected with `Head::default()`.
    pub expect_heads: Vec<(Lane, Head)>,
    /// Meta values that must still be so.
    pub expect_meta: Vec<(String, Option<Vec<u8>>)>,
    /// Heads to set before anything is appended. Records from there on go: they moved to another lane,
    /// or are sealed anew. A head beyond the end begins a lane in its middle, for a reader who was
    /// shown no more.
    pub set_heads: Vec<(Lane, Head)>,
    /// Records for the end of their lanes, in order. The store moves the heads.
    pub append: Vec<Record>,
    /// Records that lose their content, each by its place and its name: another that stands there by now
    /// keeps its own. One that is not there is passed over.
    pub purge: Vec<(Place, RecordId)>,
    /// Meta values to set, or to take away.
    pub meta: Vec<(String, Option<Vec<u8>>)>,
}

/// Why a store did not do it. Nothing of the batch was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Somebody else, for example another window, wrote first: read again, then try again.
    #[error("the store has moved on")]
    Conflict,
    /// There is no room left.
    #[error("the store is full")]
    Full,
    /// There is no store here, or this window may not use it.
    #[error("there is no store here")]
    Unavailable,
    /// A newer version of the program has changed the store.
    #[error("the store was made by a newer version")]
    Newer,
    /// Anything else, by the store's own word for it.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// Where sealed records lie. It sees ciphertext and heads alone. `conformance`
/// is the suite that every store runs.
#[allow(
    async_fn_in_trait,
    reason = "a store belongs to one thread: the browser's"
)]
pub trait Store {
    /// A meta value.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Everything, as it was at one moment: hands over each run of stored records as soon as it is
    /// there, in any order, a record perhaps in two of them. Returns the head of each lane.
    ///
    /// # Errors
    /// [`StoreError`]: what was handed over may not be all.
    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError>;

    /// The head of each lane.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn heads(&self) -> Result<BTreeMap<Lane, Head>, StoreError> {
        self.load(&mut |_| {}).await
    }

    /// Stored records of a lane in order, one after the other: from the given place on, until `most`
    /// bytes are passed or the lane ends. A gap ends it too.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn records(&self, from: Place, most: usize) -> Result<Vec<u8>, StoreError> {
        let mut found = BTreeMap::new();
        self.load(&mut |run| {
            let records = Records(run).flatten();
            let wanted = records.filter(|r| r.place().lane == from.lane);
            found.extend(wanted.map(|r| (r.place().index, r)));
        })
        .await?;
        let (mut out, mut next) = (Vec::new(), from.index);
        while let Some(record) = found.get(&next).filter(|_| out.len() <= most) {
            record.write(&mut out);
            next += 1;
        }
        Ok(out)
    }

    /// Writes a batch. When this returns `Ok`, it has reached the disk; until then nothing of it may
    /// be seen, whatever happens.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Conflict`] when something expected is not so.
    async fn commit(&self, batch: &Batch) -> Result<(), StoreError>;

    /// Tidies up, so that the next [`Store::load`] is quick. Changes nothing that can be seen.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn fold(&self) -> Result<(), StoreError>;

    /// Leaves nothing behind.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn erase(&self) -> Result<(), StoreError>;
}

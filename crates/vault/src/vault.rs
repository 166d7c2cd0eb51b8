// SPDX-License-Identifier: Apache-2.0
use crate::{
    Amk, Batch, Clock, Contents, Head, Header, Keyring, KeyringError, Lane, Opened, Payload, Place,
    Random, Record, RecordError, RecordId, Slot, SlotError, Slots, Store, StoreError, ThingId,
    Time, contents,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where the ways in lie in the store.
const SLOTS: &str = "slots";
/// Where the keyring lies in the store.
const KEYRING: &str = "keyring";
/// How often a write is tried again when another window was quicker.
const TRIES: usize = 16;

/// An open vault: its keys, its store, and what was read from it. Dropping it drops the keys.
#[derive(Debug)]
pub struct Vault<S> {
    store: S,
    amk: Amk,
    keyring: Keyring,
    clock: Clock,
    heads: BTreeMap<Lane, Head>,
    things: BTreeMap<ThingId, Thing>,
    seen: BTreeSet<RecordId>,
    news: Vec<Opened>,
}

#[derive(Debug, Default)]
struct Thing {
    /// Records that nothing supersedes yet.
    current: Vec<RecordId>,
    /// All its records, for the day it is deleted.
    places: Vec<Place>,
    deleted: bool,
}

/// Something to write.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The stream, by the name it was made with.
    pub stream: &'a str,
    /// What kind of thing, as the caller numbers them; not 0.
    pub kind: u16,
    /// Which thing.
    pub thing: ThingId,
    /// What the wall clock says: milliseconds since 1970-01-01T00:00:00Z.
    pub wall_ms: i64,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset_min: i16,
    /// When it was first written, if it comes from elsewhere.
    pub written: Option<Time>,
    /// What is written.
    pub body: &'a [u8],
}

/// Why a vault does not open or does not take something. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// That way in does not open it.
    #[error(transparent)]
    Slot(#[from] SlotError),
    /// The keyring does not open.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// The record cannot be made.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// There is no vault in this store.
    #[error("there is no vault here")]
    None,
    /// There is one already.
    #[error("there is a vault here already")]
    Already,
    /// There is no stream of that name.
    #[error("there is no stream of that name")]
    Stream,
    /// The thing was deleted; deleted things do not come back.
    #[error("the thing was deleted")]
    Deleted,
}

impl<S: Store> Vault<S> {
    /// The ways into the vault in a store; `None` when there is no vault.
    ///
    /// # Errors
    /// [`VaultError::Store`], [`VaultError::Slot`].
    pub async fn slots(store: &S) -> Result<Option<Slots>, VaultError> {
        let bytes = store.meta(SLOTS).await?;
        Ok(bytes.map(|b| Slots::parse(&b)).transpose()?)
    }

    /// Makes a vault with these streams and one way in.
    ///
    /// # Errors
    /// [`VaultError::Already`] when another window was quicker; [`VaultError::Store`].
    pub async fn create(
        store: S,
        streams: &[&str],
        way_in: impl FnOnce(&Amk) -> Result<Slot, SlotError>,
        random: &mut impl Random,
    ) -> Result<Self, VaultError> {
        let amk = Amk::make(random);
        let keyring = Keyring::make(streams, random);
        let mut slots = Slots::default();
        slots.put(way_in(&amk)?);
        let batch = Batch {
            expect_meta: vec![(SLOTS.into(), None), (KEYRING.into(), None)],
            meta: vec![
                (SLOTS.into(), Some(slots.to_bytes())),
                (KEYRING.into(), Some(keyring.seal(&amk, random))),
            ],
            ..Batch::default()
        };
        match store.commit(&batch).await {
            Ok(()) => Ok(Self::new(store, amk, keyring)),
            Err(StoreError::Conflict) => Err(VaultError::Already),
            Err(e) => Err(e.into()),
        }
    }

    /// Opens the vault in a store and reads it.
    ///
    /// # Errors
    /// [`VaultError`]; a wrong way in writes nothing.
    pub async fn unlock(
        store: S,
        way_in: impl FnOnce(&Slots) -> Result<Amk, SlotError>,
    ) -> Result<(Self, Contents), VaultError> {
        let slots = Self::slots(&store).await?.ok_or(VaultError::None)?;
        let amk = way_in(&slots)?;
        let keyring = store.meta(KEYRING).await?.ok_or(VaultError::None)?;
        let keyring = Keyring::open(&keyring, &amk)?;
        let mut vault = Self::new(store, amk, keyring);
        let contents = vault.read().await?;
        vault.news.clear();
        Ok((vault, contents))
    }

    fn new(store: S, amk: Amk, keyring: Keyring) -> Self {
        Self {
            store,
            amk,
            keyring,
            clock: Clock::default(),
            heads: BTreeMap::new(),
            things: BTreeMap::new(),
            seen: BTreeSet::new(),
            news: Vec::new(),
        }
    }

    /// The store.
    pub const fn store(&self) -> &S {
        &self.store
    }

    #[cfg(feature = "conformance")]
    pub(crate) const fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Reads everything. What other windows wrote since the last reading is kept for
    /// [`Vault::take_news`].
    ///
    /// # Errors
    /// [`VaultError::Store`].
    pub async fn read(&mut self) -> Result<Contents, VaultError> {
        let snapshot = self.store.load().await?;
        let contents = contents::read(&self.keyring, &snapshot);
        self.heads = snapshot.heads.into_iter().collect();
        self.things.clear();
        for opened in &contents.opened {
            self.take_note(opened);
        }
        Ok(contents)
    }

    /// What other windows wrote, in the order in which it was written.
    pub fn take_news(&mut self) -> Vec<Opened> {
        std::mem::take(&mut self.news)
    }

    fn take_note(&mut self, opened: &Opened) {
        self.clock.see(opened.time);
        let thing = self.things.entry(opened.thing).or_default();
        thing.current.retain(|id| !opened.supersedes.contains(id));
        thing.current.push(opened.id);
        thing.places.push(opened.place);
        thing.deleted |= opened.tombstone;
        if self.seen.insert(opened.id) {
            self.news.push(opened.clone());
        }
    }

    /// Whether a thing was deleted.
    #[must_use]
    pub fn is_deleted(&self, thing: ThingId) -> bool {
        self.things.get(&thing).is_some_and(|t| t.deleted)
    }

    /// Writes something. When this returns `Ok`, it has reached the disk.
    ///
    /// # Errors
    /// [`VaultError`]: nothing was written.
    pub async fn append(
        &mut self,
        draft: Draft<'_>,
        random: &mut impl Random,
    ) -> Result<Opened, VaultError> {
        self.write(draft, false, random).await
    }

    /// Deletes a thing: what was written of it goes for good, its places in the chains stay.
    ///
    /// # Errors
    /// [`VaultError`]: it is still there.
    pub async fn delete(
        &mut self,
        stream: &str,
        thing: ThingId,
        wall_ms: i64,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        let (offset_min, written) = (0, None);
        let draft = Draft {
            stream,
            kind: 0,
            thing,
            wall_ms,
            offset_min,
            written,
            body: &[],
        };
        match self.write(draft, true, random).await {
            Ok(_) | Err(VaultError::Deleted) => Ok(()),
            Err(e) => Err(e),
        }
    }

    async fn write(
        &mut self,
        draft: Draft<'_>,
        tombstone: bool,
        random: &mut impl Random,
    ) -> Result<Opened, VaultError> {
        for _ in 0..TRIES {
            let (record, opened, batch) = self.prepare(draft, tombstone, random)?;
            match self.store.commit(&batch).await {
                Ok(()) => {
                    let at = record.place();
                    self.heads.insert(
                        at.lane,
                        Head {
                            next: at.index + 1,
                            hash: opened.id.0,
                        },
                    );
                    self.seen.insert(opened.id);
                    self.take_note(&opened);
                    return Ok(opened);
                }
                Err(StoreError::Conflict) => {
                    self.read().await?;
                }
                Err(e) => return Err(e.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    fn prepare(
        &mut self,
        draft: Draft<'_>,
        tombstone: bool,
        random: &mut impl Random,
    ) -> Result<(Record, Opened, Batch), VaultError> {
        if self.is_deleted(draft.thing) {
            return Err(VaultError::Deleted);
        }
        let stream = self
            .keyring
            .stream(draft.stream)
            .ok_or(VaultError::Stream)?;
        let lane = Lane {
            stream: stream.id,
            device: self.keyring.device,
        };
        let head = self.heads.get(&lane).copied().unwrap_or_default();
        let key = stream.epochs.last().ok_or(VaultError::Stream)?;
        let held = self.things.get(&draft.thing);
        let payload = Payload {
            kind: draft.kind,
            thing: draft.thing,
            time: draft
                .written
                .unwrap_or_else(|| self.clock.tick(draft.wall_ms)),
            offset_min: draft.offset_min,
            supersedes: held.map(|t| t.current.clone()).unwrap_or_default(),
            tombstone,
            body: draft.body.to_vec(),
        };
        let header = Header {
            vault: self.keyring.vault,
            stream: lane.stream,
            device: lane.device,
            index: head.next,
            epoch: stream.epochs.len() as u32 - 1,
            previous: head.hash,
            padded: 0,
        };
        let purge = held
            .filter(|_| tombstone)
            .map(|t| t.places.clone())
            .unwrap_or_default();
        let record = Record::seal(header, &payload, &key.derive_sealer(), random)?;
        let opened = Opened {
            id: record.id(),
            place: record.place(),
            kind: payload.kind,
            thing: payload.thing,
            time: payload.time,
            offset_min: payload.offset_min,
            supersedes: payload.supersedes,
            tombstone,
            body: payload.body,
        };
        let append = vec![record.clone()];
        let expect_heads = vec![(lane, head)];
        Ok((
            record,
            opened,
            Batch {
                expect_heads,
                append,
                purge,
                ..Batch::default()
            },
        ))
    }

    /// Changes the ways in. The last one cannot be taken away.
    ///
    /// # Errors
    /// [`VaultError`]: they are as they were.
    pub async fn change_slots(
        &self,
        work: impl Fn(&Amk, &mut Slots) -> Result<(), SlotError>,
    ) -> Result<(), VaultError> {
        for _ in 0..TRIES {
            let before = self.store.meta(SLOTS).await?.ok_or(VaultError::None)?;
            let mut slots = Slots::parse(&before)?;
            work(&self.amk, &mut slots)?;
            if slots.is_empty() {
                return Err(SlotError::Missing.into());
            }
            let batch = Batch {
                expect_meta: vec![(SLOTS.into(), Some(before))],
                meta: vec![(SLOTS.into(), Some(slots.to_bytes()))],
                ..Batch::default()
            };
            match self.store.commit(&batch).await {
                Err(StoreError::Conflict) => {}
                done => return Ok(done?),
            }
        }
        Err(StoreError::Conflict.into())
    }
}

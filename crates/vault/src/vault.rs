// SPDX-License-Identifier: Apache-2.0
#[cfg(feature = "together")]
use crate::together::{Member, MemberError};
use crate::{
    Amk, Batch, Clock, Contents, DeviceId, Head, Keyring, KeyringError, Lane, Opened, Place,
    Random, RecordError, RecordId, Records, Slot, SlotError, Slots, Store, StoreError, StreamId,
    ThingId, Time, contents::Reading, writing::Writing,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where the ways in lie in the store.
const SLOTS: &str = "slots";
/// Where the keyring lies in the store.
pub(crate) const KEYRING: &str = "keyring";
/// Where what this device knows of others lies in the store.
pub(crate) const MEMBER: &str = "member";
/// Where the places lie that were emptied here and perhaps not yet at the relay.
pub(crate) const PURGES: &str = "purges";
/// How often a write is tried again when another window was quicker.
const TRIES: usize = 16;

/// An open vault: its keys, its store, and what was read from it. Dropping it drops the keys.
#[derive(Debug)]
pub struct Vault<S> {
    pub(crate) store: S,
    pub(crate) amk: Amk,
    pub(crate) metas: Metas,
    #[cfg(feature = "together")]
    pub(crate) member: Option<Member>,
    pub(crate) keyring: Keyring,
    pub(crate) clock: Clock,
    pub(crate) heads: BTreeMap<Lane, Head>,
    pub(crate) things: BTreeMap<ThingId, Thing>,
    /// Records that a tombstone names.
    pub(crate) emptied: BTreeSet<RecordId>,
    pub(crate) news: Vec<Opened>,
}

/// The sealed keyring and member as they were read: what a change expects to find.
#[derive(Debug, Default)]
pub(crate) struct Metas {
    pub(crate) keyring: Option<Vec<u8>>,
    #[cfg(feature = "together")]
    pub(crate) member: Option<Vec<u8>>,
}

/// What is known of a thing.
#[derive(Debug, Default)]
pub(crate) struct Thing {
    /// Records that nothing supersedes yet, and when they were written.
    pub(crate) current: Vec<(RecordId, Time)>,
    /// All its records, for the day it is deleted.
    pub(crate) records: Vec<(RecordId, Place)>,
    pub(crate) deleted: bool,
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
    /// What this device knows of others does not open.
    #[cfg(feature = "together")]
    #[error(transparent)]
    Member(#[from] MemberError),
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
        let keyring = Keyring::make(streams, random);
        Self::create_with(store, keyring, |_, _| Vec::new(), way_in, random).await
    }

    /// Makes a vault around keys that are there already, with what else is sealed under its master key.
    pub(crate) async fn create_with<R: Random>(
        store: S,
        keyring: Keyring,
        more: impl FnOnce(&Amk, &mut R) -> Vec<(String, Vec<u8>)>,
        way_in: impl FnOnce(&Amk) -> Result<Slot, SlotError>,
        random: &mut R,
    ) -> Result<Self, VaultError> {
        let amk = Amk::make(random);
        let mut slots = Slots::default();
        slots.put(way_in(&amk)?);
        let mut batch = Batch {
            expect_meta: vec![(SLOTS.into(), None), (KEYRING.into(), None)],
            meta: vec![
                (SLOTS.into(), Some(slots.to_bytes())),
                (KEYRING.into(), Some(keyring.seal(&amk, random))),
            ],
            ..Batch::default()
        };
        let more = more(&amk, random).into_iter();
        batch
            .meta
            .extend(more.map(|(name, value)| (name, Some(value))));
        match store.commit(&batch).await {
            Ok(()) => {
                let mut vault = Self::new(store, amk, keyring);
                vault.read_keys().await?;
                Ok(vault)
            }
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
        vault.read_keys().await?;
        let (contents, _) = vault.load().await?;
        Ok((vault, contents))
    }

    /// A vault around keys that somebody else keeps.
    #[cfg(feature = "together")]
    pub(crate) fn around(store: S, amk: Amk, keyring: Keyring) -> Self {
        Self::new(store, amk, keyring)
    }

    fn new(store: S, amk: Amk, keyring: Keyring) -> Self {
        Self {
            store,
            amk,
            metas: Metas::default(),
            #[cfg(feature = "together")]
            member: None,
            keyring,
            clock: Clock::default(),
            heads: BTreeMap::new(),
            things: BTreeMap::new(),
            emptied: BTreeSet::new(),
            news: Vec::new(),
        }
    }

    /// The same vault once more, over a store of its own: as another window would have it. What one of
    /// them writes, the other hears of with [`Vault::catch_up`].
    ///
    /// # Errors
    /// [`VaultError`].
    #[cfg(feature = "together")]
    pub async fn beside(&self, store: S) -> Result<Self, VaultError> {
        let mut beside = Self::new(store, self.amk.clone(), self.keyring.clone());
        beside.read().await?;
        beside.news.clear();
        Ok(beside)
    }

    /// This installation.
    pub const fn device(&self) -> DeviceId {
        self.keyring.device
    }

    /// The stream of that name.
    #[must_use]
    pub fn stream_id(&self, name: &str) -> Option<StreamId> {
        Some(self.keyring.stream(name)?.id)
    }

    /// Adds streams that are missing, before the vault is brought to a relay; afterwards nothing is
    /// added.
    ///
    /// # Errors
    /// [`VaultError`]: none was added.
    #[cfg(feature = "together")]
    pub async fn add_streams(
        &mut self,
        names: &[&str],
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        for _ in 0..TRIES {
            self.read_keys().await?;
            if self.member.is_some() || names.iter().all(|name| self.stream_id(name).is_some()) {
                return Ok(());
            }
            let mut keyring = self.keyring.clone();
            let made = Keyring::make(names, random).streams.into_iter();
            let missing = made.filter(|stream| self.stream_id(&stream.name).is_none());
            keyring.streams.extend(missing);
            let sealed = keyring.seal(&self.amk, random);
            let batch = Batch {
                expect_meta: vec![
                    (KEYRING.into(), self.metas.keyring.clone()),
                    (MEMBER.into(), None),
                ],
                meta: vec![(KEYRING.into(), Some(sealed))],
                ..Batch::default()
            };
            match self.store.commit(&batch).await {
                Ok(()) | Err(StoreError::Conflict) => {}
                Err(e) => return Err(e.into()),
            }
        }
        Err(StoreError::Conflict.into())
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
        self.read_keys().await?;
        let (contents, before) = self.load().await?;
        let is_new = |o: &&Opened| {
            let head = before.get(&o.place.lane);
            head.is_none_or(|head| o.place.index >= head.next)
        };
        let new = contents.opened.iter().filter(is_new);
        self.news.extend(new.cloned());
        Ok(contents)
    }

    /// Takes note of what other windows, or sync, wrote since, without reading everything again.
    /// Returns it in the order in which it was written.
    ///
    /// # Errors
    /// [`VaultError::Store`], [`VaultError::Keyring`].
    pub async fn catch_up(&mut self) -> Result<Vec<Opened>, VaultError> {
        self.read_keys().await?;
        let heads = self.store.heads().await?;
        let mut reading = Reading::new(Some(&self.keyring));
        for (lane, head) in &heads {
            let known = self.heads.get(lane).copied().unwrap_or_default();
            if *head == known {
                continue;
            }
            let (lane, index) = (*lane, known.next);
            let run = self
                .store
                .records(Place { lane, index }, usize::MAX)
                .await?;
            let goes_on = Records(&run)
                .next()
                .is_some_and(|r| r.is_ok_and(|r| r.header().previous == known.hash));
            if !goes_on {
                self.read().await?;
                return Ok(self.take_news());
            }
            reading.run(&run);
        }
        let mut new = reading.opened();
        self.heads = heads;
        for opened in &new {
            self.take_note(opened);
        }
        let mut all = self.take_news();
        all.append(&mut new);
        Ok(all)
    }

    /// Reads the keyring and what is known of others, where another window changed them.
    async fn read_keys(&mut self) -> Result<(), VaultError> {
        let keyring = self.store.meta(KEYRING).await?;
        if keyring != self.metas.keyring {
            let sealed = keyring.as_deref().ok_or(VaultError::None)?;
            self.keyring = Keyring::open(sealed, &self.amk)?;
            self.metas.keyring = keyring;
        }
        #[cfg(feature = "together")]
        self.read_member().await?;
        Ok(())
    }

    /// Everything, and the heads as they were known before.
    pub(crate) async fn load(&mut self) -> Result<(Contents, BTreeMap<Lane, Head>), VaultError> {
        let mut reading = Reading::new(Some(&self.keyring));
        let heads = self.store.load(&mut |run| reading.run(run)).await?;
        let contents = reading.end(&heads);
        self.things.clear();
        self.emptied.clear();
        for opened in &contents.opened {
            self.take_note(opened);
        }
        Ok((contents, std::mem::replace(&mut self.heads, heads)))
    }

    /// What other windows wrote, in the order in which it was written.
    pub fn take_news(&mut self) -> Vec<Opened> {
        std::mem::take(&mut self.news)
    }

    fn take_note(&mut self, opened: &Opened) {
        self.clock.see(opened.time);
        if opened.tombstone {
            self.emptied.extend(&opened.supersedes);
        }
        let thing = self.things.entry(opened.thing).or_default();
        thing
            .current
            .retain(|(id, _)| !opened.supersedes.contains(id));
        thing.current.push((opened.id, opened.time));
        thing.records.push((opened.id, opened.place));
        thing.deleted |= opened.tombstone;
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
        let written = self.append_all(&[draft], random).await?;
        written.into_iter().next().ok_or(VaultError::Deleted)
    }

    /// Writes all of it or nothing. When this returns `Ok`, it has reached the disk.
    ///
    /// # Errors
    /// [`VaultError`]: nothing was written.
    pub async fn append_all(
        &mut self,
        drafts: &[Draft<'_>],
        random: &mut impl Random,
    ) -> Result<Vec<Opened>, VaultError> {
        for _ in 0..TRIES {
            let mut writing = Writing::default();
            for draft in drafts {
                let stream = self
                    .keyring
                    .stream(draft.stream)
                    .ok_or(VaultError::Stream)?
                    .id;
                writing.add(self, stream, draft, false, random)?;
            }
            if let Some(opened) = self.commit(writing).await? {
                return Ok(opened);
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// Deletes a thing: what was written of it goes for good, its places in the chains stay. A thing
    /// that is not there is deleted already.
    ///
    /// # Errors
    /// [`VaultError`]: it is still there.
    pub async fn delete(
        &mut self,
        thing: ThingId,
        wall_ms: i64,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        let (stream, kind, offset_min, written, body) = ("", 0, 0, None, &[][..]);
        let draft = Draft {
            stream,
            kind,
            thing,
            wall_ms,
            offset_min,
            written,
            body,
        };
        for _ in 0..TRIES {
            let Some(held) = self.things.get(&thing).filter(|t| !t.deleted) else {
                return Ok(());
            };
            let Some(stream) = held.records.last().map(|(_, p)| p.lane.stream) else {
                return Ok(());
            };
            let mut writing = Writing::default();
            writing.batch.purge = held
                .records
                .iter()
                .map(|(id, place)| (*place, *id))
                .collect();
            let places: Vec<Place> = held.records.iter().map(|(_, place)| *place).collect();
            self.remember_purges(&mut writing.batch, &places).await?;
            writing.add(self, stream, &draft, true, random)?;
            if self.commit(writing).await?.is_some() {
                return Ok(());
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// What is emptied here has to be emptied at the relay too, whenever it can next be reached.
    pub(crate) async fn remember_purges(
        &self,
        batch: &mut Batch,
        places: &[Place],
    ) -> Result<(), VaultError> {
        if places.is_empty() || self.store.meta(MEMBER).await?.is_none() {
            return Ok(());
        }
        let held = self.store.meta(PURGES).await?;
        let mut all = held.clone().unwrap_or_default();
        for place in places {
            all.extend_from_slice(&place.to_bytes());
        }
        batch.expect_meta.push((PURGES.into(), held));
        batch.meta.push((PURGES.into(), Some(all)));
        Ok(())
    }

    /// `None` when another window was quicker; everything has been read again then.
    pub(crate) async fn commit(
        &mut self,
        mut writing: Writing,
    ) -> Result<Option<Vec<Opened>>, VaultError> {
        // Under the newest keys alone: another window may just have begun an epoch.
        let keyring = (KEYRING.into(), self.metas.keyring.clone());
        writing.batch.expect_meta.push(keyring);
        match self.store.commit(&writing.batch).await {
            Ok(()) => {
                self.heads.extend(writing.heads);
                for opened in &writing.opened {
                    self.take_note(opened);
                }
                Ok(Some(writing.opened))
            }
            Err(StoreError::Conflict) => self.read().await.map(|_| None),
            Err(e) => Err(e.into()),
        }
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

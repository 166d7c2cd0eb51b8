// SPDX-License-Identifier: Apache-2.0
//! What somebody was shown: a copy of the sealed records on the device of whoever holds the grant, and a
//! way to write back.

mod check;
mod known;
mod offer;

pub use offer::Offer;

use super::{
    DeviceList, DeviceListError, GrantError, GrantKeys, Received, RelayError, Suspicion, SyncError,
    link::{Link, Relay},
    pull::Pulled,
    sync::Report,
};
use crate::{
    Amk, Batch, Contents, Damage, DeviceId, Head, Keyring, Lane, Opened, Store, StoreError, Vault,
    wire::{Day, Refusal, State},
};
use check::beginnings;
use known::Known;

/// Reads what was met, and writes it again.
#[cfg(feature = "conformance")]
pub(crate) fn known_again(bytes: &[u8]) -> Option<Vec<u8>> {
    Known::parse(bytes).map(|known| known.to_bytes())
}

/// Where what is known of the other side lies in the store: all of it signed, sealed, or public.
const SHARED: &str = "shared";
/// How often something is tried again when somebody else was quicker.
const TRIES: usize = 8;

/// Somebody else's streams, as far as they were shown.
#[derive(Debug)]
pub struct Shared<S> {
    vault: Vault<S>,
    of: Received,
    known: Known,
    keys: Option<GrantKeys>,
}

/// Why what was shown cannot be read, or nothing can be written back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SharedError {
    /// It was taken back, or its last day is over. What was read before is still here, until it is erased.
    #[error("it was taken back, or its time is over")]
    Ended,
    /// The relay did not do it.
    #[error(transparent)]
    Relay(#[from] RelayError),
    /// The keys at the relay are not what the other side signed.
    #[error(transparent)]
    Grant(#[from] GrantError),
    /// The list of devices at the relay is not what the other side signed.
    #[error(transparent)]
    Devices(#[from] DeviceListError),
    /// An older list of devices than was seen before.
    #[error("the relay holds an older list of devices")]
    OlderDevices,
    /// The device's own store did not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The record cannot be made, or what is here does not open.
    #[error(transparent)]
    Sync(Box<SyncError>),
}

impl From<SyncError> for SharedError {
    fn from(e: SyncError) -> Self {
        match e {
            SyncError::Relay(e) => e.into(),
            e => Self::Sync(Box::new(e)),
        }
    }
}

impl From<crate::VaultError> for SharedError {
    fn from(e: crate::VaultError) -> Self {
        SyncError::from(e).into()
    }
}

impl<S: Store> Shared<S> {
    /// What is here of it, without opening any record: for a [`Shared::refresh`], or to count.
    pub fn closed(store: S, of: Received) -> Self {
        let keyring = Keyring {
            vault: of.vault,
            device: DeviceId(of.id.0),
            streams: Vec::new(),
        };
        let vault = Vault::around(store, Amk::new([0; 32]), keyring);
        Self {
            vault,
            of,
            known: Known::default(),
            keys: None,
        }
    }

    /// Opens what is already here of it; the relay is not asked.
    ///
    /// # Errors
    /// [`SharedError`].
    pub async fn open(store: S, of: Received) -> Result<(Self, Contents), SharedError> {
        let mut shared = Self::closed(store, of);
        let contents = shared.read().await?;
        Ok((shared, contents))
    }

    /// The store.
    pub const fn store(&self) -> &S {
        self.vault.store()
    }

    /// Streams that may be read, by name; empty before the first [`Shared::refresh`].
    #[must_use]
    pub fn streams(&self) -> Vec<&str> {
        let streams = self.keys.iter().flat_map(|keys| &keys.streams);
        streams.map(|s| s.name.as_str()).collect()
    }

    #[cfg(feature = "conformance")]
    pub(crate) fn known_streams(&self) -> Vec<crate::Stream> {
        self.vault.keyring.streams.clone()
    }

    /// The last day on which it holds; 0 for no end.
    #[must_use]
    pub fn until(&self) -> Day {
        self.keys.as_ref().map_or(0, |keys| keys.until)
    }

    /// How many records there are, without opening any.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.vault.heads.values().map(|head| head.next).sum()
    }

    /// Whether a record was written back by this side.
    #[must_use]
    pub fn is_own(&self, opened: &Opened) -> bool {
        opened.place.lane.device.0 == self.of.id.0
    }

    /// Reads everything that is here.
    ///
    /// # Errors
    /// [`SharedError`].
    pub async fn read(&mut self) -> Result<Contents, SharedError> {
        self.read_known().await?;
        let (mut contents, _) = self.vault.load().await?;
        let begins = &self.known.begins;
        contents.damage.retain(|damage| match damage {
            Damage::Missing(at) => at.index > 0 || !begins.contains(&at.lane),
            // What was written before it was shown.
            Damage::Foreign(_) => false,
            _ => true,
        });
        Ok(contents)
    }

    async fn read_known(&mut self) -> Result<Option<Vec<u8>>, SharedError> {
        let held = self.store().meta(SHARED).await?;
        if let Some(known) = held.as_deref().and_then(Known::parse) {
            let keys = GrantKeys::open(&known.keys, &self.of, 0)?;
            self.adopt(known, keys);
        }
        Ok(held)
    }

    fn adopt(&mut self, known: Known, keys: GrantKeys) {
        let mut streams = keys.streams.clone();
        streams.push(keys.inbox.clone());
        self.vault.keyring.streams = streams;
        self.known = known;
        self.keys = Some(keys);
    }

    /// Fetches what is new. Returns what was noticed; read it with [`Shared::read`].
    ///
    /// # Errors
    /// [`SharedError`]; [`SharedError::Ended`] when it was taken back.
    pub async fn refresh(&mut self, relay: &impl Relay) -> Result<Report, SharedError> {
        let (secret, vault, id) = (self.of.access.clone(), self.of.vault, self.of.id);
        let link = Link::new(relay, vault, id, &secret);
        for _ in 0..TRIES {
            let before = self.read_known().await?;
            self.vault.heads = self.store().heads().await?;
            let mut report = Report::default();
            let state = ended(link.ask("GET", "state", Vec::new()).await)?;
            let state = State::parse(&state).map_err(RelayError::from)?;
            let mut known = self.known.clone();
            let list = self.meet_keys(&link, &state, &mut known).await?;
            let heads = self.check_heads(&list, &state, &known, &mut report);
            let wanted = self.wanted(&state, &heads, &mut known, &mut report);
            let mut pulled = self.vault.pull(&link, &wanted, &mut report).await?;
            if let Some(lane) = pulled.forked {
                report.suspicions.push(Suspicion::Fork(lane));
                self.begin_lane_again(lane).await?;
                continue;
            }
            self.pin(&heads, &pulled, &mut known);
            report.pulled = pulled.batch.append.len();
            let Pulled { batch, .. } = &mut pulled;
            batch.set_heads.extend(beginnings(&wanted, &batch.append));
            batch.expect_meta.push((SHARED.into(), before));
            batch.meta.push((SHARED.into(), Some(known.to_bytes())));
            match self.store().commit(batch).await {
                Ok(()) => {
                    self.vault.heads = self.store().heads().await?;
                    self.read_known().await?;
                    return Ok(report);
                }
                Err(StoreError::Conflict) => {}
                Err(e) => return Err(e.into()),
            }
        }
        Err(SharedError::Sync(Box::new(SyncError::Busy)))
    }

    /// Keys and devices, fetched anew where they may have changed.
    async fn meet_keys<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        state: &State,
        known: &mut Known,
    ) -> Result<DeviceList, SharedError> {
        let seen = self.keys.as_ref().map_or(0, |keys| keys.version);
        let own = state.grants.iter().find(|g| g.id == self.of.id);
        if self.keys.is_none() || own.is_none_or(|own| own.version != seen) {
            let answer = ended(link.ask("GET", "grant", Vec::new()).await)?;
            let sealed = answer.get(8..).ok_or(RelayError::Nonsense)?;
            let keys = GrantKeys::open(sealed, &self.of, seen)?;
            known.keys = sealed.to_vec();
            self.adopt(known.clone(), keys);
        }
        let open = |bytes: &[u8]| DeviceList::open(bytes, self.of.vault, &self.of.identity);
        let held = open(&known.devices).ok();
        let bytes = ended(link.ask("GET", "devices", Vec::new()).await)?;
        let list = open(&bytes)?;
        if held.is_some_and(|held| held.revision > list.revision) {
            return Err(SharedError::OlderDevices);
        }
        known.devices = bytes;
        Ok(list)
    }

    /// The other side's history is another one now: what is here of the lane is fetched again.
    async fn begin_lane_again(&mut self, lane: Lane) -> Result<(), SharedError> {
        let batch = Batch {
            set_heads: vec![(lane, Head::default())],
            ..Batch::default()
        };
        Ok(self.store().commit(&batch).await?)
    }
}

fn ended(answer: Result<Vec<u8>, RelayError>) -> Result<Vec<u8>, SharedError> {
    match answer {
        Err(RelayError::Refused(Refusal::NotYou)) => Err(SharedError::Ended),
        answer => Ok(answer?),
    }
}

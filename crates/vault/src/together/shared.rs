// SPDX-License-Identifier: Apache-2.0
//! What somebody was shown: a copy of the sealed records on the device of whoever holds the grant, and a
//! way to write back.

use super::{
    DeviceList, DeviceListError, GrantError, GrantKeys, Received, RelayError, Suspicion, SyncError,
    compare::WantedLane,
    link::{Link, Relay},
    pull::Pulled,
    sync::Report,
};
use crate::{
    Amk, Batch, Contents, Damage, DeviceId, Head, Keyring, Lane, Opened, Payload, Random,
    SignedHead, Store, StoreError, ThingId, Vault, VerifyKey,
    bytes::{put_bytes, put_list, take_bytes, take_list, whole},
    wire::{Day, Push, Refusal, State},
    writing::Writing,
};
use std::collections::BTreeMap;

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

/// What was last met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Known {
    /// The sealed keys.
    keys: Vec<u8>,
    /// The signed list of devices.
    devices: Vec<u8>,
    /// The newest signed head of each writer.
    heads: Vec<Vec<u8>>,
    /// Lanes that begin in their middle here.
    begins: Vec<Lane>,
}

/// Something to write back.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// What kind of thing, as the caller numbers them; not 0.
    pub kind: u16,
    /// Which thing: the same again is another version of it.
    pub thing: ThingId,
    /// What the wall clock says: milliseconds since 1970-01-01T00:00:00Z.
    pub wall_ms: i64,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset_min: i16,
    /// What is offered.
    pub body: &'a [u8],
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
    /// Opens what is already here of it; the relay is not asked.
    ///
    /// # Errors
    /// [`SharedError`].
    pub async fn open(store: S, of: Received) -> Result<(Self, Contents), SharedError> {
        let keyring = Keyring {
            vault: of.vault,
            device: DeviceId(of.id.0),
            streams: Vec::new(),
        };
        let vault = Vault::around(store, Amk::new([0; 32]), keyring);
        let mut shared = Self {
            vault,
            of,
            known: Known::default(),
            keys: None,
        };
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

    fn check_heads(
        &self,
        list: &DeviceList,
        state: &State,
        known: &Known,
        report: &mut Report,
    ) -> Vec<(SignedHead, Vec<u8>)> {
        let counter = |writer: DeviceId| {
            let heads = known.heads.iter();
            let heads = heads.filter_map(|bytes| SignedHead::read_unchecked(bytes).ok());
            heads
                .filter(|h| h.writer == writer)
                .map(|h| h.counter)
                .max()
        };
        let mut heads = Vec::new();
        for bytes in &state.heads {
            match self.check_head(list, bytes) {
                Ok(head) if counter(head.writer).is_some_and(|c| c > head.counter) => {
                    report.suspicions.push(Suspicion::RolledBack);
                }
                Ok(head) => heads.push((head, bytes.clone())),
                Err(suspicion) => report.suspicions.push(suspicion),
            }
        }
        heads
    }

    fn check_head(&self, list: &DeviceList, bytes: &[u8]) -> Result<SignedHead, Suspicion> {
        let nobody = Suspicion::Stranger(DeviceId([0; 16]));
        let writer = SignedHead::read_unchecked(bytes).map_err(|_| nobody)?;
        let writer = writer.writer;
        let card = list.devices.get(&writer);
        let own = (writer.0 == self.of.id.0).then(|| self.of.access.verify_key());
        let key: Option<VerifyKey> = card.map(|card| card.key).or(own);
        let key = key.ok_or(Suspicion::Stranger(writer))?;
        let head = SignedHead::open(bytes, &key).map_err(|_| Suspicion::Forged(writer))?;
        let ends = card.and_then(|card| card.removed.as_ref());
        let is_within = ends.is_none_or(|ends| {
            let mut lanes = head.lanes.iter();
            lanes.all(|(stream, h)| h.next <= ends.get(stream).map_or(0, |end| end.next))
        });
        if head.vault == self.of.vault && is_within {
            Ok(head)
        } else {
            Err(Suspicion::Forged(writer))
        }
    }

    fn wanted(
        &self,
        state: &State,
        heads: &[(SignedHead, Vec<u8>)],
        known: &mut Known,
        report: &mut Report,
    ) -> Vec<WantedLane> {
        let mut wanted = Vec::new();
        for (head, _) in heads {
            for (stream, to) in &head.lanes {
                let lane = Lane {
                    stream: *stream,
                    device: head.writer,
                };
                let there = state.lanes.iter().find(|l| l.lane == lane);
                let is_shown = self.vault.keyring.streams.iter().any(|s| s.id == *stream);
                let Some(there) = there.filter(|_| is_shown) else {
                    continue;
                };
                let mut from = self.vault.heads.get(&lane).copied().unwrap_or_default();
                let begins = from.next == 0 && there.first > 0;
                if begins {
                    from.next = there.first;
                    known.begins.push(lane);
                }
                if from.next < to.next && there.head.next < to.next {
                    let (have, vouched) = (there.head.next, to.next);
                    report.suspicions.push(Suspicion::Withheld {
                        lane,
                        have,
                        vouched,
                    });
                } else if from.next < to.next {
                    wanted.push(WantedLane {
                        lane,
                        from,
                        to: *to,
                        begins,
                    });
                } else if from.next == to.next && from.hash != to.hash {
                    report.suspicions.push(Suspicion::Fork(lane));
                }
            }
        }
        wanted
    }

    fn pin(&self, heads: &[(SignedHead, Vec<u8>)], pulled: &Pulled, known: &mut Known) {
        let writer_of = |bytes: &Vec<u8>| SignedHead::read_unchecked(bytes).map(|h| h.writer).ok();
        for (head, bytes) in heads {
            let is_reached = |(stream, to): (&crate::StreamId, &Head)| {
                let lane = Lane {
                    stream: *stream,
                    device: head.writer,
                };
                let is_shown = self.vault.keyring.streams.iter().any(|s| s.id == *stream);
                let here = pulled
                    .reached(lane)
                    .or(self.vault.heads.get(&lane).copied());
                !is_shown || here.unwrap_or_default().next >= to.next
            };
            if head.lanes.iter().all(is_reached) {
                known
                    .heads
                    .retain(|held| writer_of(held) != Some(head.writer));
                known.heads.push(bytes.clone());
            }
        }
    }

    /// The other side's history is another one now: what is here of the lane is fetched again.
    async fn begin_lane_again(&mut self, lane: Lane) -> Result<(), SharedError> {
        let batch = Batch {
            set_heads: vec![(lane, Head::default())],
            ..Batch::default()
        };
        Ok(self.store().commit(&batch).await?)
    }

    /// Writes something back into the inbox. When this returns `Ok`, it is on the relay's disk.
    ///
    /// # Errors
    /// [`SharedError`]; when no answer came, the same again is safe.
    pub async fn offer(
        &mut self,
        relay: &impl Relay,
        offer: &Offer<'_>,
        random: &mut impl Random,
    ) -> Result<(), SharedError> {
        let (secret, vault, id) = (self.of.access.clone(), self.of.vault, self.of.id);
        let link = Link::new(relay, vault, id, &secret);
        for _ in 0..TRIES {
            self.refresh(relay).await?;
            self.vault.load().await?;
            let Some(inbox) = self.keys.as_ref().map(|keys| keys.inbox.id) else {
                return Err(SharedError::Ended);
            };
            let payload = Payload {
                kind: offer.kind,
                thing: offer.thing,
                time: self.vault.clock.tick(offer.wall_ms),
                offset_min: offer.offset_min,
                supersedes: Vec::new(),
                tombstone: false,
                body: offer.body.to_vec(),
            };
            let mut writing = Writing::default();
            writing.put(&self.vault, inbox, payload, random)?;
            let lane = Lane {
                stream: inbox,
                device: DeviceId(id.0),
            };
            let head = self.sign_own(lane, &writing);
            let mut records = Vec::new();
            for record in &writing.batch.append {
                record.write(&mut records);
            }
            let push = Push {
                account: 0,
                heads: vec![&head],
                records: &records,
            };
            match ended(link.ask("POST", "push", push.to_bytes()).await) {
                Ok(_) => return self.refresh(relay).await.map(drop),
                Err(SharedError::Relay(RelayError::Refused(Refusal::Fork | Refusal::Gap))) => {}
                Err(e) => return Err(e),
            }
        }
        Err(SharedError::Sync(Box::new(SyncError::Busy)))
    }

    fn sign_own(&self, lane: Lane, writing: &Writing) -> Vec<u8> {
        let heads = self.known.heads.iter();
        let heads = heads.filter_map(|bytes| SignedHead::read_unchecked(bytes).ok());
        let own = heads.filter(|h| h.writer == lane.device);
        let counter = own.map(|h| h.counter).max().unwrap_or_default();
        let head = writing.heads.get(&lane).copied().unwrap_or_default();
        let head = SignedHead {
            vault: self.of.vault,
            writer: lane.device,
            counter: counter.saturating_add(1),
            account: 0,
            lanes: BTreeMap::from([(lane.stream, head)]),
            seen: BTreeMap::new(),
        };
        head.sign(&self.of.access)
    }
}

/// The heads at which lanes begin that are shown from their middle on.
fn beginnings(wanted: &[WantedLane], append: &[crate::Record]) -> Vec<(Lane, Head)> {
    let begin = |want: &WantedLane| {
        let first = append.iter().find(|r| r.place().lane == want.lane)?;
        let next = want.from.next;
        let hash = first.header().previous;
        want.begins.then_some((want.lane, Head { next, hash }))
    };
    wanted.iter().filter_map(begin).collect()
}

fn ended(answer: Result<Vec<u8>, RelayError>) -> Result<Vec<u8>, SharedError> {
    match answer {
        Err(RelayError::Refused(Refusal::NotYou)) => Err(SharedError::Ended),
        answer => Ok(answer?),
    }
}

impl Known {
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![1];
        put_bytes(&mut out, &self.keys);
        put_bytes(&mut out, &self.devices);
        put_list(&mut out, &self.heads, |out, head| put_bytes(out, head));
        put_list(&mut out, &self.begins, |out, lane| {
            out.extend_from_slice(lane.stream.as_bytes());
            out.extend_from_slice(lane.device.as_bytes());
        });
        out
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        whole(bytes, |r| {
            if r.u8()? != 1 {
                return None;
            }
            Some(Self {
                keys: take_bytes(r)?.to_vec(),
                devices: take_bytes(r)?.to_vec(),
                heads: take_list(r, |r| take_bytes(r).map(<[u8]>::to_vec))?,
                begins: take_list(r, |r| {
                    let stream = crate::StreamId(r.array()?);
                    let device = DeviceId(r.array()?);
                    Some(Lane { stream, device })
                })?,
            })
        })
    }
}

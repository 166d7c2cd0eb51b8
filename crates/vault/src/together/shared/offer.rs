// SPDX-License-Identifier: Apache-2.0
use super::{Shared, SharedError, TRIES, ended};
use crate::{
    DeviceId, Lane, Payload, Random, SignedHead, Store, ThingId, Time,
    together::{
        RelayError, SyncError,
        link::{Link, Relay},
    },
    wire::{Push, Refusal},
    writing::Writing,
};
use std::collections::BTreeMap;

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

impl<S: Store> Shared<S> {
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
        let payload = |time| Payload {
            kind: offer.kind,
            thing: offer.thing,
            time,
            offset_min: offer.offset_min,
            supersedes: Vec::new(),
            tombstone: false,
            body: offer.body.to_vec(),
        };
        self.bring(relay, offer.wall_ms, &payload, random).await
    }

    /// Seals a payload, puts it at the end of the inbox and brings it there.
    pub(crate) async fn bring(
        &mut self,
        relay: &impl Relay,
        wall_ms: i64,
        payload: &impl Fn(Time) -> Payload,
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
            let payload = payload(self.vault.clock.tick(wall_ms));
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

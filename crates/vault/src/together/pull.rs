// SPDX-License-Identifier: Apache-2.0
//! Taking in what others wrote: nothing that its writer did not sign, nothing that was deleted.

use super::{
    Report, Suspicion, SyncError,
    compare::WantedLane,
    link::{Link, Relay, RelayError},
};
use crate::{
    Batch, Head, Lane, Opened, Place, Random, Record, RecordError, RecordId, Records, Store,
    ThingId, Vault, VaultError,
    contents::Reading,
    wire::{Pull, Want},
    writing::Writing,
};
use std::collections::{BTreeMap, BTreeSet};

/// Records that were checked, ready to be written.
#[derive(Debug, Default)]
pub(super) struct Pulled {
    pub(super) batch: Batch,
    /// A lane that does not go on from what is here.
    pub(super) forked: Option<Lane>,
    /// Places that may still have content at the relay.
    pub(super) purges: Vec<Place>,
    /// Records of deleted things that no tombstone names.
    pub(super) orphans: Vec<(ThingId, RecordId, Place)>,
    /// Things whose tombstones came.
    pub(super) buried: BTreeSet<ThingId>,
    reached: BTreeMap<Lane, Head>,
}

impl Pulled {
    pub(super) fn reached(&self, lane: Lane) -> Option<Head> {
        self.reached.get(&lane).copied()
    }
}

/// Why a lane was not taken.
enum Lack {
    Forged,
    Forked,
    Withheld(u64),
}

/// Fetches the records of a lane between two heads, and checks that one leads to the other.
pub(super) async fn fetch<R: Relay>(
    link: &Link<'_, R>,
    vault: crate::VaultId,
    want: &WantedLane,
) -> Result<Result<Vec<Record>, LaneFault>, RelayError> {
    let (mut head, mut epoch) = (want.from, 0);
    let mut records = Vec::new();
    while head.next < want.to.next {
        let asked = Pull {
            wants: vec![Want {
                lane: want.lane,
                from: head.next,
            }],
        };
        let body = link.ask("POST", "pull", asked.to_bytes()).await?;
        if body.is_empty() {
            return Ok(Err(LaneFault(Lack::Withheld(head.next))));
        }
        for record in Records(&body) {
            if head.next == want.to.next {
                break;
            }
            let Ok(record) = record else {
                return Ok(Err(LaneFault(Lack::Forged)));
            };
            let header = *record.header();
            let place = Place {
                lane: want.lane,
                index: head.next,
            };
            if record.place() != place || header.vault != vault || header.epoch < epoch {
                return Ok(Err(LaneFault(Lack::Forged)));
            }
            let is_first = head == want.from;
            if header.previous != head.hash && !(is_first && want.begins) {
                let lack = if is_first && head.next > 0 {
                    Lack::Forked
                } else {
                    Lack::Forged
                };
                return Ok(Err(LaneFault(lack)));
            }
            epoch = header.epoch;
            head = Head {
                next: head.next + 1,
                hash: record.id().0,
            };
            records.push(record);
        }
    }
    Ok(if head.hash == want.to.hash {
        Ok(records)
    } else {
        Err(LaneFault(Lack::Forged))
    })
}

/// A lane that was refused.
pub(super) struct LaneFault(Lack);

impl<S: Store> Vault<S> {
    /// Fetches and checks what is wanted. A lane that does not hold is left out as a whole.
    pub(super) async fn pull<R: Relay>(
        &self,
        link: &Link<'_, R>,
        wanted: &[WantedLane],
        report: &mut Report,
    ) -> Result<Pulled, SyncError> {
        let mut lanes = Vec::new();
        for want in wanted {
            let lane = want.lane;
            match fetch(link, self.keyring.vault, want).await? {
                Ok(records) => lanes.push(records),
                Err(LaneFault(Lack::Forged)) => {
                    report.suspicions.push(Suspicion::Forged(lane.device));
                }
                Err(LaneFault(Lack::Withheld(have))) => {
                    let vouched = want.to.next;
                    report.suspicions.push(Suspicion::Withheld {
                        lane,
                        have,
                        vouched,
                    });
                }
                Err(LaneFault(Lack::Forked)) => {
                    return Ok(Pulled {
                        forked: Some(lane),
                        ..Pulled::default()
                    });
                }
            }
        }
        Ok(self.absorb(lanes, report))
    }

    /// Makes a batch of lanes whose chains were checked: opens them, and empties what was deleted.
    pub(super) fn absorb(&self, lanes: Vec<Vec<Record>>, report: &mut Report) -> Pulled {
        let mut pulled = Pulled::default();
        let mut opened: BTreeMap<RecordId, Opened> = BTreeMap::new();
        let mut sound = Vec::new();
        let mut reading = Reading::new(Some(&self.keyring));
        for records in lanes {
            let inside: Result<Vec<_>, _> = records
                .iter()
                .map(|record| match reading.look_into(record) {
                    Ok(payload) => Ok(Some(Opened::new(
                        &self.keyring,
                        record,
                        record.id(),
                        payload,
                    ))),
                    Err(RecordError::Purged) => Ok(None),
                    Err(e) => Err(e),
                })
                .collect();
            match (inside, records.first()) {
                (Ok(inside), Some(_)) => {
                    opened.extend(inside.into_iter().flatten().map(|o| (o.id, o)));
                    sound.push(records);
                }
                (Err(_), Some(first)) => {
                    let device = first.place().lane.device;
                    report.suspicions.push(Suspicion::Forged(device));
                }
                (_, None) => {}
            }
        }
        let tombs: Vec<&Opened> = opened.values().filter(|o| o.tombstone).collect();
        let named: BTreeSet<RecordId> = tombs.iter().flat_map(|o| &o.supersedes).copied().collect();
        let buried: BTreeSet<ThingId> = tombs.iter().map(|o| o.thing).collect();
        let is_named = |id: &RecordId| named.contains(id) || self.emptied.contains(id);
        for records in sound {
            let lane = records.first().map(|r| r.place().lane);
            if let (Some(lane), Some(last)) = (lane, records.last()) {
                let head = self.heads.get(&lane).copied().unwrap_or_default();
                let hash = last.id().0;
                let next = last.place().index + 1;
                pulled.batch.expect_heads.push((lane, head));
                pulled.reached.insert(lane, Head { next, hash });
            }
            for record in records {
                let (id, place) = (record.id(), record.place());
                if record.is_purged() {
                    if !is_named(&id) {
                        report.hollow.push((id, place.lane));
                    }
                    pulled.batch.append.push(record);
                    continue;
                }
                let inside = &opened[&id];
                let is_deleted = buried.contains(&inside.thing) || self.is_deleted(inside.thing);
                if is_deleted && !inside.tombstone {
                    pulled.batch.append.push(record.purged());
                    pulled.purges.push(place);
                    if !is_named(&id) {
                        pulled.orphans.push((inside.thing, id, place));
                    }
                } else {
                    pulled.batch.append.push(record);
                }
            }
        }
        for thing in &buried {
            let held = self.things.get(thing).filter(|held| !held.deleted);
            for (id, place) in held.into_iter().flat_map(|held| &held.records) {
                pulled.batch.purge.push((*place, *id));
                pulled.purges.push(*place);
                if !is_named(id) {
                    pulled.orphans.push((*thing, *id, *place));
                }
            }
        }
        pulled.buried = buried;
        pulled
    }

    /// Names what was emptied and no tombstone names, in tombstones of our own: so that nobody takes it
    /// for something that the relay emptied.
    pub(super) async fn bury(
        &mut self,
        orphans: &[(ThingId, RecordId, Place)],
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let mut things: BTreeMap<(ThingId, crate::StreamId), Vec<RecordId>> = BTreeMap::new();
        for (thing, id, place) in orphans {
            let key = (*thing, place.lane.stream);
            things.entry(key).or_default().push(*id);
        }
        for _ in 0..16 {
            let mut writing = Writing::default();
            for ((thing, stream), ids) in &things {
                writing.bury(self, *stream, *thing, ids, random)?;
            }
            if self.commit(writing).await?.is_some() {
                return Ok(());
            }
        }
        Err(VaultError::Store(crate::StoreError::Conflict).into())
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What the relay says, held against what the other side signed.

use super::{Shared, known::Known};
use crate::{
    DeviceId, Head, Lane, SignedHead, Store, VerifyKey,
    together::{DeviceList, Report, Suspicion, compare::WantedLane, pull::Pulled},
    wire::State,
};

impl<S: Store> Shared<S> {
    pub(super) fn check_heads(
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

    pub(super) fn wanted(
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

    pub(super) fn pin(&self, heads: &[(SignedHead, Vec<u8>)], pulled: &Pulled, known: &mut Known) {
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
}

/// The heads at which lanes begin that are shown from their middle on.
pub(super) fn beginnings(wanted: &[WantedLane], append: &[crate::Record]) -> Vec<(Lane, Head)> {
    let begin = |want: &WantedLane| {
        let first = append.iter().find(|r| r.place().lane == want.lane)?;
        let next = want.from.next;
        let hash = first.header().previous;
        want.begins.then_some((want.lane, Head { next, hash }))
    };
    wanted.iter().filter_map(begin).collect()
}

// SPDX-License-Identifier: Apache-2.0
//! What a relay says, held against what its writers signed and what is here.

use super::{Member, Report, Suspicion, SyncError, sync::SignedHeadBytes};
use crate::{
    DeviceId, Head, Index, Lane, Place, Records, SignedHead, Store, Vault, VerifyKey,
    wire::{AccessId, State},
};
use core::cmp::Ordering;

/// What a round wants from the relay.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// Lanes that are further there.
    pub(super) lanes: Vec<WantedLane>,
    /// Lanes in which something else stands there.
    pub(super) forked: Vec<Lane>,
}

/// The part of a lane that is missing here, and where its writer says it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct WantedLane {
    pub(super) lane: Lane,
    pub(super) from: Head,
    pub(super) to: Head,
    /// What comes before was not shown: the first record may name any.
    pub(super) begins: bool,
}

impl State {
    pub(super) fn next(&self, lane: Lane) -> Index {
        self.head(lane).next
    }

    pub(super) fn head(&self, lane: Lane) -> Head {
        let held = self.lanes.iter().find(|l| l.lane == lane);
        held.map(|l| l.head).unwrap_or_default()
    }
}

impl Member {
    /// Who signs for a writer; `None` for a stranger.
    pub(super) fn signer(&self, writer: DeviceId) -> Option<VerifyKey> {
        let device = self.account.devices.get(&writer).map(|d| d.key);
        device.or_else(|| {
            let grants = &self.account.grants;
            let grant = grants.iter().find(|g| g.id == AccessId(writer.0));
            grant.map(|g| g.access)
        })
    }

    /// Whether a head speaks of nothing that its writer may not write.
    fn may_write(&self, head: &SignedHead) -> bool {
        match self.account.devices.get(&head.writer) {
            Some(device) => device.removed.as_ref().is_none_or(|ends| {
                let mut lanes = head.lanes.iter();
                lanes.all(|(stream, h)| h.next <= ends.get(stream).map_or(0, |end| end.next))
            }),
            None => {
                let grants = &self.account.grants;
                let grant = grants.iter().find(|g| g.id == AccessId(head.writer.0));
                grant.is_some_and(|g| head.lanes.keys().all(|stream| *stream == g.inbox))
            }
        }
    }
}

impl<S: Store> Vault<S> {
    /// The heads that their writers signed. What is not signed by somebody known is noticed and left out.
    pub(super) fn check_heads(
        &self,
        state: &State,
        report: &mut Report,
    ) -> Result<Vec<SignedHeadBytes>, SyncError> {
        let member = self.at_relay()?;
        let own = self.keyring.device;
        let mut heads = Vec::new();
        for bytes in &state.heads {
            match self.check_head(member, bytes) {
                Ok(head) => {
                    let known = member.head(head.writer);
                    let is_older = known.is_some_and(|known| head.counter < known.counter);
                    // Our own may just be on its way there.
                    if is_older && head.writer != own {
                        report.suspicions.push(Suspicion::RolledBack);
                    }
                    heads.push(SignedHeadBytes {
                        head,
                        is_older,
                        bytes: bytes.clone(),
                    });
                }
                Err(suspicion) => report.suspicions.push(suspicion),
            }
        }
        let is_back = |(stream, next): (&_, &Index)| {
            let (stream, device) = (*stream, self.keyring.device);
            state.next(Lane { stream, device }) < *next
        };
        if member.confirmed.iter().any(is_back) {
            report.suspicions.push(Suspicion::RolledBack);
        }
        Ok(heads)
    }

    fn check_head(&self, member: &Member, bytes: &[u8]) -> Result<SignedHead, Suspicion> {
        let nobody = Suspicion::Stranger(DeviceId([0; 16]));
        let writer = SignedHead::read_unchecked(bytes)
            .map_err(|_| nobody)?
            .writer;
        let key = member.signer(writer).ok_or(Suspicion::Stranger(writer))?;
        let head = SignedHead::open(bytes, &key).map_err(|_| Suspicion::Forged(writer))?;
        if head.vault != self.keyring.vault || !member.may_write(&head) {
            return Err(Suspicion::Forged(writer));
        }
        Ok(head)
    }

    /// What is further there than here, and what is another history.
    pub(super) async fn compare(
        &self,
        state: &State,
        heads: &[SignedHeadBytes],
        report: &mut Report,
    ) -> Result<Wanted, SyncError> {
        let member = self.at_relay()?;
        let mut wanted = Wanted::default();
        for head in heads {
            for (stream, to) in &head.head.lanes {
                let lane = Lane {
                    stream: *stream,
                    device: head.head.writer,
                };
                if !self.keyring.streams.iter().any(|s| s.id == lane.stream) {
                    continue;
                }
                let from = self.heads.get(&lane).copied().unwrap_or_default();
                let have = state.next(lane);
                let is_known = member.heads.get(&lane.device) == Some(&head.bytes);
                let is_own = lane.device == self.keyring.device;
                let here = match from.next.cmp(&to.next) {
                    // Earlier, and yet further: somebody else writes there too.
                    Ordering::Less if head.is_older => Some([0; 32]),
                    Ordering::Less => None,
                    Ordering::Equal => Some(from.hash),
                    Ordering::Greater if is_known && is_own => None,
                    Ordering::Greater => Some(self.id_before(lane, to.next).await?),
                };
                let is_wanted = from.next < to.next && !head.is_older;
                if here.is_some_and(|here| here != to.hash) {
                    wanted.forked.push(lane);
                } else if is_wanted && have < to.next {
                    report.suspicions.push(Suspicion::Withheld {
                        lane,
                        have,
                        vouched: to.next,
                    });
                } else if is_wanted {
                    let to = *to;
                    wanted.lanes.push(WantedLane {
                        lane,
                        from,
                        to,
                        begins: false,
                    });
                }
            }
        }
        Ok(wanted)
    }

    /// The id of the record before an index, as it lies here; zeros when there is none.
    pub(super) async fn id_before(&self, lane: Lane, index: Index) -> Result<[u8; 32], SyncError> {
        let Some(index) = index.checked_sub(1) else {
            return Ok([0; 32]);
        };
        let run = self.store.records(Place { lane, index }, 0).await?;
        let record = Records(&run).next();
        Ok(record.and_then(Result::ok).map_or([0; 32], |r| r.id().0))
    }

    /// What other devices have seen and did not come.
    pub(super) fn compare_seen(&self, heads: &[SignedHeadBytes], report: &mut Report) {
        let Some(member) = &self.member else { return };
        for (lane, vouched) in heads.iter().flat_map(|h| &h.head.seen) {
            let have = self.heads.get(lane).map_or(0, |h| h.next);
            let is_known = self.keyring.streams.iter().any(|s| s.id == lane.stream)
                && member.signer(lane.device).is_some();
            if is_known && have < *vouched {
                report.suspicions.push(Suspicion::Withheld {
                    lane: *lane,
                    have,
                    vouched: *vouched,
                });
            }
        }
    }
}

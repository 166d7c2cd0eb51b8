// SPDX-License-Identifier: Apache-2.0
//! Bringing what is here to the relay, our own and what others signed that it has lost.

use super::{
    Report, SyncError,
    link::{Link, Relay, RelayError},
};
use crate::{
    Batch, Head, Lane, Place, Random, Record, Records, SignedHead, Store, Vault,
    wire::{Push, Refusal, State},
};
use std::collections::BTreeMap;

/// A push holds about so many bytes of records.
const AT_A_TIME: usize = 512 * 1024;

impl<S: Store> Vault<S> {
    pub(super) async fn push<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        state: &State,
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        self.put_back(link, state, report).await?;
        let device = self.keyring.device;
        let own = self.heads.iter().filter(|(lane, _)| lane.device == device);
        let own: Vec<(Lane, Head)> = own.map(|(lane, head)| (*lane, *head)).collect();
        let mut there = BTreeMap::new();
        for (lane, head) in &own {
            let next = state.next(*lane).min(head.next);
            let hash = self.id_before(*lane, next).await?;
            there.insert(lane.stream, Head { next, hash });
        }
        loop {
            let (mut records, mut count) = (Vec::new(), 0);
            for (lane, head) in &own {
                let reached = there.entry(lane.stream).or_default();
                count += self.gather(*lane, reached, head.next, &mut records).await?;
            }
            let lanes = there.iter().filter(|(_, head)| head.next > 0);
            let lanes = lanes.map(|(stream, head)| (*stream, *head)).collect();
            let Some(head) = self.sign_own(lanes, random).await? else {
                return Err(RelayError::Refused(Refusal::Moved).into());
            };
            let is_there = state.heads.contains(&head);
            if records.is_empty() && (is_there || head.is_empty()) {
                return Ok(());
            }
            let account = self.at_relay()?.relay;
            send(link, account, vec![&head], &records).await?;
            report.pushed += count;
            self.confirm(&there, random).await?;
            if own
                .iter()
                .all(|(lane, head)| there[&lane.stream].next == head.next)
            {
                return Ok(());
            }
        }
    }

    /// Takes the records of a lane behind a head, until there are enough for one push.
    async fn gather(
        &self,
        lane: Lane,
        reached: &mut Head,
        until: u64,
        records: &mut Vec<u8>,
    ) -> Result<usize, SyncError> {
        let mut count = 0;
        while reached.next < until && records.len() < AT_A_TIME {
            let index = reached.next;
            let from = Place { lane, index };
            let run = self.store.records(from, AT_A_TIME).await?;
            for record in Records(&run).flatten() {
                if reached.next == until || records.len() >= AT_A_TIME {
                    break;
                }
                record.write(records);
                let next = reached.next + 1;
                let hash = record.id().0;
                *reached = Head { next, hash };
                count += 1;
            }
            if reached.next == index {
                break;
            }
        }
        Ok(count)
    }

    /// Signs how far our own lanes have come, if that is not signed yet, and keeps it before anybody else
    /// sees it. Each push has a head of its own, so that what lies at the relay is always signed whole.
    /// `None` when another window was quicker; empty when there is nothing to sign.
    async fn sign_own(
        &mut self,
        lanes: BTreeMap<crate::StreamId, Head>,
        random: &mut impl Random,
    ) -> Result<Option<Vec<u8>>, SyncError> {
        let device = self.keyring.device;
        let mut member = self.at_relay()?.clone();
        let held = member.head(device);
        let is_signed = held.as_ref().map_or(lanes.is_empty(), |h| h.lanes == lanes);
        if is_signed {
            return Ok(Some(member.heads.remove(&device).unwrap_or_default()));
        }
        let counter = held.map_or(0, |h| h.counter).saturating_add(1);
        let seen = self.heads.iter().filter(|(lane, _)| lane.device != device);
        let head = SignedHead {
            vault: self.keyring.vault,
            writer: device,
            counter,
            account: member.account.revision,
            lanes,
            seen: seen.map(|(lane, head)| (*lane, head.next)).collect(),
        };
        let head = head.sign(&member.secret);
        member.heads.insert(device, head.clone());
        let settled = self.settle(Batch::default(), member, None, random).await?;
        Ok(settled.then_some(head))
    }

    /// Brings what other devices signed, where the relay has lost it.
    async fn put_back<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        state: &State,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let there: BTreeMap<_, _> = state
            .heads
            .iter()
            .filter_map(|bytes| SignedHead::read_unchecked(bytes).ok())
            .map(|h| (h.writer, h.counter))
            .collect();
        let member = self.at_relay()?;
        let account = member.relay;
        for (writer, bytes) in &member.heads {
            let Some(head) = member
                .head(*writer)
                .filter(|_| *writer != self.keyring.device)
            else {
                continue;
            };
            if there
                .get(writer)
                .is_some_and(|there| *there >= head.counter)
            {
                continue;
            }
            let mut is_whole = true;
            let mut records = Vec::new();
            for (stream, to) in &head.lanes {
                let (stream, device) = (*stream, *writer);
                let lane = Lane { stream, device };
                let next = state.next(lane).min(to.next);
                let hash = self.id_before(lane, next).await?;
                let mut reached = Head { next, hash };
                while is_whole && reached.next < to.next {
                    let count = self
                        .gather(lane, &mut reached, to.next, &mut records)
                        .await?;
                    is_whole = count > 0;
                    report.pushed += count;
                    if records.len() >= AT_A_TIME {
                        send(link, account, Vec::new(), &records).await?;
                        records.clear();
                    }
                }
                is_whole &= reached.hash == to.hash;
            }
            if is_whole {
                send(link, account, vec![bytes], &records).await?;
            }
        }
        Ok(())
    }

    /// Takes note of what the relay has on its disk.
    async fn confirm(
        &mut self,
        there: &BTreeMap<crate::StreamId, Head>,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        for _ in 0..4 {
            let mut member = self.at_relay()?.clone();
            let lanes = there.iter().map(|(stream, head)| (*stream, head.next));
            member.confirmed.extend(lanes);
            if self.settle(Batch::default(), member, None, random).await? {
                break;
            }
        }
        Ok(())
    }

    /// Empties at the relay what was emptied here.
    pub(super) async fn push_purges<R: Relay>(&self, link: &Link<'_, R>) -> Result<(), SyncError> {
        for places in self.purges().await?.chunks(1000) {
            let mut body = Vec::new();
            for place in places {
                let run = self.store.records(*place, 0).await?;
                // Another record may stand there by now, if its lane was set back.
                let record = Records(&run).next().and_then(Result::ok);
                if let Some(record) = record.filter(Record::is_purged) {
                    record.write(&mut body);
                }
            }
            link.ask("POST", "purge", body).await?;
            self.forget_purges(places).await?;
        }
        Ok(())
    }
}

async fn send<R: Relay>(
    link: &Link<'_, R>,
    account: u64,
    heads: Vec<&[u8]>,
    records: &[u8],
) -> Result<(), RelayError> {
    let push = Push {
        account,
        heads,
        records,
    };
    link.ask("POST", "push", push.to_bytes()).await.map(drop)
}

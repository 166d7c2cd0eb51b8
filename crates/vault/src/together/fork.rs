// SPDX-License-Identifier: Apache-2.0
//! Where two installations wrote as one, or a key was replaced before records were brought: what is here
//! is sealed again in a lane where it can stay. Nothing of it is lost, and nothing is there twice.

use super::{
    Device, Member, Report, Suspicion, SyncError,
    compare::WantedLane,
    link::{Link, Relay, RelayError},
    pull::fetch,
    sync::SignedHeadBytes,
};
use crate::{
    BoxSecret, DeviceId, Head, Lane, Payload, Place, Random, Record, RecordId, Records,
    SigningSecret, Store, Vault,
    contents::Reading,
    wire::{AccessId, Change, Role, State},
    writing::Writing,
};
use std::collections::BTreeMap;

impl<S: Store> Vault<S> {
    /// In this lane something else lies at the relay than here. When it is our own, somebody else writes
    /// as us: from now on we are another device. When it is not, what is here and not there becomes ours.
    pub(super) async fn settle_fork<R: Relay>(
        &mut self,
        link: &Link<'_, R>,
        lane: Lane,
        heads: &[SignedHeadBytes],
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let signed = heads.iter().find(|h| h.head.writer == lane.device);
        let Some(signed) = signed.filter(|h| h.head.lanes.contains_key(&lane.stream)) else {
            // It says so, and cannot show it.
            report.suspicions.push(Suspicion::Forged(lane.device));
            return Err(RelayError::Nonsense.into());
        };
        let is_own = lane.device == self.keyring.device;
        let held = self.heads.keys().copied();
        let lanes = held.filter(|l| l.device == lane.device);
        let mut theirs = Vec::new();
        for lane in lanes.collect::<Vec<_>>() {
            let to = signed.head.lanes.get(&lane.stream).copied();
            let want = WantedLane {
                lane,
                from: Head::default(),
                to: to.unwrap_or_default(),
                begins: false,
            };
            let Ok(records) = fetch(link, self.keyring.vault, &want).await? else {
                report.suspicions.push(Suspicion::Forged(lane.device));
                return Err(RelayError::Nonsense.into());
            };
            theirs.push((lane, records));
        }
        if !is_own {
            let mut member = self.at_relay()?.clone();
            member.heads.insert(lane.device, signed.bytes.clone());
            return self.rehome(theirs, member, report, random).await;
        }
        report.suspicions.push(Suspicion::Fork(lane));
        let head = signed.bytes.clone();
        let (member, device) = self.another(link, head, random).await?;
        let keyring = member.account.keyring(device);
        let before = std::mem::replace(&mut self.keyring, keyring);
        let done = self.rehome(theirs, member, report, random).await;
        if self
            .member()
            .is_none_or(|m| !m.account.devices.contains_key(&device))
        {
            self.keyring = before;
        }
        done
    }

    /// Makes another device id, and tells the account.
    async fn another<R: Relay>(
        &self,
        link: &Link<'_, R>,
        their_head: Vec<u8>,
        random: &mut impl Random,
    ) -> Result<(Member, DeviceId), SyncError> {
        let (old, new) = (self.keyring.device, DeviceId(random.make()));
        let (secret, boxes) = (SigningSecret::make(random), BoxSecret::make(random));
        let mut member = self.at_relay()?.clone();
        let known = member.account.devices.get(&old);
        let device = Device {
            key: secret.verify_key(),
            boxes: boxes.key(),
            name: known.map(|d| d.name.clone()).unwrap_or_default(),
            added_ms: known.map_or(0, |d| d.added_ms),
            removed: None,
        };
        let change = Change::Put(crate::wire::Access {
            id: AccessId(new.0),
            key: device.key,
            role: Role::Device,
        });
        member.account.devices.insert(new, device);
        member.account.revision += 1;
        let changes = vec![change];
        member.relay = self.put_account(link, &member, changes, random).await?;
        (member.secret, member.boxes) = (secret, boxes);
        member.heads.insert(old, their_head);
        member.confirmed.clear();
        Ok((member, new))
    }

    /// Puts what lies at the relay in the place of what is here, and what was only here behind our own.
    async fn rehome(
        &mut self,
        theirs: Vec<(Lane, Vec<Record>)>,
        member: Member,
        report: &mut Report,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        let mut writing = Writing::default();
        let (mut moved, mut new) = (Vec::new(), Vec::new());
        for (lane, theirs) in theirs {
            let from = Place { lane, index: 0 };
            let run = self.store.records(from, usize::MAX).await?;
            let ours: Vec<Record> = Records(&run).flatten().collect();
            let pairs = ours.iter().zip(&theirs);
            let same = pairs.take_while(|(a, b)| a.id() == b.id()).count();
            writing.set_back(self, lane, head_after(&ours[..same]));
            moved.extend(self.open_all(&ours[same..]));
            new.push(theirs[same..].to_vec());
        }
        let mut taken = self.absorb(new, report);
        writing.batch.append.append(&mut taken.batch.append);
        writing.batch.purge.append(&mut taken.batch.purge);
        moved.retain(|(_, _, payload)| payload.tombstone || !taken.buried.contains(&payload.thing));
        self.put_all(&mut writing, moved, random)?;
        self.remember_purges(&mut writing.batch, &taken.purges)
            .await?;
        let keyring = Some(self.keyring.clone());
        let settled = self.settle(writing.batch, member, keyring, random);
        if settled.await? && !taken.orphans.is_empty() {
            self.bury(&taken.orphans, random).await?;
        }
        Ok(())
    }

    /// Seals records again that nobody has yet and whose key was replaced: whoever was shut out with the
    /// old key must not read them. `true` when there were some.
    pub(super) async fn seal_anew(
        &mut self,
        state: &State,
        random: &mut impl Random,
    ) -> Result<bool, SyncError> {
        let member = self.at_relay()?.clone();
        let device = self.keyring.device;
        let mut writing = Writing::default();
        let mut moved = Vec::new();
        for stream in &self.keyring.streams {
            let Some((newest, _)) = stream.newest().filter(|(epoch, _)| *epoch > 0) else {
                continue;
            };
            let (stream, lane) = (
                stream.id,
                Lane {
                    stream: stream.id,
                    device,
                },
            );
            let known = member.confirmed.get(&stream).copied().unwrap_or_default();
            let index = known.max(state.next(lane));
            let run = self
                .store
                .records(Place { lane, index }, usize::MAX)
                .await?;
            let unsent: Vec<Record> = Records(&run).flatten().collect();
            let old = |r: &Record| r.header().epoch < newest;
            if let Some(first) = unsent.iter().position(old) {
                let to = Head {
                    next: unsent[first].place().index,
                    hash: unsent[first].header().previous,
                };
                writing.set_back(self, lane, to);
                moved.extend(self.open_all(&unsent[first..]));
            }
        }
        if writing.batch.set_heads.is_empty() {
            return Ok(false);
        }
        self.put_all(&mut writing, moved, random)?;
        self.settle(writing.batch, member, None, random).await?;
        Ok(true)
    }

    fn open_all(&self, records: &[Record]) -> Vec<(crate::StreamId, RecordId, Payload)> {
        let mut reading = Reading::new(Some(&self.keyring));
        let open = |record: &Record| {
            let payload = reading.look_into(record).ok()?;
            Some((record.header().stream, record.id(), payload))
        };
        records.iter().filter_map(open).collect()
    }

    /// Puts payloads behind our own, oldest first. What named one of them by its old name names it by
    /// the new one.
    fn put_all(
        &self,
        writing: &mut Writing,
        mut moved: Vec<(crate::StreamId, RecordId, Payload)>,
        random: &mut impl Random,
    ) -> Result<(), SyncError> {
        moved.sort_by_key(|(_, id, payload)| (payload.time, *id));
        let mut names = BTreeMap::new();
        for (stream, old, mut payload) in moved {
            if self.is_deleted(payload.thing) && !payload.tombstone {
                continue;
            }
            for id in &mut payload.supersedes {
                *id = names.get(id).copied().unwrap_or(*id);
            }
            writing.put(self, stream, payload, random)?;
            if let Some(new) = writing.opened.last() {
                names.insert(old, new.id);
            }
        }
        Ok(())
    }
}

fn head_after(records: &[Record]) -> Head {
    records.last().map_or_else(Head::default, |last| Head {
        next: last.place().index + 1,
        hash: last.id().0,
    })
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    Batch, Draft, Epoch, Head, Header, Lane, Opened, Payload, Random, Record, RecordId, Stream,
    StreamId, ThingId, Time, Vault, VaultError, keys::Sealer,
};
use std::collections::BTreeMap;

/// A batch as it grows, with what it will have changed.
#[derive(Debug, Default)]
pub(crate) struct Writing {
    pub(crate) batch: Batch,
    pub(crate) heads: BTreeMap<Lane, Head>,
    pub(crate) opened: Vec<Opened>,
}

impl Writing {
    /// Seals a draft and puts it at the end of its lane.
    pub(crate) fn add<S>(
        &mut self,
        vault: &mut Vault<S>,
        stream: StreamId,
        draft: &Draft<'_>,
        tombstone: bool,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        let held = vault.things.get(&draft.thing);
        if held.is_some_and(|t| t.deleted) {
            return Err(VaultError::Deleted);
        }
        let latest = held.and_then(|t| t.current.iter().map(|(_, time)| *time).max());
        let time = draft.written.unwrap_or_else(|| {
            let now = vault.clock.tick(draft.wall_ms);
            now.max(latest.map_or(now, Time::next))
        });
        let supersedes = match held {
            None => Vec::new(),
            // A tombstone names everything that it empties, so that nobody else can empty more unnoticed.
            Some(held) if tombstone => held.records.iter().map(|(id, _)| *id).collect(),
            Some(held) => {
                let before = held.current.iter().filter(|(_, t)| *t < time);
                before.map(|(id, _)| *id).collect()
            }
        };
        let payload = Payload {
            kind: draft.kind,
            thing: draft.thing,
            time,
            offset_min: draft.offset_min,
            supersedes,
            tombstone,
            body: draft.body.to_vec(),
        };
        self.put(vault, stream, payload, random)
    }

    /// Names records of a deleted thing in one more tombstone.
    pub(crate) fn bury<S>(
        &mut self,
        vault: &mut Vault<S>,
        stream: StreamId,
        thing: ThingId,
        ids: &[RecordId],
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        let payload = Payload {
            kind: 0,
            thing,
            time: vault.clock.step(),
            offset_min: 0,
            supersedes: ids.to_vec(),
            tombstone: true,
            body: Vec::new(),
        };
        self.put(vault, stream, payload, random)
    }

    /// Seals a payload and puts it at the end of this device's lane.
    pub(crate) fn put<S>(
        &mut self,
        vault: &Vault<S>,
        stream: StreamId,
        payload: Payload,
        random: &mut impl Random,
    ) -> Result<(), VaultError> {
        let lane = Lane {
            stream,
            device: vault.keyring.device,
        };
        let head = self.head(vault, lane);
        let (sealer, epoch) = vault.newest_key(stream)?;
        let header = Header {
            vault: vault.keyring.vault,
            stream,
            device: lane.device,
            index: head.next,
            epoch,
            previous: head.hash,
            padded: 0,
        };
        let record = Record::seal(header, &payload, &sealer, random)?;
        let id = record.id();
        self.heads.insert(
            lane,
            Head {
                next: head.next + 1,
                hash: id.0,
            },
        );
        let opened = Opened::new(&vault.keyring, &record, id, payload);
        self.opened.push(opened);
        self.batch.append.push(record);
        Ok(())
    }

    /// Sets a lane back to a head; what is put into it goes on from there.
    pub(crate) fn set_back<S>(&mut self, vault: &Vault<S>, lane: Lane, to: Head) {
        let held = vault.heads.get(&lane).copied().unwrap_or_default();
        self.batch.expect_heads.push((lane, held));
        self.batch.set_heads.push((lane, to));
        self.heads.insert(lane, to);
    }

    /// The head that the next record of a lane follows; remembered as expected the first time.
    fn head<S>(&mut self, vault: &Vault<S>, lane: Lane) -> Head {
        if let Some(head) = self.heads.get(&lane) {
            return *head;
        }
        let head = vault.heads.get(&lane).copied().unwrap_or_default();
        self.batch.expect_heads.push((lane, head));
        head
    }
}

impl<S> Vault<S> {
    fn newest_key(&self, stream: StreamId) -> Result<(Sealer, Epoch), VaultError> {
        let held = self.keyring.streams.iter().find(|s| s.id == stream);
        let (epoch, key) = held.and_then(Stream::newest).ok_or(VaultError::Stream)?;
        Ok((key.derive_sealer(), epoch))
    }
}

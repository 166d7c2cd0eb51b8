// SPDX-License-Identifier: Apache-2.0
use crate::{
    Batch, Draft, Epoch, Head, Header, Lane, Opened, Payload, Random, Record, Stream, StreamId,
    Vault, VaultError, keys::Sealer,
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
        let time = draft
            .written
            .unwrap_or_else(|| vault.clock.tick(draft.wall_ms));
        let before = held
            .into_iter()
            .flat_map(|t| &t.current)
            .filter(|(_, t)| *t < time);
        let payload = Payload {
            kind: draft.kind,
            thing: draft.thing,
            time,
            offset_min: draft.offset_min,
            supersedes: before.map(|(id, _)| *id).collect(),
            tombstone,
            body: draft.body.to_vec(),
        };
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
        self.opened.push(Opened::new(record.place(), id, payload));
        self.batch.append.push(record);
        Ok(())
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

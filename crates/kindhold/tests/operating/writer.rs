// SPDX-License-Identifier: Apache-2.0
//! A device that writes to a relay and knows what was confirmed.

use crate::mixed::{Line, Toll};
use kindhold_vault::{
    Draft, MemoryStore, Random, ThingId, Vault,
    conformance::{self, Seeded},
};
use pollster::block_on;
use std::{collections::BTreeSet, net::SocketAddr, sync::Arc};

pub(crate) struct Writer {
    pub(crate) vault: Vault<MemoryStore>,
    random: Seeded,
    pub(crate) confirmed: BTreeSet<ThingId>,
}

/// Devices sign in under one name, wherever the relay is.
pub(crate) const HOST: &str = "relay.example";

pub(crate) fn line(address: SocketAddr) -> Line {
    let toll = Arc::new(Toll::new());
    Line::new(address, "10.0.0.1".into(), toll).under(HOST)
}

impl Writer {
    pub(crate) fn new(line: &Line, seed: u64) -> Self {
        let mut random = Seeded(seed);
        let made = conformance::sample_vault(MemoryStore::default(), &mut random);
        let mut vault = block_on(made).expect("made");
        let brought = vault.bring_to_relay(line, "", "phone", 0, &mut random);
        block_on(brought).expect("it is there");
        Self {
            vault,
            random,
            confirmed: BTreeSet::new(),
        }
    }

    /// Writes and syncs. Whether the relay confirmed it.
    pub(crate) fn write(&mut self, line: &Line) -> bool {
        let thing = ThingId(self.random.make());
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing,
            wall_ms: 0,
            offset_min: 0,
            written: None,
            body: &thing.0.repeat(20),
        };
        block_on(self.vault.append(draft, &mut self.random)).expect("written");
        let synced = block_on(self.vault.sync(line, &mut self.random));
        if let Ok(report) = &synced {
            assert_eq!(report.suspicions, []);
            self.confirmed.insert(thing);
        }
        synced.is_ok()
    }

    /// What a new device finds at a relay by the words, each as it was written.
    pub(crate) fn found(&mut self, line: &Line) -> BTreeSet<ThingId> {
        let door = self.vault.member().expect("a member").account.secret.door();
        let store = MemoryStore::default();
        let joined = conformance::sample_join(store, line, &door, &mut self.random);
        let mut fresh = block_on(joined).expect("it joins");
        block_on(fresh.sync(line, &mut self.random)).expect("it syncs");
        let reopened = block_on(conformance::reopen(fresh.store().clone()));
        let contents = reopened.expect("it opens").1;
        let sound = contents
            .opened
            .iter()
            .filter(|o| o.body == o.thing.0.repeat(20));
        sound.map(|o| o.thing).collect()
    }
}

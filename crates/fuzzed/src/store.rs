// SPDX-License-Identifier: Apache-2.0
//! A vault whose store somebody has changed.

use crate::pieces::Pieces;
use kindhold_vault::{
    Batch, Draft, Lane, MemoryStore, Opened, Place, Record, Records, Store as _, ThingId,
    check_chains,
    conformance::{self, Seeded},
};
use pollster::block_on;

struct Scene {
    store: MemoryStore,
    written: Vec<Opened>,
    lane: Lane,
}

thread_local! {
    static SCENE: Scene = scene();
}

fn scene() -> Scene {
    let (store, mut random) = (MemoryStore::default(), Seeded(1));
    let vault = conformance::sample_vault(store.clone(), &mut random);
    let mut vault = block_on(vault).expect("it is made");
    let mut written = Vec::new();
    for n in 0..6 {
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing: ThingId([n; 16]),
            wall_ms: i64::from(n),
            offset_min: 60,
            written: None,
            body: &[n; 40],
        };
        written.push(block_on(vault.append(draft, &mut random)).expect("it is written"));
    }
    let lane = written[0].place.lane;
    Scene {
        store,
        written,
        lane,
    }
}

/// Changes in the store of a vault: bits, swaps, losses, records from elsewhere. Nothing opens that was not written,
/// and what was changed is noticed.
pub fn opened_store(bytes: &[u8]) -> bool {
    SCENE.with(|scene| {
        let store = scene.store.copy();
        let mut pieces = Pieces(bytes);
        while !pieces.is_empty() {
            change(&store, scene.lane, &mut pieces);
        }
        let Ok((_, contents)) = block_on(conformance::reopen(store.clone())) else {
            return false;
        };
        let ours = |opened: &Opened| {
            scene
                .written
                .iter()
                .any(|w| w.id == opened.id && w.body == opened.body)
        };
        assert!(
            contents.opened.iter().all(ours),
            "something opens that nobody wrote"
        );
        let mut damage = block_on(check_chains(&store)).expect("it is read");
        damage.extend(contents.damage);
        let (was, is) = (all(&scene.store), all(&store));
        if damage.is_empty() {
            let same = |(a, b): (&Record, &Record)| a == b || a.purged() == *b;
            assert!(
                was.len() == is.len() && was.iter().zip(&is).all(same),
                "a change goes unnoticed"
            );
        }
        was != is
    })
}

fn all(store: &MemoryStore) -> Vec<Record> {
    let mut all = Vec::new();
    let read = block_on(store.load(&mut |run| all.extend(Records(run).flatten())));
    read.expect("a store in memory is read");
    all
}

fn change(store: &MemoryStore, lane: Lane, pieces: &mut Pieces<'_>) {
    let [kind, index] = pieces.array();
    let at = Place {
        lane,
        index: u64::from(index % 6),
    };
    match kind % 4 {
        0 => {
            let [place, bits] = [
                usize::from(u16::from_le_bytes(pieces.array())),
                pieces.byte().into(),
            ];
            store.tamper(at, |record| {
                let mut bytes = record.to_bytes();
                let place = place % bytes.len();
                bytes[place] ^= bits as u8;
                Records(&bytes).next()?.ok()
            });
        }
        1 => store.tamper(at, |_| None),
        2 => store.tamper(at, |record| Some(record.purged())),
        _ => {
            let many = usize::from(u16::from_le_bytes(pieces.array()));
            let record = Records(pieces.take(many)).next();
            let Some(Ok(record)) = record else { return };
            // A store keeps what it is given in its place; a place at the end of all numbers has none behind it.
            if record.place().index < u64::MAX {
                let batch = Batch {
                    append: vec![record],
                    ..Batch::default()
                };
                let _ = block_on(store.commit(&batch));
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What sync asks of a store: parts of lanes, heads that are set.

use super::{Seeded, Test, fill, holds, reopen, sample_vault, say};
use crate::{Batch, Head, Lane, Place, Record, Records, Store, StoreError, ThingId, Vault};

const RECORDS: u64 = 250;

/// A folded sample vault with [`RECORDS`] records in one lane and ten more behind its chunks.
async fn long<S: Store>(store: S) -> Result<(Vault<S>, Lane), String> {
    let mut random = Seeded(1);
    let vault = sample_vault(store, &mut random).await.map_err(say)?;
    fill(&vault, RECORDS, 60, &mut random).await.map_err(say)?;
    vault.store().fold().await.map_err(say)?;
    let heads = vault.store().heads().await.map_err(say)?;
    let lane = *heads.keys().next().ok_or("there is no lane")?;
    Ok((vault, lane))
}

async fn from<S: Store>(
    store: &S,
    lane: Lane,
    index: u64,
    most: usize,
) -> Result<Vec<Record>, StoreError> {
    let run = store.records(Place { lane, index }, most).await?;
    Ok(Records(&run).filter_map(Result::ok).collect())
}

pub(super) async fn parts<S: Store>(store: S) -> Test {
    let (vault, lane) = long(store).await?;
    let store = vault.store();
    for index in [0, 1, 99, 100, 101, 248, 249] {
        let all = from(store, lane, index, usize::MAX).await.map_err(say)?;
        let places: Vec<u64> = all.iter().map(|r| r.place().index).collect();
        holds(
            places == (index..RECORDS).collect::<Vec<_>>(),
            "a part of a lane is not what lies there",
        )?;
        let one = from(store, lane, index, 0).await.map_err(say)?;
        holds(
            one.len() == 1 && one[0] == all[0],
            "the limit is not held to one record",
        )?;
    }
    let none = from(store, lane, RECORDS, usize::MAX).await.map_err(say)?;
    holds(none.is_empty(), "there is something behind the end")
}

pub(super) async fn set_back<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    for keep in [249_u64, 101, 100, 7, 0] {
        let name = format!("{name}-{keep}");
        let (vault, lane) = long(open(&name).await).await?;
        let store = vault.store();
        let records = from(store, lane, 0, usize::MAX).await.map_err(say)?;
        let last = keep.checked_sub(1).map(|n| records[n as usize].id().0);
        let batch = Batch {
            set_heads: vec![(
                lane,
                Head {
                    next: keep,
                    hash: last.unwrap_or_default(),
                },
            )],
            append: records[keep as usize..].iter().take(3).cloned().collect(),
            ..Batch::default()
        };
        let left = batch.append.len() as u64;
        store.commit(&batch).await.map_err(say)?;
        let (_, contents) = reopen(open(&name).await).await.map_err(say)?;
        holds(
            contents.opened.len() as u64 == keep + left,
            "a lane that was set back holds more or less",
        )?;
        holds(contents.damage.is_empty(), "the chain is not whole")?;
    }
    Ok(())
}

/// Few, many, few, many in one lane, folded in between: all of it can be read from anywhere, and emptied
/// anywhere.
pub(super) async fn turns<S: Store>(open: &impl AsyncFn(&str) -> S, name: &str) -> Test {
    let mut random = Seeded(5);
    let vault = sample_vault(open(name).await, &mut random).await;
    let mut vault = vault.map_err(say)?;
    let mut written = 0_u64;
    for many in [3_u64, 120, 5, 90, 2] {
        let body = [b'x'; 700];
        let drafts: Vec<_> = (0..many)
            .map(|n| {
                let mut thing = [0; 16];
                thing[..8].copy_from_slice(&(written + n).to_be_bytes());
                super::draft_of(ThingId(thing), &body)
            })
            .collect();
        vault.append_all(&drafts, &mut random).await.map_err(say)?;
        vault.store().fold().await.map_err(say)?;
        written += many;
    }
    let heads = vault.store().heads().await.map_err(say)?;
    let lane = *heads.keys().next().ok_or("there is no lane")?;
    for index in [0, 2, 3, 60, 122, 123, 128, 217, 219] {
        let all = from(vault.store(), lane, index, usize::MAX).await;
        let all = all.map_err(say)?;
        let places: Vec<u64> = all.iter().map(|r| r.place().index).collect();
        holds(
            places == (index..written).collect::<Vec<_>>(),
            "a part of a lane is not what lies there",
        )?;
    }
    for gone in [1_u64, 50, 125, 200, 218] {
        let mut thing = [0; 16];
        thing[..8].copy_from_slice(&gone.to_be_bytes());
        let thing = ThingId(thing);
        vault.delete(thing, 9, &mut random).await.map_err(say)?;
    }
    let (_, contents) = reopen(open(name).await).await.map_err(say)?;
    holds(contents.damage.is_empty(), "the chain is not whole")?;
    let left = contents.opened.iter().filter(|o| !o.tombstone).count() as u64;
    holds(left == written - 5, "what was deleted is not gone alone")
}

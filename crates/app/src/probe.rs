// SPDX-License-Identifier: Apache-2.0
//! What tests and benchmarks call in a real browser. Only in builds with the feature `probe`; never
//! in what ships.

mod life;

pub use life::*;

use crate::platform::{clock, store::DeviceStore};
use kindhold_vault::{
    Draft, Store, ThingId,
    conformance::{self, Seeded},
};
use wasm_bindgen::prelude::*;

type Answer = Result<JsValue, JsError>;

fn say(e: impl std::fmt::Display) -> JsError {
    JsError::new(&e.to_string())
}

async fn open(name: &str) -> Result<DeviceStore, JsError> {
    DeviceStore::open(name).await.map_err(say)
}

/// Runs the suite of stores on IndexedDB. Answers with a line for each test that did not pass.
#[wasm_bindgen]
pub async fn probe_conformance() -> Answer {
    let open = async |name: &str| {
        DeviceStore::open(&format!("probe-{name}"))
            .await
            .expect("IndexedDB opens here")
    };
    let outcomes = conformance::run(open).await;
    let many = outcomes.len();
    let failed: Vec<_> = outcomes
        .into_iter()
        .filter_map(|(name, outcome)| Some(format!("{name}: {}", outcome.err()?)))
        .collect();
    Ok(format!("{many} run\n{}", failed.join("\n")).into())
}

/// Makes a vault of so many records and folds it. Answers with its bytes.
#[wasm_bindgen]
pub async fn probe_fill(name: &str, records: u32) -> Answer {
    let mut random = Seeded(7);
    let vault = conformance::sample_vault(open(name).await?, &mut random)
        .await
        .map_err(say)?;
    conformance::fill(&vault, records.into(), 300, &mut random)
        .await
        .map_err(say)?;
    vault.store().fold().await.map_err(say)?;
    let (_, runs) = conformance::snapshot(vault.store()).await.map_err(say)?;
    Ok((runs.iter().map(Vec::len).sum::<usize>() as f64).into())
}

/// Opens a vault from IndexedDB, then decrypts the same records in memory and does nothing else.
/// Answers with `[all, decrypting, records]`, times in milliseconds.
#[wasm_bindgen]
pub async fn probe_open(name: &str) -> Answer {
    let began = clock::ticks();
    let (vault, contents) = conformance::reopen(open(name).await?).await.map_err(say)?;
    let all = clock::ticks() - began;
    let (_, runs) = conformance::snapshot(vault.store()).await.map_err(say)?;
    let began = clock::ticks();
    let opened = conformance::decrypt(&vault, &runs);
    let decrypting = clock::ticks() - began;
    if opened != contents.opened.len() {
        return Err(JsError::new(
            "what opens alone and what opens from the store differ",
        ));
    }
    Ok(js_sys::Array::of3(&all.into(), &decrypting.into(), &(opened as f64).into()).into())
}

/// Writes so many records one after the other, each until it has reached the disk. Answers with the
/// milliseconds of each.
#[wasm_bindgen]
pub async fn probe_write(name: &str, times: u32) -> Answer {
    let (mut vault, _) = conformance::reopen(open(name).await?).await.map_err(say)?;
    let mut random = Seeded(13);
    let took = js_sys::Array::new();
    for n in 0..times {
        let mut thing = [9; 16];
        thing[..4].copy_from_slice(&n.to_be_bytes());
        let (thing, body) = (ThingId(thing), [b'w'; 300]);
        let draft = Draft {
            stream: "diary",
            kind: 1,
            thing,
            wall_ms: 0,
            offset_min: 0,
            written: None,
            body: &body,
        };
        let began = clock::ticks();
        vault.append(draft, &mut random).await.map_err(say)?;
        took.push(&(clock::ticks() - began).into());
    }
    Ok(took.into())
}

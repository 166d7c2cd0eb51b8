// SPDX-License-Identifier: Apache-2.0
use super::tools::{array, check, hex, int, list, text, unhex};
use kindhold_vault::{
    Batch, Contents, Damage, DeviceId, DeviceSecret, Head, Lane, Opened, Place, Store, StoreError,
    StreamId, Vault, check_chains,
};
use pollster::block_on;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A store as somebody found it: it is read, never written.
struct Found<'a>(&'a Value);

impl Store for Found<'_> {
    async fn meta(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.get(name).map(unhex))
    }

    async fn load(&self, run: &mut dyn FnMut(&[u8])) -> Result<BTreeMap<Lane, Head>, StoreError> {
        for names in list(&self.0["runs"]) {
            let records = list(names)
                .iter()
                .map(|name| &self.0["records"][text(name)]);
            run(&records.flat_map(unhex).collect::<Vec<_>>());
        }
        let heads = list(&self.0["heads"]).iter().map(|head| {
            let lane = Lane {
                stream: StreamId(array(&head["stream"])),
                device: DeviceId(array(&head["device"])),
            };
            let (next, hash) = (int(&head["next"]), array(&head["hash"]));
            (lane, Head { next, hash })
        });
        Ok(heads.collect())
    }

    async fn commit(&self, _: &Batch) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }

    async fn fold(&self) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }

    async fn erase(&self) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }
}

fn place(at: &Place) -> Value {
    json!({ "stream": hex(&at.lane.stream.0), "device": hex(&at.lane.device.0), "index": at.index })
}

fn opened(record: &Opened) -> Value {
    let supersedes = record.supersedes.iter().map(|id| hex(&id.0));
    json!({
        "id": hex(&record.id.0),
        "place": place(&record.place),
        "kind": record.kind,
        "thing": hex(&record.thing.0),
        "time": { "ms": record.time.ms, "counter": record.time.counter },
        "offset_min": record.offset_min,
        "supersedes": supersedes.collect::<Vec<_>>(),
        "tombstone": record.tombstone,
        "body": hex(&record.body),
    })
}

fn damage(damage: &Damage) -> Value {
    let (what, at) = match damage {
        Damage::Foreign(at) => ("foreign", at),
        Damage::Sealed(at) => ("sealed", at),
        Damage::Fork(at) => ("fork", at),
        Damage::Chain(at) => ("chain", at),
        Damage::Missing(at) => ("missing", at),
        _ => return json!({ "what": "bytes" }),
    };
    json!({ "what": what, "place": place(at) })
}

fn contents(given: &Value) -> Contents {
    let device = DeviceSecret::new(array(&given["device"]));
    let unlocked = block_on(Vault::unlock(Found(given), |s| s.open_with_device(&device)));
    let mut contents = unlocked.expect("it opens").1;
    let chains = block_on(check_chains(&Found(given))).expect("it is read");
    contents.damage.extend(chains);
    contents.damage.sort_unstable();
    contents.damage.dedup();
    contents
}

/// Everything that could be read, and what was noticed.
pub(crate) fn gives(given: &Value) -> Value {
    let contents = contents(given);
    json!({
        "opened": contents.opened.iter().map(|o| text(&opened(o)["id"]).to_owned()).collect::<Vec<_>>(),
        "damage": contents.damage.iter().map(damage).collect::<Vec<_>>(),
    })
}

/// All that is in the records of a whole store, in order.
pub(crate) fn gives_whole(given: &Value) -> Vec<Value> {
    contents(given).opened.iter().map(opened).collect()
}

#[test]
fn frozen_stores_keep_opening_and_damage_is_noticed_as_frozen() {
    check("chain.json", gives);
}

#[test]
fn everything_in_the_frozen_store_is_read_as_it_was_written() {
    let file = super::tools::read("chain.json");
    let whole = super::tools::cases("chain.json").swap_remove(0);
    assert_eq!(Value::from(gives_whole(&whole.given)), file["opened"]);
}

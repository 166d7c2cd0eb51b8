// SPDX-License-Identifier: Apache-2.0
use super::{
    keyring::keyring,
    tools::{array, cases, check, hex, int, list, recorded, unhex},
};
use hkdf::Hkdf;
use kindhold_vault::{
    Amk, Batch, DeviceSecret, Draft, Header, MemoryStore, Opened, Record, Slot, Slots, Store,
    ThingId, Vault, conformance,
};
use pollster::block_on;
use serde_json::{Value, json};
use sha2::Sha256;

/// A vault with the keyring that is given.
fn vault(given: &Value) -> (MemoryStore, Vault<MemoryStore>) {
    let (amk, device) = (Amk::new([1; 32]), DeviceSecret::new([2; 32]));
    let mut slots = Slots::default();
    slots.put(Slot::for_device(&amk, &device, &mut recorded(vec![3; 40])));
    let sealed = keyring(given).seal(&amk, &mut recorded(vec![4; 24]));
    let (store, meta) = (MemoryStore::default(), |name: &str, v| {
        (name.to_owned(), Some(v))
    });
    let batch = Batch {
        meta: vec![meta("slots", slots.to_bytes()), meta("keyring", sealed)],
        ..Batch::default()
    };
    block_on(store.commit(&batch)).expect("memory");
    let opened = block_on(Vault::unlock(store.clone(), |s| {
        s.open_with_device(&device)
    }));
    (store, opened.expect("it opens").0)
}

/// What the format says that a record's key is, without the code under test.
fn key(epoch_key: &[u8], header: &[u8; Header::LEN]) -> [u8; 32] {
    let mut key = [0; 32];
    let info = [b"kindhold/v1/record", &header[2..62]].concat();
    let hkdf = Hkdf::<Sha256>::new(Some(b"kindhold/v1/epoch"), epoch_key);
    hkdf.expand(&info, &mut key).expect("32 bytes");
    key
}

fn gives_record(given: &Value, record: &Record, opened: &Opened) -> Value {
    let header = record.header();
    let epochs = list(&given["streams"][0]["epochs"]);
    let epoch_key = unhex(&epochs[header.epoch as usize]);
    let supersedes = opened.supersedes.iter().map(|id| hex(&id.0));
    json!({
        "index": header.index,
        "epoch": header.epoch,
        "previous": hex(&header.previous),
        "padded": header.padded,
        "time": { "ms": opened.time.ms, "counter": opened.time.counter },
        "supersedes": supersedes.collect::<Vec<_>>(),
        "key": hex(&key(&epoch_key, &header.to_bytes())),
        "id": hex(&record.id().0),
        "bytes": hex(&record.to_bytes()),
        "purged": hex(&record.purged().to_bytes()),
    })
}

pub(crate) fn gives(given: &Value) -> Value {
    let (store, mut vault) = vault(given);
    let write = |draft: &Value| {
        let body = unhex(&draft["body"]);
        let draft_of = Draft {
            stream: "diary",
            kind: int(&draft["kind"]),
            thing: ThingId(array(&draft["thing"])),
            wall_ms: int(&draft["wall_ms"]),
            offset_min: int(&draft["offset_min"]),
            written: None,
            body: &body,
        };
        let mut random = recorded(unhex(&draft["nonce"]));
        block_on(vault.append(draft_of, &mut random)).expect("it is written")
    };
    let opened: Vec<Opened> = list(&given["drafts"]).iter().map(write).collect();
    let (_, runs) = block_on(conformance::snapshot(&store)).expect("memory");
    let records = runs.iter().zip(&opened).map(|(run, opened)| {
        let record = Record::take(&mut &run[..]).expect("a record");
        gives_record(given, &record, opened)
    });
    json!({ "records": records.collect::<Vec<_>>() })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let draft = |n: u8, thing: u8, wall_ms: i64, body: usize| {
        let words = b"a line of a diary\n".iter().copied().cycle().take(body);
        json!({
            "kind": 3,
            "thing": hex(&[thing; 16]),
            "wall_ms": wall_ms,
            "offset_min": 60,
            "body": hex(&words.collect::<Vec<_>>()),
            "nonce": hex(&[n; 24]),
        })
    };
    let stream = json!({ "id": "101112131415161718191a1b1c1d1e1f", "name": "diary", "epochs": [hex(&[0xc1; 32]), hex(&[0xc2; 32])] });
    let lane = json!({
        "vault": "000102030405060708090a0b0c0d0e0f",
        "device": "202122232425262728292a2b2c2d2e2f",
        "streams": [stream],
        "drafts": [
            draft(0x51, 1, 1_751_407_200_000, 18),
            draft(0x52, 2, 1_751_407_260_000, 500),
            draft(0x53, 3, 1_751_407_320_000, 2100),
            draft(0x54, 4, 1_751_407_380_000, 8200),
            draft(0x55, 1, 1_751_400_000_000, 20),
        ],
    });
    vec![(
        "one of each size, then a second version with the clock set back",
        lane,
    )]
}

#[test]
fn records_are_sealed_chained_and_purged_as_frozen() {
    check("record.json", gives);
}

#[test]
fn frozen_records_are_read_back_byte_for_byte() {
    for case in cases("record.json") {
        for record in list(&case.gives["records"]) {
            for form in ["bytes", "purged"] {
                let bytes = unhex(&record[form]);
                let mut rest = &bytes[..];
                let read = Record::take(&mut rest).expect("a record");
                assert!(rest.is_empty());
                assert_eq!(read.is_purged(), form == "purged");
                assert_eq!(read.to_bytes(), bytes);
                assert_eq!(record["id"], hex(&read.id().0));
            }
        }
    }
}

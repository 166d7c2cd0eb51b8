// SPDX-License-Identifier: Apache-2.0
use super::tools::{array, cases, check, hex, list, recorded, refused, text, unhex};
use kindhold_vault::{Amk, DeviceId, EpochKey, Keyring, Stream, StreamId, VaultId};
use serde_json::{Value, json};

/// A keyring by its parts.
pub(crate) fn keyring(given: &Value) -> Keyring {
    let streams = list(&given["streams"]).iter().map(|s| Stream {
        id: StreamId(array(&s["id"])),
        name: text(&s["name"]).to_owned(),
        first: 0,
        epochs: list(&s["epochs"])
            .iter()
            .map(|key| EpochKey::new(array(key)))
            .collect(),
    });
    Keyring {
        vault: VaultId(array(&given["vault"])),
        device: DeviceId(array(&given["device"])),
        streams: streams.collect(),
    }
}

pub(crate) fn gives(given: &Value) -> Value {
    let amk = Amk::new(array(&given["amk"]));
    if given.get("bytes").is_some() {
        let opened = Keyring::open(&unhex(&given["bytes"]), &amk);
        return opened.map_or_else(refused, |_| json!({ "opens": true }));
    }
    let sealed = keyring(given).seal(&amk, &mut recorded(unhex(&given["nonce"])));
    json!({ "amk_id": hex(&amk.id().0), "bytes": hex(&sealed) })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let keyring = json!({
        "amk": hex(&[0xa1; 32]),
        "nonce": hex(&[0xb1; 24]),
        "vault": "000102030405060708090a0b0c0d0e0f",
        "device": "202122232425262728292a2b2c2d2e2f",
        "streams": [
            { "id": "101112131415161718191a1b1c1d1e1f", "name": "diary", "epochs": [hex(&[0xc1; 32]), hex(&[0xc2; 32])] },
            { "id": hex(&[0x44; 16]), "name": "plan", "epochs": [hex(&[0xc3; 32])] },
        ],
    });
    let mut none = keyring.clone();
    none["streams"] = json!([]);
    let bytes = unhex(&gives(&keyring)["bytes"]);
    let changed = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 3;
        json!({ "amk": keyring["amk"], "bytes": hex(&bytes) })
    };
    vec![
        ("two streams, one in its second epoch", keyring.clone()),
        ("no stream", none),
        (
            "it is there",
            json!({ "amk": keyring["amk"], "bytes": hex(&bytes) }),
        ),
        (
            "another key",
            json!({ "amk": hex(&[0xa2; 32]), "bytes": hex(&bytes) }),
        ),
        ("another magic", changed(0)),
        ("a later version", changed(4)),
        ("another key's name", changed(5)),
        ("another nonce", changed(21)),
        ("a changed inside", changed(45)),
        ("a changed tag", changed(bytes.len() - 1)),
        (
            "cut short",
            json!({ "amk": keyring["amk"], "bytes": hex(&bytes[..44]) }),
        ),
    ]
}

#[test]
fn keyrings_are_sealed_and_refused_as_frozen() {
    check("keyring.json", gives);
}

#[test]
fn frozen_keyrings_are_read_as_they_were_meant() {
    for case in cases("keyring.json") {
        if case.gives.get("bytes").is_none() {
            continue;
        }
        let amk = Amk::new(array(&case.given["amk"]));
        let read = Keyring::open(&unhex(&case.gives["bytes"]), &amk).expect("it opens");
        let again = read.seal(&amk, &mut recorded(unhex(&case.given["nonce"])));
        assert_eq!(hex(&again), text(&case.gives["bytes"]), "{}", case.name);
    }
}

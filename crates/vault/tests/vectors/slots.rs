// SPDX-License-Identifier: Apache-2.0
use super::tools::{array, cases, check, hex, int, list, recorded, refused, text, unhex};
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use kindhold_vault::{Amk, DeviceSecret, PasscodeCost, PasskeySecret, Slot, SlotError, Slots};
use serde_json::{Value, json};
use sha2::Sha256;

/// The slots, made with the salts and nonces that are given.
fn slots(given: &Value) -> Slots {
    let amk = Amk::new(array(&given["amk"]));
    let device = DeviceSecret::new(array(&given["device"]));
    let passkey = PasskeySecret::new(array(&given["passkey"]));
    let mut slots = Slots::default();
    for slot in list(&given["slots"]) {
        let mut random = recorded([unhex(&slot["salt"]), unhex(&slot["nonce"])].concat());
        let random = &mut random;
        slots.put(match text(&slot["kind"]) {
            "device" => Slot::for_device(&amk, &device, random),
            "passkey" => Slot::for_passkey(&amk, &passkey, random),
            _ => Slot::for_passcode(&amk, text(&given["passcode"]), &device, cost(given), random)
                .expect("a sound cost"),
        });
    }
    slots
}

fn cost(given: &Value) -> PasscodeCost {
    PasscodeCost {
        memory_kib: int(&given["memory_kib"]),
        passes: int(&given["passes"]),
    }
}

/// What the format says that a slot's key is, without the code under test.
fn key(given: &Value, slot: &Value) -> [u8; 32] {
    let salt = unhex(&slot["salt"]);
    let (secret, label) = match text(&slot["kind"]) {
        "device" => (unhex(&given["device"]), "kindhold/v1/slot/device"),
        "passkey" => (unhex(&given["passkey"]), "kindhold/v1/slot/passkey"),
        _ => {
            let joined = [argon2(given, &salt).to_vec(), unhex(&given["device"])].concat();
            (joined, "kindhold/v1/slot/passcode")
        }
    };
    let mut key = [0; 32];
    let hkdf = Hkdf::<Sha256>::new(Some(&salt), &secret);
    hkdf.expand(label.as_bytes(), &mut key).expect("32 bytes");
    key
}

fn argon2(given: &Value, salt: &[u8]) -> [u8; 32] {
    let PasscodeCost { memory_kib, passes } = cost(given);
    let params = Params::new(memory_kib, passes, 1, Some(32)).expect("a sound cost");
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text(&given["passcode"]).as_bytes(), salt, &mut out)
        .expect("memory");
    out
}

fn open(given: &Value, bytes: &[u8]) -> Result<Amk, SlotError> {
    let slots = Slots::parse(bytes)?;
    let device = || DeviceSecret::new(array(&given["device"]));
    match (given.get("passcode"), given.get("passkey")) {
        (Some(code), _) => slots.open_with_passcode(text(code), &device()),
        (_, Some(key)) => slots.open_with_passkey(&PasskeySecret::new(array(key))),
        _ => slots.open_with_device(&device()),
    }
}

pub(crate) fn gives(given: &Value) -> Value {
    if given.get("bytes").is_some() {
        let opened = open(given, &unhex(&given["bytes"]));
        return opened.map_or_else(refused, |amk| json!({ "amk_id": hex(&amk.id().0) }));
    }
    let keys = list(&given["slots"]).iter().map(|slot| {
        let mut out = json!({ "key": hex(&key(given, slot)) });
        if slot["kind"] == "passcode" {
            out["argon2"] = hex(&argon2(given, &unhex(&slot["salt"]))).into();
        }
        out
    });
    json!({ "keys": keys.collect::<Vec<_>>(), "bytes": hex(&slots(given).to_bytes()) })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let slot = |kind: &str, b: u8| json!({ "kind": kind, "salt": hex(&[b; 16]), "nonce": hex(&[b + 1; 24]) });
    let made = |slots: &[Value]| {
        json!({
            "amk": hex(&[0xa1; 32]),
            "device": hex(&[0xd1; 32]),
            "passkey": hex(&[0xe1; 32]),
            "passcode": "grün, 7 Äpfel",
            "memory_kib": 19 * 1024,
            "passes": 2,
            "slots": slots,
        })
    };
    let device = made(&[slot("device", 0x10)]);
    let both = made(&[slot("passcode", 0x20), slot("passkey", 0x30)]);
    let (of_device, of_both) = (
        unhex(&gives(&device)["bytes"]),
        unhex(&gives(&both)["bytes"]),
    );
    let changed = |bytes: &[u8], at: usize, to: u8| {
        let mut bytes = bytes.to_vec();
        bytes[at] = to;
        hex(&bytes)
    };
    let (here, there) = (hex(&[0xd1; 32]), hex(&[0xd2; 32]));
    let code = "grün, 7 Äpfel";
    vec![
        ("the device alone", device),
        ("a passcode and a passkey", both),
        (
            "opened with the device",
            json!({ "bytes": hex(&of_device), "device": here }),
        ),
        (
            "opened with the passcode",
            json!({ "bytes": hex(&of_both), "device": here, "passcode": code }),
        ),
        (
            "opened with the passkey",
            json!({ "bytes": hex(&of_both), "passkey": hex(&[0xe1; 32]) }),
        ),
        (
            "another device",
            json!({ "bytes": hex(&of_device), "device": there }),
        ),
        (
            "the passcode on another device",
            json!({ "bytes": hex(&of_both), "device": there, "passcode": code }),
        ),
        (
            "another passcode",
            json!({ "bytes": hex(&of_both), "device": here, "passcode": "grun, 7 Apfel" }),
        ),
        (
            "another passkey",
            json!({ "bytes": hex(&of_both), "passkey": hex(&[0xe2; 32]) }),
        ),
        (
            "no such slot",
            json!({ "bytes": hex(&of_both), "device": here }),
        ),
        (
            "a cost that was lowered",
            json!({ "bytes": changed(&of_both, 8, 0x10), "device": here, "passcode": code }),
        ),
        (
            "a later version",
            json!({ "bytes": changed(&of_device, 4, 2), "device": here }),
        ),
        (
            "a kind of a later version",
            json!({ "bytes": changed(&of_device, 5, 4), "device": here }),
        ),
        (
            "another magic",
            json!({ "bytes": changed(&of_device, 0, 0x6b), "device": here }),
        ),
        (
            "cut short",
            json!({ "bytes": hex(&of_device[..117]), "device": here }),
        ),
    ]
}

#[test]
fn slots_are_made_opened_and_refused_as_frozen() {
    check("slots.json", gives);
}

#[test]
fn frozen_slots_hold_the_key_that_they_were_made_for() {
    let made: Vec<_> = cases("slots.json")
        .into_iter()
        .filter(|c| c.gives.get("bytes").is_some())
        .collect();
    assert!(!made.is_empty());
    for case in made {
        let amk = Amk::new(array(&case.given["amk"]));
        for slot in list(&case.given["slots"]) {
            let mut given = case.given.clone();
            for way in ["passcode", "passkey"]
                .iter()
                .filter(|way| slot["kind"] != **way)
            {
                given[way] = Value::Null;
                given.as_object_mut().expect("an object").remove(*way);
            }
            let opened = open(&given, &unhex(&case.gives["bytes"])).expect("it opens");
            assert_eq!(opened.id(), amk.id(), "{}", case.name);
        }
    }
}

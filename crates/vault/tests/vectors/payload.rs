// SPDX-License-Identifier: Apache-2.0
use super::tools::{array, cases, check, hex, int, list, refused, unhex};
use kindhold_vault::{Payload, RecordId, ThingId, Time};
use serde_json::{Value, json};

fn fields(payload: &Payload) -> Value {
    let supersedes = payload.supersedes.iter().map(|id| hex(&id.0));
    json!({
        "kind": payload.kind,
        "thing": hex(&payload.thing.0),
        "time": { "ms": payload.time.ms, "counter": payload.time.counter },
        "offset_min": payload.offset_min,
        "supersedes": supersedes.collect::<Vec<_>>(),
        "tombstone": payload.tombstone,
        "body": hex(&payload.body),
    })
}

pub(crate) fn gives(given: &Value) -> Value {
    if given.get("bytes").is_some() {
        return Payload::parse(&unhex(&given["bytes"]))
            .map_or_else(refused, |payload| fields(&payload));
    }
    let supersedes = list(&given["supersedes"])
        .iter()
        .map(|id| RecordId(array(id)));
    let payload = Payload {
        kind: int(&given["kind"]),
        thing: ThingId(array(&given["thing"])),
        time: Time {
            ms: int(&given["time"]["ms"]),
            counter: int(&given["time"]["counter"]),
        },
        offset_min: int(&given["offset_min"]),
        supersedes: supersedes.collect(),
        tombstone: given["tombstone"] == true,
        body: unhex(&given["body"]),
    };
    json!({ "bytes": hex(&payload.to_bytes()) })
}

fn payload(kind: u16, time: (i64, u32), offset_min: i16, supersedes: &[u8], body: &[u8]) -> Value {
    let supersedes = supersedes.iter().map(|b| hex(&[*b; 32]));
    json!({
        "kind": kind,
        "thing": "303132333435363738393a3b3c3d3e3f",
        "time": { "ms": time.0, "counter": time.1 },
        "offset_min": offset_min,
        "supersedes": supersedes.collect::<Vec<_>>(),
        "tombstone": kind == 0,
        "body": hex(body),
    })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let small = payload(3, (1_751_407_200_000, 0), 60, &[], b"a body");
    let bytes = unhex(&gives(&small)["bytes"]);
    let with = |bytes: Vec<u8>| json!({ "bytes": hex(&bytes) });
    let changed = |at: usize, to: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = to;
        with(bytes)
    };
    vec![
        ("a first version", small),
        (
            "a later version, in New York in winter, the clock standing still",
            payload(2, (1_735_689_600_000, 7), -300, &[0xcd], &[]),
        ),
        (
            "two at once before it, every number at its largest",
            payload(
                u16::MAX,
                (i64::MAX, u32::MAX),
                i16::MAX,
                &[1, 2],
                &[0xee; 300],
            ),
        ),
        (
            "every number at its smallest",
            payload(1, (i64::MIN, 0), i16::MIN, &[], &[]),
        ),
        (
            "a tombstone",
            payload(0, (1_751_407_200_000, 1), 0, &[0xaa], &[]),
        ),
        ("nothing", json!({ "bytes": "" })),
        ("an array of seven", changed(0, 0x87)),
        (
            "an array without its length",
            with([&[0x9f], &bytes[1..], &[0xff]].concat()),
        ),
        (
            "a thing of fifteen bytes",
            with([&bytes[..2], &[0x4f], &bytes[4..]].concat()),
        ),
        ("a byte too many", with([&bytes[..], &[0]].concat())),
        ("a byte short", with(bytes[..bytes.len() - 1].to_vec())),
    ]
}

#[test]
fn payloads_are_written_and_refused_as_frozen() {
    check("payload.json", gives);
}

#[test]
fn frozen_payloads_are_read_as_they_were_meant() {
    for case in cases("payload.json") {
        if case.gives.get("bytes").is_some() {
            assert_eq!(gives(&case.gives), case.given, "{}", case.name);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::tools::{array, cases, check, hex, int, refused, unhex};
use kindhold_vault::{DeviceId, Header, StreamId, VaultId};
use serde_json::{Value, json};

pub(crate) fn fields(header: &Header) -> Value {
    json!({
        "vault": hex(&header.vault.0),
        "stream": hex(&header.stream.0),
        "device": hex(&header.device.0),
        "index": header.index,
        "epoch": header.epoch,
        "previous": hex(&header.previous),
        "padded": header.padded,
    })
}

pub(crate) fn gives(given: &Value) -> Value {
    if given.get("bytes").is_some() {
        return Header::parse(&unhex(&given["bytes"]))
            .map_or_else(refused, |header| fields(&header));
    }
    let header = Header {
        vault: VaultId(array(&given["vault"])),
        stream: StreamId(array(&given["stream"])),
        device: DeviceId(array(&given["device"])),
        index: int(&given["index"]),
        epoch: int(&given["epoch"]),
        previous: array(&given["previous"]),
        padded: int(&given["padded"]),
    };
    json!({ "bytes": hex(&header.to_bytes()) })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let header = |index: u64, epoch: u32, previous: u8, padded: u32| {
        json!({
            "vault": "000102030405060708090a0b0c0d0e0f",
            "stream": "101112131415161718191a1b1c1d1e1f",
            "device": "202122232425262728292a2b2c2d2e2f",
            "index": index,
            "epoch": epoch,
            "previous": hex(&[previous; 32]),
            "padded": padded,
        })
    };
    let first = header(0, 0, 0, 512);
    let bytes = array::<98>(&gives(&first)["bytes"]);
    let changed = |at: usize, to: &[u8]| {
        let mut bytes = bytes;
        bytes[at..at + to.len()].copy_from_slice(to);
        json!({ "bytes": hex(&bytes) })
    };
    vec![
        ("the first of a lane", first),
        ("a later one", header(258, 3, 0xab, 8704)),
        (
            "every number at its largest",
            header(u64::MAX, u32::MAX, 0xff, 16 << 20),
        ),
        ("a byte short", json!({ "bytes": hex(&bytes[..97]) })),
        ("a later version", changed(0, &[2])),
        ("a later suite", changed(1, &[2])),
        ("over 16 MiB", changed(94, &[1, 0, 0, 1])),
    ]
}

#[test]
fn headers_are_written_and_refused_as_frozen() {
    check("header.json", gives);
}

#[test]
fn frozen_headers_are_read_as_they_were_meant() {
    for case in cases("header.json") {
        if case.gives.get("bytes").is_some() {
            assert_eq!(gives(&case.gives), case.given, "{}", case.name);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::tools::{check, int};
use kindhold_vault::padded_len;
use serde_json::{Value, json};

pub(crate) fn gives(given: &Value) -> Value {
    json!({ "padded": padded_len(int(&given["len"])) })
}

pub(crate) fn samples() -> Vec<(&'static str, Value)> {
    let lens = [
        0, 1, 512, 513, 2048, 2049, 8192, 8193, 8704, 8705, 16_383, 16_384, 16_385, 65_535, 65_536,
        65_537, 100_000, 1_000_000, 16_252_928, 16_252_929, 16_777_215, 16_777_216,
    ];
    lens.map(|len: u32| ("length with its four bytes", json!({ "len": len })))
        .to_vec()
}

#[test]
fn lengths_are_padded_as_frozen() {
    check("padding.json", gives);
}

// SPDX-License-Identifier: Apache-2.0
//! Vectors as files: hex in JSON, in cases of what is given and what it gives.

use kindhold_vault::Random;
use serde_json::{Value, json};
use std::fmt::{Debug, Write};

pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/");

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

pub(crate) fn unhex(value: &Value) -> Vec<u8> {
    let hex = text(value);
    let byte = |n: usize| u8::from_str_radix(&hex[n..n + 2], 16).expect("hex");
    (0..hex.len()).step_by(2).map(byte).collect()
}

pub(crate) fn array<const N: usize>(value: &Value) -> [u8; N] {
    unhex(value).try_into().expect("hex of the right length")
}

pub(crate) fn int<T: TryFrom<i128>>(value: &Value) -> T {
    let wide = value.as_i64().map(i128::from);
    let wide = wide.or_else(|| value.as_u64().map(i128::from));
    let wide = wide.expect("a whole number");
    T::try_from(wide).ok().expect("a number in its range")
}

/// The randomness that was used, in the order in which it was used.
pub(crate) fn recorded(mut bytes: Vec<u8>) -> impl Random {
    move |out: &mut [u8]| {
        let rest = bytes.split_off(out.len());
        out.copy_from_slice(&bytes);
        bytes = rest;
    }
}

/// That something was refused, by the name of its error.
pub(crate) fn refused(error: impl Debug) -> Value {
    let said = format!("{error:?}");
    let name = said.split('(').next().unwrap_or_default();
    json!({ "refused": name })
}

/// A case as it stands in a file.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) given: Value,
    pub(crate) gives: Value,
}

/// The cases of a file; what they share stands in each.
pub(crate) fn cases(file: &str) -> Vec<Case> {
    let file = read(file);
    let all = list(&file["cases"]).iter().map(|case| {
        let mut given = case["given"].clone();
        if let (Some(given), Some(shared)) = (given.as_object_mut(), file["shared"].as_object()) {
            given.extend(shared.clone());
        }
        Case {
            name: text(&case["name"]).to_owned(),
            given,
            gives: case["gives"].clone(),
        }
    });
    all.collect()
}

pub(crate) fn read(file: &str) -> Value {
    let bytes = std::fs::read(format!("{FOLDER}{file}")).expect("the frozen vectors are there");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// Whether today's code gives what was frozen.
pub(crate) fn check(file: &str, gives: fn(&Value) -> Value) {
    for case in cases(file) {
        assert_eq!(gives(&case.given), case.gives, "{file}: {}", case.name);
    }
}

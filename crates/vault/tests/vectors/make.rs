// SPDX-License-Identifier: Apache-2.0
//! Made the frozen vectors, once.

mod chain;
mod export;

use super::{chain as chains, header, keyring, padding, payload, record, slots, tools::FOLDER};
use serde_json::{Value, json};
use std::{fs::OpenOptions, io::Write};

type Samples = Vec<(&'static str, Value)>;

/// Writes a file that is not there yet.
fn write(file: &str, bytes: &[u8]) {
    let new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(format!("{FOLDER}{file}"));
    let mut new = new.expect("the vectors are frozen: a file that is there is never made again");
    new.write_all(bytes).expect("it is written");
}

fn write_json(file: &str, value: &Value) {
    let text = format!("{value:#}\n").replace("  ", " ");
    write(file, text.as_bytes());
}

fn write_cases(file: &str, mut front: Value, samples: Samples, gives: fn(&Value) -> Value) {
    let shared = front["shared"].as_object().cloned().unwrap_or_default();
    let cases = samples.into_iter().map(|(name, given)| {
        let mut whole = given.clone();
        whole
            .as_object_mut()
            .expect("an object")
            .extend(shared.clone());
        json!({ "name": name, "given": given, "gives": gives(&whole) })
    });
    front["cases"] = cases.collect();
    write_json(file, &front);
}

fn about(what: &str) -> Value {
    json!({ "about": format!("{what}, docs/format.md. Bytes in hex. Frozen.") })
}

#[test]
#[ignore = "makes vectors; never run on frozen ones"]
fn make() {
    write_cases(
        "header.json",
        about("Headers"),
        header::samples(),
        header::gives,
    );
    write_cases(
        "payload.json",
        about("Payloads"),
        payload::samples(),
        payload::gives,
    );
    write_cases(
        "padding.json",
        about("Padding"),
        padding::samples(),
        padding::gives,
    );
    write_cases(
        "keyring.json",
        about("Keyrings"),
        keyring::samples(),
        keyring::gives,
    );
    write_cases("slots.json", about("Slots"), slots::samples(), slots::gives);
    write_cases(
        "record.json",
        about("Records"),
        record::samples(),
        record::gives,
    );
    let (front, samples) = chain::samples(about("A store, whole and damaged"));
    write_cases("chain.json", front, samples, chains::gives);
    make_together();
    let export = export::sample();
    write("export.age", &super::export::gives(&export));
    write_json("export.json", &export);
}

#[test]
#[ignore = "makes vectors; never run on frozen ones"]
fn make_together() {
    let mut front = about("Devices and sharing");
    front["exchange"] = super::together::sample();
    front["gives"] = super::together::gives(&front["exchange"]);
    write_json("together.json", &front);
}

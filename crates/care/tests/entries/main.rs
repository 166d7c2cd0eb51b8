// SPDX-License-Identifier: Apache-2.0
//! Entries as they are stored (CBOR) and exported (JSON), against frozen vectors: what was written
//! once must be read for ever, and a change of the stored form must not slip in unseen.
//!
//! A test that fails here means that entries which people have kept would be read differently, or not
//! at all. The vectors are right; the code is to be changed back.

mod make;
mod samples;

use kindhold_care::{
    AnswerKind, Ending, Entry, EntryKind, Feeling, Function, Helped, MomentKind, Reason, WordKind,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Write;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vault/vectors/entries.json");
const FORMAT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/format.md");
const EXPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vault/vectors/export.json");

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

fn unhex(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().expect("hex");
    let byte = |n: usize| u8::from_str_radix(&hex[n..n + 2], 16).expect("hex");
    (0..hex.len()).step_by(2).map(byte).collect()
}

fn to<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).expect("it is read")
}

/// What an entry must become: its number and its bytes.
fn gives(entry: &Entry) -> Value {
    let cbor = minicbor_serde::to_vec(entry).expect("an entry is written");
    serde_json::json!({ "code": entry.kind().code(), "cbor": hex(&cbor) })
}

fn cases(named: &str) -> Vec<Value> {
    let file = std::fs::read_to_string(FILE).expect("the frozen entries");
    let file: Value = serde_json::from_str(&file).expect("JSON");
    file[named].as_array().expect("cases").clone()
}

#[test]
fn entries_are_written_as_they_were_frozen() {
    for case in cases("cases") {
        let entry: Entry = to(&case["given"]["entry"]);
        let json = serde_json::to_value(&entry).expect("an entry is written");
        assert_eq!(json, case["given"]["entry"], "{}", case["name"]);
        assert_eq!(gives(&entry), case["gives"], "{}", case["name"]);
    }
}

#[test]
fn frozen_entries_are_read_as_they_were_meant() {
    for case in cases("cases") {
        let cbor = unhex(&case["gives"]["cbor"]);
        let read: Entry = minicbor_serde::from_slice(&cbor).expect("it is read");
        assert_eq!(read, to(&case["given"]["entry"]), "{}", case["name"]);
    }
}

#[test]
fn what_older_or_newer_programs_leave_out_or_add_is_read_too() {
    for case in cases("also_read") {
        let cbor = unhex(&case["given"]["cbor"]);
        let read: Entry = minicbor_serde::from_slice(&cbor).expect("it is read");
        assert_eq!(read, to(&case["gives"]["entry"]), "{}", case["name"]);
        let from_json: Entry = to(&case["given"]["json"]);
        assert_eq!(from_json, read, "{}", case["name"]);
    }
}

#[test]
fn what_cannot_be_an_entry_is_refused() {
    for case in cases("refused") {
        let cbor = unhex(&case["given"]["cbor"]);
        let read = minicbor_serde::from_slice::<Entry>(&cbor);
        assert!(read.is_err(), "{}", case["name"]);
    }
}

#[test]
fn the_entries_of_the_frozen_export_are_written_as_they_were() {
    let file = std::fs::read_to_string(EXPORT).expect("the frozen export");
    let file: Value = serde_json::from_str(&file).expect("JSON");
    let inside = file["inside"].as_str().expect("the inside");
    let inside: Value = serde_json::from_str(inside).expect("JSON");
    let lines = inside["entries"].as_array().expect("entries");
    assert!(!lines.is_empty());
    for line in lines {
        let entry: Entry = to(&line["entry"]);
        assert_eq!(
            serde_json::to_value(&entry).expect("written"),
            line["entry"]
        );
    }
}

/// The name of a value in JSON and CBOR.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_string(&value).expect("a name")
}

/// Every name that may stand in an entry.
fn names() -> Vec<String> {
    // A new variant does not compile here until it has its place below, and in the vectors.
    let kind = |k| match k {
        MomentKind::Urge | MomentKind::Decided | MomentKind::Happened | MomentKind::CheckIn => k,
    };
    let ending = |e| match e {
        Ending::Whole | Ending::Left | Ending::Grounded | Ending::Worse => e,
    };
    let reason = |r| match r {
        Reason::Fits(_)
        | Reason::HelpedBefore
        | Reason::Gentle
        | Reason::LikeHelped
        | Reason::New => r,
    };
    use {Ending as E, MomentKind as M};
    let mut names: Vec<String> = Vec::new();
    names.extend([M::Urge, M::Decided, M::Happened, M::CheckIn].map(|k| name(kind(k))));
    names.extend([E::Whole, E::Left, E::Grounded, E::Worse].map(|e| name(ending(e))));
    let reasons = [
        Reason::HelpedBefore,
        Reason::Gentle,
        Reason::LikeHelped,
        Reason::New,
    ];
    names.extend(reasons.map(|r| name(reason(r))));
    names.push(name(reason(Reason::Fits(Function::RegulateDown))));
    names.extend(Feeling::ALL.map(name));
    names.extend(Function::ALL.map(name));
    names.extend(Helped::ALL.map(name));
    names.extend(WordKind::ALL.map(name));
    names.extend(AnswerKind::ALL.map(name));
    names
}

#[test]
fn every_name_that_may_stand_in_an_entry_is_frozen() {
    let frozen: String = cases("cases")
        .iter()
        .map(|c| c["given"].to_string())
        .collect();
    for name in names() {
        let inside = name.trim_start_matches('{').trim_end_matches('}');
        assert!(frozen.contains(inside), "{name} is in no frozen entry");
    }
}

#[test]
fn every_name_that_may_stand_in_an_entry_is_written_down() {
    let format = std::fs::read_to_string(FORMAT).expect("the format");
    for name in names() {
        let word = name.trim_matches(['{', '}', '"']);
        let word = word.split(',').next().unwrap_or_default();
        let word = word.trim_start_matches("because\":").trim_matches('"');
        let (code, quoted) = (format!("`{word}`"), format!("\"because\": \"{word}\""));
        let is_there = format.contains(&code) || format.contains(&quoted);
        assert!(is_there, "docs/format.md does not say {name}");
    }
}

#[test]
fn every_kind_keeps_its_number() {
    let number = |kind| match kind {
        EntryKind::Episode => 1,
        EntryKind::Plan => 2,
        EntryKind::Diary => 3,
        EntryKind::Letter => 4,
        EntryKind::Word => 5,
        EntryKind::Hidden => 6,
        EntryKind::Offering => 7,
        EntryKind::Aside => 8,
        EntryKind::Note => 9,
        EntryKind::Keepsake => 10,
        EntryKind::Pack => 11,
        EntryKind::Response => 12,
        EntryKind::Cadence => 13,
        EntryKind::Phase => 14,
        EntryKind::Consent => 15,
        EntryKind::Learning => 16,
        EntryKind::Trial => 17,
    };
    let mut seen = std::collections::BTreeSet::new();
    for case in cases("cases") {
        let kind = to::<Entry>(&case["given"]["entry"]).kind();
        assert_eq!(kind.code(), number(kind));
        seen.insert(kind);
    }
    assert_eq!(seen.len(), 17, "a kind is in no frozen entry");
}

// SPDX-License-Identifier: Apache-2.0
//! Made the frozen entries, once.

use super::{FILE, gives, hex, samples};
use kindhold_care::Entry;
use serde::Serialize;
use serde_json::{Value, json};
use std::{fs::OpenOptions, io::Write};

fn cbor(value: &Value) -> String {
    let mut out = Vec::new();
    let mut writer = minicbor_serde::Serializer::new(&mut out);
    value
        .serialize(writer.serialize_unit_as_null(true))
        .expect("it is written");
    hex(&out)
}

fn at() -> Value {
    json!({ "unix_ms": 1_751_407_200_000_i64, "offset_min": 60 })
}

/// A form that today's program does not write, and what it must be read as.
fn also_read(name: &str, form: &Value) -> Value {
    let entry: Entry = serde_json::from_value(form.clone()).expect(name);
    json!({
        "name": name,
        "given": { "json": form, "cbor": cbor(form) },
        "gives": { "entry": entry },
    })
}

/// CBOR keeps the order in which it was written; JSON here does not.
fn backwards() -> Value {
    #[derive(Serialize)]
    struct Backwards {
        value: Value,
        kind: &'static str,
    }
    let (kind, value) = ("word", json!({ "kind": "friend", "text": "still here" }));
    let bytes = minicbor_serde::to_vec(&Backwards { value, kind }).expect("it is written");
    refused("value before kind", &hex(&bytes))
}

fn refused(name: &str, cbor: &str) -> Value {
    json!({ "name": name, "given": { "cbor": cbor }, "gives": { "refused": true } })
}

fn entry(kind: &str, value: Value) -> Value {
    json!({ "kind": kind, "value": value })
}

fn forms_also_read() -> Vec<Value> {
    let moment = json!({ "at": at(), "kind": "urge" });
    let name_alone = json!({ "people": [{ "name": "Jo" }] });
    let later = json!({ "at": at(), "weather": ["rain", { "mm": 3 }] });
    let forms = [
        (
            "episode, only its moment",
            "episode",
            json!({ "moment": moment }),
        ),
        ("plan, no parts", "plan", json!({})),
        ("plan, a contact with a name alone", "plan", name_alone),
        ("diary, only its time", "diary", json!({ "at": at() })),
        (
            "diary, null for what is not said",
            "diary",
            json!({ "at": at(), "urge": null }),
        ),
        ("diary, with a field of a later version", "diary", later),
        ("letter, only its time", "letter", json!({ "at": at() })),
    ];
    let forms = forms.map(|(name, kind, value)| also_read(name, &entry(kind, value)));
    forms.into_iter().collect()
}

fn forms_refused() -> Vec<Value> {
    let seasick = json!({ "at": at(), "feelings": ["seasick"] });
    let no_id = json!({ "practice": "No Such", "hidden": true });
    let forms = [
        ("a kind of a later version", "dream", json!({})),
        ("a feeling of a later version", "diary", seasick),
        (
            "a strength of eleven",
            "diary",
            json!({ "at": at(), "urge": 11 }),
        ),
        ("no time", "diary", json!({ "text": "when?" })),
        ("a practice that is none", "hidden", no_id),
    ];
    let forms = forms.map(|(name, kind, value)| refused(name, &cbor(&entry(kind, value))));
    let cut = cbor(&entry("diary", json!({ "at": at() })));
    let cut = [
        backwards(),
        refused("nothing", ""),
        refused("cut short", &cut[..40]),
    ];
    forms.into_iter().chain(cut).collect()
}

fn file() -> Value {
    let cases = samples::all().into_iter().map(|(name, entry)| {
        json!({ "name": name, "given": { "entry": entry }, "gives": gives(&entry) })
    });
    json!({
        "about": "Entries, docs/format.md. JSON as in an export, CBOR as in a record. Frozen.",
        "cases": cases.collect::<Vec<_>>(),
        "also_read": forms_also_read(),
        "refused": forms_refused(),
    })
}

#[test]
#[ignore = "makes vectors; never run on frozen ones"]
fn make() {
    let mut out = Vec::new();
    let indent = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut writer = serde_json::Serializer::with_formatter(&mut out, indent);
    file().serialize(&mut writer).expect("it is written");
    out.push(b'\n');
    let new = OpenOptions::new().write(true).create_new(true).open(FILE);
    let mut new = new.expect("the vectors are frozen: a file that is there is never made again");
    new.write_all(&out).expect("it is written");
}

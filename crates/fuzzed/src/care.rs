// SPDX-License-Identifier: Apache-2.0
//! Bodies of records (CBOR) and the inside of an export (JSON).

use kindhold_care::{Carried, Entry, When};
use serde::{Deserialize, Serialize};

fn body(of: &impl Serialize) -> Vec<u8> {
    let mut body = Vec::new();
    let mut to = minicbor_serde::Serializer::new(&mut body);
    let written = of.serialize(to.serialize_unit_as_null(true));
    written.expect("what was read can be written");
    body
}

/// The body of a record: an entry is written and read as the same, and goes through an export unchanged.
pub fn entries(bytes: &[u8]) -> bool {
    let Ok(entry) = minicbor_serde::from_slice::<Entry>(bytes) else {
        return false;
    };
    let once = body(&entry);
    assert_eq!(
        minicbor_serde::from_slice(&once).ok().as_ref(),
        Some(&entry)
    );
    let tree: Carried = minicbor_serde::from_slice(&once).expect("an entry can be carried");
    let json = serde_json::to_string(&tree).expect("it can be exported");
    let tree: Carried = serde_json::from_str(&json).expect("an export can be read");
    assert_eq!(minicbor_serde::from_slice(&body(&tree)).ok(), Some(entry));
    true
}

/// Whatever stands in a body, carried along unread: it is written and read as the same, and nesting has an end.
pub fn carried(bytes: &[u8]) -> bool {
    let Ok(tree) = minicbor_serde::from_slice::<Carried>(bytes) else {
        return false;
    };
    assert_eq!(minicbor_serde::from_slice(&body(&tree)).ok(), Some(tree));
    true
}

/// The inside of an export, as the app reads it.
#[derive(Deserialize)]
struct Export {
    format: String,
    version: u32,
    #[serde(rename = "exported_at")]
    _exported_at: When,
    entries: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    thing: String,
    #[serde(rename = "written")]
    _written: When,
    #[serde(default, rename = "counter")]
    _counter: u32,
    entry: Carried,
}

/// The inside of an export: each line that is an entry is one as a body too, and is exported as the same again.
pub fn export(bytes: &[u8]) -> bool {
    let Ok(export) = serde_json::from_slice::<Export>(bytes) else {
        return false;
    };
    let mut read = false;
    for line in export.entries {
        let made = body(&line.entry);
        let Ok(entry) = minicbor_serde::from_slice::<Entry>(&made) else {
            continue;
        };
        let again: Carried = minicbor_serde::from_slice(&body(&entry)).expect("it can be carried");
        assert_eq!(minicbor_serde::from_slice(&body(&again)).ok(), Some(entry));
        read = !line.thing.is_empty() && export.format == "kindhold-export" && export.version == 1;
    }
    read
}

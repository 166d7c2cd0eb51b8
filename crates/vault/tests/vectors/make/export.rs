// SPDX-License-Identifier: Apache-2.0
use crate::tools::{hex, list, read};
use serde_json::{Value, json};

/// An export with each kind of entry, and one thing in two versions.
pub(super) fn sample() -> Value {
    let entries = read("entries.json");
    let lines = list(&entries["cases"]).iter().enumerate().map(|(n, case)| {
        let thing = match case["name"].as_str() {
            Some("plan, empty" | "plan") => 0x70,
            Some("hidden" | "shown again") => 0x71,
            _ => n as u8,
        };
        let unix_ms = 1_751_407_200_000_i64 + n as i64 * 60_000;
        let written = json!({ "unix_ms": unix_ms, "offset_min": 60 });
        json!({ "thing": hex(&[thing; 16]), "written": written, "entry": case["given"]["entry"] })
    });
    let inside = json!({
        "format": "kindhold-export",
        "version": 1,
        "exported_at": { "unix_ms": 1_751_493_600_000_i64, "offset_min": 60 },
        "entries": lines.collect::<Vec<_>>(),
    });
    json!({
        "about": "The export in export.age: passphrase, randomness in the order of its use, inside. Frozen.",
        "passphrase": "kfd4-9wq7-mmz3-t2hb-xeac",
        "work": 15,
        "random": hex(&(0x80..0xb0).collect::<Vec<u8>>()),
        "inside": inside.to_string(),
    })
}

// SPDX-License-Identifier: Apache-2.0
use super::tools::{FOLDER, int, read, recorded, text, unhex};
use kindhold_vault::age;
use serde_json::Value;

/// The file that an export becomes.
pub(crate) fn gives(given: &Value) -> Vec<u8> {
    let mut random = recorded(unhex(&given["random"]));
    let inside = text(&given["inside"]).as_bytes();
    let work = int(&given["work"]);
    age::seal_with_passphrase(inside, text(&given["passphrase"]), work, &mut random)
        .expect("it is sealed")
}

fn file() -> Vec<u8> {
    std::fs::read(format!("{FOLDER}export.age")).expect("the frozen export is there")
}

#[test]
fn the_frozen_export_opens_with_its_passphrase() {
    let given = read("export.json");
    let inside = age::open_with_passphrase(&file(), text(&given["passphrase"])).expect("it opens");
    assert_eq!(
        String::from_utf8(inside).expect("text"),
        text(&given["inside"])
    );
    assert!(age::open_with_passphrase(&file(), "another").is_err());
}

#[test]
fn the_same_export_is_sealed_to_the_same_bytes() {
    assert_eq!(gives(&read("export.json")), file());
}

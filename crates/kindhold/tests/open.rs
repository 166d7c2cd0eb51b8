// SPDX-License-Identifier: Apache-2.0
//! An export that was frozen opens from the command line, and nothing else does.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../vault/vectors/export.age");
const ABOUT: &str = include_str!("../../vault/vectors/export.json");

fn open(file: &str, passphrase: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kindhold"))
        .args(["open", file])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("it is piped");
    writeln!(stdin, "{passphrase}").expect("it takes a passphrase");
    drop(stdin);
    program.wait_with_output().expect("it ends")
}

fn passphrase() -> String {
    let about: serde_json::Value = serde_json::from_str(ABOUT).expect("the vector is JSON");
    find(&about).expect("the vector names its passphrase")
}

fn find(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Object(map) => match map.get("passphrase").and_then(|p| p.as_str()) {
            Some(found) => Some(found.to_owned()),
            None => map.values().find_map(find),
        },
        serde_json::Value::Array(all) => all.iter().find_map(find),
        _ => None,
    }
}

#[test]
fn a_saved_copy_opens_with_its_passphrase() {
    let out = open(FILE, &passphrase());
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON comes out");
    assert_eq!(json["format"], "kindhold-export");
    assert!(json["entries"].as_array().is_some_and(|e| !e.is_empty()));
}

#[test]
fn another_passphrase_another_file_or_none_ends_in_a_sentence() {
    let cases = [
        (FILE, "wrong", "passphrase"),
        (
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
            "x",
            "cannot be opened",
        ),
        ("/no/such/file", "x", "cannot be read"),
    ];
    for (file, passphrase, says) in cases {
        let out = open(file, passphrase);
        assert!(!out.status.success() && out.stdout.is_empty());
        assert!(
            String::from_utf8_lossy(&out.stderr).contains(says),
            "{file}"
        );
    }
}

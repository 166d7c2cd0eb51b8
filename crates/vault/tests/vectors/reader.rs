// SPDX-License-Identifier: Apache-2.0
//! A reader in another language, written from `docs/format.md` alone (`reader/reader.py`), finds in
//! the frozen vectors what this code finds there.

use super::tools::{Case, FOLDER, cases, hex, list, read, text};
use serde_json::{Value, json};
use std::{
    io::Write,
    process::{Command, Stdio},
};

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/reader/reader.py");
const NEEDED: &str = "this test needs the program python3: `apt-get install python3`";

/// Asks the reader, all at once.
fn ask(requests: &[Value]) -> Vec<Value> {
    let mut reader = Command::new("python3")
        .arg(READER)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect(NEEDED);
    let requests = Value::from(requests).to_string();
    let mut stdin = reader.stdin.take().expect("it listens");
    stdin.write_all(requests.as_bytes()).expect("it listens");
    drop(stdin);
    let said = reader.wait_with_output().expect("it answers");
    assert!(
        said.status.success(),
        "the reader stopped; its reason stands above"
    );
    let answers: Vec<Value> = serde_json::from_slice(&said.stdout).expect("it answers in JSON");
    answers
}

/// Asks about each case, and compares with what is expected of it.
fn agree(file: &str, request: impl Fn(&Case) -> Value, expected: impl Fn(&Case) -> Value) {
    let cases = cases(file);
    let answers = ask(&cases.iter().map(request).collect::<Vec<_>>());
    assert_eq!(answers.len(), cases.len());
    for (case, answer) in cases.iter().zip(answers) {
        if case.gives.get("refused").is_some() {
            assert!(
                answer.get("refused").is_some(),
                "{file}: {}: {answer}",
                case.name
            );
        } else {
            assert_eq!(answer, expected(case), "{file}: {}", case.name);
        }
    }
}

/// The bytes that a case writes or reads.
fn bytes(case: &Case) -> &Value {
    case.gives.get("bytes").unwrap_or(&case.given["bytes"])
}

/// Some of the fields of an object.
fn only(value: &Value, names: &[&str]) -> Value {
    let named = names
        .iter()
        .filter_map(|n| Some(((*n).to_owned(), value.get(n)?.clone())));
    Value::Object(named.collect())
}

#[test]
fn another_reader_agrees_on_headers_payloads_and_padding() {
    for file in ["header", "payload"] {
        let request = |case: &Case| json!([file, { "bytes": bytes(case) }]);
        agree(&format!("{file}.json"), request, |case| case.given.clone());
    }
    let request = |case: &Case| json!(["padding", case.given]);
    agree("padding.json", request, |case| case.gives.clone());
}

#[test]
fn another_reader_agrees_on_keyrings() {
    let request =
        |case: &Case| json!(["keyring", { "bytes": bytes(case), "amk": case.given["amk"] }]);
    let made = cases("keyring.json").swap_remove(0);
    agree("keyring.json", request, |case| {
        let given = if case.given.get("vault").is_some() {
            case
        } else {
            &made
        };
        let mut keyring = only(&given.given, &["vault", "device", "streams"]);
        keyring["amk_id"] = made.gives["amk_id"].clone();
        keyring
    });
}

#[test]
fn another_reader_agrees_on_slots_but_for_the_passcode() {
    let mut asked = 0;
    for case in cases("slots.json")
        .iter()
        .filter(|c| c.given.get("bytes").is_some())
    {
        if case.given.get("passcode").is_some() {
            continue; // Argon2id is not in its standard library
        }
        asked += 1;
        let answer = ask(&[json!(["slots", case.given])]).remove(0);
        let refused = case.gives.get("refused").is_some();
        assert_eq!(
            answer.get("refused").is_some(),
            refused,
            "{}: {answer}",
            case.name
        );
        assert!(
            refused || answer["amk"] == hex(&[0xa1; 32]),
            "{}: {answer}",
            case.name
        );
    }
    assert!(asked >= 8);
}

#[test]
fn another_reader_agrees_on_records() {
    let case = cases("record.json").swap_remove(0);
    let (given, stream) = (&case.given, &case.given["streams"][0]);
    for (record, draft) in list(&case.gives["records"])
        .iter()
        .zip(list(&given["drafts"]))
    {
        let epoch_key = &stream["epochs"][1];
        let request =
            |form: &str| json!(["record", { "bytes": record[form], "epoch_key": epoch_key }]);
        let answers = ask(&[request("bytes"), request("purged")]);
        let mut expected = only(
            record,
            &["index", "epoch", "previous", "padded", "id", "key"],
        );
        for (name, value) in [
            ("vault", &given["vault"]),
            ("device", &given["device"]),
            ("stream", &stream["id"]),
        ] {
            expected[name] = value.clone();
        }
        expected["inside"] = "purged".into();
        assert_eq!(answers[1], expected);
        expected["inside"] = only(draft, &["kind", "thing", "offset_min", "body"]);
        for name in ["time", "supersedes"] {
            expected["inside"][name] = record[name].clone();
        }
        expected["inside"]["tombstone"] = false.into();
        assert_eq!(answers[0], expected);
    }
}

#[test]
fn another_reader_opens_the_frozen_store_and_notices_the_same_damage() {
    let whole = read("chain.json")["opened"].clone();
    let request = |case: &Case| {
        let record = |name: &Value| text(&case.given["records"][text(name)]);
        let runs = list(&case.given["runs"]).iter();
        let runs: Vec<String> = runs
            .map(|run| list(run).iter().map(record).collect())
            .collect();
        let mut given = only(&case.given, &["slots", "keyring", "device", "heads"]);
        given["runs"] = runs.into();
        json!(["vault", given])
    };
    let cases = cases("chain.json");
    let answers = ask(&cases.iter().map(request).collect::<Vec<_>>());
    assert_eq!(answers[0]["opened"], whole);
    for (case, answer) in cases.iter().zip(&answers) {
        let ids: Vec<Value> = list(&answer["opened"])
            .iter()
            .map(|o| o["id"].clone())
            .collect();
        assert_eq!(Value::from(ids), case.gives["opened"], "{}", case.name);
        assert_eq!(answer["damage"], case.gives["damage"], "{}", case.name);
    }
}

#[test]
fn another_reader_reads_the_entries_in_the_store_and_in_the_export() {
    let entries = cases("entries.json");
    let request = |cbor: &Value| json!(["entry", { "bytes": cbor }]);
    let answers = ask(&entries
        .iter()
        .map(|e| request(&e.gives["cbor"]))
        .collect::<Vec<_>>());
    for (case, answer) in entries.iter().zip(answers) {
        assert_eq!(answer, case.given["entry"], "{}", case.name);
    }
    let given = read("export.json");
    let file = std::fs::read(format!("{FOLDER}export.age")).expect("the frozen export is there");
    let request =
        |passphrase: &str| json!(["export", { "bytes": hex(&file), "passphrase": passphrase }]);
    let answers = ask(&[request(text(&given["passphrase"])), request("another")]);
    let inside: Value = serde_json::from_str(text(&given["inside"])).expect("JSON");
    assert_eq!(answers[0], inside);
    assert!(answers[1].get("refused").is_some());
}

#[test]
fn another_reader_opens_what_devices_and_counsellors_exchange() {
    let file = read("together.json");
    let mut given = file["exchange"].clone();
    given["secret"] = file["gives"]["secret"].clone();
    given["grant_keys_sealed"] = given["grant_keys"].take();
    let given_map = given.as_object_mut().expect("an object");
    given_map.remove("grant_keys");
    let mut tampered = given.clone();
    let answer = text(&tampered["answer"]).to_owned();
    let last = if answer.ends_with('0') { "1" } else { "0" };
    tampered["answer"] = format!("{}{last}", &answer[..answer.len() - 1]).into();
    let answers = ask(&[json!(["exchange", given]), json!(["exchange", tampered])]);
    let mut expected = file["gives"].clone();
    // The six words come from a list that is not in Python's standard library.
    let told = expected["answer"].as_object_mut().expect("an object");
    told.remove("words");
    assert_eq!(answers[0], expected);
    assert!(answers[1].get("refused").is_some());
}

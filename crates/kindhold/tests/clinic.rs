// SPDX-License-Identifier: Apache-2.0
//! What a clinic and a study do on the command line, with the real program.

mod folder;

use folder::Folder;
use serde_json::json;
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn kindhold(args: &[&dyn AsRef<std::ffi::OsStr>]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kindhold"));
    for arg in args {
        command.arg(arg);
    }
    command.output().expect("it runs")
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!(
        "{}{}",
        String::from_utf8_lossy(out),
        String::from_utf8_lossy(err)
    )
}

/// Two made-up questions with values.
fn questionnaire(title: &str) -> String {
    let option = |value: i32| {
        json!({
            "valueCoding": { "system": "urn:made-up", "code": format!("a{value}"), "display": format!("Answer {value}") },
            "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": value }]
        })
    };
    let item = |n: i32| {
        json!({ "linkId": format!("q{n}"), "text": format!("Made-up question {n}"), "type": "choice",
                "answerOption": [option(0), option(1)] })
    };
    let form = json!({
        "resourceType": "Questionnaire", "status": "active", "title": title,
        "url": "https://clinic.example/Questionnaire/two", "version": "1",
        "item": [item(1), item(2)]
    });
    form.to_string()
}

#[test]
fn a_questionnaire_is_checked_in_plain_words_and_put_into_a_pack() {
    let folder = Folder::new("clinic-check");
    let file = folder.put("form.json", &questionnaire("Two made-up questions"));
    let checked = kindhold(&[&"instrument", &"check", &file]);
    assert!(checked.status.success(), "{}", said(&checked));
    assert!(
        said(&checked).contains("Two made-up questions"),
        "{}",
        said(&checked)
    );
    assert!(
        said(&checked).contains("under which terms"),
        "what is missing is said: {}",
        said(&checked)
    );

    let out = folder.path().join("form.pack.json");
    let pack: &[&dyn AsRef<std::ffi::OsStr>] = &[
        &"instrument",
        &"pack",
        &file,
        &"--licence",
        &"CC BY 4.0",
        &"--copyright",
        &"A clinic",
        &"--out",
        &out,
    ];
    let packed = kindhold(pack);
    assert!(packed.status.success(), "{}", said(&packed));
    let text = fs::read_to_string(&out).expect("a pack");
    assert!(text.contains("kindhold-instrument") && text.contains("A clinic"));
    assert!(kindhold(&[&"instrument", &"check", &out]).status.success());
    assert!(
        !kindhold(pack).status.success(),
        "a file that is there is never written over"
    );

    let changed = folder.put(
        "changed.json",
        &text.replace("Made-up question 2", "Another"),
    );
    let refused = kindhold(&[&"instrument", &"check", &changed]);
    assert!(!refused.status.success());
    assert!(
        said(&refused).contains("Ask for the file again"),
        "{}",
        said(&refused)
    );
}

#[test]
fn what_cannot_be_used_ends_in_a_sentence() {
    let folder = Folder::new("clinic-refused");
    for (name, text) in [
        ("cut.json", "{\"resourceType\":"),
        ("bundle.json", "{\"resourceType\":\"Bundle\"}"),
    ] {
        let file = folder.put(name, text);
        let refused = kindhold(&[&"instrument", &"check", &file]);
        assert!(!refused.status.success(), "{name}");
        assert!(
            said(&refused).trim_end().ends_with('.'),
            "{}",
            said(&refused)
        );
    }
    let nowhere = kindhold(&[&"instrument", &"check", &Path::new("no-such-file.json")]);
    assert!(
        said(&nowhere).contains("Is the path right?"),
        "{}",
        said(&nowhere)
    );
}

#[test]
fn a_group_that_is_too_small_is_refused() {
    let folder = Folder::new("clinic-gather");
    let file = folder.put("one.json", "{}");
    let out = folder.path().join("group.json");
    let refused = kindhold(&[&"gather", &"--out", &out, &file]);
    assert!(!refused.status.success());
    assert!(!out.exists(), "nothing was written");
}

#[test]
fn a_file_that_is_none_of_ours_is_not_sent() {
    let folder = Folder::new("clinic-send");
    let file = folder.put("x.json", "{\"resourceType\":\"Patient\"}");
    let key = folder.put("key.pem", "no key");
    let refused = kindhold(&[
        &"send",
        &file,
        &"--to",
        &"https://clinic.example/fhir",
        &"--client",
        &"us",
        &"--key",
        &key,
        &"--dry-run",
    ]);
    assert!(!refused.status.success());
    assert!(
        said(&refused).contains("is not a FHIR file that the app saved"),
        "{}",
        said(&refused)
    );
}

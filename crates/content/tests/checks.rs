// SPDX-License-Identifier: Apache-2.0
//! The check over small folders: one that is right as far as it goes, one that is wrong on purpose.

use kindhold_content::{CheckOptions, Library, Report, check, load, pack};
use std::path::Path;

fn fixture(name: &str) -> Library {
    load(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name),
    )
}

fn report(name: &str, release: bool) -> Report {
    let options = CheckOptions {
        today: "2026-11-23".parse().expect("a date"),
        release,
        code: Vec::new(),
    };
    check(&fixture(name), &options)
}

fn says(problems: &[kindhold_content::Problem], words: &str) -> bool {
    problems
        .iter()
        .any(|problem| problem.to_string().contains(words))
}

#[test]
fn what_is_wrong_is_all_said_at_once() {
    let report = report("broken", true);
    for words in [
        "at most 40 fit",
        "it takes 9 minutes",
        "`why` says nothing about `hold-off`",
        "`why` explains `belong`",
        "1 strings are not translated: bye",
        "other placeables than in English",
        "cannot be dialled",
        "not an https address",
        "`source` is not an https address",
        "there is no emergency number",
        "too long ago",
        "too few practices",
        "the page is missing",
        "there are no safe words",
        "any other country are missing",
    ] {
        assert!(
            says(&report.errors, words),
            "`{words}` is not among {:#?}",
            report.errors
        );
    }
    assert!(!report.passes());
}

#[test]
fn an_old_line_is_an_error_in_a_release_and_a_warning_before() {
    let early = report("broken", false);
    assert!(says(&early.warnings, "too long ago"));
    assert!(!says(&early.errors, "too long ago"));
}

#[test]
fn a_line_that_nobody_checked_warns_loudly_in_a_release() {
    assert!(says(
        &report("small", false).warnings,
        "nobody has checked it: `listeners`"
    ));
    assert!(says(&report("small", true).warnings, "IN A RELEASE"));
}

#[test]
fn problems_name_the_line_in_the_file() {
    let report = report("broken", true);
    let dial = report
        .errors
        .iter()
        .find(|problem| problem.what.contains("cannot be dialled"))
        .expect("it is said");
    assert_eq!((dial.file.as_str(), dial.line), ("lines/GB.toml", Some(4)));
}

#[test]
fn a_pack_is_the_same_every_time_and_emergency_comes_first() {
    let library = fixture("small");
    let first = pack(&library, "en").expect("English is there");
    assert_eq!(
        first,
        pack(&fixture("small"), "en").expect("English is there")
    );
    let lines = String::from_utf8(first.0["lines"].clone()).expect("JSON is text");
    let at = |id: &str| {
        lines
            .find(&format!("\"id\":\"{id}\""))
            .expect("it is there")
    };
    assert!(at("help") < at("listeners"), "{lines}");
    assert!(pack(&library, "xx").is_err());
}

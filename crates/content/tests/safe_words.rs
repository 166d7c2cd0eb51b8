// SPDX-License-Identifier: Apache-2.0
//! The safe words against seeded sentences: every unsafe one is caught, every good one passes.

use kindhold_content::SafeWords;
use std::{fs, path::PathBuf};

fn file(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../content/checks")
        .join(name);
    fs::read_to_string(path).expect("the file is there")
}

fn words() -> SafeWords {
    SafeWords::parse("safe-words.en.toml", &file("safe-words.en.toml"))
        .expect("the list is well formed")
}

fn sentences(name: &str) -> Vec<String> {
    let mut sentences: Vec<String> = file(name)
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(str::to_owned)
        .collect();
    let all = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), all, "{name} says something twice");
    sentences
}

#[test]
fn every_unsafe_sentence_is_caught() {
    let words = words();
    let sentences = sentences("unsafe.en.txt");
    assert!(sentences.len() >= 150, "only {}", sentences.len());
    let missed: Vec<_> = sentences
        .iter()
        .filter(|s| words.find(s).is_empty())
        .collect();
    assert!(missed.is_empty(), "not caught: {missed:#?}");
}

#[test]
fn every_good_sentence_passes() {
    let words = words();
    let sentences = sentences("safe.en.txt");
    assert!(sentences.len() >= 200, "only {}", sentences.len());
    let caught: Vec<_> = sentences
        .iter()
        .flat_map(|s| words.find(s).into_iter().map(move |f| (s, f.rule, f.words)))
        .collect();
    assert!(caught.is_empty(), "caught by mistake: {caught:#?}");
}

#[test]
fn every_rule_catches_something_of_its_own() {
    let words = words();
    let sentences = sentences("unsafe.en.txt");
    for rule in words.rules() {
        let catches = |s: &String| words.find(s).iter().any(|found| found.rule == rule.id);
        assert!(
            sentences.iter().any(catches),
            "no sentence shows `{}`",
            rule.id
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The safe words of every language against seeded sentences: every unsafe one is caught, every good one
//! passes.

use kindhold_content::SafeWords;
use std::{collections::BTreeSet, fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/checks")
}

fn file(name: &str) -> String {
    let path = folder().join(name);
    fs::read_to_string(&path).unwrap_or_else(|_| unreachable!("{} is missing", path.display()))
}

/// Every language that has a list.
fn languages() -> Vec<String> {
    let names = fs::read_dir(folder()).expect("the folder is there");
    let mut tags: Vec<String> = names
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| {
            let tag = name.strip_prefix("safe-words.")?.strip_suffix(".toml")?;
            Some(tag.to_owned())
        })
        .collect();
    tags.sort();
    assert!(
        tags.contains(&"en".to_owned()) && tags.len() >= 4,
        "{tags:?}"
    );
    tags
}

fn words(tag: &str) -> SafeWords {
    let name = format!("safe-words.{tag}.toml");
    SafeWords::parse(&name, &file(&name)).expect("the list is well formed")
}

/// The sentences of a file, each once. English began with more; a new language has at least `least`.
fn sentences(kind: &str, tag: &str, least: usize) -> Vec<String> {
    let name = format!("{kind}.{tag}.txt");
    let mut sentences: Vec<String> = file(&name)
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(str::to_owned)
        .collect();
    let all = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), all, "{name} says something twice");
    assert!(all >= least, "{name} has only {all}");
    sentences
}

#[test]
fn every_unsafe_sentence_is_caught() {
    for tag in languages() {
        let words = words(&tag);
        let sentences = sentences("unsafe", &tag, if tag == "en" { 150 } else { 120 });
        let missed: Vec<_> = sentences
            .iter()
            .filter(|s| words.find(s).is_empty())
            .collect();
        assert!(missed.is_empty(), "{tag}: not caught: {missed:#?}");
    }
}

#[test]
fn every_good_sentence_passes() {
    for tag in languages() {
        let words = words(&tag);
        let sentences = sentences("safe", &tag, if tag == "en" { 200 } else { 100 });
        let caught: Vec<_> = sentences
            .iter()
            .flat_map(|s| words.find(s).into_iter().map(move |f| (s, f.rule, f.words)))
            .collect();
        assert!(caught.is_empty(), "{tag}: caught by mistake: {caught:#?}");
    }
}

#[test]
fn every_rule_catches_something_of_its_own() {
    for tag in languages() {
        let words = words(&tag);
        let sentences = sentences("unsafe", &tag, 0);
        for rule in words.rules() {
            let caught = sentences
                .iter()
                .any(|s| words.find(s).iter().any(|f| f.rule == rule.id));
            assert!(caught, "{tag}: nothing tries the rule `{}`", rule.id);
        }
    }
}

#[test]
fn every_language_has_every_rule() {
    let ids = |tag: &str| -> BTreeSet<String> {
        let words = words(tag);
        words.rules().iter().map(|rule| rule.id.clone()).collect()
    };
    let english = ids("en");
    for tag in languages() {
        assert_eq!(ids(&tag), english, "{tag}");
    }
}

#[test]
fn an_exception_lets_its_own_words_through_and_no_others() {
    use kindhold_content::article::Allow;
    let words = words("en");
    let allow = [Allow {
        rule: "wound".into(),
        words: vec!["Scars".into()],
        because: "an article on scars".into(),
    }];
    let says = |text: &str| words.find_but(text, &allow).len();
    assert_eq!(words.find("People ask about scars.").len(), 1);
    assert_eq!(says("People ask about scars."), 0);
    assert_eq!(says("People ask about wounds."), 1);
    assert_eq!(says("Scars and pills."), 1);
}

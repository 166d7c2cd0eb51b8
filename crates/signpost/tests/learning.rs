// SPDX-License-Identifier: Apache-2.0
//! Learning, small: the same sentences and the same seed give the same bytes.

use kindhold_signpost::learn::{Amount, Line, hash_of, learn, learnt_from, read};
use std::{collections::BTreeSet, path::Path};

const SMALL: Amount = Amount {
    hands: 1,
    posts: 9,
    frames: 9,
    rounds: 2,
};

fn lines() -> Vec<Line> {
    let line = |set: &str, show, text: String| Line {
        language: "en".to_owned(),
        set: set.to_owned(),
        show,
        text,
    };
    let mut lines = Vec::new();
    for name in ["Ann", "Ben", "Cem", "Dia", "Eve", "Finn", "Gul", "Hal"] {
        lines.push(line(
            "direct",
            true,
            format!("{name} left and I want to die."),
        ));
        lines.push(line(
            "sad",
            false,
            format!("{name} left and I cried all night."),
        ));
        lines.push(line(
            "others",
            false,
            format!("{name} says she wants to die."),
        ));
    }
    lines
}

#[test]
fn the_same_sentences_and_seed_give_the_same_bytes() {
    let lines = lines();
    let one = learn(&lines, 7, SMALL);
    assert_eq!(one, learn(&lines, 7, SMALL));
    assert_ne!(one, learn(&lines, 8, SMALL));
    assert_eq!(learnt_from(&one), Some((hash_of(&lines), 24)));
}

#[test]
fn the_app_has_the_weights_that_were_learnt_from_these_sentences() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (lines, _) = read(&home.join("sentences")).expect("the sentences are there");
    let bytes = std::fs::read(home.join("weights.bin")).expect("the weights are there");
    let (hash, number) = learnt_from(&bytes).expect("weights");
    assert_eq!(
        (hash, number as usize),
        (hash_of(&lines), lines.len()),
        "sentences have changed: learn again (examples/train.rs)"
    );
    assert!(bytes.len() < 110_000, "{}", bytes.len());
}

#[test]
fn no_line_is_on_both_sides_and_none_of_the_examiner_is_learnt_from() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (lines, blind) = read(&home.join("sentences")).expect("the sentences are there");
    let side = |show: bool| -> BTreeSet<&str> {
        let of = lines.iter().filter(|line| line.show == show);
        of.map(|line| line.text.as_str()).collect()
    };
    let (shown, quiet) = (side(true), side(false));
    assert_eq!(shown.intersection(&quiet).next(), None);
    for line in &blind {
        assert!(!shown.contains(line.text.as_str()), "{}", line.text);
        assert!(!quiet.contains(line.text.as_str()), "{}", line.text);
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What the app's weights must reach on lines that they were not learnt from: floors and ceilings, a
//! little off what was measured, so that a change that makes it worse is seen.

use kindhold_signpost::{
    learn::{Line, read},
    look,
};
use std::path::Path;

fn lines() -> (Vec<Line>, Vec<Line>) {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (lines, blind) = read(&home.join("sentences")).expect("the sentences are there");
    let held = lines.into_iter().filter(Line::is_held_out).collect();
    (held, blind)
}

/// How many of how many are shown.
fn shown<'a>(lines: impl Iterator<Item = &'a Line>) -> (usize, usize) {
    lines.fold((0, 0), |(shown, all), line| {
        (shown + usize::from(look(&line.text).show), all + 1)
    })
}

/// The share of `show` that scores above all but 5 % of `quiet`.
fn recall<'a>(lines: impl Iterator<Item = &'a Line>) -> f64 {
    let (show, quiet): (Vec<&Line>, Vec<&Line>) = lines.partition(|line| line.show);
    let mut scores: Vec<f64> = quiet.iter().map(|line| look(&line.text).score).collect();
    scores.sort_by(|one, other| other.total_cmp(one));
    let bar = scores[scores.len() / 20];
    let above = show
        .iter()
        .filter(|line| look(&line.text).score > bar)
        .count();
    above as f64 / show.len() as f64
}

#[test]
fn negated_statements_are_shown_in_fewer_than_eight_of_a_hundred() {
    let (held, _) = lines();
    let (shown, all) = shown(held.iter().filter(|line| line.set == "negated"));
    assert!(shown * 100 < all * 8, "{shown} of {all}");
}

#[test]
fn ordinary_posts_are_shown_in_fewer_than_three_of_a_hundred() {
    let (held, _) = lines();
    let ordinary = |line: &&Line| ["anxious", "mindful", "teaching"].contains(&line.set.as_str());
    let (shown, all) = shown(held.iter().filter(ordinary));
    assert!(shown * 100 < all * 3, "{shown} of {all}");
}

#[test]
fn quiet_texts_are_shown_in_fewer_than_five_of_a_hundred() {
    let (held, _) = lines();
    let (shown, all) = shown(held.iter().filter(|line| !line.show));
    assert!(shown * 100 < all * 5, "{shown} of {all}");
}

/// As people really say it, which is seldom plain; `vectors.rs` has the plain ones.
#[test]
fn wishes_that_are_spoken_out_are_shown_in_each_language() {
    let (held, _) = lines();
    for (language, least) in LANGUAGES.into_iter().zip([50, 30, 30, 30]) {
        let direct = |line: &&Line| line.language == language && line.set == "direct";
        let (shown, all) = shown(held.iter().filter(direct));
        assert!(shown * 100 >= all * least, "{language}: {shown} of {all}");
    }
}

/// The goal is 0.46 on posts that others have rated. In the other languages than English it is not reached on our own
/// lines: their floors are what was reached.
#[test]
fn the_score_finds_at_five_unneeded_of_a_hundred() {
    let (held, _) = lines();
    for (language, least) in LANGUAGES.into_iter().zip([0.46, 0.42, 0.40, 0.31]) {
        let recall = recall(held.iter().filter(|line| line.language == language));
        assert!(recall >= least, "{language}: {recall}");
    }
}

#[test]
fn posts_by_another_hand_are_found_too() {
    let (_, blind) = lines();
    let recall = recall(blind.iter());
    assert!(recall >= 0.42, "{recall}");
    let (shown, all) = shown(blind.iter().filter(|line| !line.show));
    assert!(shown * 100 < all * 5, "{shown} of {all}");
}

const LANGUAGES: [&str; 4] = ["en", "fr-CA", "de", "es"];

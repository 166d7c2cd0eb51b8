// SPDX-License-Identifier: Apache-2.0
//! The limits of a practice's schema.

use super::Report;
use crate::{Language, Problem, problem::line_with};
use kindhold_care::Practice;
use std::collections::BTreeSet;

const TITLE_CHARS: usize = 40;
const OFFER_CHARS: usize = 90;
const WHY_CHARS: usize = 90;
const STEP_WORDS: usize = 45;

pub(super) fn words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

pub(super) fn check(tag: &str, language: &Language, report: &mut Report) {
    let mut titles = BTreeSet::new();
    for practice in &language.practices {
        let file = format!("{tag}/practices/{}.toml", practice.id.as_str());
        let raw = language.raw.get(&file).map_or("", String::as_str);
        let mut wrong = |at: &str, what: String, mend: &str| {
            report.error(Problem::new(&file, what, mend).at(line_with(raw, at)));
        };
        if !titles.insert(practice.title.to_lowercase()) {
            wrong(
                "title =",
                "another practice has the same title".into(),
                "Two cards with one name cannot be told apart: change one.",
            );
        }
        limits(practice, &mut wrong);
        steps(practice, &mut wrong);
        functions(practice, &mut wrong);
    }
}

type Wrong<'a> = dyn FnMut(&str, String, &str) + 'a;

fn limits(practice: &Practice, wrong: &mut Wrong<'_>) {
    for (name, text, most) in [
        ("title", &practice.title, TITLE_CHARS),
        ("offer", &practice.offer, OFFER_CHARS),
        ("close", &practice.close, OFFER_CHARS * 2),
    ] {
        let length = text.chars().count();
        let at = format!("{name} =");
        if length > most {
            wrong(
                &at,
                format!("`{name}` is {length} characters long; at most {most} fit"),
                "Make it shorter.",
            );
        }
        if text.trim().is_empty() {
            wrong(&at, format!("`{name}` is empty"), "Write it.");
        }
    }
    if !(1..=5).contains(&practice.minutes) {
        wrong(
            "minutes =",
            format!("it takes {} minutes; 1 to 5 are allowed", practice.minutes),
            "Cut it down, or make two practices of it.",
        );
    }
    if practice.sources.is_empty() {
        wrong(
            "id =",
            "it names no source".into(),
            "Add a [[sources]] with `cite` and, until you have checked it there, `checked = false`.",
        );
    }
    for source in &practice.sources {
        if source.cite.trim().is_empty() {
            wrong(
                "cite =",
                "a source has no `cite`".into(),
                "Author, year, title, place.",
            );
        }
    }
    for (name, empty) in [
        ("skills", practice.skills.is_empty()),
        ("systems", practice.systems.is_empty()),
    ] {
        if empty {
            wrong(
                &format!("{name} ="),
                format!("`{name}` is empty"),
                "Name at least one.",
            );
        }
    }
}

fn steps(practice: &Practice, wrong: &mut Wrong<'_>) {
    let count = practice.steps.len();
    if !(3..=9).contains(&count) {
        wrong(
            "[[steps]]",
            format!("it has {count} steps; 3 to 9 are allowed"),
            "Join short ones or leave some out.",
        );
    }
    for (index, step) in practice.steps.iter().enumerate() {
        let length = words(&step.text);
        if !(1..=STEP_WORDS).contains(&length) {
            wrong(
                &step.text,
                format!(
                    "step {} has {length} words; 1 to {STEP_WORDS} are allowed",
                    index + 1
                ),
                "Somebody upset reads this: one thing at a time.",
            );
        }
        let paced = |seconds| (2..=10).contains(&seconds);
        if step
            .pace
            .is_some_and(|pace| !paced(pace.first) || !paced(pace.second))
        {
            wrong(
                &step.text,
                format!("the pace of step {} is outside 2 to 10 seconds", index + 1),
                "Slower than ten seconds cannot be followed, faster than two is not calm.",
            );
        }
    }
    let half = practice.half_minute.len();
    if half > 3 {
        wrong(
            "half_minute =",
            format!("the half-minute form has {half} sentences; 1 to 3 are allowed"),
            "Keep the three that carry it.",
        );
    }
    if practice
        .half_minute
        .iter()
        .any(|line| line.trim().is_empty())
    {
        wrong(
            "half_minute =",
            "a sentence of the half-minute form is empty".into(),
            "Write it.",
        );
    }
}

fn functions(practice: &Practice, wrong: &mut Wrong<'_>) {
    let named: BTreeSet<_> = practice.functions.iter().collect();
    let explained: BTreeSet<_> = practice.why.keys().collect();
    if named.is_empty() {
        wrong(
            "functions =",
            "`functions` is empty".into(),
            "Name what it answers.",
        );
    }
    if named.len() != practice.functions.len() {
        wrong(
            "functions =",
            "a function is named twice".into(),
            "Name it once.",
        );
    }
    for function in named.difference(&explained) {
        wrong(
            "[why]",
            format!("`why` says nothing about `{}`", function.key()),
            "Add one line under [why] for every function.",
        );
    }
    for function in explained.difference(&named) {
        wrong(
            "[why]",
            format!(
                "`why` explains `{}`, which `functions` does not name",
                function.key()
            ),
            "Add it to `functions` or take the line out.",
        );
    }
    for (function, why) in &practice.why {
        let length = why.chars().count();
        if length > WHY_CHARS {
            wrong(
                why,
                format!(
                    "`why` for `{}` is {length} characters long; at most {WHY_CHARS} fit",
                    function.key()
                ),
                "It stands on a card beside two others: one line.",
            );
        }
    }
    if practice.why.values().any(|why| why.trim().is_empty()) {
        wrong(
            "[why]",
            "a line of `why` is empty".into(),
            "Write it: it stands on the card.",
        );
    }
}

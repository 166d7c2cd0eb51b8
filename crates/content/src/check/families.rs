// SPDX-License-Identifier: Apache-2.0
//! Strings whose keys are put together: from the crisis lines, and from the therapy's own lists.
//! A country without a name would be shown as a code, so every one of them has to be there.

use super::Report;
use crate::{Happens, Language, Library, Problem};
use kindhold_care::{Feeling, Function, Helped, Line, WordKind};
use std::collections::BTreeMap;

/// Key and what calls for it.
type Wanted = BTreeMap<String, String>;

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    if language.string_files.is_empty() {
        return;
    }
    for (key, file) in wanted(library) {
        if !language.strings.has(&key) {
            report.error(Problem::new(
                format!("{tag}/ui"),
                format!("the string `{key}` is missing; {file} calls for it"),
                "Add it beside its sisters.",
            ));
        }
    }
}

fn wanted(library: &Library) -> Wanted {
    let mut wanted = Wanted::new();
    for (code, country) in &library.lines {
        let name = match code.as_str() {
            "INTERNATIONAL" => "country-international".to_owned(),
            code => format!("country-{code}"),
        };
        wanted.entry(name).or_insert_with(|| country.file.clone());
        for line in &country.lines {
            for key in of_line(line) {
                wanted.entry(key).or_insert_with(|| country.file.clone());
            }
        }
    }
    for key in of_the_therapy() {
        wanted.entry(key).or_insert_with(|| "the app".to_owned());
    }
    wanted
}

fn of_line(line: &Line) -> Vec<String> {
    let mut keys: Vec<String> = line
        .languages
        .iter()
        .map(|tag| format!("language-{}", tag.to_lowercase()))
        .collect();
    for channel in &line.channels {
        let Happens { question, answer } = Happens::of(line.kind, channel);
        keys.extend([question, answer]);
    }
    keys
}

fn of_the_therapy() -> Vec<String> {
    let mut keys = Vec::new();
    keys.extend(Function::ALL.map(|function| format!("function-{}", function.key())));
    keys.extend(Feeling::ALL.map(|feeling| format!("feeling-{}", feeling.key())));
    keys.extend(Helped::ALL.map(|helped| format!("helped-{}", helped.key())));
    for kind in WordKind::ALL {
        for part in ["", "-hint", "-label"] {
            keys.push(format!("words-{}{part}", kind.key()));
        }
    }
    for part in ["morning", "afternoon", "evening", "night"] {
        keys.push(format!("part-of-day-{part}"));
    }
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        keys.push(format!("day-{day}"));
    }
    keys
}

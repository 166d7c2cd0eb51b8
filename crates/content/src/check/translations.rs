// SPDX-License-Identifier: Apache-2.0
//! How much of each language is translated. A language that promises something has all of it.

use super::Report;
use crate::{Library, Problem, languages::Scope, load::MODEL};
use std::{collections::BTreeMap, fmt::Write as _};

/// So many places of one file are named; more of them are only counted.
const NAMED: usize = 3;

/// What may wait for its translation, and what is done until then. Pages, steps and strings may not: there is no way round
/// them.
const MAY_WAIT: [(&str, &str); 4] = [
    (
        "practices",
        "It is not offered in this language until somebody translates it; docs/translating.md says how.",
    ),
    ("articles", SHOWN),
    ("supporters", SHOWN),
    ("guide", SHOWN),
];

const SHOWN: &str = "It is shown in English, and says so, until somebody translates it; docs/translating.md says how.";

pub(super) fn check(library: &Library, release: bool, report: &mut Report) {
    for tag in library.tongues.keys() {
        if !library.languages.contains_key(tag) {
            report.error(Problem::new(
                "languages.toml",
                format!("there is no folder for the language `{tag}`"),
                "Make it, or take the entry out.",
            ));
        }
    }
    for (tag, language) in &library.languages {
        if tag == MODEL {
            continue;
        }
        let scope = library.tongues.get(tag).map_or(Scope::All, |t| t.scope);
        for (kind, coverage) in &language.coverage {
            // Writing into a String does not fail.
            let _ = writeln!(
                report.translated,
                "{tag:<6} {kind:<11} {:>3} % of {} words{}",
                coverage.percent(),
                coverage.of,
                if scope.has(kind) {
                    ""
                } else {
                    ", not promised"
                }
            );
            // Strings are named one by one where they are compared (`keys`).
            if *kind == "ui" {
                continue;
            }
            let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for (file, place) in &coverage.missing {
                files.entry(file).or_default().push(place);
            }
            for (file, places) in files {
                let what = told(language.is_english(file), &places);
                let _ = writeln!(report.translated, "         {file}: {what}");
                if !scope.has(kind) {
                    continue;
                }
                let waits = MAY_WAIT
                    .iter()
                    .find(|(name, _)| !release && language.is_english(file) && name == kind);
                match waits {
                    Some((_, until)) => report.warning(Problem::new(file, what, *until)),
                    None => report.error(Problem::new(
                        file,
                        what,
                        "Translate it; docs/translating.md says how.",
                    )),
                }
            }
        }
    }
}

fn told(is_whole: bool, places: &[&str]) -> String {
    if is_whole {
        return "not translated".to_owned();
    }
    let named: Vec<&str> = places.iter().take(NAMED).copied().collect();
    let more = places.len().saturating_sub(NAMED);
    let more = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    format!("not translated: {}{more}", named.join(", "))
}

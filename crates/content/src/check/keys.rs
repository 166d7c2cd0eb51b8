// SPDX-License-Identifier: Apache-2.0
//! Interface strings against each other across languages, and against the code that uses them.

use super::{CheckOptions, Report, severity_in};
use crate::{Library, Problem, load::MODEL};
use regex::Regex;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

pub(super) fn check(library: &Library, options: &CheckOptions, report: &mut Report) {
    languages(library, report);
    if !options.code.is_empty() {
        uses(library, options, report);
    }
}

fn languages(library: &Library, report: &mut Report) {
    let Some(model) = library.languages.get(MODEL) else {
        return;
    };
    for (tag, language) in library.languages.iter().filter(|(tag, _)| *tag != MODEL) {
        let missing: Vec<&str> = language
            .coverage
            .get("ui")
            .iter()
            .flat_map(|coverage| &coverage.missing)
            .map(|(_, key)| key.as_str())
            .collect();
        if !missing.is_empty() {
            let named = if library.is_begun(tag) {
                String::new()
            } else {
                format!(": {}", missing.join(", "))
            };
            report.add(
                severity_in(library, tag),
                Problem::new(
                    format!("{tag}/ui"),
                    format!("{} strings are not translated{named}", missing.len()),
                    "Translate them; the English file shows where they belong.",
                ),
            );
        }
        for file in &language.string_files {
            for (key, line) in &file.keys {
                let (Some(own), Some(other)) =
                    (language.strings.0.get(key), model.strings.0.get(key))
                else {
                    if !model.strings.has(key) {
                        report.warning(
                            Problem::new(
                                &file.file,
                                format!("`{key}` is not known in English"),
                                "Check the spelling, or take it out.",
                            )
                            .at(Some(*line)),
                        );
                    }
                    continue;
                };
                let own: BTreeSet<_> = own.variables().into_iter().collect();
                let other: BTreeSet<_> = other.variables().into_iter().collect();
                if own != other {
                    report.error(
                        Problem::new(
                            &file.file,
                            format!("`{key}` has other placeables than in English"),
                            format!("English has {other:?}, this one {own:?}."),
                        )
                        .at(Some(*line)),
                    );
                }
            }
        }
    }
}

fn uses(library: &Library, options: &CheckOptions, report: &mut Report) {
    let Some(model) = library.languages.get(MODEL) else {
        return;
    };
    let used = keys_in(&options.code);
    for (key, place) in &used {
        if !model.strings.has(key) {
            report.error(Problem::new(
                place,
                format!("the code uses the string `{key}`, which does not exist"),
                format!("Add it to a file in {MODEL}/ui, or correct the name."),
            ));
        }
    }
    let prefixes = &library.settings.dynamic_keys;
    let dynamic = |key: &str| prefixes.iter().any(|p| key.starts_with(p.as_str()));
    for (key, place) in loose_keys_in(&options.code) {
        if dynamic(&key) && !model.strings.has(&key) {
            report.error(Problem::new(
                place,
                format!("`{key}` looks like a string, and does not exist"),
                format!("Add it to a file in {MODEL}/ui, or correct the name."),
            ));
        }
    }
    for file in &model.string_files {
        for (key, line) in &file.keys {
            if !used.contains_key(key) && !dynamic(key) {
                report.warning(
                    Problem::new(
                        &file.file,
                        format!("nothing uses `{key}`"),
                        "Take it out, or name its prefix in checks/dynamic-keys.txt.",
                    )
                    .at(Some(*line)),
                );
            }
        }
    }
}

/// Keys written out in calls of `t`, `t_with` and `key`, and in `{{key}}` of an HTML template, with
/// one place each.
fn keys_in(folders: &[PathBuf]) -> BTreeMap<String, String> {
    let mut keys = found_in(
        folders,
        "rs",
        r#"\b(?:t|t_with|key)!?\(\s*"([a-z][A-Za-z0-9_.-]*)""#,
    );
    for (key, place) in found_in(folders, "html", r"\{\{([a-z]+-[a-z0-9-]+)\}\}") {
        keys.entry(key).or_insert(place);
    }
    keys
}

/// Everything else in the code that may be a key on its way to a call: texts in quotation marks
/// with a hyphen in them that are not the class or the id of an element.
fn loose_keys_in(folders: &[PathBuf]) -> BTreeMap<String, String> {
    found_in(
        folders,
        "rs",
        r#"(?m)(?:^|[^=a-z])\s*"([a-z]+(?:-[a-zA-Z0-9]+)+)""#,
    )
}

fn found_in(folders: &[PathBuf], ending: &str, pattern: &str) -> BTreeMap<String, String> {
    let pattern = Regex::new(pattern).expect("the pattern is written here");
    let mut files = Vec::new();
    for folder in folders {
        source_files(folder, ending, &mut files);
    }
    files.sort();
    let mut keys = BTreeMap::new();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        for found in pattern.captures_iter(&text) {
            if let Some(key) = found.get(1) {
                let line = crate::problem::line_of(&text, key.start());
                keys.entry(key.as_str().to_owned())
                    .or_insert_with(|| format!("{}:{line}", file.display()));
            }
        }
    }
    keys
}

fn source_files(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            source_files(&path, ending, files);
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_with_their_keys() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let code = r#"view! { {t("urge-title")} {t_with("tried", a)} {i18n.key("plan.hint")} }
            t(
                "far"
            ); format("not-this"); t!("macro-key")"#;
        fs::write(folder.path().join("a.rs"), code).expect("it can be written");
        let page = "<p>{{site-exit}} {{lang}}</p>";
        fs::write(folder.path().join("a.html"), page).expect("it can be written");
        let keys: Vec<String> = keys_in(&[folder.path().to_owned()]).into_keys().collect();
        assert_eq!(
            keys,
            [
                "far",
                "macro-key",
                "plan.hint",
                "site-exit",
                "tried",
                "urge-title"
            ]
        );
    }

    #[test]
    fn a_key_on_its_way_to_a_call_is_found_and_a_class_is_not() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let code = r#"match a { B => "trouble-full", } <p class="plan-part">{begin("letter-a")}"#;
        fs::write(folder.path().join("a.rs"), code).expect("it can be written");
        let keys: Vec<String> = loose_keys_in(&[folder.path().to_owned()])
            .into_keys()
            .collect();
        assert_eq!(keys, ["letter-a", "trouble-full"]);
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Safe words and reading age over every text that a person reads.

use super::Report;
use crate::{
    Language, Library, Problem, Reading, SafeWords, fluent::wordings, problem::line_with,
    reading::reading_age,
};
use kindhold_care::Practice;
use std::collections::BTreeMap;

/// A formula for whole texts misjudges a few words; a paragraph has at least so many.
const PARAGRAPH_WORDS: usize = 10;

/// How much harder than the whole a single paragraph may be, in years.
const PARAGRAPH_SLACK: f64 = 1.0;

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    let none = SafeWords::default();
    let words = library.settings.safe_words.get(tag).unwrap_or(&none);
    if words.rules().is_empty() {
        report.error(Problem::new(
            format!("checks/safe-words.{tag}.toml"),
            "there are no safe words for this language",
            "Write the list before anybody reads the language; the English one shows how.",
        ));
    }
    for practice in &language.practices {
        let file = format!("{tag}/practices/{}.toml", practice.id.as_str());
        let texts = practice_texts(practice);
        safe(words, language, &file, &texts, report);
        let prose = texts.iter().skip(1).copied();
        age(tag, &file, Reading::Urge, prose, report);
    }
    for page in language.pages.values() {
        let file = format!("{tag}/pages/{}.toml", page.id);
        let units = page.texts();
        let texts: Vec<&str> = units.iter().map(|unit| unit.text).collect();
        safe(words, language, &file, &texts, report);
        let prose = units.iter().filter(|unit| unit.prose).map(|unit| unit.text);
        age(tag, &file, page.reading, prose, report);
    }
    strings(library, tag, language, words, report);
}

fn practice_texts(practice: &Practice) -> Vec<&str> {
    let mut texts = vec![practice.title.as_str(), &practice.offer];
    texts.extend(practice.why.values().map(String::as_str));
    texts.extend(practice.steps.iter().map(|step| step.text.as_str()));
    texts.extend(practice.half_minute.iter().map(String::as_str));
    texts.push(&practice.close);
    texts
}

fn strings(
    library: &Library,
    tag: &str,
    language: &Language,
    words: &SafeWords,
    report: &mut Report,
) {
    let urgent = |key: &str| {
        library
            .settings
            .urge_path
            .iter()
            .any(|prefix| key.starts_with(prefix.as_str()))
    };
    let mut documents: BTreeMap<(&str, bool), Vec<String>> = BTreeMap::new();
    for file in &language.string_files {
        for (key, _) in &file.keys {
            let Some(pattern) = language.strings.0.get(key) else {
                continue;
            };
            let said = wordings(pattern);
            let texts: Vec<&str> = said.iter().map(String::as_str).collect();
            safe(words, language, &file.file, &texts, report);
            // Labels of two or three words are no sentences; a formula for prose misjudges them.
            let prose = said
                .into_iter()
                .filter(|text| super::practices::words(text) > 3);
            documents
                .entry((&file.file, urgent(key)))
                .or_default()
                .extend(prose);
        }
    }
    for ((file, urgent), texts) in documents {
        let reading = if urgent {
            Reading::Urge
        } else {
            Reading::General
        };
        age(tag, file, reading, texts.iter().map(String::as_str), report);
    }
}

fn safe(words: &SafeWords, language: &Language, file: &str, texts: &[&str], report: &mut Report) {
    let raw = language.raw.get(file).map_or("", String::as_str);
    for text in texts {
        for finding in words.find(text) {
            let line = line_with(raw, text).or_else(|| line_with(raw, &finding.words));
            report.error(
                Problem::new(
                    file,
                    format!("`{}` is not said here: {}", finding.words, finding.reason),
                    finding.instead,
                )
                .at(line),
            );
        }
    }
}

fn age<'a>(
    tag: &str,
    file: &str,
    reading: Reading,
    texts: impl Iterator<Item = &'a str>,
    report: &mut Report,
) {
    let limit = reading.limit();
    let part = match reading {
        Reading::Urge => "what is read at an urge",
        Reading::General => "other text",
    };
    let texts: Vec<&str> = texts.collect();
    let mut too_hard = |what: &str, age: f64, limit: f64| {
        report.error(Problem::new(
            file,
            format!("one has to be {age:.1} years old to read {what}; {part} allows {limit}"),
            "Shorter sentences, shorter words.",
        ));
    };
    if let Some(age) = reading_age(tag, texts.iter().copied()).filter(|age| *age > limit) {
        too_hard("it", age, limit);
    }
    // An easy page may not hide one hard paragraph.
    for text in &texts {
        let long = super::practices::words(text) >= PARAGRAPH_WORDS;
        let age = reading_age(tag, [*text]).filter(|age| long && *age > limit + PARAGRAPH_SLACK);
        if let Some(age) = age {
            let begin: String = text.chars().take(40).collect();
            too_hard(&format!("“{begin}…”"), age, limit + PARAGRAPH_SLACK);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Safe words and reading age over every text that a person reads.

use super::{Report, severity_in};
use crate::{
    Language, Library, Problem, Reading, SafeWords, TextUnit,
    article::Allow,
    block::{label, prose},
    fluent::wordings,
    problem::line_with,
    reading::reading_age,
};
use kindhold_care::Practice;
use std::{collections::BTreeMap, fmt::Write as _};

/// A formula for whole texts misjudges a few words; a paragraph has at least so many.
const PARAGRAPH_WORDS: usize = 10;

/// How much harder than the whole a single paragraph may be, in years.
const PARAGRAPH_SLACK: f64 = 1.0;

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    let none = SafeWords::default();
    let words = library.settings.safe_words.get(tag).unwrap_or(&none);
    if words.rules().is_empty() {
        let severity = severity_in(library, tag);
        report.add(
            severity,
            Problem::new(
                format!("checks/safe-words.{tag}.toml"),
                "there are no safe words for this language",
                "Write the list before anybody reads the language; the English one shows how.",
            ),
        );
    }
    for document in documents(tag, language) {
        // What nobody has translated is English, and is held there.
        if language.is_english(&document.file) {
            continue;
        }
        safe(
            words,
            language,
            &document.file,
            document.units.iter().map(|unit| unit.text),
            document.allow,
            report,
        );
        let prose = document.units.iter().filter(|unit| unit.prose);
        let prose: Vec<String> = prose.map(TextUnit::spoken).collect();
        let prose = prose.iter().map(String::as_str);
        age(tag, &document.file, document.reading, prose, report);
    }
    strings(library, tag, language, words, report);
}

/// Something that a person reads as one text.
struct Document<'a> {
    file: String,
    reading: Reading,
    units: Vec<TextUnit<'a>>,
    allow: &'a [Allow],
}

fn documents<'a>(tag: &str, language: &'a Language) -> Vec<Document<'a>> {
    let at = |folder: &str, id: &str| format!("{tag}/{folder}/{id}.toml");
    let mut documents = Vec::new();
    for practice in &language.practices {
        documents.push(Document {
            file: at("practices", practice.id.as_str()),
            reading: Reading::Urge,
            units: practice_texts(practice),
            allow: &[],
        });
    }
    for page in language.pages.values() {
        documents.push(Document {
            file: at("pages", &page.id),
            reading: page.reading,
            units: page.texts(),
            allow: &[],
        });
    }
    for (collection, articles) in &language.articles {
        documents.extend(articles.iter().map(|article| Document {
            file: at(collection.folder(), &article.id),
            reading: Reading::General,
            units: article.texts(),
            allow: &article.allow,
        }));
    }
    documents.extend(language.programme.iter().map(|step| Document {
        file: at("programme", &step.id),
        reading: Reading::General,
        units: step.texts(),
        allow: &step.allow,
    }));
    documents
}

fn practice_texts(practice: &Practice) -> Vec<TextUnit<'_>> {
    let mut texts = vec![label(&practice.title), prose(&practice.offer)];
    texts.extend(practice.why.values().map(|why| prose(why)));
    texts.extend(practice.steps.iter().map(|step| prose(&step.text)));
    texts.extend(practice.half_minute.iter().map(|line| prose(line)));
    texts.push(prose(&practice.close));
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
            let texts = said.iter().map(String::as_str);
            safe(words, language, &file.file, texts, &[], report);
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

fn safe<'a>(
    words: &SafeWords,
    language: &Language,
    file: &str,
    texts: impl Iterator<Item = &'a str>,
    allow: &[Allow],
    report: &mut Report,
) {
    let raw = language.raw.get(file).map_or("", String::as_str);
    for text in texts {
        for finding in words.find_but(text, allow) {
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
    let errors = &mut report.errors;
    let mut too_hard = |what: &str, age: f64, limit: f64| {
        errors.push(Problem::new(
            file,
            format!("one has to be {age:.1} years old to read {what}; {part} allows {limit}"),
            "Shorter sentences, shorter words.",
        ));
    };
    let whole = reading_age(tag, texts.iter().copied());
    if let Some(age) = whole.filter(|age| *age > limit) {
        too_hard("it", age, limit);
    }
    if let Some(age) = whole {
        // Writing into a String does not fail.
        let _ = writeln!(report.ages, "{age:>5.1} of {limit:<3} {file}");
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

// SPDX-License-Identifier: Apache-2.0
//! The folder of one language. English is read as it stands; every other language puts its words into
//! the structure of English ([`merge`](crate::merge)).

use super::{Folder, Kind, MODEL, stem, toml_problem};
use crate::{
    Article, Collection, Coverage, Language, Page, Problem, Step,
    catalogue::Catalogue,
    fluent,
    merge::{SAME_WORDS, merge},
};
use kindhold_care::Practice;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What the model language has, for the others to be merged with.
#[derive(Default)]
pub(super) struct Originals {
    /// Each file's content, by folder and name: `practices`, `carry-water.toml`.
    files: BTreeMap<(&'static str, String), Table>,
    strings: Option<Catalogue>,
}

/// Something that lies in a file of its own, named by its id.
trait Filed: DeserializeOwned {
    fn id(&self) -> &str;
}

impl Filed for Practice {
    fn id(&self) -> &str {
        self.id.as_str()
    }
}

macro_rules! filed {
    ($($kind:ty),*) => {$(
        impl Filed for $kind {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )*};
}
filed!(Page, Article, Step);

impl Folder<'_> {
    pub(super) fn language(&mut self, tag: &str, originals: &mut Originals) -> Language {
        let mut language = Language {
            practices: Vec::new(),
            ..Language::default()
        };
        language.practices = self.all(tag, "practices", originals, &mut language);
        language.practices.sort_by(|a, b| a.id.cmp(&b.id));
        let pages: Vec<Page> = self.all(tag, "pages", originals, &mut language);
        language.pages = pages.into_iter().map(|p| (p.id.clone(), p)).collect();
        for collection in Collection::ALL {
            let folder = collection.folder();
            let mut articles: Vec<Article> = self.all(tag, folder, originals, &mut language);
            articles.sort_by(|a, b| (a.place(), &a.id).cmp(&(b.place(), &b.id)));
            language.articles.insert(collection, articles);
        }
        language.programme = self.all(tag, "programme", originals, &mut language);
        language.programme.sort_by_key(|step: &Step| step.number);
        self.strings(tag, originals, &mut language);
        let finder = format!("{tag}/search.toml");
        if self.root.join(&finder).exists()
            && let Some((read, text)) = self.toml(&finder)
        {
            language.finder = read;
            language.raw.insert(finder, text);
        }
        language
    }

    /// Everything of one kind.
    fn all<T: Filed>(
        &mut self,
        tag: &str,
        kind: &'static str,
        originals: &mut Originals,
        language: &mut Language,
    ) -> Vec<T> {
        let names = self.names(&format!("{tag}/{kind}"), Kind::File("toml"));
        if tag == MODEL || originals.strings.is_none() {
            let read = names
                .iter()
                .filter_map(|name| self.original(tag, kind, name, originals, language));
            return read.collect();
        }
        let known: Vec<String> = originals
            .files
            .keys()
            .filter(|(of, _)| *of == kind)
            .map(|(_, name)| name.clone())
            .collect();
        for name in names.iter().filter(|name| !known.contains(name)) {
            self.faults.push(Problem::new(
                format!("{tag}/{kind}/{name}"),
                "there is no English original of that name",
                "Check the name; what a language has comes from the English original.",
            ));
        }
        let mut coverage = Coverage::default();
        let read = known
            .iter()
            .filter_map(|name| {
                let original = originals.files.get(&(kind, name.clone()))?;
                let is_there = names.contains(name);
                let (thing, found) =
                    self.translated(tag, kind, name, original, is_there, language)?;
                coverage.add(found);
                // At the worst moment nobody is handed another language: a practice that waits for its words is left out.
                (is_there || kind != "practices").then_some(thing)
            })
            .collect();
        language.coverage.insert(kind, coverage);
        read
    }

    fn original<T: Filed>(
        &mut self,
        tag: &str,
        kind: &'static str,
        name: &str,
        originals: &mut Originals,
        language: &mut Language,
    ) -> Option<T> {
        let file = format!("{tag}/{kind}/{name}");
        let (thing, text) = self.toml::<T>(&file)?;
        self.id_fault(&file, &text, thing.id(), stem(name));
        if let Ok(table) = text.parse::<Table>() {
            originals.files.insert((kind, name.to_owned()), table);
        }
        language.raw.insert(file, text);
        Some(thing)
    }

    fn translated<T: Filed>(
        &mut self,
        tag: &str,
        kind: &str,
        name: &str,
        original: &Table,
        is_there: bool,
        language: &mut Language,
    ) -> Option<(T, Coverage)> {
        let file = format!("{tag}/{kind}/{name}");
        let text = if is_there { self.text(&file) } else { None };
        let words = text.as_deref().map(str::parse::<Table>);
        let words = match words {
            Some(Ok(words)) => Some(words),
            Some(Err(error)) => {
                let text = text.as_deref().unwrap_or_default();
                self.faults.push(toml_problem(&file, text, &error));
                None
            }
            None => {
                language.english.insert(file.clone());
                None
            }
        };
        let merged = merge(&file, tag, original, words.as_ref());
        for fault in merged.faults {
            self.faults.push(Problem::new(
                &file,
                fault,
                "A translation holds words alone, in the order of the English file; docs/translating.md says how.",
            ));
        }
        language.raw.insert(file.clone(), text.unwrap_or_default());
        match T::deserialize(Value::Table(merged.table)) {
            Ok(thing) => Some((thing, merged.coverage)),
            Err(error) => {
                self.faults.push(Problem::new(
                    &file,
                    error.message().to_owned(),
                    "Compare it with the English file.",
                ));
                None
            }
        }
    }

    /// Interface strings. What a language has not said yet is said in English.
    fn strings(&mut self, tag: &str, originals: &mut Originals, language: &mut Language) {
        let mut files = Vec::new();
        for name in self.names(&format!("{tag}/ui"), Kind::File("ftl")) {
            let file = format!("{tag}/ui/{name}");
            if let Some(text) = self.text(&file) {
                files.push((file, text));
            }
        }
        let (strings, listed, problems) = fluent::compile(&files);
        language.strings = strings;
        language.string_files = listed;
        language.raw.extend(files);
        self.faults.extend(problems);
        let Some(model) = originals.strings.as_ref().filter(|_| tag != MODEL) else {
            originals.strings = Some(language.strings.clone());
            return;
        };
        let mut coverage = Coverage::default();
        for (key, pattern) in &model.0 {
            let said = fluent::wordings(pattern).concat();
            let own = language.strings.0.get(key);
            // Still as in a skeleton.
            let same = own == Some(pattern) && said.split_whitespace().count() > SAME_WORDS;
            let is_there = own.is_some();
            coverage.count(&format!("{tag}/ui"), key, &said, is_there && !same);
            if !is_there {
                language.strings.0.insert(key.clone(), pattern.clone());
            }
        }
        language.coverage.insert("ui", coverage);
    }
}

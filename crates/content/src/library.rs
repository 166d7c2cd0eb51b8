// SPDX-License-Identifier: Apache-2.0
use crate::{
    Article, Collection, Coverage, Page, Problem, SafeWords, Scope, Step, Tongue,
    catalogue::Catalogue,
};
use kindhold_care::{Line, Practice, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Everything in the content folder, as it was read. What could not be read is in `faults`, and
/// the rest is there all the same, so that one wrong file does not hide the next.
#[derive(Debug, Default)]
pub struct Library {
    /// Languages by their BCP 47 tag, for example `en`.
    pub languages: BTreeMap<String, Language>,
    /// What is known of languages besides their words, by tag.
    pub tongues: BTreeMap<String, Tongue>,
    /// The bibliography, by key.
    pub sources: BTreeMap<String, Source>,
    /// Crisis lines by country: an ISO code in upper case, or `INTERNATIONAL`.
    pub lines: BTreeMap<String, Country>,
    /// Lists that the check works with.
    pub settings: Settings,
    /// What could not be read, with file and line.
    pub faults: Vec<Problem>,
}

impl Library {
    /// Whether somebody has only begun to translate this language.
    #[must_use]
    pub fn is_begun(&self, tag: &str) -> bool {
        self.tongues
            .get(tag)
            .is_some_and(|tongue| tongue.scope == Scope::Begun)
    }

    /// What people are given: languages that are only begun are not.
    #[must_use]
    pub fn published(mut self) -> Self {
        let (begun, tongues) = self
            .tongues
            .into_iter()
            .partition::<BTreeMap<_, _>, _>(|(_, tongue)| tongue.scope == Scope::Begun);
        self.languages.retain(|tag, _| !begun.contains_key(tag));
        self.tongues = tongues;
        self
    }
}

/// One language's part of the content.
#[derive(Debug, Default)]
pub struct Language {
    /// Practices in the order of their ids.
    pub practices: Vec<Practice>,
    /// Pages by id.
    pub pages: BTreeMap<String, Page>,
    /// The library, the supporters' track and the counsellor's guide, each in its order.
    pub articles: BTreeMap<Collection, Vec<Article>>,
    /// The programme, in its order.
    pub programme: Vec<Step>,
    /// How much of the English original is said in this language; for English, all of it.
    pub coverage: BTreeMap<&'static str, Coverage>,
    /// Files that are not translated and stand in English, from the content folder downwards.
    pub english: BTreeSet<String>,
    /// Words by which articles are found, besides their own.
    pub finder: Finder,
    /// All interface strings, compiled.
    pub strings: Catalogue,
    /// Where each string came from.
    pub string_files: Vec<StringFile>,
    /// Text of every file read, by its path, for line numbers in reports.
    pub(crate) raw: BTreeMap<String, String>,
}

/// What the search knows besides the words of the articles: `<language>/search.toml`. Nobody reads it;
/// so it may hold words that no text may say.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Finder {
    /// Words that people type, each with the ids of articles that are about it.
    pub alias: BTreeMap<String, Vec<String>>,
    /// Beginnings of words, or several words, at which the way to a person is shown first.
    pub urgent: Vec<String>,
}

/// One file of interface strings.
#[derive(Debug, Default, Clone)]
pub struct StringFile {
    /// Its path from the content folder downwards.
    pub file: String,
    /// The keys it defines, each with its line.
    pub keys: Vec<(String, usize)>,
}

/// The crisis lines of one country.
#[derive(Debug, Clone, Default)]
pub struct Country {
    /// The file's path from the content folder downwards.
    pub file: String,
    /// In the order in which they are shown: emergency first.
    pub lines: Vec<Line>,
    pub(crate) raw: String,
}

/// Lists in `content/checks` that the check works with.
#[derive(Debug, Default)]
pub struct Settings {
    /// Safe words by language.
    pub safe_words: BTreeMap<String, SafeWords>,
    /// Keys that code puts together at run time, by prefix.
    pub dynamic_keys: Vec<String>,
    /// Strings on the path of an urge, by prefix of their key.
    pub urge_path: Vec<String>,
}

impl Library {
    /// The name of a language in itself, or its tag.
    #[must_use]
    pub fn name_of<'a>(&'a self, tag: &'a str) -> &'a str {
        self.tongues.get(tag).map_or(tag, |tongue| &tongue.name)
    }
}

impl Language {
    /// The articles of a collection.
    #[must_use]
    pub fn collection(&self, collection: Collection) -> &[Article] {
        self.articles.get(&collection).map_or(&[], Vec::as_slice)
    }

    /// Whether a file of this language stands in English, because nobody has translated it.
    #[must_use]
    pub fn is_english(&self, file: &str) -> bool {
        self.english.contains(file)
    }
}

impl Country {
    /// The emergency lines of the country, in their order.
    pub fn emergency(&self) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(|line| line.kind == kindhold_care::LineKind::Emergency)
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{Page, Problem, SafeWords, catalogue::Catalogue};
use kindhold_care::{Line, Practice};
use std::collections::BTreeMap;

/// Everything in the content folder, as it was read. What could not be read is in `faults`, and
/// the rest is there all the same, so that one wrong file does not hide the next.
#[derive(Debug, Default)]
pub struct Library {
    /// Languages by their BCP 47 tag, for example `en`.
    pub languages: BTreeMap<String, Language>,
    /// Crisis lines by country: an ISO code in upper case, or `INTERNATIONAL`.
    pub lines: BTreeMap<String, Country>,
    /// Lists that the check works with.
    pub settings: Settings,
    /// What could not be read, with file and line.
    pub faults: Vec<Problem>,
}

/// One language's part of the content.
#[derive(Debug, Default)]
pub struct Language {
    /// Practices in the order of their ids.
    pub practices: Vec<Practice>,
    /// Pages by id.
    pub pages: BTreeMap<String, Page>,
    /// All interface strings, compiled.
    pub strings: Catalogue,
    /// Where each string came from.
    pub string_files: Vec<StringFile>,
    /// Text of every file read, by its path, for line numbers in reports.
    pub(crate) raw: BTreeMap<String, String>,
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

impl Country {
    /// The emergency lines of the country, in their order.
    pub fn emergency(&self) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(|line| line.kind == kindhold_care::LineKind::Emergency)
    }
}

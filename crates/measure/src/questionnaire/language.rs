// SPDX-License-Identifier: Apache-2.0
//! Words in the language that is wanted, by the `translation` extension:
//! <https://hl7.org/fhir/R4/extension-translation.html>.

use super::json::{extensions, list, text};
use serde_json::Value;

const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";

/// Which language is wanted, and which the file is in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) tag: &'a str,
    pub(crate) written: &'a str,
}

impl Wanted<'_> {
    /// What `key` says, in this language where there is a translation, else as it is written.
    pub(crate) fn words(&self, of: &Value, key: &str) -> String {
        let own = text(of, key);
        if self.written.eq_ignore_ascii_case(self.tag) {
            return own.to_owned();
        }
        let translations = of.get(format!("_{key}")).map_or(&[][..], translated);
        let exact = translations
            .iter()
            .find(|t| language(t).eq_ignore_ascii_case(self.tag));
        let close = || {
            let same_written = !self.written.is_empty() && same(self.written, self.tag);
            (!same_written)
                .then(|| translations.iter().find(|t| same(language(t), self.tag)))
                .flatten()
        };
        exact
            .or_else(close)
            .map(content)
            .filter(|words| !words.is_empty())
            .unwrap_or(own)
            .to_owned()
    }
}

fn translated(beside: &Value) -> &[Value] {
    list(beside, "extension")
}

fn part<'v>(extension: &'v Value, name: &'static str) -> Option<&'v Value> {
    (text(extension, "url") == TRANSLATION)
        .then(|| extensions(extension, name).next())
        .flatten()
}

fn language(extension: &Value) -> &str {
    part(extension, "lang").map_or("", |lang| text(lang, "valueCode"))
}

fn content(extension: &Value) -> &str {
    part(extension, "content").map_or("", |content| {
        let words = text(content, "valueString");
        if words.is_empty() {
            text(content, "valueMarkdown")
        } else {
            words
        }
    })
}

/// Whether two tags name one language: the part before the first hyphen.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let first = |tag: &str| {
        tag.split(['-', '_'])
            .next()
            .unwrap_or("")
            .to_ascii_lowercase()
    };
    !a.is_empty() && first(a) == first(b)
}

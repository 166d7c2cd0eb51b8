// SPDX-License-Identifier: Apache-2.0
//! What the search works on, in the browser and with no network: each article's words, folded.

use crate::articles::path;
use kindhold_content::{Article, Collection, Language, TextUnit};
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything that can be found in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Index<'a> {
    /// The articles of every collection.
    pub entries: Vec<Entry<'a>>,
    /// Words that nobody would find in a title, each with the addresses they are about.
    pub aliases: Vec<(String, Vec<String>)>,
    /// Beginnings of words at which the way to a person is shown first.
    pub urgent: Vec<String>,
}

/// One article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry<'a> {
    /// Its address.
    pub path: String,
    /// Its title.
    pub title: &'a str,
    /// What the reader gets from it.
    pub lead: &'a str,
    /// The folded words of its headings.
    pub heads: String,
    /// The folded words of all the rest, each once.
    pub body: String,
}

impl<'a> Index<'a> {
    /// The index of a language.
    #[must_use]
    pub fn of(tag: &str, language: &'a Language) -> Self {
        let finder = &language.finder;
        let of = |collection: Collection| {
            let articles = language.collection(collection).iter();
            articles.map(move |article| entry(tag, collection, article))
        };
        let address = |id: &String| {
            Collection::ALL.into_iter().find_map(|collection| {
                let mut articles = language.collection(collection).iter();
                articles
                    .any(|a| a.id == *id)
                    .then(|| path(tag, collection, id))
            })
        };
        Self {
            entries: Collection::ALL.into_iter().flat_map(of).collect(),
            aliases: finder
                .alias
                .iter()
                .map(|(word, ids)| (folded(word), ids.iter().filter_map(address).collect()))
                .collect(),
            urgent: finder.urgent.iter().map(|word| folded(word)).collect(),
        }
    }
}

fn entry<'a>(tag: &str, collection: Collection, article: &'a Article) -> Entry<'a> {
    let heads = article.sections.iter().map(|s| s.title.as_str());
    let texts = article.texts();
    Entry {
        path: path(tag, collection, &article.id),
        title: &article.title,
        lead: &article.lead,
        heads: words(heads),
        body: words(texts.iter().map(TextUnit::spoken)),
    }
}

/// The words of texts, each once, folded.
fn words(texts: impl Iterator<Item = impl AsRef<str>>) -> String {
    let all: BTreeSet<String> = texts
        .flat_map(|text| {
            let text = folded(text.as_ref());
            text.split(' ').map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| word.len() > 1)
        .collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
}

/// Lower case, accents off, everything that is neither a letter nor a digit a space: the same as
/// `fold` in `search.js`.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => "a",
            'ç' => "c",
            'è' | 'é' | 'ê' | 'ë' => "e",
            'ì' | 'í' | 'î' | 'ï' => "i",
            'ñ' => "n",
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => "o",
            'ù' | 'ú' | 'û' | 'ü' => "u",
            'ÿ' | 'ý' => "y",
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            // Apostrophes part words in French and stand inside them in English: nobody types them.
            '\'' | '’' => "",
            c if c.is_alphanumeric() => {
                out.push(c);
                continue;
            }
            _ => " ",
        };
        if plain != " " || !out.ends_with(' ') {
            out.push_str(plain);
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_typed() {
        assert_eq!(folded("Qu’est-ce  que ÇA fait?"), "quest ce que ca fait");
        assert_eq!(folded("Größe & Straße"), "grosse strasse");
        assert_eq!(words(["See the lines", "the see"].iter()), "lines see the");
    }
}

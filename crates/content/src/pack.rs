// SPDX-License-Identifier: Apache-2.0
use crate::{
    Article, Collection, Language, Library, TextUnit,
    bundle::{Articles, Programme},
    catalogue::{Catalogue, Part},
    reading::reading_age,
    search::{Entry, Index, folded},
};
use kindhold_care::Source;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the app loads for one language: JSON files by their name, the same bytes for the same content.
///
/// `practices`: an array of [`kindhold_care::Practice`], by id. `strings`: a
/// [`Catalogue`](crate::catalogue::Catalogue). `lines`: arrays of [`kindhold_care::Line`] by country,
/// emergency first. `library`, `supporters`, `guide`: [`Articles`]. `programme`: [`Programme`].
/// `search`: [`Index`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack(pub BTreeMap<&'static str, Vec<u8>>);

/// Why a pack could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// There is no such language in the folder.
    #[error("there is no content in the language `{0}`")]
    NoSuchLanguage(String),
    /// A value that JSON cannot hold.
    #[error("the content cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Writes the files of one language.
///
/// # Errors
/// [`PackError`] when there is no such language.
pub fn pack(library: &Library, tag: &str) -> Result<Pack, PackError> {
    let language = library
        .languages
        .get(tag)
        .ok_or_else(|| PackError::NoSuchLanguage(tag.to_owned()))?;
    let lines: BTreeMap<_, _> = library
        .lines
        .iter()
        .map(|(code, country)| (code, &country.lines))
        .collect();
    let mut files = BTreeMap::from([
        ("practices", json(&language.practices)?),
        ("strings", json(&strings(language))?),
        ("lines", json(&lines)?),
        ("programme", json(&programme(library, tag, language))?),
        ("search", json(&Index::of(tag, language))?),
    ]);
    for collection in Collection::ALL {
        let articles = articles(library, tag, language, collection);
        files.insert(collection.key(), json(&articles)?);
    }
    Ok(Pack(files))
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, PackError> {
    Ok(serde_json::to_vec(value)?)
}

/// The strings. Where all practices stand, it is said whether somebody has reviewed them; worked out here, so
/// that what a phone loads first is no heavier for it.
fn strings(language: &Language) -> Catalogue {
    let mut strings = language.strings.clone();
    let practices = &language.practices;
    let unread = practices
        .iter()
        .filter(|p| p.reviewed_by.is_empty())
        .count();
    let key = match unread {
        0 => return strings,
        n if n == practices.len() => "practices-not-reviewed",
        _ => "practices-partly-reviewed",
    };
    let said = strings.0.get(key).cloned().unwrap_or_default();
    if let Some(lead) = strings.0.get_mut("practices-lead") {
        lead.0.push(Part::Text(" ".into()));
        lead.0.extend(said.0);
    }
    strings
}

/// Those sources alone that are named.
fn sources<'a>(
    library: &Library,
    keys: impl Iterator<Item = &'a String>,
) -> BTreeMap<String, Source> {
    let named = keys.filter_map(|key| Some((key.clone(), library.sources.get(key)?.clone())));
    named.collect()
}

/// The ids of what stands in English.
fn english<'a>(
    tag: &str,
    language: &Language,
    folder: &str,
    ids: impl Iterator<Item = &'a String>,
) -> Vec<String> {
    ids.filter(|id| language.is_english(&format!("{tag}/{folder}/{id}.toml")))
        .cloned()
        .collect()
}

fn articles(library: &Library, tag: &str, language: &Language, collection: Collection) -> Articles {
    let articles = language.collection(collection);
    Articles {
        sources: sources(library, articles.iter().flat_map(|a| &a.sources)),
        english: english(
            tag,
            language,
            collection.folder(),
            articles.iter().map(|a| &a.id),
        ),
        ages: articles
            .iter()
            .filter_map(|a| {
                let file = format!("{tag}/{}/{}.toml", collection.folder(), a.id);
                let tag = if language.is_english(&file) {
                    "en"
                } else {
                    tag
                };
                Some((a.id.clone(), age(tag, &a.texts())?))
            })
            .collect(),
        articles: articles.to_vec(),
    }
}

/// How old one has to be to read a text, in whole years.
#[must_use]
pub fn age(tag: &str, texts: &[TextUnit<'_>]) -> Option<u8> {
    let prose = texts.iter().filter(|unit| unit.prose);
    let prose: Vec<String> = prose.map(TextUnit::spoken).collect();
    reading_age(tag, prose.iter().map(String::as_str)).map(|age| age.round() as u8)
}

fn programme(library: &Library, tag: &str, language: &Language) -> Programme {
    let steps = &language.programme;
    Programme {
        sources: sources(library, steps.iter().flat_map(|s| &s.sources)),
        english: english(tag, language, "programme", steps.iter().map(|s| &s.id)),
        steps: steps.clone(),
    }
}

impl Index {
    /// The index of a language.
    #[must_use]
    pub fn of(tag: &str, language: &Language) -> Self {
        let finder = &language.finder;
        let all = Collection::ALL.into_iter().flat_map(|collection| {
            let articles = language.collection(collection).iter();
            articles.map(move |article| (collection, article))
        });
        let all: Vec<(Collection, &Article)> = all.collect();
        let address = |id: &String| {
            let found = all.iter().find(|(_, article)| article.id == *id);
            found.map(|(collection, article)| collection.path(tag, &article.id))
        };
        Self {
            entries: all
                .iter()
                .map(|(collection, article)| entry(tag, *collection, article))
                .collect(),
            aliases: finder
                .alias
                .iter()
                .map(|(word, ids)| (folded(word), ids.iter().filter_map(address).collect()))
                .collect(),
            urgent: finder.urgent.iter().map(|word| folded(word)).collect(),
        }
    }
}

fn entry(tag: &str, collection: Collection, article: &Article) -> Entry {
    let heads = article.sections.iter().map(|s| s.title.clone());
    let texts = article.texts();
    Entry {
        path: collection.path(tag, &article.id),
        title: article.title.clone(),
        lead: article.lead.clone(),
        heads: words(heads),
        body: words(texts.iter().map(crate::TextUnit::spoken)),
    }
}

/// The words of texts, each once, folded.
fn words(texts: impl Iterator<Item = String>) -> String {
    let all: BTreeSet<String> = texts
        .flat_map(|text| {
            let text = folded(&text);
            text.split(' ').map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| word.len() > 1)
        .collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
}

// SPDX-License-Identifier: Apache-2.0
use crate::site::{File, Site};
use kindhold_content::{
    Collection, Plurals, SafeWords,
    bundle::Articles,
    catalogue::{Arg, Catalogue},
    search::Index,
};
use kindhold_pages::QUESTIONS;
use std::{collections::BTreeMap, sync::OnceLock};

/// Everything that is said around questions, in each language of the site.
pub(super) struct Languages(BTreeMap<String, Language>);

/// One of them.
pub(super) struct Language {
    tag: String,
    strings: Catalogue,
    plurals: Plurals,
    /// Titles by collection and id.
    titles: BTreeMap<(String, String), String>,
    index: Index,
    around: &'static File,
    words: &'static File,
    safe: OnceLock<SafeWords>,
}

impl Languages {
    /// Those of a site; `None` when it has none, as in a program built without one.
    pub(super) fn of(site: Site) -> Option<Self> {
        let all = site.below("/.questions/").filter_map(|file| {
            let tag = file.path.strip_prefix("/.questions/")?;
            Some((tag.to_owned(), Language::of(site, tag, file)?))
        });
        let all: BTreeMap<String, Language> = all.collect();
        (!all.is_empty()).then_some(Self(all))
    }

    pub(super) fn get(&self, tag: &str) -> Option<&Language> {
        self.0.get(tag)
    }
}

impl Language {
    fn of(site: Site, tag: &str, around: &'static File) -> Option<Self> {
        let data = |name: &str| Some(site.file(&format!("/data/{tag}/{name}.json"))?.plain);
        let mut titles = BTreeMap::new();
        for collection in Collection::ALL {
            let articles: Articles = serde_json::from_slice(data(collection.key())?).ok()?;
            for article in articles.articles {
                titles.insert((collection.key().to_owned(), article.id), article.title);
            }
        }
        Some(Self {
            tag: tag.to_owned(),
            strings: serde_json::from_slice(data("strings")?).ok()?,
            plurals: Plurals::of(tag),
            titles,
            index: Index {
                entries: Vec::new(),
                ..serde_json::from_slice(data("search")?).ok()?
            },
            around,
            words: site.file(&format!("/.safe-words/{tag}"))?,
            safe: OnceLock::new(),
        })
    }

    pub(super) fn tag(&self) -> &str {
        &self.tag
    }

    pub(super) fn title(&self, collection: &str, id: &str) -> Option<&str> {
        let key = (collection.to_owned(), id.to_owned());
        self.titles.get(&key).map(String::as_str)
    }

    pub(super) fn t(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.strings
            .resolve(key, args, |n| self.plurals.category(n))
    }

    /// A whole page around what is drawn.
    pub(super) fn around(&self, main: &str) -> String {
        String::from_utf8_lossy(self.around.plain).replace(QUESTIONS, main)
    }

    pub(super) const fn policy(&self) -> Option<&'static str> {
        self.around.policy
    }

    /// Whether a text reads like somebody who may want to die, or sounds by the words of the search as if somebody
    /// were in danger now. A signpost, nothing more: nothing is kept of it and nobody is told.
    pub(super) fn sounds_urgent(&self, text: &str) -> bool {
        kindhold_signpost::shows(text) || self.index.find(text).urgent
    }

    /// The safe words, read when they are first wanted.
    pub(super) fn safe_words(&self) -> &SafeWords {
        self.safe.get_or_init(|| {
            let text = String::from_utf8_lossy(self.words.plain);
            // The build has read the same list; a list that cannot be read would let everything pass to
            // the moderator, who reads it anyway.
            SafeWords::parse(self.words.path, &text).unwrap_or_default()
        })
    }
}

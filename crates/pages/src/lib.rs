// SPDX-License-Identifier: Apache-2.0
//! The static pages: help before any lock, any script and any network.
//!
//! [`render`] turns content into files and nothing else: it reads no clock and no disk, and gives
//! the same bytes for the same content and day. Each page is whole in itself: its style is inside,
//! and nothing is loaded after it but `/page.js`, without which it is complete.

mod articles;
mod blocks;
mod budget;
mod emblem;
mod hours;
mod lines;
mod measures;
mod pages;
mod scene;
mod shell;
mod style;
mod text;
mod words;

pub use budget::{Size, budgets};
pub use pages::QUESTIONS;

use kindhold_content::{Date, Library};

/// Everything to serve, in the order of the paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The files.
    pub files: Vec<SiteFile>,
}

/// One file to serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path, from `/`; a page's ends in `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// For the header of that name.
    pub content_type: &'static str,
    /// The page's own Content-Security-Policy, which names the hash of its style.
    pub csp: Option<String>,
}

impl Site {
    /// The file at a path.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&SiteFile> {
        self.files.iter().find(|file| file.path == path)
    }
}

fn script(path: &str, text: &str) -> SiteFile {
    SiteFile {
        path: path.into(),
        bytes: style::without_comments(text).into_bytes(),
        content_type: "text/javascript; charset=utf-8",
        csp: None,
    }
}

/// Renders every page of every language. `today` decides which crisis lines are marked as old.
#[must_use]
pub fn render(library: &Library, today: Date) -> Site {
    let mut files = vec![
        script("/page.js", include_str!("../script/page.js")),
        script("/search.js", include_str!("../script/search.js")),
    ];
    let first = library
        .languages
        .get_key_value("en")
        .or_else(|| library.languages.iter().next());
    for (tag, language) in &library.languages {
        let words = words::Words::new(tag, language);
        let site = pages::Pages {
            library,
            language,
            words: &words,
            today,
        };
        let is_first = first.is_some_and(|(name, _)| name == tag);
        files.extend(site.all(is_first));
        if is_first {
            files.extend(emblem::files(&words));
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Site { files }
}

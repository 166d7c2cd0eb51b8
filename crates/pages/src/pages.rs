// SPDX-License-Identifier: Apache-2.0
//! Which pages there are, and at which address.

use crate::{
    SiteFile, articles, blocks, lines, measures,
    shell::{self, Frame},
    words::Words,
};
use kindhold_content::{Article, Collection, Date, Language, Library, Page, Reading};
use maud::{Markup, PreEscaped, html};

/// Where the questions of readers are put in.
pub const QUESTIONS: &str = "<!--questions-->";

pub(crate) struct Pages<'a> {
    pub(crate) library: &'a Library,
    pub(crate) language: &'a Language,
    pub(crate) words: &'a Words<'a>,
    pub(crate) today: Date,
}

impl Pages<'_> {
    /// Every page of the language. The first language also has `/`, the neutral page and the page
    /// for addresses that do not exist.
    pub(crate) fn all(&self, first: bool) -> Vec<SiteFile> {
        let mut files = Vec::new();
        for page in self.language.pages.values() {
            if page.id == "measures" {
                if first {
                    files.push(measures::page(self.words, page));
                }
                continue;
            }
            let file = self.content_page(page);
            if first && page.id == "home" {
                files.push(SiteFile {
                    path: "/".into(),
                    ..file.clone()
                });
            }
            files.push(file);
        }
        for (collection, articles) in &self.language.articles {
            let pages = articles.iter();
            files.extend(pages.map(|article| self.article_page(*collection, article)));
        }
        for (code, country) in &self.library.lines {
            let name = lines::country_name(self.words, code);
            files.push(self.frame(
                lines::path(self.words, code),
                &name,
                Some(code),
                lines::country(self.words, code, country, self.today),
            ));
        }
        files.push(self.around_questions());
        if first {
            files.push(self.missing());
        }
        files
    }

    fn content_page(&self, page: &Page) -> SiteFile {
        let tag = self.words.tag();
        let path = if page.id == "home" {
            format!("/{tag}/")
        } else {
            format!("/{tag}/{}/", page.id)
        };
        let main = html! {
            (blocks::body(self, page))
            @if page.id == "lines" { (lines::index(self.library, self.words)) }
            @if let Some(collection) = articles::collection_of(&page.id) {
                (articles::index(self.words, self.language, collection))
            }
            (reviewed(self.words, page))
        };
        let frame = Frame {
            path,
            tab: page.tab.as_deref().unwrap_or(&page.title),
            country: None,
            urge: page.reading == Reading::Urge,
            manifest: match page.id.as_str() {
                "install" => Some("/manifest.webmanifest"),
                "install-plain" => Some("/manifest-plain.webmanifest"),
                _ => None,
            },
            script: (page.id == Collection::Library.key()).then_some("/search.js"),
            main,
        };
        shell::page(self.words, self.library, self.language, &frame)
    }

    fn article_page(&self, collection: Collection, article: &Article) -> SiteFile {
        let frame = Frame {
            path: collection.path(self.words.tag(), &article.id),
            // Nothing on a tab or in a history says what somebody was reading about.
            tab: &self.words.t(&format!("site-tab-{}", collection.key())),
            country: None,
            urge: false,
            manifest: None,
            script: None,
            main: self.article(collection, article),
        };
        shell::page(self.words, self.library, self.language, &frame)
    }

    /// What stands around the questions of readers: the program that serves puts them in the place of
    /// [`QUESTIONS`]. Not a page: its path begins with a dot, and it is never served as it is.
    pub(crate) fn around_questions(&self) -> SiteFile {
        let frame = Frame {
            path: format!("/.questions/{}", self.words.tag()),
            tab: &self.words.t("site-tab-library"),
            country: None,
            urge: false,
            manifest: None,
            script: None,
            main: PreEscaped(QUESTIONS.to_owned()),
        };
        let file = shell::page(self.words, self.library, self.language, &frame);
        SiteFile {
            content_type: "text/plain; charset=utf-8",
            csp: file
                .csp
                .map(|csp| csp.replace("form-action 'none'", "form-action 'self'")),
            ..file
        }
    }

    fn missing(&self) -> SiteFile {
        let title = self.words.t("site-missing-title");
        let main = html! {
            h1 { (title) }
            p { (self.words.t("site-missing-text")) }
        };
        self.frame("/404.html".into(), &title, None, main)
    }

    fn frame(&self, path: String, tab: &str, country: Option<&str>, main: Markup) -> SiteFile {
        let frame = Frame {
            path,
            tab,
            country,
            urge: true,
            manifest: None,
            script: None,
            main,
        };
        shell::page(self.words, self.library, self.language, &frame)
    }
}

/// Whether somebody has read the page critically: said on each, also when nobody has.
fn reviewed(words: &Words<'_>, page: &Page) -> Markup {
    let said = if page.reviewed_by.is_empty() {
        words.t("site-not-reviewed")
    } else {
        let names = page.reviewed_by.join(", ");
        words.t_with("site-reviewed", &[("names", names.into())])
    };
    html! { p.about.small { (said) } }
}

// SPDX-License-Identifier: Apache-2.0
//! The library, the supporters' track and the counsellor's guide: a page each, and the lists of them.

use crate::{blocks, pages::Pages, words::Words};
use kindhold_care::PracticeId;
use kindhold_content::{Article, Collection, Date, Language, Library, Shelf, age, catalogue::Arg};
use maud::{Markup, html};

/// The collection that a page is the list of.
pub(crate) fn collection_of(page: &str) -> Option<Collection> {
    Collection::ALL.into_iter().find(|c| c.key() == page)
}

/// The list of a collection, complete without script; with script it can be searched.
pub(crate) fn index(words: &Words<'_>, language: &Language, collection: Collection) -> Markup {
    let articles = language.collection(collection);
    html! {
        @if collection == Collection::Library {
            (search(words))
            div #shelves {
                @for shelf in Shelf::ALL {
                    section.way aria-labelledby=(shelf.key()) {
                        h2 id=(shelf.key()) { (words.t(&format!("shelf-{}", shelf.key()))) }
                        ul.doors {
                            @for article in articles.iter().filter(|a| a.shelf == Some(shelf)) {
                                (door(words, language, collection, article))
                            }
                        }
                    }
                }
            }
        } @else {
            ol.doors.numbered {
                @for article in articles { (door(words, language, collection, article)) }
            }
        }
    }
}

/// Shown by `search.js` once it runs.
fn search(words: &Words<'_>) -> Markup {
    html! {
        form #search role="search" hidden
            data-index={ "/data/" (words.tag()) "/search.json" }
            data-none=(words.t("search-none")) data-one=(words.t("search-one"))
            data-other=(words.t("search-other")) data-missing=(words.t("search-missing")) {
            label for="query" { (words.t("search-label")) }
            input #query type="search" autocomplete="off" autocapitalize="none" spellcheck="false";
            p #found .small.soft role="status" {}
            p #urgent .note.warm hidden {
                (words.t("search-urgent")) " "
                a href={ "/" (words.tag()) "/lines/" } { (words.t("site-emergency-door")) }
            }
            ul.doors #results {}
        }
    }
}

fn door(
    words: &Words<'_>,
    language: &Language,
    collection: Collection,
    article: &Article,
) -> Markup {
    let english = is_english(words, language, collection, &article.id);
    html! {
        li {
            a.door href=(collection.path(words.tag(), &article.id)) {
                span lang=[english.then_some("en")] { (article.title) }
                span.soft.small lang=[english.then_some("en")] { (article.lead) }
            }
        }
    }
}

fn is_english(words: &Words<'_>, language: &Language, collection: Collection, id: &str) -> bool {
    language.is_english(&format!(
        "{}/{}/{id}.toml",
        words.tag(),
        collection.folder()
    ))
}

impl Pages<'_> {
    /// What an article's page shows.
    pub(crate) fn article(&self, collection: Collection, article: &Article) -> Markup {
        let words = self.words;
        let english = is_english(words, self.language, collection, &article.id);
        let list = format!("/{}/{}/", words.tag(), collection.key());
        html! {
            p.small { a href=(list) { (words.t(&format!("site-{}", collection.key()))) } }
            @if english { p.note { (words.t("article-english")) } }
            article lang=[english.then_some("en")] {
                h1 {
                    @if collection != Collection::Library { (article.number) ". " }
                    (article.title)
                }
                p.lead { (article.lead) }
                (blocks::all(self, &article.blocks))
                @for section in &article.sections { (blocks::section(self, section)) }
            }
            (practices(words, self.language, &article.practices))
            // Shown by `page.js` where the operator takes questions.
            a.door #from-readers hidden href={ "/questions" (collection.path(words.tag(), &article.id)) } {
                span { (words.t("questions-door")) }
                span.soft.small { (words.t("questions-door-hint")) }
            }
            (self.onward(collection, article))
            (self.about(english, article))
        }
    }

    /// What comes after it: in a track the next step, in the library what is near.
    fn onward(&self, collection: Collection, article: &Article) -> Markup {
        let all = self.language.collection(collection);
        let (next, see) = collection.onward(all, article);
        html! {
            @if let Some(next) = next {
                h2 { (self.words.t("article-next")) }
                ul.doors { (door(self.words, self.language, collection, next)) }
            }
            @if !see.is_empty() {
                h2 { (self.words.t("article-see")) }
                ul.doors {
                    @for other in see { (door(self.words, self.language, collection, other)) }
                }
            }
        }
    }

    /// Who wrote it, when, who has reviewed it, how hard it is to read, where it comes from.
    fn about(&self, english: bool, article: &Article) -> Markup {
        let words = self.words;
        let tag = if english { "en" } else { words.tag() };
        let age = age(tag, &article.texts());
        let role = words.t(&format!("author-{}", article.author_role.key()));
        let day = |day: &str| -> Arg<'_> {
            let parsed: Option<Date> = day.parse().ok();
            parsed
                .map_or_else(|| day.to_owned(), |date| words.day(date))
                .into()
        };
        html! {
            footer.about.small {
                p {
                    (words.t_with("article-written", &[("role", role.into()), ("day", day(&article.updated))]))
                    " "
                    @match article.reviewed_on.as_deref() {
                        Some(on) => {
                            (words.t_with("article-reviewed", &[
                                ("names", article.reviewed_by.join(", ").into()), ("day", day(on)),
                            ]))
                        }
                        None => { (words.t("article-not-reviewed")) }
                    }
                    " "
                    (words.t_with("article-minutes", &[("n", article.minutes().into())]))
                    @if let Some(age) = age {
                        " " (words.t_with("article-reading-age", &[("n", age.into())]))
                    }
                }
                (bibliography(self.library, words, &article.sources))
            }
        }
    }
}

/// Practices that go with something, each opened in the app.
fn practices(words: &Words<'_>, language: &Language, ids: &[PracticeId]) -> Markup {
    let known = |id: &PracticeId| language.practices.iter().find(|p| p.id == *id);
    html! {
        @if !ids.is_empty() {
            h2 { (words.t("article-practices")) }
            ul.doors {
                @for practice in ids.iter().filter_map(known) {
                    li {
                        a.door href={ "/app/#practice=" (practice.id.as_str()) } {
                            span { (practice.title) }
                            span.soft.small { (practice.offer) }
                        }
                    }
                }
            }
        }
    }
}

fn bibliography(library: &Library, words: &Words<'_>, keys: &[String]) -> Markup {
    let found: Vec<_> = keys
        .iter()
        .filter_map(|key| library.sources.get(key))
        .cloned()
        .collect();
    if found.is_empty() {
        return Markup::default();
    }
    blocks::sources(words, &found)
}

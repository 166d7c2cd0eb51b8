// SPDX-License-Identifier: Apache-2.0
//! What every page has around its own words.

use crate::{SiteFile, style, words::Words};
use kindhold_content::{Language, Library};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Pages that the footer leads to, in its order.
const FOOTER: [&str; 12] = [
    "right-now",
    "already-decided",
    "it-happened",
    "lines",
    "for-someone",
    "about-kindness",
    "library",
    "supporters",
    "guide",
    "leaving",
    "about",
    "install",
];

/// What differs from page to page.
pub(crate) struct Frame<'a> {
    pub(crate) path: String,
    /// The tab's title.
    pub(crate) tab: &'a str,
    /// The country that the page is about, in lower case.
    pub(crate) country: Option<&'a str>,
    /// Somebody with an urge reads it: larger type.
    pub(crate) urge: bool,
    /// A manifest, on the two pages from which the app is installed.
    pub(crate) manifest: Option<&'static str>,
    /// A script besides `/page.js`, on the one page that needs it.
    pub(crate) script: Option<&'static str>,
    pub(crate) main: Markup,
}

/// A whole page.
pub(crate) fn page(
    words: &Words<'_>,
    library: &Library,
    language: &Language,
    frame: &Frame<'_>,
) -> SiteFile {
    let style = style::page_style();
    let tag = words.tag();
    let home = format!("/{tag}/");
    let markup = html! {
        (DOCTYPE)
        html lang=(tag) dir=(words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (frame.tab) }
                // Without this, browsers ask for /favicon.ico.
                link rel="icon" href="data:,";
                @if let Some(manifest) = frame.manifest { link rel="manifest" href=(manifest); }
                style { (PreEscaped(&style)) }
                script src="/page.js" defer {}
                @if let Some(script) = frame.script { script src=(script) defer {} }
            }
            body class=[frame.urge.then_some("urge")] {
                header.bar {
                    a.exit href="/measures/" rel="noreferrer" { (words.t("site-exit")) }
                    a.skip href="#main" { (words.t("site-skip")) }
                    @if frame.path != home && frame.path != "/" {
                        a.home href=(home) { (words.t("site-home")) }
                    }
                }
                main #main tabindex="-1" data-country=[frame.country.map(str::to_lowercase)] {
                    (frame.main)
                }
                footer {
                    nav aria-label=(words.t("site-footer")) {
                        ul {
                            @for id in FOOTER {
                                @let path = format!("/{tag}/{id}/");
                                @if path != frame.path && language.pages.contains_key(id) {
                                    li { a href=(path) { (words.t(&format!("site-{id}"))) } }
                                }
                            }
                            li { a href="/app/" { (words.t("site-app")) } }
                        }
                    }
                    (languages(words, library, frame))
                }
            }
        }
    };
    SiteFile {
        path: frame.path.clone(),
        bytes: markup.into_string().into_bytes(),
        content_type: "text/html; charset=utf-8",
        csp: Some(style::policy(&style)),
    }
}

/// The same page in the other languages, each by its own name.
fn languages(words: &Words<'_>, library: &Library, frame: &Frame<'_>) -> Markup {
    let own = format!("/{}/", words.tag());
    let rest = frame.path.strip_prefix(&own).unwrap_or_default();
    html! {
        @if library.languages.len() > 1 && !frame.path.ends_with(".html") {
            nav.languages aria-label=(words.t("site-languages")) {
                ul {
                    @for tag in library.languages.keys() {
                        @let name = library.name_of(tag);
                        li {
                            @if tag == words.tag() {
                                span aria-current="true" { (name) }
                            } @else {
                                a href={ "/" (tag) "/" (rest) } lang=(tag) hreflang=(tag) { (name) }
                            }
                        }
                    }
                }
            }
        }
    }
}

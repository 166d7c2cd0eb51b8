// SPDX-License-Identifier: Apache-2.0
//! What nobody has reviewed or checked says so wherever it is read, in every language that ships.

use kindhold_content::{
    Block, Collection, Freshness, Language, Library, catalogue::Catalogue, freshness, load, pack,
};
use kindhold_pages::{Site, render};
use std::{collections::BTreeMap, path::Path, sync::OnceLock};

const REVIEWER: &str = "Dr Example Reader";
const DAY: &str = "2026-11-23";

fn load_shipped() -> Library {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"))
}

fn rendered(library: &Library) -> Site {
    render(library, DAY.parse().expect("a date"))
}

/// As it ships, once for all tests.
fn shipped() -> &'static (Library, Site) {
    static SHIPPED: OnceLock<(Library, Site)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let library = load_shipped();
        let site = rendered(&library);
        (library, site)
    })
}

/// The same as if somebody had reviewed every text in every language.
fn reviewed() -> &'static (Library, Site) {
    static REVIEWED: OnceLock<(Library, Site)> = OnceLock::new();
    REVIEWED.get_or_init(|| {
        let mut library = load_shipped();
        for language in library.languages.values_mut() {
            let by = || vec![REVIEWER.to_owned()];
            language
                .pages
                .values_mut()
                .for_each(|page| page.reviewed_by = by());
            language
                .practices
                .iter_mut()
                .for_each(|practice| practice.reviewed_by = by());
            for article in language.articles.values_mut().flatten() {
                article.reviewed_by = by();
                article.reviewed_on = Some(DAY.to_owned());
            }
        }
        let site = rendered(&library);
        (library, site)
    })
}

fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    let file = site.file(path).expect("the page is there");
    std::str::from_utf8(&file.bytes).expect("pages are UTF-8")
}

fn said(strings: &Catalogue, key: &str) -> String {
    assert!(strings.has(key), "{key}");
    let said = strings.resolve(key, &[], |_| "other");
    // As it stands in a page.
    said.replace('&', "&amp;").replace('\'', "&#39;")
}

fn address(tag: &str, page: &str) -> String {
    if page == "home" {
        format!("/{tag}/")
    } else {
        format!("/{tag}/{page}/")
    }
}

/// Every text of a language that has a page: its address, and how it says that nobody has reviewed it.
fn texts(tag: &str, language: &Language) -> Vec<(String, &'static str)> {
    let pages = language.pages.keys().filter(|id| *id != "measures");
    let mut texts: Vec<_> = pages
        .map(|id| (address(tag, id), "site-not-reviewed"))
        .collect();
    for collection in Collection::ALL {
        let articles = language.collection(collection).iter();
        texts.extend(articles.map(|a| (collection.path(tag, &a.id), "article-not-reviewed")));
    }
    texts
}

#[test]
fn every_text_that_nobody_has_reviewed_says_so_on_its_page_in_every_language() {
    let (library, site) = shipped();
    let (_, after) = reviewed();
    let mut seen = BTreeMap::new();
    for (tag, language) in &library.languages {
        for (path, key) in texts(tag, language) {
            let words = said(&language.strings, key);
            assert!(words.len() > 20, "{tag}: {key}");
            assert!(
                text(site, &path).contains(&words),
                "{path} does not say: {words}"
            );
            assert!(!text(site, &path).contains(REVIEWER), "{path}");
            assert!(
                !text(after, &path).contains(&words),
                "{path} says it of a text that was reviewed"
            );
            assert!(
                text(after, &path).contains(REVIEWER),
                "{path} does not name who reviewed it"
            );
            *seen.entry(tag.as_str()).or_insert(0) += 1;
        }
    }
    assert_eq!(
        seen.keys().copied().collect::<Vec<_>>(),
        ["de", "en", "es", "fr-CA"]
    );
    assert!(seen.values().all(|many| *many > 50), "{seen:?}");
}

/// What the screen with all practices says above them.
fn lead_of_practices(library: &Library, tag: &str) -> String {
    let packed = pack(library, tag).expect("the language is there");
    let strings: Catalogue =
        serde_json::from_slice(&packed.0["strings"]).expect("strings are JSON");
    said(&strings, "practices-lead")
}

#[test]
fn where_all_practices_stand_it_is_said_whether_somebody_has_reviewed_them() {
    let (library, _) = shipped();
    let (all, _) = reviewed();
    let mut some = load_shipped();
    for (tag, language) in &library.languages {
        let none_yet = said(&language.strings, "practices-not-reviewed");
        let partly = said(&language.strings, "practices-partly-reviewed");
        assert!(
            lead_of_practices(library, tag).ends_with(&none_yet),
            "{tag}"
        );
        let done = lead_of_practices(all, tag);
        assert!(
            !done.contains(&none_yet) && !done.contains(&partly),
            "{tag}: {done}"
        );
        let own = some.languages.get_mut(tag).expect("it is there");
        own.practices[0].reviewed_by = vec![REVIEWER.to_owned()];
        assert!(lead_of_practices(&some, tag).ends_with(&partly), "{tag}");
    }
}

#[test]
fn every_crisis_line_that_nobody_has_checked_is_marked_in_every_language() {
    let (library, site) = shipped();
    let today = DAY.parse().expect("a date");
    let mut lines = 0;
    for (tag, language) in &library.languages {
        let mark = format!(
            "<dd class=\"mark\">{}</dd>",
            said(&language.strings, "lines-unchecked")
        );
        let note = said(&language.strings, "lines-unchecked-note");
        for (code, country) in &library.lines {
            let path = format!("/{tag}/lines/{}/", code.to_lowercase());
            let unchecked = country.lines.iter();
            let unchecked = unchecked
                .filter(|l| freshness(l, today) == Freshness::Unchecked)
                .count();
            let html = text(site, &path);
            assert_eq!(html.matches(&mark).count(), unchecked, "{path}");
            assert_eq!(html.contains(&note), unchecked > 0, "{path}");
            lines += country.lines.len();
        }
    }
    assert!(lines > 200, "{lines}");
}

/// The entries of the first list in a section of a page, as they are in a language.
fn entries<'a>(language: &'a Language, page: &str, section: &str) -> Vec<&'a str> {
    let page = &language.pages[page];
    let found = page.sections.iter().find(|s| s.id == section);
    let blocks = &found.expect("the section").blocks;
    let mut lists = blocks.iter().filter_map(|block| match block {
        Block::List { items } => Some(items),
        _ => None,
    });
    let items = lists.next().expect("a list in it");
    items.iter().map(String::as_str).collect()
}

/// A page says in English what has to be said, and each other language says as many things in words of its own.
fn says_everywhere(page: &str, section: &str, english: &[&str]) {
    let (library, site) = shipped();
    let originals = entries(&library.languages["en"], page, section);
    for words in english {
        assert!(
            originals.iter().any(|said| said.contains(words)),
            "{page}: {words}"
        );
    }
    for (tag, language) in &library.languages {
        let said = entries(language, page, section);
        let html = text(site, &address(tag, page));
        let own = |id: &str| {
            html.split(&format!("id=\"{id}\""))
                .nth(1)
                .map(|rest| rest.split("</ul>").next())
        };
        let shown = own(section).flatten().expect("the section is on the page");
        assert_eq!(shown.matches("<li>").count(), originals.len(), "{tag}");
        if tag != "en" {
            let same = said
                .iter()
                .zip(&originals)
                .filter(|(one, other)| one == other);
            assert_eq!(same.count(), 0, "{tag}: still in English");
        }
    }
}

#[test]
fn the_page_on_what_this_is_says_what_it_is_not_and_for_whom_it_is_not_in_every_language() {
    let said = [
        "not a substitute for care",
        "not watched",
        "nobody is called",
        "no diagnosis",
        "no score",
        "under 13",
    ];
    says_everywhere("about", "not", &said);
    let (library, _) = shipped();
    for (tag, language) in &library.languages {
        let ages = entries(language, "about", "not");
        assert!(ages.iter().any(|said| said.contains("13")), "{tag}");
    }
}

#[test]
fn the_page_on_leaving_says_what_can_still_be_seen_in_every_language() {
    let said = [
        "History",
        "The icon",
        "list of open apps",
        "on the bill",
        "Somebody watching",
        "The network",
    ];
    says_everywhere("leaving", "does-not", &said);
}

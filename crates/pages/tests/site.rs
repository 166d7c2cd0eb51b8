// SPDX-License-Identifier: Apache-2.0
//! What holds of every page, whether from the small fixture or from the content that ships.

use kindhold_content::{Library, load};
use kindhold_pages::{Site, SiteFile, budgets, render};
use std::{path::Path, sync::OnceLock};

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shipped() -> Library {
    load(&root().join("content"))
}

/// The fixture's pages with the strings that ship.
fn small() -> Library {
    let mut library = load(&root().join("crates/content/tests/fixtures/small"));
    let strings = shipped()
        .languages
        .remove("en")
        .expect("English ships")
        .strings;
    library
        .languages
        .get_mut("en")
        .expect("it has English")
        .strings = strings;
    library
}

/// Rendered once for all tests.
fn sites() -> &'static [Site; 2] {
    static SITES: OnceLock<[Site; 2]> = OnceLock::new();
    SITES.get_or_init(|| {
        let today = "2026-11-23".parse().expect("a date");
        [render(&small(), today), render(&shipped(), today)]
    })
}

fn text(file: &SiteFile) -> &str {
    std::str::from_utf8(&file.bytes).expect("pages are UTF-8")
}

fn pages(site: &Site) -> impl Iterator<Item = (&SiteFile, &str)> {
    site.files
        .iter()
        .filter(|file| file.content_type.starts_with("text/html"))
        .map(|file| (file, text(file)))
}

fn own_pages(site: &Site) -> impl Iterator<Item = (&SiteFile, &str)> {
    pages(site).filter(|(file, _)| file.path != "/measures/")
}

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let wanted = format!(" {attribute}=\"");
    html.split(wanted.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn leaving_is_the_first_thing_that_can_be_reached() {
    for site in sites() {
        for (file, html) in own_pages(site) {
            let body = html.split("<body").nth(1).expect("there is a body");
            let first = body.split("<a ").nth(1).expect("there is a link");
            let before = body.split("<a ").next().unwrap_or_default();
            assert!(
                first.starts_with("class=\"exit\" href=\"/measures/\""),
                "{}",
                file.path
            );
            for other in ["<button", "<input", "<summary", "tabindex=\"0\""] {
                assert!(!before.contains(other), "{}: {other}", file.path);
            }
            assert!(
                html.contains("class=\"skip\" href=\"#main\""),
                "{}",
                file.path
            );
        }
    }
}

#[test]
fn nothing_is_loaded_but_the_one_script_and_the_librarys_search() {
    for site in sites() {
        for (file, html) in own_pages(site) {
            let scripts: &[&str] = if file.path.ends_with("/library/") {
                &["/page.js", "/search.js"]
            } else {
                &["/page.js"]
            };
            assert_eq!(
                html.matches("<script").count(),
                scripts.len(),
                "{}",
                file.path
            );
            assert!(html.contains("<script src=\"/page.js\" defer></script>"));
            assert_eq!(values(html, "src"), scripts, "{}", file.path);
            for loads in [
                "<img",
                "<iframe",
                "@import",
                "url(",
                "rel=\"stylesheet\"",
                "xlink",
            ] {
                assert!(!html.contains(loads), "{}: {loads}", file.path);
            }
        }
    }
}

#[test]
fn the_policy_allows_all_that_a_page_does() {
    for site in sites() {
        for (file, html) in pages(site) {
            let policy = file.csp.as_deref().expect("a page has a policy");
            assert!(policy.contains("sha256-") && !policy.contains("unsafe-inline"));
            assert!(
                values(html, "style").is_empty(),
                "{}: a style attribute",
                file.path
            );
            assert_eq!(html.matches("<style").count(), 1, "{}", file.path);
            assert!(!html.contains(" onclick") && !html.contains("javascript:"));
        }
    }
}

#[test]
fn links_lead_to_our_pages_to_lines_and_to_sources_alone() {
    for site in sites() {
        for (file, html) in own_pages(site) {
            for link in values(html, "href") {
                let outward = link.starts_with("https://");
                let service = link.starts_with("tel:") || link.starts_with("sms:");
                let lines = file.path.contains("/lines/");
                if outward {
                    // Sources are folded at the end of a page, whatever the language calls that.
                    let folded = html.rsplit("<details>").next().unwrap_or_default();
                    let source = link.starts_with("https://doi.org/")
                        || lines
                        || folded.contains(&format!("href=\"{link}\""));
                    assert!(source, "{} links to {link}", file.path);
                    let tag = html
                        .split(&format!("href=\"{link}\""))
                        .nth(1)
                        .unwrap_or_default();
                    let tag = tag.split('>').next().unwrap_or_default();
                    assert!(tag.contains("noreferrer"), "{} {link}", file.path);
                } else if service {
                    let numbers = file.path.ends_with("/when-it-is-an-emergency/");
                    assert!(lines || numbers, "{} links to {link}", file.path);
                } else {
                    let own = link.starts_with(['/', '#']) && !link.starts_with("//");
                    assert!(own || link == "data:,", "{} links to {link}", file.path);
                }
            }
        }
    }
}

#[test]
fn anchors_and_ids_fit_together() {
    for site in sites() {
        for (file, html) in own_pages(site) {
            let ids = values(html, "id");
            for link in values(html, "href")
                .iter()
                .filter_map(|link| link.strip_prefix('#'))
            {
                assert!(ids.contains(&link), "{}: #{link}", file.path);
            }
            let mut once = ids.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{}: an id twice", file.path);
        }
    }
}

#[test]
fn elements_open_and_close_in_order() {
    const VOID: [&str; 5] = ["meta", "link", "br", "input", "!DOCTYPE"];
    for site in sites() {
        for (file, html) in pages(site) {
            let mut open = Vec::new();
            let bare = html.split("<style>").next().unwrap_or_default().to_owned()
                + html.split("</style>").nth(1).unwrap_or_default();
            for tag in bare.split('<').skip(1) {
                let inside = tag.split('>').next().unwrap_or_default();
                if let Some(name) = inside.strip_prefix('/') {
                    assert_eq!(open.pop(), Some(name), "{}", file.path);
                } else {
                    let name = inside.split_whitespace().next().unwrap_or_default();
                    if !VOID.contains(&name) && !inside.ends_with('/') {
                        open.push(name);
                    }
                }
            }
            assert!(open.is_empty(), "{}: {open:?} stay open", file.path);
            assert_eq!(html.matches("<h1>").count(), 1, "{}", file.path);
        }
    }
}

#[test]
fn no_page_shows_the_name_of_a_string() {
    for site in sites() {
        for (file, html) in pages(site) {
            for prefix in [">site-", ">lines-", "\"site-", ">day-", ">country-"] {
                assert!(!html.contains(prefix), "{}: {prefix}", file.path);
            }
        }
    }
}

#[test]
fn the_neutral_page_names_nothing_of_ours() {
    for site in sites() {
        if let Some(file) = site.file("/measures/") {
            let html = text(file).to_lowercase();
            for word in [
                "kindhold", "/en/", "/app", "exit", "<script", "<a ", "help", "--paper",
            ] {
                assert!(!html.contains(word), "{word}");
            }
        }
    }
}

#[test]
fn every_page_keeps_to_its_budget() {
    for site in sites() {
        for size in budgets(site) {
            assert!(
                size.fits(),
                "{} is {} of {}",
                size.path,
                size.bytes,
                size.limit
            );
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert_eq!(sites(), sites());
}

#[test]
fn a_line_is_dialled_as_printed_and_marked_when_nobody_checked_it() {
    let [site, _] = sites();
    let html = text(site.file("/en/lines/gb/").expect("the page is there"));
    for words in [
        "href=\"tel:00001122\"",
        "href=\"sms:0022?body=HI%20YOU\"",
        "href=\"tel:000\"",
        "Monday to Friday, 09:00 to 17:00",
        "Day and night, every day",
        "Nobody from this project has checked this yet",
        "Last checked on 2026-01-02. It may be out of date.",
        "href=\"/app/#people\"",
        "English, Welsh",
        "11 to 25",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let hurt = html.find("tel:000\"").expect("the emergency number");
    assert!(hurt < html.find("tel:00001122").expect("the other number"));
}

#[test]
fn every_way_in_says_what_happens_and_every_country_how_to_begin() {
    let [_, site] = sites();
    let countries = pages(site).filter(|(file, _)| {
        file.path
            .strip_prefix("/en/lines/")
            .is_some_and(|code| !code.is_empty())
    });
    let mut seen = 0;
    for (file, html) in countries {
        seen += 1;
        let ways = html.split("<ul class=\"ways-in\">").skip(1);
        let ways: usize = ways
            .filter_map(|rest| rest.split("</ul>").next())
            .map(|list| list.matches("<li>").count())
            .sum();
        let told = html.matches("<summary>What happens when I ").count();
        assert!(ways > 0 && ways == told, "{}: {ways}, {told}", file.path);
        for once in [
            "Will they tell someone?",
            "If you don’t know how to start",
            "If nobody answers",
        ] {
            let all = html.matches(&format!("<summary>{once}</summary>")).count();
            assert_eq!(all, 1, "{}: {once}", file.path);
        }
    }
    assert_eq!(seen, 14);
}

#[test]
fn a_country_has_its_name_and_not_its_code() {
    let [_, site] = sites();
    let list = text(site.file("/en/lines/").expect("the page is there"));
    assert!(list.contains(
        "<li data-code=\"gb\"><a class=\"door\" href=\"/en/lines/gb/\">United Kingdom</a>"
    ));
    assert!(list.contains(">Another country</a></li></ul>"));
    for code in shipped().lines.keys() {
        assert!(!list.contains(&format!(">{code}</a>")), "{code}");
    }
}

#[test]
fn the_front_page_is_at_both_addresses() {
    let [site, _] = sites();
    let root = site.file("/").expect("the root is there");
    assert_eq!(root.bytes, site.file("/en/").expect("so is English").bytes);
    assert!(site.file("/404.html").is_some());
}

#[test]
fn manifests_differ_in_name_and_icon_and_start_in_the_app() {
    let [site, _] = sites();
    let own = text(site.file("/manifest.webmanifest").expect("it is there"));
    let plain = text(
        site.file("/manifest-plain.webmanifest")
            .expect("it is there"),
    );
    assert!(own.contains("\"name\":\"Kindhold\""));
    assert!(plain.contains("\"name\":\"Notes\"") && !plain.contains("Kindhold"));
    for manifest in [own, plain] {
        assert!(manifest.contains("\"start_url\":\"/app/\""));
        for icon in manifest.split("\"src\":\"").skip(1) {
            let path = icon.split('"').next().unwrap_or_default();
            assert!(site.file(path).is_some(), "{path}");
        }
    }
}

#[test]
fn a_whole_page_looks_like_this() {
    let [site, _] = sites();
    let html = text(site.file("/en/right-now/").expect("the page is there"));
    let body = html.split("<body").nth(1).expect("there is a body");
    let lines = body.replace("><", ">\n<");
    insta::assert_snapshot!("right_now", lines);
}

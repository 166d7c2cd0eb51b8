// SPDX-License-Identifier: Apache-2.0
//! The limits of a page's schema, and links that lead somewhere.

use super::Report;
use crate::{Block, Language, Library, Page, Problem, problem::line_with};
use std::collections::BTreeSet;

/// Pages without which the product is not whole.
const NEEDED: [&str; 12] = [
    "home",
    "right-now",
    "already-decided",
    "it-happened",
    "lines",
    "for-someone",
    "about-kindness",
    "leaving",
    "about",
    "install",
    "install-plain",
    "measures",
];
const TITLE_CHARS: usize = 60;

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    for id in NEEDED {
        if !language.pages.contains_key(id) {
            report.error(Problem::new(
                format!("{tag}/pages/{id}.toml"),
                "the page is missing",
                "Write it; content/README.md has the schema and an example.",
            ));
        }
    }
    for page in language.pages.values() {
        let file = format!("{tag}/pages/{}.toml", page.id);
        let raw = language.raw.get(&file).map_or("", String::as_str);
        for (at, what, mend) in faults(library, tag, language, page) {
            report.error(Problem::new(&file, what, mend).at(line_with(raw, &at)));
        }
    }
}

type Fault = (String, String, &'static str);

fn faults(library: &Library, tag: &str, language: &Language, page: &Page) -> Vec<Fault> {
    let mut faults = Vec::new();
    if page.title.chars().count() > TITLE_CHARS || page.title.trim().is_empty() {
        faults.push((
            "title =".into(),
            format!("the title must have 1 to {TITLE_CHARS} characters"),
            "Say it in fewer words.",
        ));
    }
    let mut anchors = BTreeSet::new();
    for section in &page.sections {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if section.id.is_empty() || !section.id.chars().all(plain) {
            faults.push((
                section.id.clone(),
                format!("the section's id `{}` is not an anchor", section.id),
                "Use lower-case letters, digits and hyphens.",
            ));
        }
        if !anchors.insert(section.id.as_str()) {
            faults.push((
                section.id.clone(),
                format!("two sections have the id `{}`", section.id),
                "Give one of them another.",
            ));
        }
    }
    for block in page.all_blocks() {
        if let Some(what) = empty(block) {
            faults.push(("kind =".into(), what.into(), "Fill it or take it out."));
        }
        if let Block::Table {
            caption,
            head,
            rows,
        } = block
            && rows.iter().any(|row| row.len() != head.len())
        {
            faults.push((
                caption.clone(),
                "a row of the table is not as long as its head".into(),
                "Give every row one entry for each column.",
            ));
        }
    }
    for link in links(page) {
        if !leads_somewhere(library, tag, language, page, &link) {
            faults.push((
                link.clone(),
                format!("the link `{link}` leads nowhere"),
                "Pages link to pages of this site, such as /en/lines/ or /app/#plan.",
            ));
        }
    }
    faults
}

fn empty(block: &Block) -> Option<&'static str> {
    let blank = |text: &str| text.trim().is_empty();
    let none = |items: &[String]| items.is_empty() || items.iter().any(|item| blank(item));
    match block {
        Block::Heading { text } if blank(text) => Some("a heading is empty"),
        Block::Text { text } | Block::Note { text, .. } | Block::Emergency { text }
            if blank(text) =>
        {
            Some("a text is empty")
        }
        Block::List { items } | Block::Steps { items } | Block::Sentences { items }
            if none(items) =>
        {
            Some("a list is empty or has an empty entry")
        }
        Block::Doors { doors } if doors.is_empty() || doors.iter().any(|d| blank(&d.label)) => {
            Some("a list of doors is empty or has one without a label")
        }
        Block::Sources { items } if items.is_empty() => Some("a list of sources is empty"),
        _ => None,
    }
}

/// Where the page's doors and marks `[label](/path/)` lead.
fn links(page: &Page) -> Vec<String> {
    let mut links = Vec::new();
    for block in page.all_blocks() {
        if let Block::Doors { doors } = block {
            links.extend(doors.iter().map(|door| door.to.clone()));
        }
    }
    for unit in page.texts() {
        let mut rest = unit.text;
        while let Some((_, after)) = rest.split_once("](") {
            let (link, left) = after.split_once(')').unwrap_or((after, ""));
            links.push(link.to_owned());
            rest = left;
        }
    }
    links
}

fn leads_somewhere(
    library: &Library,
    tag: &str,
    language: &Language,
    page: &Page,
    link: &str,
) -> bool {
    let (path, anchor) = link
        .split_once('#')
        .map_or((link, None), |(p, a)| (p, Some(a)));
    let has = |page: &Page, anchor: Option<&str>| {
        anchor.is_none_or(|a| a == "main" || page.sections.iter().any(|s| s.id == a))
    };
    if path.is_empty() {
        return anchor.is_some() && has(page, anchor);
    }
    if matches!(
        path,
        "/" | "/app/" | "/counsellor/" | "/supporter/" | "/measures/"
    ) || path == format!("/{tag}/")
    {
        return true;
    }
    let Some(inner) = path
        .strip_prefix(&format!("/{tag}/"))
        .and_then(|rest| rest.strip_suffix('/'))
    else {
        return false;
    };
    if let Some(country) = inner.strip_prefix("lines/") {
        return library.lines.contains_key(&country.to_uppercase());
    }
    language
        .pages
        .get(inner)
        .is_some_and(|page| has(page, anchor))
}

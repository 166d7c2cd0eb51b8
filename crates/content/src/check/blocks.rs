// SPDX-License-Identifier: Apache-2.0
//! What pages, articles and steps have in common: titles, anchors, blocks, links that lead somewhere.

use crate::{Block, Collection, Language, Library, Section, TextUnit};
use std::collections::BTreeSet;

const TITLE_CHARS: usize = 60;

/// Places that every page, or a page of its kind, has by itself.
const OURS: [&str; 4] = ["main", "countries", "from-readers", "search"];

/// Something wrong: words of the file near it, what, how to mend it.
pub(super) type Fault = (String, String, &'static str);

/// Whether a heading fits.
pub(super) fn title(title: &str, faults: &mut Vec<Fault>) {
    if title.chars().count() > TITLE_CHARS || title.trim().is_empty() {
        faults.push((
            "title =".into(),
            format!("the title must have 1 to {TITLE_CHARS} characters: “{title}”"),
            "Say it in fewer words.",
        ));
    }
}

/// Links that lead nowhere.
pub(super) fn nowhere(
    library: &Library,
    tag: &str,
    language: &Language,
    anchors: &BTreeSet<&str>,
    links: Vec<String>,
    faults: &mut Vec<Fault>,
) {
    for link in links {
        if !leads_somewhere(library, tag, language, anchors, &link) {
            faults.push((
                link.clone(),
                format!("the link `{link}` leads nowhere"),
                "Pages link to pages of this site, such as /en/lines/ or /app/#plan.",
            ));
        }
    }
}

/// The anchors of a text's sections.
pub(super) fn anchors<'a>(sections: &'a [Section], faults: &mut Vec<Fault>) -> BTreeSet<&'a str> {
    let mut anchors = BTreeSet::new();
    for section in sections {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if section.id.is_empty() || !section.id.chars().all(plain) {
            faults.push((
                section.id.clone(),
                format!("the section's id `{}` is not an anchor", section.id),
                "Use lower-case letters, digits and hyphens.",
            ));
        }
        if OURS.contains(&section.id.as_str()) {
            faults.push((
                section.id.clone(),
                format!("the page itself has a place called `{}`", section.id),
                "Give the section another id.",
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
    anchors
}

/// What is wrong with single blocks.
pub(super) fn blocks<'a>(blocks: impl Iterator<Item = &'a Block>, faults: &mut Vec<Fault>) {
    for block in blocks {
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
        Block::Try { items, title, .. } if none(items) || blank(title) => {
            Some("an exercise has no title or nothing to do")
        }
        Block::Try { minutes, .. } if !(1..=5).contains(minutes) => {
            Some("an exercise takes 1 to 5 minutes")
        }
        Block::Say { pairs }
            if pairs.is_empty()
                || pairs
                    .iter()
                    .any(|p| blank(&p.say) || blank(&p.not) || blank(&p.why)) =>
        {
            Some("a list of things to say is empty or has an empty entry")
        }
        _ => None,
    }
}

/// Where doors and marks `[label](/path/)` lead.
pub(super) fn links<'a>(
    blocks: impl Iterator<Item = &'a Block>,
    texts: &[TextUnit<'a>],
) -> Vec<String> {
    let mut links = Vec::new();
    for block in blocks {
        if let Block::Doors { doors } = block {
            links.extend(doors.iter().map(|door| door.to.clone()));
        }
    }
    for unit in texts {
        let mut rest = unit.text;
        while let Some((_, after)) = rest.split_once("](") {
            let (link, left) = after.split_once(')').unwrap_or((after, ""));
            links.push(link.to_owned());
            rest = left;
        }
    }
    links
}

/// Whether a link of a text leads to something of this site. `anchors` are those of the text itself.
fn leads_somewhere(
    library: &Library,
    tag: &str,
    language: &Language,
    anchors: &BTreeSet<&str>,
    link: &str,
) -> bool {
    let (path, anchor) = link
        .split_once('#')
        .map_or((link, None), |(p, a)| (p, Some(a)));
    let has = |sections: &[Section], anchor: Option<&str>| {
        anchor.is_none_or(|a| a == "main" || sections.iter().any(|s| s.id == a))
    };
    if path.is_empty() {
        return anchor.is_some_and(|a| a == "main" || anchors.contains(a));
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
    for collection in Collection::ALL {
        if inner == collection.key() {
            return true;
        }
        if let Some(id) = inner
            .strip_prefix(collection.key())
            .and_then(|rest| rest.strip_prefix('/'))
        {
            let mut articles = language.collection(collection).iter();
            return articles.any(|article| article.id == id && has(&article.sections, anchor));
        }
    }
    language
        .pages
        .get(inner)
        .is_some_and(|page| has(&page.sections, anchor))
}

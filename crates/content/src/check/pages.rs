// SPDX-License-Identifier: Apache-2.0
//! The limits of a page's schema, and pages that have to be there.

use super::{Report, blocks, blocks::Fault};
use crate::{Language, Library, Page, Problem};

/// Pages without which the product is not whole.
const NEEDED: [&str; 15] = [
    "home",
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
    "install-plain",
    "measures",
];

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
        report.faults(language, &file, faults(library, tag, language, page));
    }
}

fn faults(library: &Library, tag: &str, language: &Language, page: &Page) -> Vec<Fault> {
    let mut faults = Vec::new();
    blocks::title(&page.title, &mut faults);
    let anchors = blocks::anchors(&page.sections, &mut faults);
    blocks::blocks(page.all_blocks(), &mut faults);
    let links = blocks::links(page.all_blocks(), &page.texts());
    blocks::nowhere(library, tag, language, &anchors, links, &mut faults);
    faults
}

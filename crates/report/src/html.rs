// SPDX-License-Identifier: Apache-2.0
mod safe;
mod svg;

use crate::{Block, Document, Section, Table, picture::Format};
use safe::{css, hash, text};

/// The rules of the page, the same for each.
const STYLE: &str = include_str!("html/page.css");
/// A table with more columns than this may be moved sideways on a narrow screen.
const NARROW: usize = 2;
/// With more than this it is never as narrow as such a screen.
const MANY: usize = 4;
/// Letters in a row of a table, shared by its columns, and in one word at most, beyond which a word is cut.
const LETTERS: (usize, usize) = (80, 22);

/// The document as one page of HTML: nothing is fetched, nothing runs, and its policy says so. It prints on any paper
/// with page numbers where the browser can, reads on a telephone, and stays light in the dark.
#[must_use]
pub fn to_html(document: &Document) -> String {
    let style = style(document);
    let mut page = Page::default();
    page.add(&["<!doctype html>\n<html lang=\"", document.tag()]);
    page.add(&[
        "\" dir=\"",
        if document.is_from_right() {
            "rtl"
        } else {
            "ltr"
        },
    ]);
    page.add(&["\">\n<head>\n<meta charset=\"utf-8\">\n"]);
    page.add(&["<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"]);
    page.add(&[&hash(&style), "'; base-uri 'none'; form-action 'none'\">\n"]);
    page.add(&["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"]);
    page.add(&["<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n"]);
    page.add(&[
        "<title>",
        &text(document.name()),
        "</title>\n<style>",
        &style,
    ]);
    page.add(&[
        "</style>\n</head>\n<body>\n<header>\n<h1>",
        &text(document.name()),
    ]);
    page.add(&["</h1>\n"]);
    if document.made.trim() != document.name() {
        page.words("p", "", &document.made);
    }
    page.add(&["</header>\n<main>\n"]);
    for section in &document.sections {
        page.section(section);
    }
    page.add(&["</main>\n"]);
    if !document.foot.trim().is_empty() {
        page.add(&["<footer>\n"]);
        page.words("p", "", &document.foot);
        page.add(&["</footer>\n"]);
    }
    page.add(&["</body>\n</html>\n"]);
    page.out
}

/// The rules and, for paper, the name and number of each page in its margin.
fn style(document: &Document) -> String {
    let (start, end) = match document.is_from_right() {
        true => ("right", "left"),
        false => ("left", "right"),
    };
    let small = "font:8pt Helvetica,Arial,sans-serif;color:#444";
    let mut out = String::from(STYLE);
    out.push_str("@page{margin:20mm 18mm 22mm;@bottom-");
    out.push_str(
        &[
            start,
            "{content:\"",
            &css(document.name()),
            "\";",
            small,
            "}@bottom-",
        ]
        .concat(),
    );
    out.push_str(
        &[
            end,
            "{content:counter(page) \"/\" counter(pages);",
            small,
            "}}\n",
        ]
        .concat(),
    );
    out
}

/// A page that is being written.
#[derive(Default)]
struct Page {
    out: String,
    /// How many pictures and tables there were, for names that are met once.
    named: usize,
}

impl Page {
    fn add(&mut self, parts: &[&str]) {
        parts.iter().for_each(|p| self.out.push_str(p));
    }

    /// Words in an element; nothing when there are none.
    fn words(&mut self, element: &str, attributes: &str, words: &str) {
        if !words.trim().is_empty() {
            self.cell(element, attributes, words);
        }
    }

    /// Words in an element, also when there are none.
    fn cell(&mut self, element: &str, attributes: &str, words: &str) {
        self.add(&[
            "<",
            element,
            attributes,
            ">",
            &text(words),
            "</",
            element,
            ">\n",
        ]);
    }

    fn name(&mut self) -> String {
        self.named += 1;
        self.named.to_string()
    }

    fn section(&mut self, section: &Section) {
        self.add(&["<section>\n"]);
        self.words("h2", "", section.heading.trim());
        for block in &section.blocks {
            self.block(block);
        }
        self.add(&["</section>\n"]);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(words) => self.words("p", "", words),
            Block::Small(words) => self.words("p", " class=\"small\"", words),
            Block::List(items) => {
                let items: Vec<&String> = items.iter().filter(|i| !i.trim().is_empty()).collect();
                if !items.is_empty() {
                    self.add(&["<ul>\n"]);
                    items
                        .into_iter()
                        .for_each(|item| self.words("li", "", item));
                    self.add(&["</ul>\n"]);
                }
            }
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Table(table) => self.table(table, None),
            Block::Course(course) => {
                let picture = course.picture(Format::PAGE);
                let name = self.figure(&course.title, &course.summary, &picture);
                self.table(&course.table(), Some(&name));
                self.pairs(&course.practised_in_words());
            }
            Block::Bars(bars) => {
                let picture = bars.picture(Format::PAGE);
                let name = self.figure(&bars.title, &bars.summary, &picture);
                self.table(&bars.table(), Some(&name));
            }
            Block::Room { lines } => {
                for _ in 0..*lines {
                    self.add(&["<div class=\"room\"></div>\n"]);
                }
            }
        }
    }

    fn pairs(&mut self, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        self.add(&["<dl>\n"]);
        for (name, value) in pairs {
            self.cell("dt", "", name);
            self.cell("dd", "", value);
        }
        self.add(&["</dl>\n"]);
    }

    /// A picture; the answer is the id of its caption.
    fn figure(&mut self, title: &str, summary: &str, picture: &crate::picture::Picture) -> String {
        let id = ["f", &self.name()].concat();
        self.add(&["<figure>\n<figcaption id=\"", &id, "\">", &text(title)]);
        self.add(&["</figcaption>\n"]);
        svg::write(&mut self.out, picture, &id, title, summary);
        self.add(&["</figure>\n"]);
        id
    }

    fn table(&mut self, table: &Table, named_by: Option<&str>) {
        if table.columns() == 0 {
            return;
        }
        for part in table.parts() {
            let id = match named_by {
                Some(id) => id.to_owned(),
                None => ["t", &self.name()].concat(),
            };
            let caption = !table.caption.trim().is_empty();
            let by = match named_by.is_some() || caption {
                true => [" aria-labelledby=\"", &id, "\""].concat(),
                false => String::new(),
            };
            let wide = match part.len() {
                n if n > MANY => "<div class=\"wide many\" role=\"group\" tabindex=\"0\"",
                n if n > NARROW => "<div class=\"wide\" role=\"group\" tabindex=\"0\"",
                _ => "",
            };
            if !wide.is_empty() {
                self.add(&[wide, &by, ">\n"]);
            }
            self.add(&["<table", &by, ">\n"]);
            if caption {
                self.words("caption", &[" id=\"", &id, "\""].concat(), &table.caption);
            }
            self.rows(table, &part);
            self.add(&[match wide.is_empty() {
                true => "</table>\n",
                false => "</table>\n</div>\n",
            }]);
        }
    }

    fn rows(&mut self, table: &Table, part: &[usize]) {
        let numeric: Vec<bool> = part.iter().map(|c| table.numeric(*c)).collect();
        let most = (LETTERS.0 / part.len().max(1)).min(LETTERS.1);
        let class = |n: usize, words: &str| match (numeric[n], long(words, most)) {
            (true, _) => " class=\"n\"",
            (_, true) => " class=\"long\"",
            _ => "",
        };
        if table.head.iter().any(|h| !h.trim().is_empty()) {
            self.add(&["<thead><tr>\n"]);
            for (n, column) in part.iter().enumerate() {
                let words = Table::cell(&table.head, *column);
                match words.trim().is_empty() {
                    true => self.add(&["<td></td>\n"]),
                    false => self.cell("th", &[" scope=\"col\"", class(n, words)].concat(), words),
                }
            }
            self.add(&["</tr></thead>\n"]);
        }
        self.add(&["<tbody>\n"]);
        for row in table.rows_of(part) {
            self.add(&["<tr>\n"]);
            for (n, column) in part.iter().enumerate() {
                let words = Table::cell(row, *column);
                match n {
                    0 if part.len() > 1 && !words.trim().is_empty() => {
                        self.cell("th", &[" scope=\"row\"", class(n, words)].concat(), words);
                    }
                    _ => self.cell("td", class(n, words), words),
                }
            }
            self.add(&["</tr>\n"]);
        }
        self.add(&["</tbody>\n"]);
    }
}

/// There is a word longer than this many letters.
fn long(words: &str, most: usize) -> bool {
    words
        .split_whitespace()
        .any(|word| word.chars().count() > most)
}

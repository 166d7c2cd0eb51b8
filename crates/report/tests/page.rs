// SPDX-License-Identifier: Apache-2.0
//! Pages of HTML: what they hold, what they never hold.

mod sample;

use kindhold_report::*;
use proptest::prelude::*;

fn one(block: Block) -> Document {
    Document {
        title: "T".into(),
        language: "en".into(),
        sections: vec![Section {
            heading: "H".into(),
            blocks: vec![block],
        }],
        ..Document::default()
    }
}

/// Tags that are opened and not closed, or closed and not opened.
fn unbalanced(html: &str) -> Vec<String> {
    let mut open: Vec<&str> = vec![];
    let mut wrong = vec![];
    let body = html.split_once("</style>").map_or("", |(_, b)| b);
    for tag in body.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some("head" | "html") => {}
            Some(name) if open.last() == Some(&name) => drop(open.pop()),
            Some(name) => wrong.push(name.to_owned()),
            None if tag.ends_with('/') => {}
            None => open.push(name),
        }
    }
    wrong.extend(open.into_iter().map(str::to_owned));
    wrong
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    let html = to_html(&sample::full());
    for never in [
        "<script", "src=", "href=", "url(", "@import", " style=", "onload", "http:",
    ] {
        let html = html.replace("http://www.w3.org/2000/svg", "");
        assert!(!html.contains(never), "{never}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn every_tag_is_closed_and_every_id_is_met_once() {
    let mut document = sample::full();
    let again = document.sections.clone();
    document.sections.extend(again);
    let html = to_html(&document);
    assert_eq!(unbalanced(&html), Vec::<String>::new());
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
        .collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    for name in html
        .split("labelledby=\"")
        .skip(1)
        .filter_map(|s| s.split('"').next())
    {
        assert!(unique.contains(name), "{name} names nothing");
    }
}

#[test]
fn a_picture_has_a_name_a_description_and_its_table() {
    let html = to_html(&one(Block::Course(sample::course(5))));
    for part in [
        "<svg",
        "<title id=",
        "<desc id=",
        "<table",
        "scope=\"col\"",
        "Another wording from here",
        "54 days",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn a_language_from_right_to_left_turns_the_page() {
    let mut document = sample::full();
    document.language = "ar".into();
    assert!(to_html(&document).contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_table_of_many_columns_goes_on_below_and_loses_no_cell() {
    let cells = |row: usize| (0..30).map(|c| format!("r{row}c{c}x")).collect::<Vec<_>>();
    let html = to_html(&one(Block::Table(Table {
        caption: "Wide".into(),
        head: cells(0),
        rows: (1..4).map(cells).collect(),
    })));
    for row in 0..4 {
        for column in 0..30 {
            assert!(html.contains(&format!(">r{row}c{column}x<")));
        }
    }
    assert_eq!(unbalanced(&html), Vec::<String>::new());
}

proptest! {
    #[test]
    fn whatever_words_come_in_they_stay_words(words in "\\PC{0,40}", language in "\\PC{0,12}") {
        let said = Some(&words).filter(|w| !w.trim().is_empty());
        let document = Document {
            title: words.clone(),
            language,
            made: words.clone(),
            foot: words.clone(),
            sections: vec![Section {
                heading: words.clone(),
                blocks: vec![
                    Block::Paragraph(words.clone()),
                    Block::List(vec![words.clone()]),
                    Block::Pairs(vec![(words.clone(), words.clone())]),
                    Block::Table(Table {
                        caption: words.clone(),
                        head: vec![words.clone()],
                        rows: vec![vec![words.clone(), words.clone()]],
                    }),
                ],
            }],
        };
        let html = to_html(&document);
        prop_assert_eq!(unbalanced(&html), Vec::<String>::new());
        let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&#39;", "'").replace("&amp;", "&");
        prop_assert!(said.is_none_or(|w| plain.contains(w.trim())));
    }

    #[test]
    fn numbers_without_sense_draw_without_sense_but_never_fail(
        values in prop::collection::vec((any::<i64>(), any::<f64>(), any::<Option<f64>>()), 0..12),
        ends in (any::<f64>(), any::<f64>(), any::<i64>(), any::<i64>()),
    ) {
        let mut course = sample::course(0);
        (course.low.at, course.high.at, course.first.number, course.last.number) = ends;
        course.points = values.into_iter().map(|(number, value, half)| Point {
            day: Day { number, label: "d".into() }, value, half, label: "v".into(),
        }).collect();
        course.practised[0].days.push(i64::MIN);
        let html = to_html(&one(Block::Course(course.clone())));
        prop_assert!(!html.contains("NaN") && !html.contains("inf"));
        let pdf = to_pdf(&one(Block::Course(course))).expect("its words are plain");
        let text = String::from_utf8_lossy(&pdf);
        prop_assert!(!text.contains("NaN") && !text.contains("inf"));
    }
}

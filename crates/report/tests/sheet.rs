// SPDX-License-Identifier: Apache-2.0
//! PDFs: their structure, read back object by object.

mod sample;

use kindhold_report::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn one(blocks: Vec<Block>) -> Document {
    Document {
        title: "T".into(),
        language: "en".into(),
        sections: vec![Section {
            heading: "H".into(),
            blocks,
        }],
        ..Document::default()
    }
}

/// The objects of a file by their numbers, each found where the table of cross references says it is.
fn objects(pdf: &[u8]) -> BTreeMap<u32, String> {
    let ascii = |b: &u8| if b.is_ascii() { char::from(*b) } else { '?' };
    let text: String = pdf.iter().map(ascii).collect();
    let start = text
        .rsplit("startxref")
        .next()
        .expect("a start")
        .trim()
        .trim_end_matches("%%EOF")
        .trim();
    let start: usize = start.parse().expect("a number");
    let lines = text[start..].lines().skip(2);
    let mut found = BTreeMap::new();
    for (number, line) in lines
        .take_while(|l| l.ends_with(['n', 'f', ' ']))
        .enumerate()
    {
        if line.trim_end().ends_with('n') {
            let at: usize = line[..10].parse().expect("an offset");
            let object = text[at..].split("endobj").next().expect("an end");
            let named = format!("{number} 0 obj");
            assert!(object.starts_with(&named), "{number}");
            found.insert(number as u32, object[named.len()..].to_owned());
        }
    }
    found
}

fn roles(objects: &BTreeMap<u32, String>) -> BTreeMap<String, usize> {
    let mut roles = BTreeMap::new();
    for object in objects.values().filter(|o| o.contains("/StructElem")) {
        let role = object
            .split("/S/")
            .nth(1)
            .and_then(|r| r.split(['/', '>', '<']).next());
        *roles.entry(role.expect("a role").to_owned()).or_default() += 1;
    }
    roles
}

fn pages(objects: &BTreeMap<u32, String>) -> usize {
    objects
        .values()
        .filter(|o| o.contains("/Type/Page/"))
        .count()
}

#[test]
fn every_kind_of_thing_is_named_for_whoever_hears_it() {
    let objects = objects(&to_pdf(&sample::full()).expect("plain words"));
    let roles = roles(&objects);
    for (role, many) in [
        ("H1", 1),
        ("H2", 5),
        ("Figure", 2),
        ("L", 3),
        ("Table", 3),
        ("THead", 3),
        ("Caption", 1),
    ] {
        assert_eq!(roles.get(role), Some(&many), "{role}");
    }
    assert!(roles["TH"] > 20 && roles["TD"] > 20 && roles["TR"] > 20);
    let figures = objects.values().filter(|o| o.contains("/S/Figure"));
    assert!(
        figures
            .into_iter()
            .all(|f| f.contains("/Alt(") && f.contains("/BBox["))
    );
}

#[test]
fn every_mark_on_a_page_is_known_to_one_part_of_the_structure() {
    let objects = objects(&to_pdf(&sample::full()).expect("plain words"));
    let marks: usize = objects.values().map(|o| o.matches("/MCID").count()).sum();
    let known: usize = objects
        .values()
        .filter(|o| o.trim_start().starts_with('['))
        .map(|o| o.matches(" 0 R").count())
        .sum();
    let beyond: usize = objects
        .values()
        .map(|o| o.matches("/Type/MCR").count())
        .sum();
    assert!(known > 100);
    assert_eq!(marks, known + beyond);
}

#[test]
fn nothing_tells_the_device_the_program_or_the_hour() {
    let pdf = to_pdf(&sample::full()).expect("plain words");
    let text = String::from_utf8_lossy(&pdf);
    for never in [
        "Producer",
        "Creator",
        "Author",
        "CreationDate",
        "ModDate",
        "/ID",
        "indhold",
        "typst",
        "/JavaScript",
    ] {
        assert!(!text.contains(never), "{never}");
    }
    assert_eq!(pdf, to_pdf(&sample::full()).expect("the same again"));
}

#[test]
fn a_sign_that_would_be_lost_is_named_and_nothing_is_made() {
    let words = ["Plain", "سلام", "🙂 and again 🙂"];
    let made = to_pdf(&one(words.map(|w| Block::Paragraph(w.into())).to_vec()));
    assert_eq!(made, Err(PdfError::Signs(vec!['س', 'ل', 'ا', 'م', '🙂'])));
    let error = made.expect_err("as above");
    assert!(error.to_string().is_ascii());
}

#[test]
fn ten_thousand_rows_are_set_with_their_head_on_each_page() {
    let rows: Vec<Vec<String>> = (0..10_000)
        .map(|n| vec![format!("row{n}."), "1".into(), "some words".into()])
        .collect();
    let head = ["HeadA", "HeadB", "HeadC"].map(str::to_owned).to_vec();
    let document = one(vec![Block::Table(Table {
        caption: String::new(),
        head,
        rows,
    })]);
    let objects = objects(&to_pdf(&document).expect("plain words"));
    let pages = pages(&objects);
    assert!((200..400).contains(&pages), "{pages}");
    let heads: usize = objects.values().map(|o| o.matches("(HeadA)").count()).sum();
    assert_eq!(heads, pages);
    assert_eq!(roles(&objects)["TR"], 10_001);
}

#[test]
fn what_nobody_would_file_is_refused_before_it_is_made() {
    let long = "word ".repeat(900_000);
    assert_eq!(
        to_pdf(&one(vec![Block::Paragraph(long)])),
        Err(PdfError::Long)
    );
    let room = vec![Block::Room { lines: 255 }; 100];
    assert_eq!(to_pdf(&one(room)), Err(PdfError::Long));
}

#[test]
fn empty_things_make_a_whole_file() {
    let nothing = vec![
        Block::Paragraph(String::new()),
        Block::List(vec![]),
        Block::Pairs(vec![]),
        Block::Table(Table::default()),
        Block::Course(Course::default()),
        Block::Bars(Bars::default()),
        Block::Room { lines: 0 },
    ];
    for document in [Document::default(), one(vec![]), one(nothing)] {
        assert_eq!(pages(&objects(&to_pdf(&document).expect("no words"))), 1);
        assert!(to_html(&document).contains("<main>"));
    }
}

#[test]
fn a_heading_never_stands_last_on_a_page() {
    for before in 30..50 {
        let mut document = one(vec![
            Block::Room { lines: before / 2 },
            Block::List(vec!["item".into(); before as usize % 17]),
        ]);
        document.sections.push(Section {
            heading: "Nextheading".into(),
            blocks: vec![Block::Paragraph("Firstwords".into())],
        });
        let objects = objects(&to_pdf(&document).expect("plain words"));
        let on = |words: &str| {
            objects
                .iter()
                .find(|(_, o)| o.contains(words))
                .map(|(n, _)| *n)
        };
        assert_eq!(on("(Nextheading)"), on("(Firstwords)"), "{before}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_word_is_on_paper_whatever_the_form(
        words in prop::collection::vec("[a-z]{1,9}( [a-z]{1,9}){0,60}", 1..12), cells in 1_usize..12,
    ) {
        let table = Table {
            caption: words[0].clone(),
            head: words.clone(),
            rows: words.chunks(cells).map(<[String]>::to_vec).collect(),
        };
        let pairs = words.iter().map(|w| (w.clone(), w.clone())).collect();
        let document = one(vec![Block::Table(table), Block::Pairs(pairs), Block::List(words.clone())]);
        let objects = objects(&to_pdf(&document).expect("plain words"));
        // Letters in strings of the pages, in any order of lines.
        let mut drawn = [0_usize; 26];
        let strings = |o: &str| o.split('(').skip(1).filter_map(|s| s.split_once(")Tj").map(|s| s.0.to_owned())).collect::<String>();
        for object in objects.values().filter(|o| o.contains("stream")) {
            for c in strings(object).bytes().filter(u8::is_ascii_lowercase) {
                drawn[usize::from(c - b'a')] += 1;
            }
        }
        for (n, many) in drawn.into_iter().enumerate() {
            let letter = char::from(b'a' + n as u8);
            let wanted: usize = words.iter().map(|w| w.matches(letter).count()).sum();
            prop_assert!(many >= wanted * 5, "{letter}: {many} of {}", wanted * 5);
        }
    }

    #[test]
    fn no_words_make_it_fail_in_another_way_than_it_says(words in "\\PC{0,80}", lines in any::<u8>()) {
        let table = Table { caption: words.clone(), head: vec![words.clone()], rows: vec![vec![words.clone(); 9]] };
        let blocks = vec![Block::Paragraph(words.clone()), Block::Table(table), Block::Room { lines }];
        match to_pdf(&one(blocks)) {
            Ok(pdf) => prop_assert!(pdf.starts_with(b"%PDF-1.7")),
            Err(PdfError::Signs(signs)) => prop_assert!(signs.iter().all(|s| words.contains(*s) && !s.is_ascii())),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

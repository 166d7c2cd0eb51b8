// SPDX-License-Identifier: Apache-2.0
//! PDFs as programs that nobody here wrote read them: qpdf and poppler.

mod sample;

use kindhold_report::*;
use std::process::{Command, Output};

/// Runs a program on a file; `None`, with a line that says so, when it is not installed.
fn run(program: &str, arguments: &[&str]) -> Option<Output> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some(output),
        Err(_) => {
            eprintln!(
                "{program} is missing, so this was not held against it (qpdf; poppler-utils)"
            );
            None
        }
    }
}

fn kept(name: &str, document: &Document) -> String {
    let path =
        std::env::temp_dir().join(format!("kindhold-report-{}-{name}.pdf", std::process::id()));
    std::fs::write(&path, to_pdf(document).expect("plain words"))
        .expect("a folder for temporary files");
    path.to_string_lossy().into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Forty pages of everything.
fn long() -> Document {
    let mut document = sample::full();
    let sections = document.sections.clone();
    (0..16).for_each(|_| document.sections.extend(sections.clone()));
    document
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, document) in [
        ("full", sample::full()),
        ("long", long()),
        ("empty", Document::default()),
    ] {
        let path = kept(&format!("qpdf-{name}"), &document);
        if let Some(output) = run("qpdf", &["--check", &path]) {
            assert!(output.status.success(), "{}", said(&output));
        }
        std::fs::remove_file(path).expect("as it was written");
    }
}

#[test]
fn poppler_sees_a_tagged_file_with_its_title_and_pages() {
    let path = kept("info", &long());
    if let Some(output) = run("pdfinfo", &[&path]) {
        let said = said(&output);
        for line in [
            "Title:           Half a year, to look at together",
            "Tagged:          yes",
            "Suspects:        no",
        ] {
            assert!(said.contains(line), "{said}");
        }
        let pages = said
            .lines()
            .find_map(|l| l.strip_prefix("Pages:"))
            .expect("a number of pages");
        assert!(
            pages.trim().parse::<u32>().expect("a number") >= 40,
            "{said}"
        );
    }
    std::fs::remove_file(path).expect("as it was written");
}

#[test]
fn poppler_reads_every_word_in_its_order() {
    let path = kept("text", &sample::full());
    if let Some(output) = run("pdftotext", &["-raw", "-enc", "UTF-8", &path, "-"]) {
        let text = said(&output)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let order = [
            "Half a year, to look at together",
            "Made on 25 November 2026",
            "What matters to me",
            "Café, naïve, Größe, señal, cœur – “quoted”, €5, ≤ 3 → 4.",
            "• First of all: sleep",
            "Who helps My sister, and the neighbour across the hall",
            "Ease of the morning, made up",
            "Another wording from here",
            "Letter to myself 6",
            "How often, by week",
            "it makes the room larger",
            "Room to write",
        ];
        let mut from = 0;
        for words in order {
            let at = text[from..].find(words);
            assert!(
                at.is_some(),
                "{words} is not after what comes before it in: {text}"
            );
            from += at.unwrap_or_default();
        }
    }
    std::fs::remove_file(path).expect("as it was written");
}

#[test]
fn poppler_walks_the_structure_as_it_was_meant() {
    let path = kept("struct", &sample::full());
    if let Some(output) = run("pdfinfo", &["-struct-text", &path]) {
        let (said, wrong) = (
            said(&output),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        );
        assert!(wrong.is_empty(), "{wrong}");
        for part in [
            "Document",
            "H1 (block)",
            "H2 (block)",
            "Figure",
            "Table",
            "TH",
            "\"Half a year, to look at together\"",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
    std::fs::remove_file(path).expect("as it was written");
}

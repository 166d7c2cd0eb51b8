// SPDX-License-Identifier: Apache-2.0
//! `cargo run -p kindhold-content --example check -- content 2026-11-23 [--release]`: the content
//! check alone, for an author who is writing.

use kindhold_content::{CheckOptions, Date, check, load};
use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let root = PathBuf::from(words.first().map_or("content", String::as_str));
    let Some(today) = words.get(1).and_then(|day| day.parse::<Date>().ok()) else {
        eprintln!("Say the folder and the day: content 2026-11-23");
        return ExitCode::from(2);
    };
    let crates = root.join("../crates");
    let options = CheckOptions {
        today,
        release: words.iter().any(|word| word == "--release"),
        code: ["app/src", "app/web", "pages/src"]
            .map(|folder| crates.join(folder))
            .into(),
    };
    let report = check(&load(&root), &options);
    println!("{}", report.table);
    println!("Reading age, of the limit\n{}", report.ages);
    println!("Translated\n{}", report.translated);
    for warning in &report.warnings {
        println!("warning: {warning}");
    }
    for error in &report.errors {
        println!("error: {error}");
    }
    println!(
        "{} errors, {} warnings",
        report.errors.len(),
        report.warnings.len()
    );
    if report.passes() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What must hold of the content before anybody reads it.

mod articles;
mod blocks;
mod coverage;
mod families;
mod keys;
mod lines;
mod pages;
mod practices;
mod programme;
mod prose;
mod translations;

pub use lines::{Freshness, LIMIT_DAYS, dial, freshness};

use crate::{Language, Library, Problem, Severity, problem::line_with};
use jiff::civil::Date;
use std::path::PathBuf;

/// What the check is told from outside.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// The day on which it is run.
    pub today: Date,
    /// Whether this is for a release: a crisis line checked too long ago, and a text that waits for its translation, are
    /// then errors.
    pub release: bool,
    /// Folders of Rust source that use interface strings; without any, uses are not compared.
    pub code: Vec<PathBuf>,
}

/// What the check found.
#[derive(Debug, Default)]
pub struct Report {
    /// What keeps the content from being used.
    pub errors: Vec<Problem>,
    /// What somebody should look at.
    pub warnings: Vec<Problem>,
    /// How many practices answer each function, flow and skill, as lines of text.
    pub table: String,
    /// How old one has to be to read each page, practice, article and step: a line of text each.
    pub ages: String,
    /// How much of each language is translated, and what is not, as lines of text.
    pub translated: String,
}

impl Report {
    fn add(&mut self, severity: Severity, problem: Problem) {
        match severity {
            Severity::Error => self.errors.push(problem),
            Severity::Warning => self.warnings.push(problem),
        }
    }

    fn error(&mut self, problem: Problem) {
        self.add(Severity::Error, problem);
    }

    fn warning(&mut self, problem: Problem) {
        self.add(Severity::Warning, problem);
    }

    /// What is wrong with one file, each with the line where it stands.
    fn faults(&mut self, language: &Language, file: &str, faults: Vec<blocks::Fault>) {
        // What nobody has translated is English, and is held there.
        if language.is_english(file) {
            return;
        }
        let raw = language.raw.get(file).map_or("", String::as_str);
        for (at, what, mend) in faults {
            self.error(Problem::new(file, what, mend).at(line_with(raw, &at)));
        }
    }

    /// Whether the content can be used.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.errors.is_empty()
    }
}

/// How much it weighs that a language lacks something: nothing yet, while it is only begun.
fn severity_in(library: &Library, tag: &str) -> Severity {
    if library.is_begun(tag) {
        Severity::Warning
    } else {
        Severity::Error
    }
}

/// Checks everything and collects all that is wrong, not only the first.
#[must_use]
pub fn check(library: &Library, options: &CheckOptions) -> Report {
    let mut report = Report {
        errors: library.faults.clone(),
        ..Report::default()
    };
    for (tag, language) in &library.languages {
        practices::check(tag, language, &mut report);
        pages::check(library, tag, language, &mut report);
        articles::check(library, tag, language, &mut report);
        programme::check(library, tag, language, &mut report);
        prose::check(library, tag, language, &mut report);
        coverage::check(tag, language, &mut report);
        families::check(library, tag, language, &mut report);
    }
    translations::check(library, options.release, &mut report);
    lines::check(library, options, &mut report);
    keys::check(library, options, &mut report);
    report.errors.sort();
    report.errors.dedup();
    report.warnings.sort();
    report.warnings.dedup();
    report
}

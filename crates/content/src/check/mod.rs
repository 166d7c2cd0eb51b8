// SPDX-License-Identifier: Apache-2.0
//! What must hold of the content before anybody reads it.

mod coverage;
mod families;
mod keys;
mod lines;
mod pages;
mod practices;
mod prose;

pub use lines::{Freshness, LIMIT_DAYS, dial, freshness};

use crate::{Library, Problem, Severity};
use jiff::civil::Date;
use std::path::PathBuf;

/// What the check is told from outside.
#[derive(Debug, Clone)]
pub struct CheckOptions {
    /// The day on which it is run.
    pub today: Date,
    /// Whether this is for a release: a crisis line checked too long ago is then an error.
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

    /// Whether the content can be used.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.errors.is_empty()
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
        prose::check(library, tag, language, &mut report);
        coverage::check(tag, language, &mut report);
        families::check(library, tag, language, &mut report);
    }
    lines::check(library, options, &mut report);
    keys::check(library, options, &mut report);
    report.errors.sort();
    report.errors.dedup();
    report.warnings.sort();
    report.warnings.dedup();
    report
}

// SPDX-License-Identifier: Apache-2.0
//! `kindhold content check`: what an author runs before handing in.

use kindhold_content::{CheckOptions, Date, check, load, write_skeleton};
use std::{fmt::Write as _, path::Path};

/// What the check says, and whether the content can be used.
#[derive(Debug)]
pub struct Verdict {
    /// The table of coverage, the reading age of each text, how much of each language is translated, then
    /// everything found, then how many.
    pub words: String,
    /// Whether there was no error.
    pub passes: bool,
}

/// Writes what a language lacks, and says how much that was.
///
/// # Errors
/// A sentence.
pub fn skeleton(folder: &Path, tag: &str) -> Result<String, String> {
    let is_tag = !tag.is_empty()
        && tag != "en"
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !is_tag {
        return Err("Name the language by its tag, such as nl or pt-BR.".to_owned());
    }
    let written = write_skeleton(folder, tag).map_err(|e| format!("The disk said: {e}"))?;
    Ok(format!(
        "{} files written into {}. docs/translating.md says how to go on.",
        written.len(),
        folder.join(tag).display()
    ))
}

/// Checks a content folder. In the repository, uses of strings in the code are compared too.
#[must_use]
pub fn verdict(folder: &Path, today: Date, release: bool) -> Verdict {
    let code = [
        "../crates/app/src",
        "../crates/pages/src",
        "../crates/app/web",
    ];
    let code = code.map(|place| folder.join(place));
    let options = CheckOptions {
        today,
        release,
        code: code.into_iter().filter(|place| place.is_dir()).collect(),
    };
    let report = check(&load(folder), &options);
    let mut words = format!(
        "{}\nReading age, of the limit\n{}\nTranslated\n{}\n",
        report.table, report.ages, report.translated
    );
    let found = |kind: &str, problem: &dyn std::fmt::Display| format!("{kind}: {problem}\n");
    for warning in &report.warnings {
        words.push_str(&found("warning", warning));
    }
    for error in &report.errors {
        words.push_str(&found("error", error));
    }
    let (errors, warnings) = (report.errors.len(), report.warnings.len());
    let _ = writeln!(words, "{errors} errors, {warnings} warnings");
    Verdict {
        words,
        passes: report.passes(),
    }
}

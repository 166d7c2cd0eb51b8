// SPDX-License-Identifier: Apache-2.0
use std::fmt;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content must not be used like this.
    Error,
    /// It can be used; somebody should look.
    Warning,
}

/// Something wrong in the content, for an author who does not write Rust.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, from the content folder downwards.
    pub file: String,
    /// The line, counted from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong, in plain words.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl Problem {
    pub(crate) fn new(
        file: impl Into<String>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            line: None,
            what: what.into(),
            mend: mend.into(),
        }
    }

    pub(crate) fn at(mut self, line: Option<usize>) -> Self {
        self.line = line;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.what)?;
        if !self.mend.is_empty() {
            write!(f, "\n    {}", self.mend)?;
        }
        Ok(())
    }
}

/// The line, counted from 1, in which a byte of the text lies.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    let end = byte.min(text.len());
    1 + text.as_bytes()[..end]
        .iter()
        .filter(|b| **b == b'\n')
        .count()
}

/// The first line that contains these words, counted from 1.
pub(crate) fn line_with(text: &str, words: &str) -> Option<usize> {
    let first = words.lines().next().unwrap_or(words);
    text.find(first).map(|byte| line_of(text, byte))
}

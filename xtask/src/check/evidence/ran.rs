// SPDX-License-Identifier: Apache-2.0
//! Which tests ran in this check, and how they ended.

use crate::workspace;
use anyhow::{Context as _, Result};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Where a run of tests leaves what it ran.
#[derive(Clone, Copy)]
pub(in crate::check) enum Suite {
    Rust,
    Browser,
    /// Programs that nobody here wrote, by the number of their folder.
    Outside(usize),
}

impl Suite {
    /// The file of this run, in a folder that is there.
    pub(in crate::check) fn file(self) -> Result<PathBuf> {
        let folder = workspace::target().join("ran");
        fs::create_dir_all(&folder)?;
        Ok(folder.join(match self {
            Self::Rust => "rust".to_owned(),
            Self::Browser => "browser".to_owned(),
            Self::Outside(number) => format!("outside-{number}"),
        }))
    }
}

/// What Node's test runner is told, so that it tells us what ran and a reader the rest.
pub(in crate::check) fn reporter_args(suite: Suite) -> Result<Vec<String>> {
    let own = workspace::root().join("e2e/lib/ran.js");
    let file = suite.file()?;
    // What an earlier run left proves nothing.
    let _ = fs::remove_file(&file);
    Ok(vec![
        "--test-reporter=spec".into(),
        "--test-reporter-destination=stdout".into(),
        format!("--test-reporter={}", own.display()),
        format!("--test-reporter-destination={}", file.display()),
    ])
}

/// Keeps what cargo's test runner printed, a line for each test: how it ended, and its name.
pub(in crate::check) fn keep_rust(printed: &str) -> Result<()> {
    Ok(fs::write(Suite::Rust.file()?, rust_lines(printed))?)
}

fn rust_lines(printed: &str) -> String {
    printed
        .lines()
        .filter_map(|line| {
            let (name, end) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
            let name = name.split(" - ").next()?;
            let end = end.split([',', ' ']).next()?;
            Some(format!("{end}\t{name}\n"))
        })
        .collect()
}

/// Every test that ran, by its name.
#[derive(Default)]
pub(super) struct Ran {
    /// The last part of a Rust test's path, and how each of that name ended.
    rust: BTreeMap<String, Vec<String>>,
    node: BTreeMap<String, Vec<String>>,
}

impl Ran {
    /// What the steps before left.
    ///
    /// # Errors
    /// If they did not run.
    pub(super) fn read() -> Result<Self> {
        let mut ran = Self::default();
        let folder = workspace::target().join("ran");
        let files = fs::read_dir(&folder).context("No tests have run yet: cargo xtask check")?;
        for file in files {
            let path = file?.path();
            let is_rust = path == Path::new(&folder).join("rust");
            ran.take(&fs::read_to_string(&path)?, is_rust);
        }
        Ok(ran)
    }

    fn take(&mut self, text: &str, is_rust: bool) {
        for (end, name) in text.lines().filter_map(|line| line.split_once('\t')) {
            let (map, name) = if is_rust {
                (&mut self.rust, name.rsplit("::").next().unwrap_or(name))
            } else {
                (&mut self.node, name)
            };
            map.entry(name.to_owned()).or_default().push(end.to_owned());
        }
    }

    /// Whether the tests of this name all passed.
    ///
    /// # Errors
    /// A sentence that says what happened instead.
    pub(super) fn rust(&self, name: &str) -> Result<(), String> {
        outcome(&self.rust, name)
    }

    /// The same for a title of the browser tests.
    ///
    /// # Errors
    /// As for [`Ran::rust`].
    pub(super) fn node(&self, title: &str) -> Result<(), String> {
        outcome(&self.node, title)
    }
}

fn outcome(all: &BTreeMap<String, Vec<String>>, name: &str) -> Result<(), String> {
    match all.get(name) {
        None => Err(format!("`{name}` did not run")),
        Some(ends) => match ends.iter().find(|end| *end != "ok") {
            None => Ok(()),
            Some(end) => Err(format!("`{name}` ended as: {end}")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "
running 4 tests
test laws::any_damage_is_noticed ... ok
test laws::refuses - should panic ... ok
test slow ... ignored, by hand
test broken ... FAILED

test result: FAILED. 2 passed; 1 failed; 1 ignored
";

    #[test]
    fn what_cargo_prints_is_read() {
        let mut ran = Ran::default();
        ran.take(&rust_lines(PRINTED), true);
        assert_eq!(ran.rust("any_damage_is_noticed"), Ok(()));
        assert_eq!(ran.rust("refuses"), Ok(()));
        assert_eq!(ran.rust("slow"), Err("`slow` ended as: ignored".into()));
        assert_eq!(ran.rust("broken"), Err("`broken` ended as: FAILED".into()));
        assert_eq!(ran.rust("gone"), Err("`gone` did not run".into()));
    }

    #[test]
    fn one_of_two_of_a_name_is_not_enough() {
        let mut ran = Ran::default();
        ran.take("ok\thelp opens\nskipped\thelp opens\n", false);
        assert!(ran.node("help opens").is_err());
    }
}

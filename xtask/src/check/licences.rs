// SPDX-License-Identifier: Apache-2.0
//! Every source file says under which licence it may be used.

use crate::{
    process::{line, program},
    workspace,
};
use anyhow::{Result, bail};
use std::{fs, path::Path};

/// How far down the line may stand: below `#!`, or below `<!doctype html>`.
const LINES: usize = 3;

/// What a file of this kind has to carry; `None` for files that cannot carry a comment, or whose
/// text belongs to a tool.
fn wanted(path: &str) -> Option<&'static str> {
    const CODE: &str = "SPDX-License-Identifier: Apache-2.0";
    const CONTENT: &str = "SPDX-License-Identifier: CC-BY-4.0";
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = Path::new(name)
        .extension()
        .and_then(|ending| ending.to_str());
    let source = [
        "rs", "js", "mjs", "css", "html", "toml", "ftl", "py", "sh", "svg",
    ];
    if path == ".ci/run" {
        return Some(CODE);
    }
    if !ending.is_some_and(|ending| source.contains(&ending)) || path.contains("/fixtures/") {
        return None;
    }
    Some(if path.starts_with("content/") {
        CONTENT
    } else {
        CODE
    })
}

/// Looks at every file that git knows.
pub(super) fn check() -> Result<()> {
    let files = line(program("git").args(["ls-files", "--cached", "--deduplicate"]))?;
    let mut bare = Vec::new();
    for path in files.lines() {
        let Some(wanted) = wanted(path) else { continue };
        // A file that is being moved is in git's list and not on the disk.
        let Ok(text) = fs::read_to_string(workspace::root().join(path)) else {
            continue;
        };
        if !text.lines().take(LINES).any(|line| line.contains(wanted)) {
            bare.push(format!("{path} lacks `{wanted}`"));
        }
    }
    if bare.is_empty() {
        return Ok(());
    }
    bail!("{}", bare.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_content_have_licences_of_their_own() {
        assert!(wanted("crates/care/src/lib.rs").is_some_and(|line| line.contains("Apache")));
        assert!(wanted("content/en/ui/app.ftl").is_some_and(|line| line.contains("CC-BY")));
        assert!(wanted(".ci/run").is_some());
        assert_eq!(wanted("README.md"), None);
        assert_eq!(
            wanted("crates/content/tests/fixtures/broken/lines/GB.toml"),
            None
        );
    }
}

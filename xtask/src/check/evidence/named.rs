// SPDX-License-Identifier: Apache-2.0
//! What `ARCHITECTURE.md` leads through: each file and function that it names is there.

use crate::{
    process::{line, program},
    workspace,
};
use anyhow::Result;
use pulldown_cmark::{Event, Parser};
use std::fs;

/// The walk that is checked.
const WALK: &str = "ARCHITECTURE.md";

/// Names in it that are nowhere, each with its line.
pub(super) fn faults() -> Result<Vec<String>> {
    let text = fs::read_to_string(workspace::root().join(WALK))?;
    let files =
        line(program("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let sources: String = files
        .lines()
        .filter(|path| path.starts_with("crates/") && path.ends_with(".rs"))
        .filter_map(|path| fs::read_to_string(workspace::root().join(path)).ok())
        .collect();
    Ok(missing(&text, &files, &sources)
        .into_iter()
        .map(|(line, name)| format!("{WALK}:{line}: there is no `{name}` any more"))
        .collect())
}

/// Files (`offer/ladder.rs`) that no path ends with, and functions or variants (`Session::write`) that no source declares.
fn missing(text: &str, files: &str, sources: &str) -> Vec<(usize, String)> {
    let mut missing = Vec::new();
    for (event, place) in Parser::new(text).into_offset_iter() {
        let Event::Code(name) = event else { continue };
        let is_there = if name.ends_with(".rs") && !name.contains(' ') {
            let end = format!("/{name}");
            files.lines().any(|path| path.ends_with(&end))
        } else if let Some((_, last)) = name.rsplit_once("::") {
            let declared = [
                format!("fn {last}("),
                format!("fn {last}<"),
                format!("struct {last} "),
                format!("struct {last}<"),
                format!("struct {last}("),
                format!("enum {last} "),
                format!("trait {last} "),
                format!("mod {last}"),
                format!("    {last}("),
                format!("    {last},"),
                format!("    {last} {{"),
            ];
            declared.iter().any(|words| sources.contains(words))
        } else {
            true
        };
        if !is_there {
            missing.push((
                text[..place.start].matches('\n').count() + 1,
                name.into_string(),
            ));
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_gone_is_told_with_its_line() {
        let files = "crates/choice/src/offer/ladder.rs\n";
        let sources = "impl A {\n    pub fn write(&self) {}\n}\nenum B {\n    Pack(u8),\n}\n";
        let walk = "1. `offer/ladder.rs`, `A::write`, `B::Pack`\n2. `offer/gone.rs` and `A::read`, a `word`\n";
        assert_eq!(
            missing(walk, files, sources),
            [(2, "offer/gone.rs".to_owned()), (2, "A::read".to_owned())]
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Whether what a link names is there, and is not skipped, as far as the sources tell.

use super::links::{Link, Proof};
use crate::workspace;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// What is wrong with a link, in a sentence.
pub(super) fn fault(link: &Link, steps: &[&str]) -> Option<String> {
    let target = link.target.as_deref()?;
    let whole = workspace::root().join(target);
    if target.starts_with("..") || !whole.exists() {
        return Some(format!("there is no {}", target.display()));
    }
    match &link.proof {
        Proof::None => None,
        Proof::Step(step) => {
            (!steps.contains(&step.as_str())).then(|| format!("the check has no step `{step}`"))
        }
        Proof::Rust(name) => rust(&fs::read_to_string(whole).unwrap_or_default(), name)
            .map(|fault| format!("`{name}` {fault} {}", target.display())),
        Proof::Node(title) => {
            let own = fs::read_to_string(&whole).unwrap_or_default();
            node(&own, title, &SCRIPTS)
                .map(|fault| format!("`{title}` {fault} {}", target.display()))
        }
    }
}

/// What is wrong with a Rust test in the text of its file.
fn rust(text: &str, name: &str) -> Option<&'static str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let head = format!("fn {name}(");
    let Some(at) = lines.iter().position(|line| line.contains(&head)) else {
        return Some("is no test in");
    };
    let attributes: Vec<&&str> = lines[..at]
        .iter()
        .rev()
        .take_while(|line| line.starts_with("#[") || line.starts_with("//") || line.ends_with(")]"))
        .collect();
    if attributes.iter().any(|line| line.starts_with("#[ignore")) {
        return Some("is ignored in");
    }
    let is_test = attributes
        .iter()
        .any(|line| line.starts_with("#[test") || line.starts_with("#[tokio::test"));
    (!is_test).then_some("is a function and no test in")
}

/// What is wrong with a browser or Node test in the text of its file. Some titles stand in helpers, which `others` holds.
fn node(own: &str, title: &str, others: &[String]) -> Option<&'static str> {
    for quote in ['"', '\'', '`'] {
        let quoted = format!("{quote}{title}{quote}");
        for skip in [".skip(", ".todo("] {
            if own.contains(&format!("{skip}{quoted}")) {
                return Some("is skipped in");
            }
        }
        // What is skipped on a condition shows when it has run.
        if ["true", "\"", "'"]
            .iter()
            .any(|always| own.contains(&format!("{quoted}, {{ skip: {always}")))
        {
            return Some("is skipped in");
        }
    }
    let here = std::iter::once(own).chain(others.iter().map(String::as_str));
    (!here.into_iter().any(|text| names(text, title))).then_some("is no title in, or beside,")
}

/// Whether a text holds this title: as it is, or as a template with something filled in.
fn names(text: &str, title: &str) -> bool {
    if ['"', '\'', '`']
        .iter()
        .any(|quote| text.contains(&format!("{quote}{title}{quote}")))
    {
        return true;
    }
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|template| template.contains("${") && !template.contains('\n'))
        .any(|template| fits(template, title))
}

/// Whether a title can come of a template: its fixed parts follow each other.
fn fits(template: &str, title: &str) -> bool {
    let mut fixed = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("${") {
        fixed.push(before);
        let Some((_, after)) = after.split_once('}') else {
            return false;
        };
        rest = after;
    }
    let words: usize =
        fixed.iter().map(|part| part.trim().len()).sum::<usize>() + rest.trim().len();
    // A template of nothing but what is filled in would fit everything.
    if words < 12 {
        return false;
    }
    let Some(mut left) = title.strip_prefix(fixed[0]) else {
        return false;
    };
    for part in &fixed[1..] {
        let Some((_, after)) = left.split_once(part) else {
            return false;
        };
        left = after;
    }
    left.ends_with(rest)
}

/// Every script of the browser tests.
static SCRIPTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["e2e/app", "e2e/lib", "e2e/tests", "crates/measure/oracle"];
    folders
        .iter()
        .flat_map(|folder| scripts(&workspace::root().join(folder)))
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect()
});

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rust_test_is_there_and_runs() {
        let text = "#[test]\n#[allow(x)]\nfn all_is_well() {}\n";
        assert_eq!(rust(text, "all_is_well"), None);
        assert_eq!(
            rust(
                "#[tokio::test(flavor = \"x\")]\nasync fn all_is_well() {}",
                "all_is_well"
            ),
            None
        );
    }

    #[test]
    fn a_rust_test_that_is_gone_ignored_or_none_is_refused() {
        assert_eq!(rust("fn other() {}", "all_is_well"), Some("is no test in"));
        let ignored = "#[test]\n#[ignore = \"slow\"]\nfn all_is_well() {}";
        assert_eq!(rust(ignored, "all_is_well"), Some("is ignored in"));
        let helper = "#[test]\nfn other() {}\n\nfn all_is_well() {}";
        assert_eq!(
            rust(helper, "all_is_well"),
            Some("is a function and no test in")
        );
    }

    #[test]
    fn a_title_is_there_as_it_is_or_filled_in() {
        let text = "test(\"help opens first\", run);\ntest(`the plan is read in ${language}, offline`, run);";
        assert_eq!(node(text, "help opens first", &[]), None);
        assert_eq!(node(text, "the plan is read in fr-CA, offline", &[]), None);
        assert_eq!(node("", "help opens first", &[text.into()]), None);
        assert!(node(text, "the plan is read in fr-CA, online", &[]).is_some());
        assert!(node(text, "help opens last", &[]).is_some());
        assert!(node("test(`${a} ${b}`)", "anything at all goes", &[]).is_some());
    }

    #[test]
    fn a_skipped_title_is_refused() {
        for text in [
            "test.skip(\"help opens first\", run)",
            "test(\"help opens first\", { skip: true }, run)",
        ] {
            assert_eq!(node(text, "help opens first", &[]), Some("is skipped in"));
        }
    }
}

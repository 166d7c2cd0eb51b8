// SPDX-License-Identifier: Apache-2.0
//! The links of a document, and what each names as a proof.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::path::{Component, Path, PathBuf};

/// What a link names besides the file it leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Proof {
    /// The name of a Rust test, without its modules.
    Rust(String),
    /// The title of a browser or Node test, as it runs.
    Node(String),
    /// A step of the check.
    Step(String),
    /// A link like any other.
    None,
}

impl Proof {
    fn of(code: Option<&str>, target: &str) -> Self {
        let Some(code) = code else { return Self::None };
        if let Some(step) = code.strip_prefix("cargo xtask check ") {
            return Self::Step(step.to_owned());
        }
        let is_name = |text: &str| {
            text.contains('_')
                && text
                    .bytes()
                    .all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if target.ends_with(".rs") && is_name(code) {
            return Self::Rust(code.to_owned());
        }
        if target.ends_with(".test.js") && code.contains(' ') {
            return Self::Node(code.to_owned());
        }
        Self::None
    }
}

/// A link of a document.
#[derive(Debug)]
pub(super) struct Link {
    /// The document, from the repository's root.
    pub(super) document: String,
    /// The line it stands on, from one.
    pub(super) line: usize,
    /// The file it leads to, from the repository's root; `None` for an address, a mail or a place in the same document.
    pub(super) target: Option<PathBuf>,
    pub(super) proof: Proof,
}

/// The links of a document. Its path is told from the repository's root.
pub(super) fn of(document: &str, text: &str) -> Vec<Link> {
    let folder = Path::new(document).parent().unwrap_or(Path::new(""));
    let mut found = Vec::new();
    let mut open: Option<(String, usize, Vec<String>)> = None;
    for (event, place) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let line = text[..place.start].matches('\n').count() + 1;
                open = Some((dest_url.into_string(), line, Vec::new()));
            }
            Event::Code(code) => {
                if let Some((_, _, codes)) = &mut open {
                    codes.push(code.into_string());
                }
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some((target, line, codes)) = open.take() else {
                    continue;
                };
                found.push(Link {
                    document: document.to_owned(),
                    line,
                    proof: Proof::of(codes.first().map(String::as_str), &target),
                    target: inside(folder, &target),
                });
            }
            _ => {}
        }
    }
    found
}

/// The file that a link leads to, from the root.
fn inside(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split('#').next().filter(|path| !path.is_empty())?;
    if path.contains(':') {
        return None;
    }
    let mut whole = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::ParentDir => {
                // A link that leaves the repository leads to nothing in it.
                if !whole.pop() {
                    whole.push("..");
                }
            }
            Component::CurDir => {}
            other => whole.push(other),
        }
    }
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Link {
        let mut all = of("docs/safety/hazards.md", text);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    #[test]
    fn a_test_in_backticks_is_a_proof() {
        let rust = only("\n\n| a | [`any_damage_is_noticed`](../../crates/vault/tests/laws.rs) |");
        assert_eq!(rust.proof, Proof::Rust("any_damage_is_noticed".into()));
        assert_eq!(
            rust.target,
            Some(PathBuf::from("crates/vault/tests/laws.rs"))
        );
        assert_eq!(rust.line, 3);
        let node = only("[`help opens, in en`](../../e2e/app/locked.test.js)");
        assert_eq!(node.proof, Proof::Node("help opens, in en".into()));
        let step = only("[`cargo xtask check licences`](../../xtask/src/check/licences.rs)");
        assert_eq!(step.proof, Proof::Step("licences".into()));
    }

    #[test]
    fn files_and_addresses_are_no_proofs() {
        assert_eq!(
            only("[`locked.test.js`](../../e2e/app/locked.test.js)").proof,
            Proof::None
        );
        assert_eq!(only("[the vault](../vault.md)").proof, Proof::None);
        assert_eq!(only("[there](https://kindhold.example/a)").target, None);
        assert_eq!(only("[below](#h2)").target, None);
    }
}

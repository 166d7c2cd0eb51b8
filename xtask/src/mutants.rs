// SPDX-License-Identifier: Apache-2.0
//! Small mistakes put into the scoring and the vault, one at a time: does a test notice? With
//! [cargo-mutants](https://mutants.rs), on a copy of the sources. `docs/security/mutants.md` says what came out.

use crate::{installed::from_crates, process::run, workspace};
use anyhow::{Context as _, Result};
use std::path::Path;

const VERSION: &str = "27.0.0";

pub(crate) const HELP: &str = "\
cargo xtask mutants                  small mistakes in the scoring and the vault: does a test notice (many hours)
cargo xtask mutants vault --shard 0/8   … in one of them, and an eighth of it; what follows goes to cargo-mutants
";

/// A part of the sources and the tests that are asked.
struct Scope {
    name: &'static str,
    package: &'static str,
    files: &'static [&'static str],
    tests: &'static [&'static str],
}

const SCOPES: [Scope; 2] = [
    Scope {
        name: "scoring",
        package: "kindhold-measure",
        files: &[
            "crates/measure/src/score.rs",
            "crates/measure/src/change.rs",
            "crates/measure/src/change/*.rs",
            "crates/measure/src/case.rs",
            "crates/measure/src/case/*.rs",
            "crates/measure/src/path.rs",
            "crates/measure/src/path/*.rs",
        ],
        tests: &["score", "case", "case_chance", "change", "path"],
    },
    Scope {
        name: "vault",
        package: "kindhold-vault",
        files: &["crates/vault/src/**/*.rs"],
        tests: &["laws", "vectors", "together", "memory_store"],
    },
];

/// Runs them all, or the one that is named.
pub(crate) fn mutants(words: &[&str]) -> Result<()> {
    let tool = from_crates("cargo-mutants", VERSION)?;
    let named = words.first().filter(|word| !word.starts_with('-'));
    let more = &words[usize::from(named.is_some())..];
    let chosen: Vec<&Scope> = SCOPES
        .iter()
        .filter(|scope| named.is_none_or(|name| *name == scope.name))
        .collect();
    anyhow::ensure!(!chosen.is_empty(), "There are: scoring, vault.");
    for scope in chosen {
        try_all(&tool, scope, more)?;
    }
    Ok(())
}

fn try_all(tool: &Path, scope: &Scope, more: &[&str]) -> Result<()> {
    let out = workspace::target().join("mutants").join(scope.name);
    std::fs::create_dir_all(&out).context("no folder for what comes out")?;
    let mut command = crate::process::program(tool);
    command.args(["mutants", "--baseline=skip", "--jobs=1"]);
    // A shard is a sample of everything, not a piece of it.
    command.arg("--sharding=round-robin");
    command.args(["--timeout=200", "--build-timeout=600"]);
    // Quicker to build; the tests are the same.
    command.arg("-C=--config=profile.dev.debug=false");
    command.arg("-C=--config=profile.dev.package.kindhold-vault.opt-level=1");
    command
        .args(["--package", scope.package])
        .arg("--output")
        .arg(out);
    for file in scope.files {
        command.args(["--file", file]);
    }
    command.args(more).args(["--", "--lib"]);
    for test in scope.tests {
        command.args(["--test", test]);
    }
    run(&mut command)
}

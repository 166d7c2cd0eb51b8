// SPDX-License-Identifier: Apache-2.0
//! What the documents claim, held against the tests they name.
//!
//! A claim names its proof by a link: a test's name in backticks that leads to the file it stands in, or
//! `cargo xtask check STEP`. [`check`] reads every document and holds each such link against the sources. [`proven`] comes
//! after everything else: each test that is named has run in this very check, and passed.

mod hazards;
mod links;
mod named;
mod ran;
mod sources;

use super::known_steps;
use crate::{
    process::{line, program},
    workspace,
};
use anyhow::{Context as _, Result, bail, ensure};
use links::{Link, Proof};
use ran::Ran;
use std::fs;

pub(super) use ran::{Suite, keep_rust, reporter_args};

/// The links of every document that git knows, or would know.
fn documents() -> Result<Vec<Link>> {
    let list = [
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "--deduplicate",
        "*.md",
    ];
    let mut all = Vec::new();
    for path in line(program("git").args(list))?.lines() {
        // A file that is being moved is in git's list and not on the disk.
        if let Ok(text) = fs::read_to_string(workspace::root().join(path)) {
            all.extend(links::of(path, &text));
        }
    }
    Ok(all)
}

/// Every link leads somewhere, every proof that is named is there and is not skipped, every control of the hazard log
/// names one, and what the walk through the code names is there.
pub(super) fn check() -> Result<()> {
    let all = documents()?;
    let mut faults: Vec<String> = all
        .iter()
        .filter_map(|link| {
            let fault = sources::fault(link, &known_steps())?;
            Some(format!("{}:{}: {fault}", link.document, link.line))
        })
        .collect();
    let log = "docs/safety/hazards.md";
    let text = fs::read_to_string(workspace::root().join(log))
        .with_context(|| format!("the hazard log is gone: {log}"))?;
    faults.extend(
        hazards::faults(&text, &links::of(log, &text))
            .into_iter()
            .map(|fault| format!("{log}:{fault}")),
    );
    faults.extend(named::faults()?);
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// Every test that a document names ran and passed.
pub(super) fn proven() -> Result<()> {
    let ran = Ran::read()?;
    let mut faults = Vec::new();
    let mut held = 0_usize;
    for link in documents()? {
        let outcome = match &link.proof {
            Proof::Rust(name) => ran.rust(name),
            Proof::Node(title) => ran.node(title),
            Proof::Step(_) | Proof::None => continue,
        };
        match outcome {
            Ok(()) => held += 1,
            Err(fault) => faults.push(format!("{}:{}: {fault}", link.document, link.line)),
        }
    }
    if faults.is_empty() {
        println!("  {held} claims, each with a test that ran and passed");
        return Ok(());
    }
    bail!("{}", faults.join("\n"))
}

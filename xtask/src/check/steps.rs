// SPDX-License-Identifier: Apache-2.0
//! The steps that are one command each.

use super::evidence::keep_rust;
use crate::{
    build::{self, Binary, Quality},
    process::{cargo, kept, line, program, run, run_kept},
    workspace,
};
use anyhow::{Context as _, Result, bail, ensure};
use kindhold_content::{CheckOptions, check as check_content, load};
use std::{fs, path::Path};

pub(super) fn format() -> Result<()> {
    run_kept(cargo().args(["fmt", "--all", "--check"])).map(drop)
}

pub(super) fn clippy() -> Result<()> {
    let args = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    run_kept(cargo().args(args)).map(drop)
}

pub(super) fn clippy_web() -> Result<()> {
    // Some of it is there in one of the two alone.
    ["probe", "together"]
        .into_iter()
        .try_for_each(clippy_web_with)
}

fn clippy_web_with(feature: &str) -> Result<()> {
    let folder = build::web_folder();
    let mut command = cargo();
    command
        .args([
            "clippy",
            "--quiet",
            "--package",
            "kindhold-app",
            "--features",
            feature,
        ])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(&folder)
        .args(["--", "-D", "warnings"])
        .env_remove("RUSTFLAGS")
        .env(
            "CARGO_ENCODED_RUSTFLAGS",
            build::web_flags(workspace::root(), &folder)?,
        );
    run_kept(&mut command).map(drop)
}

/// Measures the released program as a relay.
pub(crate) fn bench_relay() -> Result<()> {
    let program = build::build(Quality::Release)?;
    let args = [
        "run",
        "--release",
        "--quiet",
        "--package",
        "kindhold-relay",
        "--example",
        "bench",
    ];
    run(cargo().args(args).arg("--").arg(program))
}

pub(super) fn test() -> Result<()> {
    // What an earlier run left proves nothing.
    keep_rust("")?;
    let (passed, words) = kept(cargo().args(["test", "--workspace", "--no-fail-fast"]))?;
    keep_rust(&words)?;
    if passed {
        return Ok(());
    }
    let told = words.lines().filter(|line| !line.ends_with(" ... ok"));
    bail!("{}", told.collect::<Vec<_>>().join("\n"))
}

pub(super) fn content() -> Result<()> {
    let root = workspace::root();
    let code = ["crates/app/src", "crates/app/web", "crates/pages/src"];
    let options = CheckOptions {
        today: build::today(),
        release: false,
        code: code.iter().map(|place| root.join(place)).collect(),
    };
    let report = check_content(&load(&root.join("content")), &options);
    for warning in &report.warnings {
        println!("  to look at: {warning}");
    }
    if report.passes() {
        return Ok(());
    }
    let errors: Vec<String> = report.errors.iter().map(ToString::to_string).collect();
    bail!("{}", errors.join("\n"))
}

pub(super) fn site() -> Result<()> {
    build::build(Quality::Run).map(drop)
}

pub(super) fn probe() -> Result<()> {
    build::probe().map(drop)
}

/// Builds the app from a copy of the sources in another place, and compares.
pub(super) fn reproducible() -> Result<()> {
    let first = build::wasm(
        Quality::Run,
        Binary::App,
        workspace::root(),
        &build::web_folder(),
    )?;
    let again = workspace::target().join("again");
    if again.exists() {
        fs::remove_dir_all(&again)?;
    }
    let root = again.join("sources");
    copy(&root)?;
    let second = build::wasm(Quality::Run, Binary::App, &root, &again.join("web"))?;
    ensure!(
        fs::read(first)? == fs::read(second)?,
        "the app came out different the second time"
    );
    Ok(())
}

/// Every file that git knows, as it is now.
fn copy(to: &Path) -> Result<()> {
    for path in line(program("git").args(["ls-files", "--cached", "--deduplicate"]))?.lines() {
        let (from, to) = (workspace::root().join(path), to.join(path));
        fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
        fs::copy(from, to)?;
    }
    Ok(())
}

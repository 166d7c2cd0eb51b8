// SPDX-License-Identifier: Apache-2.0
//! The product in a real browser.

use super::evidence::{Suite, reporter_args};
use crate::{
    build::{self, Quality},
    process::{cargo, program, run, run_kept},
    tools, workspace,
};
use anyhow::{Context as _, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Builds what ships and runs every browser test on it.
pub(super) fn check() -> Result<()> {
    run(node_test()?.args(tests("tests")?).args(tests("app")?))
}

/// Builds what is measured and measures it.
pub(crate) fn bench() -> Result<()> {
    build::build(Quality::Run)?;
    build::probe()?;
    let mut command = told(node()?);
    run(command.arg("bench/bench.js"))
}

/// Builds what ships and measures what a counsellor waits for.
pub(crate) fn bench_seats() -> Result<()> {
    build::build(Quality::Run)?;
    let example = ["build", "--release", "--package", "kindhold-relay"];
    run(cargo().args(example).args(["--example", "client"]))?;
    let mut command = told(node()?);
    let client = workspace::target().join("release/examples/client");
    run(command.env("CLIENT", client).arg("bench/seats.js"))
}

/// Node for a script that measures or endures, told where everything is.
pub(crate) fn scripts() -> Result<Command> {
    Ok(told(node()?))
}

/// Node on its test runner, told where everything is.
fn node_test() -> Result<Command> {
    let mut command = node()?;
    command.args(["--test", "--test-concurrency=2"]);
    command.args(reporter_args(Suite::Browser)?);
    Ok(told(command))
}

fn told(mut command: Command) -> Command {
    command.env("KINDHOLD", build::program_of(Quality::Run));
    command.env("KINDHOLD_PROBE", workspace::target().join("probe"));
    command
}

/// Node in `e2e`, with its packages there.
fn node() -> Result<Command> {
    packages_in(&workspace::root().join("e2e"))?;
    let mut command = program(tools::find(&["node", "nodejs"]).context("Node is missing")?);
    command.current_dir(workspace::root().join("e2e"));
    command.env(
        "CHROMIUM",
        tools::chromium().context("Chromium is missing")?,
    );
    Ok(command)
}

/// Installs the packages that a folder's lock file names, once for each state of it.
pub(super) fn packages_in(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.of-this-lock");
    if fs::read(&stamp).is_ok_and(|kept| kept == lock) {
        return Ok(());
    }
    let mut npm = program("npm");
    npm.args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder);
    run_kept(&mut npm)?;
    Ok(fs::write(stamp, lock)?)
}

fn tests(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(workspace::root().join("e2e").join(folder))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.js"))
        .collect();
    files.sort();
    Ok(files)
}

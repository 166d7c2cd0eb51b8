// SPDX-License-Identifier: Apache-2.0
//! A fuzzer at a relay that really runs, against the document in which it says what it answers
//! (`crates/relay/api-fuzz`, docs/security/api.md).

use crate::{
    build::{self, Quality},
    installed,
    process::{cargo, program, run, run_kept},
    workspace,
};
use anyhow::{Context as _, Result, bail, ensure};
use std::{env::consts::EXE_SUFFIX, fs, path::PathBuf};

pub(crate) const HELP: &str = "\
cargo xtask api                      a fuzzer at the relay and at the forms of readers, for ten minutes
cargo xtask api --minutes 60 --seed 7 --database-url postgres://…   … for longer, from another seed, on PostgreSQL
";

/// A short run that is the same each time.
pub(super) fn check() -> Result<()> {
    run_kept(cargo().args(["build", "--quiet", "--package", "kindhold"]))?;
    let built = workspace::target().join(format!("debug/kindhold{EXE_SUFFIX}"));
    // Another step may put another program there meanwhile.
    let ours = workspace::target().join(format!("api/kindhold{EXE_SUFFIX}"));
    fs::create_dir_all(workspace::target().join("api"))?;
    fs::copy(built, &ours)?;
    let mut command = program(python()?);
    command.arg(folder().join("run.py")).arg(ours);
    run_kept(command.args(["--examples", "25", "--seed", "1"])).map(drop)
}

/// A long run at the program as it ships.
pub(crate) fn long(words: &[&str]) -> Result<()> {
    let shipped = build::program_of(Quality::Run);
    ensure!(
        shipped.exists(),
        "There is no program yet: `cargo xtask build` makes one."
    );
    let (mut minutes, mut seed, mut more) = (10, "7", Vec::new());
    for pair in words.chunks(2) {
        match pair {
            ["--minutes", said] => minutes = said.parse().context("so many minutes")?,
            ["--seed", said] => seed = *said,
            ["--database-url", _] => more = pair.to_vec(),
            _ => bail!("That is not known here.\n\n{HELP}"),
        }
    }
    // Tokens hold for an hour, and the harness signs everybody in once.
    ensure!((1..=70).contains(&minutes), "1 to 70 minutes at a time.");
    let seconds = (minutes * 60_u32).to_string();
    run(program(python()?)
        .arg(folder().join("run.py"))
        .arg(shipped)
        .args(["--examples", "200", "--seed", seed, "--seconds", &seconds])
        .arg("--out")
        .arg(workspace::target().join("api-counts.json"))
        .args(more))
}

fn folder() -> PathBuf {
    workspace::root().join("crates/relay/api-fuzz")
}

/// What does not have the hash that the list names is not installed.
fn python() -> Result<PathBuf> {
    let list = folder().join("requirements.txt");
    let safely = ["--require-hashes", "--only-binary=:all:"];
    installed::python("python-api", &[(&list, &safely)])
}

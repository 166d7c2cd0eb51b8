// SPDX-License-Identifier: Apache-2.0
//! Endurance of the relay, on the real program. Its numbers stand in docs/endurance.md.

use crate::{
    process::{cargo, run},
    workspace,
};
use anyhow::{Result, bail};
use std::{fs, process::Command};

pub(crate) const HELP: &str = "\
cargo xtask load --minutes 60        mixed load on the relay with faults, kills and hostile clients; is memory flat?
cargo xtask load --vaults 100000     a relay with so many vaults beside one with a hundred; about an hour, and 20 GB
                                     … each with --database postgres; with --dev on programs that are built quickly
";

/// Builds the program and the load, without the site, and runs what was asked for.
pub(crate) fn load(words: &[&str]) -> Result<()> {
    let is_dev = words.contains(&"--dev");
    let mut rest: Vec<&str> = words.iter().copied().filter(|w| *w != "--dev").collect();
    if rest.is_empty() {
        bail!("{HELP}");
    }
    let profile: &[&str] = if is_dev { &[] } else { &["--release"] };
    let parts: [&[&str]; 2] = [
        &["--package", "kindhold", "--bin", "kindhold"],
        &["--package", "kindhold-relay", "--example", "load"],
    ];
    for part in parts {
        run(cargo().arg("build").args(part).args(profile))?;
    }
    let built = workspace::target().join(if is_dev { "debug" } else { "release" });
    let database = match rest.iter().position(|w| *w == "--database") {
        Some(at) => rest.get(at + 1).copied().unwrap_or("sqlite"),
        None => {
            rest.extend(["--database", "sqlite"]);
            "sqlite"
        }
    };
    let folder = workspace::target().join("load").join(database);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    // Copies: a build in the meantime must not change what is running.
    let program = folder.join("kindhold");
    fs::copy(built.join("kindhold"), &program)?;
    let mut command = Command::new(built.join("examples/load"));
    command.arg(&program).arg(&folder).args(rest);
    run(&mut command)?;
    println!("Samples and logs lie in {}.", folder.display());
    Ok(())
}

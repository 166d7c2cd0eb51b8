// SPDX-License-Identifier: Apache-2.0
//! From sources to a program that holds the whole site.

mod app;
mod budget;
mod bundle;
mod day;
mod offline;
mod origins;
mod pack;
mod shell;
mod site;
mod target;

use crate::{
    process::{cargo, run},
    progress::Stages,
    workspace,
};
use anyhow::Result;
use std::path::PathBuf;

/// What is built, and how well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quality {
    /// The app quickly and large, the program quickly: for trying things out. Budgets are not held.
    Dev,
    /// The app as it ships, the program quickly.
    Run,
    /// Everything as it ships.
    Release,
}

/// Builds everything. Answers with the program's path.
pub(crate) fn build(quality: Quality) -> Result<PathBuf> {
    let stages = Stages::new(6);
    stages.begin("Looking for what is needed");
    target::ensure()?;
    stages.begin(match quality {
        Quality::Dev => "Building the app, quickly and large (about a minute the first time)",
        _ => "Building the app (about 4 minutes the first time)",
    });
    let wasm = app::wasm(quality, &workspace::target().join("web"))?;
    stages.begin("Making it fit for the browser");
    let bundle = bundle::bundle(&wasm)?;
    stages.begin("Writing the pages");
    let day = day::of_source()?;
    let files = site::gather(bundle, day)?;
    origins::check(&files)?;
    stages.begin("Compressing, and holding the budgets");
    let packed = pack::pack(files)?;
    budget::check(&packed, quality != Quality::Dev)?;
    let index = pack::write(&packed)?;
    stages.begin("Building the program that serves it");
    program(quality, &index)
}

fn program(quality: Quality, index: &std::path::Path) -> Result<PathBuf> {
    let mut command = cargo();
    command
        .args(["build", "--package", "kindhold"])
        .env("KINDHOLD_SITE", index);
    let folder = if quality == Quality::Release {
        command.arg("--release");
        "release"
    } else {
        "debug"
    };
    run(&mut command)?;
    let name = format!("kindhold{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace::target().join(folder).join(name))
}

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
use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) use app::{Binary, flags as web_flags, wasm};
pub(crate) use day::today;

/// What is built, and how well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quality {
    /// The app quickly and large, the program quickly: for trying things out. Budgets are told,
    /// not held.
    Dev,
    /// The app as it ships, the program quickly.
    Run,
    /// Everything as it ships.
    Release,
}

/// Where everything of the app goes.
pub(crate) fn web_folder() -> PathBuf {
    workspace::target().join("web")
}

/// Builds everything. Answers with the program's path.
pub(crate) fn build(quality: Quality) -> Result<PathBuf> {
    let stages = Stages::new(6);
    let index = whole_site(quality, &stages)?;
    stages.begin("Building the program that serves it");
    program(quality, &index)
}

/// Builds the site without a program that serves it. Answers with its index.
pub(crate) fn site(quality: Quality) -> Result<PathBuf> {
    whole_site(quality, &Stages::new(5))
}

fn whole_site(quality: Quality, stages: &Stages) -> Result<PathBuf> {
    stages.begin("Looking for what is needed");
    target::ensure()?;
    stages.begin(match quality {
        Quality::Dev => "Building the app, quickly and large (about 2 minutes the first time)",
        _ => "Building the app (about 5 minutes the first time)",
    });
    let make = |binary| wasm(quality, binary, workspace::root(), &web_folder());
    let modules = [
        make(Binary::App)?,
        make(Binary::Together)?,
        make(Binary::Signpost)?,
    ];
    stages.begin("Making it fit for the browser");
    let bundles = [
        bundle::bundle(&modules[0], "kindhold")?,
        bundle::bundle(&modules[1], "together")?,
        bundle::bundle(&modules[2], "signpost")?,
    ];
    stages.begin("Writing the pages");
    let files = site::gather(bundles, day::of_source()?)?;
    origins::check(&files)?;
    stages.begin("Compressing, and holding the budgets");
    let packed = pack::pack(files)?;
    budget::check(&packed, quality != Quality::Dev)?;
    pack::write(&packed)
}

/// Builds the two apps as they ship and tells what their modules weigh when they travel, without pages
/// and program: for whoever is looking for bytes.
pub(crate) fn weigh() -> Result<()> {
    target::ensure()?;
    let all = [
        (Binary::App, "kindhold"),
        (Binary::Together, "together"),
        (Binary::Signpost, "signpost"),
    ];
    for (binary, name) in all {
        let module = wasm(Quality::Run, binary, workspace::root(), &web_folder())?;
        let bundle = bundle::bundle(&module, name)?;
        let [wasm, script] = [bundle.wasm, bundle.script].map(|bytes| pack::weight(&bytes));
        println!("{:>7} B  {name}_bg.wasm", wasm?);
        println!("{:>7} B  {name}.js", script?);
    }
    Ok(())
}

fn program(quality: Quality, index: &Path) -> Result<PathBuf> {
    let mut command = cargo();
    command
        .args(["build", "--package", "kindhold"])
        .env("KINDHOLD_SITE", index);
    if quality == Quality::Release {
        command.arg("--release");
    }
    run(&mut command)?;
    let product = program_of(quality);
    let built = workspace::target().join(folder_of(quality)).join(name());
    // Put beside and moved over: the one that is there may be running.
    let fresh = product.with_extension("fresh");
    fs::create_dir_all(workspace::target().join("product").join(folder_of(quality)))?;
    fs::copy(built, &fresh)?;
    fs::rename(fresh, &product)?;
    Ok(product)
}

/// Where the program lies once it is built. Not where cargo puts it: there a test run puts one
/// without a site.
pub(crate) fn program_of(quality: Quality) -> PathBuf {
    let product = workspace::target().join("product");
    product.join(folder_of(quality)).join(name())
}

const fn folder_of(quality: Quality) -> &'static str {
    match quality {
        Quality::Release => "release",
        Quality::Dev | Quality::Run => "debug",
    }
}

fn name() -> String {
    format!("kindhold{}", std::env::consts::EXE_SUFFIX)
}

/// Builds what tests and benchmarks call in a browser. Answers with the folder of its two files.
pub(crate) fn probe() -> Result<PathBuf> {
    let module = wasm(
        Quality::Run,
        Binary::Probe,
        workspace::root(),
        &web_folder(),
    )?;
    let bundle = bundle::bundle(&module, "probe")?;
    let folder = workspace::target().join("probe");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("probe.js"), bundle.script)?;
    fs::write(folder.join("probe_bg.wasm"), bundle.wasm)?;
    Ok(folder)
}

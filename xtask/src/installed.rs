// SPDX-License-Identifier: Apache-2.0
//! Programs and packages of others that are fetched once, in exactly the version that is asked for.

use crate::{
    process::{cargo, program, run_kept},
    tools, workspace,
};
use anyhow::{Context as _, Result};
use std::{
    env::consts::EXE_SUFFIX,
    fs,
    path::{Path, PathBuf},
};

/// Where programs lie that every checkout of this user shares: minutes are saved in a fresh one.
fn shared() -> PathBuf {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let cache = set("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(set("HOME")?).join(".cache")));
    cache.map_or_else(
        || workspace::target().join("tools"),
        |cache| cache.join("kindhold"),
    )
}

/// A program of crates.io, built once for a user, from the lock file that it was published with.
///
/// # Errors
/// If it cannot be fetched or built.
pub(crate) fn from_crates(name: &str, version: &str) -> Result<PathBuf> {
    // A folder for each version: checkouts may ask for different ones.
    let root = shared().join(format!("{name}-{version}"));
    let tool = root.join(format!("bin/{name}{EXE_SUFFIX}"));
    if tool.exists() {
        return Ok(tool);
    }
    println!("  building {name} {version}, once");
    // Unoptimised: that halves what it costs to build, and none of them works long by itself.
    let install = ["install", "--quiet", "--locked", "--debug", "--version"];
    let mut command = cargo();
    command.args(install).args([version, name, "--root"]);
    run_kept(command.arg(root).env_remove("CARGO_TARGET_DIR"))
        .with_context(|| format!("{name} could not be had from crates.io"))?;
    Ok(tool)
}

/// A Python of its own in `target/NAME`, with what each list names, installed with the words that go with it; made anew
/// for each state of the lists.
///
/// # Errors
/// If Python is missing, or a package cannot be had.
pub(crate) fn python(name: &str, lists: &[(&Path, &[&str])]) -> Result<PathBuf> {
    let python = tools::find(&["python3"]).context("Python is missing")?;
    let place = workspace::target().join(name);
    let (own, stamp) = (place.join("bin/python"), place.join(".of-these-lists"));
    let mut wanted = Vec::new();
    for (list, _) in lists {
        wanted.extend(fs::read(list)?);
    }
    if fs::read(&stamp).is_ok_and(|kept| kept == wanted) {
        return Ok(own);
    }
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    run_kept(program(python).args(["-m", "venv"]).arg(&place))?;
    for (list, how) in lists {
        let mut pip = program(&own);
        pip.args(["-m", "pip", "install", "--quiet"]);
        pip.arg("--disable-pip-version-check").args(*how);
        run_kept(pip.arg("-r").arg(list))?;
    }
    fs::write(stamp, wanted)?;
    Ok(own)
}

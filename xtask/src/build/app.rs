// SPDX-License-Identifier: Apache-2.0
//! The app as WebAssembly: the same bytes wherever it is built.

use super::Quality;
use crate::{
    process::{cargo, line, program, run},
    workspace,
};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

/// Builds the app into its own folder. Answers with the path of the module.
pub(crate) fn wasm(quality: Quality, folder: &Path) -> Result<PathBuf> {
    let profile = if quality == Quality::Dev {
        "web-dev"
    } else {
        "web"
    };
    let target = "wasm32-unknown-unknown";
    let mut command = cargo();
    command
        .args([
            "build",
            "--package",
            "kindhold-app",
            "--bin",
            "kindhold-app",
            "--locked",
        ])
        .args(["--target", target, "--profile", profile, "--target-dir"])
        .arg(folder)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace::root(), folder)?);
    run(&mut command).context("the app could not be built")?;
    Ok(folder.join(target).join(profile).join("kindhold-app.wasm"))
}

/// Places that differ from machine to machine get names that do not. A later one goes before an
/// earlier one, so what lies inside another comes after it.
fn flags(root: &Path, folder: &Path) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("neither CARGO_HOME nor a home folder is known")?;
    let sysroot = line(program("rustc").args(["--print", "sysroot"]))?;
    let places = [
        (home, "/cargo"),
        (Path::new(&sysroot).join("lib/rustlib/src/rust"), "/rust"),
        (root.to_owned(), "/kindhold"),
        (folder.to_owned(), "/build"),
    ];
    let flags = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // Leptos with its views' types erased: smaller, and quicker to build.
    let erased = "--cfg=erase_components".to_owned();
    Ok(flags
        .into_iter()
        .chain([erased])
        .collect::<Vec<_>>()
        .join("\u{1f}"))
}

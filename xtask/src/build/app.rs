// SPDX-License-Identifier: Apache-2.0
//! The app as WebAssembly: the same bytes wherever it is built.

use super::Quality;
use crate::process::{cargo, line, program, run};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// What can be built for the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Binary {
    /// The app.
    App,
    /// The app with other devices and other people in it.
    Together,
    /// What tests and benchmarks call; never shipped.
    Probe,
    /// The signpost, loaded the first time somebody writes.
    Signpost,
}

/// Builds for the browser, from sources in `root` into `folder`. Answers with the module's path.
pub(crate) fn wasm(
    quality: Quality,
    binary: Binary,
    root: &Path,
    folder: &Path,
) -> Result<PathBuf> {
    let profile = if quality == Quality::Dev {
        "web-dev"
    } else {
        "web"
    };
    let name = match binary {
        Binary::App => "kindhold-app",
        Binary::Together => "kindhold-together",
        Binary::Probe => "kindhold-probe",
        Binary::Signpost => "kindhold-signpost-web",
    };
    let package = match binary {
        Binary::Signpost => name,
        _ => "kindhold-app",
    };
    let mut command = cargo();
    command
        .current_dir(root)
        .args(["build", "--package", package, "--bin", name])
        .args(["--target", TARGET, "--profile", profile, "--target-dir"])
        .arg(folder)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root, folder)?);
    match binary {
        Binary::App | Binary::Signpost => {}
        Binary::Together => drop(command.args(["--features", "together"])),
        Binary::Probe => drop(command.args(["--features", "probe"])),
    }
    run(&mut command).context("the app could not be built")?;
    Ok(folder
        .join(TARGET)
        .join(profile)
        .join(format!("{name}.wasm")))
}

/// Flags of every build for the browser, as `CARGO_ENCODED_RUSTFLAGS` wants them.
///
/// Places that differ from machine to machine get names that do not. A later one goes before an
/// earlier one, so what lies inside another comes after it.
pub(crate) fn flags(root: &Path, folder: &Path) -> Result<String> {
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
    let places = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    // Leptos with its views' types erased: smaller, and quicker to build.
    let erased = "--cfg=erase_components".to_owned();
    Ok(places
        .into_iter()
        .chain([erased])
        .collect::<Vec<_>>()
        .join("\u{1f}"))
}

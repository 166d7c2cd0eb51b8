// SPDX-License-Identifier: Apache-2.0
//! Programs that the checks need and Rust does not bring: a browser, Node for the browser tests
//! alone, and two that nobody here wrote, to read our files back.

use crate::process::{program, run};
use anyhow::{Result, bail};
use std::{env, path::PathBuf};

/// A program and Debian's package for it.
struct Tool {
    /// Names it goes by; the first one found is taken.
    names: &'static [&'static str],
    package: &'static str,
}

const TOOLS: [Tool; 6] = [
    Tool {
        names: &["chromium", "chromium-browser", "google-chrome"],
        package: "chromium",
    },
    Tool {
        names: &["node", "nodejs"],
        package: "nodejs",
    },
    Tool {
        names: &["npm"],
        package: "npm",
    },
    Tool {
        names: &["age"],
        package: "age",
    },
    // Its programs lie beside the path on Debian; one that is on it stands for all.
    Tool {
        names: &["psql"],
        package: "postgresql",
    },
    Tool {
        names: &["python3"],
        package: "python3",
    },
];

/// Where a program lies, if it is here.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let endings = ["", env::consts::EXE_SUFFIX];
    names.iter().find_map(|name| {
        folders
            .iter()
            .flat_map(|folder| endings.map(|ending| folder.join(format!("{name}{ending}"))))
            .find(|file| file.is_file())
    })
}

/// The browser: the one that `CHROMIUM` names, or the one that is installed.
pub(crate) fn chromium() -> Option<PathBuf> {
    env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| find(TOOLS[0].names))
}

/// Makes sure that everything is here. What is missing is installed where that may be done, and
/// named in one line where it may not.
pub(crate) fn ensure() -> Result<()> {
    let missing = || {
        let absent = TOOLS.iter().filter(|tool| find(tool.names).is_none());
        let absent = absent.filter(|tool| tool.package != "chromium" || chromium().is_none());
        absent.map(|tool| tool.package).collect::<Vec<_>>()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    if may_install() {
        println!("Installing {}", packages.join(", "));
        let install = || {
            let mut command = program("apt-get");
            command.args(["install", "--yes", "--quiet", "--no-install-recommends"]);
            command
                .args(&packages)
                .env("DEBIAN_FRONTEND", "noninteractive");
            run(&mut command)
        };
        if install().is_err() {
            run(program("apt-get").args(["update", "--quiet"]))?;
            install()?;
        }
    }
    let absent = missing();
    if !absent.is_empty() {
        bail!(
            "Missing here: {0}. On Debian: sudo apt-get install {0}",
            absent.join(" ")
        );
    }
    Ok(())
}

fn may_install() -> bool {
    let is_root = || crate::process::line(program("id").arg("-u")).is_ok_and(|id| id == "0");
    find(&["apt-get"]).is_some() && is_root()
}

// SPDX-License-Identifier: Apache-2.0
//! What may be depended on: `deny.toml` for crates, and here for what the tests install from npm
//! (docs/security/dependencies.md).

use crate::{
    installed::from_crates,
    process::{kept, line, program, run_kept},
    workspace,
};
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::fs;

/// The program that reads `deny.toml`; a newer one may judge otherwise.
const VERSION: &str = "0.20.2";

/// Licences of what the tests install and nobody ships: what `deny.toml` allows, and two that ask more of
/// whoever passes it on.
const TOOLS: [&str; 10] = [
    "MIT",
    "ISC",
    "Apache-2.0",
    "BSD-3-Clause",
    "CC0-1.0",
    "BlueOak-1.0.0",
    "WTFPL OR ISC",
    "Python-2.0",
    "MPL-2.0",
    "SEE LICENSE in LICENSE.md",
];

/// Licences, duplicates, sources.
pub(super) fn check() -> Result<()> {
    let strict = [
        "-Dunmatched-skip",
        "-Dunnecessary-skip",
        "-Dlicense-not-encountered",
        "-Alicense-exception-not-encountered",
    ];
    ask("Cargo.toml", &strict, &["licenses", "bans", "sources"])?;
    let fuzz = [
        "-Aunmatched-skip",
        "-Aunnecessary-skip",
        "-Alicense-not-encountered",
    ];
    ask("fuzz/Cargo.toml", &fuzz, &["licenses", "bans", "sources"])?;
    let locks = line(program("git").args(["ls-files", "*package-lock.json"]))?;
    let wrong: Vec<String> = locks
        .lines()
        .map(of_lock)
        .collect::<Result<Vec<_>>>()?
        .concat();
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("{}", wrong.join("\n"))
}

/// Known holes in what we depend on. It needs the advisory database of RustSec, from the network.
pub(super) fn advisories() -> Result<()> {
    let (passed, words) = kept(&mut command("Cargo.toml", &[], &["advisories"])?)?;
    if passed {
        return Ok(());
    }
    if words.contains("failed to fetch advisory database") {
        bail!("Not checked: the advisory database cannot be reached from here.");
    }
    bail!("{words}")
}

fn ask(manifest: &str, levels: &[&str], what: &[&str]) -> Result<()> {
    run_kept(&mut command(manifest, levels, what)?).map(drop)
}

fn command(manifest: &str, levels: &[&str], what: &[&str]) -> Result<std::process::Command> {
    let mut command = program(from_crates("cargo-deny", VERSION)?);
    command
        .args(["--color", "never", "--locked"])
        .args(["--config", "deny.toml", "--manifest-path", manifest])
        .arg("check")
        .args(levels)
        .args(what);
    Ok(command)
}

/// What is wrong with the packages that a lock file of npm names.
fn of_lock(path: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(workspace::root().join(path))?;
    let lock: Value = serde_json::from_str(&text).with_context(|| path.to_owned())?;
    let packages = lock["packages"].as_object().context("packages")?;
    let others = packages.iter().filter(|(name, _)| !name.is_empty());
    Ok(others
        .flat_map(|(name, package)| {
            of_package(package).map(|wrong| format!("{path}: {name} {wrong}"))
        })
        .collect())
}

fn of_package(package: &Value) -> Option<String> {
    let licence = package["license"].as_str().unwrap_or("none");
    if !TOOLS.iter().any(|t| t.eq_ignore_ascii_case(licence)) {
        return Some(format!(
            "has the licence {licence}, which is not on the list"
        ));
    }
    if package["integrity"].as_str().is_none_or(str::is_empty) {
        return Some("has no hash".to_owned());
    }
    if package["hasInstallScript"] == true {
        return Some("wants to run a script when it is installed".to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_package_without_a_known_licence_or_a_hash_or_with_a_script_is_refused() {
        let good = json!({ "license": "MIT", "integrity": "sha512-x" });
        assert_eq!(of_package(&good), None);
        for bad in [
            json!({ "license": "GPL-3.0", "integrity": "sha512-x" }),
            json!({ "integrity": "sha512-x" }),
            json!({ "license": "MIT" }),
            json!({ "license": "MIT", "integrity": "sha512-x", "hasInstallScript": true }),
        ] {
            assert!(of_package(&bad).is_some(), "{bad}");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What published implementations of off-policy evaluation and of weighted and centred least squares compute: the Open
//! Bandit Pipeline, statsmodels, scikit-learn (`crates/choice/oracle`).

use crate::{
    process::{cargo, program, run, run_kept},
    tools, workspace,
};
use anyhow::Result;
use std::{
    env::consts::EXE_SUFFIX,
    fs,
    path::{Path, PathBuf},
};

pub(super) fn check() -> Result<()> {
    let Some(python) = tools::find(&["python3"]) else {
        println!(
            "  the evaluation is not compared with published implementations: Python is missing here"
        );
        return Ok(());
    };
    let folder = workspace::root().join("crates/choice/oracle");
    let python = with_packages(&python, &folder)?;
    let example = ["--package", "kindhold-choice", "--example", "oracle"];
    run_kept(
        cargo()
            .args(["build", "--quiet", "--features", "evaluate"])
            .args(example),
    )?;
    let ours = workspace::target().join(format!("debug/examples/oracle{EXE_SUFFIX}"));
    run(program(python).arg(folder.join("check.py")).arg(ours))
}

/// A Python of its own with the packages that the folder names, once for each state of them.
fn with_packages(python: &Path, folder: &Path) -> Result<PathBuf> {
    let place = workspace::target().join("python-choice");
    let lists = ["requirements.txt", "alone.txt"].map(|name| folder.join(name));
    let wanted = [fs::read(&lists[0])?, fs::read(&lists[1])?].concat();
    let (own, stamp) = (place.join("bin/python"), place.join(".of-these-lists"));
    if fs::read(&stamp).is_ok_and(|kept| kept == wanted) {
        return Ok(own);
    }
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    run_kept(program(python).args(["-m", "venv"]).arg(&place))?;
    let pip = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ];
    run_kept(program(&own).args(pip).arg("-r").arg(&lists[0]))?;
    let alone = ["--no-deps", "--ignore-requires-python", "-r"];
    run_kept(program(&own).args(pip).args(alone).arg(&lists[1]))?;
    fs::write(stamp, wanted)?;
    Ok(own)
}

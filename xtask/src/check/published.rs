// SPDX-License-Identifier: Apache-2.0
//! What published implementations of off-policy evaluation and of weighted and centred least squares compute: the Open
//! Bandit Pipeline, statsmodels, scikit-learn (`crates/choice/oracle`).

use crate::{
    installed::python,
    process::{cargo, program, run, run_kept},
    workspace,
};
use anyhow::Result;
use std::env::consts::EXE_SUFFIX;

pub(super) fn check() -> Result<()> {
    let folder = workspace::root().join("crates/choice/oracle");
    let python = python(
        "python-choice",
        &[
            (&folder.join("requirements.txt"), &[]),
            (
                &folder.join("alone.txt"),
                &["--no-deps", "--ignore-requires-python"],
            ),
        ],
    )?;
    let example = ["--package", "kindhold-choice", "--example", "oracle"];
    run_kept(
        cargo()
            .args(["build", "--quiet", "--features", "evaluate"])
            .args(example),
    )?;
    let ours = workspace::target().join(format!("debug/examples/oracle{EXE_SUFFIX}"));
    run(program(python).arg(folder.join("check.py")).arg(ours))
}

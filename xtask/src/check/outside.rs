// SPDX-License-Identifier: Apache-2.0
//! What programs say that nobody here wrote: another FHIRPath, other validators of FHIR, other estimators.

use super::{
    browser::packages_in,
    evidence::{Suite, reporter_args},
    published,
};
use crate::{
    process::{program, run},
    tools, workspace,
};
use anyhow::{Context as _, Result};

/// The folders of these tests, each with a lock file of its own.
const FOLDERS: [&str; 2] = ["crates/measure/oracle", "crates/measure/fhir-check"];

pub(super) fn check() -> Result<()> {
    for (number, folder) in FOLDERS.iter().enumerate() {
        let folder = workspace::root().join(folder);
        packages_in(&folder)?;
        let node = tools::find(&["node", "nodejs"]).context("Node is missing")?;
        run(program(node)
            .args(["--test", "--test-concurrency=1"])
            .args(reporter_args(Suite::Outside(number))?)
            .current_dir(&folder))?;
    }
    published::check()
}

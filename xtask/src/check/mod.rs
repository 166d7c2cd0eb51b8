// SPDX-License-Identifier: Apache-2.0
//! Everything that has to hold before a change goes in.

use crate::{
    process::{cargo, run_kept},
    progress::{Clock, spoken},
};
use anyhow::{Result, bail};
use std::time::Duration;

/// One thing that is checked.
struct Step {
    /// What it is called on the command line.
    name: &'static str,
    /// What holds when it passes.
    says: &'static str,
    work: fn() -> Result<()>,
}

const STEPS: [Step; 3] = [
    Step {
        name: "format",
        says: "every file is formatted",
        work: format,
    },
    Step {
        name: "clippy",
        says: "clippy has nothing to say",
        work: clippy,
    },
    Step {
        name: "test",
        says: "unit and property tests pass",
        work: test,
    },
];

/// Runs all steps, or the named ones, and says how long each took.
pub(crate) fn run(names: &[&str]) -> Result<()> {
    for name in names {
        if STEPS.iter().all(|step| step.name != *name) {
            let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!(
                "There is no step `{name}`. There are: {}.",
                known.join(", ")
            );
        }
    }
    let clock = Clock::start();
    let mut failed = Vec::new();
    for step in STEPS
        .iter()
        .filter(|step| names.is_empty() || names.contains(&step.name))
    {
        println!("… {}", step.name);
        let begun = Clock::start();
        let outcome = (step.work)();
        say(step, &outcome, begun.elapsed());
        if outcome.is_err() {
            failed.push(step.name);
        }
    }
    if !failed.is_empty() {
        bail!("These do not hold: {}.", failed.join(", "));
    }
    println!("All of it holds ({}).", spoken(clock.elapsed()));
    Ok(())
}

fn say(step: &Step, outcome: &Result<()>, time: Duration) {
    match outcome {
        Ok(()) => println!("✓ {} ({})", step.says, spoken(time)),
        Err(fault) => println!("{fault:#}\n✗ {} ({})", step.name, spoken(time)),
    }
}

fn format() -> Result<()> {
    run_kept(cargo().args(["fmt", "--all", "--check"])).map(drop)
}

fn clippy() -> Result<()> {
    let args = [
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    run_kept(cargo().args(args)).map(drop)
}

fn test() -> Result<()> {
    run_kept(cargo().args(["test", "--quiet", "--workspace"])).map(drop)
}

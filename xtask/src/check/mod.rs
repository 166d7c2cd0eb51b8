// SPDX-License-Identifier: Apache-2.0
//! Everything that has to hold before a change goes in.

mod api;
mod browser;
mod deny;
mod evidence;
mod licences;
mod outside;
mod published;
mod steps;

pub(crate) use api::{HELP as API_HELP, long as api};
pub(crate) use browser::{bench, bench_seats, scripts};
pub(crate) use steps::bench_relay;

use crate::{
    progress::{Clock, spoken},
    tools,
};
use anyhow::{Result, bail};
use std::{sync::Mutex, time::Duration};

/// One thing that is checked.
struct Step {
    /// What it is called on the command line.
    name: &'static str,
    /// What holds when it passes.
    says: &'static str,
    work: fn() -> Result<()>,
}

const fn step(name: &'static str, says: &'static str, work: fn() -> Result<()>) -> Step {
    Step { name, says, work }
}

/// What shows mistakes soonest goes first.
const SOURCES: [Step; 10] = [
    step(
        "licences",
        "every source file names its licence",
        licences::check,
    ),
    step(
        "evidence",
        "what the documents name as proof is there, and every control of a hazard names one",
        evidence::check,
    ),
    step(
        "deny",
        "what is depended on has a licence, a source and a version that may be",
        deny::check,
    ),
    step("format", "every file is formatted", steps::format),
    step("content", "the content holds", steps::content),
    step("clippy", "clippy has nothing to say", steps::clippy),
    step("test", "unit and property tests pass", steps::test),
    step(
        "api",
        "the relay answers a fuzzer as its document says, and each request by what it means",
        api::check,
    ),
    step(
        "clippy-web",
        "clippy has nothing to say about the app",
        steps::clippy_web,
    ),
    step(
        "outside",
        "programs that nobody here wrote read questionnaires and records, and weigh logs, as we do",
        outside::check,
    ),
];

/// Beside the sources: linking the app occupies one core for minutes.
const PRODUCT: [Step; 3] = [
    step(
        "site",
        "the site keeps its budgets and names no other origin",
        steps::site,
    ),
    step(
        "probe",
        "the store's suite is built for the browser",
        steps::probe,
    ),
    step("browser", "the browser tests pass", browser::check),
];

/// After both: what they ran.
const LAST: [Step; 1] = [step(
    "proven",
    "every test that a document names ran and passed",
    evidence::proven,
)];

/// Only when asked for by name: one builds the app a second time, one needs more of the network than a check may.
const ON_DEMAND: [Step; 2] = [
    step(
        "reproducible",
        "the app comes out the same twice",
        steps::reproducible,
    ),
    step(
        "advisories",
        "nothing that is depended on has a known hole",
        deny::advisories,
    ),
];

/// The names of all steps.
fn known_steps() -> Vec<&'static str> {
    SOURCES
        .iter()
        .chain(&PRODUCT)
        .chain(&LAST)
        .chain(&ON_DEMAND)
        .map(|step| step.name)
        .collect()
}

/// Runs all steps, or the named ones, and says how long each took.
pub(crate) fn run(names: &[&str]) -> Result<()> {
    let known = known_steps();
    if let Some(name) = names.iter().find(|name| !known.contains(*name)) {
        bail!(
            "There is no step `{name}`. There are: {}.",
            known.join(", ")
        );
    }
    let clock = Clock::start();
    tools::ensure()?;
    let failed = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        scope.spawn(|| lane(&SOURCES, names, &failed));
        scope.spawn(|| lane(&PRODUCT, names, &failed));
    });
    lane(&LAST, names, &failed);
    if !names.is_empty() {
        lane(&ON_DEMAND, names, &failed);
    }
    let failed = failed.into_inner().unwrap_or_default();
    if !failed.is_empty() {
        bail!(
            "These do not hold: {} ({}).",
            failed.join(", "),
            spoken(clock.elapsed())
        );
    }
    println!("All of it holds ({}).", spoken(clock.elapsed()));
    Ok(())
}

/// Steps one after the other. A failed one does not keep the next from being tried.
fn lane(steps: &[Step], names: &[&str], failed: &Mutex<Vec<&'static str>>) {
    for step in steps
        .iter()
        .filter(|step| names.is_empty() || names.contains(&step.name))
    {
        println!("… {}", step.name);
        let begun = Clock::start();
        let outcome = (step.work)();
        say(step, &outcome, begun.elapsed());
        if outcome.is_err()
            && let Ok(mut failed) = failed.lock()
        {
            failed.push(step.name);
        }
    }
}

fn say(step: &Step, outcome: &Result<()>, time: Duration) {
    match outcome {
        Ok(()) => println!("✓ {}: {} ({})", step.name, step.says, spoken(time)),
        Err(fault) => println!("✗ {} ({})\n{fault:#}", step.name, spoken(time)),
    }
}

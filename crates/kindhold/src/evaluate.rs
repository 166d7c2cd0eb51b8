// SPDX-License-Identifier: Apache-2.0
//! `kindhold evaluate`: what another way of choosing would have been worth, from a log; `kindhold effect`: the effect that a
//! micro-randomised study asks for. `docs/trials.md` describes the files.

mod effect;
mod lines;
mod log;
mod people;
mod sheet;
mod told;

pub use effect::{Effect, effect};

use crate::{clinic, relay::Told};
use kindhold_choice::evaluate::evaluate as weigh;
use log::Table;
use std::path::PathBuf;

/// What is weighed, and how.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Evaluate {
    /// A log as CSV or lines of JSON with person, arm, reward and propensity, or files for research; several of one
    /// kind are put together
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// What to weigh by: even, fixed, or a column with another policy's chances; several if given again
    #[arg(long = "policy", value_name = "NAME", default_value = "even")]
    pub policies: Vec<String>,
    /// Columns that were known at the decision, with commas between them
    #[arg(long, value_delimiter = ',')]
    pub features: Vec<String>,
    /// How many were offered at once
    #[arg(long, default_value_t = 1)]
    pub slate: usize,
}

/// Weighs logs by each policy.
///
/// # Errors
/// A sentence, with the file and the line.
pub fn evaluate(what: &Evaluate) -> Told {
    let mut tables = Vec::new();
    for file in &what.files {
        let text = clinic::read(file)?;
        let named = |why: String| format!("{}, {why}", file.display());
        let table = if people::is_research(&text) {
            people::log(&text)
        } else if text.trim_start().starts_with('{') {
            lines::log(&text)
        } else {
            sheet::log(&text)
        };
        tables.push(table.map_err(named)?);
    }
    let table = Table::joined(tables)?;
    let mut words = String::new();
    for policy in &what.policies {
        let (log, targets) = table.log(policy, &what.features, what.slate)?;
        let found = weigh(&log, &targets).map_err(|why| format!("{policy}: {why}."))?;
        told::evaluation(&mut words, policy, log.places, &found);
    }
    Ok(words.trim_end().to_owned())
}

// SPDX-License-Identifier: Apache-2.0
use super::{people, told};
use crate::{clinic, relay::Told};
use kindhold_choice::trial::{Plan, TrialError, effects, rows};
use kindhold_measure::research::File;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// What a study asks for.
#[derive(Debug, Clone, clap::Args)]
pub struct Effect {
    /// The study's plan, as it was registered
    #[arg(long)]
    pub plan: PathBuf,
    /// The content folder that the app was built with
    #[arg(long, default_value = "content")]
    pub content: PathBuf,
    /// A new file for the decisions as a table
    #[arg(long, value_name = "FILE")]
    pub table: Option<PathBuf>,
    /// One file for research of each person
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
}

/// The study's effect in words. With fewer people than the plan asks for nothing is computed, and no table is written.
///
/// # Errors
/// A sentence.
pub fn effect(what: &Effect) -> Told {
    let plan = Plan::read(&clinic::read(&what.plan)?)
        .map_err(|why| format!("{}: {why}.", what.plan.display()))?;
    let mut known = BTreeSet::new();
    let mut all = Vec::with_capacity(what.files.len());
    for path in &what.files {
        let file = one(path, &plan)?;
        if !known.insert(file.person.clone()) {
            return Err(format!(
                "{}: this person is there already. Keep the newer of the two files.",
                path.display()
            ));
        }
        all.push(people::person(&file));
    }
    let mut library = kindhold_content::load(&what.content);
    let practices = library
        .languages
        .remove("en")
        .map(|l| l.practices)
        .unwrap_or_default();
    if practices.is_empty() {
        return Err(format!(
            "There are no practices in {}. Name the content folder that the app was built with: --content.",
            what.content.display()
        ));
    }
    let rows = rows(&plan, &practices, &all);
    let found = effects(&plan, &rows).map_err(|why| {
        let mut words = format!("{why}.\n");
        if matches!(why, TrialError::TooFew { .. }) {
            told::left_out(&mut words, rows.left_out);
        }
        words.trim_end().to_owned()
    })?;
    if let Some(table) = &what.table {
        clinic::write(table, &rows.to_csv())?;
    }
    Ok(told::effects(&plan, &rows, &found))
}

fn one(path: &Path, plan: &Plan) -> Result<File, String> {
    let file =
        File::read(&clinic::read(path)?).map_err(|why| format!("{}: {why}.", path.display()))?;
    if file.study == plan.study {
        Ok(file)
    } else {
        Err(format!(
            "{}: this file is of another study than the plan.",
            path.display()
        ))
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::catalogue::{Part, Pattern};
use std::collections::BTreeSet;

/// Every run of text in a pattern, with each wording of a choice written out once, for the checks.
pub(crate) fn wordings(pattern: &Pattern) -> Vec<String> {
    let mut all = BTreeSet::new();
    let longest = pattern
        .0
        .iter()
        .map(|part| match part {
            Part::Select { cases, .. } => cases.len() + 1,
            _ => 1,
        })
        .max()
        .unwrap_or(1);
    for choice in 0..longest {
        let mut said = String::new();
        write_out(pattern, choice, &mut said);
        all.insert(said);
    }
    all.into_iter().collect()
}

fn write_out(pattern: &Pattern, choice: usize, said: &mut String) {
    for part in &pattern.0 {
        match part {
            Part::Text(text) => said.push_str(text),
            Part::Var { .. } => said.push('…'),
            Part::Select { cases, or, .. } => {
                let chosen = cases.values().nth(choice).unwrap_or(or);
                write_out(chosen, choice, said);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Whether there is enough for everybody: no function, flow or skill is left with too little.

use super::Report;
use crate::{Language, Problem};
use kindhold_care::{Flow, Function, Skill};
use std::fmt::Write as _;

const PRACTICES: usize = 36;
const BY_FUNCTION: usize = 5;
const BY_FLOW: usize = 4;
const BY_SKILL: usize = 4;

pub(super) fn check(tag: &str, language: &Language, report: &mut Report) {
    let practices = &language.practices;
    let mut table = format!(
        "{tag}: {} practices (at least {PRACTICES})\n",
        practices.len()
    );
    let mut short = Vec::new();
    let mut row = |group: &str, name: &str, count: usize, least: usize| {
        let mark = if count < least { "  too few" } else { "" };
        // Writing into a String does not fail.
        let _ = writeln!(table, "  {group:<9} {name:<15} {count:>3} of {least}{mark}");
        if count < least {
            short.push(format!("{group} {name} has {count} of {least}"));
        }
    };
    for function in Function::ALL {
        let count = practices.iter().filter(|p| p.fits(function)).count();
        row("function", function.key(), count, BY_FUNCTION);
    }
    for flow in Flow::ALL {
        let count = practices.iter().filter(|p| p.flow == flow).count();
        row("flow", flow.key(), count, BY_FLOW);
    }
    for skill in Skill::ALL {
        let count = practices
            .iter()
            .filter(|p| p.skills.contains(&skill))
            .count();
        row("skill", skill.key(), count, BY_SKILL);
    }
    report.table.push_str(&table);
    if practices.len() < PRACTICES {
        short.push(format!(
            "{} practices of {PRACTICES} in all",
            practices.len()
        ));
    }
    for what in short {
        report.error(Problem::new(
            format!("{tag}/practices"),
            format!("too few practices: {what}"),
            "Write one that fits; content/README.md says how.",
        ));
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The hazard log: every hazard is in it, and each of its controls names what proves it.

use super::links::{Link, Proof};

/// The hazards that the care began from; more may follow them.
const FIRST: usize = 18;
/// What a control is: the first cell of its row.
const KINDS: [&str; 3] = ["design", "protection", "information"];

/// What is wrong with the log: each with its line.
pub(super) fn faults(text: &str, links: &[Link]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut hazards: Vec<(usize, usize, usize)> = Vec::new();
    for (line, words) in (1..).zip(text.lines()) {
        if let Some(number) = number_of(words) {
            hazards.push((number, line, 0));
        }
        if !is_control(words) {
            continue;
        }
        match hazards.last_mut() {
            Some((_, _, controls)) => *controls += 1,
            None => faults.push(format!("{line}: a control of no hazard")),
        }
        if !links
            .iter()
            .any(|link| link.line == line && link.proof != Proof::None)
        {
            faults.push(format!("{line}: a control that names no test"));
        }
    }
    for (number, line, controls) in &hazards {
        if *controls == 0 {
            faults.push(format!("{line}: H{number} has no control"));
        }
    }
    for wanted in 1..=FIRST.max(hazards.len()) {
        if hazards
            .iter()
            .filter(|(number, ..)| *number == wanted)
            .count()
            != 1
        {
            faults.push(format!("1: H{wanted} does not stand there once"));
        }
    }
    faults
}

/// The number of a hazard whose section begins here.
fn number_of(line: &str) -> Option<usize> {
    let title = line.strip_prefix("## H")?;
    title
        .split(|sign: char| !sign.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

fn is_control(line: &str) -> bool {
    let Some(row) = line.trim().strip_prefix('|') else {
        return false;
    };
    let first = row.split('|').next().unwrap_or_default().trim();
    KINDS.contains(&first.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{super::links, *};

    fn log(changed: impl Fn(usize) -> Option<String>) -> Vec<String> {
        let text: String = (1..=FIRST)
            .map(|number| {
                changed(number).unwrap_or_else(|| {
                    format!("## H{number} it\n\n| design | so | [`it_holds`](a.rs) |\n\n")
                })
            })
            .collect();
        faults(&text, &links::of("docs/safety/hazards.md", &text))
    }

    #[test]
    fn a_whole_log_holds() {
        assert_eq!(log(|_| None), Vec::<String>::new());
    }

    #[test]
    fn a_control_without_a_test_is_refused() {
        let bare = log(|number| {
            (number == 3).then(|| "## H3 it\n\n| Information | so | [said](a.md) |\n\n".into())
        });
        assert_eq!(bare, ["11: a control that names no test"]);
    }

    #[test]
    fn a_hazard_that_is_gone_or_has_no_control_is_refused() {
        assert!(!log(|number| (number == 18).then(String::new)).is_empty());
        assert_eq!(
            log(|number| (number == 18).then(|| "## H18 it\n\nnothing\n".into())),
            ["69: H18 has no control"]
        );
    }
}

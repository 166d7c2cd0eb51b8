// SPDX-License-Identifier: Apache-2.0
//! Crisis lines: numbers that can be dialled, addresses that are safe to open, and facts that are
//! not too old. A wrong number is the first hazard (H1).

use super::{CheckOptions, Report};
use crate::{Library, Problem, problem::line_with};
use jiff::civil::Date;
use kindhold_care::{Channel, Hours, Line, LineKind, Opening};
use std::collections::BTreeSet;

/// After so many days since somebody looked, an entry counts as old.
pub const LIMIT_DAYS: i32 = 180;

/// Whether a line's facts can be trusted to be current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// A named person looked at the provider's page within the limit.
    Fresh,
    /// A named person looked, longer ago than the limit.
    Old,
    /// No named person has looked. The page says so, whatever the date.
    Unchecked,
}

/// How current a line is on a day.
#[must_use]
pub fn freshness(line: &Line, today: Date) -> Freshness {
    let by = line.checked_by.trim();
    if by.is_empty() || by == "none" {
        return Freshness::Unchecked;
    }
    match line.checked_on.parse::<Date>() {
        Err(_) => Freshness::Unchecked,
        Ok(on) if days(on, today) > LIMIT_DAYS => Freshness::Old,
        Ok(_) => Freshness::Fresh,
    }
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

/// What a telephone dials for a printed number: its digits, with a leading `+`. `None` when it
/// cannot be dialled as printed, for example with letters in it.
#[must_use]
pub fn dial(printed: &str) -> Option<String> {
    let printed = printed.trim();
    if printed.starts_with('+') && printed.contains("(0)") {
        return None;
    }
    let (plus, rest) = printed
        .strip_prefix('+')
        .map_or(("", printed), |rest| ("+", rest));
    let mut digits = String::new();
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '\u{a0}' | '-' | '\u{2011}' | '.' | '/' | '(' | ')' => {}
            _ => return None,
        }
    }
    let least = if plus.is_empty() { 2 } else { 7 };
    (least..=15)
        .contains(&digits.len())
        .then(|| format!("{plus}{digits}"))
}

pub(super) fn check(library: &Library, options: &CheckOptions, report: &mut Report) {
    if !library.lines.contains_key("INTERNATIONAL") {
        report.error(Problem::new(
            "lines/international.toml",
            "the lines for people in any other country are missing",
            "Add the file with at least one directory of lines.",
        ));
    }
    for (code, country) in &library.lines {
        let iso = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        if !iso && code != "INTERNATIONAL" {
            report.error(Problem::new(
                &country.file,
                format!("`{code}` is not a country"),
                "Name the file after the two-letter ISO code, or `international.toml`.",
            ));
        }
        if iso && country.emergency().next().is_none() {
            report.error(Problem::new(
                &country.file,
                "there is no emergency number",
                "Add a [[line]] with kind = \"emergency\": it comes first for someone hurt.",
            ));
        }
        let mut ids = BTreeSet::new();
        let mut numbers = BTreeSet::new();
        for line in &country.lines {
            let here = line_with(&country.raw, &format!("\"{}\"", line.id));
            let mut wrong = |what: String, mend: &str| {
                let what = format!("`{}`: {what}", line.id);
                report.error(Problem::new(&country.file, what, mend).at(here));
            };
            if !ids.insert(&line.id) {
                wrong("the id is used twice".into(), "Give one of them another.");
            }
            facts(line, options.today, &mut wrong);
            for channel in &line.channels {
                way_in(channel, &mut wrong);
                let key = match channel {
                    Channel::Phone { number, .. } => ("call", dial(number).unwrap_or_default()),
                    Channel::Text { number, .. } => ("text", dial(number).unwrap_or_default()),
                    Channel::Web { url, .. } => ("web", url.clone()),
                };
                let shared = matches!(line.kind, LineKind::Emergency | LineKind::Directory);
                if !numbers.insert((key, line.kind)) && !shared {
                    wrong(
                        "another line of the same kind has the same number or address".into(),
                        "Keep one of them.",
                    );
                }
            }
            age(&country.file, here, line, options, report);
        }
    }
}

fn facts(line: &Line, today: Date, wrong: &mut dyn FnMut(String, &str)) {
    if line.name.trim().is_empty() {
        wrong("it has no name".into(), "Write what it calls itself.");
    }
    if line.channels.is_empty() {
        wrong(
            "there is no way in".into(),
            "Add a number or an address, or leave the line out.",
        );
    }
    if !line.source.starts_with("https://") {
        wrong(
            "`source` is not an https address".into(),
            "Give the provider's own page, where the facts can be looked up.",
        );
    }
    if line.checked_by.trim().is_empty() {
        wrong(
            "`checked_by` is empty".into(),
            "Write the name of the person who looked, or `none`.",
        );
    }
    if !line.checked_on.is_empty() {
        match line.checked_on.parse::<Date>() {
            Err(_) => wrong(
                format!("`checked_on` is `{}`, which is no date", line.checked_on),
                "Write it as 2026-11-23, or leave it empty when nobody has looked.",
            ),
            Ok(on) if on > today => wrong(
                format!("`checked_on` is {on}, which is still to come"),
                "Write the day on which somebody looked.",
            ),
            Ok(_) => {}
        }
    } else if line.checked_by != "none" && !line.checked_by.trim().is_empty() {
        wrong(
            "somebody checked it, but no day is given".into(),
            "Add `checked_on`.",
        );
    }
    if let (Some(from), Some(to)) = (line.age_from, line.age_to)
        && from > to
    {
        wrong(format!("ages run from {from} to {to}"), "Turn them round.");
    }
}

fn way_in(channel: &Channel, wrong: &mut dyn FnMut(String, &str)) {
    let hours = match channel {
        Channel::Phone { number, hours, .. } | Channel::Text { number, hours, .. } => {
            if dial(number).is_none() {
                wrong(
                    format!("`{number}` cannot be dialled"),
                    "Give digits as the provider prints them; letters such as TALK go into digits.",
                );
            }
            hours
        }
        Channel::Web { url, hours } => {
            let host = url.strip_prefix("https://").unwrap_or_default();
            if host.split('/').next().is_none_or(|h| !h.contains('.')) || url.contains(' ') {
                wrong(
                    format!("`{url}` is not an https address"),
                    "Only https is safe to open from here.",
                );
            }
            hours
        }
    };
    if let Some(Hours::Openings(openings)) = hours {
        for opening in openings {
            if !opens(opening) {
                wrong(
                    "its hours are not understood".into(),
                    "Days such as [\"mon\", \"tue\"], times as \"09:00\" to \"24:00\".",
                );
            }
        }
    }
}

fn opens(opening: &Opening) -> bool {
    let time = |text: &str| -> Option<u16> {
        let (hour, minute) = text.split_once(':')?;
        if hour.len() != 2 || minute.len() != 2 {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let all = hour * 60 + minute;
        (minute < 60 && all <= 24 * 60).then_some(all)
    };
    !opening.days.is_empty()
        && time(&opening.from).is_some()
        && time(&opening.to).is_some()
        && opening.from != opening.to
}

fn age(file: &str, here: Option<usize>, line: &Line, options: &CheckOptions, report: &mut Report) {
    let id = &line.id;
    match freshness(line, options.today) {
        Freshness::Fresh => {}
        Freshness::Old => {
            let problem = Problem::new(
                file,
                format!(
                    "`{id}` was last checked on {}, too long ago",
                    line.checked_on
                ),
                format!(
                    "Look at {} and set `checked_on`; the page marks it until then.",
                    line.source
                ),
            )
            .at(here);
            if options.release {
                report.error(problem);
            } else {
                report.warning(problem);
            }
        }
        Freshness::Unchecked => {
            let loud = if options.release {
                "IN A RELEASE, AND NOBODY HAS CHECKED IT: "
            } else {
                "nobody has checked it: "
            };
            report.warning(
                Problem::new(
                    file,
                    format!("{loud}`{id}`"),
                    format!(
                        "Look at {}, then write your name into `checked_by` and the day into `checked_on`; the page marks it until then.",
                        line.source
                    ),
                )
                .at(here),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(by: &str, on: &str) -> Line {
        Line {
            id: "a".into(),
            name: "A".into(),
            kind: LineKind::Crisis,
            channels: Vec::new(),
            age_from: None,
            age_to: None,
            languages: Vec::new(),
            source: "https://example.org/".into(),
            checked_on: on.into(),
            checked_by: by.into(),
        }
    }

    #[test]
    fn a_number_is_dialled_as_it_is_printed() {
        assert_eq!(dial("116 123").as_deref(), Some("116123"));
        assert_eq!(dial("0800 1111").as_deref(), Some("08001111"));
        assert_eq!(dial("+44 20 7946 0000").as_deref(), Some("+442079460000"));
        assert_eq!(dial("+44 (0)20 7946 0000"), None);
        assert_eq!(dial("999").as_deref(), Some("999"));
        assert_eq!(dial("1-800-273-TALK"), None);
        assert_eq!(dial("+112"), None);
        assert_eq!(dial(""), None);
    }

    #[test]
    fn an_entry_ages_from_the_day_a_person_looked() {
        let today = jiff::civil::date(2026, 11, 23);
        let is = |by: &str, on: &str| freshness(&line(by, on), today);
        assert_eq!(is("none", "2026-11-20"), Freshness::Unchecked);
        assert_eq!(is("Ada", ""), Freshness::Unchecked);
        assert_eq!(is("Ada", "2026-05-27"), Freshness::Fresh);
        assert_eq!(is("Ada", "2026-05-26"), Freshness::Old);
    }

    #[test]
    fn hours_may_reach_over_midnight_but_must_be_times() {
        let hours = |from: &str, to: &str| Opening {
            days: vec![kindhold_care::Weekday::Mon],
            from: from.into(),
            to: to.into(),
        };
        assert!(opens(&hours("18:00", "02:00")));
        assert!(opens(&hours("00:00", "24:00")));
        assert!(!opens(&hours("9:00", "17:00")));
        assert!(!opens(&hours("09:00", "25:00")));
    }
}

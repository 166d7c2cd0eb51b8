// SPDX-License-Identifier: Apache-2.0
//! Files for research, as a log of what was offered and taken, and as the moments of a study.

use super::log::{Table, Told};
use kindhold_care::{Ending, Function, Helped, PracticeId};
use kindhold_choice::{
    SLATE,
    trial::{Among, Drawn, Person, Point, Tried},
};
use kindhold_measure::research::{self, File, Urge};
use std::collections::BTreeMap;

/// Whether it calls itself one.
pub(super) fn is_research(text: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        format: String,
    }
    let head: Result<Head, _> = serde_json::from_str(text);
    head.is_ok_and(|head| head.format.starts_with("kindhold-research"))
}

/// What was taken from what chance had offered, how it was said to be (-1 "worse" to 1 "a lot"), and the chance with
/// which it had been offered. What was taken from the list of all practices is not there: nothing is known of its
/// chance.
pub(super) fn log(text: &str) -> Result<Table, String> {
    let file = File::read(text).map_err(|why| format!("{why}."))?;
    let mut table = Table {
        places: Some(SLATE),
        features: features(None).into_keys().collect(),
        ..Table::default()
    };
    for (urge, line) in file.urges.iter().zip(1..) {
        for tried in &urge.tries {
            let Some(practice) = &tried.practice else {
                continue;
            };
            let here =
                |a: &&research::Among| a.place.is_some() && a.practice.as_ref() == Some(practice);
            // What was tried is in no later draw, so the last that offered it is the one it was taken from.
            let last = urge.draws.iter().rev();
            let found = last
                .filter_map(|d| Some((d, d.among.iter().find(here)?)))
                .next();
            let Some((draw, among)) = found else { continue };
            let name = |id: &PracticeId| id.as_str().to_owned();
            let names = |all: &mut dyn Iterator<Item = &research::Among>| -> Vec<String> {
                all.filter_map(|a| a.practice.as_ref().map(name)).collect()
            };
            table.rows.push(Told {
                line,
                person: file.person.as_str().to_owned(),
                arm: name(practice),
                reward: reward(tried.ending, tried.helped),
                chance: among.chance,
                available: names(&mut draw.among.iter()),
                slate: names(&mut draw.among.iter().filter(|a| a.place.is_some())),
                numbers: features(Some(urge)),
                ..Told::default()
            });
        }
    }
    Ok(table)
}

fn reward(ending: Option<Ending>, helped: Option<Helped>) -> Option<f64> {
    if ending == Some(Ending::Worse) {
        return Some(-1.0);
    }
    Some(match helped? {
        Helped::Worse => -1.0,
        Helped::No => 0.0,
        Helped::Bit => 0.5,
        Helped::Lot => 1.0,
    })
}

/// What was known then, as numbers.
fn features(urge: Option<&Urge>) -> BTreeMap<String, f64> {
    let is = |yes: bool| f64::from(u8::from(yes));
    let strength = urge.and_then(|u| u.strength);
    let functions = Function::ALL
        .into_iter()
        .filter(|f| *f != Function::HoldOff);
    let functions = functions.map(|f| {
        let has = urge.is_some_and(|u| u.functions.contains(&f));
        (f.key().to_owned(), is(has))
    });
    let strength = [
        (
            "strength".to_owned(),
            strength.map_or(0.0, |s| f64::from(s.get())),
        ),
        ("strength-said".to_owned(), is(strength.is_some())),
    ];
    functions.chain(strength).collect()
}

/// The moments of one person's file.
pub(super) fn person(file: &File) -> Person {
    let points = file.urges.iter().zip(1..).map(|(urge, number)| Point {
        number,
        day: urge.at.day,
        hour: urge.at.hour.filter(|_| urge.at.hours == 1),
        strength: urge.strength.map(|s| s.get()),
        after: urge.after.map(|s| s.get()),
        functions: urge.functions.clone(),
        draws: urge.draws.iter().map(drawn).collect(),
        tries: urge
            .tries
            .iter()
            .map(|t| Tried {
                practice: t.practice.clone(),
                ending: t.ending,
                helped: t.helped,
            })
            .collect(),
    });
    Person {
        name: file.person.as_str().to_owned(),
        points: points.collect(),
    }
}

fn drawn(draw: &research::Drawn) -> Drawn {
    let rule = draw.rule.as_ref();
    let among = draw.among.iter().map(|a| Among {
        practice: a.practice.clone(),
        chance: a.chance,
        offered: a.place.is_some(),
    });
    Drawn {
        rule: rule.map(|r| r.as_str().to_owned()).unwrap_or_default(),
        for_study: draw.for_study,
        among: among.collect(),
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What few people of a group have in common is made coarser, or left out, before anything is handed on.

use super::file::{At, File};
use super::name::{AgeBand, Name};
use kindhold_care::{Function, PracticeId, Reason};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer people than these are no group.
pub const LEAST_PEOPLE: usize = 10;
/// What fewer people than these have in common is not told.
pub const LEAST_IN_A_CELL: usize = 5;

/// The files of a group, ready to be handed on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// `kindhold-research-group`.
    pub format: &'static str,
    /// 1.
    pub version: u8,
    /// The study.
    pub study: String,
    /// How many people had to have something in common for it to be told.
    pub least_in_a_cell: usize,
    /// What was made coarser or left out.
    pub coarsened: Coarsened,
    /// The people, by their pseudonyms.
    pub people: Vec<File>,
}

impl Group {
    /// As JSON text (`kindhold-research-group`, version 1).
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// What was made coarser or left out, in counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Coarsened {
    /// Ages were told in two bands only.
    pub ages_broad: bool,
    /// Ages were left out.
    pub ages_left_out: bool,
    /// Functions that were taken out.
    pub functions: usize,
    /// Practices whose name was taken out.
    pub practices: usize,
    /// Questionnaires that were left out.
    pub forms: usize,
    /// Parts of the programme that were told by their step alone, or left out.
    pub parts: usize,
    /// Times that are told in blocks of four hours.
    pub blocks: usize,
    /// Times that are told by their day alone.
    pub days: usize,
}

/// Who has what: things and the places of the people who have them.
struct Holders<T>(BTreeMap<T, BTreeSet<usize>>);

impl<T: Ord + Clone> Holders<T> {
    fn of<I: IntoIterator<Item = T>>(people: &[File], has: impl Fn(&File) -> I) -> Self {
        let mut all: BTreeMap<T, BTreeSet<usize>> = BTreeMap::new();
        for (place, person) in people.iter().enumerate() {
            for thing in has(person) {
                all.entry(thing).or_default().insert(place);
            }
        }
        Self(all)
    }

    fn rare(&self, least: usize) -> BTreeSet<T> {
        let rare = self.0.iter().filter(|(_, who)| who.len() < least);
        rare.map(|(thing, _)| thing.clone()).collect()
    }
}

/// Makes coarser whatever fewer than `least` people have in common.
pub(super) fn coarsen(people: &mut [File], least: usize) -> Coarsened {
    let mut done = Coarsened::default();
    ages(people, least, &mut done);
    done.functions = functions(people, least);
    done.practices = practices(people, least);
    done.forms = forms(people, least);
    done.parts = parts(people, least);
    hours(people, least, &mut done);
    done
}

/// Everybody's band, or none of them: one that is missing alone would say which it is.
fn ages(people: &mut [File], least: usize, done: &mut Coarsened) {
    let rare = |people: &[File]| {
        let bands = Holders::of(people, |person| [person.age]);
        !bands.rare(least).is_empty()
    };
    if rare(people) {
        done.ages_broad = true;
        for person in people.iter_mut() {
            person.age = person.age.map(AgeBand::broad);
        }
    }
    if rare(people) {
        done.ages_left_out = true;
        for person in people {
            person.age = None;
        }
    }
}

fn functions(people: &mut [File], least: usize) -> usize {
    let given = |person: &File| -> Vec<Function> {
        let offered = person.urges.iter().flat_map(|u| &u.offered);
        let fits = offered.filter_map(|offer| match offer.why {
            Some(Reason::Fits(function)) => Some(function),
            _ => None,
        });
        let functions = person.urges.iter().flat_map(|u| &u.functions);
        functions.copied().chain(fits).collect()
    };
    let rare = Holders::of(people, given).rare(least);
    for urge in people.iter_mut().flat_map(|person| &mut person.urges) {
        let before = urge.functions.len();
        urge.functions.retain(|function| !rare.contains(function));
        urge.withheld |= urge.functions.len() < before;
        for offer in &mut urge.offered {
            if matches!(offer.why, Some(Reason::Fits(function)) if rare.contains(&function)) {
                offer.why = None;
                urge.withheld = true;
            }
        }
    }
    rare.len()
}

fn practices(people: &mut [File], least: usize) -> usize {
    let named = |person: &File| -> Vec<PracticeId> {
        let offered = person.urges.iter().flat_map(|u| &u.offered);
        let tried = person.urges.iter().flat_map(|u| &u.tries);
        let offered = offered.filter_map(|o| o.practice.clone());
        offered
            .chain(tried.filter_map(|t| t.practice.clone()))
            .collect()
    };
    // What could have been offered is nobody's doing, but a list that few people have is.
    let listed = |person: &File| -> Vec<PracticeId> {
        let draws = person.urges.iter().flat_map(|u| &u.draws);
        let among = draws.flat_map(|d| &d.among);
        among.filter_map(|a| a.practice.clone()).collect()
    };
    let mut rare = Holders::of(people, named).rare(least);
    rare.extend(Holders::of(people, listed).rare(least));
    let withhold = |practice: &mut Option<PracticeId>| {
        if practice.as_ref().is_some_and(|id| rare.contains(id)) {
            *practice = None;
        }
    };
    for urge in people.iter_mut().flat_map(|person| &mut person.urges) {
        urge.offered
            .iter_mut()
            .for_each(|o| withhold(&mut o.practice));
        let among = urge.draws.iter_mut().flat_map(|d| &mut d.among);
        among.for_each(|a| withhold(&mut a.practice));
        urge.tries
            .iter_mut()
            .for_each(|t| withhold(&mut t.practice));
    }
    rare.len()
}

fn forms(people: &mut [File], least: usize) -> usize {
    let filled = |person: &File| -> Vec<Name> {
        person.forms.iter().map(|form| form.form.clone()).collect()
    };
    let rare = Holders::of(people, filled).rare(least);
    for person in people {
        person.forms.retain(|form| !rare.contains(&form.form));
    }
    rare.len()
}

fn parts(people: &mut [File], least: usize) -> usize {
    let steps = Holders::of(people, |person| {
        person
            .parts
            .iter()
            .map(|p| p.step.clone())
            .collect::<Vec<_>>()
    });
    let parts = Holders::of(people, |person| {
        let all = person.parts.iter();
        all.map(|p| (p.step.clone(), p.part.clone()))
            .collect::<Vec<_>>()
    });
    let (steps, rare) = (steps.rare(least), parts.rare(least));
    for person in people {
        person.parts.retain(|part| !steps.contains(&part.step));
        for part in &mut person.parts {
            if rare.contains(&(part.step.clone(), part.part.clone())) {
                part.part = None;
            }
        }
    }
    rare.len()
}

/// What happened at a time: one for each function, and one for each other thing.
type What = u8;

/// A time is told by its hour where enough people have the same thing at that hour; else by a block of four hours;
/// else by its day alone.
fn hours(people: &mut [File], least: usize, done: &mut Coarsened) {
    let rare = Holders::of(people, cells).rare(least);
    each_time(people, |what, at| {
        let Some(hour) = at.hour else { return };
        if what.iter().any(|what| rare.contains(&(*what, hour))) {
            *at = At {
                hour: Some(hour - hour % 4),
                hours: 4,
                ..*at
            };
        }
    });
    let block = |(what, hour): (What, u8)| (what, hour - hour % 4);
    let rare = Holders::of(people, |p| {
        cells(p).into_iter().map(block).collect::<Vec<_>>()
    });
    let rare = rare.rare(least);
    each_time(people, |what, at| {
        let Some(hour) = at.hour.filter(|_| at.hours == 4) else {
            return;
        };
        if what.iter().any(|what| rare.contains(&(*what, hour))) {
            *at = At {
                hour: None,
                hours: 24,
                ..*at
            };
            done.days += 1;
        } else {
            done.blocks += 1;
        }
    });
}

fn cells(person: &File) -> Vec<(What, u8)> {
    let mut cells = Vec::new();
    let mut person = [person.clone()];
    each_time(&mut person, |what, at| {
        cells.extend(what.iter().filter_map(|what| Some((*what, at.hour?))));
    });
    cells
}

fn each_time(people: &mut [File], mut look: impl FnMut(&[What], &mut At)) {
    for person in people {
        for urge in &mut person.urges {
            let what: Vec<What> = match urge.functions.as_slice() {
                [] => vec![100],
                some => some.iter().map(|function| *function as What).collect(),
            };
            look(&what, &mut urge.at);
        }
        for form in &mut person.forms {
            look(&[101], &mut form.at);
        }
        for day in &mut person.days {
            look(&[102], &mut day.at);
        }
        for part in &mut person.parts {
            look(&[103], &mut part.at);
        }
        for phase in &mut person.phases {
            look(&[104], phase);
        }
    }
}

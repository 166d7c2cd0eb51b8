// SPDX-License-Identifier: Apache-2.0
//! A file for research: what single-case and micro-randomised analyses need, and nothing that somebody wrote.
//!
//! Built from a list of what goes in, never from a list of what stays out: a [`File`] has no place for words. It is
//! made only with a consent that holds; its days are moved by a whole number of weeks that is known to the person's
//! device alone, so that weekdays, hours and everything between two things stay true. `docs/research.md` says in
//! plain words what this protects and what it does not.

mod codebook;
mod file;
mod gather;
mod group;
mod name;

use crate::dossier::{Answered, Dossier, chance, within_calendar};
use crate::table::choice;
use crate::{Item, ItemKind};
use kindhold_care::{Answer, AnswerKind, Consent, Draw, Episode, PracticeId, When};

pub use codebook::codebook;
pub use file::{
    Among, At, Day, Drawn, File, Form, FormScore, ItemAnswer, Offered, Part, ReadError, Try, Urge,
};
pub use gather::{GatherError, gather};
pub use group::{Coarsened, Group, LEAST_IN_A_CELL, LEAST_PEOPLE};
pub use name::{AgeBand, Name, Pseudonym};

/// The most weeks by which days are moved.
pub const MOST_WEEKS: u16 = 1_000;

/// Why no file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// Nobody said yes.
    #[error("there is no consent to this study: ask first")]
    NoConsent,
    /// It was taken back.
    #[error("consent to this study was taken back: nothing is given")]
    TakenBack,
    /// What stands for the person is not what the app makes.
    #[error("the consent has no pseudonym of 32 hexadecimal digits: say yes anew")]
    Pseudonym,
    /// Days would move too far.
    #[error("the consent moves days by more than 1,000 weeks: say yes anew")]
    Shift,
}

/// A file, and what there was no place for.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The file.
    pub file: File,
    /// Responses left out: to questionnaires that are not known here, so that nobody can say what their answers may
    /// hold.
    pub left_out: u32,
}

/// Makes the file for a study. The newest consent to it in the dossier holds.
///
/// # Errors
/// [`Refused`] without a consent that holds.
pub fn make(dossier: &Dossier<'_>, study: &str, age: Option<AgeBand>) -> Result<Made, Refused> {
    let consent = consent(dossier, study)?;
    let person = Pseudonym::new(&consent.pseudonym).ok_or(Refused::Pseudonym)?;
    let clock = Clock {
        weeks: consent.shift_weeks,
    };
    let mut urges: Vec<_> = dossier.episodes.iter().collect();
    urges.sort_by_key(|kept| kept.entry.moment.at.unix_ms);
    let forms: Vec<Form> = dossier
        .responses
        .iter()
        .filter_map(|answered| form(answered, clock))
        .collect();
    let left_out = u32::try_from(dossier.responses.len() - forms.len()).unwrap_or(u32::MAX);
    let mut file = File::new(study, person, age);
    file.forms = forms;
    file.urges = urges
        .iter()
        .map(|kept| urge(study, kept.entry, clock))
        .collect();
    file.days = dossier
        .diary
        .iter()
        .map(|kept| Day {
            at: clock.at(kept.entry.at),
            feelings: kept.entry.feelings.clone(),
            urge: kept.entry.urge,
        })
        .collect();
    file.parts = dossier
        .keepsakes
        .iter()
        .filter_map(|kept| {
            Some(Part {
                at: clock.at(kept.entry.at),
                step: Name::new(&kept.entry.step)?,
                part: Some(Name::new(&kept.entry.part)?),
            })
        })
        .collect();
    let own = dossier
        .phases
        .iter()
        .filter(|kept| kept.entry.about.is_empty());
    file.phases = own.map(|kept| clock.at(kept.entry.at)).collect();
    Ok(Made { file, left_out })
}

fn consent<'a>(dossier: &Dossier<'a>, study: &str) -> Result<&'a Consent, Refused> {
    let all = dossier.consents.iter().map(|kept| kept.entry);
    let newest = all
        .filter(|consent| consent.study == study)
        .max_by_key(|consent| consent.at.unix_ms)
        .ok_or(Refused::NoConsent)?;
    if !newest.given {
        return Err(Refused::TakenBack);
    }
    if newest.shift_weeks > MOST_WEEKS {
        return Err(Refused::Shift);
    }
    Ok(newest)
}

/// The person's wall clock, moved back by whole weeks.
#[derive(Clone, Copy)]
struct Clock {
    weeks: u16,
}

impl Clock {
    fn at(self, at: When) -> At {
        let at = within_calendar(at);
        At {
            day: at.local_day() - 7 * i64::from(self.weeks),
            hour: Some(at.local_hour()),
            hours: 1,
        }
    }
}

fn urge(study: &str, episode: &Episode, clock: Clock) -> Urge {
    let moment = &episode.moment;
    let began = within_calendar(moment.at).unix_ms;
    Urge {
        at: clock.at(moment.at),
        kind: moment.kind,
        strength: moment.strength,
        functions: moment.functions.clone(),
        withheld: false,
        not_sure: moment.not_sure,
        feelings: moment.feelings.clone(),
        offered: episode
            .offered
            .iter()
            .map(|offer| Offered {
                practice: Some(offer.practice.clone()),
                why: Some(offer.reason),
                chance: chance(episode, &offer.practice),
            })
            .collect(),
        draws: episode.draws.iter().map(|d| drawn(study, d)).collect(),
        tries: episode
            .attempts
            .iter()
            .map(|attempt| Try {
                practice: Some(attempt.practice.clone()),
                minutes: (within_calendar(attempt.at).unix_ms - began).div_euclid(60_000),
                ending: attempt.ending,
                helped: attempt.helped,
            })
            .collect(),
        with_someone: episode.with_someone,
        after: episode.after,
    }
}

/// What could have been offered, and what was. The seed stays out: nobody needs it to weigh by chances, and it is the
/// person's own.
fn drawn(study: &str, draw: &Draw) -> Drawn {
    let place = |practice: &PracticeId| {
        let place = draw.slate.iter().position(|p| p == practice)?;
        u8::try_from(place + 1).ok()
    };
    Drawn {
        rule: Name::new(&draw.rule),
        for_study: !study.is_empty() && draw.study == study,
        among: draw
            .among
            .iter()
            .map(|w| Among {
                practice: Some(w.practice.clone()),
                chance: w.chance.get(),
                place: place(&w.practice),
            })
            .collect(),
    }
}

/// Only questionnaires whose facts are built in: their items are known, so it is known that no choice says who
/// somebody is. Of their scores only those whose rules are built in: what a file calculates itself has names of its
/// own.
fn form(answered: &Answered<'_>, clock: Clock) -> Option<Form> {
    let instrument = answered.instrument?;
    let key = Name::new(instrument.key?)?;
    let asked = instrument.items.iter().filter(|item| item.asks());
    let answers = asked.zip(1_u16..).filter_map(|(item, number)| {
        let given = answered.response.answers.get(&item.link_id)?;
        let [one] = given.as_slice() else { return None };
        let value = value(answered, item, one)?;
        Some(ItemAnswer {
            item: number,
            value,
        })
    });
    let known = |scale: &str| match scale.strip_prefix(key.as_str()) {
        Some(rest) => rest.is_empty() || rest.starts_with('.'),
        None => false,
    };
    let scores = answered
        .scores
        .iter()
        .filter(|score| known(&score.scale_id));
    let scores = scores.filter_map(|score| {
        Some(FormScore {
            scale: Name::new(&score.scale_id)?,
            value: score.value.filter(|value| value.is_finite()),
            missing: score.missing,
            of: score.of,
            prorated: score.prorated,
        })
    });
    let (answers, scores) = (answers.collect(), scores.collect());
    Some(Form {
        at: clock.at(answered.response.at),
        form: key,
        ended: answered.response.ended,
        answers,
        scores,
    })
}

/// What a choice counts, or yes and no as 1 and 0. Numbers and days that are typed in stay out: they may be anything.
fn value(answered: &Answered<'_>, item: &Item, answer: &Answer) -> Option<f64> {
    match (&item.kind, answer.kind, answer.value.as_str()) {
        (ItemKind::Boolean, AnswerKind::Boolean, "true") => Some(1.0),
        (ItemKind::Boolean, AnswerKind::Boolean, "false") => Some(0.0),
        (ItemKind::Choice { .. }, AnswerKind::Coding, _) => {
            let choice = choice(answered.instrument?, &item.link_id, answer)?;
            choice.value.filter(|value| value.is_finite())
        }
        _ => None,
    }
}

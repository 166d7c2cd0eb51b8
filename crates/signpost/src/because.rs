// SPDX-License-Identifier: Apache-2.0
//! What a text was shown for, in plain categories: for whoever looks at how the signpost errs, never in
//! the app.

use crate::{
    judge::{each, judge},
    number::logistic,
    reach::{Person, Reach, reaches},
    read::read,
    sense::Sense,
    weights::{Weights, ours},
};

/// A look at a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Whether the app shows the plan and people.
    pub show: bool,
    /// Between 0 and 1, for comparing texts with each other; not a chance of anything.
    pub score: f64,
    /// What weighed in, from the sentences that weighed most. Empty where nothing is shown.
    pub because: Vec<Because>,
}

/// What weighed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Because {
    /// To die is wished for or thought of.
    WishToDie,
    /// To go on living is not wished for.
    NotWantingToLive,
    /// Something is planned, tried or said goodbye to.
    PlanOrGoodbye,
    /// Others would be better off.
    Burden,
    /// There is no way on.
    NoWayOn,
    /// No one word: the text as a whole.
    TakenTogether,
}

impl Because {
    /// Its name in files and on the command line; it stays as it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::WishToDie => "wish-to-die",
            Self::NotWantingToLive => "not-wanting-to-live",
            Self::PlanOrGoodbye => "plan-or-goodbye",
            Self::Burden => "burden",
            Self::NoWayOn => "no-way-on",
            Self::TakenTogether => "taken-together",
        }
    }
}

/// Looks at a text as [`crate::shows`] does, and tells more.
#[must_use]
pub fn look(text: &str) -> Look {
    look_with(text, ours())
}

pub(crate) fn look_with(text: &str, weights: &Weights<'_>) -> Look {
    let verdict = judge(text, weights);
    let show = verdict.sum >= weights.threshold;
    let because = if show {
        because(text, &verdict.sentences)
    } else {
        Vec::new()
    };
    Look {
        show,
        score: f64::from(logistic(verdict.sum)),
        because,
    }
}

/// From the sentences that weigh nearly as much as the first.
fn because(text: &str, weights: &[f32]) -> Vec<Because> {
    let first = weights.iter().copied().fold(f32::MIN, f32::max);
    let read = read(text);
    let mut found = Vec::new();
    let mut at = 0;
    each(&read, |sentence, _| {
        if weights.get(at).is_some_and(|weight| *weight > first - 1.5) {
            let reaches = reaches(sentence.words, &sentence.senses);
            found.extend(kinds(&sentence.senses, &reaches));
        }
        at += 1;
    });
    if found.is_empty() {
        found.push(Because::TakenTogether);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The kinds of one sentence.
fn kinds(senses: &[Option<Sense>], reaches: &[Reach]) -> Vec<Because> {
    let has = |wanted: &[Sense], negated: Option<bool>| {
        senses.iter().zip(reaches).any(|(sense, reach)| {
            sense.is_some_and(|sense| wanted.contains(&sense))
                && negated.is_none_or(|negated| reach.negated == negated)
                && reach.person != Person::Other
        })
    };
    let dying = has(&[Sense::Die, Sense::Suicide], Some(false))
        || (has(&[Sense::Kill], Some(false)) && has(&[Sense::Myself], None))
        || (has(&[Sense::Want, Sense::Think], None) && has(&[Sense::End], Some(false)));
    let living = has(&[Sense::Live], Some(true))
        || (has(&[Sense::Live], None) && has(&[Sense::Tired, Sense::Hopeless], None));
    let leaving = has(&[Sense::Goodbye, Sense::Means], None)
        || (has(&[Sense::Plan, Sense::Try], None)
            && has(&[Sense::Die, Sense::Suicide, Sense::End], None));
    let mut kinds = Vec::new();
    let each = [
        (dying, Because::WishToDie),
        (living, Because::NotWantingToLive),
        (leaving, Because::PlanOrGoodbye),
        (has(&[Sense::Burden], None), Because::Burden),
        (
            has(&[Sense::Hopeless, Sense::Tired], None),
            Because::NoWayOn,
        ),
    ];
    kinds.extend(
        each.iter()
            .filter(|(yes, _)| *yes)
            .map(|(_, because)| *because),
    );
    kinds
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    parameters::*,
    person::Person,
    urge::Urge,
    world::{World, depth, is_inward, is_sensing},
};
use kindhold_care::{Caution, Function, Skill};

/// What a person has done so far in one life, as far as it changes what practices do.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// At which urges each practice was done.
    pub(super) done: Vec<Vec<u32>>,
    /// Goes at practices that ask for kindness received or to oneself.
    pub(super) kind: f64,
    /// The mean of what was felt at each, and of how many goes.
    pub(super) felt: Vec<(f64, f64)>,
}

impl Past {
    pub(super) fn new(count: usize) -> Self {
        Self {
            done: vec![Vec::new(); count],
            kind: 0.0,
            felt: vec![(0.0, 0.0); count],
        }
    }
}

/// By how many points this practice would lower this urge of this person, on average; below 0 it would raise it.
///
/// It is built otherwise than the learner's model: the best of several answers and not their sum, effects that bend,
/// wear off and heal, and much that no label of a practice says.
#[must_use]
pub fn effect(world: &World<'_>, person: &Person, urge: &Urge, past: &Past, n: usize) -> f64 {
    let practice = &world.practices[n];
    let strain = urge.strain();
    let depth = depth(practice);
    let has = |caution| practice.cautions.contains(&caution);
    let if_so = |yes: bool, points: f64| if yes { points } else { 0.0 };
    let mut answers: Vec<f64> = urge
        .functions
        .iter()
        .filter(|f| practice.fits(**f))
        .filter_map(|f| Function::ALL.iter().position(|a| a == f))
        .map(|f| person.answered[f])
        .collect();
    answers.sort_by(|a, b| b.total_cmp(a));
    let answers = answers.first().copied().unwrap_or_default()
        + 0.25 * answers.get(1).copied().unwrap_or_default();
    let mut points = LEVEL + answers + world.quality[n] + person.liking(world, n, urge.number);
    points += LONG * strain * f64::from(practice.minutes.saturating_sub(1));
    points += if_so(
        practice.skills.contains(&Skill::Thinking),
        THINKING * strain,
    );
    let dim = if urge.is_numb() { 1.0 } else { strain };
    points += if_so(is_sensing(practice), SENSES * dim);
    points += if_so(urge.is_numb() && is_inward(practice), INWARD_NUMB);
    points += KINDNESS * depth * strain;
    if person.kinds.backfires {
        let left = libm::exp(-past.kind / BACKFIRE_FADES);
        points -= person.backfire * depth * depth * (0.5 + 0.5 * strain) * left;
    } else {
        let critic = urge.functions.contains(&Function::PunishSelf);
        points += if_so(critic, KINDNESS_CRITIC * depth);
    }
    points += if_so(has(Caution::Breath), person.breath);
    let away = urge.is_night || !person.has_people;
    points += if_so(has(Caution::NeedsPerson) && away, PERSON_AWAY);
    if points <= 0.0 {
        return CAN_FALL * libm::tanh(points / CAN_FALL);
    }
    let recent: f64 = past.done[n]
        .iter()
        .map(|at| libm::exp(-f64::from(urge.number - at) / WEARS_FOR))
        .sum();
    points *= person.responds / (1.0 + person.wears * recent);
    (CAN_FALL * libm::tanh(points / CAN_FALL)).min(f64::from(urge.strength))
}

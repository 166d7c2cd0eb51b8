// SPDX-License-Identifier: Apache-2.0
use super::{
    parameters::QUALITY,
    seeds::{For, rng},
};
use kindhold_care::{Caution, Kindness, Practice, PracticeId, Skill};
use std::collections::BTreeMap;

/// How many things about a practice people differ over that none of its labels says.
pub(super) const HIDDEN: usize = 3;

/// The practices, with what nobody can know of them: how good each is for everybody, and what no label says.
#[derive(Debug, Clone)]
pub struct World<'a> {
    /// The practices.
    pub practices: &'a [Practice],
    /// The seed of this world and of all its people.
    pub seed: u64,
    pub(super) quality: Vec<f64>,
    pub(super) hidden: Vec<[f64; HIDDEN]>,
    places: BTreeMap<&'a PracticeId, usize>,
}

impl<'a> World<'a> {
    /// The world of this seed.
    #[must_use]
    pub fn made(practices: &'a [Practice], seed: u64) -> Self {
        let mut rng = rng(For::World, seed, 0, 0);
        let each = practices.iter();
        Self {
            quality: each.clone().map(|_| QUALITY * rng.normal()).collect(),
            hidden: each
                .clone()
                .map(|_| std::array::from_fn(|_| rng.normal()))
                .collect(),
            places: each.enumerate().map(|(n, p)| (&p.id, n)).collect(),
            practices,
            seed,
        }
    }

    /// Where a practice stands among them.
    #[must_use]
    pub fn place(&self, id: &PracticeId) -> Option<usize> {
        self.places.get(id).copied()
    }
}

/// How much kindness towards oneself a practice asks for, 0 to 1. The steps are the simulation's own.
pub(super) fn depth(practice: &Practice) -> f64 {
    match practice.kindness {
        Kindness::None => 0.0,
        Kindness::Outward => 0.2,
        Kindness::Received => 0.5,
        Kindness::Own => 1.0,
    }
}

/// Whether it looks inward, by pictures in the mind or otherwise.
pub(super) fn is_inward(practice: &Practice) -> bool {
    practice.skills.contains(&Skill::Imagery) || practice.cautions.contains(&Caution::NotWhenNumb)
}

/// Whether it works by the body or by looking outward.
pub(super) fn is_sensing(practice: &Practice) -> bool {
    let first = practice.skills.first();
    matches!(first, Some(Skill::Body | Skill::Attention)) && !is_inward(practice)
}

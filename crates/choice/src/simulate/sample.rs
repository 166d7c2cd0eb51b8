// SPDX-License-Identifier: Apache-2.0
use super::{
    life::{Life, Living},
    person::{Kinds, Person},
    policy::Policy,
    urge::Urge,
    world::World,
};
use crate::offer::lessons;
use kindhold_care::{Practice, When};

/// How large a simulation is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setup {
    /// How many people, spread evenly over the worlds.
    pub people: u32,
    /// How many worlds, each with a seed of its own: in each, other practices are good ones.
    pub worlds: u32,
    /// How many urges each of them has.
    pub urges: u32,
    /// Where randomness begins.
    pub seed: u64,
    /// How far people differ, against what is assumed (1).
    pub differ: f64,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            people: 400,
            worlds: 40,
            urges: 60,
            seed: 1,
            differ: 1.0,
        }
    }
}

/// What became of one person under every policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Lived {
    /// What kind of person it is.
    pub kinds: Kinds,
    /// One life for each of [`Policy::ALL`].
    pub lives: Vec<Life>,
}

impl Lived {
    /// The life under this policy.
    #[must_use]
    pub fn under(&self, policy: Policy) -> &Life {
        &self.lives[policy.place()]
    }
}

/// People from whom popularity is taken; they are nobody else.
const OTHERS: u64 = 60;
const OTHERS_FROM: u64 = 1 << 40;
const OTHERS_URGES: u32 = 20;
/// Of one person in so many it is asked what the learner foretells.
const FORETELL: u64 = 4;

/// Lets the people of one world, of `setup.worlds`, live under every policy. Worlds are independent of each other, so
/// they may be done in any order or at once.
#[must_use]
pub fn live(setup: &Setup, practices: &[Practice], world: u32) -> Vec<Lived> {
    let worlds = setup.worlds.max(1);
    let share = setup.people / worlds + u32::from(world < setup.people % worlds);
    let seed = setup
        .seed
        .wrapping_mul(1_000_003)
        .wrapping_add(world.into());
    let world = World::made(practices, seed);
    let popular = popular(&world, setup.differ);
    (0..u64::from(share))
        .map(|number| {
            let person = Person::made(&world, number, setup.differ);
            let urges = Urge::all(&world, &person, setup.urges);
            let lives = Policy::ALL.map(|policy| {
                let foretell = policy == Policy::Learner && number % FORETELL == 0;
                Living::new(&world, &person, &popular).through(&urges, policy, foretell)
            });
            Lived {
                kinds: person.kinds,
                lives: lives.into(),
            }
        })
        .collect()
}

/// What other people said of each practice that was offered to them by chance: the mean, drawn towards the mean of all.
fn popular(world: &World<'_>, differ: f64) -> Vec<f64> {
    let count = world.practices.len();
    let nothing = vec![0.0; count];
    let mut said = vec![(0.0, 0.0); count];
    for number in OTHERS_FROM..OTHERS_FROM + OTHERS {
        let person = Person::made(world, number, differ);
        let urges = Urge::all(world, &person, OTHERS_URGES);
        let mut living = Living::new(world, &person, &nothing);
        living.through(&urges, Policy::Random, false);
        for lesson in lessons(living.episodes(), When::default()) {
            if let Some(n) = world.place(&lesson.practice) {
                said[n].0 += lesson.weight * lesson.reward;
                said[n].1 += lesson.weight;
            }
        }
    }
    let (sum, weight) = said.iter().fold((0.0, 0.0), |a, s| (a.0 + s.0, a.1 + s.1));
    let mean = sum / f64::max(weight, 1.0);
    let each = said.into_iter();
    each.map(|(sum, weight)| (sum + 2.0 * mean) / (weight + 2.0))
        .collect()
}

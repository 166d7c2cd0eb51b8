// SPDX-License-Identifier: Apache-2.0
use super::{
    parameters::*,
    seeds::{For, rng},
    world::{HIDDEN, World},
};
use crate::learn::Rng;
use kindhold_care::{Function, Practice, Scene, Skill};

const SCENES: [Scene; 10] = [
    Scene::Look,
    Scene::Breathe,
    Scene::Sway,
    Scene::Press,
    Scene::Warmth,
    Scene::Walk,
    Scene::Reach,
    Scene::Hold,
    Scene::Write,
    Scene::Listen,
];

/// What kind of person it is, for looking at groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kinds {
    /// Inward kindness backfires at first.
    pub backfires: bool,
    /// Practices do little.
    pub non_responder: bool,
    /// Liking changes at once at some time.
    pub turns: bool,
    /// Hardly ever rates.
    pub rarely_rates: bool,
    /// Rates less what did nothing.
    pub silent_no: bool,
}

/// A simulated person: what brings urges, what each practice would do, how they choose and what they say.
#[derive(Debug, Clone)]
pub struct Person {
    /// What kind.
    pub kinds: Kinds,
    pub(super) number: u64,
    /// How often each function comes, as weights.
    pub(super) brings: [f64; 6],
    pub(super) holds_off: f64,
    pub(super) strong: f64,
    /// How much of the good of a practice arrives.
    pub(super) responds: f64,
    /// By how much answering each function helps.
    pub(super) answered: [f64; 6],
    pub(super) backfire: f64,
    pub(super) breath: f64,
    pub(super) has_people: bool,
    pub(super) wears: f64,
    pub(super) misses: f64,
    pub(super) lenient: f64,
    pub(super) first_habit: f64,
    /// The urge from which on liking is another.
    pub(super) turns_at: Option<u32>,
    likes: [Liking; 2],
    /// How much the two likings bend what no label says: the sign is the person's own.
    bend: f64,
}

/// One way of liking and not liking practices.
#[derive(Debug, Clone)]
struct Liking {
    skill: [f64; 6],
    scene: [f64; SCENES.len()],
    hidden: [f64; HIDDEN],
    own: Vec<f64>,
}

impl Liking {
    fn made(count: usize, differ: f64, rng: &mut Rng) -> Self {
        let mut normal = |by: f64| differ * by * rng.normal();
        Self {
            skill: std::array::from_fn(|_| normal(SKILL_TASTE)),
            scene: std::array::from_fn(|_| normal(SCENE_TASTE)),
            hidden: std::array::from_fn(|_| normal(HIDDEN_TASTE)),
            own: (0..count).map(|_| normal(OWN_TASTE)).collect(),
        }
    }
}

impl Person {
    /// The person of this number in a world. `differ` makes people differ more or less than is assumed (1).
    #[must_use]
    pub fn made(world: &World<'_>, number: u64, differ: f64) -> Self {
        let mut rng = rng(For::Person, world.seed, number, 0);
        let mut chance = |p: f64| rng.even() < p;
        let kinds = Kinds {
            backfires: chance(BACKFIRES),
            non_responder: chance(NON_RESPONDERS),
            turns: chance(TURNS),
            rarely_rates: chance(RARELY),
            silent_no: chance(SILENT_NO),
        };
        let (holds_off, has_people) = (chance(HOLDS_OFF), !chance(NO_PERSON));
        let between = |low: f64, high: f64, rng: &mut Rng| low + (high - low) * rng.even();
        let count = world.practices.len();
        Self {
            kinds,
            number,
            brings: std::array::from_fn(|n| match Function::ALL[n] {
                Function::HoldOff => 0.0,
                _ => libm::exp(0.9 * rng.normal()),
            }),
            holds_off: if holds_off {
                between(0.05, 0.3, &mut rng)
            } else {
                0.0
            },
            strong: STRONG + STRONG_PEOPLE * rng.normal(),
            responds: if kinds.non_responder {
                NON_RESPONSE
            } else {
                between(0.8, 1.2, &mut rng)
            },
            answered: std::array::from_fn(|_| FIT * libm::exp(differ * FIT_PEOPLE * rng.normal())),
            backfire: if kinds.backfires {
                between(BACKFIRE_LEAST, BACKFIRE_MOST, &mut rng)
            } else {
                0.0
            },
            breath: BREATH + differ * BREATH_PEOPLE * rng.normal(),
            has_people,
            wears: between(0.0, WEARS, &mut rng),
            misses: if kinds.rarely_rates {
                RARELY_MISSES
            } else {
                between(MISSES_LEAST, MISSES_MOST, &mut rng)
            },
            lenient: LENIENT * rng.normal(),
            first_habit: between(0.0, 2.0 * FIRST_HABIT, &mut rng),
            turns_at: kinds.turns.then(|| 15 + rng.below(31) as u32),
            likes: std::array::from_fn(|_| Liking::made(count, differ, &mut rng)),
            bend: between(0.5, 1.5, &mut rng),
        }
    }

    /// How far this practice is to the person's liking at this urge, in points.
    pub(super) fn liking(&self, world: &World<'_>, n: usize, urge: u32) -> f64 {
        let slow = SLOW_DRIFT * f64::from(urge) / 60.0;
        let to = match self.turns_at {
            Some(at) if urge >= at => TURN,
            _ => slow.min(1.0),
        };
        // Mixed so that the spread stays what it was.
        let from = libm::sqrt(1.0 - to * to);
        from * self.by(0, world, n) + to * self.by(1, world, n)
    }

    fn by(&self, which: usize, world: &World<'_>, n: usize) -> f64 {
        let likes = &self.likes[which];
        let practice = &world.practices[n];
        let trained = practice.skills.iter().map(|s| likes.skill[skill(*s)]);
        // What one does not like about a practice weighs more than what one likes about it.
        let worst = trained.clone().fold(0.0, f64::min);
        let mean = trained.sum::<f64>() / practice.skills.len().max(1) as f64;
        let unsaid = likes.hidden.iter().zip(&world.hidden[n]);
        let unsaid: f64 = unsaid.map(|(like, has)| like * has).sum();
        mean + 0.3 * worst
            + likes.scene[scene(practice)]
            + likes.own[n]
            + HIDDEN_TASTE * libm::tanh(self.bend * unsaid / HIDDEN_TASTE)
    }
}

fn skill(skill: Skill) -> usize {
    Skill::ALL
        .iter()
        .position(|s| *s == skill)
        .unwrap_or_default()
}

fn scene(practice: &Practice) -> usize {
    SCENES
        .iter()
        .position(|s| *s == practice.scene)
        .unwrap_or_default()
}

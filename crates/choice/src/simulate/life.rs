// SPDX-License-Identifier: Apache-2.0
use super::{
    effect::{Past, effect},
    parameters::*,
    person::Person,
    policy::{Policy, View},
    seeds::{For, rng},
    urge::Urge,
    world::{World, depth},
};
use crate::{
    History, Situation,
    learn::Rng,
    offer::{Learner, lessons},
};
use kindhold_care::{Attempt, Ending, Episode, Helped, Offer, PracticeId, Strength, When};

/// What was foretold of a practice that was then taken, and what the person would have said of it, said or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foretold {
    /// Expected reward, -1 to 1.
    pub mean: f64,
    /// Standard deviation of a single reward around it.
    pub spread: f64,
    /// The reward.
    pub reward: f64,
}

/// What one policy did for one person.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Life {
    /// By how many points what was taken lowers that urge on average, for each urge; 0 when none was taken. `None`
    /// where nothing is varied.
    pub benefit: Vec<Option<f64>>,
    /// How many practices were offered where offers vary.
    pub offers: u32,
    /// How many of them would truly have made it worse.
    pub harmful: u32,
    /// How the learner's forecasts came out.
    pub foretold: Vec<Foretold>,
}

/// A life under one policy, urge by urge.
pub(super) struct Living<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) person: &'a Person,
    pub(super) popular: &'a [f64],
    past: Past,
    episodes: Vec<Episode>,
    hidden: Vec<PracticeId>,
}

/// A go at a practice: what was felt, and what there is to say of it.
struct Go {
    felt: f64,
    attempt: Attempt,
    would_say: Helped,
    after: Option<Strength>,
}

impl<'a> Living<'a> {
    pub(super) fn new(world: &'a World<'a>, person: &'a Person, popular: &'a [f64]) -> Self {
        Self {
            past: Past::new(world.practices.len()),
            episodes: Vec::new(),
            hidden: Vec::new(),
            world,
            person,
            popular,
        }
    }

    fn rng(&self, what: For, urge: &Urge, of: usize) -> Rng {
        let at = u64::from(urge.number) << 16 | of as u64;
        rng(what, self.world.seed, self.person.number, at)
    }

    pub(super) fn episodes(&self) -> &[Episode] {
        &self.episodes
    }

    #[cfg(test)]
    pub(super) fn hidden(&self) -> &[PracticeId] {
        &self.hidden
    }

    /// Lives through these urges. `foretell`: also asks the learner what it expects.
    pub(super) fn through(&mut self, urges: &[Urge], policy: Policy, foretell: bool) -> Life {
        let mut life = Life::default();
        for urge in urges {
            let history = History::new(&self.episodes, self.hidden.iter().cloned());
            let learnt = lessons(&self.episodes, When::default());
            let situation = Situation::from(&urge.said);
            let truth = |n| effect(self.world, self.person, urge, &self.past, n);
            let view = View {
                world: self.world,
                situation: &situation,
                history: &history,
                lessons: &learnt,
                popular: self.popular,
                truth: &truth,
            };
            let offers = view.offers(policy, &mut self.rng(For::Policy, urge, policy.place()));
            let places: Vec<usize> = offers
                .iter()
                .filter_map(|o| self.world.place(&o.practice))
                .collect();
            let varied = !situation.is_holding_off();
            if varied {
                life.offers += places.len() as u32;
                life.harmful += places.iter().filter(|n| truth(**n) <= -HARM).count() as u32;
            }
            let (taken, with_someone) = self.takes(urge, &places);
            let benefit = taken.map_or(0.0, truth);
            life.benefit.push(varied.then_some(benefit));
            let go = taken.map(|n| self.goes(urge, n, benefit));
            if let (true, true, Some(go)) = (foretell, varied, &go) {
                let id = std::slice::from_ref(&go.attempt.practice);
                let expected = Learner::new(self.world.practices, &history, &learnt)
                    .expects(&situation, id)
                    .pop();
                let reward = self.episode(urge, &offers, Some(go), true, with_someone);
                let reward = lessons([&reward], When::default()).pop().map(|l| l.reward);
                if let (Some((_, mean, spread)), Some(reward)) = (expected, reward) {
                    life.foretold.push(Foretold {
                        mean,
                        spread,
                        reward,
                    });
                }
            }
            self.episodes
                .push(self.episode(urge, &offers, go.as_ref(), false, with_someone));
            if let (Some(n), Some(go)) = (taken, go) {
                self.remember(urge, n, &go);
            }
        }
        life
    }

    /// Which of the offers is taken, or being with someone: habit, what is known of each, and chance.
    fn takes(&self, urge: &Urge, offers: &[usize]) -> (Option<usize>, bool) {
        let going = self.rng(For::Going, urge, 0).even();
        if going < TAKES_NONE + TAKES_PERSON {
            return (None, going < TAKES_PERSON);
        }
        let pull = |place: usize, n: usize| {
            let habit = self.person.first_habit * (1.0 - 0.5 * place as f64);
            let known = match self.past.felt[n] {
                (_, 0.0) => HUNCH * self.person.liking(self.world, n, urge.number),
                (felt, _) => KNOWS * felt,
            };
            // Gumbel's luck makes a choice by shares of the pull (McFadden 1974).
            let luck = self.rng(For::Choice, urge, n).even();
            habit + known - libm::log(-libm::log(luck.max(1e-12)))
        };
        let each = offers.iter().enumerate();
        let best = each
            .map(|(place, n)| (pull(place, *n), *n))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        (best.map(|(_, n)| n), false)
    }

    fn goes(&self, urge: &Urge, n: usize, points: f64) -> Go {
        let mut rng = self.rng(For::Rating, urge, n);
        let person = self.person;
        let felt = points + FELT_DIFFERS * rng.normal();
        let rated = felt + person.lenient;
        let would_say = match rated {
            r if r < FEELS_WORSE => Helped::Worse,
            r if r < FEELS_BIT => Helped::No,
            r if r < FEELS_LOT => Helped::Bit,
            _ => Helped::Lot,
        };
        let fell = felt + ALONE_FALL + ALONE_DIFFERS * rng.normal();
        let after = (f64::from(urge.strength) - fell).round().clamp(0.0, 10.0) as u8;
        let silent = person.kinds.silent_no && would_say == Helped::No;
        let misses = person.misses + if silent { SILENT_BY } else { 0.0 };
        let said = rng.even() >= misses;
        let during = would_say == Helped::Worse && rng.even() < SAYS_DURING;
        Go {
            felt,
            attempt: Attempt {
                practice: self.world.practices[n].id.clone(),
                at: urge.said.at,
                ending: Some(if during { Ending::Worse } else { Ending::Whole }),
                helped: (said && !during).then_some(would_say),
            },
            would_say,
            after: Strength::new(after)
                .ok()
                .filter(|_| rng.even() < TELLS_AFTER),
        }
    }

    /// The episode as the app would have written it; `all`: with the rating even where it was left out.
    fn episode(
        &self,
        urge: &Urge,
        offers: &[Offer],
        go: Option<&Go>,
        all: bool,
        with_someone: bool,
    ) -> Episode {
        let attempts = go.map(|go| {
            let mut attempt = go.attempt.clone();
            if all {
                attempt.helped = Some(go.would_say);
            }
            attempt
        });
        Episode {
            moment: urge.said.clone(),
            offered: offers.to_vec(),
            draws: Vec::new(),
            attempts: attempts.into_iter().collect(),
            with_someone,
            after: go.and_then(|go| go.after),
        }
    }

    fn remember(&mut self, urge: &Urge, n: usize, go: &Go) {
        self.past.done[n].push(urge.number);
        let practice = &self.world.practices[n];
        self.past.kind += if depth(practice) >= 0.5 { 1.0 } else { 0.0 };
        let (mean, goes) = self.past.felt[n];
        self.past.felt[n] = ((mean * goes + go.felt) / (goes + 1.0), goes + 1.0);
        let said_worse =
            go.attempt.ending == Some(Ending::Worse) || go.attempt.helped == Some(Helped::Worse);
        if said_worse && self.rng(For::Choice, urge, 1 << 15).even() < HIDES {
            self.hidden.push(practice.id.clone());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::world::World;
use crate::{
    FixedOrder, History, SLATE, Situation, is_safe_now,
    learn::Rng,
    offer::{Learner, Lesson},
};
use kindhold_care::{Offer, Reason};

/// A way of choosing that is tried out. All stand behind the same safety filter, and for all the fixed order stands when
/// self-injury holds off something worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Policy {
    /// Knows what each practice would do, and offers the best three. Nobody can be this.
    Oracle,
    /// What the app runs when the person wants it to learn.
    Learner,
    /// What the app runs otherwise. It learns a little too: own ratings move the order.
    FixedOrder,
    /// Three drawn evenly.
    Random,
    /// The three that others rated best, whatever it would do.
    Popular,
    /// The best by the person's own mean rating, and one in ten places drawn evenly.
    EpsilonGreedy,
    /// Thompson sampling with a belief for each practice alone: nothing is shared between practices.
    PlainThompson,
}

/// How often epsilon-greedy draws.
const EPSILON: f64 = 0.1;
/// What those that learn each practice alone think of one that was not tried.
const UNTRIED: f64 = 0.2;
/// The variance of that, and of a rating.
const UNSURE: f64 = 0.15;

impl Policy {
    /// All, in the order of the tables.
    pub const ALL: [Self; 7] = [
        Self::Oracle,
        Self::Learner,
        Self::FixedOrder,
        Self::PlainThompson,
        Self::EpsilonGreedy,
        Self::Popular,
        Self::Random,
    ];

    /// Its name in tables and files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Oracle => "oracle",
            Self::Learner => "learner",
            Self::FixedOrder => "fixed order",
            Self::Random => "random",
            Self::Popular => "most popular",
            Self::EpsilonGreedy => "epsilon-greedy",
            Self::PlainThompson => "plain Thompson",
        }
    }

    /// Where it stands in [`Policy::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|p| *p == self)
            .unwrap_or_default()
    }
}

/// What a policy may look at.
pub(super) struct View<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) situation: &'a Situation,
    pub(super) history: &'a History,
    pub(super) lessons: &'a [Lesson],
    /// What others said of each practice.
    pub(super) popular: &'a [f64],
    /// The truth, for the oracle.
    pub(super) truth: &'a dyn Fn(usize) -> f64,
}

impl View<'_> {
    /// Up to three offers, best first.
    pub(super) fn offers(&self, policy: Policy, rng: &mut Rng) -> Vec<Offer> {
        let (now, practices) = (self.situation, self.world.practices);
        let seed = rng.bits();
        if policy == Policy::FixedOrder || now.is_holding_off() {
            return FixedOrder.choose(now, practices, self.history);
        }
        if policy == Policy::Learner {
            let learner = Learner::new(practices, self.history, self.lessons);
            return learner.choose(now, &[], None, seed as u32).offers;
        }
        let safe =
            (0..practices.len()).filter(|n| is_safe_now(&practices[*n], now, self.history).is_ok());
        let mut scored: Vec<(f64, usize)> = safe.map(|n| (self.score(policy, n, rng), n)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        if policy == Policy::EpsilonGreedy {
            for place in 0..SLATE.min(scored.len()) {
                if rng.even() < EPSILON {
                    let other = place + rng.below(scored.len() - place);
                    scored.swap(place, other);
                }
            }
        }
        let best = scored.iter().take(SLATE);
        best.map(|(_, n)| Offer {
            practice: practices[*n].id.clone(),
            reason: Reason::Gentle,
        })
        .collect()
    }

    fn score(&self, policy: Policy, n: usize, rng: &mut Rng) -> f64 {
        let luck = rng.even();
        match policy {
            Policy::Oracle => (self.truth)(n),
            Policy::Popular => self.popular[n],
            Policy::EpsilonGreedy => {
                let (mean, _) = self.own(n);
                mean + 1e-6 * luck
            }
            Policy::PlainThompson => {
                let (mean, variance) = self.own(n);
                mean + libm::sqrt(variance) * rng.normal()
            }
            _ => luck,
        }
    }

    /// What the person's own ratings of this practice alone say: mean and variance of belief.
    fn own(&self, n: usize) -> (f64, f64) {
        let id = &self.world.practices[n].id;
        let said = self.lessons.iter().filter(|l| l.practice == *id);
        let (mut sum, mut weight) = (UNTRIED, 1.0);
        for lesson in said {
            sum += lesson.weight * lesson.reward;
            weight += lesson.weight;
        }
        (sum / weight, UNSURE / weight)
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The same learning for any options, features and rewards: what simulators drive from outside, and what the tests
//! of the learning run on.

mod design;
mod fit;
mod fitted;
mod priors;

pub use fit::{Logged, fit};
pub use fitted::{Fitted, FittedError};

use crate::learn::{Clip, Mixture, Rng, Seen, chances, draw};
use design::Design;
use std::collections::BTreeMap;

/// How many draws a chance is counted from.
const DRAWS: u32 = 600;
/// For so many decisions something that made it worse stays out, while there is anything else.
const OUT_AFTER_WORSE: u64 = 10;
/// The most weights of a model: beyond, the arithmetic would take too long.
pub const MOST_WEIGHTS: usize = 600;

/// How somebody is begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// The seed of every draw.
    pub seed: u64,
    /// Names of the options.
    pub arms: Vec<String>,
    /// Names of what is known when one is chosen.
    pub features: Vec<String>,
    /// What was learnt from other people, if anything; taken by the names of arms and features.
    pub prior: Option<Fitted>,
    /// How many are offered at once, 1 and more.
    pub slate: usize,
    /// The narrowest and widest chance. Unless something else is asked for: [`Clip::OFFERS`] for slates, none for
    /// a single offer, where holding back would be the larger part of all regret.
    pub clip: Option<Clip>,
}

/// Why somebody cannot be begun, or a line changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum PersonError {
    #[error("there have to be arms, each with a name of its own")]
    Arms,
    #[error("each feature needs a name of its own")]
    Features,
    #[error("the slate is 1 to as many as there are arms")]
    Slate,
    #[error("{0} weights are too many for this model: at most {MOST_WEIGHTS}")]
    TooLarge(usize),
    #[error("the prior is for other arms altogether")]
    OtherPrior,
    #[error("the chances to keep to are from 0 to 1, the lower one first")]
    Clip,
    #[error("none of these arms is known")]
    NoneAvailable,
    #[error("a number is not finite")]
    NotFinite,
    #[error("this decision is not known, or its outcome was told before")]
    UnknownDecision,
    #[error("this arm was not offered at that decision")]
    NotOffered,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// What is offered, best first.
    pub slate: Vec<String>,
    /// The chance of each that was there to be among the offered.
    pub chance: BTreeMap<String, f64>,
    /// One line on why.
    pub why: &'static str,
}

/// Somebody who is learnt about.
#[derive(Debug, Clone)]
pub struct Person {
    start: Start,
    design: Design,
    mixture: Option<Mixture>,
    open: BTreeMap<u64, Open>,
    seen: Vec<Seen>,
    raw: Vec<f64>,
    recent: Vec<f64>,
    out_until: BTreeMap<usize, u64>,
    decisions: u64,
    refit_at: usize,
}

/// A decision whose outcome is not known.
#[derive(Debug, Clone)]
struct Open {
    slate: Vec<usize>,
    context: Vec<f64>,
    recent: Vec<f64>,
}

impl Person {
    /// Begins with somebody.
    ///
    /// # Errors
    /// [`PersonError`] when what is asked for makes no sense.
    pub fn new(mut start: Start) -> Result<Self, PersonError> {
        let arms = start.arms.len();
        if arms == 0 || !design::distinct(&start.arms) {
            return Err(PersonError::Arms);
        }
        if !design::distinct(&start.features) {
            return Err(PersonError::Features);
        }
        if start.slate == 0 || start.slate > arms {
            return Err(PersonError::Slate);
        }
        let sound = |c: Clip| c.low >= 0.0 && c.low <= c.high && c.high <= 1.0;
        if !start.clip.is_none_or(sound) {
            return Err(PersonError::Clip);
        }
        let mut design = Design::new(arms, start.features.len());
        if design.weights() > MOST_WEIGHTS {
            return Err(PersonError::TooLarge(design.weights()));
        }
        if let Some(prior) = start.prior.take() {
            let prior = prior.aligned(&start.arms, &start.features);
            let prior = prior.ok_or(PersonError::OtherPrior)?;
            design.take_units(&prior);
            start.prior = Some(prior);
        }
        Ok(Self {
            recent: vec![0.0; arms],
            design,
            start,
            mixture: None,
            open: BTreeMap::new(),
            seen: Vec::new(),
            raw: Vec::new(),
            out_until: BTreeMap::new(),
            decisions: 0,
            refit_at: 0,
        })
    }

    /// Names of the options.
    #[must_use]
    pub fn arms(&self) -> &[String] {
        &self.start.arms
    }

    /// Chooses. The same decision after the same outcomes gives the same answer.
    ///
    /// # Errors
    /// [`PersonError`]; nothing is changed then.
    pub fn choose(
        &mut self,
        decision: u64,
        context: &BTreeMap<String, f64>,
        available: &[String],
    ) -> Result<Chosen, PersonError> {
        if context.values().any(|x| !x.is_finite()) {
            return Err(PersonError::NotFinite);
        }
        let there = self.there(available)?;
        let values = self.design.context(&self.start.features, context);
        let options: Vec<Vec<f64>> = there
            .iter()
            .map(|arm| self.design.judged(*arm, &values, &self.recent))
            .collect();
        let few = self.start.slate.min(there.len());
        let clip = self.start.clip.unwrap_or(if self.start.slate > 1 {
            Clip::OFFERS
        } else {
            Clip::NONE
        });
        let seed = self.start.seed ^ decision.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut rng = Rng::new(seed);
        let outlook = self.mixture().expect(&options);
        let wanted = outlook.best(few, DRAWS, &mut rng);
        let chance = chances(&wanted, few, clip);
        let mut drawn = draw(&chance, &mut rng);
        let mean = outlook.mean();
        drawn.sort_by(|a, b| mean[*b].total_cmp(&mean[*a]));
        let is_best = (0..there.len()).all(|n| mean[n] <= mean[drawn[0]]);
        let slate: Vec<usize> = drawn.iter().map(|n| there[*n]).collect();
        let name = |arm: usize| self.start.arms[arm].clone();
        let chosen = Chosen {
            slate: slate.iter().map(|arm| name(*arm)).collect(),
            chance: there.iter().map(|arm| name(*arm)).zip(chance).collect(),
            why: match (self.seen.is_empty() && self.start.prior.is_none(), is_best) {
                (true, _) => "nothing is known yet",
                (false, true) => "went best in situations like this",
                (false, false) => "not enough is known of it to leave it out",
            },
        };
        let open = Open {
            slate,
            context: values,
            recent: self.recent.clone(),
        };
        if self.open.insert(decision, open).is_none() {
            self.decisions += 1;
        }
        Ok(chosen)
    }

    /// What can be chosen from: known, and not something that has just made it worse.
    fn there(&self, available: &[String]) -> Result<Vec<usize>, PersonError> {
        let arms = 0..self.start.arms.len();
        let known: Vec<usize> = arms
            .filter(|arm| available.contains(&self.start.arms[*arm]))
            .collect();
        if known.is_empty() {
            return Err(PersonError::NoneAvailable);
        }
        let is_out = |arm: &usize| {
            let until = self.out_until.get(arm);
            until.is_some_and(|until| self.decisions < *until)
        };
        let calm: Vec<usize> = known.iter().copied().filter(|arm| !is_out(arm)).collect();
        Ok(if calm.is_empty() { known } else { calm })
    }

    /// Takes an outcome in. A missing one teaches nothing, and is not counted against anything; harm without
    /// a number counts as a bad outcome.
    ///
    /// # Errors
    /// [`PersonError`]; nothing is changed then.
    pub fn outcome(
        &mut self,
        decision: u64,
        arm: Option<&str>,
        reward: Option<f64>,
        worse: bool,
    ) -> Result<(), PersonError> {
        if reward.is_some_and(|r| !r.is_finite()) {
            return Err(PersonError::NotFinite);
        }
        let open = self
            .open
            .get(&decision)
            .ok_or(PersonError::UnknownDecision)?;
        let arm = match arm {
            Some(name) => open
                .slate
                .iter()
                .copied()
                .find(|arm| self.start.arms[*arm] == name)
                .ok_or(PersonError::NotOffered)?,
            None if reward.is_none() => open.slate[0],
            None => return Err(PersonError::NotOffered),
        };
        let open = self
            .open
            .remove(&decision)
            .ok_or(PersonError::UnknownDecision)?;
        if worse {
            self.out_until.insert(arm, self.decisions + OUT_AFTER_WORSE);
        }
        for (n, share) in self.recent.iter_mut().enumerate() {
            *share += design::RECENT * (f64::from(u8::from(n == arm)) - *share);
        }
        let reward = reward.or_else(|| worse.then(|| self.design.bad()));
        if let Some(reward) = reward {
            let features = self.design.features(arm, &open.context, &open.recent);
            self.learn(features, reward);
        }
        Ok(())
    }

    fn learn(&mut self, features: Vec<f64>, reward: f64) {
        self.raw.push(reward);
        self.seen.push(Seen {
            features,
            reward: self.design.in_units(reward),
            weight: 1.0,
        });
        if self.start.prior.is_none() && self.raw.len() >= self.refit_at.max(1) {
            // With nobody to compare with, a unit is what this person's own rewards vary by: taken anew as they double.
            self.refit_at = 2 * self.raw.len();
            self.design.unit_from(&self.raw);
            for (seen, raw) in self.seen.iter_mut().zip(&self.raw) {
                seen.reward = self.design.in_units(*raw);
            }
            self.mixture = None;
        }
        if let (Some(mixture), Some(seen)) = (&mut self.mixture, self.seen.last()) {
            mixture.see(seen);
        }
    }

    fn mixture(&mut self) -> &Mixture {
        let Self {
            mixture,
            start,
            design,
            seen,
            ..
        } = self;
        mixture.get_or_insert_with(|| {
            let components = priors::components(design, start.prior.as_ref());
            Mixture::after(&components, seen)
        })
    }

    /// How far each prior is trusted now.
    pub fn shares(&mut self) -> Vec<f64> {
        self.mixture().shares()
    }
}

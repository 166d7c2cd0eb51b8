// SPDX-License-Identifier: Apache-2.0
use super::{
    lesson::Lesson,
    rung,
    short::{all_that_fit, breath_later, shortlist},
    traits::{Guess, Traits},
};
use crate::{
    FixedOrder, History, SLATE, Situation, is_safe_now,
    learn::{Clip, Component, Mixture, Prior, Rng, Seen, chances, draw},
};
use kindhold_care::{Chance, Draw, Kindness, Offer, Practice, PracticeId, Reason, Weighed};
use std::collections::{BTreeMap, VecDeque};

/// The name of this rule, as it stands in a [`Draw`]. Whatever would draw otherwise from the same seed gets a new one.
pub const RULE: &str = "thompson-1";
/// The rule of a study's even share.
pub const EVEN_RULE: &str = "even-1";
/// Variance of a single rating around what is expected of it, on -1 to 1.
const NOISE: f64 = 0.15;
/// What that is worth, in ratings.
const SURE_OF_NOISE: f64 = 6.0;
/// Nothing is forgotten.
const STAYS: f64 = 1.0;
/// Half is forgotten after about 23 ratings.
const FADES: f64 = 0.97;
/// So many goes are "lately".
const LATELY: usize = 6;
/// From a rating of this on, something counts as having helped.
const HELPED: f64 = 0.1;

/// A study that lets chance choose some of what is offered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Study<'a> {
    /// Its name.
    pub name: &'a str,
    /// Which share of choices is drawn evenly, 0 to 1.
    pub even: f64,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What to offer, best first, each with its reason.
    pub offers: Vec<Offer>,
    /// How it was drawn; `None` where chance had no part.
    pub draw: Option<Draw>,
}

/// Chooses, and learns from the person's own ratings: a mixture of Bayesian linear models over what practices have
/// in common and what is each one's own, Thompson sampling, chances of 0.1 to 0.8.
///
/// What is never varied: when self-injury holds off something worse the fixed order stands, and what the filter, the
/// ladder of kindness or the person leave out is not drawn at all.
#[derive(Debug, Clone, Copy)]
pub struct Learner<'a> {
    practices: &'a [Practice],
    history: &'a History,
    lessons: &'a [Lesson],
}

impl<'a> Learner<'a> {
    /// Knows these practices, what was said of each, and what was learnt, oldest first.
    #[must_use]
    pub const fn new(
        practices: &'a [Practice],
        history: &'a History,
        lessons: &'a [Lesson],
    ) -> Self {
        Self {
            practices,
            history,
            lessons,
        }
    }

    /// Chooses among all practices but `tried`. The same arguments give the same answer.
    #[must_use]
    pub fn choose(
        &self,
        now: &Situation,
        tried: &[PracticeId],
        study: Option<Study<'_>>,
        seed: u32,
    ) -> Decision {
        let fresh = |p: &&Practice| !tried.contains(&p.id);
        if now.is_holding_off() {
            let fresh: Vec<Practice> = self.practices.iter().filter(fresh).cloned().collect();
            let offers = FixedOrder.choose(now, &fresh, self.history);
            return Decision { offers, draw: None };
        }
        let open: Vec<&Practice> = self.open(now).into_iter().filter(fresh).collect();
        if open.is_empty() {
            return Decision {
                offers: Vec::new(),
                draw: None,
            };
        }
        let mut rng = Rng::new(u64::from(seed));
        let even = study.filter(|s| rng.even() < s.even);
        let traits = Traits::new(self.practices, self.lessons);
        let mixture = self.learnt(&traits);
        let outlook = mixture.expect(&self.features(&traits, &open, now, 2.0));
        let mean = outlook.mean();
        let (mut short, wanted) = if even.is_some() {
            all_that_fit(&open, now)
        } else {
            shortlist(&open, &outlook, &mean, &mut rng)
        };
        if even.is_some() {
            // In no order at all: then any three are as likely as any other three.
            rng.shuffle(&mut short);
        } else {
            // Side by side by kind, so that three doors lead to three places; from a different end each time.
            short.sort_by_key(|n| (open[*n].skills.first(), open[*n].scene, &open[*n].id));
            let by = rng.below(short.len());
            short.rotate_left(by);
        }
        let wanted: Vec<f64> = short.iter().map(|n| wanted[*n]).collect();
        let chance = chances(&wanted, SLATE, Clip::OFFERS);
        let mut drawn: Vec<usize> = draw(&chance, &mut rng).iter().map(|n| short[*n]).collect();
        if even.is_some() {
            rng.shuffle(&mut drawn);
        } else {
            drawn.sort_by(|a, b| mean[*b].total_cmp(&mean[*a]).then(a.cmp(b)));
        }
        breath_later(&mut drawn, &open);
        let offers: Vec<Offer> = drawn
            .iter()
            .map(|n| Offer {
                practice: open[*n].id.clone(),
                reason: self.reason(open[*n], now, mean[*n]),
            })
            .collect();
        let among = short.iter().zip(&chance).map(|(n, chance)| Weighed {
            practice: open[*n].id.clone(),
            chance: Chance::near(*chance),
        });
        let draw = Draw {
            rule: if even.is_some() { EVEN_RULE } else { RULE }.to_owned(),
            seed,
            among: among.collect(),
            slate: offers.iter().map(|o| o.practice.clone()).collect(),
            study: even.map(|s| s.name.to_owned()).unwrap_or_default(),
        };
        Decision {
            offers,
            draw: Some(draw),
        }
    }

    /// What is expected of these practices now: the mean rating, -1 to 1, and the standard deviation of a single one.
    /// Practices that are not known are left out.
    #[must_use]
    pub fn expects(
        &self,
        now: &Situation,
        practices: &[PracticeId],
    ) -> Vec<(PracticeId, f64, f64)> {
        let known = |id: &PracticeId| self.practices.iter().find(|p| p.id == *id);
        let known: Vec<&Practice> = practices.iter().filter_map(known).collect();
        let traits = Traits::new(self.practices, self.lessons);
        let features = self.features(&traits, &known, now, 1.0);
        let outlook = self.learnt(&traits).expect(&features);
        let each = known.iter().zip(outlook.mean()).zip(outlook.spread());
        each.map(|((p, mean), spread)| (p.id.clone(), mean, spread))
            .collect()
    }

    /// `wear`: how much having come lately counts.
    fn features(
        &self,
        traits: &Traits<'_>,
        of: &[&Practice],
        now: &Situation,
        wear: f64,
    ) -> Vec<Vec<f64>> {
        let each = of.iter();
        each.map(|p| traits.of(p, now, wear * self.lately(&p.id)))
            .collect()
    }

    /// What may be offered now: what the filter lets through, up to the open rung of the ladder. What helped the last
    /// time stays, whatever its rung; and where too little is left, the next rungs are let in.
    fn open(&self, now: &Situation) -> Vec<&'a Practice> {
        let safe = self.practices.iter();
        let safe: Vec<&Practice> = safe
            .filter(|p| is_safe_now(p, now, self.history).is_ok())
            .collect();
        let open = rung(self.practices, self.lessons);
        for rung in [open, Kindness::Outward, Kindness::Received, Kindness::Own] {
            let up_to = rung.max(open);
            let fits = |p: &&&Practice| p.kindness <= up_to || self.helped(&p.id);
            let some: Vec<&Practice> = safe.iter().filter(fits).copied().collect();
            if some.len() >= SLATE || up_to == Kindness::Own {
                return some;
            }
        }
        safe
    }

    /// Whether the newest word on it was a good one.
    fn helped(&self, practice: &PracticeId) -> bool {
        let last = self.lessons.iter().rev().find(|l| l.practice == *practice);
        last.is_some_and(|l| l.reward > HELPED)
    }

    /// How often it came in the last goes, 0 to 1.
    fn lately(&self, practice: &PracticeId) -> f64 {
        let last = self.lessons.iter().rev().take(LATELY);
        last.filter(|l| l.practice == *practice).count() as f64 / LATELY as f64
    }

    fn learnt(&self, traits: &Traits<'_>) -> Mixture {
        let mut mixture = Mixture::new(&components(&traits.guesses()));
        let mut lately: VecDeque<&PracticeId> = VecDeque::with_capacity(LATELY + 1);
        let by_id: BTreeMap<&PracticeId, &Practice> =
            self.practices.iter().map(|p| (&p.id, p)).collect();
        for lesson in self.lessons {
            if let Some(practice) = by_id.get(&lesson.practice) {
                let often = lately.iter().filter(|p| **p == &lesson.practice).count();
                mixture.see(&Seen {
                    features: traits.of(practice, &lesson.situation, often as f64 / LATELY as f64),
                    reward: lesson.reward,
                    weight: lesson.weight,
                });
            }
            lately.push_back(&lesson.practice);
            if lately.len() > LATELY {
                lately.pop_front();
            }
        }
        mixture
    }

    fn reason(&self, practice: &Practice, now: &Situation, mean: f64) -> Reason {
        let fits = now.functions.iter().copied().find(|f| practice.fits(*f));
        let tried = self.lessons.iter().any(|l| l.practice == practice.id);
        if self.helped(&practice.id) {
            return Reason::HelpedBefore;
        }
        let like = |l: &Lesson| {
            let other = self.practices.iter().find(|p| p.id == l.practice);
            l.reward > HELPED && other.is_some_and(|o| o.skills.first() == practice.skills.first())
        };
        match fits {
            Some(function) => Reason::Fits(function),
            None if mean > HELPED && self.lessons.iter().any(like) => Reason::LikeHelped,
            None if now.functions.is_empty() => Reason::Gentle,
            None if !tried => Reason::New,
            None => Reason::Gentle,
        }
    }
}

/// The priors that are weighed against each other: what is thought to fit, twice (once forgetting, so that it
/// follows change), and the same doubted.
fn components(guesses: &[Guess]) -> Vec<Component> {
    let prior = |trust: f64, wide: f64| {
        let mean = guesses.iter().map(|g| g.mean * trust).collect();
        let variance: Vec<f64> = guesses.iter().map(|g| g.variance * wide).collect();
        Prior::independent(mean, &variance, NOISE, SURE_OF_NOISE)
    };
    let component = |prior, keep, share| Component { prior, keep, share };
    vec![
        component(prior(1.0, 1.0), STAYS, 0.6),
        component(prior(1.0, 1.0), FADES, 0.2),
        component(prior(0.4, 2.5), STAYS, 0.1),
        component(prior(0.4, 2.5), FADES, 0.1),
    ]
}

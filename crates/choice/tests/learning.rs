// SPDX-License-Identifier: Apache-2.0
//! Laws of the learning itself, for any options and rewards.

use kindhold_choice::{
    learn::{Belief, Clip, Component, Mixture, Prior, Rng, Seen, chances, draw},
    person::{Fitted, Logged, Person, PersonError, Start, fit},
};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

fn names(letter: &str, count: usize) -> Vec<String> {
    (0..count).map(|n| format!("{letter}{n}")).collect()
}

fn start(arms: usize, slate: usize, seed: u64) -> Start {
    Start {
        seed,
        arms: names("a", arms),
        features: names("x", 1),
        prior: None,
        slate,
        clip: None,
    }
}

fn at(x: f64) -> BTreeMap<String, f64> {
    BTreeMap::from([("x0".to_owned(), x)])
}

/// Ridge regression by Gauss-Jordan elimination: the posterior mean, found in another way.
fn ridge(seen: &[(Vec<f64>, f64)], variance: f64, d: usize) -> Vec<f64> {
    let mut a = vec![vec![0.0; d + 1]; d];
    for (n, row) in a.iter_mut().enumerate() {
        row[n] = 1.0 / variance;
    }
    for (x, y) in seen {
        for n in 0..d {
            for m in 0..d {
                a[n][m] += x[n] * x[m];
            }
            a[n][d] += x[n] * y;
        }
    }
    for n in 0..d {
        let pivot = a[n][n];
        a[n].iter_mut().for_each(|v| *v /= pivot);
        for m in 0..d {
            if m != n {
                let by = a[m][n];
                let row = a[n].clone();
                a[m].iter_mut().zip(row).for_each(|(v, r)| *v -= by * r);
            }
        }
    }
    a.into_iter().map(|row| row[d]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn belief_is_ridge_regression(
        seen in vec((vec(-2.0..2.0f64, 3), -3.0..3.0f64), 0..20), variance in 0.1..4.0f64,
    ) {
        let prior = Prior::independent(vec![0.0; 3], &[variance; 3], 1.0, 2.0);
        let mut belief = Belief::new(&prior, 1.0);
        for (features, reward) in &seen {
            belief.see(&Seen { features: features.clone(), reward: *reward, weight: 1.0 });
        }
        for (ours, other) in belief.mean().iter().zip(ridge(&seen, variance, 3)) {
            prop_assert!((ours - other).abs() < 1e-6, "{ours} {other}");
        }
    }

    #[test]
    fn how_likely_it_was_does_not_depend_on_the_order_when_nothing_is_forgotten(
        seen in vec((vec(-2.0..2.0f64, 2), -3.0..3.0f64), 1..10),
    ) {
        let prior = Prior::independent(vec![0.1, -0.2], &[1.0, 0.5], 0.5, 2.0);
        let all = |forwards: bool| {
            let mut belief = Belief::new(&prior, 1.0);
            let mut seen = seen.clone();
            if !forwards { seen.reverse(); }
            for (features, reward) in seen {
                belief.see(&Seen { features, reward, weight: 1.0 });
            }
            belief.evidence()
        };
        prop_assert!((all(true) - all(false)).abs() < 1e-6);
    }

    #[test]
    fn chances_fill_the_slate_within_their_bounds_and_keep_their_order(
        wanted in vec(0.0..1.0f64, 1..40), few in 1usize..5,
    ) {
        let all = chances(&wanted, few, Clip::OFFERS);
        let sum: f64 = all.iter().sum();
        prop_assert!((sum - few.min(wanted.len()) as f64).abs() < 1e-6);
        let clip = Clip::OFFERS.for_slate(few, wanted.len());
        if wanted.len() > few {
            prop_assert!(all.iter().all(|c| *c >= clip.low - 1e-9 && *c <= clip.high + 1e-9));
            if few as f64 / wanted.len() as f64 >= 0.1 && (few as f64) <= 0.8 * wanted.len() as f64 {
                prop_assert!(all.iter().all(|c| *c >= 0.1 - 1e-9 && *c <= 0.8 + 1e-9));
            }
        }
        for (a, x) in wanted.iter().zip(&all) {
            for (b, y) in wanted.iter().zip(&all) {
                prop_assert!(a <= b || x >= y);
            }
        }
    }

    #[test]
    fn a_slate_has_as_many_as_it_should_each_once(wanted in vec(0.0..1.0f64, 1..30), few in 1usize..5, seed: u64) {
        let all = chances(&wanted, few, Clip::OFFERS);
        let drawn = draw(&all, &mut Rng::new(seed));
        prop_assert_eq!(drawn.len(), few.min(wanted.len()));
        prop_assert!(drawn.windows(2).all(|w| w[0] != w[1]));
        for pair in drawn.windows(2) {
            prop_assert!(pair[1] != pair[0] + 1 || all[pair[0]] + all[pair[1]] > 1.0 - 1e-9);
        }
    }

    #[test]
    fn the_same_past_gives_the_same_choice(
        seed: u64, rewards in vec(proptest::option::of(-2.0..2.0f64), 0..12),
    ) {
        let run = || {
            let mut person = Person::new(start(4, 2, seed)).expect("a fine start");
            let arms = names("a", 4);
            let mut all = Vec::new();
            for (n, reward) in (0u64..).zip(&rewards) {
                let chosen = person.choose(n, &at(n as f64 / 6.0), &arms).expect("it chooses");
                person.outcome(n, Some(&chosen.slate[0]), *reward, false).expect("an outcome");
                all.push(chosen);
            }
            all
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn only_what_is_there_is_chosen_and_its_chances_sum_to_the_slate(
        seed: u64, there in proptest::sample::subsequence(names("a", 5), 1..=5), slate in 1usize..4,
    ) {
        let mut person = Person::new(start(5, slate, seed)).expect("a fine start");
        let chosen = person.choose(0, &at(0.3), &there).expect("it chooses");
        prop_assert_eq!(chosen.slate.len(), slate.min(there.len()));
        prop_assert!(chosen.slate.iter().all(|a| there.contains(a)));
        let sum: f64 = chosen.chance.values().sum();
        prop_assert!((sum - chosen.slate.len() as f64).abs() < 1e-6);
        prop_assert!(chosen.slate.iter().all(|a| chosen.chance[a] > 0.0));
    }

    #[test]
    fn any_numbers_are_borne(seed: u64, rewards in vec(prop_oneof![-1e12..1e12f64, -1e-9..1e-9f64, Just(0.0)], 1..15)) {
        let mut person = Person::new(start(3, 1, seed)).expect("a fine start");
        let arms = names("a", 3);
        for (n, reward) in (0u64..).zip(&rewards) {
            let chosen = person.choose(n, &at(reward * 1e3), &arms).expect("it chooses");
            prop_assert!(chosen.chance.values().all(|c| c.is_finite() && *c > 0.0 && *c <= 1.0));
            person.outcome(n, Some(&chosen.slate[0]), Some(*reward), false).expect("an outcome");
        }
    }
}

#[test]
fn each_option_is_in_as_often_as_its_chance_says() {
    let all = chances(&[0.9, 0.7, 0.5, 0.2, 0.1, 0.1, 0.05], 3, Clip::OFFERS);
    let mut often = vec![0.0; all.len()];
    let mut rng = Rng::new(3);
    for _ in 0..20_000 {
        draw(&all, &mut rng)
            .into_iter()
            .for_each(|n| often[n] += 1.0 / 20_000.0);
    }
    for (seen, chance) in often.iter().zip(&all) {
        assert!((seen - chance).abs() < 0.015, "{seen} {chance}");
    }
}

#[test]
fn a_missing_outcome_teaches_nothing() {
    let arms = names("a", 2);
    let chance = |tell: bool| {
        let mut person = Person::new(start(2, 1, 5)).expect("a fine start");
        for n in 0..6 {
            let chosen = person.choose(n, &at(0.0), &arms[..1]).expect("it chooses");
            let reward = tell.then_some(0.0);
            person
                .outcome(n, Some(&chosen.slate[0]), reward, false)
                .expect("an outcome");
        }
        person.shares()
    };
    let untold = Person::new(start(2, 1, 5)).expect("a fine start").shares();
    assert_eq!(chance(false), untold);
    assert_ne!(chance(true), untold);
}

#[test]
fn what_made_it_worse_stays_out_for_a_while_unless_there_is_nothing_else() {
    let arms = names("a", 3);
    let mut person = Person::new(start(3, 1, 5)).expect("a fine start");
    let bad = person.choose(0, &at(0.0), &arms).expect("it chooses").slate[0].clone();
    person
        .outcome(0, Some(&bad), None, true)
        .expect("an outcome");
    for n in 1..10 {
        let chosen = person.choose(n, &at(0.0), &arms).expect("it chooses");
        assert!(!chosen.chance.contains_key(&bad));
        person
            .outcome(n, Some(&chosen.slate[0]), Some(0.1), false)
            .expect("an outcome");
    }
    let alone = person
        .choose(10, &at(0.0), std::slice::from_ref(&bad))
        .expect("it chooses");
    assert_eq!(alone.slate, [bad]);
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let arms = names("a", 2);
    let mut person = Person::new(start(2, 1, 5)).expect("a fine start");
    let chosen = person.choose(0, &at(0.0), &arms).expect("it chooses");
    let other = arms
        .iter()
        .find(|a| **a != chosen.slate[0])
        .expect("another");
    assert_eq!(
        person.outcome(0, Some(other), Some(1.0), false),
        Err(PersonError::NotOffered)
    );
    assert_eq!(
        person.outcome(7, Some(other), Some(1.0), false),
        Err(PersonError::UnknownDecision)
    );
    assert_eq!(
        person.outcome(0, Some(&chosen.slate[0]), Some(f64::NAN), false),
        Err(PersonError::NotFinite)
    );
    assert_eq!(
        person.choose(1, &at(f64::INFINITY), &arms),
        Err(PersonError::NotFinite)
    );
    assert_eq!(
        person.choose(1, &at(0.0), &["b".to_owned()]),
        Err(PersonError::NoneAvailable)
    );
    assert_eq!(
        person.outcome(0, Some(&chosen.slate[0]), Some(1.0), false),
        Ok(())
    );
    assert_eq!(
        person.outcome(0, Some(&chosen.slate[0]), Some(1.0), false),
        Err(PersonError::UnknownDecision)
    );
    assert!(Person::new(start(0, 1, 0)).is_err());
    assert!(Person::new(start(2, 3, 0)).is_err());
}

#[test]
fn a_prior_that_foretells_better_gains_trust() {
    let prior = |mean: f64| Prior::independent(vec![mean], &[0.1], 0.2, 10.0);
    let component = |mean| Component {
        prior: prior(mean),
        keep: 1.0,
        share: 0.5,
    };
    let seen = [1.0, 0.8, 1.2].map(|reward| Seen {
        features: vec![1.0],
        reward,
        weight: 1.0,
    });
    let mixture = Mixture::after(&[component(1.0), component(-1.0)], &seen);
    assert!(mixture.shares()[0] > 0.99);
}

#[test]
fn forgetting_follows_a_change() {
    let prior = Prior::independent(vec![0.0], &[1.0], 0.2, 10.0);
    let after = |keep: f64| {
        let mut belief = Belief::new(&prior, keep);
        for n in 0..80 {
            let reward = if n < 60 { 1.0 } else { -1.0 };
            belief.see(&Seen {
                features: vec![1.0],
                reward,
                weight: 1.0,
            });
        }
        belief.mean()[0]
    };
    assert!(
        after(1.0) > 0.2 && after(0.9) < -0.6,
        "{} {}",
        after(1.0),
        after(0.9)
    );
}

/// People whose second option is better by 2, or worse where `turn` is -1.
fn others(turn: f64) -> Fitted {
    let mut rng = Rng::new(11);
    let mut logs = Vec::new();
    for person in 0..20 {
        let own = 0.2 * rng.normal();
        for _ in 0..20 {
            let arm = rng.below(2);
            let reward = turn * (2.0 * arm as f64 - 1.0 + own) + rng.normal();
            logs.push(Logged {
                person: format!("p{person}"),
                context: at(rng.normal()),
                arm: format!("a{arm}"),
                reward: Some(reward),
            });
        }
    }
    fit(&names("a", 2), &names("x", 1), &logs).expect("logs fit")
}

#[test]
fn a_good_prior_helps_at_once_and_a_wrong_one_is_left_soon() {
    let wrong = |turn: f64, decisions: u64| {
        let mut chosen_badly = 0;
        for seed in 0..20 {
            let mut rng = Rng::new(seed);
            let prior = Some(others(turn));
            let mut person = Person::new(Start {
                prior,
                ..start(2, 1, seed)
            })
            .expect("a fine start");
            for n in 0..decisions {
                let chosen = person
                    .choose(n, &at(rng.normal()), &names("a", 2))
                    .expect("it chooses");
                let arm = &chosen.slate[0];
                chosen_badly += u32::from(arm == "a0");
                let reward = if arm == "a1" { 1.0 } else { -1.0 } + rng.normal();
                person
                    .outcome(n, Some(arm), Some(reward), false)
                    .expect("an outcome");
            }
        }
        f64::from(chosen_badly) / 20.0
    };
    let (good, bad) = (wrong(1.0, 10), wrong(-1.0, 10));
    assert!(good < 1.0, "{good} of 10 with a good prior");
    assert!(bad < 5.0, "{bad} of 10 with a wrong one");
}

#[test]
fn a_prior_is_taken_by_names_whatever_their_order() {
    let fitted = others(1.0);
    let arms = vec!["new".to_owned(), "a1".to_owned(), "a0".to_owned()];
    let features = vec!["other".to_owned(), "x0".to_owned()];
    let aligned = fitted.aligned(&arms, &features).expect("two are known");
    let back = aligned
        .aligned(&fitted.arms, &fitted.features)
        .expect("both are known");
    assert_eq!(back, fitted);
    assert!(fitted.aligned(&["nobody".to_owned()], &features).is_none());
}

// SPDX-License-Identifier: Apache-2.0
//! Laws of the learning choice of practices, over any practices, situations and histories.

#[path = "laws/made.rs"]
mod made;

use kindhold_care::{
    Caution, Episode, Function, Helped, Kindness, MomentKind, Practice, Skill, When,
};
use kindhold_choice::{
    FixedOrder, History, SLATE, Situation, is_safe_now,
    offer::{EVEN_RULE, Learner, RULE, Study, lessons, rung},
};
use made::{episode, episodes, practice, practices, situation};
use proptest::{collection::vec, prelude::*};
use std::collections::BTreeMap;

const LEAST: f64 = 0.1;
const MOST: f64 = 0.8;

struct Known {
    history: History,
    lessons: Vec<kindhold_choice::offer::Lesson>,
}

fn known(episodes: &[Episode]) -> Known {
    Known {
        history: History::new(episodes, []),
        lessons: lessons(episodes, When::default()),
    }
}

fn learner<'a>(practices: &'a [Practice], known: &'a Known) -> Learner<'a> {
    Learner::new(practices, &known.history, &known.lessons)
}

/// Twelve practices that ask for no kindness and answer one function.
fn plain() -> Vec<Practice> {
    (0..12)
        .map(|n| {
            let skill = Skill::ALL[n % 6];
            practice(
                n,
                vec![Function::RegulateDown],
                Kindness::None,
                vec![],
                skill,
            )
        })
        .collect()
}

fn too_much() -> Situation {
    Situation {
        functions: vec![Function::RegulateDown],
        strength: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn only_what_is_safe_is_drawn_and_each_has_its_chance(
        practices in practices(), situation in situation(), episodes in episodes(), seed: u32,
        even in proptest::option::of(0.0..=1.0f64),
    ) {
        let known = known(&episodes);
        let study = even.map(|even| Study { name: "s", even });
        let decision = learner(&practices, &known).choose(&situation, &[], study, seed);
        let safe = practices.iter().filter(|p| is_safe_now(p, &situation, &known.history).is_ok());
        let safe: Vec<_> = safe.map(|p| &p.id).collect();
        prop_assert!(decision.offers.len() <= SLATE);
        prop_assert!(decision.offers.iter().all(|o| safe.contains(&&o.practice)));
        if safe.len() >= SLATE && !situation.is_holding_off() {
            prop_assert_eq!(decision.offers.len(), SLATE);
        }
        if let Some(draw) = decision.draw {
            let sum: f64 = draw.among.iter().map(|w| w.chance.get()).sum();
            prop_assert!((sum - draw.slate.len() as f64).abs() < 0.01);
            prop_assert!(draw.among.iter().all(|w| safe.contains(&&w.practice)));
            prop_assert!(draw.slate.iter().all(|p| draw.chance_of(p).is_some()));
            if draw.rule == RULE && draw.among.len() > SLATE {
                let within = |c: f64| (LEAST - 0.001..=MOST + 0.001).contains(&c);
                prop_assert!(draw.among.iter().all(|w| within(w.chance.get())));
            }
        }
    }

    #[test]
    fn the_same_arguments_give_the_same_draw(
        practices in practices(), situation in situation(), episodes in episodes(), seed: u32,
    ) {
        let known = known(&episodes);
        let one = learner(&practices, &known).choose(&situation, &[], None, seed);
        let two = learner(&practices, &known).choose(&situation, &[], None, seed);
        prop_assert_eq!(one, two);
    }

    #[test]
    fn holding_off_something_worse_is_never_varied(
        practices in practices(), mut situation in situation(), episodes in episodes(), seed: u32,
    ) {
        if !situation.is_holding_off() { situation.functions.push(Function::HoldOff); }
        let known = known(&episodes);
        let study = Some(Study { name: "s", even: 1.0 });
        let decision = learner(&practices, &known).choose(&situation, &[], study, seed);
        prop_assert_eq!(decision.draw, None);
        prop_assert_eq!(decision.offers, FixedOrder.choose(&situation, &practices, &known.history));
    }

    #[test]
    fn breath_comes_once_and_not_first(
        practices in practices(), situation in situation(), episodes in episodes(), seed: u32,
    ) {
        prop_assume!(!situation.is_holding_off());
        let known = known(&episodes);
        let decision = learner(&practices, &known).choose(&situation, &[], None, seed);
        let breath: Vec<bool> = decision.offers.iter().map(|o| {
            let found = practices.iter().find(|p| p.id == o.practice);
            found.is_some_and(|p| p.cautions.contains(&Caution::Breath))
        }).collect();
        if decision.draw.is_some_and(|d| d.among.len() > SLATE) {
            prop_assert!(breath.iter().filter(|b| **b).count() <= 1);
        }
        prop_assert!(breath.iter().all(|b| *b) || !breath[0]);
    }

    #[test]
    fn what_was_not_said_teaches_nothing(practices in practices(), situation in situation(), seed: u32, silent in vec(0usize..24, 0..8)) {
        let silent: Vec<Episode> = silent.into_iter().map(|n| episode(n, None, None)).collect();
        let (quiet, nothing) = (known(&silent), known(&[]));
        prop_assert!(quiet.lessons.is_empty());
        let one = learner(&practices, &quiet).choose(&situation, &[], None, seed);
        let two = learner(&practices, &nothing).choose(&situation, &[], None, seed);
        prop_assert_eq!(one.draw, two.draw);
    }

    #[test]
    fn kindness_steps_down_at_once_after_worse(practices in practices(), episodes in episodes(), n in 0usize..24) {
        prop_assume!(n < practices.len() && practices[n].kindness != Kindness::None);
        let mut episodes = episodes;
        episodes.push(episode(n, None, Some(Helped::Worse)));
        let known = known(&episodes);
        prop_assert!(rung(&practices, &known.lessons) < practices[n].kindness);
    }
}

#[test]
fn kindness_rises_by_one_rung_after_two_good_ones_and_not_by_silence() {
    let kinds = [
        Kindness::None,
        Kindness::Outward,
        Kindness::Received,
        Kindness::Own,
    ];
    let all: Vec<Practice> = (0..4)
        .map(|n| practice(n, vec![], kinds[n], vec![], Skill::Body))
        .collect();
    let at = |said: &[(usize, Option<Helped>)]| {
        let episodes: Vec<Episode> = said.iter().map(|(n, h)| episode(*n, None, *h)).collect();
        rung(&all, &known(&episodes).lessons)
    };
    let (bit, lot) = (Some(Helped::Bit), Some(Helped::Lot));
    assert_eq!(at(&[]), Kindness::Outward);
    assert_eq!(at(&[(1, None), (1, None), (1, None)]), Kindness::Outward);
    assert_eq!(at(&[(0, lot), (0, lot), (0, lot)]), Kindness::Outward);
    assert_eq!(at(&[(1, bit), (1, lot)]), Kindness::Received);
    assert_eq!(at(&[(1, bit), (1, lot), (2, bit), (2, bit)]), Kindness::Own);
    assert_eq!(
        at(&[(1, bit), (1, lot), (2, Some(Helped::Worse))]),
        Kindness::Outward
    );
    assert_eq!(at(&[(1, Some(Helped::Worse))]), Kindness::None);
    assert_eq!(
        at(&[(1, Some(Helped::Worse)), (0, bit), (0, bit)]),
        Kindness::Outward
    );
}

#[test]
fn own_ratings_weigh_more_than_anything_else() {
    let all = plain();
    let said: Vec<Episode> = (0..4)
        .map(|_| episode(7, None, Some(Helped::Lot)))
        .collect();
    let known = known(&said);
    let mut often = 0.0;
    for seed in 0..40 {
        let decision = learner(&all, &known).choose(&too_much(), &[], None, seed);
        let draw = decision.draw.expect("chance had a part");
        often += draw.chance_of(&all[7].id).map_or(0.0, |c| c.get()) / 40.0;
    }
    assert!(often > 0.7, "{often}");
}

#[test]
fn each_is_offered_as_often_as_was_written_down() {
    let all = plain();
    let said: Vec<Episode> = (0..5)
        .map(|n| episode(n, None, Some(Helped::Bit)))
        .collect();
    let known = known(&said);
    let (mut offered, mut written): (BTreeMap<_, f64>, BTreeMap<_, f64>) = Default::default();
    for seed in 0..600 {
        let draw = learner(&all, &known)
            .choose(&too_much(), &[], None, seed)
            .draw
            .expect("a draw");
        draw.slate
            .iter()
            .for_each(|p| *offered.entry(p.clone()).or_default() += 1.0 / 600.0);
        for w in draw.among {
            *written.entry(w.practice).or_default() += w.chance.get() / 600.0;
        }
    }
    for (practice, chance) in written {
        let seen = offered.get(&practice).copied().unwrap_or_default();
        assert!((seen - chance).abs() < 0.07, "{seen} {chance}");
    }
}

#[test]
fn a_study_draws_its_share_evenly_among_all_that_fit() {
    let all = plain();
    let known = known(&[]);
    let mut even = 0;
    for seed in 0..300 {
        let study = Some(Study {
            name: "Evenings",
            even: 0.4,
        });
        let draw = learner(&all, &known)
            .choose(&too_much(), &[], study, seed)
            .draw
            .expect("a draw");
        if draw.rule == EVEN_RULE {
            even += 1;
            assert_eq!(draw.study, "Evenings");
            assert_eq!(draw.among.len(), all.len());
            assert!(
                draw.among
                    .iter()
                    .all(|w| (w.chance.get() - 0.25).abs() < 1e-9)
            );
        } else {
            assert_eq!(draw.study, "");
        }
    }
    assert!((90..150).contains(&even), "{even} of 300");
}

#[test]
fn whether_it_happened_and_what_is_older_than_the_start_afresh_are_not_looked_at() {
    let mut happened = episode(1, None, Some(Helped::Bit));
    let urge = lessons([&happened], When::default());
    happened.moment.kind = MomentKind::Happened;
    assert_eq!(lessons([&happened], When::default()), urge);
    let later = When {
        unix_ms: 1,
        offset_min: 0,
    };
    assert!(lessons([&happened], later).is_empty());
}

#[test]
fn every_draw_can_be_drawn_again_from_what_was_kept() {
    let all = plain();
    let mut kept: Vec<Episode> = Vec::new();
    for n in 0..12 {
        let known = known(&kept);
        let draw = learner(&all, &known)
            .choose(&too_much(), &[], None, 1000 + n)
            .draw;
        let draw = draw.expect("a draw");
        let taken = &draw.slate[n as usize % SLATE];
        let at = all
            .iter()
            .position(|p| p.id == *taken)
            .expect("one of them");
        let mut urge = episode(at, None, Some(Helped::ALL[n as usize % 3]));
        urge.moment.functions = too_much().functions;
        urge.draws.push(draw);
        kept.push(urge);
    }
    for (n, urge) in kept.iter().enumerate() {
        let known = known(&kept[..n]);
        let again = learner(&all, &known).choose(
            &Situation::from(&urge.moment),
            &[],
            None,
            urge.draws[0].seed,
        );
        assert_eq!(again.draw.as_ref(), urge.draws.first());
    }
}

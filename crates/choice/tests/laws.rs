// SPDX-License-Identifier: Apache-2.0
//! Laws of the choice, over any practices, situations and histories.

use kindhold_care::{
    Attempt, Caution, Ending, Episode, Eyes, Flow, Function, Helped, Kindness, Moment, MomentKind,
    Practice, PracticeId, Reason, Scene, Skill, Strength, System, When,
};
use kindhold_choice::{Choose, FixedOrder, History, SLATE, Situation};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

fn practice(
    n: usize,
    functions: Vec<Function>,
    kind: Kindness,
    cautions: Vec<Caution>,
    skill: Skill,
) -> Practice {
    Practice {
        id: PracticeId::new(format!("p{n}")).expect("a fine name"),
        title: String::new(),
        offer: String::new(),
        why: functions.iter().map(|f| (*f, String::new())).collect(),
        functions,
        flow: Flow::ToOthers,
        skills: vec![skill],
        systems: vec![System::Soothing],
        kindness: kind,
        minutes: 2,
        eyes: Eyes::Open,
        cautions,
        scene: Scene::Look,
        steps: vec![],
        half_minute: vec![],
        close: String::new(),
        sources: vec![],
        reviewed_by: vec![],
    }
}

fn functions() -> impl Strategy<Value = Vec<Function>> {
    proptest::sample::subsequence(Function::ALL.to_vec(), 0..=3)
}

fn practices() -> impl Strategy<Value = Vec<Practice>> {
    let kind = select(vec![
        Kindness::None,
        Kindness::Outward,
        Kindness::Received,
        Kindness::Own,
    ]);
    let cautions = proptest::sample::subsequence(
        vec![
            Caution::NotWhenNumb,
            Caution::NotWhenStrongest,
            Caution::Breath,
            Caution::Movement,
        ],
        0..=2,
    );
    vec(
        (functions(), kind, cautions, select(Skill::ALL.to_vec())),
        0..24,
    )
    .prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(n, (f, k, c, s))| practice(n, f, k, c, s))
            .collect()
    })
}

fn situation() -> impl Strategy<Value = Situation> {
    (functions(), proptest::option::of(0u8..=10)).prop_map(|(functions, strength)| Situation {
        functions,
        strength: strength.map(|s| Strength::new(s).expect("in range")),
    })
}

fn episode(practice: usize, ending: Option<Ending>, helped: Option<Helped>) -> Episode {
    Episode {
        moment: Moment {
            at: When::default(),
            kind: MomentKind::Urge,
            strength: None,
            functions: vec![],
            not_sure: false,
            feelings: vec![],
        },
        offered: vec![],
        draws: Vec::new(),
        attempts: vec![Attempt {
            practice: PracticeId::new(format!("p{practice}")).expect("a fine name"),
            at: When::default(),
            ending,
            helped,
        }],
        with_someone: false,
        after: None,
    }
}

fn episodes() -> impl Strategy<Value = Vec<Episode>> {
    let ending = proptest::option::of(select(vec![Ending::Whole, Ending::Left, Ending::Worse]));
    let helped = proptest::option::of(select(Helped::ALL.to_vec()));
    vec(
        (0usize..24, ending, helped).prop_map(|(p, e, h)| episode(p, e, h)),
        0..30,
    )
}

proptest! {
    #[test]
    fn what_is_hidden_or_made_it_worse_is_never_offered(
        practices in practices(), situation in situation(), episodes in episodes(),
        hidden in vec(0usize..24, 0..10), seed: u64,
    ) {
        let hidden: BTreeSet<_> =
            hidden.iter().map(|n| PracticeId::new(format!("p{n}")).expect("a fine name")).collect();
        let history = History::new(&episodes, hidden.iter().cloned());
        for offer in FixedOrder.choose(&situation, &practices, &history, seed) {
            prop_assert!(!hidden.contains(&offer.practice));
            prop_assert!(!history.of(&offer.practice).last_was_worse);
        }
    }

    #[test]
    fn three_different_ones_or_all_there_are(
        practices in practices(), situation in situation(), seed: u64,
    ) {
        let offers = FixedOrder.choose(&situation, &practices, &History::default(), seed);
        let distinct: BTreeSet<_> = offers.iter().map(|o| &o.practice).collect();
        prop_assert_eq!(distinct.len(), offers.len());
        prop_assert!(offers.len() <= SLATE);
    }

    #[test]
    fn nothing_inward_when_numb_and_nothing_to_think_about_at_the_strongest(
        practices in practices(), situation in situation(), episodes in episodes(), seed: u64,
    ) {
        let history = History::new(&episodes, []);
        for offer in FixedOrder.choose(&situation, &practices, &history, seed) {
            let p = practices.iter().find(|p| p.id == offer.practice).expect("offered from the list");
            if situation.is_numb() {
                prop_assert!(!p.cautions.contains(&Caution::NotWhenNumb));
                prop_assert!(!p.skills.contains(&Skill::Imagery));
            }
            if situation.is_strongest() {
                prop_assert!(!p.cautions.contains(&Caution::NotWhenStrongest));
            }
        }
    }

    #[test]
    fn holding_off_is_never_varied_by_ratings(
        practices in practices(), helped in vec((0usize..24, select(vec![Helped::Lot, Helped::Bit, Helped::No])), 0..30),
        seed: u64,
    ) {
        let situation = Situation { functions: vec![Function::HoldOff], strength: None };
        let episodes: Vec<_> =
            helped.iter().map(|(p, h)| episode(*p, Some(Ending::Whole), Some(*h))).collect();
        let plain = FixedOrder.choose(&situation, &practices, &History::default(), 0);
        let rated = FixedOrder.choose(&situation, &practices, &History::new(&episodes, []), seed);
        prop_assert_eq!(plain, rated);
    }

    #[test]
    fn breathing_is_never_first_while_something_else_is_there(
        practices in practices(), situation in situation(), seed: u64,
    ) {
        let offers = FixedOrder.choose(&situation, &practices, &History::default(), seed);
        let breath = |id: &PracticeId| {
            practices.iter().any(|p| p.id == *id && p.cautions.contains(&Caution::Breath))
        };
        if offers.iter().any(|o| !breath(&o.practice)) {
            prop_assert!(offers.first().is_none_or(|o| !breath(&o.practice)));
        }
    }
}

#[test]
fn a_practice_that_the_person_said_helped_comes_first_and_says_so() {
    let practices: Vec<_> = (0..6)
        .map(|n| {
            practice(
                n,
                vec![Function::RegulateDown],
                Kindness::None,
                vec![],
                Skill::Body,
            )
        })
        .collect();
    let situation = Situation {
        functions: vec![Function::RegulateDown],
        strength: None,
    };
    let episodes = [episode(4, Some(Ending::Whole), Some(Helped::Lot))];
    let offers = FixedOrder.choose(&situation, &practices, &History::new(&episodes, []), 0);
    assert_eq!(offers[0].practice.as_str(), "p4");
    assert_eq!(offers[0].reason, Reason::HelpedBefore);
    assert_eq!(offers[1].reason, Reason::Fits(Function::RegulateDown));
}

#[test]
fn silence_is_not_a_no() {
    let silent = [episode(1, Some(Ending::Left), None)];
    let history = History::new(&silent, []);
    assert!(
        history
            .of(&PracticeId::new("p1").expect("a fine name"))
            .rating()
            .abs()
            < f64::EPSILON
    );
}

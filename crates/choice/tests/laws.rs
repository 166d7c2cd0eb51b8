// SPDX-License-Identifier: Apache-2.0
//! Laws of the choice, over any practices, situations and histories.

#[path = "laws/made.rs"]
mod made;

use kindhold_care::{Caution, Ending, Function, Helped, Kindness, PracticeId, Reason, Skill};
use kindhold_choice::{FixedOrder, History, SLATE, Situation};
use made::{episode, episodes, practice, practices, situation};
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeSet;

proptest! {
    #[test]
    fn what_is_hidden_or_made_it_worse_is_never_offered(
        practices in practices(), situation in situation(), episodes in episodes(),
        hidden in vec(0usize..24, 0..10),
    ) {
        let hidden: BTreeSet<_> =
            hidden.iter().map(|n| PracticeId::new(format!("p{n}")).expect("a fine name")).collect();
        let history = History::new(&episodes, hidden.iter().cloned());
        for offer in FixedOrder.choose(&situation, &practices, &history) {
            prop_assert!(!hidden.contains(&offer.practice));
            prop_assert!(!history.of(&offer.practice).last_was_worse);
        }
    }

    #[test]
    fn three_different_ones_or_all_there_are(
        practices in practices(), situation in situation(),
    ) {
        let offers = FixedOrder.choose(&situation, &practices, &History::default());
        let distinct: BTreeSet<_> = offers.iter().map(|o| &o.practice).collect();
        prop_assert_eq!(distinct.len(), offers.len());
        prop_assert!(offers.len() <= SLATE);
    }

    #[test]
    fn nothing_inward_when_numb_and_nothing_to_think_about_at_the_strongest(
        practices in practices(), situation in situation(), episodes in episodes(),
    ) {
        let history = History::new(&episodes, []);
        for offer in FixedOrder.choose(&situation, &practices, &history) {
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
    ) {
        let situation = Situation { functions: vec![Function::HoldOff], strength: None };
        let episodes: Vec<_> =
            helped.iter().map(|(p, h)| episode(*p, Some(Ending::Whole), Some(*h))).collect();
        let plain = FixedOrder.choose(&situation, &practices, &History::default());
        let rated = FixedOrder.choose(&situation, &practices, &History::new(&episodes, []));
        prop_assert_eq!(plain, rated);
    }

    #[test]
    fn breathing_is_never_first_while_something_else_is_there(
        practices in practices(), situation in situation(),
    ) {
        let offers = FixedOrder.choose(&situation, &practices, &History::default());
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
    let offers = FixedOrder.choose(&situation, &practices, &History::new(&episodes, []));
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

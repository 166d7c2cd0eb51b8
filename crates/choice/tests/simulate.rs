// SPDX-License-Identifier: Apache-2.0
//! Laws of the simulation, and that its assumptions stand where a reader looks for them.

#[path = "laws/made.rs"]
#[allow(dead_code, reason = "another test uses the rest")]
mod made;

use std::sync::LazyLock;

use kindhold_care::{Caution, Function, Kindness, Practice, Skill};
use kindhold_choice::simulate::{Figures, Lived, PARAMETERS, Policy, Row, Setup, figures, live};

const SETUP: Setup = Setup {
    people: 40,
    worlds: 10,
    urges: 60,
    seed: 11,
    differ: 1.0,
};

fn practices() -> Vec<Practice> {
    let kinds = [
        Kindness::None,
        Kindness::None,
        Kindness::Outward,
        Kindness::Received,
        Kindness::Own,
    ];
    (0..30)
        .map(|n| {
            let functions = vec![Function::ALL[n % 6], Function::ALL[(n / 3) % 6]];
            let cautions = match n % 7 {
                0 => vec![Caution::NotWhenNumb, Caution::NotWhenStrongest],
                1 => vec![Caution::Breath],
                2 => vec![Caution::NeedsPerson],
                _ => vec![],
            };
            made::practice(
                n,
                functions,
                kinds[n % 5],
                cautions,
                Skill::ALL[(n / 2) % 6],
            )
        })
        .collect()
}

fn lived(setup: &Setup) -> Vec<Vec<Lived>> {
    let practices = practices();
    (0..setup.worlds)
        .map(|w| live(setup, &practices, w))
        .collect()
}

/// Lived through once for all tests.
static LIVED: LazyLock<Vec<Vec<Lived>>> = LazyLock::new(|| lived(&SETUP));
static FOUND: LazyLock<Figures> = LazyLock::new(|| figures(&LIVED, 1));

fn row(figures: &Figures, policy: Policy) -> &Row {
    &figures.groups[0].rows[policy.place()]
}

#[test]
fn the_same_seed_gives_the_same_numbers_and_another_gives_others() {
    let small = Setup {
        people: 4,
        worlds: 2,
        urges: 40,
        ..SETUP
    };
    let (one, two) = (lived(&small), lived(&small));
    assert_eq!(one, two);
    assert_eq!(figures(&one, 1), figures(&two, 1));
    assert_ne!(one, lived(&Setup { seed: 12, ..small }));
}

#[test]
fn people_are_shared_out_among_worlds_and_none_is_lost() {
    let setup = Setup {
        people: 7,
        worlds: 3,
        urges: 2,
        ..SETUP
    };
    let counts: Vec<usize> = lived(&setup).iter().map(Vec::len).collect();
    assert_eq!(counts, [3, 2, 2]);
}

#[test]
fn what_knows_the_truth_is_not_beaten_and_what_learns_is_better_than_chance() {
    let found = &*FOUND;
    for policy in Policy::ALL {
        let row = row(found, policy);
        assert!(row.share.at <= 1.0, "{} beats the oracle", policy.name());
        assert!(row.share.low <= row.share.at && row.share.at <= row.share.high);
        assert!(row.regret.iter().all(|r| r.at >= 0.0));
    }
    let learner = row(found, Policy::Learner);
    let random = row(found, Policy::Random);
    assert!(learner.share_31_60.low > random.share_31_60.high);
    assert!(learner.harmful_of_random.at < 0.5);
    assert!(learner.worst_tenth_above_fixed.high > -0.2);
    for name in [
        Policy::PlainThompson,
        Policy::EpsilonGreedy,
        Policy::Popular,
    ] {
        assert!(learner.share_31_60.at > row(found, name).share_31_60.at);
    }
}

#[test]
fn forecasts_are_counted_once_each_and_rise_with_what_comes() {
    let found = &*FOUND;
    let foretold = LIVED
        .iter()
        .flatten()
        .map(|l| l.under(Policy::Learner).foretold.len());
    let counted: usize = found.bins.iter().map(|b| b.count).sum();
    assert_eq!(counted, foretold.sum::<usize>());
    let ends = found.bins.first().zip(found.bins.last());
    let (first, last) = ends.expect("there are forecasts");
    assert!(first.foretold < last.foretold && first.came.at < last.came.at);
    assert!(
        (0.7..0.97).contains(&found.within_80.at),
        "{}",
        found.within_80.at
    );
}

#[test]
fn every_number_stands_in_the_document_with_its_source() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/choice.md");
    let document = std::fs::read_to_string(path).expect("the document is there");
    for p in PARAMETERS {
        let row = format!("| {} | {} | {} | {} |", p.name, p.value, p.unit, p.basis);
        assert!(document.contains(&row), "missing: {row}");
    }
}

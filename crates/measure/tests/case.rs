// SPDX-License-Identifier: Apache-2.0
//! Single cases, held against published figures, against scipy (`statistics/vectors.py`) and against their own laws.

use kindhold_care::When;
use kindhold_measure::case::{Comparison, LEAST, MOST, Reading, compare, stretches};
use kindhold_measure::change::Direction;
use proptest::prelude::*;
use serde::Deserialize;

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn higher(a: &[f64], b: &[f64]) -> Comparison {
    compare(a, b, Direction::HigherIsBetter).expect("enough values")
}

/// The example of Parker, Vannest & Davis (2011, Behavior Modification 35:303-322); estimate .9167 and interval
/// .5973 to .9860 as the vignette of the R package SingleCaseES 0.7.3 prints them (its root is good to four places).
#[test]
fn nap_and_its_interval_are_those_of_single_case_es() {
    let a = [20.0, 20.0, 26.0, 25.0, 22.0, 23.0];
    let b = [28.0, 25.0, 24.0, 27.0, 30.0, 30.0, 29.0];
    let found = higher(&a, &b);
    assert!(near(found.nap.value, 38.5 / 42.0));
    assert!((found.nap.low - 0.597_340_6).abs() < 1e-4);
    assert!((found.nap.high - 0.986_017_6).abs() < 1e-4);
    assert!(near(found.tau.value, 35.0 / 42.0));
    let turned = compare(&a, &b, Direction::LowerIsBetter).expect("enough values");
    assert!((turned.nap.low - 0.013_982_4).abs() < 1e-4);
    assert!((turned.nap.high - 0.402_659_4).abs() < 1e-4);
    assert!(near(found.tau_u, -turned.tau_u));
}

#[test]
fn values_that_lean_on_each_other_are_worth_fewer() {
    let a = [20.0, 20.0, 26.0, 25.0, 22.0, 23.0];
    let b = [28.0, 25.0, 24.0, 27.0, 30.0, 30.0, 29.0];
    let leaning = higher(&a, &b);
    assert!(leaning.leans && leaning.nap.low > 0.5);
    assert_eq!(leaning.reading, Reading::NoClearDifference);
    let mixed = higher(
        &[20.0, 26.0, 20.0, 25.0, 22.0, 23.0],
        &[28.0, 24.0, 30.0, 25.0, 30.0, 27.0, 29.0],
    );
    assert!(!mixed.leans);
    assert_eq!(
        (mixed.nap, mixed.reading),
        (leaning.nap, Reading::MoreThanBefore)
    );
}

/// Parker & Vannest (2009): NAP .96 for this pair of phases; Parker et al. (2011): tau 16/20 and Tau-U 11/20;
/// Tarlow (2017): tau 1, Tau-U .6 and corrected tau 0 for a line that just goes on.
#[test]
fn the_worked_examples_of_the_papers_come_out() {
    let a = [4.0, 3.0, 4.0, 3.0, 4.0, 7.0, 5.0, 2.0, 3.0, 2.0];
    let b = [5.0, 9.0, 7.0, 9.0, 7.0, 5.0, 9.0, 11.0, 11.0, 10.0, 9.0];
    assert!((higher(&a, &b).nap.value - 0.96).abs() < 0.005);
    let found = higher(&[3.0, 3.0, 4.0, 5.0], &[4.0, 5.0, 6.0, 7.0, 7.0]);
    assert!(near(found.tau.value, 0.8) && near(found.tau_u, 0.55));
    let line = higher(&[1.0, 2.0, 3.0, 4.0, 5.0], &[6.0, 7.0, 8.0, 9.0, 10.0]);
    assert!(near(line.tau.value, 1.0) && near(line.tau_u, 0.6) && near(line.corrected.value, 0.0));
    assert_ne!(line.reading, Reading::MoreThanBefore);
}

#[test]
fn a_long_line_that_just_goes_on_is_said_to_have_been_moving() {
    let line = |range: std::ops::Range<u32>| -> Vec<f64> {
        range
            .map(|i| f64::from(i) + [0.0, 3.0, -2.0][i as usize % 3])
            .collect()
    };
    let found = higher(&line(0..12), &line(12..24));
    assert_eq!(found.reading, Reading::BaselineWasMoving);
}

#[test]
fn the_difference_is_that_of_the_later_mean_from_the_earlier() {
    let found = higher(&[6.0, 8.0, 7.0, 7.0], &[2.0, 3.0, 2.0, 1.0, 2.0]);
    assert!(near(found.before.mean, 7.0) && near(found.after.mean, 2.0));
    assert!(near(found.difference, -5.0));
}

#[test]
fn fewer_than_five_on_either_side_are_few_and_five_are_not() {
    let values = |n: usize| (0..n).map(|i| i as f64).collect::<Vec<_>>();
    let few = |before, after| higher(&values(before), &values(after)).few;
    assert!(few(4, 4) && few(4, 9) && few(9, 4));
    assert!(!few(5, 5) && !few(5, 9) && !few(9, 5));
}

/// Values that rose before and lie below all of them afterwards did not just go on.
#[test]
fn what_turns_round_is_no_baseline_that_was_moving() {
    let before: Vec<f64> = (0..12)
        .map(|i| f64::from(i) + [0.0, 3.0, -2.0][i as usize % 3])
        .collect();
    let after: Vec<f64> = (0..12)
        .map(|i| -20.0 + [0.0, 3.0, -2.0, 2.0][i as usize % 4])
        .collect();
    let found = higher(&before, &after);
    assert!(found.baseline > 0.5 && near(found.nap.value, 0.0));
    assert_eq!(found.reading, Reading::LessThanBefore);
}

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    before: Vec<f64>,
    after: Vec<f64>,
    nap: [f64; 3],
    tau_u: f64,
    corrected: [f64; 3],
    baseline: f64,
    lag_1: Option<f64>,
    medians: [f64; 2],
}

#[test]
fn scipy_finds_the_same() {
    let text = include_str!("../statistics/vectors.json");
    let vectors: Vectors = serde_json::from_str(text).expect("vectors");
    assert_eq!(vectors.cases.len(), 66);
    for (i, v) in vectors.cases.iter().enumerate() {
        let found = higher(&v.before, &v.after);
        let nap = [found.nap.value, found.nap.low, found.nap.high];
        let flat = found.corrected;
        let flat = [flat.value, flat.low, flat.high];
        for place in 0..3 {
            assert!(near(nap[place], v.nap[place]), "{i}: {nap:?} {:?}", v.nap);
            assert!(
                near(flat[place], v.corrected[place]),
                "{i}: {flat:?} {:?}",
                v.corrected
            );
        }
        assert!(near(found.tau_u, v.tau_u), "{i}");
        assert!(near(found.baseline, v.baseline), "{i}");
        let medians = [found.before.median, found.after.median];
        assert_eq!(medians, v.medians, "{i}");
        match (found.lag_1, v.lag_1) {
            (Some(r), Some(wanted)) => assert!(near(r, wanted), "{i}"),
            (none, other) => assert_eq!(none, other, "{i}"),
        }
    }
}

#[test]
fn too_few_values_are_not_compared_and_no_number_is_no_value() {
    let few = compare(&[1.0; 3], &[1.0; 9], Direction::LowerIsBetter).expect_err("three");
    assert_eq!((few.before, few.after), (3, 9));
    let holes = [1.0, f64::NAN, 2.0, f64::INFINITY, 3.0];
    let few = compare(&[1.0; 9], &holes, Direction::LowerIsBetter).expect_err("three");
    assert_eq!((few.before, few.after), (9, 3));
}

#[test]
fn values_that_never_vary_differ_in_nothing() {
    let found = higher(&[5.0; LEAST], &[5.0; LEAST]);
    assert_eq!(
        (found.reading, found.lag_1),
        (Reading::NoClearDifference, None)
    );
    assert!(near(found.nap.value, 0.5) && found.few && !found.leans);
}

#[test]
fn very_many_values_are_cut_to_those_nearest_to_the_day() {
    let far: Vec<f64> = (0..20_000)
        .map(|i| if i < 19_000 { 9.0 } else { 1.0 })
        .collect();
    let after: Vec<f64> = (0..20_000)
        .map(|i| if i < 1_000 { 1.0 } else { 9.0 })
        .collect();
    let found = higher(&far, &after);
    assert_eq!((found.before.n, found.after.n), (MOST, MOST));
    assert!(near(found.nap.value, 0.5));
}

#[test]
fn a_day_belongs_to_what_begins_on_it_on_the_wall_of_the_place() {
    let at = |hours: i64, offset_min| When {
        unix_ms: hours * 3_600_000,
        offset_min,
    };
    let points = [
        (at(25, 0), 2.0),
        (at(23, 0), 1.0),
        (at(23, 60), 3.0),
        (at(50, 0), 4.0),
        (at(1, 0), f64::NAN),
    ];
    let cut = stretches(&points, &[at(49, 0), at(30, 0)]);
    assert_eq!(cut, [vec![1.0], vec![3.0, 2.0], vec![4.0]]);
    assert_eq!(stretches(&points, &[]).len(), 1);
}

fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((0..=10_u8).prop_map(f64::from), LEAST..30)
}

fn swapped(reading: Reading) -> Reading {
    match reading {
        Reading::MoreThanBefore => Reading::LessThanBefore,
        Reading::LessThanBefore => Reading::MoreThanBefore,
        same => same,
    }
}

proptest! {
    #[test]
    fn swapping_the_stretches_turns_nap_round(a in values(), b in values()) {
        prop_assert!(near(higher(&a, &b).nap.value, 1.0 - higher(&b, &a).nap.value));
    }

    #[test]
    fn what_is_better_turns_the_figures_and_not_the_reading(a in values(), b in values()) {
        let up = higher(&a, &b);
        let down = compare(&a, &b, Direction::LowerIsBetter).expect("enough values");
        prop_assert!(near(up.nap.value, 1.0 - down.nap.value));
        prop_assert!(near(up.nap.low, 1.0 - down.nap.high));
        prop_assert!(near(up.tau_u, -down.tau_u));
        prop_assert!(near(up.corrected.value, -down.corrected.value));
        prop_assert_eq!(up.reading, down.reading);
        prop_assert!(near(up.difference, down.difference));
    }

    #[test]
    fn turning_every_value_round_turns_the_reading(a in values(), b in values()) {
        let turn = |v: &[f64]| -> Vec<f64> { v.iter().map(|v| 10.0 - v).collect() };
        let reading = higher(&turn(&a), &turn(&b)).reading;
        prop_assert_eq!(reading, swapped(higher(&a, &b).reading));
    }

    #[test]
    fn only_the_order_of_values_counts(a in values(), b in values()) {
        let bend = |v: &[f64]| -> Vec<f64> { v.iter().map(|v| (v * 0.7).exp() - 3.0).collect() };
        let (plain, bent) = (higher(&a, &b), higher(&bend(&a), &bend(&b)));
        prop_assert_eq!(plain.nap, bent.nap);
        prop_assert!(near(plain.tau_u, bent.tau_u));
        prop_assert!(near(plain.baseline, bent.baseline));
    }

    #[test]
    fn intervals_hold_their_figure_and_stay_in_bounds(a in values(), b in values()) {
        let found = higher(&a, &b);
        for (e, least) in [(found.nap, 0.0), (found.tau, -1.0), (found.corrected, -1.0)] {
            prop_assert!(least <= e.low && e.low <= e.value && e.value <= e.high && e.high <= 1.0);
            prop_assert!(e.low < e.high);
        }
        prop_assert!((-1.0..=1.0).contains(&found.baseline));
    }

    #[test]
    fn more_is_never_said_than_the_interval_bears(a in values(), b in values()) {
        let found = higher(&a, &b);
        match found.reading {
            Reading::MoreThanBefore => prop_assert!(found.nap.low > 0.5),
            Reading::LessThanBefore => prop_assert!(found.nap.high < 0.5),
            Reading::BaselineWasMoving => {
                prop_assert!(found.nap.low > 0.5 || found.nap.high < 0.5);
            }
            Reading::NoClearDifference => {}
        }
    }

    #[test]
    fn no_number_that_there_is_makes_it_fail(
        a in prop::collection::vec(any::<f64>(), 0..20), b in prop::collection::vec(any::<f64>(), 0..20)
    ) {
        if let Ok(found) = compare(&a, &b, Direction::LowerIsBetter) {
            prop_assert!((0.0..=1.0).contains(&found.nap.value));
        }
    }
}

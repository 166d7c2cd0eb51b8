// SPDX-License-Identifier: Apache-2.0
//! What helped for what: counts, ranges, order.

use kindhold_care::{
    Attempt, Ending, Episode, Function, Helped, Moment, MomentKind, PracticeId, Strength, When,
};
use kindhold_measure::helped::{Times, by_function, share, student, weekday};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    wilson: Vec<(u32, u32, f64, f64)>,
    student: Vec<(u32, f64)>,
}

fn episode(functions: &[Function], tries: &[(&str, Option<Helped>)], was: u8, is: u8) -> Episode {
    let at = When::default();
    Episode {
        moment: Moment {
            at,
            kind: MomentKind::Urge,
            strength: Strength::new(was).ok(),
            functions: functions.to_vec(),
            not_sure: false,
            feelings: vec![],
        },
        offered: vec![],
        draws: Vec::new(),
        attempts: tries
            .iter()
            .map(|(practice, helped)| Attempt {
                practice: PracticeId::new(*practice).expect("a name"),
                at,
                ending: None,
                helped: *helped,
            })
            .collect(),
        with_someone: false,
        after: Strength::new(is).ok(),
    }
}

#[test]
fn scipy_finds_the_same_ranges() {
    let text = include_str!("../statistics/vectors.json");
    let vectors: Vectors = serde_json::from_str(text).expect("vectors");
    for (good, of, low, high) in vectors.wilson {
        let found = share(good, of).expect("some");
        assert!((found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9);
    }
    for (degrees, point) in vectors.student {
        assert!((student(degrees) - point).abs() < 5e-6, "{degrees}");
    }
    assert_eq!(share(0, 0), None);
    assert_eq!(share(2, 1), None);
    assert_eq!(student(0), f64::INFINITY);
}

#[test]
fn every_answer_is_counted_and_not_answering_is_none_of_them() {
    use Helped::{Bit, Lot, No, Worse};
    let tries = [Some(Lot), Some(Bit), Some(Bit), Some(No), Some(Worse), None];
    let mut all: Vec<Episode> = tries
        .iter()
        .map(|said| episode(&[Function::Belong], &[("look", *said)], 8, 5))
        .collect();
    let mut left = episode(&[Function::Belong], &[("look", Some(Lot))], 8, 9);
    left.attempts[0].ending = Some(Ending::Worse);
    all.push(left);
    let told = by_function(&all.iter().collect::<Vec<_>>());
    assert_eq!(told.len(), 1);
    let one = &told[0];
    assert_eq!(
        (one.times, one.lot, one.bit, one.no, one.worse),
        (7, 1, 2, 1, 2)
    );
    assert_eq!((one.unsaid, one.few), (1, false));
    assert_eq!(one.helped.map(|h| h.share), Some(0.5));
    let change = one.change.expect("all were said");
    assert_eq!((change.n, change.mean), (7, -17.0 / 7.0));
}

#[test]
fn a_change_belongs_to_a_practice_only_when_it_was_the_only_one() {
    let two = episode(&[], &[("look", None), ("move", None)], 9, 1);
    let told = by_function(&[&two]);
    assert!(
        told.iter()
            .all(|t| t.change.is_none() && t.function.is_none())
    );
    let mut unsaid = episode(&[], &[("look", None)], 9, 1);
    unsaid.after = None;
    assert!(by_function(&[&unsaid])[0].change.is_none());
}

#[test]
fn equal_changes_are_not_an_exact_figure_and_one_is_none() {
    let same = episode(&[], &[("look", None)], 8, 5);
    let change = |n| by_function(&vec![&same; n])[0].change.expect("said");
    assert_eq!(change(1).interval, None);
    let (low, high) = change(3).interval.expect("three");
    assert!(low < -3.5 && -2.5 < high);
    let fell = episode(&[], &[("look", None)], 10, 0);
    assert_eq!(
        by_function(&[&fell; 2])[0]
            .change
            .and_then(|c| c.interval)
            .map(|i| i.0),
        Some(-10.0)
    );
}

#[test]
fn what_was_tried_most_comes_first_however_it_went() {
    let often = episode(
        &[Function::FeelSomething],
        &[("touch", Some(Helped::No))],
        5,
        5,
    );
    let once = episode(
        &[Function::FeelSomething],
        &[("look", Some(Helped::Lot))],
        5,
        0,
    );
    let early = episode(&[Function::RegulateDown], &[("walk", None)], 5, 5);
    let told = by_function(&[&once, &often, &often, &early]);
    let names: Vec<&str> = told.iter().map(|t| t.practice.as_str()).collect();
    assert_eq!(names, ["walk", "touch", "look"]);
}

#[test]
fn a_reason_given_twice_counts_once() {
    let twice = episode(
        &[Function::Belong, Function::Belong],
        &[("look", None)],
        5,
        5,
    );
    assert_eq!(by_function(&[&twice])[0].times, 1);
}

/// 1 January 1970 was a Thursday, 25 November 2026 a Wednesday, 31 December 1969 a Wednesday.
#[test]
fn urges_fall_on_the_weekday_and_hour_of_the_wall() {
    assert_eq!((weekday(0), weekday(20_782), weekday(-1)), (3, 2, 2));
    let mut late = episode(&[], &[], 5, 5);
    late.moment.at = When {
        unix_ms: 23 * 3_600_000,
        offset_min: 120,
    };
    let mut calm = late.clone();
    calm.moment.kind = MomentKind::CheckIn;
    let times = Times::of(&[&late, &calm]);
    assert_eq!(times.by_weekday(), [0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(times.by_hours(), [1, 0, 0, 0, 0, 0]);
}

proptest! {
    #[test]
    fn a_range_holds_its_share(of in 1..500_u32, part in 0.0..=1.0f64) {
        let good = (f64::from(of) * part) as u32;
        let found = share(good, of).expect("some");
        prop_assert!(0.0 <= found.low && found.low <= found.share);
        prop_assert!(found.share <= found.high && found.high <= 1.0 && found.low < found.high);
    }

    #[test]
    fn every_moment_but_a_check_in_is_counted_once(times in prop::collection::vec((any::<i64>(), any::<i16>()), 0..50)) {
        let all: Vec<Episode> = times.iter().map(|(s, offset_min)| {
            let mut e = episode(&[], &[], 1, 1);
            e.moment.at = When { unix_ms: *s, offset_min: *offset_min };
            e
        }).collect();
        let counts = Times::of(&all.iter().collect::<Vec<_>>());
        prop_assert_eq!(counts.by_hours().iter().sum::<u32>() as usize, all.len());
        prop_assert_eq!(counts.by_weekday().iter().sum::<u32>() as usize, all.len());
    }
}

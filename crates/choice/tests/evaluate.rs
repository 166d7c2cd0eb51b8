// SPDX-License-Identifier: Apache-2.0
//! Weighing logs: against published implementations, and by what has to hold of any log.
#![cfg(feature = "evaluate")]

use kindhold_choice::{
    evaluate::{Estimate, EvaluateError, Log, Logged, Target, evaluate},
    learn::Rng,
};
use proptest::{collection::vec, prelude::*};
use serde_json::Value;

fn row(line: usize, person: &str, arm: usize, reward: f64, chance: f64) -> Logged {
    Logged {
        line,
        person: person.into(),
        arm,
        reward: Some(reward),
        chance,
        available: vec![0, 1, 2],
        ..Logged::default()
    }
}

fn log(rows: Vec<Logged>) -> Log {
    Log {
        arms: ["a", "b", "c"].map(String::from).to_vec(),
        places: 1,
        rows,
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * b.abs().max(1.0)
}

#[test]
fn the_open_bandit_pipeline_gives_the_same_numbers() {
    let frozen: Value =
        serde_json::from_str(include_str!("../vectors/evaluate.json")).expect("JSON");
    let number = |v: &Value| v.as_f64().expect("a number");
    for case in frozen["cases"].as_array().expect("a list") {
        let (ask, answer) = (&case["ask"], &case["answer"]);
        let list =
            |v: &Value| -> Vec<f64> { v.as_array().expect("a list").iter().map(number).collect() };
        let asked = ask["rows"].as_array().expect("a list");
        let arms = ask["arms"].as_u64().expect("a number") as usize;
        let rows = asked.iter().zip(1..).map(|(r, line)| Logged {
            features: list(&r["features"]),
            available: (0..arms).collect(),
            ..row(
                line,
                r["person"].as_str().expect("a name"),
                r["arm"].as_u64().expect("a number") as usize,
                number(&r["reward"]),
                number(&r["chance"]),
            )
        });
        let log = Log {
            arms: (0..arms).map(|n| n.to_string()).collect(),
            ..log(rows.collect())
        };
        let targets = asked
            .iter()
            .map(|r| Target::All(list(&r["target"]).into_iter().enumerate().collect()));
        let found = evaluate(&log, &targets.collect::<Vec<_>>()).expect("sound");
        let same = |ours: Estimate, theirs: &Value| {
            assert!(
                near(ours.value, number(&theirs["value"])),
                "{ours:?} {theirs}"
            );
            if let Some(error) = theirs["error"].as_f64() {
                assert!(
                    near(ours.error.expect("some people"), error),
                    "{ours:?} {theirs}"
                );
                let (low, high) = ours.interval.expect("some people");
                let told = list(&theirs["interval"]);
                assert!(
                    near(low, told[0]) && near(high, told[1]),
                    "{ours:?} {theirs}"
                );
            }
        };
        same(found.ips, &answer["ips"]);
        same(found.snips, &answer["snips"]);
        same(found.dr.expect("all chances"), &answer["dr"]);
        same(found.sndr.expect("all chances"), &answer["sndr"]);
        assert!(near(
            found.model.expect("all chances"),
            number(&answer["model"])
        ));
        assert!(near(found.weights.effective, number(&answer["effective"])));
        assert!(near(found.weights.most, number(&answer["most"])));
    }
}

proptest! {
    #[test]
    fn what_was_done_anyway_is_worth_its_mean(
        rows in vec((0_u8..4, 0_usize..3, -1.0..1.0_f64), 2..60), chance in 0.05..1.0_f64,
    ) {
        let log = log(rows.iter().map(|(p, arm, r)| row(1, &p.to_string(), *arm, *r, chance)).collect());
        let targets = vec![Target::Taken(chance); rows.len()];
        let found = evaluate(&log, &targets).expect("sound");
        let mean = rows.iter().map(|(_, _, r)| r).sum::<f64>() / rows.len() as f64;
        prop_assert!(near(found.ips.value, mean) && near(found.snips.value, mean) && near(found.logged.value, mean));
        prop_assert!(near(found.weights.effective, rows.len() as f64) && near(found.weights.most, 1.0));
        prop_assert!(found.dr.is_none() && found.model.is_none(), "nothing is known of the other options");
    }

    #[test]
    fn no_estimate_by_shares_leaves_what_was_seen_and_no_count_is_above_the_decisions(
        rows in vec((0_u8..4, 0_usize..3, -1.0..1.0_f64, 0.01..1.0_f64, 0.001..1.0_f64), 1..60),
    ) {
        let log = log(rows.iter().map(|(p, arm, r, chance, _)| row(1, &p.to_string(), *arm, *r, *chance)).collect());
        let targets: Vec<Target> = rows.iter().map(|r| Target::Taken(r.4)).collect();
        let found = evaluate(&log, &targets).expect("sound");
        let (least, most) = rows.iter().fold((1.0_f64, -1.0_f64), |(l, m), r| (l.min(r.2), m.max(r.2)));
        prop_assert!((least - 1e-9..=most + 1e-9).contains(&found.snips.value));
        prop_assert!((1.0 - 1e-9..=rows.len() as f64 + 1e-9).contains(&found.weights.effective));
        prop_assert!(found.weights.mean <= found.weights.most);
    }

    #[test]
    fn any_numbers_are_answered_or_refused(
        rows in vec((any::<usize>(), any::<f64>(), any::<f64>(), any::<f64>(), vec(any::<f64>(), 0..3)), 0..12),
    ) {
        let made = rows.iter().map(|(arm, r, chance, _, features)| Logged {
            features: features.clone(),
            ..row(3, "p", *arm % 4, *r, *chance)
        });
        let targets: Vec<Target> = rows.iter().map(|r| Target::All([(r.0 % 4, r.3)].into())).collect();
        let _ = evaluate(&log(made.collect()), &targets);
    }
}

#[test]
fn what_cannot_be_weighed_is_refused_with_its_line() {
    let with = |change: fn(&mut Logged)| {
        let mut rows = vec![row(2, "p", 0, 1.0, 0.5), row(3, "q", 1, 0.0, 0.5)];
        change(&mut rows[1]);
        let log = log(rows);
        evaluate(&log, &log.even()).map(|_| ())
    };
    assert_eq!(with(|_| ()), Ok(()));
    let line = 3;
    for chance in [0.0, -0.5, 1.5, f64::NAN, f64::INFINITY, 1e-300] {
        let mut rows = vec![row(2, "p", 0, 1.0, 0.5)];
        rows.push(row(3, "q", 1, 0.0, chance));
        let log = log(rows);
        assert_eq!(
            evaluate(&log, &log.even()),
            Err(EvaluateError::Chance { line })
        );
    }
    assert_eq!(
        with(|r| r.reward = Some(f64::NAN)),
        Err(EvaluateError::Reward { line })
    );
    assert_eq!(
        with(|r| r.features = vec![1.0]),
        Err(EvaluateError::Features { line })
    );
    assert_eq!(with(|r| r.arm = 3), Err(EvaluateError::Arm { line }));
    assert_eq!(
        with(|r| r.available = vec![7]),
        Err(EvaluateError::Arm { line })
    );
    let wide = Log {
        arms: (0..1_000).map(|n| n.to_string()).collect(),
        ..log(vec![row(1, "p", 0, 1.0, 0.5); 10_001])
    };
    let none = vec![Target::Taken(0.5); 10_001];
    assert_eq!(evaluate(&wide, &none), Err(EvaluateError::TooLarge));
    let log = log(vec![row(1, "p", 0, 1.0, 0.5)]);
    let wrong = [Target::All([(0, 0.7), (1, 0.7)].into())];
    assert_eq!(
        evaluate(&log, &wrong),
        Err(EvaluateError::Target { line: 1 })
    );
    assert_eq!(evaluate(&log, &[]), Err(EvaluateError::Targets));
    let never = [Target::All([(1, 1.0)].into())];
    assert_eq!(evaluate(&log, &never), Err(EvaluateError::Never));
    assert_eq!(evaluate(&Log::default(), &[]), Err(EvaluateError::Empty));
}

#[test]
fn a_log_that_says_little_is_called_small_and_what_was_not_said_is_counted() {
    let mut rows: Vec<Logged> = (0..40)
        .map(|n| row(n, &format!("p{}", n % 8), n % 2, 0.5, 0.5))
        .collect();
    rows[7].reward = None;
    let log = log(rows);
    let even = evaluate(&log, &vec![Target::Taken(0.5); 40]).expect("sound");
    assert_eq!(
        (even.decisions, even.people, even.unsaid, even.weights.few),
        (39, 8, 1, false)
    );
    let one = evaluate(&log, &log.fixed()).expect("sound");
    assert!(one.weights.few && one.weights.effective < 21.0);
    assert_eq!(one.weights.never, 19);
}

#[test]
fn of_one_person_no_error_is_told() {
    let log = log((0..20)
        .map(|n| row(n, "p", n % 3, n as f64 / 20.0, 1.0 / 3.0))
        .collect());
    let found = evaluate(&log, &log.even()).expect("sound");
    assert_eq!(
        (found.ips.error, found.ips.interval, found.people),
        (None, None, 1)
    );
    assert!(found.dr.expect("all chances").value.is_finite());
}

/// A world of three options and one feature; `curved` rewards no line fits. Gives a log and what the target is worth.
fn world(seed: u64, curved: bool, told_chance: fn(f64) -> f64) -> (Log, Vec<Target>, f64) {
    let mut rng = Rng::new(seed);
    let (mut rows, mut targets, mut worth) = (Vec::new(), Vec::new(), 0.0);
    for n in 0..4_000 {
        let x = 2.0 * rng.even() - 1.0;
        let chances = [0.25 + 0.2 * x, 0.45 - 0.3 * x, 0.3 + 0.1 * x];
        let wanted = [0.2 - 0.1 * x, 0.2, 0.6 + 0.1 * x];
        let mean = |arm: usize| {
            let line = [0.3 * x, 0.2 - 0.4 * x, 0.1 + 0.5 * x][arm];
            if curved {
                line + 2.0 * (x * x - 0.3) * arm as f64
            } else {
                line
            }
        };
        let arm = rng.pick(&chances);
        worth += (0..3).map(|arm| wanted[arm] * mean(arm)).sum::<f64>() / 4_000.0;
        rows.push(Logged {
            features: vec![x],
            ..row(
                n,
                &format!("p{}", n % 200),
                arm,
                mean(arm) + 0.3 * rng.normal(),
                told_chance(chances[arm]),
            )
        });
        targets.push(Target::All(wanted.into_iter().enumerate().collect()));
    }
    (log(rows), targets, worth)
}

#[test]
fn doubly_robust_is_right_when_the_chances_are_or_the_model_is() {
    let (mut wrong_chance, mut wrong_model) = (0.0, 0.0);
    for seed in 0..12 {
        for (curved, told) in [(true, (|c| c) as fn(f64) -> f64), (false, |c| c * c)] {
            let (log, targets, worth) = world(seed, curved, told);
            let found = evaluate(&log, &targets).expect("sound");
            let dr = found.dr.expect("all chances");
            let error = dr.error.expect("people enough");
            assert!(
                (dr.value - worth).abs() < 4.5 * error,
                "{seed} {curved}: {dr:?} {worth}"
            );
            if curved {
                wrong_model += (found.model.expect("all chances") - worth) / 12.0;
            } else {
                wrong_chance += (found.ips.value - worth) / 12.0;
            }
        }
    }
    // Each of the two alone is far off where it is the wrong one.
    assert!(
        wrong_chance.abs() > 0.05 && wrong_model.abs() > 0.015,
        "{wrong_chance} {wrong_model}"
    );
}

#[test]
fn the_interval_covers_as_often_as_it_says() {
    let hits = (0..200).filter(|seed| {
        let (log, targets, worth) = world(1_000 + seed, false, |c| c);
        let part = Log {
            rows: log.rows[..800].to_vec(),
            ..log.clone()
        };
        let found = evaluate(&part, &targets[..800]).expect("sound");
        let covers = |e: Estimate| {
            e.interval
                .is_some_and(|(low, high)| low <= worth && worth <= high)
        };
        covers(found.snips)
    });
    let hits = hits.count();
    assert!((180..=199).contains(&hits), "{hits} of 200");
}

#[test]
fn of_several_at_once_the_chances_of_being_among_them_are_weighed() {
    // Two of three are offered, evenly; one of the two is taken evenly. The target always offers b and c.
    let mut rng = Rng::new(5);
    let rows = (0..6_000).map(|n| {
        let mut slate = vec![0, 1, 2];
        rng.shuffle(&mut slate);
        slate.truncate(2);
        let arm = slate[rng.below(2)];
        Logged {
            slate,
            ..row(
                n,
                &format!("p{}", n % 50),
                arm,
                [0.9, 0.5, 0.1][arm],
                2.0 / 3.0,
            )
        }
    });
    let log = Log {
        places: 2,
        ..log(rows.collect())
    };
    let target = Target::All([(1, 1.0), (2, 1.0)].into());
    let found = evaluate(&log, &vec![target; 6_000]).expect("sound");
    for estimate in [
        found.snips,
        found.ips,
        found.dr.expect("all"),
        found.sndr.expect("all"),
    ] {
        assert!((estimate.value - 0.3).abs() < 0.02, "{estimate:?}");
    }
    let even = evaluate(&log, &log.even()).expect("sound");
    assert!(near(even.weights.most, 1.0));
}

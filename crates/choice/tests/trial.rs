// SPDX-License-Identifier: Apache-2.0
//! Micro-randomised studies: the plan's file, the effect against published implementations, and whole made-up studies.
#![cfg(feature = "evaluate")]

#[path = "laws/made.rs"]
#[allow(dead_code)]
mod made;

use kindhold_care::{Ending, Function, Helped, Kindness, Practice, PracticeId, Skill};
use kindhold_choice::{
    History, Situation,
    learn::Rng,
    offer::{EVEN_RULE, Learner},
    trial::{
        Among, Drawn, FitError, Person, Plan, PlanError, Point, Row, TrialError, Tried, effects,
        rows, wcls,
    },
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * b.abs().max(1.0)
}

#[test]
fn statsmodels_and_the_authors_own_functions_give_the_same_effect() {
    // statsmodels 0.14.5, by `oracle/check.py`. The functions of the R package MRTAnalysis (commit 1616012, geepack 1.3.9)
    // gave the same estimates, errors and intervals to ten digits when the vectors were made, and with the package's own
    // made-up data (its `data_mimicHeartSteps`) so did `wcls`: 0.1574444, error 0.0622207, 34 degrees of freedom.
    let frozen: Value = serde_json::from_str(include_str!("../vectors/effect.json")).expect("JSON");
    let number = |v: &Value| v.as_f64().expect("a number");
    let list =
        |v: &Value| -> Vec<f64> { v.as_array().expect("a list").iter().map(number).collect() };
    for case in frozen["cases"].as_array().expect("a list") {
        let asked = case["ask"]["rows"].as_array().expect("a list").iter();
        let rows = asked.map(|r| Row {
            person: r["person"].as_u64().expect("a number") as usize,
            outcome: number(&r["outcome"]),
            treated: r["treated"].as_bool().expect("yes or no"),
            chance: number(&r["chance"]),
            moderators: list(&r["moderators"]),
            controls: list(&r["controls"]),
        });
        let fit = wcls(
            &rows.collect::<Vec<_>>(),
            number(&case["ask"]["reference"]),
            0.95,
        )
        .expect("a fit");
        assert_eq!(case["answer"]["freedom"], fit.freedom);
        let told = case["answer"]["effects"].as_array().expect("a list");
        assert_eq!(told.len(), fit.effects.len());
        for (ours, theirs) in fit.effects.iter().zip(told) {
            let interval = list(&theirs["interval"]);
            assert!(
                near(ours.value, number(&theirs["value"])),
                "{ours:?} {theirs}"
            );
            assert!(
                near(ours.error, number(&theirs["error"])),
                "{ours:?} {theirs}"
            );
            assert!(near(ours.interval.0, interval[0]) && near(ours.interval.1, interval[1]));
        }
    }
}

/// A made-up study whose effect on average is -0.5: it is larger where the first covariate is, and what treats more often
/// comes with worse outcomes.
fn study(seed: u64, people: usize) -> Vec<Row> {
    let mut rng = Rng::new(seed);
    let mut rows = Vec::new();
    for person in 0..people {
        let own = rng.normal();
        for _ in 0..15 {
            let state = f64::from(u8::from(rng.even() < 0.5));
            let chance = if state > 0.5 { 0.75 } else { 3.0 / 7.0 };
            let treated = rng.even() < chance;
            let effect = if treated { -0.8 + 0.6 * state } else { 0.0 };
            rows.push(Row {
                person,
                outcome: own + 1.5 * state + effect + rng.normal(),
                treated,
                chance,
                moderators: vec![],
                controls: vec![],
            });
        }
    }
    rows
}

#[test]
fn the_effect_is_found_whatever_the_chances_are_and_the_interval_covers_as_often_as_it_says() {
    let (mut hits, mut mean, mut plain) = (0, 0.0, 0.0);
    for seed in 0..400 {
        let rows = study(seed, 14);
        let fit = wcls(&rows, 0.5, 0.95).expect("a fit");
        let effect = fit.effects[0];
        hits += u32::from(effect.interval.0 <= -0.5 && -0.5 <= effect.interval.1);
        mean += effect.value / 400.0;
        let of = |treated: bool| {
            let some: Vec<f64> = rows
                .iter()
                .filter(|r| r.treated == treated)
                .map(|r| r.outcome)
                .collect();
            some.iter().sum::<f64>() / some.len() as f64
        };
        plain += (of(true) - of(false)) / 400.0;
    }
    assert!((mean + 0.5).abs() < 0.03, "{mean}");
    assert!(plain > -0.2, "a plain difference is misled: {plain}");
    assert!((372..=392).contains(&hits), "{hits} of 400");
}

#[test]
fn moderators_tell_by_how_much_the_effect_differs() {
    let mut rows = study(7, 400);
    for row in &mut rows {
        let state = f64::from(u8::from(row.chance > 0.5));
        (row.moderators, row.controls) = (vec![state], vec![state]);
    }
    let fit = wcls(&rows, 0.5, 0.95).expect("a fit");
    assert_eq!((fit.freedom, fit.effects.len()), (400 - 4, 2));
    assert!((fit.effects[0].value + 0.8).abs() < 0.15 && (fit.effects[1].value - 0.6).abs() < 0.2);
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let rows = study(1, 10);
    let bad = |change: fn(&mut Row)| {
        let mut rows = rows.clone();
        change(&mut rows[4]);
        wcls(&rows, 0.5, 0.95).map(|_| ())
    };
    assert_eq!(bad(|_| ()), Ok(()));
    let row = Err(FitError::Row { row: 5 });
    assert_eq!(bad(|r| r.chance = 0.0), row);
    assert_eq!(bad(|r| r.chance = 1.0), row);
    assert_eq!(bad(|r| r.outcome = f64::NAN), row);
    assert_eq!(bad(|r| r.controls = vec![1.0]), row);
    let too_few = FitError::TooFew {
        people: 2,
        coefficients: 2,
    };
    assert_eq!(wcls(&study(1, 2), 0.5, 0.95), Err(too_few));
    assert!(matches!(
        wcls(&[], 0.5, 0.95),
        Err(FitError::TooFew { people: 0, .. })
    ));
    let mut flat = rows.clone();
    flat.iter_mut().for_each(|r| r.controls = vec![1.0]);
    assert_eq!(wcls(&flat, 0.5, 0.95), Err(FitError::Singular));
    // A control that one person alone has.
    let mut alone = rows;
    alone
        .iter_mut()
        .enumerate()
        .for_each(|(n, r)| r.controls = vec![f64::from(u8::from(n < 7))]);
    assert_eq!(wcls(&alone, 0.5, 0.95), Err(FitError::Singular));
}

fn plan() -> Value {
    json!({
        "format": "kindhold-trial", "version": 1, "study": "kindness-first",
        "title": "Does an exercise of kindness help more?", "run_by": "A made-up university",
        "contact": "study@example.org", "first_day": "2027-01-11", "last_day": "2027-06-30", "even": 0.5,
        "treatment": { "kindness": ["received", "own"] }, "outcome": "change",
        "moderators": ["strength", "function:punish-self"], "controls": ["strength", "night", "number"],
        "level": 0.95, "smallest": 12
    })
}

fn read(plan: &Value) -> Result<Plan, PlanError> {
    Plan::read(&plan.to_string())
}

#[test]
fn a_plan_is_read_and_says_what_to_change() {
    let sound = read(&plan()).expect("a sound plan");
    assert_eq!(
        read(&serde_json::from_str(&sound.to_json()).expect("JSON")),
        Ok(sound.clone())
    );
    assert_eq!(
        (sound.study().name, sound.study().even),
        ("kindness-first", 0.5)
    );
    assert_eq!(
        sound.all_controls().len(),
        4,
        "what moderates is a control, once"
    );
    let first = 20_829; // 2027-01-11
    assert!(sound.runs_on(first) && sound.runs_on(first + 170));
    assert!(!sound.runs_on(first - 1) && !sound.runs_on(first + 171));
    let practice = |kind| made::practice(1, vec![], kind, vec![], Skill::Body);
    assert!(sound.treats(&practice(Kindness::Own)) && !sound.treats(&practice(Kindness::None)));

    let with = |field: &str, value: Value| {
        let mut plan = plan();
        plan[field] = value;
        read(&plan).map(|_| ())
    };
    let text = |field, most| Err(PlanError::Text { field, most });
    assert_eq!(with("format", json!("else")), Err(PlanError::Format));
    assert_eq!(with("version", json!(2)), Err(PlanError::Version));
    assert_eq!(with("study", json!("")), text("study", 60));
    assert_eq!(with("title", json!("a\nb")), text("title", 120));
    assert_eq!(with("run_by", json!("x".repeat(201))), text("run_by", 200));
    assert_eq!(with("contact", json!("a\u{202e}b")), text("contact", 200));
    assert_eq!(
        with("first_day", json!("11.1.2027")),
        Err(PlanError::Day { field: "first_day" })
    );
    assert_eq!(
        with("last_day", json!("2027-02-30")),
        Err(PlanError::Day { field: "last_day" })
    );
    assert_eq!(with("last_day", json!("2026-01-01")), Err(PlanError::Days));
    assert_eq!(with("last_day", json!("2035-01-01")), Err(PlanError::Days));
    for even in [0.0, -1.0, 1.5] {
        assert_eq!(with("even", json!(even)), Err(PlanError::Even));
    }
    assert_eq!(
        with("treatment", json!({ "flow": [] })),
        Err(PlanError::Treatment)
    );
    assert_eq!(
        with("treatment", json!({ "skill": ["body", "body"] })),
        Err(PlanError::Treatment)
    );
    let field = "moderators";
    assert_eq!(
        with(field, json!(["night", "night"])),
        Err(PlanError::Covariates { field })
    );
    assert_eq!(with("level", json!(0.999)), Err(PlanError::Level));
    assert_eq!(
        with("smallest", json!(9)),
        Err(PlanError::Smallest {
            least: 10,
            coefficients: 8
        })
    );
    assert_eq!(with("reference", json!(0.99)), Err(PlanError::Reference));
    for (field, value) in [
        ("more", json!(1)),
        ("moderators", json!(["function:hold-off"])),
        ("moderators", json!(["mood"])),
        ("outcome", json!("happiness")),
        (
            "treatment",
            json!({ "kindness": ["own"], "flow": ["to-self"] }),
        ),
        ("treatment", json!({ "practices": ["Not An Id"] })),
        ("even", json!("half")),
        ("smallest", json!(-1)),
    ] {
        assert!(
            matches!(with(field, value), Err(PlanError::Form(_))),
            "{field}"
        );
    }
    assert_eq!(Plan::read(&" ".repeat(70_000)), Err(PlanError::TooLarge));
    assert!(matches!(
        Plan::read(&"[".repeat(60_000)),
        Err(PlanError::Form(_))
    ));
}

#[test]
fn the_plan_in_the_documentation_is_sound() {
    let page = include_str!("../../../docs/trials.md");
    let plan = page
        .split("```json")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    Plan::read(plan.expect("an example")).expect("a sound plan");
}

/// Twelve practices: every third asks for kindness to oneself.
fn practices() -> Vec<Practice> {
    let skills = [Skill::Body, Skill::Attention, Skill::Imagery, Skill::Body];
    let each = (0..12).map(|n| {
        let kind = if n % 3 == 2 {
            Kindness::Own
        } else {
            Kindness::None
        };
        made::practice(n, vec![Function::PunishSelf], kind, vec![], skills[n % 4])
    });
    each.collect()
}

/// A made-up study through the app's own choice: what is treated lowers the urge by 2 more.
fn through_the_choice(practices: &[Practice], people: usize, plan: &Plan) -> Vec<Person> {
    let mut rng = Rng::new(11);
    let history = History::default();
    let now = Situation {
        functions: vec![Function::PunishSelf],
        strength: kindhold_care::Strength::new(6).ok(),
    };
    let person = |n: usize| {
        let points = (1..=20).map(|number| {
            let chosen = Learner::new(practices, &history, &[]).choose(
                &now,
                &[],
                Some(plan.study()),
                rng.bits() as u32,
            );
            let draw = chosen.draw.expect("chance has a part");
            let treated = draw.slate.iter().any(|id| {
                let known = practices.iter().find(|p| p.id == *id);
                known.is_some_and(|p| plan.treats(p))
            });
            let after = 4.5 + rng.normal() - if treated { 2.0 } else { 0.0 };
            let among = draw.among.iter().map(|w| Among {
                practice: Some(w.practice.clone()),
                chance: w.chance.get(),
                offered: draw.slate.contains(&w.practice),
            });
            Point {
                number,
                strength: Some(6),
                after: Some(after.round().clamp(0.0, 10.0) as u8),
                hour: Some(20),
                functions: now.functions.clone(),
                draws: vec![Drawn {
                    for_study: draw.study == plan.study,
                    rule: draw.rule,
                    among: among.collect(),
                }],
                ..Point::default()
            }
        });
        Person {
            name: format!("{n:032x}"),
            points: points.collect(),
        }
    };
    (0..people).map(person).collect()
}

#[test]
fn a_whole_study_through_the_apps_own_choice_finds_its_effect() {
    let mut told = plan();
    told["moderators"] = json!([]);
    told["controls"] = json!([]);
    told["treatment"] = json!({ "practices": ["p2"] });
    let plan = read(&told).expect("a sound plan");
    let mut practices = practices();
    practices
        .iter_mut()
        .for_each(|p| p.kindness = Kindness::None);
    let people = through_the_choice(&practices, 120, &plan);
    let rows = rows(&plan, &practices, &people);
    let share = rows.decisions.len() as f64 / 2400.0;
    assert!(
        (share - 0.5).abs() < 0.08,
        "half of all is drawn evenly: {share}"
    );
    assert_eq!(rows.left_out.not_drawn, 2400 - rows.decisions.len());
    assert!(
        rows.decisions
            .iter()
            .all(|d| (d.chance - 0.25).abs() < 1e-12)
    );
    let found = effects(&plan, &rows).expect("people enough");
    let effect = found.marginal.effects[0];
    assert!(
        effect.interval.0 < -2.0 && -2.0 < effect.interval.1 && effect.error < 0.15,
        "{effect:?}"
    );
    assert!(found.moderated.is_none());
    let csv = rows.to_csv();
    assert_eq!(csv.lines().count(), rows.decisions.len() + 1);
    assert!(csv.starts_with("person,number,day,treated,chance,outcome\n"));
    let few = effects(
        &plan,
        &kindhold_choice::trial::rows(&plan, &practices, &people[..11]),
    );
    assert_eq!(
        few,
        Err(TrialError::TooFew {
            people: 11,
            least: 12
        })
    );
}

#[test]
fn each_moment_that_is_left_out_is_counted_for_its_first_reason() {
    let plan = read(&plan()).expect("a sound plan");
    let practices = practices();
    let id = |n: usize| PracticeId::new(format!("p{n}")).ok();
    let drawn = |rule: &str, for_study: bool, among: &[Option<PracticeId>]| Point {
        number: 1,
        strength: Some(5),
        after: Some(4),
        hour: Some(3),
        draws: vec![Drawn {
            rule: rule.into(),
            for_study,
            among: among
                .iter()
                .map(|p| Among {
                    practice: p.clone(),
                    chance: 0.75,
                    offered: *p == id(2),
                })
                .collect(),
        }],
        ..Point::default()
    };
    let four = [id(0), id(1), id(2), id(3)];
    let sound = drawn(EVEN_RULE, true, &four);
    let person = |point: Point| Person {
        name: "p".into(),
        points: vec![point],
    };
    let left = |point: Point| rows(&plan, &practices, &[person(point)]).left_out;
    assert_eq!(left(sound.clone()), Default::default());
    assert_eq!(left(Point::default()).not_drawn, 1);
    assert_eq!(left(drawn(EVEN_RULE, false, &four)).not_drawn, 1);
    assert_eq!(left(drawn("even-9", true, &four)).unknown_rule, 1);
    assert_eq!(
        left(drawn(EVEN_RULE, true, &[id(0), id(1), None, id(3)])).unknown_practice,
        1
    );
    assert_eq!(
        left(drawn(EVEN_RULE, true, &[id(0), id(1), id(40), id(3)])).unknown_practice,
        1
    );
    assert_eq!(
        left(drawn(EVEN_RULE, true, &[id(0), id(1), id(3), id(4)])).certain,
        1
    );
    assert_eq!(left(drawn(EVEN_RULE, true, &[id(0), id(2)])).certain, 1);
    assert_eq!(left(drawn(EVEN_RULE, true, &[])).certain, 1);
    assert_eq!(
        left(Point {
            after: None,
            ..sound.clone()
        })
        .no_outcome,
        1
    );
    assert_eq!(
        left(Point {
            hour: None,
            ..sound.clone()
        })
        .no_covariate,
        1
    );
    let found = rows(&plan, &practices, &[person(sound)]);
    assert_eq!(
        (found.decisions[0].treated, found.decisions[0].chance),
        (true, 0.75)
    );
    assert_eq!(
        found.decisions[0].covariates,
        [Some(5.0), Some(0.0), Some(1.0), Some(1.0)]
    );
}

#[test]
fn what_was_said_of_the_first_thing_that_was_taken_from_the_offers_is_the_outcome() {
    let mut told = plan();
    told["outcome"] = json!("helped");
    let plan = read(&told).expect("a sound plan");
    let id = |n: usize| PracticeId::new(format!("p{n}")).ok();
    let tried = |n: usize, ending, helped| Tried {
        practice: id(n),
        ending,
        helped,
    };
    let among = [0, 1, 2, 3].map(|n| Among {
        practice: id(n),
        chance: 0.75,
        offered: n > 0,
    });
    let point = |tries: &[Tried]| Point {
        draws: vec![Drawn {
            rule: EVEN_RULE.into(),
            for_study: true,
            among: among.to_vec(),
        }],
        tries: tries.to_vec(),
        ..Point::default()
    };
    let lot = tried(2, None, Some(Helped::Lot));
    assert_eq!(plan.outcome.of(&point(&[])), None);
    assert_eq!(
        plan.outcome.of(&point(std::slice::from_ref(&lot))),
        Some(1.0)
    );
    assert_eq!(
        plan.outcome
            .of(&point(&[tried(0, None, Some(Helped::No)), lot.clone()])),
        Some(1.0),
        "not offered"
    );
    assert_eq!(
        plan.outcome
            .of(&point(&[tried(1, None, None), lot.clone()])),
        None,
        "not said is not taken from another"
    );
    assert_eq!(
        plan.outcome
            .of(&point(&[tried(1, Some(Ending::Worse), None), lot])),
        Some(-1.0)
    );
}

proptest! {
    #[test]
    fn any_text_is_a_plan_or_refused(text in any::<String>()) {
        prop_assert!(Plan::read(&text).is_err());
    }

    #[test]
    fn any_rows_are_fitted_or_refused(
        all in proptest::collection::vec((0_usize..8, any::<f64>(), any::<bool>(), 0.0..1.0_f64, any::<f64>()), 0..60),
        reference in any::<f64>(),
    ) {
        let rows: Vec<Row> = all.iter().map(|(person, outcome, treated, chance, g)| Row {
            person: *person, outcome: *outcome, treated: *treated, chance: *chance, moderators: vec![], controls: vec![*g],
        }).collect();
        let _ = wcls(&rows, reference, 0.95);
    }
}

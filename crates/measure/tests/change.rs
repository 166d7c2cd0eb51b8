// SPDX-License-Identifier: Apache-2.0
//! Change that counts, held against published figures and against its own laws.

use kindhold_measure::change::{
    Change, Confidence, Crossed, CutOff, Direction, Needed, Reliability, Verdict, could_be,
};
use kindhold_measure::score::{self, Better, ChangeFacts, Scale};
use proptest::prelude::*;

const CORE_10: Reliability = Reliability {
    sd: 7.7,
    alpha: 0.90,
    source: "Barkham et al. 2013",
};

fn near(a: f64, b: f64, by: f64) -> bool {
    (a - b).abs() <= by
}

#[test]
fn core_10_needs_the_published_differences() {
    assert!(near(CORE_10.needed(Confidence::NinetyFive), 6.75, 0.005));
    assert!(near(CORE_10.needed(Confidence::Ninety), 5.66, 0.005));
    let c = CutOff::between((4.7, 4.8), (19.7, 7.7)).expect("two groups that vary");
    assert!(near(c, 10.46, 0.005));
}

/// The worked example of Jacobson & Truax (1991, p. 14-15): a couple goes from 32.5 to 47.5 on a scale of
/// adjustment with SD 7.5 before treatment and a reliability of .80; the difference's standard error is 4.74 and
/// the index 3.16; cut-off c from 60 ± 7.5 and 40 ± 7.5 is 50.
#[test]
fn the_authors_own_example_comes_out() {
    let scale = Reliability {
        sd: 7.5,
        alpha: 0.80,
        source: "Jacobson & Truax 1991",
    };
    let error = scale.needed(Confidence::NinetyFive) / Confidence::NinetyFive.z();
    assert!(near(error, 4.74, 0.005));
    assert!(near((47.5 - 32.5) / error, 3.16, 0.005));
    assert_eq!(CutOff::between((60.0, 7.5), (40.0, 7.5)), Some(50.0));
    let needed = Needed::Computed {
        reliability: scale,
        confidence: Confidence::NinetyFive,
    };
    let line = CutOff {
        at: 50.0,
        source: scale.source,
    };
    let change = Change::of(
        32.5,
        47.5,
        Direction::HigherIsBetter,
        Some(needed),
        Some(line),
    );
    assert_eq!((change.verdict, change.crossed), (Verdict::Better, None));
}

#[test]
fn a_published_figure_counts_from_itself_on() {
    let phq_9 = Some(Needed::Published {
        points: 6.0,
        confidence: None,
        source: "NHS Talking Therapies manual",
    });
    let line = Some(CutOff {
        at: 10.0,
        source: "Kroenke et al. 2001",
    });
    let of = |from, to| Change::of(from, to, Direction::LowerIsBetter, phq_9, line);
    assert_eq!(of(15.0, 9.0).verdict, Verdict::Better);
    assert_eq!(of(15.0, 9.0).crossed, Some(Crossed::ToUsual));
    assert_eq!(of(15.0, 10.0).verdict, Verdict::WithinMeasuring);
    assert_eq!(of(15.0, 10.0).crossed, None);
    assert_eq!(of(9.0, 15.0).verdict, Verdict::Worse);
    assert_eq!(of(9.0, 15.0).crossed, Some(Crossed::FromUsual));
}

#[test]
fn where_more_is_better_a_cut_off_lies_below_what_is_usual() {
    let line = Some(CutOff {
        at: 50.0,
        source: "a line",
    });
    let crossed = |from, to| Change::of(from, to, Direction::HigherIsBetter, None, line).crossed;
    assert_eq!(crossed(40.0, 60.0), Some(Crossed::ToUsual));
    assert_eq!(crossed(60.0, 40.0), Some(Crossed::FromUsual));
    assert_eq!(crossed(60.0, 50.0), Some(Crossed::FromUsual));
    assert_eq!(crossed(60.0, 51.0), None);
}

#[test]
fn groups_with_deviations_below_nothing_have_no_cut_off() {
    for (usual, clinical) in [(-1.0, 2.0), (2.0, -1.0), (-1.0, -1.0)] {
        assert_eq!(CutOff::between((1.0, usual), (2.0, clinical)), None);
    }
    assert_eq!(CutOff::between((1.0, 0.0), (2.0, 3.0)), Some(1.0));
}

#[test]
fn what_is_needed_says_how_sure_it_is_and_whose_it_is() {
    assert_eq!(Confidence::Ninety.per_cent(), 90);
    assert_eq!(Confidence::NinetyFive.per_cent(), 95);
    let computed = Needed::Computed {
        reliability: CORE_10,
        confidence: Confidence::Ninety,
    };
    assert_eq!(computed.source(), "Barkham et al. 2013");
    let published = Needed::Published {
        points: 6.0,
        confidence: None,
        source: "a manual",
    };
    assert_eq!(published.source(), "a manual");
}

#[test]
fn facts_that_make_no_sense_make_nothing_count() {
    for (sd, alpha) in [
        (f64::NAN, 0.9),
        (-1.0, 0.9),
        (7.0, 1.1),
        (7.0, f64::NAN),
        (f64::INFINITY, 0.9),
    ] {
        let needed = Needed::Computed {
            reliability: Reliability {
                sd,
                alpha,
                source: "",
            },
            confidence: Confidence::Ninety,
        };
        let change = Change::of(40.0, 0.0, Direction::LowerIsBetter, Some(needed), None);
        assert_eq!(change.verdict, Verdict::NotKnown);
        assert_eq!(could_be(3.0, needed, 0.0, 40.0), None);
    }
    assert_eq!(CutOff::between((1.0, 0.0), (2.0, 0.0)), None);
    let unknown = Change::of(40.0, 0.0, Direction::LowerIsBetter, None, None);
    assert_eq!(unknown.verdict, Verdict::NotKnown);
}

#[test]
fn facts_about_a_scale_become_what_may_be_said() {
    let facts = ChangeFacts {
        points: None,
        confidence: None,
        sd: Some(7.7),
        alpha: Some(0.90),
        source: "Barkham et al. 2013",
        checked: false,
    };
    let computed = Needed::of_facts(&facts, Confidence::Ninety).expect("both are known");
    assert!(near(computed.points(), 5.66, 0.005));
    let published = ChangeFacts {
        points: Some(6.0),
        confidence: Some(90),
        ..facts
    };
    let needed = Needed::of_facts(&published, Confidence::NinetyFive).expect("a figure");
    assert_eq!(
        (needed.points(), needed.confidence()),
        (6.0, Some(Confidence::Ninety))
    );
    let no_sd = ChangeFacts { sd: None, ..facts };
    assert_eq!(Needed::of_facts(&no_sd, Confidence::Ninety), None);
    let scale = Scale {
        id: "core-10".into(),
        name: "CORE-10".into(),
        least: 0.0,
        most: 40.0,
        loinc: None,
        items: vec![],
        change: Some(published),
        cut_off: Some(score::CutOff {
            at: 11.0,
            and_above: true,
            source: "",
            checked: false,
        }),
        better: Some(Better::Less),
        validated: true,
        answer_only: vec![],
    };
    let change = Change::of_scale(&scale, 20.0, 10.0, Confidence::Ninety).expect("a direction");
    assert_eq!(
        (change.verdict, change.crossed),
        (Verdict::Better, Some(Crossed::ToUsual))
    );
    let odd = Scale {
        better: Some(Better::More),
        ..scale.clone()
    };
    let change = Change::of_scale(&odd, 20.0, 10.0, Confidence::Ninety).expect("a direction");
    assert_eq!((change.verdict, change.crossed), (Verdict::Worse, None));
    let unknown = Scale {
        better: None,
        ..scale
    };
    assert_eq!(
        Change::of_scale(&unknown, 20.0, 10.0, Confidence::Ninety),
        None
    );
}

proptest! {
    #[test]
    fn there_and_back_are_each_others_opposite(
        from in 0.0..40.0f64, to in 0.0..40.0f64, sd in 0.1..15.0f64, alpha in 0.0..0.99f64
    ) {
        let reliability = Reliability { sd, alpha, source: "" };
        let needed = Some(Needed::Computed { reliability, confidence: Confidence::Ninety });
        let there = Change::of(from, to, Direction::LowerIsBetter, needed, None);
        let back = Change::of(to, from, Direction::LowerIsBetter, needed, None);
        let turned = Change::of(from, to, Direction::HigherIsBetter, needed, None);
        let opposite = match there.verdict {
            Verdict::Better => Verdict::Worse,
            Verdict::Worse => Verdict::Better,
            same => same,
        };
        prop_assert_eq!(back.verdict, opposite);
        prop_assert_eq!(turned.verdict, opposite);
    }

    #[test]
    fn being_surer_needs_more_and_an_exact_scale_needs_nothing(
        sd in 0.1..15.0f64, alpha in 0.0..0.99f64
    ) {
        let r = Reliability { sd, alpha, source: "" };
        prop_assert!(r.needed(Confidence::NinetyFive) > r.needed(Confidence::Ninety));
        prop_assert!(r.needed(Confidence::Ninety) > r.band(Confidence::Ninety));
        prop_assert_eq!(Reliability { alpha: 1.0, ..r }.needed(Confidence::NinetyFive), 0.0);
    }

    #[test]
    fn a_band_holds_its_score_and_stays_on_the_scale(score in 0.0..=40.0f64, sd in 0.0..15.0f64) {
        let reliability = Reliability { sd, alpha: 0.8, source: "" };
        let needed = Needed::Computed { reliability, confidence: Confidence::NinetyFive };
        let (low, high) = could_be(score, needed, 0.0, 40.0).expect("a band");
        prop_assert!(0.0 <= low && low <= score && score <= high && high <= 40.0);
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::made::{choice, chosen, with};
use kindhold_care::Answers;
use kindhold_measure::key::{KEYS, Key};
use kindhold_measure::pack::{Terms, make, open};
use kindhold_measure::{Instrument, NoScore, Scored};
use proptest::prelude::*;
use serde_json::Value;

/// A made-up file of the key's shape; the words of its items are about beds in a garden.
pub(crate) fn of(key: &Key) -> Value {
    let items: Vec<_> = (1..=key.items)
        .map(|i| choice(&format!("i{i}"), key.least.into(), key.most.into()))
        .collect();
    with(Value::from(items))
}

pub(crate) fn read(key: &Key, whole: &Value) -> Instrument {
    let terms = Terms {
        key: key.id.into(),
        ..Terms::default()
    };
    let pack = make(&whole.to_string(), &terms).expect("a pack");
    open(&pack)
        .expect("it opens")
        .read("en")
        .expect("a questionnaire")
        .instrument
}

pub(crate) fn all(values: &[i64]) -> Answers {
    let given = values.iter().enumerate();
    given
        .map(|(i, value)| (format!("i{}", i + 1), chosen(*value)))
        .collect()
}

fn scored(instrument: &Instrument, answers: &Answers, id: &str) -> Result<Scored, NoScore> {
    let scores = instrument.scores(answers);
    let one = scores.into_iter().find(|score| score.scale.id == id);
    one.expect("the scale").result
}

fn value(id: &str, scale: &str, values: &[i64]) -> f64 {
    let key = Key::named(id).expect("a key");
    scored(&read(key, &of(key)), &all(values), scale)
        .expect("a score")
        .value
}

#[test]
fn scores_are_those_that_one_gets_with_a_pencil() {
    assert_eq!(value("phq-9", "phq-9", &[3, 2, 1, 0, 3, 2, 1, 0, 1]), 13.0);
    assert_eq!(value("gad-7", "gad-7", &[3, 3, 3, 0, 0, 1, 2]), 12.0);
    // 5 + 4 + 3 + 2 + 1 = 15, times four.
    assert_eq!(value("who-5", "who-5", &[5, 4, 3, 2, 1]), 60.0);
    // Items 2 and 3 are turned round: 1 + (4-4) + (4-3) + 2 + 0 + 0 + 1 + 2 + 3 + 4.
    assert_eq!(
        value("core-10", "core-10", &[1, 4, 3, 2, 0, 0, 1, 2, 3, 4]),
        14.0
    );
    // Items 3, 5 and 10: 1 + 1 + (4-0) + 1 + (4-4) + 1 + 1 + 1 + 1 + (4-2).
    assert_eq!(
        value("yp-core", "yp-core", &[1, 1, 0, 1, 4, 1, 1, 1, 1, 2]),
        13.0
    );
    // Turned: 1, 4, 8, 9, 11, 12. (6-1)+2+3+(6-4)+5+1+2+(6-3)+(6-4)+5+(6-1)+(6-2) = 39; a twelfth is 3.25.
    assert_eq!(
        value("scs-sf", "scs-sf", &[1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2]),
        3.25
    );
    let beds: Vec<i64> = (0..22).map(|i| i % 5).collect();
    // Items 1,2,4,6,7,14,17,18,20 have 0,1,3,0,1,3,1,2,4.
    assert_eq!(value("fscrs", "fscrs.inadequate-self", &beds), 15.0);
    // 3,5,8,11,13,16,19,21 have 2,4,2,0,2,0,3,0.
    assert_eq!(value("fscrs", "fscrs.reassured-self", &beds), 13.0);
    // 9,10,12,15,22 have 3,4,1,4,1.
    assert_eq!(value("fscrs", "fscrs.hated-self", &beds), 13.0);
    let ten: Vec<i64> = (0..39).map(|i| i % 10 + 1).collect();
    // 1,2,4,5,6,8 have themselves; 9,10,12,13 have 9,10,2,3.
    assert_eq!(value("ceas", "ceas.self-engagement", &ten), 26.0);
    assert_eq!(value("ceas", "ceas.self-action", &ten), 24.0);
    let ones = |n: usize| vec![1; n];
    assert_eq!(value("fcs", "fcs.for-others", &ones(38)), 10.0);
    assert_eq!(value("fcs", "fcs.from-others", &ones(38)), 13.0);
    assert_eq!(value("fcs", "fcs.for-self", &ones(38)), 15.0);
    assert_eq!(value("oas-2", "oas-2", &ones(8)), 8.0);
    assert_eq!(value("ders-16", "ders-16", &ones(16)), 16.0);
    let isas: Vec<i64> = (0..39).map(|i| i64::from(i % 13 == 5) * 2).collect();
    assert_eq!(value("isas-2", "isas-2.anti-suicide", &isas), 6.0);
    assert_eq!(value("isas-2", "isas-2.autonomy", &isas), 0.0);
}

#[test]
fn a_tenth_may_be_missing_and_it_is_said() {
    let key = Key::named("core-10").expect("a key");
    let instrument = read(key, &of(key));
    let mut answers = all(&[2, 2, 2, 2, 2, 2, 2, 2, 2, 4]);
    answers.remove("i10");
    let one = scored(&instrument, &answers, "core-10").expect("one of ten may be missing");
    assert_eq!(
        one,
        Scored {
            value: 20.0,
            missing: 1,
            of: 10,
            prorated: true
        }
    );
    answers.remove("i9");
    let two = scored(&instrument, &answers, "core-10");
    assert_eq!(two, Err(NoScore::Missing { missing: 2, of: 10 }));
    let nine = Key::named("phq-9").expect("a key");
    let mut answers = all(&[1; 9]);
    answers.remove("i1");
    assert!(
        scored(&read(nine, &of(nine)), &answers, "phq-9").is_err(),
        "one of nine is more than a tenth"
    );
}

#[test]
fn what_is_made_up_for_is_the_mean_of_the_others_also_where_items_are_turned() {
    let key = Key::named("yp-core").expect("a key");
    let instrument = read(key, &of(key));
    let mut answers = all(&[1, 1, 0, 1, 4, 1, 1, 1, 1, 2]);
    answers.remove("i3");
    // The nine others are worth 1+1+1+0+1+1+1+1+2 = 9: a mean of 1.
    assert_eq!(
        scored(&instrument, &answers, "yp-core")
            .expect("a score")
            .value,
        10.0
    );
}

#[test]
fn an_answer_that_is_none_of_the_choices_gives_no_score() {
    let key = Key::named("gad-7").expect("a key");
    let instrument = read(key, &of(key));
    let mut answers = all(&[1; 7]);
    answers.insert("i4".into(), chosen(7));
    let result = scored(&instrument, &answers, "gad-7");
    assert_eq!(
        result,
        Err(NoScore::OutOfRange {
            link_id: "i4".into()
        })
    );
}

#[test]
fn the_facts_agree_with_each_other() {
    for key in KEYS {
        assert_eq!(Key::named(key.id), Some(key));
        for scale in key.scales {
            assert!(
                scale.items.iter().all(|i| (1..=key.items).contains(i)),
                "{}",
                scale.id
            );
            let mut items = scale.items.to_vec();
            items.dedup();
            assert_eq!(items.len(), scale.items.len(), "{}", scale.id);
            assert!(scale.id.starts_with(key.id));
        }
        assert!(
            key.reversed
                .iter()
                .chain(key.speaks)
                .all(|i| (1..=key.items).contains(i))
        );
        assert!(key.item_codes.is_empty() || key.item_codes.len() == key.items);
        let choices = usize::try_from(key.most - key.least + 1).expect("some");
        assert!(key.choice_codes.is_empty() || key.choice_codes.len() == choices);
        for text in [key.ages, key.terms, key.source, key.name] {
            assert!(!text.is_empty(), "{}", key.id);
        }
    }
    let items = |id: &str| {
        let key = Key::named(id).expect("a key");
        let mut all: Vec<_> = key
            .scales
            .iter()
            .flat_map(|scale| scale.items)
            .copied()
            .collect();
        all.sort_unstable();
        all
    };
    for (id, of) in [
        ("fscrs", 22),
        ("fcs", 38),
        ("isas-2", 39),
        ("weekly-check", 8),
    ] {
        assert_eq!(
            items(id),
            (1..=of).collect::<Vec<_>>(),
            "{id}: every item is in one scale"
        );
    }
    assert_eq!(items("ceas").len(), 30, "nine of 39 are left out");
}

#[test]
fn the_named_items_speak_of_death_whatever_the_words() {
    for (id, item) in [("phq-9", 9), ("core-10", 6), ("yp-core", 4)] {
        let key = Key::named(id).expect("a key");
        let instrument = read(key, &of(key));
        let speaking: Vec<_> = instrument
            .items
            .iter()
            .filter(|i| i.speaks_of_death)
            .map(|i| i.link_id.clone())
            .collect();
        assert_eq!(speaking, [format!("i{item}")], "{id}");
        assert!(instrument.speaks(&format!("i{item}"), &chosen(1)));
        assert!(!instrument.speaks(&format!("i{item}"), &chosen(0)));
    }
}

fn key_and_values() -> impl Strategy<Value = (&'static Key, Vec<i64>)> {
    prop::sample::select(KEYS).prop_flat_map(|key| {
        let key: &'static Key = Key::named(key.id).expect("a key");
        let value = i64::from(key.least)..=i64::from(key.most);
        (Just(key), prop::collection::vec(value, key.items))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_score_lies_between_its_ends_and_moves_with_its_items_alone((key, values) in key_and_values(), at in any::<prop::sample::Index>()) {
        let instrument = read(key, &of(key));
        let before = instrument.scores(&all(&values));
        let at = at.index(key.items);
        let mut turned = values.clone();
        turned[at] = i64::from(key.least + key.most) - values[at];
        let after = instrument.scores(&all(&turned));
        for ((scale, before), after) in key.scales.iter().zip(&before).zip(&after) {
            let (a, b) = (before.result.clone().expect("whole").value, after.result.clone().expect("whole").value);
            prop_assert!((before.scale.least..=before.scale.most).contains(&a));
            let moved = (turned[at] - values[at]) as f64;
            let up = if key.reversed.contains(&(at + 1)) { -moved } else { moved };
            if scale.items.contains(&(at + 1)) {
                prop_assert!((b - a) * up >= 0.0 && ((b - a).abs() > 0.0) == (moved != 0.0));
            } else {
                prop_assert_eq!(a, b);
            }
        }
    }

    #[test]
    fn the_ends_are_reached((key, _) in key_and_values()) {
        let instrument = read(key, &of(key));
        let lowest: Vec<i64> = (1..=key.items).map(|i| i64::from(if key.reversed.contains(&i) { key.most } else { key.least })).collect();
        for score in instrument.scores(&all(&lowest)) {
            prop_assert_eq!(score.result.expect("whole").value, score.scale.least);
        }
        let highest: Vec<i64> = lowest.iter().map(|v| i64::from(key.least + key.most) - v).collect();
        for score in instrument.scores(&all(&highest)) {
            prop_assert_eq!(score.result.expect("whole").value, score.scale.most);
        }
    }
}

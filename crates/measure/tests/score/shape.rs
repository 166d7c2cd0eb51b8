// SPDX-License-Identifier: Apache-2.0
//! A key holds only where the shape of the file agrees.

use crate::keyed::{all, of, read};
use crate::made::{choice, option, with};
use kindhold_measure::key::Key;
use kindhold_measure::pack::{Terms, make, open};
use kindhold_measure::questionnaire::{Finding, Reading};
use serde_json::{Value, json};

fn reading(id: &str, whole: &Value) -> Reading {
    let terms = Terms {
        key: id.into(),
        ..Terms::default()
    };
    let pack = make(&whole.to_string(), &terms).expect("a pack");
    open(&pack)
        .expect("it opens")
        .read("en")
        .expect("a questionnaire")
}

fn refused(id: &str, whole: &Value) -> bool {
    let reading = reading(id, whole);
    let said = reading
        .findings
        .iter()
        .any(|f| matches!(f, Finding::KeyShape { .. }));
    said && reading.instrument.key.is_none() && reading.instrument.scores(&all(&[1; 9])).is_empty()
}

fn phq() -> Value {
    of(Key::named("phq-9").expect("a key"))
}

#[test]
fn too_few_or_too_many_items_are_not_scored() {
    let mut eight = phq();
    eight["item"].as_array_mut().expect("a list").pop();
    assert!(refused("phq-9", &eight));
    let mut more = phq();
    for i in 10..=12 {
        more["item"]
            .as_array_mut()
            .expect("a list")
            .push(choice(&format!("i{i}"), 0, 3));
    }
    assert!(refused("phq-9", &more));
    let mut free = phq();
    free["item"][3] = json!({"linkId": "i4", "type": "text", "text": "What grew?"});
    assert!(refused("phq-9", &free));
}

#[test]
fn other_values_are_not_scored() {
    let mut five = phq();
    five["item"][2] = choice("i3", 0, 4);
    assert!(refused("phq-9", &five));
    let mut from_one = phq();
    for i in 0..9 {
        from_one["item"][i] = choice(&format!("i{}", i + 1), 1, 4);
    }
    assert!(refused("phq-9", &from_one));
    let mut silent = phq();
    for i in 0..4 {
        silent["item"][0]["answerOption"][i]
            .as_object_mut()
            .expect("an option")
            .remove("extension");
    }
    assert!(refused("phq-9", &silent));
}

#[test]
fn one_slip_in_a_value_is_mended_and_said() {
    let mut slip = phq();
    for item in slip["item"].as_array_mut().expect("a list") {
        item["answerOption"][3]["extension"][0]["valueDecimal"] = json!(4);
    }
    let reading = reading("phq-9", &slip);
    let said = reading.findings.iter().filter(
        |f| matches!(f, Finding::KeyValues { own, known, .. } if *own == 4.0 && *known == 3.0),
    );
    assert_eq!(said.count(), 1);
    let score = &reading.instrument.scores(&all(&[3; 9]))[0];
    assert_eq!(score.result.clone().expect("whole").value, 27.0);
}

#[test]
fn a_question_more_at_the_end_is_asked_and_never_counted() {
    let mut ten = phq();
    ten["item"]
        .as_array_mut()
        .expect("a list")
        .push(choice("i10", 0, 3));
    let instrument = read(Key::named("phq-9").expect("a key"), &ten);
    let score = &instrument.scores(&all(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 3]))[0];
    assert_eq!(score.result.clone().expect("whole").value, 9.0);
    assert_eq!(score.scale.answer_only, ["i10"]);
}

#[test]
fn items_are_known_by_loinc_in_any_order() {
    let key = Key::named("phq-9").expect("a key");
    let mut turned = phq();
    let items = turned["item"].as_array_mut().expect("a list");
    for (item, code) in items.iter_mut().zip(key.item_codes) {
        item["code"] = json!([{"system": "http://loinc.org", "code": code}]);
    }
    items.reverse();
    let reading = crate::made::read(&turned);
    assert_eq!(reading.instrument.key, Some("phq-9"));
    let score = &reading.instrument.scores(&all(&[0; 9]))[0];
    assert_eq!(score.scale.items[8], "i9");
    let ninth = reading
        .instrument
        .items
        .iter()
        .find(|i| i.link_id == "i9")
        .expect("the ninth");
    assert!(ninth.speaks_of_death);
}

#[test]
fn loinc_choices_have_their_values_from_the_key() {
    let key = Key::named("gad-7").expect("a key");
    let options: Vec<_> = key.choice_codes.iter()
        .map(|code| json!({"valueCoding": {"system": "http://loinc.org", "code": code, "display": code}}))
        .collect();
    let items: Vec<_> = key.item_codes.iter()
        .map(|code| json!({"linkId": format!("/{code}"), "type": "choice", "text": "A bed", "answerOption": options}))
        .collect();
    let reading = crate::made::read(&with(Value::from(items)));
    assert_eq!(reading.instrument.key, Some("gad-7"));
    assert!(
        reading
            .findings
            .iter()
            .any(|f| matches!(f, Finding::KeyGivesValues { .. }))
    );
    assert_eq!(reading.instrument.scales()[0].most, 21.0);
}

/// CORE-10 with the printed numbers: items 2 and 3 have theirs turned already.
fn core(turned: bool, same_words: bool) -> Value {
    let mut whole = of(Key::named("core-10").expect("a key"));
    for item in [1, 2] {
        for value in 0..5_usize {
            let own = &mut whole["item"][item]["answerOption"][value];
            if turned {
                own["extension"][0]["valueDecimal"] = json!(4 - value);
            }
            if !same_words {
                own["valueCoding"]["display"] = json!(format!("sun {value}"));
            }
        }
    }
    whole
}

#[test]
fn values_that_the_file_has_turned_are_not_turned_again() {
    let key = Key::named("core-10").expect("a key");
    let answers = all(&[1, 4, 3, 2, 0, 0, 1, 2, 3, 4]);
    for turned in [false, true] {
        let instrument = read(key, &core(turned, true));
        assert_eq!(
            instrument.scores(&answers)[0]
                .result
                .clone()
                .expect("whole")
                .value,
            14.0
        );
    }
    let said = reading("core-10", &core(true, true)).findings;
    assert!(
        said.iter()
            .any(|f| matches!(f, Finding::TurnedAlready { .. }))
    );
    let unclear = reading("core-10", &core(true, false));
    assert!(
        unclear
            .findings
            .iter()
            .any(|f| matches!(f, Finding::TurnedUnclear { .. }))
    );
    assert!(unclear.instrument.scores(&answers).is_empty());
}

#[test]
fn choices_may_stand_in_any_order() {
    let key = Key::named("who-5").expect("a key");
    let mut whole = of(key);
    for item in whole["item"].as_array_mut().expect("a list") {
        item["answerOption"] = (0..=5).rev().map(option).collect();
    }
    assert_eq!(
        read(key, &whole).scores(&all(&[5, 0, 0, 0, 0]))[0]
            .result
            .clone()
            .expect("whole")
            .value,
        20.0
    );
}

#[test]
fn a_key_that_nobody_knows_is_said() {
    let reading = reading("bdi-ii", &phq());
    assert!(reading.findings.contains(&Finding::KeyUnknown {
        key: "bdi-ii".into()
    }));
    assert!(reading.instrument.scales().is_empty());
}

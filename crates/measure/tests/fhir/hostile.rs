// SPDX-License-Identifier: Apache-2.0
use crate::any as made;
use kindhold_care::When;
use kindhold_measure::fhir::{ReadError, With, bundle, entries};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Every place in a value where something stands.
fn places(value: &mut Value, visit: &mut dyn FnMut(&mut Value)) {
    visit(value);
    match value {
        Value::Object(all) => all.values_mut().for_each(|v| places(v, visit)),
        Value::Array(all) => all.iter_mut().for_each(|v| places(v, visit)),
        _ => {}
    }
}

fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[[null]]])),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        made::text().prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_bundle_with_anything_anywhere_is_read_or_named_and_never_a_panic(
        all in made::entries(),
        changes in proptest::collection::vec((any::<Index>(), junk()), 1..6),
    ) {
        let mut bundle = bundle(&made::dossier(&all, When::default()), &With::everything(), &|_| String::new());
        for (at, junk) in changes {
            let mut many = 0;
            places(&mut bundle, &mut |_| many += 1);
            let (chosen, mut n) = (at.index(many), 0);
            places(&mut bundle, &mut |value| {
                if n == chosen {
                    *value = junk.clone();
                }
                n += 1;
            });
        }
        if let Ok(found) = entries(&bundle) {
            prop_assert!(found.entries.len() <= all.len());
        }
    }
}

#[test]
fn what_is_no_bundle_is_said_so() {
    for other in [
        json!(null),
        json!([]),
        json!({}),
        json!({"resourceType": "Patient"}),
    ] {
        assert_eq!(entries(&other), Err(ReadError::NotABundle));
    }
    let empty = entries(&json!({"resourceType": "Bundle"})).expect("a bundle");
    assert_eq!(empty, Default::default());
}

#[test]
fn resources_of_others_are_passed_over_and_counted() {
    let foreign = json!({"resourceType": "Bundle", "entry": [
        {"resource": {"resourceType": "Patient", "id": "1"}},
        {"resource": {"resourceType": "Observation", "identifier": [{"system": "urn:x", "value": "1"}]}},
        {"response": {"status": "200"}},
        7,
    ]});
    let found = entries(&foreign).expect("a bundle");
    assert_eq!(
        (found.entries.len(), found.passed_over, found.damaged.len()),
        (0, 4, 0)
    );
}

#[test]
fn a_damaged_resource_of_ours_is_named_and_the_others_are_read() {
    let thing = |n: u8| json!([{"system": "urn:kindhold:thing", "value": format!("{n:032x}")}]);
    let code = json!({"coding": [{"system": "urn:kindhold:codes", "code": "diary"}]});
    let diary = |n: u8, at: &str| {
        json!({"resource": {"resourceType": "Observation", "identifier": thing(n), "code": code,
            "effectiveDateTime": at}})
    };
    let bundle = json!({"resourceType": "Bundle", "entry": [
        diary(1, "yesterday"), diary(2, "2026-11-25T10:00:00+01:00"),
    ]});
    let found = entries(&bundle).expect("a bundle");
    assert_eq!(found.entries.len(), 1);
    assert_eq!(
        (found.damaged[0].index, found.damaged[0].kind.as_str()),
        (0, "Observation")
    );
}

#[test]
fn items_nested_without_end_are_an_error_of_that_resource_alone() {
    let mut item = json!({"linkId": "x"});
    for _ in 0..100_000 {
        let mut outer = json!({"linkId": "x"});
        outer["item"] = Value::Array(vec![item]);
        item = outer;
    }
    let mut bundle = json!({"resourceType": "Bundle", "entry": [{"resource": {
        "resourceType": "QuestionnaireResponse", "questionnaire": "urn:x", "status": "completed",
        "identifier": {"system": "urn:kindhold:thing", "value": "0".repeat(32)},
        "authored": "2026-11-25T10:00:00Z",
    }}]});
    bundle["entry"][0]["resource"]["item"] = Value::Array(vec![item]);
    let found = entries(&bundle).expect("a bundle");
    assert_eq!(found.damaged.len(), 1);
    // Letting go of a value this deep would itself end the stack; that is the test's doing, not the reader's.
    std::mem::forget(bundle);
}

// SPDX-License-Identifier: Apache-2.0
//! What the file calculates for itself.

use crate::keyed::{all, of};
use crate::made::{answers, calculated, choice, chosen, read, with};
use kindhold_care::Answers;
use kindhold_measure::key::Key;
use kindhold_measure::questionnaire::Finding;
use kindhold_measure::{NoScore, Scored};
use proptest::prelude::*;
use serde_json::{Value, json};

const SUM: &str =
    "%resource.descendants().where(linkId.startsWith('i')).answer.value.ordinal().sum()";

fn garden(expression: &str) -> Value {
    let mut items: Vec<_> = (1..=12).map(|i| choice(&format!("i{i}"), 0, 3)).collect();
    items.push(choice("other", 0, 3));
    items.push(calculated("t", expression));
    with(Value::from(items))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_sum_of_the_file_is_the_sum(values in prop::collection::vec(0_i64..=3, 12)) {
        let instrument = read(&garden(SUM)).instrument;
        let score = &instrument.scores(&all(&values))[0];
        prop_assert_eq!(&score.scale.id, "t");
        prop_assert_eq!((score.scale.least, score.scale.most, score.scale.items.len()), (0.0, 36.0, 12));
        prop_assert_eq!(score.result.clone().expect("whole").value, values.iter().sum::<i64>() as f64);
    }
}

#[test]
fn a_sum_can_be_made_up_for_and_nothing_else_can() {
    let mut given = all(&[1; 12]);
    given.remove("i12");
    let score = |expression: &str| {
        read(&garden(expression)).instrument.scores(&given)[0]
            .result
            .clone()
    };
    assert_eq!(
        score(SUM),
        Ok(Scored {
            value: 12.0,
            missing: 1,
            of: 12,
            prorated: true
        })
    );
    let doubled = format!("{SUM} * 2");
    assert_eq!(
        score(&doubled),
        Err(NoScore::Missing { missing: 1, of: 12 })
    );
}

#[test]
fn what_does_not_show_is_not_missing() {
    let mut late = choice("i3", 0, 3);
    late["enableWhen"] = json!([{"question": "i1", "operator": "exists", "answerBoolean": false}]);
    let whole = with(json!([
        choice("i1", 0, 3),
        choice("i2", 0, 3),
        late,
        calculated("t", SUM)
    ]));
    let instrument = read(&whole).instrument;
    let given = answers([("i1", chosen(3)), ("i2", chosen(2))]);
    let score = instrument.scores(&given)[0]
        .result
        .clone()
        .expect("all that shows is answered");
    assert_eq!((score.value, score.missing), (5.0, 0));
}

/// The last one shows only while the first is answered: then it counts, otherwise it is not missing.
#[test]
fn what_another_answer_hides_is_not_missing() {
    let mut whole = garden(SUM);
    whole["item"][11]["enableWhen"] =
        json!([{"question": "i1", "operator": "exists", "answerBoolean": true}]);
    let instrument = read(&whole).instrument;
    let mut given = all(&[2; 12]);
    let score = |given: &Answers| instrument.scores(given)[0].result.clone();
    assert_eq!(
        score(&given),
        Ok(Scored {
            value: 24.0,
            missing: 0,
            of: 12,
            prorated: false
        })
    );
    given.remove("i1");
    assert_eq!(
        score(&given),
        Ok(Scored {
            value: 22.0,
            missing: 1,
            of: 11,
            prorated: true
        })
    );
}

#[test]
fn what_is_made_up_for_has_the_mean_of_the_values_and_not_their_number() {
    let mut given = all(&[3; 12]);
    given.remove("i12");
    let score = read(&garden(SUM)).instrument.scores(&given)[0].clone();
    assert_eq!(score.result.expect("one may be missing").value, 36.0);
}

#[test]
fn several_answers_to_one_item_count_together_where_the_file_says_how_and_are_refused_elsewhere() {
    let mut whole = garden(SUM);
    whole["item"][0]["repeats"] = json!(true);
    let mut given = all(&[2; 12]);
    given.insert("i1".into(), [chosen(1), chosen(3)].concat());
    let score = read(&whole).instrument.scores(&given)[0].clone();
    assert_eq!(score.result.expect("the file adds them up").value, 26.0);
    let key = Key::named("phq-9").expect("a key");
    let mut given = all(&[1; 9]);
    given.insert("i1".into(), [chosen(1), chosen(3)].concat());
    let refused = crate::keyed::read(key, &of(key)).scores(&given)[0]
        .result
        .clone();
    let link_id = "i1".to_owned();
    assert_eq!(refused, Err(NoScore::OutOfRange { link_id }));
}

#[test]
fn items_without_values_are_counted_where_the_file_counts_them() {
    let plain = |n: i64| {
        let mut item = choice(&format!("i{n}"), 0, 3);
        for option in item["answerOption"].as_array_mut().into_iter().flatten() {
            option
                .as_object_mut()
                .expect("an option")
                .remove("extension");
        }
        item
    };
    let mut items: Vec<_> = (1..=3).map(plain).collect();
    items.push(calculated(
        "t",
        "%resource.item.where(linkId.startsWith('i')).answer.count()",
    ));
    let instrument = read(&with(Value::from(items))).instrument;
    let score = instrument.scores(&all(&[1, 2, 3]))[0].clone();
    assert_eq!(score.result.expect("all are answered").value, 3.0);
}

#[test]
fn variables_are_followed_from_the_top_down() {
    let variable = |name: &str, expression: &str| {
        json!({"url": "http://hl7.org/fhir/StructureDefinition/variable",
            "valueExpression": {"name": name, "language": "text/fhirpath", "expression": expression}})
    };
    let mut whole = garden("%double + %one");
    whole["extension"] = json!([
        variable(
            "one",
            "%resource.item.where(linkId='i1').answer.value.ordinal()"
        ),
        variable("double", "%one * 2")
    ]);
    let instrument = read(&whole).instrument;
    let score = instrument.scores(&all(&[2; 12]))[0].clone();
    assert_eq!(score.result.expect("whole").value, 6.0);
    assert_eq!(score.scale.items, ["i1"]);
}

fn findings(expression: &str) -> Vec<Finding> {
    read(&garden(expression)).findings
}

#[test]
fn a_calculation_that_fails_or_finds_nothing_is_said() {
    assert!(
        findings("%resource.item.matches('a')").iter().any(
            |f| matches!(f, Finding::ExpressionFails { why, .. } if why.contains("matches()"))
        )
    );
    assert!(
        findings("1 +")
            .iter()
            .any(|f| matches!(f, Finding::ExpressionFails { .. }))
    );
    assert!(
        findings("%patient.age")
            .iter()
            .any(|f| matches!(f, Finding::ExpressionFails { why, .. } if why.contains("%patient")))
    );
    assert!(
        findings("%resource.item.where(linkId='nowhere').answer.value.ordinal()").contains(
            &Finding::NeverFinds {
                link_id: "t".into(),
                deeper: false
            }
        )
    );
    let deeper = with(
        json!([{"linkId": "g", "type": "group", "item": [choice("i1", 0, 3)]},
        calculated("t", "%resource.item.where(linkId='i1').answer.value.ordinal()")]),
    );
    assert!(read(&deeper).findings.contains(&Finding::NeverFinds {
        link_id: "t".into(),
        deeper: true
    }));
}

#[test]
fn no_class_and_no_risk_is_calculated() {
    let words = findings("iif(%resource.item.answer.value.ordinal().sum() > 10, 'severe', 'mild')");
    assert!(words.contains(&Finding::NotANumber {
        link_id: "t".into()
    }));
    let mut risky = garden(SUM);
    risky["item"][13]["text"] = json!("Risk score");
    let reading = read(&risky);
    assert!(reading.findings.contains(&Finding::Risk {
        link_id: "t".into()
    }));
    assert!(reading.instrument.scores(&all(&[1; 12])).is_empty());
    assert!(
        !reading
            .instrument
            .response(&all(&[1; 12]))
            .to_string()
            .contains("\"t\"")
    );
}

fn phq(expression: &str) -> Value {
    let mut whole = of(Key::named("phq-9").expect("a key"));
    whole["code"] = json!([{"system": "http://loinc.org", "code": "44249-1"}]);
    whole["item"]
        .as_array_mut()
        .expect("a list")
        .push(calculated("t", expression));
    whole
}

#[test]
fn a_calculation_that_agrees_with_the_published_scoring_is_one_with_it() {
    let reading = read(&phq(SUM));
    assert!(
        !reading
            .findings
            .iter()
            .any(|f| matches!(f, Finding::KeyDisagrees { .. } | Finding::KeyInstead { .. }))
    );
    let scores = reading
        .instrument
        .scores(&all(&[3, 2, 1, 0, 3, 2, 1, 0, 1]));
    assert_eq!(scores.len(), 1);
    assert_eq!(scores[0].result.clone().expect("whole").value, 13.0);
}

#[test]
fn a_calculation_that_differs_is_said_and_the_published_scoring_is_used() {
    let reading = read(&phq(&format!("{SUM} * 2")));
    assert!(reading.findings.contains(&Finding::KeyDisagrees {
        link_id: "t".into(),
        key: "PHQ-9",
        own: 54.0,
        known: 27.0
    }));
    let scores = reading.instrument.scores(&all(&[1; 9]));
    assert_eq!(scores.len(), 1);
    assert_eq!(scores[0].result.clone().expect("whole").value, 9.0);
}

#[test]
fn where_the_file_cannot_calculate_itself_the_published_scoring_stands_in() {
    let reading = read(&phq(
        "%resource.item.where(linkId='g').item.answer.value.ordinal()",
    ));
    assert!(
        reading
            .findings
            .contains(&Finding::KeyInstead { key: "PHQ-9" })
    );
    assert_eq!(
        reading.instrument.scores(&all(&[1; 9]))[0]
            .result
            .clone()
            .expect("whole")
            .value,
        9.0
    );
}

// SPDX-License-Identifier: Apache-2.0
use crate::made::{
    SYSTEM, answers, calculated, choice, chosen, found, plain, read, shown, with, wrong,
};
use kindhold_care::{AnswerKind, Answers};
use kindhold_measure::questionnaire::Finding;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Whether `y` shows, by one condition about `x`.
fn holds(kind: &str, operator: &str, key: &str, value: Value, given: &Answers) -> bool {
    let x = if kind == "choice" {
        choice("x", 0, 3)
    } else {
        json!({"linkId": "x", "type": kind, "text": "The gate"})
    };
    let whole = with(
        json!([x, {"linkId": "y", "type": "boolean", "text": "The path",
        "enableWhen": [{"question": "x", "operator": operator, key: value}]}]),
    );
    shown(&read(&whole).instrument, given).contains(&"y".to_owned())
}

#[test]
fn every_operator_holds_as_r4_says() {
    let none = Answers::new();
    let some = answers([("x", plain(AnswerKind::Integer, "5"))]);
    assert!(holds(
        "integer",
        "exists",
        "answerBoolean",
        json!(true),
        &some
    ));
    assert!(!holds(
        "integer",
        "exists",
        "answerBoolean",
        json!(true),
        &none
    ));
    assert!(holds(
        "integer",
        "exists",
        "answerBoolean",
        json!(false),
        &none
    ));
    let cases = [
        ("=", 5, true),
        ("=", 4, false),
        ("!=", 4, true),
        ("!=", 5, false),
        (">", 4, true),
        (">", 5, false),
        ("<", 6, true),
        ("<", 5, false),
        (">=", 5, true),
        (">=", 6, false),
        ("<=", 5, true),
        ("<=", 4, false),
    ];
    for (operator, value, wanted) in cases {
        assert_eq!(
            holds("integer", operator, "answerInteger", json!(value), &some),
            wanted,
            "{operator} {value}"
        );
        assert_eq!(
            holds("integer", operator, "answerInteger", json!(value), &none),
            operator == "!=",
            "{operator} of nothing"
        );
    }
}

#[test]
fn every_kind_of_answer_can_be_compared() {
    let cases = [
        (
            "boolean",
            AnswerKind::Boolean,
            "true",
            "answerBoolean",
            json!(true),
        ),
        (
            "decimal",
            AnswerKind::Decimal,
            "0.50",
            "answerDecimal",
            json!(0.5),
        ),
        (
            "quantity",
            AnswerKind::Decimal,
            "70",
            "answerQuantity",
            json!({"value": 70, "unit": "kg"}),
        ),
        (
            "date",
            AnswerKind::Date,
            "2026-11-25",
            "answerDate",
            json!("2026-11-25"),
        ),
        (
            "dateTime",
            AnswerKind::Date,
            "2026-11-25T10:00:00Z",
            "answerDateTime",
            json!("2026-11-25T11:00:00+01:00"),
        ),
        (
            "time",
            AnswerKind::Text,
            "10:00:00",
            "answerTime",
            json!("10:00:00"),
        ),
        (
            "string",
            AnswerKind::Text,
            "wet",
            "answerString",
            json!("wet"),
        ),
    ];
    for (kind, answer_kind, given, key, wanted) in cases {
        let given = answers([("x", plain(answer_kind, given))]);
        assert!(holds(kind, "=", key, wanted.clone(), &given), "{kind}");
        assert!(!holds(kind, "!=", key, wanted, &given), "{kind}");
    }
    let given = answers([("x", chosen(2))]);
    assert!(holds(
        "choice",
        "=",
        "answerCoding",
        json!({"system": SYSTEM, "code": "c"}),
        &given
    ));
    assert!(!holds(
        "choice",
        "=",
        "answerCoding",
        json!({"system": "another", "code": "c"}),
        &given
    ));
    let later = answers([("x", plain(AnswerKind::Date, "2026-12-01"))]);
    assert!(holds(
        "date",
        ">",
        "answerDate",
        json!("2026-11-25"),
        &later
    ));
    assert!(!holds(
        "date",
        "<",
        "answerDate",
        json!("2026-11-25"),
        &later
    ));
}

fn chain(length: usize) -> Value {
    let items: Vec<_> = (0..length)
        .map(|i| {
            let mut item = json!({"linkId": format!("q{i}"), "type": "boolean", "text": "The gate"});
            if i > 0 {
                item["enableWhen"] = json!([{"question": format!("q{}", i - 1), "operator": "=", "answerBoolean": true}]);
            }
            item
        })
        .collect();
    with(Value::from(items))
}

proptest! {
    #[test]
    fn a_chain_closes_from_its_first_no_on(given in prop::collection::vec(any::<bool>(), 1..30)) {
        let instrument = read(&chain(given.len())).instrument;
        let all: Answers = given.iter().enumerate()
            .map(|(i, yes)| (format!("q{i}"), plain(AnswerKind::Boolean, &yes.to_string()))).collect();
        let open = given.iter().take_while(|yes| **yes).count() + 1;
        prop_assert_eq!(instrument.shows(&all).len(), open.min(given.len()));
    }
}

#[test]
fn a_chain_as_long_as_a_questionnaire_does_not_overflow() {
    let instrument = read(&chain(1_000)).instrument;
    let all: Answers = (0..1_000)
        .map(|i| (format!("q{i}"), plain(AnswerKind::Boolean, "true")))
        .collect();
    assert_eq!(instrument.shows(&all).len(), 1_000);
}

#[test]
fn any_needs_one_condition_and_all_needs_each() {
    let whole = |behaviour: &str| {
        with(json!([choice("a", 0, 1), choice("b", 0, 1), {
            "linkId": "y", "type": "boolean", "text": "The path", "enableBehavior": behaviour,
            "enableWhen": [
                {"question": "a", "operator": "exists", "answerBoolean": true},
                {"question": "b", "operator": "exists", "answerBoolean": true}]}]))
    };
    let one = answers([("a", chosen(1))]);
    let both = answers([("a", chosen(1)), ("b", chosen(0))]);
    let y = |behaviour: &str, given: &Answers| {
        shown(&read(&whole(behaviour)).instrument, given).len() == 3
    };
    assert!(y("any", &one) && !y("all", &one) && y("all", &both));
}

#[test]
fn a_closed_group_closes_what_is_in_it() {
    let whole = with(json!([choice("a", 0, 1), {"linkId": "g", "type": "group",
        "enableWhen": [{"question": "a", "operator": "exists", "answerBoolean": true}], "item": [choice("b", 0, 1)]}]));
    let instrument = read(&whole).instrument;
    assert_eq!(shown(&instrument, &Answers::new()), ["a"]);
    assert_eq!(shown(&instrument, &answers([("a", chosen(0))])), ["a", "b"]);
}

#[test]
fn a_question_within_a_question_shows_once_that_is_answered() {
    let mut outer = choice("a", 0, 1);
    outer["item"] = json!([choice("b", 0, 1)]);
    let instrument = read(&with(json!([outer]))).instrument;
    assert_eq!(shown(&instrument, &Answers::new()), ["a"]);
    let given = answers([("a", chosen(0)), ("b", chosen(1))]);
    assert_eq!(shown(&instrument, &given), ["a", "b"]);
    let response = instrument.response(&given);
    assert_eq!(response["item"][0]["answer"][0]["item"][0]["linkId"], "b");
}

#[test]
fn a_hidden_item_that_calculates_itself_can_open_others() {
    let mut sum = calculated("sum", "%resource.item.answer.value.ordinal().sum()");
    sum["extension"].as_array_mut().expect("a list").push(
        json!({"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}));
    let whole = with(
        json!([choice("a", 0, 3), choice("b", 0, 3), sum, {"linkId": "y", "type": "boolean", "text": "The path",
        "enableWhen": [{"question": "sum", "operator": ">=", "answerDecimal": 4}]}]),
    );
    let instrument = read(&whole).instrument;
    assert_eq!(
        shown(&instrument, &answers([("a", chosen(1)), ("b", chosen(2))])),
        ["a", "b"]
    );
    assert_eq!(
        shown(&instrument, &answers([("a", chosen(2)), ("b", chosen(2))])),
        ["a", "b", "y"]
    );
}

#[test]
fn conditions_that_name_nothing_or_themselves_are_said() {
    let condition = |link: &str, on: &str| {
        json!({"linkId": link, "type": "boolean", "text": "The gate",
            "enableWhen": [{"question": on, "operator": "exists", "answerBoolean": true}]})
    };
    assert_eq!(
        found(&with(json!([condition("x", "nowhere"), choice("z", 0, 1)]))),
        [Finding::EnableUnknown {
            link_id: "x".into(),
            question: "nowhere".into()
        }]
    );
    assert_eq!(
        found(&with(json!([condition("x", "z"), choice("z", 0, 1)]))),
        [Finding::EnableLater {
            link_id: "x".into(),
            question: "z".into()
        }]
    );
    let circle = with(json!([
        condition("x", "y"),
        condition("y", "x"),
        choice("z", 0, 1)
    ]));
    assert!(wrong(&circle));
    assert_eq!(shown(&read(&circle).instrument, &Answers::new()), ["z"]);
    let odd = with(
        json!([choice("z", 0, 1), {"linkId": "x", "type": "boolean", "text": "The gate",
        "enableWhen": [{"question": "z", "operator": "~", "answerInteger": 1}]}]),
    );
    assert_eq!(
        found(&odd),
        [Finding::EnableUnreadable {
            link_id: "x".into()
        }]
    );
}

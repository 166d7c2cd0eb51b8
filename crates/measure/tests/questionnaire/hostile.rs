// SPDX-License-Identifier: Apache-2.0
use crate::made::{calculated, choice, with};
use kindhold_care::Answers;
use kindhold_measure::questionnaire::MOST_BYTES;
use kindhold_measure::{Instrument, ReadError, check};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn too_much_of_anything_ends_in_a_sentence() {
    let read = |text: &str| Instrument::read(text, "en").expect_err("too much");
    let many: Vec<_> = (0..10_000)
        .map(|i| json!({"linkId": i.to_string(), "type": "display"}))
        .collect();
    assert_eq!(
        read(&with(Value::from(many)).to_string()),
        ReadError::TooMany
    );
    let deep = r#"{"item":["#.repeat(100_000);
    assert!(matches!(read(&deep), ReadError::NotJson { .. }));
    let mut nested = choice("x", 0, 1);
    for i in 0..20 {
        nested = json!({"linkId": format!("g{i}"), "type": "group", "item": [nested]});
    }
    assert_eq!(read(&with(json!([nested])).to_string()), ReadError::TooMany);
    let long = format!("\"{}\"", "a".repeat(MOST_BYTES));
    assert_eq!(read(&long), ReadError::TooLong);
    let huge = with(json!([choice("x", 0, 1)]))
        .to_string()
        .replace("\"valueDecimal\":1", "\"valueDecimal\":1e999");
    assert!(matches!(read(&huge), ReadError::NotJson { .. }));
}

#[test]
fn a_large_number_is_a_number_and_breaks_nothing() {
    let text = with(json!([
        choice("x", 0, 1),
        calculated(
            "t",
            "%resource.item.answer.value.ordinal().sum() * 1000000000000"
        )
    ]))
    .to_string()
    .replace("\"valueDecimal\":1", "\"valueDecimal\":1e300");
    let reading = Instrument::read(&text, "en").expect("a questionnaire");
    let _ = reading.instrument.scores(&Answers::new());
}

#[test]
fn one_value_set_for_a_thousand_questions_does_not_take_long() {
    let concepts: Vec<_> = (0..900).map(|i| json!({"code": format!("c{i}")})).collect();
    let items: Vec<_> = (0..900)
        .map(|i| json!({"linkId": i.to_string(), "type": "choice", "text": "a", "answerValueSet": "#s"}))
        .collect();
    let mut whole = with(Value::from(items));
    whole["contained"] = json!([{"resourceType": "ValueSet", "id": "s", "compose": {"include": [{"system": "u", "concept": concepts}]}}]);
    assert_eq!(
        Instrument::read(&whole.to_string(), "en").expect_err("too many choices"),
        ReadError::TooMany
    );
}

#[test]
fn calculations_that_never_end_are_cut_off_and_said() {
    let grows = "%resource.item.aggregate($total.combine($total).combine($this), 1)";
    let names = "'a'.select($this & $this & $this & $this).select($this & $this & $this & $this)";
    let items: Vec<_> = (0..40)
        .map(|i| choice(&format!("x{i}"), 0, 3))
        .chain(
            (0..40).map(|i| calculated(&format!("t{i}"), if i % 2 == 0 { grows } else { names })),
        )
        .collect();
    let reading =
        Instrument::read(&with(Value::from(items)).to_string(), "en").expect("a questionnaire");
    assert!(reading.instrument.scores(&Answers::new()).is_empty());
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z#%.()]{0,8}".prop_map(Value::from),
        prop::sample::select(vec![
            "Questionnaire",
            "choice",
            "group",
            "x",
            "=",
            "exists",
            "http://hl7.org/fhir/StructureDefinition/ordinalValue"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let key = prop::sample::select(vec![
            "resourceType",
            "item",
            "linkId",
            "type",
            "text",
            "_text",
            "answerOption",
            "valueCoding",
            "code",
            "extension",
            "url",
            "valueDecimal",
            "enableWhen",
            "question",
            "operator",
            "answerBoolean",
            "contained",
            "compose",
            "include",
            "concept",
            "expansion",
            "contains",
            "answerValueSet",
            "initial",
            "valueExpression",
            "expression",
            "language",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,60}") {
        let _ = check::check(&text).to_string();
    }

    #[test]
    fn no_json_breaks_it(items in prop::collection::vec(anything(), 0..4), contained in anything()) {
        let mut whole = with(Value::from(items));
        whole["contained"] = contained;
        let _ = check::check(&whole.to_string()).to_string();
        if let Ok(reading) = Instrument::read(&whole.to_string(), "fr") {
            let answers: Answers = reading.instrument.items.iter().map(|i| (i.link_id.clone(), Vec::new())).collect();
            let _ = (reading.instrument.shows(&answers), reading.instrument.scores(&answers), reading.instrument.response(&answers));
        }
    }

    #[test]
    fn no_cut_of_a_good_file_breaks_it(at in 0_usize..900, byte in any::<u8>()) {
        let mut text = with(json!([choice("x", 0, 3), calculated("t", "%resource.item.answer.value.ordinal().sum()")])).to_string().into_bytes();
        let at = at % text.len();
        text[at] = byte;
        let _ = check::check(&String::from_utf8_lossy(&text)).to_string();
        let _ = check::check(&String::from_utf8_lossy(&text[..at])).to_string();
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::made::{ORDINAL, calculated, choice, found, option, read, with, wrong};
use kindhold_measure::questionnaire::{Finding, checksum};
use kindhold_measure::{Instrument, ItemKind, ReadError};
use proptest::prelude::*;
use serde_json::{Value, json};

fn kind_of(item: Value) -> Option<ItemKind> {
    let reading = read(&with(json!([item, choice("other", 0, 1)])));
    let found = reading
        .instrument
        .items
        .iter()
        .find(|item| item.link_id == "x");
    found.map(|item| item.kind.clone())
}

#[test]
fn every_type_of_r4_is_asked_or_said() {
    let asked = [
        ("display", ItemKind::Display),
        ("boolean", ItemKind::Boolean),
        ("decimal", ItemKind::Decimal),
        ("quantity", ItemKind::Decimal),
        (
            "integer",
            ItemKind::Integer {
                least: None,
                most: None,
            },
        ),
        ("date", ItemKind::Date),
        ("dateTime", ItemKind::Date),
        ("time", ItemKind::Text { long: false }),
        ("string", ItemKind::Text { long: false }),
        ("url", ItemKind::Text { long: false }),
        ("text", ItemKind::Text { long: true }),
    ];
    for (name, kind) in asked {
        let item = json!({"linkId": "x", "type": name, "text": "The gate"});
        assert_eq!(kind_of(item), Some(kind), "{name}");
    }
    for name in ["attachment", "reference", "question", "something"] {
        let item = json!({"linkId": "x", "type": name, "text": "The gate"});
        assert_eq!(kind_of(item.clone()), None, "{name}");
        let findings = found(&with(json!([item, choice("other", 0, 1)])));
        assert_eq!(
            findings,
            [Finding::NotAsked {
                link_id: "x".into(),
                kind: name.into()
            }],
            "{name}"
        );
    }
}

fn values(item: Value, contained: Value) -> Vec<Option<f64>> {
    let mut whole = with(json!([item]));
    whole["contained"] = contained;
    let reading = read(&whole);
    match reading.instrument.items.first().map(|item| &item.kind) {
        Some(ItemKind::Choice { choices, .. }) => choices.iter().map(|c| c.value).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_value_is_found_wherever_fhir_lets_it_stand() {
    let weight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
    for url in [ORDINAL, weight] {
        let extension = json!([{"url": url, "valueDecimal": 2.5}]);
        let on_option = json!({"extension": extension, "valueCoding": {"code": "wet"}});
        let on_coding = json!({"valueCoding": {"extension": extension, "code": "wet"}});
        let on_text = json!({"valueString": "wet", "_valueString": {"extension": extension}});
        for option in [on_option, on_coding, on_text] {
            let item = json!({"linkId": "x", "type": "choice", "text": "The path", "answerOption": [option]});
            assert_eq!(values(item, json!([])), [Some(2.5)], "{url}");
        }
        let in_set = json!([{
            "resourceType": "ValueSet", "id": "s",
            "compose": {"include": [{"system": "u", "concept": [{"code": "wet", "extension": extension}]}]},
        }]);
        let item =
            json!({"linkId": "x", "type": "choice", "text": "The path", "answerValueSet": "#s"});
        assert_eq!(values(item, in_set), [Some(2.5)], "{url}");
    }
    let item = json!({"linkId": "x", "type": "choice", "text": "The path", "answerValueSet": "#s"});
    let by_system = json!([
        {"resourceType": "ValueSet", "id": "s", "compose": {"include": [{"system": "u"}]}},
        {"resourceType": "CodeSystem", "id": "c", "url": "u",
         "property": [{"code": "w", "uri": "http://hl7.org/fhir/concept-properties#itemWeight", "type": "decimal"}],
         "concept": [{"code": "dry", "property": [{"code": "w", "valueDecimal": 0}]},
                     {"code": "wet", "property": [{"code": "w", "valueDecimal": 3}]}]},
    ]);
    assert_eq!(values(item, by_system), [Some(0.0), Some(3.0)]);
}

#[test]
fn numbers_as_codes_count_as_themselves_only_when_all_are_numbers() {
    let item = |codes: [&str; 3]| {
        let options: Vec<_> = codes
            .iter()
            .map(|c| json!({"valueCoding": {"code": c}}))
            .collect();
        json!({"linkId": "x", "type": "choice", "text": "The path", "answerOption": options})
    };
    assert_eq!(
        values(item(["0", "1", "2"]), json!([])),
        [Some(0.0), Some(1.0), Some(2.0)]
    );
    assert_eq!(
        values(item(["0", "1", "many"]), json!([])),
        [None, None, None]
    );
    let integers = json!({"linkId": "x", "type": "integer", "text": "The path",
        "answerOption": [{"valueInteger": 4}, {"valueInteger": 7}]});
    assert_eq!(values(integers, json!([])), [Some(4.0), Some(7.0)]);
}

#[test]
fn choices_that_are_not_in_the_file_are_said_and_the_question_is_left_out() {
    let item = json!({"linkId": "x", "type": "choice", "text": "The path", "answerValueSet": "http://a.example/set"});
    let whole = with(json!([item, choice("y", 0, 3)]));
    assert_eq!(
        found(&whole),
        [Finding::ChoicesElsewhere {
            link_id: "x".into(),
            set: "http://a.example/set".into()
        }]
    );
    assert_eq!(read(&whole).instrument.items.len(), 1);
}

#[test]
fn words_come_in_the_language_that_is_wanted_and_else_in_their_own() {
    let translation = |lang: &str, words: &str| {
        json!({"url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [{"url": "lang", "valueCode": lang}, {"url": "content", "valueString": words}]})
    };
    let mut whole = with(json!([{
        "linkId": "x", "type": "boolean", "text": "The gate",
        "_text": {"extension": [translation("fr", "La grille"), translation("de-AT", "Das Gatter")]},
    }]));
    whole["language"] = json!("en");
    let text = |language: &str| {
        let reading = Instrument::read(&whole.to_string(), language).expect("a questionnaire");
        let said = reading
            .findings
            .iter()
            .any(|f| matches!(f, Finding::Language { .. }));
        (reading.instrument.items[0].text.clone(), said)
    };
    assert_eq!(text("fr"), ("La grille".into(), false));
    assert_eq!(text("fr-CA"), ("La grille".into(), false));
    assert_eq!(text("de"), ("Das Gatter".into(), false));
    assert_eq!(text("es"), ("The gate".into(), true));
    assert_eq!(text("en-GB"), ("The gate".into(), false));
}

#[test]
fn groups_lend_their_words_and_help_stands_with_what_it_helps() {
    let help = json!({"linkId": "h", "type": "display", "text": "Look at the soil.",
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
            "valueCodeableConcept": {"coding": [{"code": "help"}]}}]});
    let mut bed = choice("x", 0, 3);
    bed["item"] = json!([help]);
    bed["prefix"] = json!("1.");
    bed["required"] = json!(true);
    let whole = with(
        json!([{"linkId": "g", "type": "group", "text": "This week", "item": [
        {"linkId": "g2", "type": "group", "text": "behind the house", "item": [bed]}]}]),
    );
    let reading = read(&whole);
    let item = &reading.instrument.items[0];
    assert_eq!(reading.instrument.items.len(), 1);
    assert_eq!(item.above, ["This week", "behind the house"]);
    assert_eq!(item.help, "Look at the soil.");
    assert_eq!((item.prefix.as_str(), item.required), ("1.", true));
}

#[test]
fn what_is_hidden_or_calculated_is_not_asked() {
    let mut hidden = choice("h", 0, 1);
    hidden["extension"] = json!([{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}]);
    let whole = with(json!([choice("x", 0, 1), hidden, calculated("t", "1"), {
        "linkId": "r", "type": "string", "text": "A note", "readOnly": true}]));
    let links: Vec<_> = read(&whole)
        .instrument
        .items
        .iter()
        .map(|i| i.link_id.clone())
        .collect();
    assert_eq!(links, ["x"]);
}

#[test]
fn what_would_change_the_meaning_is_said_and_never_passed_over() {
    let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
    for name in [
        "enableWhenExpression",
        "initialExpression",
        "answerExpression",
        "candidateExpression",
    ] {
        let mut item = choice("x", 0, 1);
        item["extension"] = json!([{"url": format!("{sdc}{name}"), "valueExpression": {"language": "text/fhirpath", "expression": "true"}}]);
        let findings = found(&with(json!([item])));
        assert!(
            matches!(findings.as_slice(), [Finding::NotFollowed { .. }]),
            "{name}: {findings:?}"
        );
    }
    let mut item = choice("x", 0, 1);
    item["modifierExtension"] =
        json!([{"url": "http://a.example/upside-down", "valueBoolean": true}]);
    assert!(wrong(&with(json!([item]))));
    let mut whole = with(json!([choice("x", 0, 1)]));
    whole["implicitRules"] = json!("http://a.example/rules");
    assert!(wrong(&whole));
}

#[test]
fn names_that_are_missing_or_given_twice_are_wrong() {
    assert!(wrong(&with(json!([choice("x", 0, 1), choice("x", 0, 1)]))));
    assert!(wrong(&with(
        json!([{"type": "boolean", "text": "The gate"}, choice("x", 0, 1)])
    )));
    let mut twice = choice("x", 0, 0);
    twice["answerOption"] = json!([option(1), option(1)]);
    assert!(wrong(&with(json!([twice]))));
}

#[test]
fn bounds_and_length_are_kept_to() {
    use crate::made::plain;
    use kindhold_care::AnswerKind;
    let bound = |name: &str, key: &str, value: Value| json!({"url": format!("http://hl7.org/fhir/StructureDefinition/{name}"), key: value});
    let whole = with(json!([
        {"linkId": "n", "type": "integer", "text": "How many?", "extension": [
            bound("minValue", "valueInteger", json!(1)), bound("maxValue", "valueInteger", json!(10))]},
        {"linkId": "d", "type": "date", "text": "When?", "extension": [bound("minValue", "valueDate", json!("2020-01-01"))]},
        {"linkId": "s", "type": "string", "text": "Where?", "maxLength": 3},
    ]));
    let instrument = read(&whole).instrument;
    assert_eq!(
        instrument.items[0].kind,
        ItemKind::Integer {
            least: Some(1),
            most: Some(10)
        }
    );
    let fits = |link: &str, kind, value: &str| instrument.fits(link, &plain(kind, value)[0]);
    assert!(fits("n", AnswerKind::Integer, "10") && !fits("n", AnswerKind::Integer, "11"));
    assert!(
        fits("d", AnswerKind::Date, "2020-01-01") && !fits("d", AnswerKind::Date, "2019-12-31")
    );
    assert!(fits("s", AnswerKind::Text, "Bär") && !fits("s", AnswerKind::Text, "Beet"));
}

#[test]
fn a_file_without_a_url_is_known_by_what_it_holds() {
    let mut whole = with(json!([choice("x", 0, 1)]));
    whole.as_object_mut().expect("an object").remove("url");
    let one = read(&whole).instrument;
    assert!(
        one.url.starts_with("urn:uuid:") && one.url.len() == 45,
        "{}",
        one.url
    );
    assert_eq!(read(&whole).instrument.url, one.url);
    whole["title"] = json!("Another");
    assert_ne!(read(&whole).instrument.url, one.url);
}

#[test]
fn what_is_no_questionnaire_is_said_in_a_sentence() {
    let read = |text: &str| Instrument::read(text, "en").expect_err("not one");
    let whole = with(json!([choice("x", 0, 1)])).to_string();
    assert!(matches!(
        read(&whole[..whole.len() / 2]),
        ReadError::NotJson { .. }
    ));
    assert!(matches!(read("wet"), ReadError::NotJson { .. }));
    assert_eq!(
        read(r#"{"resourceType":"Bundle"}"#),
        ReadError::Other("Bundle".into())
    );
    assert_eq!(read("[]"), ReadError::NotFhir);
    assert_eq!(
        read(r#"{"resourceType":"Questionnaire"}"#),
        ReadError::Empty
    );
    let later = with(
        json!([{"linkId": "g", "type": "group", "item": [{"linkId": "x", "type": "coding"}]}]),
    );
    assert_eq!(read(&later.to_string()), ReadError::LaterFhir("coding"));
}

proptest! {
    #[test]
    fn another_layout_or_order_is_the_same_questionnaire(most in 1_i64..5, pretty in any::<bool>()) {
        let whole = with(json!([choice("x", 0, most)]));
        let turned: serde_json::Map<_, _> = whole.as_object().expect("an object").clone().into_iter().rev().collect();
        let text = if pretty {
            serde_json::to_string_pretty(&turned).expect("JSON")
        } else {
            Value::from(turned).to_string().replace("\"valueDecimal\":1,", "\"valueDecimal\":1.0,")
        };
        let again = Instrument::read(&text, "en").expect("a questionnaire").instrument;
        prop_assert_eq!(&again.checksum, &read(&whole).instrument.checksum);
        prop_assert_eq!(again.checksum.len(), 64);
    }

    #[test]
    fn another_word_is_another_questionnaire(word in "[a-z]{1,8}") {
        let mut whole = with(json!([choice("x", 0, 1)]));
        let before = checksum(&whole);
        whole["item"][0]["text"] = json!(word);
        prop_assert_ne!(before, checksum(&whole));
    }
}

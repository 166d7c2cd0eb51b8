// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Answer, AnswerKind, Entry, Pack, Response, When};
use kindhold_measure::fhir::{With, bundle};
use serde_json::{Value, json};

#[test]
fn answers_stand_where_the_questionnaire_has_them() {
    let asked = json!({"resourceType": "Questionnaire", "status": "active", "item": [
        {"linkId": "g", "type": "group", "item": [
            {"linkId": "b", "type": "integer", "item": [{"linkId": "b1", "type": "integer"}]},
            {"linkId": "a", "type": "integer"},
        ]},
        {"linkId": "empty", "type": "group", "item": [{"linkId": "skipped", "type": "integer"}]},
    ]});
    let pack = Pack {
        checksum: "c".into(),
        pack: json!({"questionnaire": asked}).to_string(),
        ..Pack::default()
    };
    let number = |n: u8| {
        vec![Answer {
            kind: AnswerKind::Integer,
            value: n.to_string(),
            ..Answer::default()
        }]
    };
    let response = Response {
        url: "urn:x".into(),
        checksum: "c".into(),
        answers: [("a", 1), ("b", 2), ("b1", 3), ("unknown", 4)]
            .map(|(id, n)| (id.to_owned(), number(n)))
            .into(),
        ..Response::default()
    };
    let all = [
        ("1".repeat(32), Entry::Pack(pack)),
        ("2".repeat(32), Entry::Response(response)),
    ];
    let bundle = bundle(
        &crate::any::dossier(&all, When::default()),
        &With::default(),
        &|_| String::new(),
    );
    let list = bundle["entry"].as_array().expect("entries");
    let written = list.iter().map(|e| &e["resource"]);
    let response = written
        .clone()
        .find(|r| r["resourceType"] == "QuestionnaireResponse");
    let items = &response.expect("a response")["item"];
    let wanted = json!([
        {"linkId": "g", "item": [
            {"linkId": "b", "answer": [{"valueInteger": 2, "item": [
                {"linkId": "b1", "answer": [{"valueInteger": 3}]},
            ]}]},
            {"linkId": "a", "answer": [{"valueInteger": 1}]},
        ]},
        {"linkId": "unknown", "answer": [{"valueInteger": 4}]},
    ]);
    assert_eq!(items, &wanted);
    let kinds: Vec<&Value> = written.map(|r| &r["resourceType"]).collect();
    assert!(
        !kinds.contains(&&json!("Questionnaire")),
        "nobody asked for it"
    );
}

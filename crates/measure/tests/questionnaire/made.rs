// SPDX-License-Identifier: Apache-2.0
//! Made-up questionnaires. None of these words belongs to anybody's scale.
#![allow(dead_code)]

use kindhold_care::{Answer, AnswerKind, Answers};
use kindhold_measure::questionnaire::{Finding, Reading};
use kindhold_measure::{Instrument, Severity};
use serde_json::{Value, json};

pub(crate) const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
pub(crate) const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
pub(crate) const SYSTEM: &str = "urn:made-up:answers";

/// A whole questionnaire around these items.
pub(crate) fn with(items: Value) -> Value {
    json!({
        "resourceType": "Questionnaire",
        "url": "urn:made-up:garden",
        "version": "1",
        "title": "The garden",
        "status": "active",
        "copyright": "nobody",
        "item": items,
    })
}

/// An option whose code is a letter, with a value.
pub(crate) fn option(value: i64) -> Value {
    let code = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    let code = code[usize::try_from(value).unwrap_or(0)];
    json!({
        "extension": [{"url": ORDINAL, "valueDecimal": value}],
        "valueCoding": {"system": SYSTEM, "code": code, "display": format!("rain {value}")},
    })
}

/// A choice from `least` to `most`.
pub(crate) fn choice(link_id: &str, least: i64, most: i64) -> Value {
    json!({
        "linkId": link_id,
        "type": "choice",
        "text": format!("How wet is bed {link_id}?"),
        "answerOption": (least..=most).map(option).collect::<Vec<_>>(),
    })
}

/// What calculates itself.
pub(crate) fn calculated(link_id: &str, expression: &str) -> Value {
    json!({
        "linkId": link_id,
        "type": "decimal",
        "text": "The whole garden",
        "extension": [{
            "url": CALCULATED,
            "valueExpression": {"language": "text/fhirpath", "expression": expression},
        }],
    })
}

pub(crate) fn read(value: &Value) -> Reading {
    Instrument::read(&value.to_string(), "en").expect("a questionnaire")
}

/// What is found besides that it says nothing of its terms.
pub(crate) fn found(value: &Value) -> Vec<Finding> {
    let mut findings = read(value).findings;
    findings.retain(|f| !matches!(f, Finding::NoLicence | Finding::NotScored));
    findings
}

pub(crate) fn wrong(value: &Value) -> bool {
    let findings = read(value).findings;
    findings.iter().any(|f| f.severity() == Severity::Wrong)
}

pub(crate) fn chosen(value: i64) -> Vec<Answer> {
    let option = option(value);
    vec![Answer {
        kind: AnswerKind::Coding,
        value: option["valueCoding"]["code"]
            .as_str()
            .unwrap_or("")
            .to_owned(),
        system: SYSTEM.to_owned(),
        display: String::new(),
    }]
}

pub(crate) fn plain(kind: AnswerKind, value: &str) -> Vec<Answer> {
    vec![Answer {
        kind,
        value: value.to_owned(),
        ..Answer::default()
    }]
}

pub(crate) fn answers<const N: usize>(all: [(&str, Vec<Answer>); N]) -> Answers {
    all.into_iter()
        .map(|(link, answer)| (link.to_owned(), answer))
        .collect()
}

pub(crate) fn shown(instrument: &Instrument, answers: &Answers) -> Vec<String> {
    let shows = instrument.shows(answers);
    shows.iter().map(|item| item.link_id.clone()).collect()
}

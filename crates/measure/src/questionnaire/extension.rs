// SPDX-License-Identifier: Apache-2.0
//! Extensions that change what a questionnaire means: followed, or said.

use super::finding::Finding;
use super::json::{list, text};
use crate::path::{Expression, parse};
use serde_json::Value;

/// What an item's extensions give.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) calculated: Option<Expression>,
    /// Calculated by something that is not read here: nobody is asked for it either.
    pub(super) calculated_otherwise: bool,
    pub(super) variables: Vec<(String, Expression)>,
}

/// Extensions that are not followed, by the end of their URL, and what happens in their place.
const NOT_FOLLOWED: [(&str, &str); 18] = [
    ("enableWhenExpression", "the item shows always"),
    ("initialExpression", "it starts empty"),
    ("answerExpression", "its own choices show, if it has any"),
    ("candidateExpression", "nothing is proposed"),
    ("answerOptionsToggleExpression", "all choices show"),
    ("minQuantity", "any number can be given"),
    ("maxQuantity", "any number can be given"),
    ("questionnaire-minOccurs", "it can be answered or skipped"),
    ("questionnaire-maxOccurs", "it is asked once"),
    (
        "questionnaire-optionExclusive",
        "it can be chosen beside others",
    ),
    ("optionExclusive", "it can be chosen beside others"),
    ("questionnaire-constraint", "answers are not compared"),
    ("targetConstraint", "answers are not compared"),
    ("questionnaire-unitOption", "no unit is asked"),
    ("questionnaire-unitValueSet", "no unit is asked"),
    ("itemMedia", "it shows without its picture"),
    ("itemAnswerMedia", "its choices show without pictures"),
    ("maxDecimalPlaces", "any number of places can be given"),
];

/// The end of an extension's URL, without the prefix of Structured Data Capture.
fn name(url: &str) -> &str {
    let end = url.rsplit('/').next().unwrap_or(url);
    end.strip_prefix("sdc-questionnaire-").unwrap_or(end)
}

/// Reads the extensions of an item, or of the questionnaire (with an empty `link_id`).
pub(super) fn read(element: &Value, link_id: &str, findings: &mut Vec<Finding>) -> Own {
    let mut own = Own::default();
    modifiers(element, link_id, findings);
    let inner = ["answerOption", "enableWhen", "initial", "code"];
    for part in inner.iter().flat_map(|key| list(element, key)) {
        modifiers(part, link_id, findings);
        for extension in list(part, "extension") {
            not_followed(extension, link_id, findings);
        }
    }
    for extension in list(element, "extension") {
        let url = text(extension, "url");
        let expression = extension.get("valueExpression").unwrap_or(&Value::Null);
        match name(url) {
            "calculatedExpression" | "cqf-expression" | "cqf-calculatedValue" => {
                match calculation(expression, link_id, findings) {
                    Some(found) if name(url) == "calculatedExpression" => {
                        own.calculated = Some(found);
                    }
                    _ => own.calculated_otherwise = true,
                }
            }
            "variable" => {
                let called = text(expression, "name").to_owned();
                if let Some(found) = calculation(expression, link_id, findings) {
                    own.variables.push((called, found));
                }
            }
            _ => not_followed(extension, link_id, findings),
        }
    }
    own
}

fn calculation(
    expression: &Value,
    link_id: &str,
    findings: &mut Vec<Finding>,
) -> Option<Expression> {
    let language = text(expression, "language");
    if language != "text/fhirpath" {
        findings.push(Finding::OtherLanguage {
            link_id: link_id.to_owned(),
            language: language.chars().take(40).collect(),
        });
        return None;
    }
    match parse(text(expression, "expression")) {
        Ok(found) => Some(found),
        Err(error) => {
            findings.push(Finding::ExpressionFails {
                link_id: link_id.to_owned(),
                why: error.to_string(),
            });
            None
        }
    }
}

fn modifiers(element: &Value, link_id: &str, findings: &mut Vec<Finding>) {
    for modifier in list(element, "modifierExtension") {
        findings.push(Finding::Modifier {
            link_id: link_id.to_owned(),
            what: name(text(modifier, "url")).chars().take(80).collect(),
        });
    }
}

fn not_followed(extension: &Value, link_id: &str, findings: &mut Vec<Finding>) {
    let known = name(text(extension, "url"));
    match known {
        "subQuestionnaire" => findings.push(Finding::NotWhole {
            what: "subQuestionnaire",
        }),
        "questionnaireAdaptive" if extension.get("valueBoolean") != Some(&Value::Bool(false)) => {
            findings.push(Finding::NotWhole {
                what: "questionnaireAdaptive",
            });
        }
        _ => {
            if let Some((what, then)) = NOT_FOLLOWED.iter().find(|(what, _)| *what == known) {
                let finding = Finding::NotFollowed {
                    link_id: link_id.to_owned(),
                    what: (*what).to_owned(),
                    then,
                };
                if findings.last() != Some(&finding) {
                    findings.push(finding);
                }
            }
        }
    }
}

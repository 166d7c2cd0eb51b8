// SPDX-License-Identifier: Apache-2.0
//! The weekly check: eight short questions of our own, for whoever has no questionnaire from a clinic.
//!
//! Two sums, kept apart: what was hard (items 1, 3, 5, 6) and what carried (items 2, 4, 7, 8), each 0 to 16. There is
//! no line and no change that counts, for it was never tried on people as a measure, and it says so. Its words come
//! from the strings of the app, so that they can be read and translated as all others.

use serde_json::json;

/// Its canonical URL.
pub const URL: &str = "urn:kindhold:questionnaire:weekly-check";
/// Its version.
pub const VERSION: &str = "1";
/// The system of its answers' codes.
pub const ANSWERS: &str = "urn:kindhold:codes:weekly-check";
/// Its questions.
pub const ITEMS: usize = 8;
/// The largest value of an answer; the smallest is 0.
pub const MOST: usize = 4;

/// The weekly check as a FHIR R4 `Questionnaire`, in JSON. `say` gives the words of `weekly-title`, `weekly-lead`,
/// `weekly-item-1` to `-8`, `weekly-answer-0` to `-4` and `weekly-terms`; `language` is what they are in (BCP 47).
#[must_use]
pub fn questionnaire(say: impl Fn(&str) -> String, language: &str) -> String {
    let options: Vec<_> = (0..=MOST)
        .map(|value| {
            json!({
                "extension": [{
                    "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                    "valueDecimal": value,
                }],
                "valueCoding": {
                    "system": ANSWERS,
                    "code": value.to_string(),
                    "display": say(&format!("weekly-answer-{value}")),
                },
            })
        })
        .collect();
    let items: Vec<_> = (1..=ITEMS)
        .map(|number| {
            json!({
                "linkId": number.to_string(),
                "text": say(&format!("weekly-item-{number}")),
                "type": "choice",
                "answerOption": options,
            })
        })
        .collect();
    let whole = json!({
        "resourceType": "Questionnaire",
        "url": URL,
        "version": VERSION,
        "language": language,
        "title": say("weekly-title"),
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": say("weekly-terms"),
        "item": [{
            "linkId": "week",
            "type": "group",
            "text": say("weekly-lead"),
            "item": items,
        }],
    });
    whole.to_string()
}

// SPDX-License-Identifier: Apache-2.0
//! Scores as `Observation`s that come from a response. A number and how many items are missing; what it means is
//! not said, and nothing is read back: scores come from the answers.

use super::code::{LOINC, SCALE, UCUM};
use super::moment::put_when;
use super::text::{Object, Shape, fields, push, put, put_extension, put_some};
use super::writer::{Name, Writer};
use crate::dossier::{Answered, ScoreRow};
use serde_json::{Number, Value, json};

pub(super) fn write(to: &mut Writer<'_>, answered: &Answered<'_>, from: &Value) {
    for score in &answered.scores {
        let mut all = to.observation("score");
        all.insert("code".into(), code(answered, score));
        put_when(&mut all, "effectiveDateTime", answered.response.at);
        all.insert("derivedFrom".into(), json!([from]));
        match score.value.and_then(Number::from_f64) {
            Some(value) => {
                let value = json!({ "value": value, "system": UCUM, "code": "{score}" });
                all.insert("valueQuantity".into(), value);
            }
            None => {
                let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
                let reason = json!({ "coding": [{ "system": system, "code": "asked-declined" }] });
                all.insert("dataAbsentReason".into(), reason);
            }
        }
        for (about, count) in [("items", score.of), ("items-missing", score.missing)] {
            let mut component = to.component(about);
            component.insert("valueInteger".into(), count.into());
            push(&mut all, "component", component.into());
        }
        let mut prorated = to.component("prorated");
        prorated.insert("valueBoolean".into(), score.prorated.into());
        push(&mut all, "component", prorated.into());
        // What can be reached at all. A `referenceRange` would be read as what is normal.
        for (name, bound) in [("least", score.least), ("most", score.most)] {
            if let Some(bound) = Number::from_f64(bound) {
                put_extension(&mut all, name, "valueDecimal", bound);
            }
        }
        let name = format!("{}/score/{}", answered.id, score.scale_id);
        to.push(all, &Name::Part(&name));
    }
}

fn code(answered: &Answered<'_>, score: &ScoreRow) -> Value {
    let of = answered.instrument.and_then(|i| i.key);
    let of = of.unwrap_or(&answered.response.url);
    let mut own = fields(json!({ "system": SCALE }));
    put(
        &mut own,
        "code",
        &format!("{of}#{}", score.scale_id),
        Shape::Code,
    );
    let mut all = Object::new();
    if let Some(loinc) = &score.loinc {
        push(
            &mut all,
            "coding",
            json!({ "system": LOINC, "code": loinc }),
        );
    }
    push(&mut all, "coding", own.into());
    put_some(&mut all, "text", &score.name, Shape::Words);
    all.into()
}

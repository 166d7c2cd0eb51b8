// SPDX-License-Identifier: Apache-2.0
//! Systems of codes, and how a code stands in a resource.

use super::text::{Object, Shape, fields, get, object, objects, plain, put};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// What stands for a person.
pub(super) const PSEUDONYM: &str = "urn:kindhold:pseudonym";
/// The name of a thing in the person's vault.
pub(super) const THING: &str = "urn:kindhold:thing";
/// The name of a part of a thing, or of what has no name in the vault.
pub(super) const PART: &str = "urn:kindhold:part";
/// What a resource is about.
pub(super) const CODES: &str = "urn:kindhold:codes";
/// Practices, by their id.
pub(super) const PRACTICE: &str = "urn:kindhold:practice";
/// Fields of the programme, by their id.
pub(super) const FIELD: &str = "urn:kindhold:field";
/// Scales of questionnaires.
pub(super) const SCALE: &str = "urn:kindhold:scale";
/// LOINC.
pub(super) const LOINC: &str = "http://loinc.org";
/// Units of measure.
pub(super) const UCUM: &str = "http://unitsofmeasure.org";

/// A code with its words for people; without when they are empty.
pub(super) fn concept(system: &str, code: &str, words: &str) -> Value {
    let mut coding = fields(json!({ "system": system }));
    put(&mut coding, "code", code, Shape::Code);
    let mut all = fields(json!({ "coding": [coding] }));
    if !words.is_empty() {
        put(&mut all, "text", words, Shape::Words);
    }
    all.into()
}

/// The code of a system in a concept under a name.
pub(super) fn code_of(from: &Object, name: &str, system: &str) -> Option<String> {
    code_in(object(from, name)?, system)
}

/// The code of a system in a concept.
pub(super) fn code_in(concept: &Object, system: &str) -> Option<String> {
    let coding = objects(concept, "coding").find(|c| plain(c, "system") == Some(system))?;
    get(coding, "code")
}

/// One of several of a kind, in a concept under a name.
pub(super) fn one_of<T: DeserializeOwned>(from: &Object, name: &str, kind: &str) -> Option<T> {
    by_key(code_of(from, name, &format!("urn:kindhold:{kind}"))?)
}

/// Whether a resource is about this.
pub(super) fn is_about(from: &Object, code: &str) -> bool {
    code_of(from, "code", CODES).as_deref() == Some(code)
}

/// The stable name of one of several.
pub(super) fn key(of: impl Serialize) -> String {
    let value = serde_json::to_value(of).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// One of several by its stable name.
pub(super) fn by_key<T: DeserializeOwned>(key: impl Into<Value>) -> Option<T> {
    serde_json::from_value(key.into()).ok()
}

/// `survey`: said by the person.
pub(super) fn survey() -> Value {
    let system = "http://terminology.hl7.org/CodeSystem/observation-category";
    json!([{ "coding": [{ "system": system, "code": "survey" }] }])
}

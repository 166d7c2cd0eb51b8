// SPDX-License-Identifier: Apache-2.0
//! A bundle in parts. Whatever a resource refers to stands before it, so a part refers to what is there already:
//! by the address that the server has given it.

use crate::SendError;
use crate::receipt::Receipt;
use crate::transaction::Done;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;

pub(crate) struct Parts {
    kind: Value,
    left: std::vec::IntoIter<Value>,
    at_once: usize,
    of: usize,
    /// Where what was taken in is, by its address in the bundle.
    known: BTreeMap<String, String>,
    made: usize,
    kept: usize,
}

impl Parts {
    pub(crate) fn new(mut bundle: Value, at_once: Option<NonZeroUsize>) -> Self {
        let entries = match bundle.get_mut("entry").map(Value::take) {
            Some(Value::Array(entries)) => entries,
            _ => Vec::new(),
        };
        Self {
            of: entries.len(),
            at_once: at_once.map_or(entries.len(), NonZeroUsize::get),
            left: entries.into_iter(),
            kind: bundle,
            known: BTreeMap::new(),
            made: 0,
            kept: 0,
        }
    }

    /// The next part, as a bundle of its own; none when all are done.
    pub(crate) fn next(&mut self) -> Option<Value> {
        let mut entries: Vec<Value> = self.left.by_ref().take(self.at_once).collect();
        if entries.is_empty() {
            return None;
        }
        for entry in &mut entries {
            refer(entry, &self.known);
        }
        let mut part = self.kind.clone();
        part["entry"] = entries.into();
        Some(part)
    }

    /// Takes note of what came of a part.
    pub(crate) fn done(&mut self, part: &Value, done: &[Done]) -> Result<(), SendError> {
        let entries = part["entry"].as_array().map_or(&[][..], Vec::as_slice);
        for (entry, done) in entries.iter().zip(done) {
            if done.is_new {
                self.made += 1;
            } else {
                self.kept += 1;
            }
            let Some(url) = entry["fullUrl"].as_str() else {
                continue;
            };
            let kind = entry["resource"]["resourceType"]
                .as_str()
                .unwrap_or_default();
            if let Some(place) = place(kind, entry, done) {
                self.known.insert(url.to_owned(), place);
            } else if self.made + self.kept < self.of && self.at_once < self.of {
                let why = "it does not say where things are".to_owned();
                return Err(SendError::Unsure { why });
            }
        }
        Ok(())
    }

    /// An error, with what was taken in before it.
    pub(crate) fn partly(&self, error: SendError) -> SendError {
        let taken = self.made + self.kept;
        if taken == 0 {
            return error;
        }
        SendError::Partly {
            taken,
            of: self.of,
            why: Box::new(error),
        }
    }

    pub(crate) const fn receipt(&self) -> Receipt {
        Receipt::Sent {
            made: self.made,
            kept: self.kept,
        }
    }
}

/// `Observation/12` of what a server says: relative or whole, with or without a version.
fn place(kind: &str, entry: &Value, done: &Done) -> Option<String> {
    let asked = entry["request"]["url"]
        .as_str()
        .filter(|url| entry["request"]["method"] == "PUT" && !url.contains('?'));
    let said = done.location.as_deref().or(asked)?;
    let said = said.split("/_history").next()?;
    let mut from_end = said.rsplit('/');
    let (id, of) = (from_end.next()?, from_end.next()?);
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    let fits = of == kind && (1..=64).contains(&id.len()) && id.bytes().all(is_id);
    fits.then(|| format!("{kind}/{id}"))
}

fn refer(value: &mut Value, known: &BTreeMap<String, String>) {
    match value {
        Value::Object(all) => {
            for (name, inner) in all {
                let place = inner
                    .as_str()
                    .filter(|_| name == "reference")
                    .and_then(|url| known.get(url));
                match place {
                    Some(place) => *inner = json!(place),
                    None => refer(inner, known),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|inner| refer(inner, known)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u8, refers_to: &str) -> Value {
        json!({"fullUrl": format!("urn:uuid:{n}"), "request": {"method": "PUT", "url": "Observation?x"},
            "resource": {"resourceType": "Observation", "subject": {"reference": refers_to}}})
    }

    fn at(location: &str) -> Done {
        Done {
            is_new: true,
            location: Some(location.into()),
        }
    }

    #[test]
    fn what_is_there_already_is_referred_to_by_its_place() {
        let bundle = json!({"type": "transaction", "entry": [entry(1, "Patient/1"), entry(2, "urn:uuid:1")]});
        let mut parts = Parts::new(bundle, NonZeroUsize::new(1));
        let first = parts.next().expect("a part");
        let done = [at("https://a.example/fhir/Observation/77/_history/3")];
        parts.done(&first, &done).expect("a place");
        let second = parts.next().expect("a part");
        assert_eq!(
            second["entry"][0]["resource"]["subject"]["reference"],
            "Observation/77"
        );
        assert_eq!(second["type"], "transaction");
        parts
            .done(&second, &[at("Observation/8")])
            .expect("a place");
        assert_eq!(parts.next(), None);
        assert_eq!(parts.receipt(), Receipt::Sent { made: 2, kept: 0 });
    }

    #[test]
    fn a_place_of_another_kind_or_with_anything_odd_in_it_is_none() {
        let one = entry(1, "x");
        for odd in [
            "",
            "Patient/1",
            "Observation/",
            "Observation/a b",
            "1",
            "Observation/1?x",
            "Observation/../1",
        ] {
            assert_eq!(place("Observation", &one, &at(odd)), None, "{odd}");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Entries of a bundle as they come, each under an id that is always the same for the same thing.

use super::code::{CODES, PART, PSEUDONYM, THING, concept, survey};
use super::text::{Object, Shape, fields, plain, push, put};
use super::with::{Form, Keyed, With};
use crate::dossier::Dossier;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Writes one bundle.
pub(super) struct Writer<'a> {
    pub(super) dossier: &'a Dossier<'a>,
    pub(super) with: &'a With,
    words: &'a dyn Fn(&str) -> String,
    entries: Vec<Value>,
}

/// Under which name a resource goes.
pub(super) enum Name<'a> {
    /// A thing's own in the vault.
    Thing(&'a str),
    /// A part of a thing, or something that has no name in the vault.
    Part(&'a str),
    /// What stands for the person. Made when it is not there; never written over, since others add to it.
    Once(&'a str, &'a str),
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        dossier: &'a Dossier<'a>,
        with: &'a With,
        words: &'a dyn Fn(&str) -> String,
    ) -> Self {
        Self {
            dossier,
            with,
            words,
            entries: Vec::new(),
        }
    }

    /// Words for people, by their key; empty when there are none.
    pub(super) fn words(&self, key: &str) -> String {
        (self.words)(key)
    }

    /// What a resource is about, with its words (`urge-strength` under the key `urge-strength`).
    pub(super) fn about(&self, code: &str) -> Value {
        concept(CODES, code, &self.words(code))
    }

    /// One of several of a kind, with its words (`sad` of the kind `feeling` under the key `feeling-sad`).
    pub(super) fn one_of(&self, kind: &str, code: &str) -> Value {
        let system = format!("urn:kindhold:{kind}");
        concept(&system, code, &self.words(&format!("{kind}-{code}")))
    }

    /// The beginning of an observation that the person made.
    pub(super) fn observation(&self, about: &str) -> Object {
        fields(json!({
            "resourceType": "Observation",
            "status": "final",
            "category": survey(),
            "code": self.about(about),
            "subject": self.subject(),
            "performer": [self.subject()],
        }))
    }

    /// The beginning of a component.
    pub(super) fn component(&self, about: &str) -> Object {
        fields(json!({ "code": self.about(about) }))
    }

    /// A reference to whom it is about.
    pub(super) fn subject(&self) -> Value {
        match &self.with.subject {
            Some(known) => {
                let mut to = Object::new();
                put(&mut to, "reference", known, Shape::Words);
                to.into()
            }
            None => self.reference("Patient", &self.dossier.pseudonym),
        }
    }

    /// A reference to another resource of this bundle.
    pub(super) fn reference(&self, kind: &str, name: &str) -> Value {
        json!({ "reference": format!("urn:uuid:{}", self.uuid(kind, name)) })
    }

    /// Adds a resource under a name and gives the reference to it.
    pub(super) fn push(&mut self, mut resource: Object, name: &Name<'_>) -> Value {
        let kind = plain(&resource, "resourceType")
            .unwrap_or_default()
            .to_owned();
        let (system, key) = match name {
            Name::Thing(key) => (THING, *key),
            Name::Part(key) => (PART, *key),
            Name::Once(system, key) => (*system, *key),
        };
        let mut identifier = fields(json!({ "system": system }));
        put(&mut identifier, "value", key, Shape::Words);
        match kind.as_str() {
            // What has no identifier is known by a tag.
            "Provenance" => {
                resource.insert(
                    "meta".into(),
                    json!({ "tag": [{ "system": PART, "code": key }] }),
                );
            }
            "QuestionnaireResponse" => {
                resource.insert("identifier".into(), identifier.into());
            }
            _ => push(&mut resource, "identifier", identifier.into()),
        }
        let id = self.uuid(&kind, key);
        let url = format!("urn:uuid:{id}");
        let once = matches!(name, Name::Once(..));
        let request = match self.with.form {
            Form::Collection => None,
            Form::Transaction(keyed) => Some(request(&kind, &id, (system, key), once, keyed)),
        };
        // A server gives its own id where it looks by identifier.
        let by_id = request
            .as_ref()
            .is_none_or(|r| r["url"] == format!("{kind}/{id}"));
        if by_id {
            resource.insert("id".into(), id.into());
        }
        let mut entry = fields(json!({ "fullUrl": url, "resource": resource }));
        if let Some(request) = request {
            entry.insert("request".into(), request);
        }
        self.entries.push(entry.into());
        json!({ "reference": url })
    }

    /// What was written.
    pub(super) fn into_entries(self) -> Vec<Value> {
        self.entries
    }

    /// References to everything that was written so far.
    pub(super) fn references(&self) -> Vec<Value> {
        let urls = self.entries.iter().filter_map(|e| e.get("fullUrl"));
        urls.map(|url| json!({ "reference": url })).collect()
    }

    /// A UUID of version 8 (RFC 9562): the first 16 bytes of a SHA-256 over whom, which kind and which name.
    pub(super) fn uuid(&self, kind: &str, name: &str) -> String {
        let mut hash = Sha256::new();
        for part in [
            "kindhold fhir 1",
            PSEUDONYM,
            &self.dossier.pseudonym,
            kind,
            name,
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut bytes = hash.finalize();
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut id = String::new();
        for (n, byte) in bytes.iter().take(16).enumerate() {
            if matches!(n, 4 | 6 | 8 | 10) {
                id.push('-');
            }
            // Writing into a String cannot fail.
            let _ = write!(id, "{byte:02x}");
        }
        id
    }
}

/// What a system is asked to do with a resource: to make it, or to put it in the place of what it has of it.
pub(super) fn request(
    kind: &str,
    id: &str,
    (system, key): (&str, &str),
    once: bool,
    keyed: Keyed,
) -> Value {
    let is_provenance = kind == "Provenance";
    let by = if is_provenance { "_tag" } else { "identifier" };
    let query = format!("{by}={}", token(system, key));
    match keyed {
        Keyed::Id if !once => json!({ "method": "PUT", "url": format!("{kind}/{id}") }),
        _ if once || is_provenance => {
            json!({ "method": "POST", "url": kind, "ifNoneExist": query })
        }
        _ => json!({ "method": "PUT", "url": format!("{kind}?{query}") }),
    }
}

/// A token of a search, `system|value`.
fn token(system: &str, value: &str) -> String {
    format!("{system}|{}", encoded(value))
}

/// Percent-encoding (RFC 3986) of everything but unreserved characters, `:` and `/`; FHIR's own escape before
/// what would part a search (`,`, `|`, `$`, `\`).
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if matches!(byte, b',' | b'|' | b'$' | b'\\') {
            out.push_str("%5C");
        }
        if byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

// SPDX-License-Identifier: Apache-2.0
//! A yes to research, or that it was taken back: a `Consent`.

use super::code::concept;
use super::moment::{get_when, put_when};
use super::text::{
    Object, extension_text, extension_value, fields, plain, put_extension, put_extension_text,
};
use super::writer::{Name, Writer};
use kindhold_care::Consent;
use serde_json::json;

pub(super) fn write(to: &mut Writer<'_>, id: &str, consent: &Consent) {
    let scope = concept(
        "http://terminology.hl7.org/CodeSystem/consentscope",
        "research",
        "",
    );
    let mut all = fields(json!({
        "resourceType": "Consent",
        "status": if consent.given { "active" } else { "inactive" },
        "scope": scope,
        "category": [to.about("consent")],
        "patient": to.subject(),
        "policyRule": concept("urn:kindhold:consent-words", &consent.words, ""),
        "provision": { "type": if consent.given { "permit" } else { "deny" } },
    }));
    put_when(&mut all, "dateTime", consent.at);
    put_extension_text(&mut all, "study", &consent.study);
    if to.with.study_keys {
        put_extension_text(&mut all, "study-pseudonym", &consent.pseudonym);
        put_extension(
            &mut all,
            "study-shift-weeks",
            "valueUnsignedInt",
            consent.shift_weeks,
        );
    }
    to.push(all, &Name::Thing(id));
}

pub(super) fn is(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("Consent")
}

pub(super) fn read(from: &Object) -> Option<Consent> {
    let shift = extension_value(from, "study-shift-weeks", "valueUnsignedInt");
    let shift_weeks = match shift {
        Some(weeks) => u16::try_from(weeks.as_u64()?).ok()?,
        None => 0,
    };
    Some(Consent {
        at: get_when(from, "dateTime")?,
        study: extension_text(from, "study").unwrap_or_default(),
        given: match plain(from, "status")? {
            "active" => true,
            "inactive" => false,
            _ => return None,
        },
        words: super::code::code_of(from, "policyRule", "urn:kindhold:consent-words")?,
        pseudonym: extension_text(from, "study-pseudonym").unwrap_or_default(),
        shift_weeks,
    })
}

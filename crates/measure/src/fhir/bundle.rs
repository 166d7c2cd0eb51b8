// SPDX-License-Identifier: Apache-2.0
//! The whole bundle.

use super::code::{PSEUDONYM, concept};
use super::moment::{instant, put_when};
use super::text::{Object, fields};
use super::with::{Form, With};
use super::writer::{Name, Writer};
use super::{consent, diary, episode, plan, programme, questionnaire, response, score};
use crate::dossier::Dossier;
use kindhold_care::When;
use serde_json::{Value, json};

/// A `Bundle` of what was picked. `words` gives words for people by their key (`urge-strength`, `feeling-sad`,
/// `practice-…`), or an empty text; nothing is read from them on the way back.
///
/// The same dossier gives the same bundle, byte for byte.
#[must_use]
pub fn bundle(dossier: &Dossier<'_>, with: &With, words: &dyn Fn(&str) -> String) -> Value {
    let mut to = Writer::new(dossier, with, words);
    if with.subject.is_none() {
        let patient = fields(json!({ "resourceType": "Patient" }));
        to.push(patient, &Name::Once(PSEUDONYM, &dossier.pseudonym));
    }
    let device = device(&mut to);
    let packs = dossier.packs.iter();
    for pack in packs.filter(|p| with.questionnaires.takes(p.entry)) {
        questionnaire::write(&mut to, &pack.id, pack.entry);
    }
    for episode in &dossier.episodes {
        episode::write(&mut to, &episode.id, episode.entry);
    }
    if let Some(plan) = dossier.plan.as_ref().filter(|_| with.plan) {
        plan::write(&mut to, &plan.id, plan.entry);
    }
    for entry in &dossier.diary {
        diary::write(&mut to, &entry.id, entry.entry);
    }
    let mut kept = Vec::new();
    for keepsake in &dossier.keepsakes {
        kept.push(diary::write_keepsake(&mut to, &keepsake.id, keepsake.entry));
    }
    for answered in &dossier.responses {
        let written = response::write(&mut to, answered);
        score::write(&mut to, answered, &written);
    }
    programme::write(&mut to, kept);
    for consent in &dossier.consents {
        consent::write(&mut to, &consent.id, consent.entry);
    }
    provenance(&mut to, &device);
    let kind = match with.form {
        Form::Collection => "collection",
        Form::Transaction(_) => "transaction",
    };
    let mut all = fields(json!({ "resourceType": "Bundle", "type": kind }));
    put_when(&mut all, "timestamp", dossier.made);
    all.insert("entry".into(), to.into_entries().into());
    all.into()
}

/// The software that wrote it, in this version.
fn device(to: &mut Writer<'_>) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let device = fields(json!({
        "resourceType": "Device",
        "deviceName": [{ "name": "Kindhold", "type": "user-friendly-name" }],
        "version": [{ "value": version }],
    }));
    let name = format!("kindhold-{version}");
    to.push(device, &Name::Once("urn:kindhold:software", &name))
}

/// Who says all this, and with what it was put together: one for each time that a file is made.
fn provenance(to: &mut Writer<'_>, device: &Value) {
    let targets = to.references();
    let kind = |code| {
        concept(
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
            code,
            "",
        )
    };
    let When { unix_ms, .. } = to.dossier.made;
    let mut all: Object = fields(json!({
        "resourceType": "Provenance",
        "target": targets,
        "agent": [
            { "type": kind("author"), "who": to.subject() },
            { "type": kind("assembler"), "who": device, "onBehalfOf": to.subject() },
        ],
    }));
    all.insert("recorded".into(), instant(to.dossier.made).into());
    let name = format!("{}/provenance/{unix_ms}", to.dossier.pseudonym);
    to.push(all, &Name::Part(&name));
}

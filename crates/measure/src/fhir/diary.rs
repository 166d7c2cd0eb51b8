// SPDX-License-Identifier: Apache-2.0
//! Diary entries and keepsakes: each an `Observation` with components.

use super::code::{CODES, FIELD, code_of, concept, is_about, one_of};
use super::moment::{get_when, put_when};
use super::text::{
    Object, Shape, extension_text, fields, get, objects, plain, push, put, put_extension_text,
    put_some,
};
use super::writer::{Name, Writer};
use kindhold_care::{DiaryEntry, Keepsake, Strength};
use serde_json::{Value, json};

const DIARY: &str = "diary";
const KEEPSAKE: &str = "keepsake";

pub(super) fn write(to: &mut Writer<'_>, id: &str, entry: &DiaryEntry) {
    let mut diary = to.observation(DIARY);
    put_when(&mut diary, "effectiveDateTime", entry.at);
    if to.with.words {
        put_some(&mut diary, "valueString", &entry.text, Shape::Words);
    }
    for feeling in &entry.feelings {
        let mut component = to.component("feeling");
        component.insert(
            "valueCodeableConcept".into(),
            to.one_of("feeling", feeling.key()),
        );
        push(&mut diary, "component", component.into());
    }
    if let Some(urge) = entry.urge {
        let mut component = to.component("urge-strength");
        component.insert("valueInteger".into(), urge.get().into());
        push(&mut diary, "component", component.into());
    }
    to.push(diary, &Name::Thing(id));
}

pub(super) fn is(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("Observation") && is_about(resource, DIARY)
}

pub(super) fn read(from: &Object) -> Option<DiaryEntry> {
    let mut entry = DiaryEntry {
        at: get_when(from, "effectiveDateTime")?,
        text: get(from, "valueString").unwrap_or_default(),
        ..DiaryEntry::default()
    };
    for component in objects(from, "component") {
        match code_of(component, "code", CODES)?.as_str() {
            "feeling" => {
                let feeling = one_of(component, "valueCodeableConcept", "feeling")?;
                entry.feelings.push(feeling);
            }
            "urge-strength" => {
                let value = u8::try_from(component.get("valueInteger")?.as_u64()?).ok()?;
                entry.urge = Some(Strength::new(value).ok()?);
            }
            _ => {}
        }
    }
    Some(entry)
}

/// Writes a keepsake and gives the reference to it.
pub(super) fn write_keepsake(to: &mut Writer<'_>, id: &str, keepsake: &Keepsake) -> Value {
    let mut kept = to.observation(KEEPSAKE);
    put_when(&mut kept, "effectiveDateTime", keepsake.at);
    for (name, value) in [("step", &keepsake.step), ("part", &keepsake.part)] {
        put_extension_text(&mut kept, name, value);
    }
    for (field, lines) in &keepsake.answers {
        if !to.with.words {
            break;
        }
        let code = concept(FIELD, field, "");
        if lines.is_empty() {
            push(&mut kept, "component", json!({ "code": code }));
        }
        for line in lines {
            let mut component = fields(json!({ "code": code }));
            put(&mut component, "valueString", line, Shape::Words);
            push(&mut kept, "component", component.into());
        }
    }
    to.push(kept, &Name::Thing(id))
}

pub(super) fn is_keepsake(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("Observation") && is_about(resource, KEEPSAKE)
}

pub(super) fn read_keepsake(from: &Object) -> Option<Keepsake> {
    let mut keepsake = Keepsake {
        at: get_when(from, "effectiveDateTime")?,
        step: extension_text(from, "step").unwrap_or_default(),
        part: extension_text(from, "part").unwrap_or_default(),
        ..Keepsake::default()
    };
    for component in objects(from, "component") {
        let field = code_of(component, "code", FIELD)?;
        let lines = keepsake.answers.entry(field).or_default();
        lines.extend(get(component, "valueString"));
    }
    Some(keepsake)
}

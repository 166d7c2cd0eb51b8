// SPDX-License-Identifier: Apache-2.0
//! The programme as a `CarePlan`: questionnaires that are offered now and again, days from which on something is
//! different, and what was kept of the parts.

use super::code::{CODES, code_of};
use super::moment::{get_when, put_when};
use super::plan::{activity, care_plan, is_care_plan};
use super::text::{
    Object, Shape, extension_text, fields, get, object, objects, push, put, put_extension_text,
    put_some,
};
use super::writer::{Name, Writer};
use kindhold_care::{Cadence, Entry, Phase};
use serde_json::{Value, json};

const PROGRAMME: &str = "programme";
const QUESTIONNAIRE: &str = "questionnaire";
const PHASE: &str = "phase";

/// Writes it, with references to what was kept; nothing when there is nothing in it.
pub(super) fn write(to: &mut Writer<'_>, kept: Vec<Value>) {
    let dossier = to.dossier;
    if dossier.cadences.is_empty() && dossier.phases.is_empty() && kept.is_empty() {
        return;
    }
    let mut care = care_plan(to, PROGRAMME);
    for cadence in &dossier.cadences {
        let detail = offered(to, cadence.entry);
        push(&mut care, "activity", named(&cadence.id, &detail));
    }
    for phase in &dossier.phases {
        let detail = begun(to, phase.entry);
        push(&mut care, "activity", named(&phase.id, &detail));
    }
    if !kept.is_empty() {
        let detail = activity(to, "keepsake");
        push(
            &mut care,
            "activity",
            json!({ "outcomeReference": kept, "detail": detail }),
        );
    }
    let name = format!("{}/{PROGRAMME}", dossier.pseudonym);
    to.push(care, &Name::Part(&name));
}

fn named(id: &str, detail: &Object) -> Value {
    let mut activity = fields(json!({ "detail": detail }));
    put_extension_text(&mut activity, "thing", id);
    activity.into()
}

fn offered(to: &Writer<'_>, cadence: &Cadence) -> Object {
    let mut detail = activity(to, QUESTIONNAIRE);
    let mut url = Object::new();
    put(&mut url, "url", &cadence.url, Shape::Uri);
    // A list of one: what stands beside it is a list as well.
    if let Some(url) = url.get("url") {
        detail.insert("instantiatesCanonical".into(), json!([url]));
    }
    if url.contains_key("_url") || url.is_empty() {
        put_extension_text(&mut detail, "url", &cadence.url);
    }
    let mut from = Object::new();
    put_when(&mut from, "start", cadence.at);
    if cadence.every_days == 0 {
        detail.insert("scheduledPeriod".into(), from.into());
    } else {
        let repeat = json!({
            "boundsPeriod": from, "frequency": 1, "period": cadence.every_days, "periodUnit": "d",
        });
        detail.insert("scheduledTiming".into(), json!({ "repeat": repeat }));
    }
    detail
}

fn begun(to: &Writer<'_>, phase: &Phase) -> Object {
    let mut detail = activity(to, PHASE);
    let mut from = Object::new();
    put_when(&mut from, "start", phase.at);
    detail.insert("scheduledPeriod".into(), from.into());
    if to.with.words {
        put_some(&mut detail, "description", &phase.text, Shape::Words);
    }
    put_extension_text(&mut detail, "about", &phase.about);
    detail
}

pub(super) fn is(resource: &Object) -> bool {
    is_care_plan(resource, PROGRAMME)
}

/// Everything that stands in it, with its names; none in place of what cannot be read.
pub(super) fn read(care: &Object) -> Vec<Option<(String, Entry)>> {
    objects(care, "activity")
        .filter_map(|a| Some((extension_text(a, "thing")?, object(a, "detail"))))
        .map(|(id, detail)| Some((id, entry(detail?)?)))
        .collect()
}

fn entry(detail: &Object) -> Option<Entry> {
    match code_of(detail, "code", CODES)?.as_str() {
        QUESTIONNAIRE => cadence(detail).map(Entry::Cadence),
        PHASE => Some(Entry::Phase(Phase {
            at: get_when(object(detail, "scheduledPeriod")?, "start")?,
            text: get(detail, "description").unwrap_or_default(),
            about: extension_text(detail, "about").unwrap_or_default(),
        })),
        _ => None,
    }
}

fn cadence(detail: &Object) -> Option<Cadence> {
    let plain = detail
        .get("instantiatesCanonical")
        .and_then(|all| all.get(0)?.as_str());
    let url = extension_text(detail, "url").or_else(|| plain.map(str::to_owned));
    let url = url.unwrap_or_default();
    if let Some(from) = object(detail, "scheduledPeriod") {
        let at = get_when(from, "start")?;
        return Some(Cadence {
            at,
            url,
            every_days: 0,
        });
    }
    let repeat = object(object(detail, "scheduledTiming")?, "repeat")?;
    Some(Cadence {
        at: get_when(object(repeat, "boundsPeriod")?, "start")?,
        url,
        every_days: u16::try_from(repeat.get("period")?.as_u64()?).ok()?,
    })
}

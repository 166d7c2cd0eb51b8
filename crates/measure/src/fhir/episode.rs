// SPDX-License-Identifier: Apache-2.0
//! An urge and what followed: an `Observation` of how strong it was, with what it was for and what was felt; an
//! `Observation` of how strong it was at the end; a `Procedure` for each go at a practice.

use super::code::{PRACTICE, by_key, code_of, is_about, key, one_of};
use super::moment::{get_when, put_when};
use super::read::Parts;
use super::text::{Object, extension_value, fields, object, objects, plain, push, put_extension};
use super::writer::{Name, Writer};
use kindhold_care::{Attempt, Ending, Episode, Moment, Offer, PracticeId, Reason, Strength};
use serde_json::{Value, json};

const BEFORE: &str = "urge-strength";
const AFTER: &str = "urge-strength-after";
/// More goes at practices than these are not read for one urge.
const MOST: usize = 10_000;

pub(super) fn write(to: &mut Writer<'_>, id: &str, episode: &Episode) {
    let moment = &episode.moment;
    let mut before = to.observation(BEFORE);
    put_when(&mut before, "effectiveDateTime", moment.at);
    if let Some(strength) = moment.strength {
        before.insert("valueInteger".into(), strength.get().into());
    }
    for component in components(to, episode) {
        push(&mut before, "component", component);
    }
    if let Some(strength) = episode.after {
        let mut after = to.observation(AFTER);
        // It was said at some time after the urge began; the diary does not keep when.
        let mut period = Object::new();
        put_when(&mut period, "start", moment.at);
        after.insert("effectivePeriod".into(), period.into());
        after.insert("valueInteger".into(), strength.get().into());
        let after = to.push(after, &Name::Part(&format!("{id}/after")));
        push(&mut before, "hasMember", after);
    }
    let before = to.push(before, &Name::Thing(id));
    for (n, attempt) in episode.attempts.iter().enumerate() {
        let procedure = practised(to, attempt, &before);
        to.push(procedure, &Name::Part(&format!("{id}/attempt/{n}")));
    }
}

fn components(to: &Writer<'_>, episode: &Episode) -> Vec<Value> {
    let moment = &episode.moment;
    let said = |about: &str, code: &str| {
        let mut component = to.component(about);
        component.insert("valueCodeableConcept".into(), to.one_of(about, code));
        component
    };
    let mut all = vec![said("moment", &key(moment.kind))];
    all.extend(moment.functions.iter().map(|f| said("function", f.key())));
    all.extend(moment.feelings.iter().map(|f| said("feeling", f.key())));
    for (about, yes) in [
        ("not-sure", moment.not_sure),
        ("with-someone", episode.with_someone),
    ] {
        if yes {
            let mut component = to.component(about);
            component.insert("valueBoolean".into(), true.into());
            all.push(component);
        }
    }
    for offer in &episode.offered {
        let mut component = to.component("offered");
        let practice = to.one_of("practice", offer.practice.as_str());
        component.insert("valueCodeableConcept".into(), practice);
        let reason = fields(serde_json::to_value(offer.reason).unwrap_or_default());
        for name in ["because", "function"] {
            if let Some(code) = plain(&reason, name) {
                put_extension(&mut component, name, "valueCode", code);
            }
        }
        all.push(component);
    }
    all.into_iter().map(Value::from).collect()
}

fn practised(to: &Writer<'_>, attempt: &Attempt, urge: &Value) -> Object {
    let status = match attempt.ending {
        None => "unknown",
        Some(Ending::Whole) => "completed",
        Some(Ending::Left | Ending::Grounded | Ending::Worse) => "stopped",
    };
    let mut procedure = fields(json!({
        "resourceType": "Procedure",
        "status": status,
        "code": to.one_of("practice", attempt.practice.as_str()),
        "subject": to.subject(),
        "reasonReference": [urge],
    }));
    put_when(&mut procedure, "performedDateTime", attempt.at);
    if let Some(ending) = attempt.ending {
        procedure.insert("statusReason".into(), to.one_of("ending", &key(ending)));
    }
    if let Some(helped) = attempt.helped {
        procedure.insert("outcome".into(), to.one_of("helped", helped.key()));
    }
    procedure
}

pub(super) fn is(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("Observation") && is_about(resource, BEFORE)
}

pub(super) fn read(id: &str, before: &Object, parts: &Parts<'_>) -> Option<Episode> {
    let mut episode = Episode {
        moment: Moment {
            at: get_when(before, "effectiveDateTime")?,
            kind: kindhold_care::MomentKind::Urge,
            strength: strength(before)?,
            functions: Vec::new(),
            not_sure: false,
            feelings: Vec::new(),
        },
        offered: Vec::new(),
        draws: Vec::new(),
        attempts: Vec::new(),
        with_someone: false,
        after: None,
    };
    for component in objects(before, "component") {
        take(component, &mut episode)?;
    }
    if let Some(after) = parts.get(&format!("{id}/after")) {
        episode.after = strength(after)?;
    }
    for n in 0..MOST {
        let Some(procedure) = parts.get(&format!("{id}/attempt/{n}")) else {
            break;
        };
        episode.attempts.push(attempted(procedure)?);
    }
    Some(episode)
}

/// The strength, none when none was said; nothing when it is no strength.
fn strength(from: &Object) -> Option<Option<Strength>> {
    match from.get("valueInteger") {
        None => Some(None),
        Some(value) => {
            let value = u8::try_from(value.as_u64()?).ok()?;
            Some(Some(Strength::new(value).ok()?))
        }
    }
}

fn take(component: &Object, episode: &mut Episode) -> Option<()> {
    let about = code_of(component, "code", super::code::CODES)?;
    let value = "valueCodeableConcept";
    match about.as_str() {
        "moment" => episode.moment.kind = one_of(component, value, "moment")?,
        "function" => episode
            .moment
            .functions
            .push(one_of(component, value, "function")?),
        "feeling" => episode
            .moment
            .feelings
            .push(one_of(component, value, "feeling")?),
        "not-sure" => episode.moment.not_sure = component.get("valueBoolean")?.as_bool()?,
        "with-someone" => episode.with_someone = component.get("valueBoolean")?.as_bool()?,
        "offered" => episode.offered.push(Offer {
            practice: practice(component, value)?,
            reason: reason(component)?,
        }),
        // Somebody else's addition.
        _ => {}
    }
    Some(())
}

fn practice(from: &Object, name: &str) -> Option<PracticeId> {
    PracticeId::new(code_of(from, name, PRACTICE)?).ok()
}

fn reason(component: &Object) -> Option<Reason> {
    let mut reason = Object::new();
    for name in ["because", "function"] {
        if let Some(code) = extension_value(component, name, "valueCode") {
            reason.insert(name.into(), code.clone());
        }
    }
    by_key(reason)
}

fn attempted(procedure: &Object) -> Option<Attempt> {
    let said = |name: &str| object(procedure, name).is_some();
    let ending = one_of(procedure, "statusReason", "ending");
    let helped = one_of(procedure, "outcome", "helped");
    let is_whole = said("statusReason") == ending.is_some() && said("outcome") == helped.is_some();
    is_whole.then_some(Attempt {
        practice: practice(procedure, "code")?,
        at: get_when(procedure, "performedDateTime")?,
        ending,
        helped,
    })
}

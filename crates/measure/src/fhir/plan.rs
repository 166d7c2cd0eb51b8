// SPDX-License-Identifier: Apache-2.0
//! The safety plan as a `CarePlan`: an activity for each line; people in it are contained resources, with their
//! number as a number.

use super::code::{CODES, code_in, code_of};
use super::text::{Object, Shape, fields, get, object, objects, plain, push, put, put_some};
use super::writer::{Name, Writer};
use kindhold_care::{Contact, Plan};
use serde_json::{Value, json};

const PLAN: &str = "safety-plan";

pub(super) fn write(to: &mut Writer<'_>, id: &str, plan: &Plan) {
    let mut care = care_plan(to, PLAN);
    let lines = [
        ("signs", &plan.signs),
        ("alone", &plan.alone),
        ("places", &plan.places),
        ("surroundings", &plan.surroundings),
    ];
    for (part, lines) in lines {
        for line in lines {
            let mut detail = activity(to, part);
            put(&mut detail, "description", line, Shape::Words);
            push(&mut care, "activity", json!({ "detail": detail }));
        }
    }
    for (part, contacts) in [
        ("people", &plan.people),
        ("professionals", &plan.professionals),
    ] {
        for (n, contact) in contacts.iter().enumerate() {
            let name = format!("{part}-{}", n + 1);
            push(&mut care, "contained", somebody(to, &name, part, contact));
            let mut detail = activity(to, part);
            put_some(&mut detail, "description", &contact.note, Shape::Words);
            detail.insert(
                "performer".into(),
                json!([{ "reference": format!("#{name}") }]),
            );
            push(&mut care, "activity", json!({ "detail": detail }));
        }
    }
    to.push(care, &Name::Thing(id));
}

/// The beginning of a plan that is in use.
pub(super) fn care_plan(to: &Writer<'_>, about: &str) -> Object {
    let mut care = fields(json!({
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "category": [to.about(about)],
        "subject": to.subject(),
    }));
    put_some(&mut care, "title", &to.words(about), Shape::Words);
    care
}

/// The beginning of an activity. Nobody follows up on whether it is done.
pub(super) fn activity(to: &Writer<'_>, about: &str) -> Object {
    fields(json!({ "code": to.about(about), "status": "unknown" }))
}

fn somebody(to: &Writer<'_>, id: &str, part: &str, contact: &Contact) -> Value {
    let mut all = fields(json!({ "resourceType": "Practitioner", "id": id }));
    if part == "people" {
        all.insert("resourceType".into(), "RelatedPerson".into());
        all.insert("patient".into(), to.subject());
    }
    if !contact.name.is_empty() {
        let mut name = Object::new();
        put(&mut name, "text", &contact.name, Shape::Words);
        push(&mut all, "name", name.into());
    }
    if !contact.phone.is_empty() {
        let mut phone = fields(json!({ "system": "phone" }));
        put(&mut phone, "value", &contact.phone, Shape::Words);
        push(&mut all, "telecom", phone.into());
    }
    all.into()
}

/// Whether it is a plan of a kind of ours.
pub(super) fn is_care_plan(resource: &Object, about: &str) -> bool {
    let is = |c: &Object| code_in(c, CODES).as_deref() == Some(about);
    plain(resource, "resourceType") == Some("CarePlan") && objects(resource, "category").any(is)
}

pub(super) fn is(resource: &Object) -> bool {
    is_care_plan(resource, PLAN)
}

pub(super) fn read(care: &Object) -> Option<Plan> {
    let mut plan = Plan::default();
    for activity in objects(care, "activity") {
        let detail = object(activity, "detail")?;
        let line = get(detail, "description");
        match code_of(detail, "code", CODES)?.as_str() {
            "signs" => plan.signs.push(line?),
            "alone" => plan.alone.push(line?),
            "places" => plan.places.push(line?),
            "surroundings" => plan.surroundings.push(line?),
            "people" => plan.people.push(contact(care, detail, line)?),
            "professionals" => plan.professionals.push(contact(care, detail, line)?),
            _ => {}
        }
    }
    Some(plan)
}

fn contact(care: &Object, detail: &Object, note: Option<String>) -> Option<Contact> {
    let performer = objects(detail, "performer").next()?;
    let id = plain(performer, "reference")?.strip_prefix('#')?;
    let somebody = objects(care, "contained").find(|c| plain(c, "id") == Some(id))?;
    let name = objects(somebody, "name").next();
    let phone = objects(somebody, "telecom").next();
    Some(Contact {
        name: name.and_then(|n| get(n, "text")).unwrap_or_default(),
        phone: phone.and_then(|p| get(p, "value")).unwrap_or_default(),
        note: note.unwrap_or_default(),
    })
}

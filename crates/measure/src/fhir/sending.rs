// SPDX-License-Identifier: Apache-2.0
use super::code::PART;
use super::with::Keyed;
use super::writer::request;
use serde_json::{Value, json};

/// Makes what can be sent (a `transaction`) of a file that was kept (a `collection` of [`super::bundle`]). None when
/// it is no bundle, or something in it has no name by which it would be known again.
#[must_use]
pub fn sending(collection: &Value, keyed: Keyed) -> Option<Value> {
    if collection["resourceType"] != "Bundle" {
        return None;
    }
    let entries = collection["entry"].as_array()?.iter();
    let entries: Option<Vec<Value>> = entries.map(|entry| sent(entry, keyed)).collect();
    let mut bundle = collection.as_object()?.clone();
    bundle.insert("type".into(), "transaction".into());
    bundle.insert("entry".into(), entries?.into());
    Some(bundle.into())
}

fn sent(entry: &Value, keyed: Keyed) -> Option<Value> {
    let mut resource = entry["resource"].as_object()?.clone();
    let kind = resource.get("resourceType")?.as_str()?.to_owned();
    let url = entry["fullUrl"].as_str()?;
    let id = url.strip_prefix("urn:uuid:")?;
    let name = match kind.as_str() {
        "Provenance" => {
            let tag = &resource.get("meta")?["tag"][0];
            (PART.to_owned(), tag["code"].as_str()?.to_owned())
        }
        _ => {
            let identifier = resource.get("identifier")?;
            let one = identifier.get(0).unwrap_or(identifier);
            let text = |key: &str| Some(one.get(key)?.as_str()?.to_owned());
            (text("system")?, text("value")?)
        }
    };
    let once = matches!(kind.as_str(), "Patient" | "Device");
    let request = request(&kind, id, (&name.0, &name.1), once, keyed);
    let by_id = request["url"] == format!("{kind}/{id}");
    if by_id {
        resource.insert("id".into(), id.into());
    } else {
        resource.remove("id");
    }
    Some(json!({ "fullUrl": url, "resource": resource, "request": request }))
}

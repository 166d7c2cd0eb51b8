// SPDX-License-Identifier: Apache-2.0
//! Back from a bundle to entries.

use super::code::{PART, THING};
use super::text::{Object, get, object, objects, plain};
use super::{consent, diary, episode, plan, programme, questionnaire, response};
use kindhold_care::Entry;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// More resources than this are not read.
const MOST: usize = 500_000;

/// What was found in a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Entries, each with its name in the vault, in the order of the bundle.
    pub entries: Vec<(String, Entry)>,
    /// Resources of others, and those of ours that hold no entry (scores, the patient): how many.
    pub passed_over: usize,
    /// Resources of ours that could not be read.
    pub damaged: Vec<Damaged>,
}

/// A resource that bears a name of ours and could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    /// Which entry of the bundle, from 0.
    pub index: usize,
    /// What it says that it is.
    pub kind: String,
}

/// Why nothing can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It is something else.
    #[error("this is no FHIR Bundle: its resourceType is something else")]
    NotABundle,
    /// It is too long.
    #[error("this bundle has more than 500,000 entries: divide it and read the parts")]
    TooLong,
}

/// Parts of things, by their name.
pub(super) type Parts<'a> = BTreeMap<String, &'a Object>;

/// Reads what [`super::bundle`] has written, also when other systems have kept it: entries are known by their
/// identifiers, not by ids, order or profiles. Of a name that comes twice the first is read.
///
/// # Errors
/// [`ReadError`] when it is no bundle or too long. A damaged resource is no error: it is named in
/// [`Found::damaged`], and the others are read.
pub fn entries(bundle: &Value) -> Result<Found, ReadError> {
    let all = bundle.as_object().ok_or(ReadError::NotABundle)?;
    if plain(all, "resourceType") != Some("Bundle") {
        return Err(ReadError::NotABundle);
    }
    let list = all.get("entry").and_then(Value::as_array);
    let list = list.map_or(&[][..], Vec::as_slice);
    if list.len() > MOST {
        return Err(ReadError::TooLong);
    }
    let resources = || list.iter().map(resource).enumerate();
    let mut parts = Parts::new();
    for resource in resources().filter_map(|(_, r)| r) {
        if let Some(name) = name(resource, PART) {
            parts.entry(name).or_insert(resource);
        }
    }
    let mut found = Found::default();
    let mut names = BTreeSet::new();
    for (index, resource) in resources() {
        let Some(resource) = resource else {
            found.passed_over += 1;
            continue;
        };
        let mut is_whole = true;
        let mut take = |read: Option<(String, Entry)>| match read {
            Some((id, _)) if !is_id(&id) => is_whole = false,
            Some((id, entry)) if names.insert(id.clone()) => found.entries.push((id, entry)),
            Some(_) => {}
            None => is_whole = false,
        };
        if programme::is(resource) {
            programme::read(resource).into_iter().for_each(take);
        } else if let Some(id) = name(resource, THING) {
            let entry = entry(&id, resource, &parts);
            take(entry.map(|entry| (id, entry)));
        } else {
            found.passed_over += 1;
        }
        if !is_whole {
            let kind = plain(resource, "resourceType").unwrap_or_default();
            let kind = kind
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .take(64)
                .collect();
            found.damaged.push(Damaged { index, kind });
        }
    }
    Ok(found)
}

fn resource(entry: &Value) -> Option<&Object> {
    object(entry.as_object()?, "resource")
}

fn entry(id: &str, resource: &Object, parts: &Parts<'_>) -> Option<Entry> {
    if episode::is(resource) {
        episode::read(id, resource, parts).map(Entry::Episode)
    } else if plan::is(resource) {
        plan::read(resource).map(Entry::Plan)
    } else if diary::is(resource) {
        diary::read(resource).map(Entry::Diary)
    } else if diary::is_keepsake(resource) {
        diary::read_keepsake(resource).map(Entry::Keepsake)
    } else if questionnaire::is(resource) {
        questionnaire::read(resource).map(Entry::Pack)
    } else if response::is(resource) {
        response::read(resource).map(Entry::Response)
    } else if consent::is(resource) {
        consent::read(resource).map(Entry::Consent)
    } else {
        None
    }
}

/// The name that a resource has in a system; an identifier stands alone or in a list.
fn name(resource: &Object, system: &str) -> Option<String> {
    let alone = object(resource, "identifier").into_iter();
    let mut all = alone.chain(objects(resource, "identifier"));
    let identifier = all.find(|i| plain(i, "system") == Some(system))?;
    get(identifier, "value")
}

/// 32 hexadecimal digits, as names in the vault are.
fn is_id(id: &str) -> bool {
    let is_hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    id.len() == 32 && id.bytes().all(is_hex)
}

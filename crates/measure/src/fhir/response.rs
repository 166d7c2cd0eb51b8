// SPDX-License-Identifier: Apache-2.0
//! What was answered: a `QuestionnaireResponse`.

use super::answer;
use super::moment::{get_when, put_when};
use super::nest::Nest;
use super::questionnaire;
use super::text::{
    Object, extension_text, extension_value, fields, get, objects, plain, push, put_exact,
    put_extension_text,
};
use super::with::Questionnaires;
use super::writer::{Name, Writer};
use crate::dossier::Answered;
use kindhold_care::{Answers, Response};
use serde_json::{Value, json};

/// Items within items further down than this are not read.
const DEEPEST: usize = 64;

/// Writes it and gives the reference to it.
pub(super) fn write(to: &mut Writer<'_>, answered: &Answered<'_>) -> Value {
    let response = answered.response;
    let mut all = fields(json!({
        "resourceType": "QuestionnaireResponse",
        "status": if response.ended { "completed" } else { "in-progress" },
        "subject": to.subject(),
        "source": to.subject(),
    }));
    let version = answered.instrument.map_or("", |i| i.version.as_str());
    put_canonical(&mut all, &response.url, version);
    put_when(&mut all, "authored", response.at);
    put_extension_text(&mut all, "checksum", &response.checksum);
    let packs = &to.dossier.packs;
    let pack = packs.iter().find(|p| p.entry.checksum == response.checksum);
    let asked = pack.and_then(|pack| questionnaire::of(pack.entry));
    let order = answered.instrument.into_iter().flat_map(|i| &i.items);
    let displays = match to.with.questionnaires {
        Questionnaires::All => true,
        some => pack.is_some_and(|pack| some.takes(pack.entry)),
    };
    let nest = Nest::new(&response.answers, to.with.words, displays);
    for item in nest.items(asked.as_ref(), order.map(|item| item.link_id.as_str())) {
        push(&mut all, "item", item);
    }
    to.push(all, &Name::Thing(&answered.id))
}

/// `url|version`, and the URL beside it where it does not come back from that.
fn put_canonical(to: &mut Object, url: &str, version: &str) {
    let plain: String = url
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let version: String = version.split_whitespace().collect();
    if plain != url || url.contains('|') || url.is_empty() {
        put_exact(to, "questionnaire", url);
    }
    if plain.is_empty() {
        return;
    }
    let canonical = if version.is_empty() {
        plain
    } else {
        format!("{plain}|{version}")
    };
    to.insert("questionnaire".into(), canonical.into());
}

pub(super) fn is(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("QuestionnaireResponse")
}

pub(super) fn read(from: &Object) -> Option<Response> {
    let canonical = get(from, "questionnaire")?;
    let url = if from.contains_key("_questionnaire") {
        canonical
    } else {
        canonical.split('|').next()?.to_owned()
    };
    let mut answers = Answers::new();
    take(from, &mut answers, 0)?;
    Some(Response {
        at: get_when(from, "authored")?,
        url,
        checksum: extension_text(from, "checksum").unwrap_or_default(),
        answers,
        ended: plain(from, "status") == Some("completed"),
    })
}

fn take(from: &Object, answers: &mut Answers, depth: usize) -> Option<()> {
    for item in objects(from, "item") {
        if depth == DEEPEST {
            return None;
        }
        let link_id = get(item, "linkId")?;
        if extension_value(item, "no-answer", "valueBoolean") == Some(&Value::Bool(true)) {
            answers.entry(link_id.clone()).or_default();
        }
        for given in objects(item, "answer") {
            if let Some(answer) = answer::read(given) {
                answers.entry(link_id.clone()).or_default().push(answer);
            }
            take(given, answers, depth + 1)?;
        }
        take(item, answers, depth + 1)?;
    }
    Some(())
}

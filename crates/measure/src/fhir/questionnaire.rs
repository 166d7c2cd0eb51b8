// SPDX-License-Identifier: Apache-2.0
//! A questionnaire that is here: a `Questionnaire`, and beside it the pack to the letter, since a checksum hangs
//! on every byte of it.

use super::moment::{get_when, put_when};
use super::text::{
    Object, Shape, extension_text, object, pieces, plain, put_extension_text, put_pieces, put_some,
};
use super::writer::{Name, Writer};
use kindhold_care::Pack;
use serde_json::Value;

pub(super) fn write(to: &mut Writer<'_>, id: &str, pack: &Pack) {
    let mut all = of(pack).unwrap_or_default();
    // Its own id and who profiles it say nothing elsewhere.
    for name in ["id", "meta", "identifier", "text"] {
        all.remove(name);
    }
    all.insert("resourceType".into(), "Questionnaire".into());
    all.entry("status").or_insert_with(|| "unknown".into());
    if !all.contains_key("url") {
        put_some(&mut all, "url", &pack.url, Shape::Uri);
    }
    let mut taken_in = Object::new();
    put_when(&mut taken_in, "valueDateTime", pack.at);
    taken_in.insert("url".into(), "urn:kindhold:extension:taken-in".into());
    super::text::push(&mut all, "extension", taken_in.into());
    put_extension_text(&mut all, "url", &pack.url);
    put_extension_text(&mut all, "checksum", &pack.checksum);
    put_pieces(&mut all, "pack", &pack.pack);
    to.push(all, &Name::Thing(id));
}

/// The questionnaire of a pack, whether it stands alone or within; none when there is none.
pub(super) fn of(pack: &Pack) -> Option<Object> {
    let Ok(Value::Object(all)) = serde_json::from_str(&pack.pack) else {
        return None;
    };
    if is(&all) {
        return Some(all);
    }
    object(&all, "questionnaire").filter(|q| is(q)).cloned()
}

pub(super) fn is(resource: &Object) -> bool {
    plain(resource, "resourceType") == Some("Questionnaire")
}

pub(super) fn read(from: &Object) -> Option<Pack> {
    let taken_in = super::text::extensions(from, "taken-in").next()?;
    Some(Pack {
        at: get_when(taken_in, "valueDateTime")?,
        url: extension_text(from, "url").unwrap_or_default(),
        checksum: extension_text(from, "checksum").unwrap_or_default(),
        pack: pieces(from, "pack")?,
    })
}

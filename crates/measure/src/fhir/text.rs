// SPDX-License-Identifier: Apache-2.0
//! Text in JSON as FHIR takes it, without losing a character.
//!
//! FHIR knows no empty string, no control characters and no code with a space at its end. Where a text is one of
//! these, the nearest text that FHIR takes stands in the element, and the text itself, as JSON, in an extension.

use serde_json::{Map, Value, json};

/// A resource or an element of one.
pub(super) type Object = Map<String, Value>;

/// Where every extension's URL begins.
const EXTENSION: &str = "urn:kindhold:extension:";
/// Characters in one piece; FHIR wants less than 1,048,576 in a string.
const PIECE: usize = 250_000;

/// What FHIR lets stand in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `string`, `markdown`.
    Words,
    /// `code`: no spaces but single ones within.
    Code,
    /// `uri`, `canonical`: no spaces.
    Uri,
}

fn fitted(text: &str, shape: Shape) -> String {
    match shape {
        Shape::Words if text.trim().is_empty() => String::new(),
        Shape::Words => {
            let keep = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
            let mend = |c| if keep(c) { c } else { '\u{fffd}' };
            text.chars().take(4 * PIECE).map(mend).collect()
        }
        Shape::Code => {
            let plain = text.replace(|c: char| c.is_control(), " ");
            let words: Vec<_> = plain.split_whitespace().collect();
            words.join(" ")
        }
        Shape::Uri => {
            let keep = |c: &char| !c.is_control() && !c.is_whitespace();
            text.chars().filter(keep).collect()
        }
    }
}

/// Writes a text under a name.
pub(super) fn put(to: &mut Object, name: &str, text: &str, shape: Shape) {
    let fitted = fitted(text, shape);
    if fitted != text || text.is_empty() {
        put_exact(to, name, text);
    }
    if !fitted.is_empty() {
        to.insert(name.to_owned(), fitted.into());
    }
}

/// Writes a text under a name unless it is empty.
pub(super) fn put_some(to: &mut Object, name: &str, text: &str, shape: Shape) {
    if !text.is_empty() {
        put(to, name, text, shape);
    }
}

/// Says what a primitive element was to the letter.
pub(super) fn put_exact(to: &mut Object, name: &str, text: &str) {
    let pieces: Vec<_> = exact(text)
        .into_iter()
        .map(|piece| extension("exact", "valueString", piece))
        .collect();
    to.insert(format!("_{name}"), json!({ "extension": pieces }));
}

/// The pieces of a text as JSON, each of which FHIR takes as a string.
fn exact(text: &str) -> Vec<Value> {
    let whole: Vec<char> = Value::from(text).to_string().chars().collect();
    let pieces = whole.chunks(PIECE);
    pieces
        .map(|p| p.iter().collect::<String>().into())
        .collect()
}

/// A text to the letter, as extensions of a name of their own.
pub(super) fn put_pieces(to: &mut Object, name: &str, text: &str) {
    for piece in exact(text) {
        put_extension(to, name, "valueString", piece);
    }
}

/// Reads a text that [`put`] has written.
pub(super) fn get(from: &Object, name: &str) -> Option<String> {
    let beside = from.get(&format!("_{name}")).and_then(Value::as_object);
    let exact = beside.and_then(|beside| pieces(beside, "exact"));
    exact.or_else(|| from.get(name)?.as_str().map(str::to_owned))
}

/// Reads a text that [`put_pieces`] has written.
pub(super) fn pieces(from: &Object, name: &str) -> Option<String> {
    let whole: String = extensions(from, name)
        .filter_map(|e| e.get("valueString")?.as_str())
        .collect();
    serde_json::from_str(&whole).ok()
}

/// An extension of ours.
pub(super) fn extension(name: &str, kind: &str, value: impl Into<Value>) -> Value {
    let mut all = Object::new();
    all.insert("url".into(), format!("{EXTENSION}{name}").into());
    all.insert(kind.into(), value.into());
    all.into()
}

/// Adds an extension of ours.
pub(super) fn put_extension(to: &mut Object, name: &str, kind: &str, value: impl Into<Value>) {
    push(to, "extension", extension(name, kind, value));
}

/// Adds an extension of ours that holds a text to the letter; none for an empty one.
pub(super) fn put_extension_text(to: &mut Object, name: &str, text: &str) {
    if !text.is_empty() {
        let mut inner = Object::new();
        inner.insert("url".into(), format!("{EXTENSION}{name}").into());
        put(&mut inner, "valueString", text, Shape::Words);
        push(to, "extension", inner.into());
    }
}

/// The text of an extension of ours.
pub(super) fn extension_text(from: &Object, name: &str) -> Option<String> {
    get(extensions(from, name).next()?, "valueString")
}

/// The value of an extension of ours.
pub(super) fn extension_value<'a>(from: &'a Object, name: &str, kind: &str) -> Option<&'a Value> {
    extensions(from, name).next()?.get(kind)
}

pub(super) fn extensions<'a>(from: &'a Object, name: &str) -> impl Iterator<Item = &'a Object> {
    let url = format!("{EXTENSION}{name}");
    objects(from, "extension").filter(move |e| e.get("url").and_then(Value::as_str) == Some(&url))
}

/// Adds to a list.
pub(super) fn push(to: &mut Object, list: &str, value: Value) {
    let all = to.entry(list).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(all) = all {
        all.push(value);
    }
}

/// The objects of a list; none when there is no such list.
pub(super) fn objects<'a>(from: &'a Object, list: &str) -> impl Iterator<Item = &'a Object> {
    let all = from.get(list).and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_object)
}

/// An object under a name.
pub(super) fn object<'a>(from: &'a Object, name: &str) -> Option<&'a Object> {
    from.get(name)?.as_object()
}

/// A text under a name, as it stands there.
pub(super) fn plain<'a>(from: &'a Object, name: &str) -> Option<&'a str> {
    from.get(name)?.as_str()
}

/// An object from what `json!` gives.
pub(super) fn fields(value: Value) -> Object {
    match value {
        Value::Object(all) => all,
        _ => Object::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fhir_does_not_take_comes_back_to_the_letter() {
        let all = [
            "",
            " ",
            "a\u{0}b",
            "two  spaces ",
            "\u{a0}",
            "plain",
            "\u{fffd}",
        ];
        for text in all {
            for shape in [Shape::Words, Shape::Code, Shape::Uri] {
                let mut to = Object::new();
                put(&mut to, "x", text, shape);
                assert_eq!(get(&to, "x").as_deref(), Some(text), "{shape:?}");
                assert_ne!(plain(&to, "x"), Some(""));
            }
        }
        let mut to = Object::new();
        put(&mut to, "x", "plain", Shape::Words);
        assert_eq!(to.len(), 1, "what FHIR takes stands alone");
    }

    #[test]
    fn a_long_text_goes_in_pieces() {
        let long = "\u{1}é".repeat(PIECE);
        let mut to = Object::new();
        put_pieces(&mut to, "pack", &long);
        assert!(objects(&to, "extension").count() > 2);
        assert_eq!(pieces(&to, "pack"), Some(long));
    }
}

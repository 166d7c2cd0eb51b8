// SPDX-License-Identifier: Apache-2.0
//! One answer as `value[x]`.

use super::text::{
    Object, Shape, extension_text, fields, get, object, put, put_exact, put_extension_text,
    put_some,
};
use kindhold_care::{Answer, AnswerKind};
use serde_json::{Number, Value, json};

/// Writes an answer; the words of a choice only when they may go along. None when it is words and none may.
pub(super) fn write(answer: &Answer, words: bool, displays: bool) -> Option<Object> {
    let mut to = Object::new();
    match answer.kind {
        AnswerKind::Coding => {
            let mut coding = Object::new();
            put_some(&mut coding, "system", &answer.system, Shape::Uri);
            put(&mut coding, "code", &answer.value, Shape::Code);
            if displays {
                put_some(&mut coding, "display", &answer.display, Shape::Words);
            }
            to.insert("valueCoding".into(), coding.into());
            return Some(to);
        }
        AnswerKind::Integer => {
            let number = answer.value.parse::<i32>().ok();
            primitive(&mut to, "valueInteger", answer, number.map(Value::from));
        }
        AnswerKind::Decimal => {
            let number = answer.value.parse::<f64>().ok();
            let number = number.and_then(Number::from_f64).map(Value::from);
            primitive(&mut to, "valueDecimal", answer, number);
        }
        AnswerKind::Boolean => {
            let yes = answer.value.parse::<bool>().ok();
            primitive(&mut to, "valueBoolean", answer, yes.map(Value::from));
        }
        AnswerKind::Date => {
            let day = is_date(&answer.value).then(|| answer.value.clone().into());
            primitive(&mut to, "valueDate", answer, day);
        }
        AnswerKind::Text if words => put(&mut to, "valueString", &answer.value, Shape::Words),
        AnswerKind::Text => return None,
    }
    // A kind that has no place for them can have them all the same.
    put_extension_text(&mut to, "system", &answer.system);
    if displays {
        put_extension_text(&mut to, "display", &answer.display);
    }
    Some(to)
}

/// Writes a value, and beside it how it was kept where the two differ.
fn primitive(to: &mut Object, name: &str, answer: &Answer, value: Option<Value>) {
    let as_read = value.as_ref().map(plain);
    if as_read.as_deref() != Some(&answer.value) {
        put_exact(to, name, &answer.value);
    }
    if let Some(value) = value {
        to.insert(name.to_owned(), value);
    }
}

/// A value as text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A day, a month or a year, as FHIR has them.
fn is_date(text: &str) -> bool {
    let number = |text: &str, digits: usize| {
        let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| fits)
    };
    let mut parts = text.split('-');
    let year = parts.next().and_then(|y| number(y, 4));
    let mut part = |most| {
        let fits = |p: u16| (1..=most).contains(&p);
        parts.next().is_none_or(|p| number(p, 2).is_some_and(fits))
    };
    year.is_some_and(|y| y > 0) && part(12) && part(31) && parts.next().is_none()
}

/// Reads an answer; none when it is of no kind that is known here.
pub(super) fn read(from: &Object) -> Option<Answer> {
    if let Some(coding) = object(from, "valueCoding") {
        return Some(Answer {
            kind: AnswerKind::Coding,
            value: get(coding, "code").unwrap_or_default(),
            system: get(coding, "system").unwrap_or_default(),
            display: get(coding, "display").unwrap_or_default(),
        });
    }
    let kinds = [
        ("valueInteger", AnswerKind::Integer),
        ("valueDecimal", AnswerKind::Decimal),
        ("valueBoolean", AnswerKind::Boolean),
        ("valueDate", AnswerKind::Date),
        ("valueString", AnswerKind::Text),
    ];
    let is_there = |name: &str| from.contains_key(name) || from.contains_key(&format!("_{name}"));
    let (name, kind) = kinds.into_iter().find(|(name, _)| is_there(name))?;
    let value = get(from, name).or_else(|| match from.get(name)? {
        value @ (Value::Number(_) | Value::Bool(_)) => Some(plain(value)),
        _ => None,
    })?;
    Some(Answer {
        kind,
        value,
        system: extension_text(from, "system").unwrap_or_default(),
        display: extension_text(from, "display").unwrap_or_default(),
    })
}

/// Answers of an item, as a list for `item.answer`.
pub(super) fn list(answers: &[Answer], words: bool, displays: bool) -> Vec<Object> {
    let all = answers.iter();
    all.filter_map(|a| write(a, words, displays)).collect()
}

/// An item of a response that has a name and nothing yet.
pub(super) fn item(link_id: &str) -> Object {
    let mut item = fields(json!({}));
    put(&mut item, "linkId", link_id, Shape::Words);
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_comes_back_whatever_stands_in_it() {
        let values = [
            "",
            "0",
            "12",
            "007",
            "-3",
            "2147483648",
            "0.5",
            "0.50",
            "1e3",
            "NaN",
            "inf",
            "true",
            "TRUE",
            "2026-11-25",
            "2026-13-01",
            "2026-1-1",
            "2026",
            "words",
            " ",
            "a\u{0}",
        ];
        for kind in AnswerKind::ALL {
            for value in values {
                for (system, display) in [("", ""), ("urn:x", "some words"), ("a b", "\u{2}")] {
                    let answer = Answer {
                        kind,
                        value: value.into(),
                        system: system.into(),
                        display: display.into(),
                    };
                    let written = write(&answer, true, true).expect("words may go along");
                    let text = Value::from(written).to_string();
                    let back: Value = serde_json::from_str(&text).expect("JSON");
                    let back = read(back.as_object().expect("an object"));
                    assert_eq!(back, Some(answer), "{text}");
                }
            }
        }
    }
}

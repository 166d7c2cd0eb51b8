// SPDX-License-Identifier: Apache-2.0
//! Functions of words, and from one kind to another.

use super::node::{Thing, one, perhaps};
use super::{Decimal, PathError};
use std::borrow::Cow;

type Things<'a> = Vec<Thing<'a>>;

/// Longest text that a function may make, in bytes.
const MOST_TEXT: usize = super::MOST_BYTES;

/// `None` when it is none of these.
pub(super) fn call<'a>(
    name: &str,
    all: &[Thing<'a>],
    with: &[Things<'a>],
) -> Result<Option<Things<'a>>, PathError> {
    if let ("join", [] | [_]) = (name, with) {
        return joined(all, with).map(Some);
    }
    if let ("toInteger" | "toDecimal" | "toString" | "toBoolean", []) = (name, with) {
        let thing = one(all, "to…()")?.map(Thing::plain);
        return Ok(Some(perhaps(
            thing.and_then(|thing| converted(name, &thing)),
        )));
    }
    if let Some(kind) = name.strip_prefix("convertsTo") {
        let to = match kind {
            "Integer" => "toInteger",
            "Decimal" => "toDecimal",
            "String" => "toString",
            "Boolean" => "toBoolean",
            _ => return Ok(None),
        };
        let thing = one(all, "convertsTo…()")?.map(Thing::plain);
        let yes = thing.map(|thing| Thing::Boolean(converted(to, &thing).is_some()));
        return Ok(Some(perhaps(yes)));
    }
    of_words(name, all, with)
}

fn of_words<'a>(
    name: &str,
    all: &[Thing<'a>],
    with: &[Things<'a>],
) -> Result<Option<Things<'a>>, PathError> {
    const KNOWN: [(&str, usize, usize); 11] = [
        ("startsWith", 1, 1),
        ("endsWith", 1, 1),
        ("contains", 1, 1),
        ("indexOf", 1, 1),
        ("substring", 1, 2),
        ("length", 0, 0),
        ("upper", 0, 0),
        ("lower", 0, 0),
        ("trim", 0, 0),
        ("replace", 2, 2),
        ("split", 1, 1),
    ];
    let Some((known, least, most)) = KNOWN.iter().find(|known| known.0 == name) else {
        return Ok(None);
    };
    if !(*least..=*most).contains(&with.len()) {
        return Err(PathError::Kinds(known));
    }
    let Some(thing) = one(all, known)? else {
        return Ok(Some(Vec::new()));
    };
    let words = thing.words().ok_or(PathError::Kinds(known))?;
    if *known == "substring" {
        return part(&words, with).map(|part| Some(text(part)));
    }
    let mut arguments = Vec::new();
    for argument in with {
        match one(argument, known)? {
            Some(argument) => arguments.push(argument.words().ok_or(PathError::Kinds(known))?),
            None => return Ok(Some(Vec::new())),
        }
    }
    let first = arguments.first().map_or("", String::as_str);
    let second = arguments.get(1).map_or("", String::as_str);
    Ok(Some(match *known {
        "startsWith" => vec![Thing::Boolean(words.starts_with(first))],
        "endsWith" => vec![Thing::Boolean(words.ends_with(first))],
        "contains" => vec![Thing::Boolean(words.contains(first))],
        "indexOf" => {
            let at = words.find(first).map(|at| words[..at].chars().count());
            let at = at.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1);
            vec![Thing::Number(Decimal::whole(at), true)]
        }
        "length" => vec![Thing::whole(words.chars().count())],
        "upper" => text(Some(words.to_uppercase())),
        "lower" => text(Some(words.to_lowercase())),
        "trim" => text(Some(words.trim().to_owned())),
        "replace" => {
            let made = words.len().saturating_mul(second.len() + 1);
            if made > MOST_TEXT {
                return Err(PathError::TooMuch);
            }
            text(Some(words.replace(first, second)))
        }
        _ if first.is_empty() => words.chars().map(|c| owned(c.to_string())).collect(),
        _ => words
            .split(first)
            .map(|part| owned(part.to_owned()))
            .collect(),
    }))
}

fn owned<'a>(words: String) -> Thing<'a> {
    Thing::Text(Cow::Owned(words))
}

fn text<'a>(words: Option<String>) -> Things<'a> {
    perhaps(words.map(owned))
}

fn joined<'a>(all: &[Thing<'a>], with: &[Things<'a>]) -> Result<Things<'a>, PathError> {
    let between = match with.first() {
        Some(between) => one(between, "join()")?.and_then(Thing::words),
        None => None,
    };
    let words: Option<Vec<_>> = all.iter().map(Thing::words).collect();
    let words = words.ok_or(PathError::Kinds("join()"))?;
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let between = between.unwrap_or_default();
    let length: usize = words.iter().map(|w| w.len() + between.len()).sum();
    if length > MOST_TEXT {
        return Err(PathError::TooMuch);
    }
    Ok(text(Some(words.join(&between))))
}

fn part(words: &str, with: &[Things<'_>]) -> Result<Option<String>, PathError> {
    let mut numbers = Vec::new();
    for argument in with {
        let number = one(argument, "substring()")?.and_then(Thing::number);
        numbers.push(number.and_then(Decimal::to_i64));
    }
    let Some(Some(start)) = numbers.first() else {
        return Ok(None);
    };
    let Ok(start) = usize::try_from(*start) else {
        return Ok(None);
    };
    if start >= words.chars().count() {
        return Ok(None);
    }
    let length = match numbers.get(1).copied().flatten() {
        Some(length) => usize::try_from(length).unwrap_or(0),
        None => usize::MAX,
    };
    Ok(Some(words.chars().skip(start).take(length).collect()))
}

fn converted<'a>(name: &str, thing: &Thing<'a>) -> Option<Thing<'a>> {
    match name {
        "toString" => thing.written().map(owned),
        "toInteger" => match thing {
            Thing::Number(number, true) => Some(Thing::Number(*number, true)),
            Thing::Boolean(yes) => Some(Thing::whole(usize::from(*yes))),
            Thing::Text(text) => {
                let number: i64 = text.strip_prefix('+').unwrap_or(text).parse().ok()?;
                Some(Thing::Number(Decimal::whole(number), true))
            }
            _ => None,
        },
        "toDecimal" => match thing {
            Thing::Number(number, _) => Some(Thing::Number(*number, false)),
            Thing::Boolean(yes) => Some(Thing::Number(Decimal::whole(i64::from(*yes)), false)),
            Thing::Text(text) if !text.contains(['e', 'E']) => {
                Decimal::read(text).map(|number| Thing::Number(number, false))
            }
            _ => None,
        },
        _ => match thing {
            Thing::Boolean(_) => Some(thing.clone()),
            Thing::Number(number, _) => match number.to_i64() {
                Some(0) => Some(Thing::Boolean(false)),
                Some(1) => Some(Thing::Boolean(true)),
                _ => None,
            },
            Thing::Text(text) => match text.to_ascii_lowercase().as_str() {
                "true" | "t" | "yes" | "y" | "1" | "1.0" => Some(Thing::Boolean(true)),
                "false" | "f" | "no" | "n" | "0" | "0.0" => Some(Thing::Boolean(false)),
                _ => None,
            },
            _ => None,
        },
    }
}

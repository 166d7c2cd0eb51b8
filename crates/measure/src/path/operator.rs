// SPDX-License-Identifier: Apache-2.0
//! Comparing, calculating, and logic with three values.

use super::collection::{all_alike, holds, union};
use super::moment::Moment;
use super::node::{Thing, condition, one, perhaps};
use super::{Decimal, PathError};
use serde_json::Value;
use std::borrow::Cow;
use std::cmp::Ordering;

type Things<'a> = Vec<Thing<'a>>;

pub(super) fn apply<'a>(
    operator: &'static str,
    left: Things<'a>,
    right: Things<'a>,
) -> Result<Things<'a>, PathError> {
    let perhaps_yes = |yes: Option<bool>| Ok(perhaps(yes.map(Thing::Boolean)));
    match operator {
        "|" => Ok(union(left, &right)),
        "=" => perhaps_yes(all_equal(&left, &right)),
        "!=" => perhaps_yes(all_equal(&left, &right).map(|yes| !yes)),
        "~" => perhaps_yes(Some(all_alike(&left, &right))),
        "!~" => perhaps_yes(Some(!all_alike(&left, &right))),
        "in" => member(&left, &right, "in"),
        "contains" => member(&right, &left, "contains"),
        "and" | "or" | "xor" | "implies" => {
            let left = condition(&left, operator)?;
            perhaps_yes(logic(operator, left, condition(&right, operator)?))
        }
        "&" => {
            let text = |all: &[Thing<'a>]| Ok(one(all, "&")?.and_then(Thing::written));
            joined(
                text(&left)?.unwrap_or_default(),
                &text(&right)?.unwrap_or_default(),
            )
        }
        _ => {
            let (Some(a), Some(b)) = (one(&left, operator)?, one(&right, operator)?) else {
                return Ok(Vec::new());
            };
            match operator {
                "<" | ">" | "<=" | ">=" => perhaps_yes(order(operator, a, b)?),
                _ => arithmetic(operator, a, b),
            }
        }
    }
}

fn joined<'a>(first: String, second: &str) -> Result<Things<'a>, PathError> {
    if first.len() + second.len() > super::MOST_BYTES {
        return Err(PathError::TooMuch);
    }
    Ok(vec![Thing::Text(Cow::Owned(first + second))])
}

fn member<'a>(
    one_of: &[Thing<'a>],
    all: &[Thing<'a>],
    what: &'static str,
) -> Result<Things<'a>, PathError> {
    Ok(perhaps(
        one(one_of, what)?.map(|thing| Thing::Boolean(holds(all, thing))),
    ))
}

fn logic(operator: &str, a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match operator {
        "and" => match (a, b) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        "or" => match (a, b) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        "xor" => Some(a? ^ b?),
        _ => match (a, b) {
            (Some(false), _) | (_, Some(true)) => Some(true),
            (Some(true), b) => b,
            _ => None,
        },
    }
}

fn all_equal(a: &[Thing<'_>], b: &[Thing<'_>]) -> Option<bool> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    if a.len() != b.len() {
        return Some(false);
    }
    let mut all = Some(true);
    for (a, b) in a.iter().zip(b) {
        all = logic("and", all, equal(a, b));
    }
    all
}

/// Whether two things are equal; `None` where one does not say enough.
pub(super) fn equal(a: &Thing<'_>, b: &Thing<'_>) -> Option<bool> {
    match pair(a, b) {
        (Thing::Boolean(a), Thing::Boolean(b)) => Some(a == b),
        (Thing::Number(a, _), Thing::Number(b, _)) => Some(a == b),
        (Thing::Text(a), Thing::Text(b)) => Some(a == b),
        (Thing::Moment(a), Thing::Moment(b)) => a.against(&b).map(Ordering::is_eq),
        (Thing::Quantity(a, u), Thing::Quantity(b, v)) => (unit(&u) == unit(&v)).then(|| a == b),
        (Thing::Node(a), Thing::Node(b)) => Some(a.value == b.value),
        _ => Some(false),
    }
}

/// Whether two things mean the same (`~`): capitals and spaces make no difference, nor do words beside a code.
pub(super) fn alike(a: &Thing<'_>, b: &Thing<'_>) -> bool {
    match pair(a, b) {
        (Thing::Text(a), Thing::Text(b)) => folded(&a) == folded(&b),
        (Thing::Number(a, _), Thing::Number(b, _)) => a.nearly(b),
        (Thing::Moment(a), Thing::Moment(b)) => a.against(&b) == Some(Ordering::Equal),
        (Thing::Node(a), Thing::Node(b)) => {
            let code = |node: &Value, key: &str| node.get(key).cloned();
            match (code(a.value, "code"), code(b.value, "code")) {
                (Some(x), Some(y)) => x == y && code(a.value, "system") == code(b.value, "system"),
                _ => a.value == b.value,
            }
        }
        _ => equal(a, b) == Some(true),
    }
}

fn folded(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Both as values; words are read as a date where the other is one.
fn pair<'a>(a: &Thing<'a>, b: &Thing<'a>) -> (Thing<'a>, Thing<'a>) {
    let (a, b) = (a.plain(), b.plain());
    let dated = |text: &str| Moment::read(text).map(Thing::Moment);
    let read = match (&a, &b) {
        (Thing::Text(text), Thing::Moment(_)) => dated(text).map(|m| (m, b.clone())),
        (Thing::Moment(_), Thing::Text(text)) => dated(text).map(|m| (a.clone(), m)),
        (Thing::Number(n, _), Thing::Quantity(_, u)) if unit(u) == "1" => {
            Some((Thing::Quantity(*n, u.clone()), b.clone()))
        }
        (Thing::Quantity(_, u), Thing::Number(n, _)) if unit(u) == "1" => {
            Some((a.clone(), Thing::Quantity(*n, u.clone())))
        }
        _ => None,
    };
    read.unwrap_or((a, b))
}

/// The unit as its singular; words for time have two.
fn unit(unit: &str) -> &str {
    match unit {
        "years" | "months" | "weeks" | "days" | "hours" | "minutes" | "seconds"
        | "milliseconds" => &unit[..unit.len() - 1],
        _ => unit,
    }
}

fn order(operator: &str, a: &Thing<'_>, b: &Thing<'_>) -> Result<Option<bool>, PathError> {
    let order = match pair(a, b) {
        (Thing::Number(a, _), Thing::Number(b, _)) => Some(a.cmp(&b)),
        (Thing::Text(a), Thing::Text(b)) => Some(a.cmp(&b)),
        (Thing::Moment(a), Thing::Moment(b)) => a.against(&b),
        (Thing::Quantity(a, u), Thing::Quantity(b, v)) => (unit(&u) == unit(&v)).then(|| a.cmp(&b)),
        _ => return Err(PathError::Kinds("<")),
    };
    Ok(order.map(|order| match operator {
        "<" => order.is_lt(),
        ">" => order.is_gt(),
        "<=" => order.is_le(),
        _ => order.is_ge(),
    }))
}

fn arithmetic<'a>(
    operator: &'static str,
    a: &Thing<'a>,
    b: &Thing<'a>,
) -> Result<Things<'a>, PathError> {
    match (a.plain(), b.plain()) {
        (Thing::Number(a, i), Thing::Number(b, j)) => {
            let whole = i && j && operator != "/";
            let number = numbers(operator, a, b)?;
            Ok(perhaps(
                number.map(|n| Thing::Number(n, whole || operator == "div")),
            ))
        }
        (Thing::Text(a), Thing::Text(b)) if operator == "+" => joined(a.into_owned(), &b),
        (Thing::Quantity(a, u), Thing::Quantity(b, v)) if matches!(operator, "+" | "-") => {
            if unit(&u) != unit(&v) {
                return Ok(Vec::new());
            }
            let number = numbers(operator, a, b)?;
            Ok(perhaps(number.map(|n| Thing::Quantity(n, u))))
        }
        (Thing::Quantity(a, u), Thing::Number(b, _)) if matches!(operator, "*" | "/") => {
            let number = numbers(operator, a, b)?;
            Ok(perhaps(number.map(|n| Thing::Quantity(n, u))))
        }
        (Thing::Number(a, _), Thing::Quantity(b, u)) if operator == "*" => {
            Ok(vec![Thing::Quantity(a.times(b)?, u)])
        }
        _ => Err(PathError::Kinds(operator)),
    }
}

fn numbers(operator: &str, a: Decimal, b: Decimal) -> Result<Option<Decimal>, PathError> {
    match operator {
        "+" => a.plus(b).map(Some),
        "-" => a.minus(b).map(Some),
        "*" => a.times(b).map(Some),
        "/" => a.over(b),
        "div" => Ok(a.parted(b)?.map(|(whole, _)| whole)),
        _ => Ok(a.parted(b)?.map(|(_, rest)| rest)),
    }
}

/// Functions of one number; `None` when it is none of these.
pub(super) fn calculate<'a>(
    name: &str,
    all: &[Thing<'a>],
    with: &[Things<'a>],
) -> Result<Option<Things<'a>>, PathError> {
    const KNOWN: [&str; 11] = [
        "abs", "ceiling", "floor", "truncate", "round", "sqrt", "exp", "ln", "log", "power",
        "negate",
    ];
    let Some(known) = KNOWN.iter().find(|known| **known == name) else {
        return Ok(None);
    };
    let Some(thing) = one(all, known)? else {
        return Ok(Some(Vec::new()));
    };
    let thing = thing.plain();
    let (number, whole) = match &thing {
        Thing::Number(number, whole) => (*number, *whole),
        Thing::Quantity(number, _) if *known == "abs" => (*number, false),
        _ => return Err(PathError::Kinds(known)),
    };
    let argument = match with.first() {
        Some(argument) => match one(argument, known)? {
            Some(argument) => Some(argument.number().ok_or(PathError::Kinds(known))?),
            None => return Ok(Some(Vec::new())),
        },
        None => None,
    };
    let done = one_number(known, number, argument)?;
    let whole = match *known {
        "ceiling" | "floor" | "truncate" => true,
        "abs" | "power" | "negate" => whole && done.is_some_and(|n| n.to_i64().is_some()),
        _ => false,
    };
    Ok(Some(perhaps(done.map(|number| match thing {
        Thing::Quantity(_, unit) => Thing::Quantity(number, unit),
        _ => Thing::Number(number, whole),
    }))))
}

fn one_number(
    name: &'static str,
    number: Decimal,
    argument: Option<Decimal>,
) -> Result<Option<Decimal>, PathError> {
    let float = |value: f64| {
        // Fifteen digits: what a binary calculation is good for.
        format!("{value:.14e}")
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite())
            .and_then(Decimal::from_f64)
    };
    let (cut, floor, ceiling) = number.steps();
    let of = number.to_f64();
    Ok(match (name, argument) {
        ("abs", None) if number < Decimal::ZERO => Some(number.negative()?),
        ("abs", None) => Some(number),
        ("negate", None) => Some(number.negative()?),
        ("truncate", None) => Some(cut),
        ("floor", None) => Some(floor),
        ("ceiling", None) => Some(ceiling),
        ("round", None) => Some(number.rounded(0)),
        ("round", Some(places)) => {
            let places = places.to_i64().and_then(|p| u32::try_from(p).ok());
            Some(number.rounded(places.ok_or(PathError::Kinds("round"))?))
        }
        ("sqrt", None) => float(of.sqrt()),
        ("exp", None) => float(of.exp()),
        ("ln", None) => float(of.ln()),
        ("log", Some(base)) => float(of.ln() / base.to_f64().ln()),
        ("power", Some(by)) => match by.to_i64() {
            Some(times @ 0..=64) => match powered(number, times) {
                Ok(number) => Some(number),
                Err(_) => float(of.powf(by.to_f64())),
            },
            _ => float(of.powf(by.to_f64())),
        },
        _ => return Err(PathError::Kinds(name)),
    })
}

fn powered(number: Decimal, times: i64) -> Result<Decimal, PathError> {
    (0..times).try_fold(Decimal::whole(1), |power, _| power.times(number))
}

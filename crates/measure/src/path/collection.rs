// SPDX-License-Identifier: Apache-2.0
//! Functions of whole collections.

use super::node::{Thing, condition, one, perhaps};
use super::operator::{alike, equal};
use super::{Decimal, PathError};

type Things<'a> = Vec<Thing<'a>>;

/// Whether it compares everything with everything, so that its work is counted as such.
pub(super) fn compares_all(name: &str) -> bool {
    matches!(
        name,
        "distinct" | "isDistinct" | "union" | "intersect" | "exclude" | "subsetOf" | "supersetOf"
    )
}

/// `None` when it is none of these.
pub(super) fn call<'a>(
    name: &str,
    all: &[Thing<'a>],
    with: &[Things<'a>],
) -> Result<Option<Things<'a>>, PathError> {
    let yes = |yes: bool| Ok(Some(vec![Thing::Boolean(yes)]));
    match (name, with) {
        ("empty", []) => yes(all.is_empty()),
        ("exists", []) => yes(!all.is_empty()),
        ("hasValue", []) => yes(matches!(all, [one] if has_value(one))),
        ("count", []) => Ok(Some(vec![Thing::whole(all.len())])),
        ("first", []) => Ok(Some(all.iter().take(1).cloned().collect())),
        ("last", []) => Ok(Some(perhaps(all.last().cloned()))),
        ("tail", []) => Ok(Some(all.iter().skip(1).cloned().collect())),
        ("skip", [by]) => Ok(Some(all.iter().skip(many(by)?).cloned().collect())),
        ("take", [by]) => Ok(Some(all.iter().take(many(by)?).cloned().collect())),
        ("single", []) => Ok(Some(perhaps(one(all, "single()")?.cloned()))),
        ("not", []) => {
            let not = condition(all, "not()")?;
            Ok(Some(perhaps(not.map(|yes| Thing::Boolean(!yes)))))
        }
        ("allTrue", []) => yes(booleans(all)?.iter().all(|yes| *yes)),
        ("anyTrue", []) => yes(booleans(all)?.iter().any(|yes| *yes)),
        ("allFalse", []) => yes(booleans(all)?.iter().all(|yes| !*yes)),
        ("anyFalse", []) => yes(booleans(all)?.iter().any(|yes| !*yes)),
        ("distinct", []) => Ok(Some(distinct(all))),
        ("isDistinct", []) => yes(distinct(all).len() == all.len()),
        ("union", [other]) => Ok(Some(union(all.to_vec(), other))),
        ("combine", [other]) => Ok(Some(all.iter().chain(other).cloned().collect())),
        ("intersect", [other]) => {
            let both: Things<'a> = all.iter().filter(|a| holds(other, a)).cloned().collect();
            Ok(Some(distinct(&both)))
        }
        ("exclude", [other]) => {
            let kept = all.iter().filter(|a| !holds(other, a)).cloned();
            Ok(Some(kept.collect()))
        }
        ("subsetOf", [other]) => yes(all.iter().all(|a| holds(other, a))),
        ("supersetOf", [other]) => yes(other.iter().all(|a| holds(all, a))),
        ("extension", [url]) => Ok(Some(extensions(all, url)?)),
        ("sum" | "avg" | "min" | "max", []) => measure(name, all).map(Some),
        _ => Ok(None),
    }
}

pub(super) fn union<'a>(all: Things<'a>, other: &[Thing<'a>]) -> Things<'a> {
    let both: Things<'a> = all.into_iter().chain(other.iter().cloned()).collect();
    distinct(&both)
}

pub(super) fn holds(all: &[Thing<'_>], thing: &Thing<'_>) -> bool {
    all.iter().any(|one| equal(one, thing) == Some(true))
}

fn distinct<'a>(all: &[Thing<'a>]) -> Things<'a> {
    let mut out: Things<'a> = Vec::new();
    for thing in all {
        if !holds(&out, thing) {
            out.push(thing.clone());
        }
    }
    out
}

fn has_value(thing: &Thing<'_>) -> bool {
    !matches!(thing.plain(), Thing::Node(_))
}

fn many(all: &[Thing<'_>]) -> Result<usize, PathError> {
    let number = one(all, "skip()")?.and_then(Thing::number);
    let number = number.and_then(Decimal::to_i64).unwrap_or(0);
    Ok(usize::try_from(number).unwrap_or(0))
}

fn booleans(all: &[Thing<'_>]) -> Result<Vec<bool>, PathError> {
    all.iter()
        .map(|thing| match thing.plain() {
            Thing::Boolean(yes) => Ok(yes),
            _ => Err(PathError::Kinds("allTrue()")),
        })
        .collect()
}

fn extensions<'a>(all: &[Thing<'a>], url: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
    let url = one(url, "extension()")?.and_then(Thing::words);
    let mut out = Vec::new();
    for thing in all {
        if let Thing::Node(node) = thing {
            node.members("extension", &mut out);
        }
    }
    out.retain(|thing| match thing {
        Thing::Node(node) => node.value.get("url").and_then(|u| u.as_str()) == url.as_deref(),
        _ => false,
    });
    Ok(out)
}

/// Sum, mean, least and most. Of nothing there is none, so that no answers are never a score of 0.
fn measure<'a>(name: &str, all: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
    let what = "sum(), avg(), min() and max()";
    let mut numbers = Vec::with_capacity(all.len());
    let mut all_whole = true;
    let mut unit = None;
    for thing in all {
        match thing.plain() {
            Thing::Number(number, whole) => {
                all_whole &= whole;
                numbers.push(number);
            }
            Thing::Quantity(number, of) => {
                if unit.get_or_insert_with(|| of.clone()) != &of {
                    return Err(PathError::Kinds(what));
                }
                numbers.push(number);
            }
            Thing::Text(_) if matches!(name, "min" | "max") => return least_text(name, all),
            _ => return Err(PathError::Kinds(what)),
        }
    }
    let Some(first) = numbers.first().copied() else {
        return Ok(Vec::new());
    };
    let sum = || {
        numbers
            .iter()
            .try_fold(Decimal::ZERO, |sum, number| sum.plus(*number))
    };
    let (number, whole) = match name {
        "sum" => (sum()?, all_whole),
        "min" => (numbers.iter().copied().fold(first, Decimal::min), all_whole),
        "max" => (numbers.iter().copied().fold(first, Decimal::max), all_whole),
        _ => {
            let of = Decimal::whole(i64::try_from(numbers.len()).unwrap_or(i64::MAX));
            (sum()?.over(of)?.unwrap_or(Decimal::ZERO), false)
        }
    };
    Ok(vec![match unit {
        Some(unit) => Thing::Quantity(number, unit),
        None => Thing::Number(number, whole),
    }])
}

fn least_text<'a>(name: &str, all: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
    let texts = all
        .iter()
        .map(|thing| thing.words().ok_or(PathError::Kinds("min() and max()")))
        .collect::<Result<Vec<_>, _>>()?;
    let found = if name == "min" {
        texts.into_iter().min()
    } else {
        texts.into_iter().max()
    };
    Ok(perhaps(found.map(|text| Thing::Text(text.into()))))
}

/// Whether two collections are alike (`~`): in any order.
pub(super) fn all_alike(a: &[Thing<'_>], b: &[Thing<'_>]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut left: Vec<&Thing<'_>> = b.iter().collect();
    a.iter().all(|thing| {
        let found = left.iter().position(|other| alike(thing, other));
        found.map(|i| left.swap_remove(i)).is_some()
    })
}

// SPDX-License-Identifier: Apache-2.0
//! Whether a file is a known questionnaire, and which of its items are which.

use super::{Applied, Counted, How, KEYS, Key, KeyScale, Worth};
use crate::alert;
use crate::instrument::{Choice, Instrument, Item, ItemKind};
use crate::questionnaire::Finding;
use crate::score::Scale;
use std::collections::BTreeMap;

const LOINC: &str = "http://loinc.org";

/// The key that a file goes by: named in the pack, by its URL, or by LOINC's codes.
pub(crate) fn recognise(
    instrument: &Instrument,
    named: Option<&str>,
    findings: &mut Vec<Finding>,
) -> Option<&'static Key> {
    if let Some(named) = named {
        let key = Key::named(named);
        if key.is_none() {
            let key = named.chars().take(40).collect();
            findings.push(Finding::KeyUnknown { key });
        }
        return key;
    }
    let questionnaire = &instrument.form.questionnaire;
    let panel = questionnaire["code"].as_array().into_iter().flatten();
    let panel: Vec<&str> = panel
        .filter(|code| code["system"] == LOINC)
        .filter_map(|code| code["code"].as_str())
        .collect();
    KEYS.iter().find(|key| {
        let by_url = key.urls.contains(&instrument.url.as_str());
        let by_panel = panel.iter().any(|code| key.panels.contains(code));
        let by_item = instrument.form.nodes.iter().any(|node| {
            node.codes
                .iter()
                .any(|code| code.system == LOINC && key.panels.contains(&code.code.as_str()))
        });
        let by_items = !key.item_codes.is_empty()
            && key
                .item_codes
                .iter()
                .all(|code| by_code(instrument, code).is_some());
        by_url || by_panel || by_item || by_items
    })
}

/// The item of a LOINC code: among its codes, or as its `linkId`, as some programs write it.
fn by_code(instrument: &Instrument, code: &str) -> Option<usize> {
    instrument.form.nodes.iter().position(|node| {
        let coded = node
            .codes
            .iter()
            .any(|own| own.system == LOINC && own.code == code);
        node.kind.answers() && (coded || node.link_id.trim_start_matches('/') == code)
    })
}

/// Makes the scales of a key ready for this file, if its shape agrees.
pub(crate) fn apply(
    key: &'static Key,
    instrument: &mut Instrument,
    findings: &mut Vec<Finding>,
) -> Vec<Applied> {
    let found = places(key, instrument).and_then(|places| {
        let counted = worths(key, instrument, &places, findings)?;
        Ok((places, counted))
    });
    let (places, counted) = match found {
        Ok(found) => found,
        Err(Stop::Said(finding)) => {
            findings.push(finding);
            return Vec::new();
        }
        Err(Stop::Shape(why)) => {
            findings.push(Finding::KeyShape { key: key.name, why });
            return Vec::new();
        }
    };
    alarm(key, instrument, &places);
    let links: Vec<String> = places
        .iter()
        .map(|place| instrument.form.nodes[*place].link_id.clone())
        .collect();
    let left_out: Vec<String> = left_out(key, instrument, &places);
    key.scales
        .iter()
        .map(|scale| of_scale(key, scale, &links, &counted, &left_out))
        .collect()
}

enum Stop {
    Shape(String),
    Said(Finding),
}

fn of_scale(
    key: &Key,
    scale: &KeyScale,
    links: &[String],
    counted: &[Counted],
    left_out: &[String],
) -> Applied {
    let (times, by) = match scale.how {
        How::Sum(times) => (times, scale.items.len() as f64),
        How::Mean | How::Own => (1.0, 1.0),
    };
    let own = scale.items.iter().map(|item| item - 1);
    Applied {
        scale: Scale {
            id: scale.id.to_owned(),
            name: scale.name.to_owned(),
            least: f64::from(key.least) * by * times,
            most: f64::from(key.most) * by * times,
            loinc: scale.loinc.map(str::to_owned),
            items: own.clone().filter_map(|i| links.get(i).cloned()).collect(),
            change: scale.change,
            cut_off: scale.cut_off,
            better: scale.better,
            validated: key.validated,
            answer_only: left_out.to_vec(),
        },
        counted: own.filter_map(|i| counted.get(i).cloned()).collect(),
        how: scale.how,
        own: None,
        additive: true,
    }
}

/// The nodes of the key's items, in its order.
fn places(key: &Key, instrument: &Instrument) -> Result<Vec<usize>, Stop> {
    let coded: Vec<usize> = key
        .item_codes
        .iter()
        .filter_map(|code| by_code(instrument, code))
        .collect();
    if !coded.is_empty() && coded.len() == key.items {
        return Ok(coded);
    }
    let fits = |item: &Item| match &item.kind {
        ItemKind::Choice { many, open, .. } => !many && !open,
        ItemKind::Integer { .. } => true,
        _ => false,
    };
    let extra: Vec<usize> = key
        .answer_only
        .iter()
        .filter_map(|code| by_code(instrument, code))
        .collect();
    let nodes = instrument.form.nodes.iter().enumerate();
    let mut all: Vec<usize> = nodes
        .filter(|(place, node)| {
            let item = node.item.and_then(|item| instrument.items.get(item));
            item.is_some_and(fits) && !extra.contains(place)
        })
        .map(|(place, _)| place)
        .collect();
    // One more question at the end, of those that are never counted, may come without its code.
    if all.len() == key.items + 1 && !key.answer_only.is_empty() && extra.is_empty() {
        all.pop();
    }
    if all.len() == key.items {
        Ok(all)
    } else {
        let (has, wants) = (all.len(), key.items);
        Err(Stop::Shape(format!(
            "it has {has} questions with choices or whole numbers where {wants} are wanted"
        )))
    }
}

fn left_out(key: &Key, instrument: &Instrument, places: &[usize]) -> Vec<String> {
    let asked = instrument.form.nodes.iter().enumerate();
    asked
        .filter(|(place, node)| {
            let asks = node.item.and_then(|item| instrument.items.get(item));
            !key.answer_only.is_empty() && asks.is_some_and(Item::asks) && !places.contains(place)
        })
        .map(|(_, node)| node.link_id.clone())
        .collect()
}

/// The items that speak of death: those that the key names, and others by their words unless the key says not to.
fn alarm(key: &Key, instrument: &mut Instrument, places: &[usize]) {
    for (number, place) in places.iter().enumerate() {
        let Some(item) = instrument.form.nodes[*place].item else {
            continue;
        };
        if let Some(item) = instrument.items.get_mut(item) {
            let named = key.speaks.contains(&(number + 1));
            item.speaks_of_death = named || (key.speaks_by_words && item.speaks_of_death);
        }
    }
    if !key.speaks_by_words {
        return;
    }
    for item in &mut instrument.items {
        item.speaks_of_death |= item.asks() && alert::speaks(&item.text);
    }
}

fn worths(
    key: &'static Key,
    instrument: &Instrument,
    places: &[usize],
    findings: &mut Vec<Finding>,
) -> Result<Vec<Counted>, Stop> {
    let mut out = Vec::with_capacity(places.len());
    let mut given = false;
    for place in places {
        let node = &instrument.form.nodes[*place];
        let item = node.item.and_then(|item| instrument.items.get(item));
        let Some(item) = item else {
            return Err(Stop::Shape(format!("“{}” cannot be asked", node.link_id)));
        };
        let worth = match &item.kind {
            ItemKind::Integer { least, most } => of_number(key, item, *least, *most)?,
            ItemKind::Choice { choices, .. } => {
                let (worth, by_code) = of_choices(key, item, choices, findings)?;
                given |= by_code;
                worth
            }
            _ => return Err(Stop::Shape(format!("“{}” has no choices", item.link_id))),
        };
        out.push(Counted {
            place: *place,
            worth,
        });
    }
    if given {
        findings.push(Finding::KeyGivesValues { key: key.name });
    }
    turn(key, instrument, &mut out, findings)?;
    Ok(out)
}

fn of_number(key: &Key, item: &Item, least: Option<i64>, most: Option<i64>) -> Result<Worth, Stop> {
    let agrees = |bound: Option<i64>, wanted: i32| bound.is_none_or(|b| b == i64::from(wanted));
    if !agrees(least, key.least) || !agrees(most, key.most) {
        return Err(Stop::Shape(format!(
            "“{}” does not go from {} to {}",
            item.link_id, key.least, key.most
        )));
    }
    Ok(Worth::Number {
        least: f64::from(key.least),
        most: f64::from(key.most),
        turned: false,
    })
}

/// What the choices count, and whether that came from the key alone.
fn of_choices(
    key: &'static Key,
    item: &Item,
    choices: &[Choice],
    findings: &mut Vec<Finding>,
) -> Result<(Worth, bool), Stop> {
    let wanted: Vec<f64> = (key.least..=key.most).map(f64::from).collect();
    if choices.len() != wanted.len() {
        return Err(Stop::Shape(format!(
            "“{}” has {} choices where {} are wanted",
            item.link_id,
            choices.len(),
            wanted.len()
        )));
    }
    let with = |values: Vec<f64>| {
        let all = choices.iter().zip(values).map(|(choice, value)| {
            let coding = &choice.coding;
            (coding.system.clone(), coding.code.clone(), value)
        });
        Worth::Choices(all.collect())
    };
    let own: Option<Vec<f64>> = choices.iter().map(|choice| choice.value).collect();
    let Some(own) = own else {
        let coded: Option<Vec<f64>> = choices
            .iter()
            .map(|choice| {
                let code = choice.coding.code.as_str();
                let rank = key.choice_codes.iter().position(|known| *known == code)?;
                wanted.get(rank).copied()
            })
            .collect();
        return coded.map(|values| (with(values), true)).ok_or_else(|| {
            Stop::Shape(format!(
                "the choices of “{}” do not say what they count",
                item.link_id
            ))
        });
    };
    let mut sorted = own.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let differs: Vec<(f64, f64)> = sorted
        .iter()
        .zip(&wanted)
        .filter(|(own, known)| (*own - *known).abs() > 1e-9)
        .map(|(own, known)| (*own, *known))
        .collect();
    let twice = sorted.windows(2).any(|pair| pair[0] == pair[1]);
    match differs.as_slice() {
        [] => Ok((with(own), false)),
        [(slip, known)] if !twice => {
            let said = findings
                .iter()
                .any(|finding| matches!(finding, Finding::KeyValues { own, .. } if own == slip));
            if !said {
                findings.push(Finding::KeyValues {
                    link_id: item.link_id.clone(),
                    key: key.name,
                    own: *slip,
                    known: *known,
                });
            }
            let mended = own.iter().map(|v| if v == slip { *known } else { *v });
            Ok((with(mended.collect()), false))
        }
        _ => Err(Stop::Shape(format!(
            "the choices of “{}” do not count from {} to {}",
            item.link_id, key.least, key.most
        ))),
    }
}

/// Turns the values of reversed items, unless the file has done so.
///
/// Printed forms often carry the turned numbers already. What tells is the same words on other items: if they count
/// the same there, the file has not turned them; if they count the opposite, it has.
fn turn(
    key: &Key,
    instrument: &Instrument,
    counted: &mut [Counted],
    findings: &mut Vec<Finding>,
) -> Result<(), Stop> {
    let span = f64::from(key.least + key.most);
    let mut straight: BTreeMap<String, f64> = BTreeMap::new();
    for (number, one) in counted.iter().enumerate() {
        if !key.reversed.contains(&(number + 1)) {
            straight.extend(words(instrument, one));
        }
    }
    for number in key.reversed {
        let Some(one) = counted.get_mut(number - 1) else {
            continue;
        };
        let known: Vec<(f64, f64)> = words(instrument, one)
            .into_iter()
            .filter_map(|(word, value)| Some((value, *straight.get(&word)?)))
            .collect();
        let same = known.iter().all(|(own, other)| own == other);
        let opposite = known.iter().all(|(own, other)| *own == span - *other);
        let link_id = instrument.form.nodes[one.place].link_id.clone();
        match &mut one.worth {
            Worth::Number { turned, .. } => *turned = true,
            Worth::Choices(_) if known.len() > 1 && opposite && !same => {
                findings.push(Finding::TurnedAlready { link_id });
            }
            Worth::Choices(all) if known.len() > 1 && same => {
                for (_, _, value) in all {
                    *value = span - *value;
                }
            }
            _ => return Err(Stop::Said(Finding::TurnedUnclear { link_id })),
        }
    }
    Ok(())
}

/// What the words of its choices count.
fn words(instrument: &Instrument, one: &Counted) -> Vec<(String, f64)> {
    let item = instrument.form.nodes[one.place].item;
    let kind = item
        .and_then(|item| instrument.items.get(item))
        .map(|i| &i.kind);
    let (Some(ItemKind::Choice { choices, .. }), Worth::Choices(values)) = (kind, &one.worth)
    else {
        return Vec::new();
    };
    choices
        .iter()
        .zip(values)
        .map(|(choice, (_, _, value))| (choice.coding.display.trim().to_lowercase(), *value))
        .collect()
}

// SPDX-License-Identifier: Apache-2.0
//! What the file calculates for itself: tried on made-up answers before it is relied on.
//!
//! Everything answered with the lowest, with the highest and with a mixture. A calculation that fails or finds nothing
//! then gives no score. One that agrees with the published scoring is used; one that does not is said, and the
//! published scoring is used. Which items it is made of is found by leaving out one after the other.

use super::{Applied, Counted, How, Worth};
use crate::instrument::{Instrument, ItemKind};
use crate::questionnaire::Finding;
use crate::score::{Scale, number};
use kindhold_care::{Answer, AnswerKind, Answers};
use serde_json::Value;
use std::cell::Cell;

/// Work that trying may take, for the whole questionnaire.
const WORK: usize = 60 * crate::path::MOST_STEPS;

/// Something that the file calculates.
struct Own {
    place: usize,
    /// What it gives for each of the made-up answers.
    gives: Vec<f64>,
}

/// Adds what the file calculates to the scales of the key.
pub(crate) fn add(
    instrument: &Instrument,
    key: Option<&'static str>,
    scales: &mut Vec<Applied>,
    findings: &mut Vec<Finding>,
) {
    let answered = counted(instrument);
    let made_up: Vec<Answers> = (0..3)
        .map(|kind| full(instrument, &answered, kind))
        .collect();
    let by_key = !scales.is_empty();
    let left = Cell::new(WORK);
    let mut failed = false;
    for place in 0..instrument.form.nodes.len() {
        if instrument.form.nodes[place].calculated.is_none() {
            continue;
        }
        match tried(instrument, place, &made_up, &left) {
            Ok(Some(own)) => {
                if by_key && with_key(instrument, key, scales, &own, &made_up, findings) {
                    continue;
                }
                if let Some(scale) = of_file(instrument, &own, &answered, &made_up, &left) {
                    scales.push(scale);
                }
            }
            Ok(None) => {}
            Err(finding) => {
                failed |= !matches!(finding, Finding::NotANumber { .. });
                findings.push(finding);
            }
        }
    }
    if let Some(key) = key.filter(|_| failed && by_key) {
        findings.push(Finding::KeyInstead { key });
    }
}

fn tried(
    instrument: &Instrument,
    place: usize,
    made_up: &[Answers],
    left: &Cell<usize>,
) -> Result<Option<Own>, Finding> {
    let link_id = || instrument.form.nodes[place].link_id.clone();
    let mut gives = Vec::new();
    for answers in made_up {
        let response = instrument.response_within(answers, left);
        let found = instrument
            .calculated(place, &response, left)
            .map_err(|error| Finding::ExpressionFails {
                link_id: link_id(),
                why: error.to_string(),
            })?;
        match found.as_slice() {
            [] if hidden_by_answers(instrument, place, answers, left) => return Ok(None),
            [] => {
                return Err(Finding::NeverFinds {
                    link_id: link_id(),
                    deeper: looks_too_high(instrument, place, &response, left),
                });
            }
            [one] if matches!(one.kind, AnswerKind::Integer | AnswerKind::Decimal) => {
                gives.extend(number(one));
            }
            _ => return Err(Finding::NotANumber { link_id: link_id() }),
        }
    }
    Ok((gives.len() == made_up.len()).then_some(Own { place, gives }))
}

fn hidden_by_answers(
    instrument: &Instrument,
    place: usize,
    answers: &Answers,
    left: &Cell<usize>,
) -> bool {
    let completed = instrument.completed_within(answers, left);
    !instrument.form.enabled(&completed)[place]
}

/// Whether the calculation would find something if all items stood at the top.
fn looks_too_high(
    instrument: &Instrument,
    place: usize,
    response: &Value,
    left: &Cell<usize>,
) -> bool {
    let mut flat = Vec::new();
    flatten(&response["item"], &mut flat);
    let mut level = response.clone();
    level["item"] = Value::Array(flat);
    instrument
        .calculated(place, &level, left)
        .is_ok_and(|found| !found.is_empty())
}

fn flatten(items: &Value, out: &mut Vec<Value>) {
    for item in items.as_array().into_iter().flatten() {
        out.push(item.clone());
        flatten(&item["item"], out);
    }
}

/// Whether it is one of the key's scales, or said to differ from the only one.
fn with_key(
    instrument: &Instrument,
    key: Option<&'static str>,
    scales: &mut [Applied],
    own: &Own,
    made_up: &[Answers],
    findings: &mut Vec<Finding>,
) -> bool {
    let mut differs = None;
    let keyed = scales.iter_mut().filter(|scale| scale.how != How::Own);
    let mut count = 0;
    for scale in keyed {
        count += 1;
        let known: Vec<f64> = made_up
            .iter()
            .map(|answers| by_key(instrument, scale, answers))
            .collect();
        let pairs = || own.gives.iter().zip(&known);
        match pairs().find(|(own, known)| (*own - *known).abs() > 1e-6) {
            None => {
                scale.own = Some(own.place);
                return true;
            }
            Some((own, known)) => differs = Some((*own, *known)),
        }
    }
    match (differs, key) {
        (Some((gives, known)), Some(key)) if count == 1 => {
            findings.push(Finding::KeyDisagrees {
                link_id: instrument.form.nodes[own.place].link_id.clone(),
                key,
                own: gives,
                known,
            });
            true
        }
        _ => false,
    }
}

fn by_key(instrument: &Instrument, scale: &Applied, answers: &Answers) -> f64 {
    let values: Vec<f64> = scale
        .counted
        .iter()
        .filter_map(|counted| {
            let link_id = &instrument.form.nodes[counted.place].link_id;
            counted.value(answers.get(link_id)?.first()?)
        })
        .collect();
    scale.combined(values.iter().sum(), values.len(), values.len())
}

/// A scale that only the file knows.
fn of_file(
    instrument: &Instrument,
    own: &Own,
    answered: &[Counted],
    made_up: &[Answers],
    left: &Cell<usize>,
) -> Option<Applied> {
    let node = &instrument.form.nodes[own.place];
    let mut counted = Vec::new();
    for one in answered {
        let link_id = &instrument.form.nodes[one.place].link_id;
        let matters = made_up
            .iter()
            .zip(&own.gives)
            .skip(1)
            .any(|(answers, before)| {
                let mut answers = answers.clone();
                answers.remove(link_id);
                let response = instrument.response_within(&answers, left);
                let found = instrument.calculated(own.place, &response, left);
                let after = found.ok().and_then(|all| number(all.first()?));
                after != Some(*before)
            });
        if matters {
            counted.push(one.clone());
        }
    }
    if counted.is_empty() || left.get() == 0 {
        return None;
    }
    let sum = |answers: &Answers| -> f64 {
        counted
            .iter()
            .filter_map(|one| {
                let link_id = &instrument.form.nodes[one.place].link_id;
                one.value(answers.get(link_id)?.first()?)
            })
            .sum()
    };
    let all_worth = counted.iter().all(|one| !one.worth.is_empty());
    let additive = all_worth
        && made_up
            .iter()
            .zip(&own.gives)
            .all(|(answers, gives)| (sum(answers) - gives).abs() < 1e-6);
    let ends = own.gives.iter().copied();
    let (least, most) = if additive {
        counted
            .iter()
            .map(Counted::range)
            .fold((0.0, 0.0), |(a, b), (least, most)| (a + least, b + most))
    } else {
        (ends.clone().reduce(f64::min)?, ends.reduce(f64::max)?)
    };
    let items = counted
        .iter()
        .map(|one| instrument.form.nodes[one.place].link_id.clone());
    let loinc = node
        .codes
        .iter()
        .find(|code| code.system == "http://loinc.org");
    Some(Applied {
        scale: Scale {
            id: node.link_id.clone(),
            name: name(instrument, own.place),
            least,
            most,
            loinc: loinc.map(|code| code.code.clone()),
            items: items.collect(),
            change: None,
            cut_off: None,
            better: None,
            validated: false,
            answer_only: Vec::new(),
        },
        counted,
        how: How::Own,
        own: Some(own.place),
        additive,
    })
}

/// What it is called: its words, else the name of the whole.
fn name(instrument: &Instrument, place: usize) -> String {
    let node = &instrument.form.nodes[place];
    let words = instrument.form.names.get(&node.link_id);
    let display = node.codes.first().map(|code| code.display.clone());
    words
        .cloned()
        .filter(|words| !words.is_empty())
        .or(display.filter(|words| !words.is_empty()))
        .unwrap_or_else(|| instrument.title.clone())
}

/// Everything that is asked, and what it counts by the file itself.
fn counted(instrument: &Instrument) -> Vec<Counted> {
    let nodes = instrument.form.nodes.iter().enumerate();
    nodes
        .filter_map(|(place, node)| {
            let item = instrument.items.get(node.item?)?;
            let worth = match &item.kind {
                ItemKind::Display => return None,
                ItemKind::Choice { choices, .. } => {
                    let all: Option<Vec<_>> = choices
                        .iter()
                        .map(|choice| {
                            let coding = &choice.coding;
                            Some((coding.system.clone(), coding.code.clone(), choice.value?))
                        })
                        .collect();
                    all.map_or(Worth::Any, Worth::Choices)
                }
                ItemKind::Integer {
                    least: Some(least),
                    most: Some(most),
                } if least <= most => Worth::Number {
                    least: *least as f64,
                    most: *most as f64,
                    turned: false,
                },
                _ => Worth::Any,
            };
            Some(Counted { place, worth })
        })
        .collect()
}

/// Made-up answers to everything: the lowest, the highest, a mixture.
fn full(instrument: &Instrument, answered: &[Counted], kind: usize) -> Answers {
    let mut out = Answers::new();
    for (number, one) in answered.iter().enumerate() {
        let node = &instrument.form.nodes[one.place];
        let Some(item) = node.item.and_then(|item| instrument.items.get(item)) else {
            continue;
        };
        let plain = |kind, value: String| Answer {
            kind,
            value,
            ..Answer::default()
        };
        let answer = match &item.kind {
            ItemKind::Display => continue,
            ItemKind::Choice { choices, .. } => {
                let mut order: Vec<_> = choices.iter().collect();
                order.sort_by(|a, b| {
                    let value = |c: &crate::instrument::Choice| c.value.unwrap_or(0.0);
                    value(a).total_cmp(&value(b))
                });
                let pick = match kind {
                    0 => order.first(),
                    1 => order.last(),
                    _ => order.get((number * 7 + 1) % order.len().max(1)),
                };
                let Some(choice) = pick else { continue };
                Answer {
                    kind: AnswerKind::Coding,
                    value: choice.coding.code.clone(),
                    system: choice.coding.system.clone(),
                    display: choice.coding.display.clone(),
                }
            }
            ItemKind::Boolean => plain(AnswerKind::Boolean, (kind != 0).to_string()),
            ItemKind::Integer { least, most } => {
                let least = least.unwrap_or(1);
                let most = most.unwrap_or_else(|| least.saturating_add(9)).max(least);
                let middle = least.saturating_add(most.saturating_sub(least) / 3);
                let pick = [least, most, middle];
                plain(AnswerKind::Integer, pick[kind.min(2)].to_string())
            }
            ItemKind::Decimal => plain(
                AnswerKind::Decimal,
                ["1.5", "9.5", "4.5"][kind.min(2)].to_owned(),
            ),
            ItemKind::Date => plain(AnswerKind::Date, "2000-01-01".to_owned()),
            ItemKind::Text { .. } => plain(AnswerKind::Text, "a".to_owned()),
        };
        out.insert(node.link_id.clone(), vec![answer]);
    }
    out
}

/// Whether words name a risk: such a number is not calculated here at all.
pub(crate) fn is_risk(words: &str) -> bool {
    const RISK: [&str; 5] = ["risk", "risiko", "risque", "riesgo", "rischio"];
    let words = words.to_lowercase();
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| RISK.iter().any(|risk| word.starts_with(risk)))
}

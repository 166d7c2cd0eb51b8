// SPDX-License-Identifier: Apache-2.0
//! What the file calculates for itself: tried on made-up answers before it is relied on.
//!
//! Everything answered with the lowest, with the highest and with a mixture. A calculation that fails or finds nothing
//! then gives no score. One that agrees with the published scoring is used; one that does not is said, and the
//! published scoring is used. Which items it is made of is found by leaving out one after the other.

use super::made_up::{counted, full};
use super::{Applied, Counted, How};
use crate::instrument::Instrument;
use crate::path::PathError;
use crate::questionnaire::Finding;
use crate::score::{Scale, number};
use kindhold_care::{AnswerKind, Answers};
use serde_json::Value;
use std::cell::Cell;

/// Work that trying may take, for the whole questionnaire.
const WORK: usize = 100 * crate::path::MOST_STEPS;

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
                match of_file(instrument, &own, &answered, &made_up, &left) {
                    Ok(scale) => scales.extend(scale),
                    Err(finding) => findings.push(finding),
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
) -> Result<Option<Applied>, Finding> {
    let node = &instrument.form.nodes[own.place];
    let gives = |answers: &Answers, alone: bool| {
        let response = if alone {
            instrument.written(answers)
        } else {
            instrument.response_within(answers, left)
        };
        let found = instrument.calculated(own.place, &response, left);
        found.ok().and_then(|all| number(all.first()?))
    };
    // Most calculations build on no other; then the others need not be calculated each time.
    let mut pairs = made_up.iter().zip(&own.gives);
    let alone = pairs.all(|(answers, known)| gives(answers, true) == Some(*known));
    let mut counted = Vec::new();
    for one in answered {
        let link_id = &instrument.form.nodes[one.place].link_id;
        let mut tries = made_up.iter().zip(&own.gives).skip(1);
        let matters = tries.any(|(answers, before)| {
            let mut answers = answers.clone();
            answers.remove(link_id);
            gives(&answers, alone) != Some(*before)
        });
        if matters {
            counted.push(one.clone());
        }
    }
    if left.get() == 0 {
        return Err(Finding::ExpressionFails {
            link_id: node.link_id.clone(),
            why: PathError::TooMuch.to_string(),
        });
    }
    if counted.is_empty() {
        return Ok(None);
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
        (
            ends.clone().fold(f64::INFINITY, f64::min),
            ends.fold(f64::NEG_INFINITY, f64::max),
        )
    };
    let items = counted
        .iter()
        .map(|one| instrument.form.nodes[one.place].link_id.clone());
    let loinc = node
        .codes
        .iter()
        .find(|code| code.system == "http://loinc.org");
    Ok(Some(Applied {
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
    }))
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

/// Whether words name a risk: such a number is not calculated here at all.
pub(crate) fn is_risk(words: &str) -> bool {
    const RISK: [&str; 5] = ["risk", "risiko", "risque", "riesgo", "rischio"];
    let words = words.to_lowercase();
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| RISK.iter().any(|risk| word.starts_with(risk)))
}

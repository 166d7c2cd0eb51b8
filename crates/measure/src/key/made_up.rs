// SPDX-License-Identifier: Apache-2.0
//! Made-up answers, by which a file's own calculation is tried.

use super::{Counted, Worth};
use crate::instrument::{Choice, Instrument, ItemKind};
use kindhold_care::{Answer, AnswerKind, Answers};

/// Everything that is asked, and what it counts by the file itself.
pub(super) fn counted(instrument: &Instrument) -> Vec<Counted> {
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
pub(super) fn full(instrument: &Instrument, answered: &[Counted], kind: usize) -> Answers {
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
                let value = |choice: &Choice| choice.value.unwrap_or(0.0);
                let order = |a: &&Choice, b: &&Choice| value(a).total_cmp(&value(b));
                let pick = match kind {
                    0 => choices.iter().min_by(order),
                    1 => choices.iter().max_by(order),
                    _ => choices.get((number * 7 + 1) % choices.len().max(1)),
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

// SPDX-License-Identifier: Apache-2.0
use super::{YES_NO, at, id, time};
use crate::dossier::{Answered, Dossier};
use crate::table::cell::Cell;
use crate::table::column::{Column, Table};
use crate::table::key;
use crate::{Choice, Instrument, ItemKind};
use kindhold_care::{Answer, AnswerKind};

pub(super) fn answers(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("response", "the response that it belongs to"),
        at("when the response was begun"),
        Column::new("questionnaire", "text", "its canonical URL"),
        Column::new(
            "checksum",
            "text",
            "SHA-256 of the questionnaire that was shown",
        ),
        Column::new("ended", "yes-no", "its end was reached").values(YES_NO),
        Column::new("item", "text", "the item's linkId"),
        Column::new("kind", "code", "the kind of the answer").values(key::all(&key::ANSWERS)),
        Column::new(
            "value",
            "text",
            "the answer; a choice's code; empty for words",
        ),
        Column::new("system", "text", "the system of the choice's code"),
        Column::new("counts", "number", "what the choice counts"),
        Column::new(
            "words",
            "text",
            "the answer in words, or the words of the choice",
        )
        .words(),
    ];
    let mut rows = Vec::new();
    for answered in &dossier.responses {
        for (item, all) in &answered.response.answers {
            rows.extend(all.iter().map(|answer| answer_row(answered, item, answer)));
        }
    }
    Table::new("answers", columns, rows)
}

fn answer_row(answered: &Answered<'_>, item: &str, answer: &Answer) -> Vec<Cell> {
    let response = answered.response;
    let choice = answered.instrument.and_then(|i| choice(i, item, answer));
    let in_words = match answer.kind {
        AnswerKind::Text => true,
        AnswerKind::Coding => choice.is_none() && !is_code(answered, answer),
        _ => false,
    };
    let (value, words) = if in_words && !answer.value.is_empty() {
        ("", answer.value.as_str())
    } else {
        (answer.value.as_str(), answer.display.as_str())
    };
    vec![
        Cell::text(answered.id.as_str()),
        time(response.at),
        Cell::text(response.url.as_str()),
        Cell::text(response.checksum.as_str()),
        Cell::yes(response.ended),
        Cell::text(item),
        Cell::text(key::of(&key::ANSWERS, &answer.kind)),
        match value.parse::<f64>() {
            Ok(number) if number.is_finite() && !in_words && number.to_string() == value => {
                Cell::Number(number)
            }
            _ => Cell::text(value),
        },
        Cell::text(answer.system.as_str()),
        Cell::maybe(choice.and_then(|c| c.value)),
        Cell::text(words),
    ]
}

/// The choice that was taken.
pub(crate) fn choice<'a>(
    instrument: &'a Instrument,
    item: &str,
    answer: &Answer,
) -> Option<&'a Choice> {
    let item = instrument.items.iter().find(|i| i.link_id == item)?;
    let ItemKind::Choice { choices, .. } = &item.kind else {
        return None;
    };
    choices.iter().find(|choice| {
        answer.kind == AnswerKind::Coding
            && choice.coding.code == answer.value
            && choice.coding.system == answer.system
            && (!answer.value.is_empty() || choice.coding.display == answer.display)
    })
}

/// Where nothing is known of the choices, what is short and in one piece is taken for a code; anything else may be
/// somebody's own words.
fn is_code(answered: &Answered<'_>, answer: &Answer) -> bool {
    answered.instrument.is_none()
        && answer.value.len() <= 32
        && !answer.value.contains(char::is_whitespace)
}

pub(super) fn scores(dossier: &Dossier<'_>) -> Table {
    let columns = vec![
        id("response", "the response that it belongs to"),
        at("when the response was begun"),
        Column::new("questionnaire", "text", "its canonical URL"),
        Column::new("scale", "code", "which scale"),
        Column::new("name", "text", "what it is called"),
        Column::new(
            "value",
            "number",
            "the score; empty when too much was skipped",
        )
        .range("points", ""),
        Column::new("missing", "whole", "how many of its items were skipped").range("items", "0-"),
        Column::new("of", "whole", "how many items it has").range("items", "0-"),
        Column::new(
            "prorated",
            "yes-no",
            "skipped items were counted like the mean of the others",
        )
        .values(YES_NO),
        Column::new("least", "number", "the lowest that there is").range("points", ""),
        Column::new("most", "number", "the highest that there is").range("points", ""),
        Column::new("loinc", "text", "its LOINC code"),
    ];
    let rows = dossier.responses.iter().flat_map(|answered| {
        answered.scores.iter().map(|score| {
            vec![
                Cell::text(answered.id.as_str()),
                time(answered.response.at),
                Cell::text(answered.response.url.as_str()),
                Cell::text(score.scale_id.as_str()),
                Cell::text(score.name.as_str()),
                Cell::maybe(score.value),
                Cell::whole(score.missing),
                Cell::whole(score.of),
                Cell::yes(score.prorated),
                Cell::Number(score.least),
                Cell::Number(score.most),
                score.loinc.clone().map_or(Cell::Empty, Cell::Text),
            ]
        })
    });
    Table::new("scores", columns, rows.collect())
}

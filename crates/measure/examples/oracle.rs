// SPDX-License-Identifier: Apache-2.0
//! Answers JSON lines, so that programs that nobody here wrote can be asked the same (`crates/measure/oracle`).

use kindhold_care::{Answer, AnswerKind, Answers};
use kindhold_measure::path::{Node, Surroundings, Thing, evaluate, parse};
use kindhold_measure::{check, pack};
use serde_json::{Value, json};
use std::io::{BufRead, Write, stdin, stdout};

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let line = line?;
        let answer = match serde_json::from_str::<Value>(&line) {
            Ok(question) => answer(&question),
            Err(error) => json!({"error": error.to_string()}),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

fn answer(question: &Value) -> Value {
    match text(question, "op") {
        "path" => path(question),
        "checksum" => json!({"ok": kindhold_measure::questionnaire::checksum(&question["value"])}),
        "check" => {
            let report = check::check(text(question, "text"));
            json!({
                "ok": report.to_string(),
                "usable": report.usable(),
                "key": report.key.map(|key| key.id),
                "findings": report.findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "error": report.error.map(|error| error.to_string()),
            })
        }
        "pack" => {
            let terms = pack::Terms {
                key: text(question, "key").to_owned(),
                ..pack::Terms::default()
            };
            match pack::make(text(question, "text"), &terms) {
                Ok(pack) => json!({"ok": pack}),
                Err(error) => json!({"error": error.to_string()}),
            }
        }
        "score" => score(question).unwrap_or_else(|error| json!({"error": error})),
        other => json!({"error": format!("no such question: {other}")}),
    }
}

/// Scores, what shows and the response, for `answers`: `{linkId: [{value, system?, kind?}]}`.
fn score(question: &Value) -> Result<Value, String> {
    let opened = pack::open(text(question, "text")).map_err(|error| error.to_string())?;
    let reading = opened.read("").map_err(|error| error.to_string())?;
    let instrument = reading.instrument;
    let answers = answers(&question["answers"]);
    let scores: Vec<_> = instrument
        .scores(&answers)
        .into_iter()
        .map(|score| match score.result {
            Ok(scored) => json!({
                "id": score.scale.id,
                "value": scored.value,
                "missing": scored.missing,
                "prorated": scored.prorated,
            }),
            Err(error) => json!({"id": score.scale.id, "none": error.to_string()}),
        })
        .collect();
    let shows = instrument.shows(&answers);
    Ok(json!({
        "scores": scores,
        "shows": shows.iter().map(|item| &item.link_id).collect::<Vec<_>>(),
        "response": instrument.response(&answers),
    }))
}

fn answers(given: &Value) -> Answers {
    let one = |answer: &Value| Answer {
        kind: match text(answer, "kind") {
            "integer" => AnswerKind::Integer,
            "decimal" => AnswerKind::Decimal,
            "boolean" => AnswerKind::Boolean,
            "date" => AnswerKind::Date,
            "text" => AnswerKind::Text,
            _ => AnswerKind::Coding,
        },
        value: text(answer, "value").to_owned(),
        system: text(answer, "system").to_owned(),
        display: text(answer, "display").to_owned(),
    };
    let items = given.as_object().into_iter().flatten();
    items
        .map(|(link, all)| {
            let all = all.as_array().into_iter().flatten().map(one).collect();
            (link.clone(), all)
        })
        .collect()
}

fn path(question: &Value) -> Value {
    let surroundings = Surroundings {
        resource: question.get("resource"),
        questionnaire: question.get("questionnaire"),
        ..Surroundings::default()
    };
    let context: Vec<_> = question
        .get("resource")
        .map(|value| Thing::Node(Node::root(value)))
        .into_iter()
        .collect();
    let found = parse(text(question, "expression"))
        .and_then(|expression| evaluate(&expression, &context, &surroundings));
    match found {
        Ok(all) => json!({"ok": all.iter().map(shown).collect::<Vec<_>>()}),
        Err(error) => json!({"error": error.to_string()}),
    }
}

fn shown(thing: &Thing<'_>) -> Value {
    match thing {
        Thing::Boolean(yes) => json!(yes),
        Thing::Number(number, _) => json!(number.to_f64()),
        Thing::Text(text) => json!(text),
        Thing::Moment(moment) => json!(moment.to_string()),
        Thing::Quantity(number, unit) => json!({"value": number.to_f64(), "unit": unit}),
        Thing::Node(node) => node.value.clone(),
    }
}

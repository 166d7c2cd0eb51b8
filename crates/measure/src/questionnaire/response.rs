// SPDX-License-Identifier: Apache-2.0
//! Answers as FHIR has them, and what the questionnaire calculates from them.

use super::choices::find;
use super::enable::answer;
use super::form::Kind;
use super::json::{list, text};
use crate::instrument::Instrument;
use crate::path::{Expression, Node as PathNode, PathError, Surroundings, Thing, evaluate};
use kindhold_care::{Answer, AnswerKind, Answers};
use serde_json::{Map, Number, Value, json};
use std::cell::Cell;

/// Calculations that build on each other are settled after so many rounds, or not at all.
const ROUNDS: usize = 4;
/// Work that one look at all calculations may do.
const WORK: usize = 5 * crate::path::MOST_STEPS;

impl Instrument {
    /// The answers as the items of a FHIR R4 `QuestionnaireResponse`: nested as the questionnaire is, without what
    /// does not show, with what it calculates for itself.
    #[must_use]
    pub fn response(&self, answers: &Answers) -> Value {
        self.written(&self.completed(answers))
    }

    /// These answers, and those that the questionnaire gives to itself.
    pub(crate) fn completed(&self, answers: &Answers) -> Answers {
        self.completed_within(answers, &Cell::new(WORK))
    }

    /// As [`Self::response`], with a bound for the work.
    pub(crate) fn response_within(&self, answers: &Answers, left: &Cell<usize>) -> Value {
        self.written(&self.completed_within(answers, left))
    }

    pub(crate) fn completed_within(&self, answers: &Answers, left: &Cell<usize>) -> Answers {
        let mut all = answers.clone();
        for node in self
            .form
            .nodes
            .iter()
            .filter(|node| !node.initial.is_empty())
        {
            all.entry(node.link_id.clone())
                .or_insert_with(|| node.initial.clone());
        }
        let own: Vec<usize> = (0..self.form.nodes.len())
            .filter(|place| self.form.nodes[*place].calculated.is_some())
            .collect();
        for place in &own {
            all.remove(&self.form.nodes[*place].link_id);
        }
        for _ in 0..if own.is_empty() { 0 } else { ROUNDS } {
            let before = all.clone();
            let response = self.written(&all);
            let found: Vec<_> = own
                .iter()
                .map(|place| (*place, self.calculated(*place, &response, left)))
                .collect();
            for (place, found) in found {
                let link_id = &self.form.nodes[place].link_id;
                match found {
                    Ok(found) if !found.is_empty() => all.insert(link_id.clone(), found),
                    _ => all.remove(link_id),
                };
            }
            if all == before {
                break;
            }
        }
        all
    }

    /// What an item calculates from a response.
    pub(crate) fn calculated(
        &self,
        place: usize,
        response: &Value,
        left: &Cell<usize>,
    ) -> Result<Vec<Answer>, PathError> {
        let Some(expression) = &self.form.nodes[place].calculated else {
            return Ok(Vec::new());
        };
        let chain = self.chain(place);
        let stubs: Vec<Value> = chain
            .iter()
            .map(|place| json!({"linkId": self.form.nodes[*place].link_id}))
            .collect();
        let mut surroundings = Surroundings {
            resource: Some(response),
            questionnaire: Some(&self.form.questionnaire),
            weights: Some(&self.form.weights),
            left: Some(left),
            ..Surroundings::default()
        };
        let root = [Thing::Node(PathNode::root(response))];
        self.declare(&self.form.variables, &root, &mut surroundings)?;
        let mut context = root.to_vec();
        for (place, stub) in chain.iter().zip(&stubs) {
            let node = &self.form.nodes[*place];
            let there = find_response(list(response, "item"), &node.link_id);
            context = vec![Thing::Node(PathNode::root(there.unwrap_or(stub)))];
            let item = find(list(&self.form.questionnaire, "item"), &node.link_id, 0);
            for name in ["qitem", "thisItem"] {
                let item = item.map(|item| Thing::Node(PathNode::root(item)));
                surroundings
                    .variables
                    .insert(name.to_owned(), item.into_iter().collect());
            }
            self.declare(&node.variables, &context, &mut surroundings)?;
        }
        let found = evaluate(expression, &context, &surroundings)?;
        Ok(found.iter().filter_map(kept).collect())
    }

    fn declare<'a>(
        &self,
        variables: &[(String, Expression)],
        context: &[Thing<'a>],
        surroundings: &mut Surroundings<'a>,
    ) -> Result<(), PathError> {
        for (name, expression) in variables {
            let found = evaluate(expression, context, surroundings)?;
            surroundings.variables.insert(name.clone(), found);
        }
        Ok(())
    }

    /// What it stands in, outermost first, and itself.
    fn chain(&self, place: usize) -> Vec<usize> {
        let mut chain = vec![place];
        let mut now = self.form.nodes[place].above;
        while let Some(above) = now {
            chain.push(above);
            now = self.form.nodes[above].above;
        }
        chain.reverse();
        chain
    }

    /// A response of these answers alone, without what the questionnaire calculates.
    pub(crate) fn written(&self, answers: &Answers) -> Value {
        let enabled = self.form.enabled(answers);
        let mut below = vec![Vec::new(); self.form.nodes.len() + 1];
        for (place, node) in self.form.nodes.iter().enumerate() {
            if enabled[place] {
                below[node.above.map_or(0, |above| above + 1)].push(place);
            }
        }
        let items = self.written_items(0, &below, answers);
        let mut response = Map::new();
        response.insert("resourceType".into(), "QuestionnaireResponse".into());
        response.insert("questionnaire".into(), self.url.clone().into());
        response.insert("status".into(), "completed".into());
        if !items.is_empty() {
            response.insert("item".into(), items.into());
        }
        Value::Object(response)
    }

    fn written_items(&self, of: usize, below: &[Vec<usize>], answers: &Answers) -> Vec<Value> {
        let mut out = Vec::new();
        for place in &below[of] {
            let node = &self.form.nodes[*place];
            let within = self.written_items(place + 1, below, answers);
            let mut item = Map::new();
            item.insert("linkId".into(), node.link_id.clone().into());
            let given = answers.get(&node.link_id).map(Vec::as_slice);
            if node.kind.answers() {
                let mut written: Vec<Value> = given
                    .unwrap_or_default()
                    .iter()
                    .filter_map(|answer| written_answer(node.kind, node.option, answer))
                    .collect();
                if let Some(first) = written.first_mut().filter(|_| !within.is_empty()) {
                    first["item"] = within.into();
                }
                if written.is_empty() {
                    continue;
                }
                item.insert("answer".into(), written.into());
            } else if within.is_empty() {
                continue;
            } else {
                item.insert("item".into(), within.into());
            }
            out.push(Value::Object(item));
        }
        out
    }
}

fn number(text: &str) -> Option<Value> {
    let number: Number = text.parse().ok()?;
    number.as_f64().filter(|n| n.is_finite())?;
    Some(number.into())
}

fn written_answer(kind: Kind, option: &str, answer: &Answer) -> Option<Value> {
    // A choice among numbers or words is kept as a coding without a system.
    let key = match (option, answer.kind) {
        ("valueCoding", _) | (_, AnswerKind::Text) => kind.value(answer.kind),
        (option, _) => option,
    };
    let value = match key {
        "valueBoolean" => Value::Bool(answer.value.parse().ok()?),
        "valueInteger" | "valueDecimal" => number(&answer.value)?,
        "valueQuantity" => json!({"value": number(&answer.value)?}),
        "valueCoding" => {
            let mut coding = Map::new();
            for (key, value) in [
                ("system", &answer.system),
                ("code", &answer.value),
                ("display", &answer.display),
            ] {
                if !value.is_empty() {
                    coding.insert(key.into(), value.clone().into());
                }
            }
            Value::Object(coding)
        }
        _ => answer.value.clone().into(),
    };
    Some(json!({key: value}))
}

fn find_response<'v>(items: &'v [Value], link: &str) -> Option<&'v Value> {
    items.iter().find_map(|item| {
        if text(item, "linkId") == link {
            return Some(item);
        }
        let nested = list(item, "answer")
            .iter()
            .find_map(|answer| find_response(list(answer, "item"), link));
        find_response(list(item, "item"), link).or(nested)
    })
}

fn kept(thing: &Thing<'_>) -> Option<Answer> {
    let plain = |kind, value: String| Answer {
        kind,
        value,
        ..Answer::default()
    };
    Some(match thing {
        Thing::Boolean(yes) => plain(AnswerKind::Boolean, yes.to_string()),
        Thing::Number(number, true) => plain(AnswerKind::Integer, number.to_string()),
        Thing::Number(number, false) | Thing::Quantity(number, _) => {
            plain(AnswerKind::Decimal, number.to_string())
        }
        Thing::Text(text) => plain(AnswerKind::Text, text.to_string()),
        Thing::Moment(moment) => plain(AnswerKind::Date, moment.to_string()),
        Thing::Node(node) => {
            if let Some(number) = thing.number() {
                plain(AnswerKind::Decimal, number.to_string())
            } else if node.value.is_object() {
                answer(&json!({"valueCoding": node.value}), "value")
                    .filter(|a| !a.value.is_empty())?
            } else {
                match node.value {
                    Value::Bool(yes) => plain(AnswerKind::Boolean, yes.to_string()),
                    Value::String(text) => plain(AnswerKind::Text, text.clone()),
                    _ => return None,
                }
            }
        }
    })
}

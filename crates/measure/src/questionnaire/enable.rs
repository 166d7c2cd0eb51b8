// SPDX-License-Identifier: Apache-2.0
//! What shows now, by `enableWhen`: <https://hl7.org/fhir/R4/questionnaire.html#Questionnaire.item.enableWhen>.
//!
//! An item shows when its conditions hold and what it stands in shows. The answer of an item that does not show
//! counts as none, so that a chain closes from its beginning. `!=` holds when no answer is equal, also when there is
//! none, as R4 defines it. Questions within a question show once that is answered, for FHIR keeps their answers
//! within its answer.

use super::form::{Form, Kind, Node};
use super::json::{list, text};
use crate::instrument::{Instrument, Item};
use crate::path::{Decimal, Moment};
use kindhold_care::{Answer, AnswerKind, Answers};
use serde_json::Value;
use std::cmp::Ordering;

/// One `enableWhen`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition {
    pub(crate) question: String,
    /// The question's place among the nodes, once all are read.
    pub(crate) place: Option<usize>,
    pub(crate) test: Test,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    Exists(bool),
    /// `=`, `!=`, `<`, `>`, `<=`, `>=`, and what it is compared with.
    Compare(&'static str, Answer),
    /// It cannot be read, and never holds.
    Never,
}

const OPERATORS: [&str; 6] = ["=", "!=", "<", ">", "<=", ">="];

impl Condition {
    pub(super) fn read(value: &Value) -> Self {
        let test = match text(value, "operator") {
            "exists" => value
                .get("answerBoolean")
                .and_then(Value::as_bool)
                .map(Test::Exists),
            operator => OPERATORS
                .iter()
                .find(|known| **known == operator)
                .and_then(|known| Some(Test::Compare(known, answer(value, "answer")?))),
        };
        Self {
            question: text(value, "question").to_owned(),
            place: None,
            test: test.unwrap_or(Test::Never),
        }
    }

    fn holds(&self, given: &[Answer]) -> bool {
        match &self.test {
            Test::Exists(wanted) => given.is_empty() != *wanted,
            Test::Never => false,
            Test::Compare("!=", wanted) => !given.iter().any(|one| same(one, wanted)),
            Test::Compare("=", wanted) => given.iter().any(|one| same(one, wanted)),
            Test::Compare(operator, wanted) => given.iter().any(|one| {
                order(one, wanted).is_some_and(|order| match *operator {
                    "<" => order.is_lt(),
                    ">" => order.is_gt(),
                    "<=" => order.is_le(),
                    _ => order.is_ge(),
                })
            }),
        }
    }
}

/// An answer as FHIR has it under `value[x]`, `answer[x]` or `initial.value[x]`.
pub(crate) fn answer(value: &Value, name: &str) -> Option<Answer> {
    const KINDS: [(&str, AnswerKind); 11] = [
        ("Boolean", AnswerKind::Boolean),
        ("Integer", AnswerKind::Integer),
        ("Decimal", AnswerKind::Decimal),
        ("Date", AnswerKind::Date),
        ("DateTime", AnswerKind::Date),
        ("Time", AnswerKind::Text),
        ("String", AnswerKind::Text),
        ("Uri", AnswerKind::Text),
        ("Quantity", AnswerKind::Decimal),
        ("Coding", AnswerKind::Coding),
        ("Code", AnswerKind::Text),
    ];
    KINDS.iter().find_map(|(ending, kind)| {
        let found = value.get(format!("{name}{ending}"))?;
        Some(match *ending {
            "Coding" => Answer {
                kind: *kind,
                value: text(found, "code").to_owned(),
                system: text(found, "system").to_owned(),
                display: text(found, "display").to_owned(),
            },
            "Quantity" => plain(*kind, found.get("value")?),
            _ => plain(*kind, found),
        })
    })
}

fn plain(kind: AnswerKind, value: &Value) -> Answer {
    Answer {
        kind,
        value: value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned),
        ..Answer::default()
    }
}

const fn is_number(kind: AnswerKind) -> bool {
    matches!(kind, AnswerKind::Integer | AnswerKind::Decimal)
}

fn same(a: &Answer, b: &Answer) -> bool {
    if is_number(a.kind) || is_number(b.kind) || a.kind == AnswerKind::Date {
        return order(a, b) == Some(Ordering::Equal);
    }
    let (code_a, code_b) = (a.kind == AnswerKind::Coding, b.kind == AnswerKind::Coding);
    // A choice among plain words is kept as a coding without a system.
    let comparable = code_a == code_b || (a.system.is_empty() && b.system.is_empty());
    comparable
        && a.value == b.value
        && (a.system == b.system || a.system.is_empty() || b.system.is_empty())
}

/// Which is first; `None` for kinds that have no order.
pub(crate) fn order(a: &Answer, b: &Answer) -> Option<Ordering> {
    if let (Some(a), Some(b)) = (Decimal::read(&a.value), Decimal::read(&b.value)) {
        return Some(a.cmp(&b));
    }
    let moment = |text: &str| Moment::read(text).or_else(|| Moment::read(&format!("T{text}")));
    if let (Some(a), Some(b)) = (moment(&a.value), moment(&b.value)) {
        return a.against(&b);
    }
    let words = a.kind == AnswerKind::Text && b.kind == AnswerKind::Text;
    words.then(|| a.value.cmp(&b.value))
}

impl Form {
    pub(crate) fn place(&self, link_id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.link_id == link_id)
    }

    /// Which nodes are in play, by their place. Nothing depends on itself: such a chain is closed.
    pub(crate) fn enabled(&self, answers: &Answers) -> Vec<bool> {
        let mut known = vec![None; self.nodes.len()];
        for place in 0..self.nodes.len() {
            self.settle(place, answers, &mut known);
        }
        known.into_iter().map(|state| state == Some(true)).collect()
    }

    /// Without recursion: a chain may be as long as the questionnaire.
    fn settle(&self, place: usize, answers: &Answers, known: &mut [Option<bool>]) {
        let mut waiting = vec![place];
        let mut begun = vec![false; self.nodes.len()];
        while let Some(&now) = waiting.last() {
            if known[now].is_some() {
                waiting.pop();
                continue;
            }
            begun[now] = true;
            let node = &self.nodes[now];
            let needed = node
                .enable
                .iter()
                .filter_map(|condition| condition.place)
                .chain(node.above)
                .find(|other| known[*other].is_none());
            match needed {
                Some(other) if !begun[other] => waiting.push(other),
                Some(_) => {
                    known[now] = Some(false);
                    waiting.pop();
                }
                None => {
                    known[now] = Some(self.is_enabled(node, answers, known));
                    waiting.pop();
                }
            }
        }
    }

    fn is_enabled(&self, node: &Node, answers: &Answers, known: &[Option<bool>]) -> bool {
        let given = |place: usize| -> &[Answer] {
            let there = known[place] == Some(true);
            let node = &self.nodes[place];
            let own = answers.get(&node.link_id).filter(|_| there);
            own.map_or(if there { &node.initial } else { &[] }, Vec::as_slice)
        };
        if let Some(above) = node.above {
            let asks = self.nodes[above].kind.answers();
            if known[above] != Some(true)
                || (asks && node.kind != Kind::Display && given(above).is_empty())
            {
                return false;
            }
        }
        let holds = |condition: &Condition| {
            condition
                .place
                .is_some_and(|place| condition.holds(given(place)))
        };
        if node.enable.is_empty() {
            true
        } else if node.any {
            node.enable.iter().any(holds)
        } else {
            node.enable.iter().all(holds)
        }
    }
}

impl Instrument {
    /// What shows now, in order.
    #[must_use]
    pub fn shows(&self, answers: &Answers) -> Vec<&Item> {
        let answers = self.completed(answers);
        let enabled = self.form.enabled(&answers);
        let nodes = self.form.nodes.iter().zip(enabled);
        nodes
            .filter_map(|(node, enabled)| self.items.get(node.item.filter(|_| enabled)?))
            .collect()
    }

    /// Whether an answer keeps to what the item asks for: its bounds and its length. One that does not is said, never
    /// thrown away.
    #[must_use]
    pub fn fits(&self, link_id: &str, answer: &Answer) -> bool {
        let Some(place) = self.form.place(link_id) else {
            return false;
        };
        let bounds = &self.form.nodes[place].bounds;
        let against = |bound: &String| {
            let bound = Answer {
                kind: answer.kind,
                value: bound.clone(),
                ..Answer::default()
            };
            order(answer, &bound)
        };
        let short = bounds
            .most_characters
            .is_none_or(|most| answer.value.chars().count() <= most);
        let low = bounds.least.as_ref().and_then(against);
        let high = bounds.most.as_ref().and_then(against);
        short && low != Some(Ordering::Less) && high != Some(Ordering::Greater)
    }
}

/// The questions that an item's conditions name.
pub(super) fn conditions(item: &Value) -> Vec<Condition> {
    list(item, "enableWhen")
        .iter()
        .map(Condition::read)
        .collect()
}

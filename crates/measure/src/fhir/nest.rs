// SPDX-License-Identifier: Apache-2.0
//! Answers in the order and under the groups of their questionnaire, as a `QuestionnaireResponse` wants them.

use super::answer;
use super::text::{Object, objects, plain, push, put_extension};
use kindhold_care::{Answer, Answers};
use serde_json::Value;
use std::collections::BTreeMap;

/// Groups within groups further down than this are not followed; their items come at the end.
const DEEPEST: usize = 32;

/// Which answers go in, and with what.
pub(super) struct Nest<'a> {
    left: BTreeMap<&'a str, &'a [Answer]>,
    words: bool,
    displays: bool,
}

impl<'a> Nest<'a> {
    pub(super) fn new(answers: &'a Answers, words: bool, displays: bool) -> Self {
        let left = answers
            .iter()
            .map(|(id, all)| (id.as_str(), all.as_slice()));
        Self {
            left: left.collect(),
            words,
            displays,
        }
    }

    /// The items of a response: those that the questionnaire has, as it has them, then those in this order, then
    /// whatever is left.
    pub(super) fn items<'b>(
        mut self,
        questionnaire: Option<&Object>,
        order: impl Iterator<Item = &'b str>,
    ) -> Vec<Value> {
        let mut all = questionnaire.map_or_else(Vec::new, |q| self.below(q, 0));
        for link_id in order {
            all.extend(self.taken(link_id).map(Value::from));
        }
        let left: Vec<&str> = self.left.keys().copied().collect();
        for link_id in left {
            all.extend(self.taken(link_id).map(Value::from));
        }
        all
    }

    fn below(&mut self, asked: &Object, depth: usize) -> Vec<Value> {
        if depth == DEEPEST {
            return Vec::new();
        }
        let mut all = Vec::new();
        for asked in objects(asked, "item") {
            let Some(link_id) = plain(asked, "linkId") else {
                continue;
            };
            let own = self.taken(link_id);
            let inner = self.below(asked, depth + 1);
            if own.is_none() && inner.is_empty() {
                continue;
            }
            let mut item = own.unwrap_or_else(|| answer::item(link_id));
            put_below(&mut item, inner);
            all.push(item.into());
        }
        all
    }

    /// The item with its answers; none when nothing was answered to it, or it has been taken.
    fn taken(&mut self, link_id: &str) -> Option<Object> {
        let answers = self.left.remove(link_id)?;
        let mut item = answer::item(link_id);
        let written = answer::list(answers, self.words, self.displays);
        if written.is_empty() {
            // It had no answer, which is something else than that it was not there.
            put_extension(&mut item, "no-answer", "valueBoolean", true);
        }
        for answer in written {
            push(&mut item, "answer", answer.into());
        }
        Some(item)
    }
}

/// Below a question its items stand with its first answer, below a group with the group (rule qrs-1).
fn put_below(item: &mut Object, inner: Vec<Value>) {
    if inner.is_empty() {
        return;
    }
    let answers = item.get_mut("answer").and_then(Value::as_array_mut);
    match answers.and_then(|all| all.first_mut()?.as_object_mut()) {
        Some(first) => first.insert("item".into(), inner.into()),
        None => item.insert("item".into(), inner.into()),
    };
}

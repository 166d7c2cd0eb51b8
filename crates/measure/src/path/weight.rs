// SPDX-License-Identifier: Apache-2.0
//! What a chosen answer counts: `ordinal()` in FHIR, `weight()` in Structured Data Capture,
//! <https://hl7.org/fhir/uv/sdc/expressions.html#fhirpath-supplements>.

use super::evaluate::Evaluator;
use super::node::Thing;
use super::{Decimal, PathError};
use crate::questionnaire::{choice_weights, weight_extension};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the choices of an item count, by its `linkId`: (system, code, value).
pub type Weights = BTreeMap<String, Vec<(String, String, f64)>>;

impl<'a> Evaluator<'a, '_> {
    /// The numbers of these answers. An answer that has none is left out, as the specification has it.
    pub(super) fn weigh(&self, all: &[Thing<'a>]) -> Result<Vec<Thing<'a>>, PathError> {
        let mut out = Vec::new();
        for thing in all {
            self.works(1)?;
            let Thing::Node(node) = thing else { continue };
            let inner = answer_value(node.value);
            let own = [Some(node.value), node.beside, inner, node.above]
                .into_iter()
                .flatten()
                .find_map(weight_extension);
            let number = match own {
                Some(number) => Some(number),
                None => self.of_choice(node.link, inner.unwrap_or(node.value))?,
            };
            if let Some(number) = number.and_then(Decimal::from_f64) {
                let whole = number.to_i64().is_some();
                out.push(Thing::Number(number, whole));
            }
        }
        Ok(out)
    }

    fn of_choice(&self, link: Option<&str>, value: &Value) -> Result<Option<f64>, PathError> {
        let (Some(link), Some(questionnaire)) = (link, self.surroundings.questionnaire) else {
            return Ok(None);
        };
        let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or("");
        let (system, code) = match value {
            Value::Object(_) => (text("system"), text("code").to_owned()),
            Value::String(text) => ("", text.clone()),
            Value::Number(number) => ("", number.to_string()),
            _ => return Ok(None),
        };
        let among = |known: &[(String, String, f64)]| {
            self.works(known.len() / 8)?;
            Ok(known
                .iter()
                .find(|(s, c, _)| *c == code && (s.is_empty() || system.is_empty() || s == system))
                .map(|(_, _, number)| *number))
        };
        if let Some(weights) = self.surroundings.weights {
            return weights.get(link).map_or(Ok(None), |known| among(known));
        }
        if !self.weights.borrow().contains_key(link) {
            let weights = choice_weights(questionnaire, link);
            self.works(weights.len())?;
            self.weights.borrow_mut().insert(link.to_owned(), weights);
        }
        let weights = self.weights.borrow();
        among(weights.get(link).map(Vec::as_slice).unwrap_or_default())
    }
}

/// The value of an answer, when the node is the whole answer.
fn answer_value(node: &Value) -> Option<&Value> {
    ["valueCoding", "valueString", "valueInteger", "valueDate"]
        .into_iter()
        .find_map(|key| node.get(key))
}

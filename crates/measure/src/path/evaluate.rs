// SPDX-License-Identifier: Apache-2.0
use super::moment::Moment;
use super::node::{Node, Thing, one, perhaps};
use super::tree::{Expression, Tree};
use super::weight::Weights;
use super::{MOST_STEPS, PathError, operator};
use serde_json::Value;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// What an expression can refer to besides what it is about.
#[derive(Debug, Clone, Default)]
pub struct Surroundings<'a> {
    /// `%resource` and `%rootResource`.
    pub resource: Option<&'a Value>,
    /// `%questionnaire`.
    pub questionnaire: Option<&'a Value>,
    /// What choices count, where that is known already; else it is looked up in `%questionnaire`.
    pub weights: Option<&'a Weights>,
    /// Work that is left for this and other expressions together.
    pub left: Option<&'a Cell<usize>>,
    /// Variables by their names, without the `%`.
    pub variables: BTreeMap<String, Vec<Thing<'a>>>,
}

/// What an expression gives, said of `context`.
///
/// # Errors
/// [`PathError`]: what it asks for is not supported, does not go together, or is too much work.
pub fn evaluate<'a>(
    expression: &Expression,
    context: &[Thing<'a>],
    surroundings: &Surroundings<'a>,
) -> Result<Vec<Thing<'a>>, PathError> {
    let evaluator = Evaluator {
        surroundings,
        context,
        steps: Cell::new(0),
        weights: RefCell::new(Weights::default()),
    };
    evaluator.tree(
        &expression.0,
        &Focus {
            this: context.to_vec(),
            index: None,
            total: None,
        },
    )
}

pub(super) struct Evaluator<'a, 's> {
    pub(super) surroundings: &'s Surroundings<'a>,
    context: &'s [Thing<'a>],
    steps: Cell<usize>,
    pub(super) weights: RefCell<Weights>,
}

/// `$this`, `$index` and `$total`.
#[derive(Debug, Clone)]
pub(super) struct Focus<'a> {
    pub(super) this: Vec<Thing<'a>>,
    pub(super) index: Option<usize>,
    pub(super) total: Option<Vec<Thing<'a>>>,
}

impl<'a> Evaluator<'a, '_> {
    /// Counts work.
    pub(super) fn works(&self, steps: usize) -> Result<(), PathError> {
        let done = self.steps.get().saturating_add(steps.max(1));
        self.steps.set(done);
        let shared = self.surroundings.left.map(|left| {
            let now = left.get().saturating_sub(steps.max(1));
            left.set(now);
            now
        });
        if done > MOST_STEPS || shared == Some(0) {
            Err(PathError::TooMuch)
        } else {
            Ok(())
        }
    }

    pub(super) fn tree(&self, tree: &Tree, focus: &Focus<'a>) -> Result<Vec<Thing<'a>>, PathError> {
        self.works(1)?;
        let found = self.found(tree, focus)?;
        self.works(found.iter().map(size).sum())?;
        Ok(found)
    }

    fn found(&self, tree: &Tree, focus: &Focus<'a>) -> Result<Vec<Thing<'a>>, PathError> {
        match tree {
            Tree::Nothing => Ok(Vec::new()),
            Tree::Boolean(yes) => Ok(vec![Thing::Boolean(*yes)]),
            Tree::Text(text) => Ok(vec![Thing::Text(Cow::Owned(text.clone()))]),
            Tree::Texts(all) => {
                let owned = |text: &String| Thing::Text(Cow::Owned(text.clone()));
                Ok(all.iter().map(owned).collect())
            }
            Tree::Number(number, whole) => Ok(vec![Thing::Number(*number, *whole)]),
            Tree::Quantity(number, unit) => {
                Ok(vec![Thing::Quantity(*number, Cow::Owned(unit.clone()))])
            }
            Tree::Moment(text) => Moment::read(text)
                .map(|moment| vec![Thing::Moment(moment)])
                .ok_or(PathError::Kinds("@")),
            Tree::Variable(name, at) => self.variable(name, *at),
            Tree::This => Ok(focus.this.clone()),
            Tree::Index => Ok(perhaps(focus.index.map(Thing::whole))),
            Tree::Total => Ok(focus.total.clone().unwrap_or_default()),
            Tree::Member(None, name) => self.members(&focus.this, name, true),
            Tree::Member(Some(on), name) => self.members(&self.tree(on, focus)?, name, false),
            Tree::Call { on, name, with, at } => {
                self.call_on(on.as_deref(), name, with, *at, focus)
            }
            Tree::At(on, index) => self.indexed(on, index, focus),
            Tree::Minus(inner) => self.negative(inner, focus),
            Tree::Two(operator, left, right) => self.two(operator, left, right, focus),
            Tree::Kind(operator, on, name) => {
                let all = self.tree(on, focus)?;
                if *operator == "is" {
                    let one = one(&all, "is")?;
                    return Ok(perhaps(one.map(|thing| Thing::Boolean(thing.is_a(name)))));
                }
                Ok(all.into_iter().filter(|thing| thing.is_a(name)).collect())
            }
        }
    }

    fn call_on(
        &self,
        on: Option<&Tree>,
        name: &str,
        with: &[Tree],
        at: usize,
        focus: &Focus<'a>,
    ) -> Result<Vec<Thing<'a>>, PathError> {
        let all = match on {
            Some(on) => self.tree(on, focus)?,
            None => focus.this.clone(),
        };
        self.works(all.len())?;
        self.call(all, name, with, at, focus)
    }

    fn indexed(
        &self,
        on: &Tree,
        index: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Vec<Thing<'a>>, PathError> {
        let all = self.tree(on, focus)?;
        let index = self.tree(index, focus)?;
        let index = one(&index, "[ ]")?.and_then(Thing::number);
        let index = index.and_then(super::Decimal::to_i64);
        Ok(perhaps(
            index
                .and_then(|i| usize::try_from(i).ok())
                .and_then(|i| all.into_iter().nth(i)),
        ))
    }

    fn negative(&self, inner: &Tree, focus: &Focus<'a>) -> Result<Vec<Thing<'a>>, PathError> {
        let all = self.tree(inner, focus)?;
        let Some(thing) = one(&all, "-")? else {
            return Ok(Vec::new());
        };
        match thing.plain() {
            Thing::Number(number, whole) => Ok(vec![Thing::Number(number.negative()?, whole)]),
            Thing::Quantity(number, unit) => Ok(vec![Thing::Quantity(number.negative()?, unit)]),
            _ => Err(PathError::Kinds("-")),
        }
    }

    fn two(
        &self,
        operator: &'static str,
        left: &Tree,
        right: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Vec<Thing<'a>>, PathError> {
        let left = self.tree(left, focus)?;
        let right = self.tree(right, focus)?;
        let work = match operator {
            "|" => left.len().saturating_add(right.len()).saturating_pow(2) / 4,
            "~" | "!~" => left.len().saturating_mul(right.len()),
            _ => left.len().saturating_add(right.len()),
        };
        self.works(work)?;
        operator::apply(operator, left, right)
    }

    fn members(
        &self,
        all: &[Thing<'a>],
        name: &str,
        first: bool,
    ) -> Result<Vec<Thing<'a>>, PathError> {
        self.works(all.len())?;
        let mut out = Vec::new();
        for thing in all {
            let Thing::Node(node) = thing else { continue };
            let before = out.len();
            node.members(name, &mut out);
            // A path may begin with the name of its resource: `QuestionnaireResponse.item`.
            if first && out.len() == before && thing.is_a(name) && node.value.is_object() {
                out.push(thing.clone());
            }
        }
        Ok(out)
    }

    fn variable(&self, name: &str, at: usize) -> Result<Vec<Thing<'a>>, PathError> {
        let node =
            |value: Option<&'a Value>| Ok(perhaps(value.map(|v| Thing::Node(Node::root(v)))));
        let text = |text: &'static str| Ok(vec![Thing::Text(Cow::Borrowed(text))]);
        if let Some(found) = self.surroundings.variables.get(name) {
            return Ok(found.clone());
        }
        match name {
            "resource" | "rootResource" => node(self.surroundings.resource),
            "context" => Ok(self.context.to_vec()),
            "questionnaire" if self.surroundings.questionnaire.is_some() => {
                node(self.surroundings.questionnaire)
            }
            "loinc" => text("http://loinc.org"),
            "sct" => text("http://snomed.info/sct"),
            "ucum" => text("http://unitsofmeasure.org"),
            _ => Err(PathError::Unsupported {
                what: format!("%{name}"),
                at,
            }),
        }
    }
}

/// What keeping it costs, in steps.
fn size(thing: &Thing<'_>) -> usize {
    match thing {
        Thing::Text(text) | Thing::Quantity(_, text) => 1 + text.len() / 64,
        _ => 1,
    }
}

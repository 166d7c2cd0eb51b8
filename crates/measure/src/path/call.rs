// SPDX-License-Identifier: Apache-2.0
//! Functions that take an expression and ask it of each thing, and where the others are found.

use super::evaluate::{Evaluator, Focus};
use super::node::{Thing, condition, perhaps};
use super::tree::Tree;
use super::{PathError, collection, operator, text};

type Things<'a> = Vec<Thing<'a>>;

impl<'a> Evaluator<'a, '_> {
    pub(super) fn call(
        &self,
        all: Things<'a>,
        name: &str,
        with: &[Tree],
        at: usize,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        match (name, with) {
            ("where", [test]) => self.chosen(all, test, focus),
            ("exists", [test]) => Ok(vec![Thing::Boolean(
                !self.chosen(all, test, focus)?.is_empty(),
            )]),
            ("all", [test]) => {
                let of = all.len();
                Ok(vec![Thing::Boolean(
                    self.chosen(all, test, focus)?.len() == of,
                )])
            }
            ("select", [each]) => self.selected(&all, each, focus),
            ("repeat", [each]) => self.repeated(all, each, focus),
            ("aggregate", [each, rest @ ..]) if rest.len() < 2 => {
                let total = match rest.first() {
                    Some(start) => self.tree(start, focus)?,
                    None => Vec::new(),
                };
                self.aggregated(&all, each, total)
            }
            ("iif", [test, rest @ ..]) if matches!(rest.len(), 1 | 2) => {
                let test = self.tree(test, &about(&all, focus))?;
                let chosen = match condition(&test, "iif")? {
                    Some(true) => rest.first(),
                    _ => rest.get(1),
                };
                chosen.map_or(Ok(Vec::new()), |tree| self.tree(tree, &about(&all, focus)))
            }
            ("trace", [_] | [_, _]) => Ok(all),
            ("is", [kind]) => {
                let kind = kind_name(kind).ok_or(PathError::Kinds("is"))?;
                let one = super::node::one(&all, "is")?;
                Ok(perhaps(one.map(|thing| Thing::Boolean(thing.is_a(kind)))))
            }
            ("as" | "ofType", [kind]) => {
                let kind = kind_name(kind).ok_or(PathError::Kinds("ofType"))?;
                Ok(all.into_iter().filter(|thing| thing.is_a(kind)).collect())
            }
            ("children", []) => self.children(&all),
            ("descendants", []) => self.descendants(&all),
            ("answers", []) => self.answers(&all),
            ("ordinal" | "weight", []) => self.weigh(&all),
            _ => self.plain_call(all, name, with, at, focus),
        }
    }

    /// Functions whose arguments are values.
    fn plain_call(
        &self,
        all: Things<'a>,
        name: &str,
        with: &[Tree],
        at: usize,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        let mut arguments = Vec::with_capacity(with.len());
        for tree in with {
            arguments.push(self.tree(tree, focus)?);
        }
        self.works(all.len())?;
        if collection::compares_all(name) {
            let other = arguments.first().map_or(0, Vec::len);
            self.works(all.len().saturating_mul(all.len().max(other)))?;
        }
        let unsupported = || PathError::Unsupported {
            what: format!("{name}()"),
            at,
        };
        if let Some(done) = collection::call(name, &all, &arguments)? {
            return Ok(done);
        }
        if let Some(done) = super::operator::calculate(name, &all, &arguments)? {
            return Ok(done);
        }
        text::call(name, &all, &arguments)?.ok_or_else(unsupported)
    }

    fn each(
        &self,
        thing: &Thing<'a>,
        index: usize,
        tree: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        let focus = Focus {
            this: vec![thing.clone()],
            index: Some(index),
            total: focus.total.clone(),
        };
        self.tree(tree, &focus)
    }

    fn chosen(
        &self,
        all: Things<'a>,
        test: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        let mut out = Vec::new();
        for (index, thing) in all.into_iter().enumerate() {
            let answer = self.each(&thing, index, test, focus)?;
            if condition(&answer, "where")? == Some(true) {
                out.push(thing);
            }
        }
        Ok(out)
    }

    fn selected(
        &self,
        all: &[Thing<'a>],
        each: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        let mut out = Vec::new();
        for (index, thing) in all.iter().enumerate() {
            out.extend(self.each(thing, index, each, focus)?);
            self.works(out.len() / 64)?;
        }
        Ok(out)
    }

    fn repeated(
        &self,
        all: Things<'a>,
        each: &Tree,
        focus: &Focus<'a>,
    ) -> Result<Things<'a>, PathError> {
        let mut out: Things<'a> = Vec::new();
        let mut now = all;
        while !now.is_empty() {
            let mut next = Vec::new();
            for thing in self.selected(&now, each, focus)? {
                self.works(out.len())?;
                if !out.iter().any(|known| same_node(known, &thing)) {
                    out.push(thing.clone());
                    next.push(thing);
                }
            }
            now = next;
        }
        Ok(out)
    }

    fn aggregated(
        &self,
        all: &[Thing<'a>],
        each: &Tree,
        start: Things<'a>,
    ) -> Result<Things<'a>, PathError> {
        let mut total = start;
        for (index, thing) in all.iter().enumerate() {
            let focus = Focus {
                this: vec![thing.clone()],
                index: Some(index),
                total: Some(total),
            };
            total = self.tree(each, &focus)?;
            self.works(total.len())?;
        }
        Ok(total)
    }

    fn children(&self, all: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
        let mut out = Vec::new();
        for thing in all {
            if let Thing::Node(node) = thing {
                node.children(&mut out);
            }
        }
        self.works(out.len())?;
        Ok(out)
    }

    fn descendants(&self, all: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
        let mut out = Vec::new();
        let mut now = self.children(all)?;
        while !now.is_empty() {
            let next = self.children(&now)?;
            out.append(&mut now);
            now = next;
        }
        Ok(out)
    }

    /// All answers below, whether they stand in items or in answers.
    fn answers(&self, all: &[Thing<'a>]) -> Result<Things<'a>, PathError> {
        let mut out = Vec::new();
        for thing in self.descendants(all)? {
            let Thing::Node(node) = thing else { continue };
            let item = node.above.filter(|above| above.get("linkId").is_some());
            let answers = item.and_then(|item| item.get("answer")?.as_array());
            let among =
                |all: &Vec<serde_json::Value>| all.iter().any(|one| std::ptr::eq(one, node.value));
            if answers.is_some_and(among) {
                out.push(Thing::Node(node));
            }
        }
        Ok(out)
    }
}

fn about<'a>(all: &[Thing<'a>], focus: &Focus<'a>) -> Focus<'a> {
    Focus {
        this: all.to_vec(),
        ..focus.clone()
    }
}

fn same_node(a: &Thing<'_>, b: &Thing<'_>) -> bool {
    match (a, b) {
        (Thing::Node(a), Thing::Node(b)) if a.value.is_object() => std::ptr::eq(a.value, b.value),
        _ => operator::equal(a, b) == Some(true),
    }
}

fn kind_name(tree: &Tree) -> Option<&str> {
    match tree {
        Tree::Member(None, name) => Some(name),
        Tree::Member(Some(space), name) => {
            let space = kind_name(space)?;
            matches!(space, "System" | "FHIR").then_some(name)
        }
        _ => None,
    }
}

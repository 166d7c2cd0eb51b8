// SPDX-License-Identifier: Apache-2.0
use super::Sources;
use crate::catalogue::{Part, Pattern};
use fluent_syntax::{ast, unicode::unescape_unicode_to_string};
use std::collections::BTreeMap;

/// A chain of references longer than this goes round in a circle.
const DEPTH: usize = 12;

/// What is wrong with a message, and how to mend it.
pub(super) struct Fault(pub(super) String, pub(super) String);

impl Sources {
    /// One message, with everything that it refers to put in place.
    pub(super) fn pattern(
        &self,
        pattern: &ast::Pattern<String>,
        depth: usize,
    ) -> Result<Pattern, Fault> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => push_text(&mut parts, value),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, depth, &mut parts)?;
                }
            }
        }
        Ok(Pattern(parts))
    }

    fn expression(
        &self,
        expression: &ast::Expression<String>,
        depth: usize,
        parts: &mut Vec<Part>,
    ) -> Result<(), Fault> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, depth, parts),
            ast::Expression::Select { selector, variants } => {
                let on = variable(selector)?;
                let mut cases = BTreeMap::new();
                let mut or = Pattern::default();
                for variant in variants {
                    let key = match &variant.key {
                        ast::VariantKey::Identifier { name } => name.clone(),
                        ast::VariantKey::NumberLiteral { value } => plain_number(value),
                    };
                    let said = self.pattern(&variant.value, depth)?;
                    if variant.default {
                        or = said;
                    } else {
                        cases.insert(key, said);
                    }
                }
                parts.push(Part::Select { on, cases, or });
                Ok(())
            }
        }
    }

    fn inline(
        &self,
        inline: &ast::InlineExpression<String>,
        depth: usize,
        parts: &mut Vec<Part>,
    ) -> Result<(), Fault> {
        use ast::InlineExpression as E;
        match inline {
            E::StringLiteral { value } => push_text(parts, &unescape_unicode_to_string(value)),
            E::NumberLiteral { value } => push_text(parts, value),
            E::Placeable { expression } => self.expression(expression, depth, parts)?,
            E::MessageReference { id, attribute } => {
                let key = joined(&id.name, attribute.as_ref());
                self.put_in_place(&key, depth, parts)?;
            }
            E::TermReference { id, attribute, .. } => {
                let key = joined(&format!("-{}", id.name), attribute.as_ref());
                self.put_in_place(&key, depth, parts)?;
            }
            E::VariableReference { .. } | E::FunctionReference { .. } => parts.push(Part::Var {
                var: variable(inline)?,
            }),
        }
        Ok(())
    }

    fn put_in_place(&self, key: &str, depth: usize, parts: &mut Vec<Part>) -> Result<(), Fault> {
        if depth >= DEPTH {
            return Err(Fault(
                format!("`{key}` refers to itself in a circle"),
                "Write the words out in one of them.".into(),
            ));
        }
        let (_, pattern) = self.patterns.get(key).ok_or_else(|| {
            Fault(
                format!("it refers to `{key}`, which does not exist"),
                "Correct the name, or add it in the same language.".into(),
            )
        })?;
        for part in self.pattern(pattern, depth + 1)?.0 {
            match part {
                Part::Text(text) => push_text(parts, &text),
                other => parts.push(other),
            }
        }
        Ok(())
    }
}

fn joined(name: &str, attribute: Option<&ast::Identifier<String>>) -> String {
    attribute.map_or_else(|| name.to_owned(), |a| format!("{name}.{}", a.name))
}

/// The variable a placeable stands for; `NUMBER($n)` is `$n`, since numbers are formatted outside.
fn variable(inline: &ast::InlineExpression<String>) -> Result<String, Fault> {
    use ast::InlineExpression as E;
    match inline {
        E::VariableReference { id } => Ok(id.name.clone()),
        E::FunctionReference { id, arguments } if id.name == "NUMBER" => arguments
            .positional
            .first()
            .map_or_else(|| Err(unknown("NUMBER()")), variable),
        E::FunctionReference { id, .. } => Err(unknown(&format!("{}()", id.name))),
        _ => Err(unknown("a choice by something else than a variable")),
    }
}

fn unknown(what: &str) -> Fault {
    Fault(
        format!("{what} is not known here"),
        "Only variables and NUMBER($variable) are; dates and such are handed in as words.".into(),
    )
}

fn plain_number(value: &str) -> String {
    value
        .parse::<f64>()
        .map_or_else(|_| value.to_owned(), |n| n.to_string())
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}

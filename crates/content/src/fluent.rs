// SPDX-License-Identifier: Apache-2.0
//! From Fluent files to a [`Catalogue`]: references to messages and terms are put in place, so
//! that the browser needs no Fluent.

use crate::{
    Problem, StringFile,
    catalogue::{Catalogue, Part, Pattern},
    problem::line_of,
};
use fluent_syntax::{ast, parser, unicode::unescape_unicode_to_string};
use std::collections::{BTreeMap, BTreeSet};

/// A chain of references longer than this goes round in a circle.
const DEPTH: usize = 12;

#[derive(Default)]
struct Sources {
    /// Messages, attributes (`message.attribute`) and terms (`-term`), with the file they are from.
    patterns: BTreeMap<String, (String, ast::Pattern<String>)>,
    problems: Vec<Problem>,
}

/// Compiles all files of one language, given as path and text.
pub(crate) fn compile(files: &[(String, String)]) -> (Catalogue, Vec<StringFile>, Vec<Problem>) {
    let mut sources = Sources::default();
    let listed = files
        .iter()
        .map(|(file, text)| StringFile {
            file: file.clone(),
            keys: sources.read(file, text),
        })
        .collect();
    let mut catalogue = Catalogue::default();
    let mut problems = Vec::new();
    for (key, (file, pattern)) in &sources.patterns {
        if key.starts_with('-') {
            continue;
        }
        match sources.pattern(pattern, 0) {
            Ok(pattern) => {
                catalogue.0.insert(key.clone(), pattern);
            }
            Err(Fault(what, mend)) => {
                problems.push(Problem::new(file, format!("`{key}`: {what}"), mend));
            }
        }
    }
    problems.append(&mut sources.problems);
    (catalogue, listed, problems)
}

struct Fault(String, String);

impl Sources {
    fn read(&mut self, file: &str, text: &str) -> Vec<(String, usize)> {
        let resource = match parser::parse(text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    self.problems.push(
                        Problem::new(
                            file,
                            format!("this is not Fluent: {}", error.kind),
                            "A message is `name = words`; further lines are indented; `{` opens a placeable.",
                        )
                        .at(Some(line_of(text, error.pos.start))),
                    );
                }
                resource
            }
        };
        let mut keys = Vec::new();
        for entry in resource.body {
            match entry {
                ast::Entry::Message(message) => {
                    let name = message.id.name;
                    if let Some(value) = message.value {
                        self.add(file, text, &name, value, &mut keys);
                    }
                    for attribute in message.attributes {
                        let key = format!("{name}.{}", attribute.id.name);
                        self.add(file, text, &key, attribute.value, &mut keys);
                    }
                }
                ast::Entry::Term(term) => {
                    let name = format!("-{}", term.id.name);
                    self.add(file, text, &name, term.value, &mut Vec::new());
                }
                _ => {}
            }
        }
        keys
    }

    fn add(
        &mut self,
        file: &str,
        text: &str,
        key: &str,
        pattern: ast::Pattern<String>,
        keys: &mut Vec<(String, usize)>,
    ) {
        let line = line_of_key(text, key);
        if let Some((other, _)) = self.patterns.get(key) {
            self.problems.push(
                Problem::new(
                    file,
                    format!("`{key}` is defined twice; the other one is in {other}"),
                    "Keep one of them.",
                )
                .at(Some(line)),
            );
            return;
        }
        keys.push((key.to_owned(), line));
        self.patterns
            .insert(key.to_owned(), (file.to_owned(), pattern));
    }

    fn pattern(&self, pattern: &ast::Pattern<String>, depth: usize) -> Result<Pattern, Fault> {
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

fn line_of_key(text: &str, key: &str) -> usize {
    let (name, attribute) = key
        .split_once('.')
        .map_or((key, None), |(n, a)| (n, Some(a)));
    let starts = |line: &str, name: &str| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let mut lines = text.lines().enumerate();
    let at = lines
        .find(|(_, line)| starts(line, name))
        .map_or(0, |(i, _)| i);
    let Some(attribute) = attribute else {
        return at + 1;
    };
    let wanted = format!(".{attribute}");
    lines
        .find(|(_, line)| starts(line.trim_start(), &wanted))
        .map_or(at, |(i, _)| i)
        + 1
}

/// Every run of text in a pattern, with each wording of a choice written out once, for the checks.
pub(crate) fn wordings(pattern: &Pattern) -> Vec<String> {
    let mut all = BTreeSet::new();
    let longest = pattern
        .0
        .iter()
        .map(|part| match part {
            Part::Select { cases, .. } => cases.len() + 1,
            _ => 1,
        })
        .max()
        .unwrap_or(1);
    for choice in 0..longest {
        let mut said = String::new();
        write_out(pattern, choice, &mut said);
        all.insert(said);
    }
    all.into_iter().collect()
}

fn write_out(pattern: &Pattern, choice: usize, said: &mut String) {
    for part in &pattern.0 {
        match part {
            Part::Text(text) => said.push_str(text),
            Part::Var { .. } => said.push('…'),
            Part::Select { cases, or, .. } => {
                let chosen = cases.values().nth(choice).unwrap_or(or);
                write_out(chosen, choice, said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> (Catalogue, Vec<Problem>) {
        let (catalogue, _, problems) = compile(&[("en/ui/a.ftl".into(), text.into())]);
        (catalogue, problems)
    }

    #[test]
    fn references_and_terms_are_put_in_place() {
        let (all, problems) =
            one("-app = Kindhold\nhello = This is { -app }.\nagain = { hello } Yes.\n");
        assert_eq!(problems, []);
        assert_eq!(
            all.resolve("again", &[], |_| "other"),
            "This is Kindhold. Yes."
        );
        assert!(!all.has("-app"));
    }

    #[test]
    fn choices_keep_their_cases_and_default() {
        let (all, problems) = one(
            "tried = { $n ->\n    [0] None yet\n    [one] One\n   *[other] { $n } in all\n }\n",
        );
        assert_eq!(problems, []);
        assert_eq!(
            all.resolve("tried", &[("n", 4u8.into())], |_| "other"),
            "4 in all"
        );
        assert_eq!(
            wordings(&all.0["tried"]),
            ["None yet", "One", "… in all"].map(String::from)
        );
    }

    #[test]
    fn attributes_are_messages_of_their_own() {
        let (all, _) = one("door = Open\n    .hint = It takes a minute\n");
        assert!(all.has("door") && all.has("door.hint"));
        let (_, files, _) =
            compile(&[("f".into(), "a = b\n\ndoor = Open\n    .hint = x\n".into())]);
        assert_eq!(files[0].keys[2], ("door.hint".into(), 4));
    }

    #[test]
    fn all_that_is_wrong_is_said_with_its_line() {
        let (_, problems) = one("good = fine\nbad = { $\nloop = { loop }\nlost = { nothing }\n");
        assert_eq!(problems.len(), 3, "{problems:?}");
        assert!(problems.iter().any(|p| p.line == Some(2)));
        assert!(problems.iter().any(|p| p.what.contains("circle")));
        assert!(problems.iter().any(|p| p.what.contains("does not exist")));
    }

    #[test]
    fn a_key_defined_twice_is_a_problem() {
        let (_, problems) = one("a = one\na = two\n");
        assert_eq!(problems.len(), 1);
    }
}

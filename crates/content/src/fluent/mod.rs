// SPDX-License-Identifier: Apache-2.0
//! From Fluent files to a [`Catalogue`]: references to messages and terms are put in place, so
//! that the browser needs no Fluent.

mod resolve;
mod wordings;

pub(crate) use wordings::wordings;

use crate::{Problem, StringFile, catalogue::Catalogue, problem::line_of};
use fluent_syntax::{ast, parser};
use resolve::Fault;
use std::collections::BTreeMap;

/// Placeables inside placeables beyond this are a mistake. Fluent's parser goes down into each of
/// them and would run out of stack.
const NESTING: usize = 50;

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

/// Where the first brace stands that is open inside too many others.
fn nested_too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        (open > NESTING).then_some(at)
    })
}

impl Sources {
    fn read(&mut self, file: &str, text: &str) -> Vec<(String, usize)> {
        if let Some(at) = nested_too_deep(text) {
            self.problems.push(
                Problem::new(
                    file,
                    format!("more than {NESTING} `{{` are open here"),
                    "Close each `{` with a `}`.",
                )
                .at(Some(line_of(text, at))),
            );
            return Vec::new();
        }
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

// SPDX-License-Identifier: Apache-2.0
//! Safe words: what no text in the product may say, and what to say instead. The list is content
//! (`content/checks/safe-words.<language>.toml`); this is only the machine that reads it.

use crate::{Problem, article::Allow, problem::line_with};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;

/// The list of one language, ready to search with.
#[derive(Debug, Default)]
pub struct SafeWords {
    rules: Vec<Rule>,
}

/// One thing not to say.
#[derive(Debug)]
pub struct Rule {
    /// A short name, unique in the list.
    pub id: String,
    /// Why.
    pub reason: String,
    /// What to say instead.
    pub instead: String,
    patterns: Vec<Regex>,
    except: Vec<Regex>,
}

/// A place where a text says what it must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// The words that were found.
    pub words: String,
    /// Why not.
    pub reason: String,
    /// What to say instead.
    pub instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<RuleText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleText {
    id: String,
    reason: String,
    instead: String,
    patterns: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
}

impl SafeWords {
    /// Reads a list; `file` is its name for the problems.
    ///
    /// # Errors
    /// Everything that is wrong with the list: its shape, an empty reason, a pattern that is not a
    /// regular expression.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let read: File = toml::from_str(text)
            .map_err(|error| vec![crate::load::toml_problem(file, text, &error)])?;
        let mut problems = Vec::new();
        let mut rules = Vec::new();
        for rule in read.rule {
            if rule.reason.trim().is_empty() || rule.instead.trim().is_empty() {
                problems.push(
                    Problem::new(
                        file,
                        format!(
                            "the rule `{}` says no reason or nothing to say instead",
                            rule.id
                        ),
                        "Write both: an author has to know what to do.",
                    )
                    .at(line_with(text, &rule.id)),
                );
            }
            let mut compile = |patterns: &[String]| {
                patterns
                    .iter()
                    .filter_map(|pattern| match regex(pattern) {
                        Ok(regex) => Some(regex),
                        Err(error) => {
                            problems.push(
                                Problem::new(
                                    file,
                                    format!("`{pattern}` is not a pattern: {error}"),
                                    "See content/README.md, Safe words.",
                                )
                                .at(line_with(text, pattern)),
                            );
                            None
                        }
                    })
                    .collect::<Vec<_>>()
            };
            rules.push(Rule {
                patterns: compile(&rule.patterns),
                except: compile(&rule.except),
                id: rule.id,
                reason: rule.reason,
                instead: rule.instead,
            });
        }
        if problems.is_empty() {
            Ok(Self { rules })
        } else {
            Err(problems)
        }
    }

    /// The rules, in the order of the list.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Everything in the text that must not be said: at most one finding for each rule.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Finding> {
        self.find_but(text, &[])
    }

    /// The same, with exceptions that this one text has a reason for.
    #[must_use]
    pub fn find_but(&self, text: &str, allow: &[Allow]) -> Vec<Finding> {
        let text = plain(text);
        self.rules
            .iter()
            .filter_map(|rule| {
                let mut text = text.clone();
                let words = allow.iter().filter(|a| a.rule == rule.id);
                for word in words.flat_map(|a| &a.words) {
                    text = without(&text, &plain(word));
                }
                rule.find(&text)
            })
            .collect()
    }
}

/// The text without a phrase, whatever its case.
fn without(text: &str, phrase: &str) -> String {
    let found = RegexBuilder::new(&regex::escape(phrase))
        .case_insensitive(true)
        .build();
    match found {
        Ok(found) if !phrase.trim().is_empty() => found.replace_all(text, " § ").into_owned(),
        _ => text.to_owned(),
    }
}

impl Rule {
    fn find(&self, text: &str) -> Option<Finding> {
        let mut text = text.to_owned();
        for except in &self.except {
            text = except.replace_all(&text, " § ").into_owned();
        }
        let found = self.patterns.iter().find_map(|p| p.find(&text))?;
        Some(Finding {
            rule: self.id.clone(),
            words: found.as_str().trim().to_owned(),
            reason: self.reason.clone(),
            instead: self.instead.clone(),
        })
    }
}

/// A space in a pattern stands for any run of white space (` ?` for none as well), and whole words
/// are meant throughout.
fn regex(pattern: &str) -> Result<Regex, regex::Error> {
    let spaced = pattern.replace(" ?", r"\s*").replace(' ', r"\s+");
    RegexBuilder::new(&format!(r"\b(?:{spaced})\b"))
        .case_insensitive(true)
        .build()
}

/// Curly quotation marks straight, hyphens of all kinds one, marks of emphasis gone.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '*' | '\u{200b}'))
        .map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '\u{2010}' | '\u{2011}' | '–' => '-',
            '\u{a0}' | '\u{202f}' => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> SafeWords {
        SafeWords::parse(
            "safe-words.en.toml",
            "[[rule]]\nid = \"cold\"\nreason = \"a substitute\"\ninstead = \"leave it out\"\n\
             patterns = [\"ice\", \"you'll be fine\"]\nexcept = [\"ice cream\"]\n",
        )
        .expect("the list is well formed")
    }

    #[test]
    fn whole_words_are_found_in_any_case() {
        assert_eq!(words().find("Hold some Ice.").len(), 1);
        assert_eq!(words().find("A nice voice.").len(), 0);
        assert_eq!(words().find("You’ll be\nfine").len(), 1);
    }

    #[test]
    fn an_exception_covers_only_its_own_words() {
        assert_eq!(words().find("Have an ice cream.").len(), 0);
        assert_eq!(words().find("Have an ice cream, then ice.").len(), 1);
    }

    #[test]
    fn a_bad_pattern_is_named_with_its_line() {
        let text = "[[rule]]\nid = \"x\"\nreason = \"r\"\ninstead = \"i\"\npatterns = [\"(\"]\n";
        let problems = SafeWords::parse("list", text).expect_err("a bracket is open");
        assert_eq!(problems[0].line, Some(5));
    }
}

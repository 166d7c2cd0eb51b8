// SPDX-License-Identifier: Apache-2.0
//! Interface strings after compilation: references resolved, nothing left but text, variables and
//! choices. Small to load and small to read in the browser.
//!
//! In JSON a message is an array of parts: `"text"`, `{"var":"name"}`, or
//! `{"on":"n","cases":{"0":[…],"one":[…]},"or":[…]}`. An exact number wins over a plural category,
//! and `or` is what is left.

use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};

/// Every message of one language, by its name. An attribute is `message.attribute`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Catalogue(pub BTreeMap<String, Pattern>);

/// What a message says, piece by piece.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pattern(pub Vec<Part>);

/// One piece of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Part {
    /// Said as it stands.
    Text(String),
    /// Filled in from the arguments.
    Var {
        /// The variable's name, without `$`.
        var: String,
    },
    /// One of several wordings, by the value of a variable.
    Select {
        /// The variable's name, without `$`.
        on: String,
        /// Wordings by exact number, plural category or string.
        cases: BTreeMap<String, Pattern>,
        /// The wording when no case matches.
        or: Pattern,
    },
}

/// A value handed to a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Words. Numbers and dates in the reader's own format arrive as words too.
    Text(Cow<'a, str>),
    /// A whole number, which also chooses the plural. Not a float: writing those takes seven kilobytes
    /// of what a phone has to load first.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! number {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}
number!(u8, u16, u32, i32, i64);

impl Catalogue {
    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The message in full. `plural` gives the plural category of a number in this language, in
    /// the browser through `Intl.PluralRules`.
    ///
    /// Nothing here fails in front of a person: an unknown message shows its own name, a missing
    /// argument shows the variable's name. The content check keeps both from happening.
    pub fn resolve(
        &self,
        key: &str,
        args: &[(&str, Arg<'_>)],
        plural: impl Fn(f64) -> &'static str,
    ) -> String {
        let Some(pattern) = self.0.get(key) else {
            return key.to_owned();
        };
        let mut said = String::new();
        pattern.say(args, &plural, &mut said);
        said
    }
}

impl Pattern {
    fn say(
        &self,
        args: &[(&str, Arg<'_>)],
        plural: &dyn Fn(f64) -> &'static str,
        said: &mut String,
    ) {
        let find = |name: &str| {
            args.iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| value)
        };
        for part in &self.0 {
            match part {
                Part::Text(text) => said.push_str(text),
                Part::Var { var } => match find(var) {
                    Some(Arg::Text(text)) => said.push_str(text),
                    Some(Arg::Number(number)) => said.push_str(&number.to_string()),
                    None => said.push_str(var),
                },
                Part::Select { on, cases, or } => {
                    let chosen = match find(on) {
                        Some(Arg::Text(text)) => cases.get(text.as_ref()),
                        Some(Arg::Number(number)) => cases
                            .get(&number.to_string())
                            .or_else(|| cases.get(plural(*number as f64))),
                        None => None,
                    };
                    chosen.unwrap_or(or).say(args, plural, said);
                }
            }
        }
    }

    /// The names of all variables, in the order in which they first appear.
    #[must_use]
    pub fn variables(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.gather(&mut names);
        names
    }

    fn gather<'a>(&'a self, names: &mut Vec<&'a str>) {
        let mut add = |name: &'a str| {
            if !names.contains(&name) {
                names.push(name);
            }
        };
        for part in &self.0 {
            match part {
                Part::Text(_) => {}
                Part::Var { var } => add(var),
                Part::Select { on, .. } => add(on),
            }
        }
        for part in &self.0 {
            if let Part::Select { cases, or, .. } = part {
                for pattern in cases.values().chain([or]) {
                    pattern.gather(names);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(number: f64) -> &'static str {
        if number == 1.0 { "one" } else { "other" }
    }

    fn sample() -> Catalogue {
        serde_json::from_str(
            r#"{"hello":["Hello ",{"var":"name"},"."],
                "tried":[{"on":"n","cases":{"0":["Nothing yet"],"one":["One practice"]},
                          "or":[{"var":"n"}," practices"]}],
                "mode":[{"on":"kind","cases":{"call":["Call"]},"or":["Open"]}]}"#,
        )
        .expect("the sample is well formed")
    }

    #[test]
    fn words_are_filled_in() {
        let said = sample().resolve("hello", &[("name", "you".into())], english);
        assert_eq!(said, "Hello you.");
    }

    #[test]
    fn an_exact_number_wins_over_the_plural_category() {
        let all = sample();
        let say = |n: u8| all.resolve("tried", &[("n", n.into())], english);
        assert_eq!(say(0), "Nothing yet");
        assert_eq!(say(1), "One practice");
        assert_eq!(say(7), "7 practices");
    }

    #[test]
    fn a_word_can_choose_and_anything_else_falls_to_the_default() {
        let all = sample();
        let say = |kind: &'static str| all.resolve("mode", &[("kind", kind.into())], english);
        assert_eq!(say("call"), "Call");
        assert_eq!(say("chat"), "Open");
    }

    #[test]
    fn what_is_missing_shows_its_name_and_nothing_fails() {
        assert_eq!(sample().resolve("gone", &[], english), "gone");
        assert_eq!(sample().resolve("hello", &[], english), "Hello name.");
        assert_eq!(sample().resolve("tried", &[], english), "n practices");
    }

    #[test]
    fn it_reads_back_what_it_wrote() {
        let json = serde_json::to_string(&sample()).expect("it serialises");
        let back: Catalogue = serde_json::from_str(&json).expect("it reads back");
        assert_eq!(back, sample());
    }
}

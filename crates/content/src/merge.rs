// SPDX-License-Identifier: Apache-2.0
//! A translation holds words only. Structure, sources and links come from the English original, so that
//! no language can differ in what it offers, and nobody has to keep them the same by hand.

use toml::{Table, Value};

/// Names under which an original says something to a person.
const WORDS: [&str; 34] = [
    "title",
    "tab",
    "lead",
    "short",
    "text",
    "items",
    "label",
    "hint",
    "summary",
    "caption",
    "head",
    "rows",
    "offer",
    "why",
    "steps",
    "half_minute",
    "close",
    "say",
    "not",
    "help",
    "options",
    "low",
    "high",
    "template",
    "pairs",
    "doors",
    "block",
    "section",
    "part",
    "field",
    "allow",
    "words",
    "because",
    "to",
];

/// A text of more words that is the same in two languages is not translated.
pub(crate) const SAME_WORDS: usize = 3;

/// Names whose whole inside is words, by whatever key.
const ALL_WORDS: &str = "why";

/// Who has read a text critically, and when. That holds for the words that were read: a translation has
/// reviewers of its own.
const REVIEW: [&str; 2] = ["reviewed_by", "reviewed_on"];

/// What of an original has been said in another language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Words of the original that have been translated.
    pub done: usize,
    /// Words of the original.
    pub of: usize,
    /// Where words are missing, as file and place in it.
    pub missing: Vec<(String, String)>,
}

impl Coverage {
    /// Whole percent that are done, rounded down.
    #[must_use]
    pub const fn percent(&self) -> usize {
        match (self.done * 100).checked_div(self.of) {
            Some(percent) => percent,
            None => 100,
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.done += other.done;
        self.of += other.of;
        self.missing.extend(other.missing);
    }

    pub(crate) fn count(&mut self, file: &str, place: &str, original: &str, is_done: bool) {
        let words = original.split_whitespace().count();
        self.of += words;
        if is_done {
            self.done += words;
        } else if words > 0 {
            self.missing.push((file.to_owned(), place.to_owned()));
        }
    }
}

/// A text merged from an original and the words of a translation.
pub(crate) struct Merged {
    pub(crate) table: Table,
    pub(crate) coverage: Coverage,
    /// What does not fit, in plain words.
    pub(crate) faults: Vec<String>,
}

/// Puts the words of a translation into the original. Without any the original stays as it is. Links
/// lead to the pages of the language `tag`.
pub(crate) fn merge(file: &str, tag: &str, original: &Table, words: Option<&Table>) -> Merged {
    let mut merged = Merged {
        table: original.clone(),
        coverage: Coverage::default(),
        faults: Vec::new(),
    };
    let mut at = At {
        file,
        coverage: &mut merged.coverage,
        faults: &mut merged.faults,
    };
    at.table("", &mut merged.table, words, false);
    if let Some(words) = words {
        review(&mut merged.table, words);
    }
    for (_, value) in &mut merged.table {
        lead_to(tag, value);
    }
    merged
}

/// Puts the reviewers of a translation in the place of those of the original.
fn review(table: &mut Table, words: &Table) {
    for key in REVIEW {
        table.remove(key);
        if let Some(own) = words.get(key) {
            table.insert(key.to_owned(), own.clone());
        }
    }
}

/// The words of an original alone, in its order: where a translator begins.
pub(crate) fn skeleton(original: &Table) -> Table {
    let words = original.iter().filter(|(key, _)| {
        WORDS.contains(&key.as_str()) && !matches!(key.as_str(), "to" | "because")
    });
    words
        .filter_map(|(key, value)| Some((key.clone(), words_of(value, key == ALL_WORDS)?)))
        .collect()
}

fn words_of(value: &Value, all: bool) -> Option<Value> {
    match value {
        Value::String(_) => Some(value.clone()),
        Value::Table(table) if all => Some(Value::Table(table.clone())),
        Value::Table(table) => Some(Value::Table(skeleton(table))),
        Value::Array(values) => {
            let values = values.iter().map(|value| words_of(value, all));
            Some(Value::Array(values.collect::<Option<_>>()?))
        }
        _ => None,
    }
}

/// Links of the original lead to its own language's pages.
fn lead_to(tag: &str, value: &mut Value) {
    match value {
        Value::String(text) if text.starts_with("/en/") => {
            *text = format!("/{tag}/{}", &text["/en/".len()..]);
        }
        Value::String(text) if text.contains("](/en/") => {
            *text = text.replace("](/en/", &format!("](/{tag}/"));
        }
        Value::Array(values) => values.iter_mut().for_each(|v| lead_to(tag, v)),
        Value::Table(table) => table.iter_mut().for_each(|(_, v)| lead_to(tag, v)),
        _ => {}
    }
}

struct At<'a> {
    file: &'a str,
    coverage: &'a mut Coverage,
    faults: &'a mut Vec<String>,
}

impl At<'_> {
    fn table(&mut self, path: &str, into: &mut Table, words: Option<&Table>, all: bool) {
        for (key, value) in words.into_iter().flatten() {
            if path.is_empty() && REVIEW.contains(&key.as_str()) {
                continue;
            }
            let known = into.get(key);
            if known.is_none() {
                self.faults
                    .push(format!("`{path}{key}` is not in the English original"));
            } else if !(all || WORDS.contains(&key.as_str())) && known != Some(value) {
                self.faults.push(format!(
                    "`{path}{key}` is not words: it comes from the English original"
                ));
            }
        }
        for (key, value) in into.iter_mut() {
            if all || WORDS.contains(&key.as_str()) {
                let own = words.and_then(|w| w.get(key));
                // Where a door leads is structure; only its language changes.
                if key == "to" {
                    continue;
                }
                // A reason for whoever reviews an exception: nobody else reads it.
                if key == "because" {
                    if let Some(Value::String(own)) = own {
                        *value = Value::String(own.clone());
                    }
                    continue;
                }
                self.value(
                    &format!("{path}{key}"),
                    value,
                    own,
                    all || key == ALL_WORDS,
                    key == "words",
                );
            }
        }
    }

    fn value(
        &mut self,
        path: &str,
        into: &mut Value,
        words: Option<&Value>,
        all: bool,
        free: bool,
    ) {
        match (&mut *into, words) {
            (Value::String(original), None) => {
                self.coverage.count(self.file, path, original, false);
            }
            (Value::String(original), Some(Value::String(said))) => {
                // What still stands as in a skeleton is not translated; a name or a word or two may be
                // the same in both.
                let same = said == original && original.split_whitespace().count() > SAME_WORDS;
                let done = !said.trim().is_empty() && !same;
                self.coverage.count(self.file, path, original, done);
                if done {
                    original.clone_from(said);
                }
            }
            // Exceptions of the safe words: another language needs others.
            (Value::Array(original), Some(Value::Array(said))) if free => {
                original.clone_from(said);
            }
            (Value::Array(_), None) if free => {}
            (Value::Array(original), said) => {
                let said = match said {
                    Some(Value::Array(said)) => Some(said),
                    Some(_) => return self.other(path),
                    None => None,
                };
                if let Some(said) = said
                    && said.len() != original.len()
                {
                    self.faults.push(format!(
                        "`{path}` has {} entries, the English original {}",
                        said.len(),
                        original.len()
                    ));
                    return;
                }
                for (n, value) in original.iter_mut().enumerate() {
                    let own = said.and_then(|said| said.get(n));
                    self.value(&format!("{path}[{}]", n + 1), value, own, all, false);
                }
            }
            (Value::Table(original), said) => {
                let said = match said {
                    Some(Value::Table(said)) => Some(said),
                    Some(_) => return self.other(path),
                    None => None,
                };
                self.table(&format!("{path}."), original, said, all);
            }
            (_, None) => {}
            (original, Some(said)) => {
                if original != said {
                    self.other(path);
                }
            }
        }
    }

    fn other(&mut self, path: &str) {
        self.faults
            .push(format!("`{path}` is another kind of thing in English"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        text.parse().expect("it is TOML")
    }

    const ORIGINAL: &str = r#"
        id = "a"
        title = "A door"
        minutes = 3
        [why]
        belong = "Because of this"
        [[block]]
        kind = "list"
        items = ["one thing", "two things"]
        [[block]]
        kind = "doors"
        doors = [{ to = "/en/lines/", label = "Lines" }]
    "#;

    fn of(words: &str) -> Merged {
        merge("fr/a.toml", "fr", &table(ORIGINAL), Some(&table(words)))
    }

    #[test]
    fn words_are_put_into_the_structure_of_the_original() {
        let merged = of(r#"
            title = "Une porte"
            [why]
            belong = "À cause de ça"
            [[block]]
            items = ["une chose", "deux choses"]
            [[block]]
            doors = [{ label = "Lignes" }]
        "#);
        assert_eq!(merged.faults, Vec::<String>::new());
        assert_eq!(merged.coverage.done, merged.coverage.of);
        let text = merged.table.to_string();
        for words in [
            "Une porte",
            "À cause de ça",
            "deux choses",
            "/fr/lines/",
            "Lignes",
            "minutes = 3",
        ] {
            assert!(text.contains(words), "{words} is missing in {text}");
        }
    }

    #[test]
    fn a_skeleton_fits_its_original_and_counts_for_nothing_yet() {
        let original = table(ORIGINAL);
        let skeleton = skeleton(&original);
        assert!(!skeleton.contains_key("minutes") && skeleton.contains_key("why"));
        let merged = merge("fr/a.toml", "fr", &original, Some(&skeleton));
        assert_eq!(merged.faults, Vec::<String>::new());
        let long = table("title = \"A door that is left open\"");
        let merged = merge("fr/a.toml", "fr", &long, Some(&super::skeleton(&long)));
        assert_eq!(merged.coverage.done, 0);
    }

    #[test]
    fn what_is_missing_stays_english_and_is_counted() {
        let merged = of("title = \"Une porte\"");
        assert_eq!(merged.coverage.done, 2);
        assert_eq!(merged.coverage.of, 10);
        assert_eq!(merged.coverage.percent(), 20);
        assert_eq!(merged.coverage.missing.len(), 4);
        assert!(merged.table.to_string().contains("one thing"));
    }

    #[test]
    fn a_review_holds_for_the_words_that_were_read() {
        let original =
            table("title = \"A door\"\nreviewed_by = [\"Ada\"]\nreviewed_on = \"2026-11-25\"");
        let reviewers = |words: Option<&str>| {
            let words = words.map(table);
            let merged = merge("fr/a.toml", "fr", &original, words.as_ref());
            assert_eq!(merged.faults, Vec::<String>::new());
            let by = merged.table.get("reviewed_by").map(ToString::to_string);
            (by, merged.table.contains_key("reviewed_on"))
        };
        // Still in English: those are the words that Ada read.
        assert_eq!(reviewers(None), (Some("[\"Ada\"]".into()), true));
        assert_eq!(reviewers(Some("title = \"Une porte\"")), (None, false));
        let own = "title = \"Une porte\"\nreviewed_by = [\"Zoé\"]\nreviewed_on = \"2026-11-26\"";
        assert_eq!(reviewers(Some(own)), (Some("[\"Zoé\"]".into()), true));
    }

    #[test]
    fn structure_cannot_be_changed_and_may_be_repeated() {
        for (words, says) in [
            ("minutes = 4", "not words"),
            ("titel = \"x\"", "not in the English original"),
            ("[[block]]\nitems = [\"une\"]\n[[block]]", "1 entries"),
            ("[[block]]", "1 entries"),
            ("title = 3", "another kind"),
            ("block = \"x\"", "another kind"),
            ("[why]\nhold-off = \"x\"", "not in the English original"),
        ] {
            let faults = of(words).faults;
            assert!(
                faults.iter().any(|f| f.contains(says)),
                "{words}: {faults:?}"
            );
        }
        assert!(of("id = \"a\"\nminutes = 3").faults.is_empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The slower work: steps in any order, each in parts of at most five minutes. A little to read,
//! something to try, something of one's own to keep.

use crate::{
    article::{Allow, AuthorRole},
    block::{Block, TextUnit, label, prose},
};
use kindhold_care::{PracticeId, Scene};
use serde::{Deserialize, Serialize};

/// A step of the programme: one TOML file each in `content/<language>/programme/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name; the same in every language. What somebody keeps is filed under it, so it never
    /// changes.
    pub id: String,
    /// Its place, from 0. Nothing is locked: the number only says what usually comes before what.
    pub number: u8,
    /// The heading, at most 60 characters.
    pub title: String,
    /// What it is, and why it may help.
    pub lead: String,
    /// Who wrote it, as what.
    #[serde(default)]
    pub author_role: AuthorRole,
    /// When its words were last changed, as `2026-11-25`.
    pub updated: String,
    /// When it was last reviewed; absent until somebody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<String>,
    /// Who has read it critically; empty until a named person has.
    #[serde(default)]
    pub reviewed_by: Vec<String>,
    /// Keys of the bibliography (`content/sources`).
    #[serde(default)]
    pub sources: Vec<String>,
    /// Exceptions from the safe words.
    #[serde(default, skip_serializing)]
    pub allow: Vec<Allow>,
    /// What it consists of.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

/// A part of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name within the step; never changes.
    pub id: String,
    /// What one does in it.
    pub kind: PartKind,
    /// The heading, at most 60 characters.
    pub title: String,
    /// How long it takes, in minutes, 1 to 5.
    pub minutes: u8,
    /// A calm picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<Scene>,
    /// Practices that open from here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<PracticeId>,
    /// What is said.
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
    /// How what is kept is drawn; for [`PartKind::Keep`] alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Whether more than one may be kept.
    #[serde(default)]
    pub many: bool,
    /// What is asked; for [`PartKind::Keep`] alone.
    #[serde(default, rename = "field", skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The sentences of a message, with ids of fields in braces; for [`Layout::Message`] alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
}

/// What one does in a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// A little to read or hear.
    Read,
    /// Something to try.
    Try,
    /// Something of one's own to keep.
    Keep,
}

impl PartKind {
    /// The stable name used in strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Try => "try",
            Self::Keep => "keep",
        }
    }
}

/// How something that was kept is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// Label and answer.
    Plain,
    /// Three circles as large as they felt.
    ThreeSystems,
    /// Fields as paragraphs of one letter.
    Letter,
    /// Cards, newest first.
    Log,
    /// Sentences to say or send.
    Message,
    /// One flowing picture in words.
    Place,
    /// Lists that are ready to hand.
    Kit,
    /// Label beside answer.
    Table,
}

/// Something that is asked. Every field may stay empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name within the part; never changes.
    pub id: String,
    /// How it is answered.
    pub kind: FieldKind,
    /// What is asked.
    pub label: String,
    /// A line of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Beginnings of sentences that a tap puts in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub help: Vec<String>,
    /// Where it may be filled in from: `last-urge.threat`, `friend-words`, `plan.alone`, or
    /// `step.part.field`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What can be chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// What 0 means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// What 10 means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
}

/// How a field is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Several lines of text.
    Text,
    /// One line.
    Line,
    /// A list, one a row.
    Lines,
    /// Any number of chips.
    Choice,
    /// 0 to 10.
    Size,
}

/// Sources that a field may be filled in from, besides other fields of the programme.
pub const FROM: [&str; 8] = [
    "last-urge.threat",
    "last-urge.drive",
    "last-urge.soothing",
    "last-urge.strength",
    "friend-words",
    "plan.alone",
    "plan.signs",
    "plan.people",
];

impl Step {
    /// The part of that name.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// How long all of it takes, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.parts.iter().map(|part| u16::from(part.minutes)).sum()
    }

    /// Every text that a person reads.
    #[must_use]
    pub fn texts(&self) -> Vec<TextUnit<'_>> {
        let mut texts = vec![label(&self.title), prose(&self.lead)];
        for part in &self.parts {
            texts.push(label(&part.title));
            part.blocks.iter().for_each(|b| b.texts(&mut texts));
            part.fields.iter().for_each(|f| f.texts(&mut texts));
            texts.extend(part.template.as_deref().map(label));
        }
        texts
    }
}

impl Part {
    /// The field of that name.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

impl Field {
    fn texts<'a>(&'a self, texts: &mut Vec<TextUnit<'a>>) {
        texts.push(label(&self.label));
        texts.extend(self.hint.as_deref().map(prose));
        let rest = self.help.iter().chain(&self.options);
        texts.extend(rest.map(|text| label(text)));
        let ends = [self.low.as_deref(), self.high.as_deref()];
        texts.extend(ends.into_iter().flatten().map(label));
    }
}

/// The sentences of a message with answers in the place of `{field}`. A sentence of whose fields none was
/// answered is left out; so is the full stop that would stand twice.
#[must_use]
pub fn compose(template: &str, answer: impl Fn(&str) -> String) -> String {
    let mut message = String::new();
    for sentence in sentences(template) {
        let mut said = String::new();
        let (mut asked, mut answered) = (false, false);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (field, left) = after.split_once('}').unwrap_or((after, ""));
            let words = answer(field);
            let words = words.trim();
            asked = true;
            answered |= !words.is_empty();
            said.push_str(before);
            // A gap inside a sentence that says something is left to be filled.
            said.push_str(if words.is_empty() { "…" } else { words });
            rest = match left.strip_prefix('.') {
                Some(left) if words.ends_with(['.', '!', '?', '…']) => left,
                _ => left,
            };
        }
        said.push_str(rest);
        if answered || !asked {
            message.push_str(&said);
        }
    }
    message.trim().to_owned()
}

/// A text in its sentences, each with the white space behind it. What stands in braces ends none.
fn sentences(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut begin, mut inside) = (0, false);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ => {}
        }
        let is_new = !c.is_whitespace() && before.is_whitespace();
        let is_end = text[begin..at].trim_end().ends_with(['.', '!', '?', ':']);
        if is_new && is_end && !inside {
            all.push(&text[begin..at]);
            begin = at;
        }
        before = c;
    }
    all.push(&text[begin..]);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str =
        "When {when}, I feel {feel}. Could you {ask}? What would help is {need}.\n\nThank you.";

    fn composed(answers: &[(&str, &str)]) -> String {
        compose(TEMPLATE, |field| {
            let found = answers.iter().find(|(name, _)| *name == field);
            found.map_or_else(String::new, |(_, words)| (*words).to_owned())
        })
    }

    #[test]
    fn a_message_says_what_was_answered_and_no_more() {
        assert_eq!(
            composed(&[
                ("when", "it is late"),
                ("feel", "far away"),
                ("ask", "ring me")
            ]),
            "When it is late, I feel far away. Could you ring me? Thank you."
        );
        assert_eq!(composed(&[]), "Thank you.");
    }

    #[test]
    fn a_gap_in_a_sentence_stays_to_be_filled() {
        assert_eq!(
            composed(&[("feel", "far away")]),
            "When …, I feel far away. Thank you."
        );
    }

    #[test]
    fn no_full_stop_stands_twice() {
        assert_eq!(
            composed(&[("need", "a walk. No talking.")]),
            "What would help is a walk. No talking.\n\nThank you."
        );
    }

    #[test]
    fn a_brace_without_an_end_is_no_harm() {
        assert_eq!(compose("a {b", |_| "c".into()), "a c");
        assert_eq!(compose("a} b", |_| "c".into()), "a} b");
        assert_eq!(compose("", |_| "c".into()), "");
    }
}

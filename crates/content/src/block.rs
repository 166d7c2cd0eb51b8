// SPDX-License-Identifier: Apache-2.0
//! The pieces that pages, articles and steps of the programme are made of.

use crate::marks::{Mark, marks};
use kindhold_care::{Scene, Source};
use serde::{Deserialize, Serialize};

/// A part of a page, with an anchor of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The anchor: lower-case letters, digits, hyphens.
    pub id: String,
    /// The heading.
    pub title: String,
    /// A shorter name for the list of sections at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// A wordless picture at the top of the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<Scene>,
    /// Whether the list of sections at the top names it.
    #[serde(default = "yes")]
    pub in_jump: bool,
    /// What it holds.
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
}

const fn yes() -> bool {
    true
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// A heading inside a section.
    Heading {
        /// The words.
        text: String,
    },
    /// Paragraphs, parted by a blank line.
    Text {
        /// The words.
        text: String,
    },
    /// Points in no order.
    List {
        /// The points.
        items: Vec<String>,
    },
    /// Things to do, one after the other.
    Steps {
        /// The steps.
        items: Vec<String>,
    },
    /// Kind sentences, large, one below the other.
    Sentences {
        /// The sentences.
        items: Vec<String>,
    },
    /// Large links.
    Doors {
        /// Where they lead.
        doors: Vec<Door>,
    },
    /// A wordless picture.
    Scene {
        /// Which one.
        scene: Scene,
    },
    /// Something that opens when it is tapped; works without any script.
    Details {
        /// What shows while it is closed.
        summary: String,
        /// Paragraphs inside.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// Points inside.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<String>,
    },
    /// For somebody who is hurt: first on its page, with the way to the crisis lines.
    Emergency {
        /// The words.
        text: String,
    },
    /// Set apart from the rest.
    Note {
        /// The words.
        text: String,
        /// In the warm colour.
        #[serde(default)]
        warm: bool,
    },
    /// Figures in rows.
    Table {
        /// What the table is.
        caption: String,
        /// Names of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// Where the page's facts come from, folded.
    Sources {
        /// The sources.
        items: Vec<Source>,
    },
    /// A short exercise to do now, on paper or in one's head. Never a duty.
    Try {
        /// What it is.
        title: String,
        /// How long it takes, in minutes, 1 to 5.
        minutes: u8,
        /// A lead-in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
        /// What one does.
        items: Vec<String>,
    },
    /// What to say, and what rather not.
    Say {
        /// One of each, with a reason.
        pairs: Vec<Saying>,
    },
    /// The emergency numbers of every country in the data, that of the chosen country first.
    EmergencyNumbers {},
    /// Every practice with what it trains and when not to offer it, from the data.
    PracticeMap {},
}

/// A large link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    /// A path of our own site, beginning with `/`.
    pub to: String,
    /// What it says.
    pub label: String,
    /// A second, quieter line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// Something to say in place of something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// What helps to hear.
    pub say: String,
    /// What rather hurts.
    pub not: String,
    /// Why, in one line.
    pub why: String,
}

/// A piece of text that a person reads, and whether it is prose that counts for the reading age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextUnit<'a> {
    /// The words.
    pub text: &'a str,
    /// `false` for labels and figures, which are not sentences.
    pub prose: bool,
}

impl TextUnit<'_> {
    /// The words as they are read: without marks.
    #[must_use]
    pub fn spoken(&self) -> String {
        let runs = marks(self.text).into_iter().map(|run| match run {
            Mark::Plain(words) | Mark::Strong(words) | Mark::Link(words, _) => words,
        });
        runs.collect()
    }
}

pub(crate) fn prose(text: &str) -> TextUnit<'_> {
    TextUnit { text, prose: true }
}

pub(crate) fn label(text: &str) -> TextUnit<'_> {
    TextUnit { text, prose: false }
}

impl Section {
    pub(crate) fn texts<'a>(&'a self, texts: &mut Vec<TextUnit<'a>>) {
        texts.push(label(&self.title));
        texts.extend(self.short.as_deref().map(label));
        self.blocks.iter().for_each(|b| b.texts(texts));
    }
}

impl Block {
    /// Every text of the piece that a person reads, behind those that are there.
    pub fn texts<'a>(&'a self, texts: &mut Vec<TextUnit<'a>>) {
        match self {
            Self::Heading { text } => texts.push(label(text)),
            Self::Text { text } | Self::Emergency { text } | Self::Note { text, .. } => {
                texts.push(prose(text));
            }
            Self::List { items } | Self::Steps { items } | Self::Sentences { items } => {
                texts.extend(items.iter().map(|item| prose(item)));
            }
            Self::Doors { doors } => {
                for door in doors {
                    texts.push(label(&door.label));
                    texts.extend(door.hint.as_deref().map(label));
                }
            }
            Self::Details {
                summary,
                text,
                items,
            } => {
                texts.push(label(summary));
                texts.extend(text.as_deref().map(prose));
                texts.extend(items.iter().map(|item| prose(item)));
            }
            Self::Table {
                caption,
                head,
                rows,
            } => {
                texts.push(label(caption));
                texts.extend(head.iter().chain(rows.iter().flatten()).map(|c| label(c)));
            }
            Self::Try {
                title, text, items, ..
            } => {
                texts.push(label(title));
                texts.extend(text.as_deref().map(prose));
                texts.extend(items.iter().map(|item| prose(item)));
            }
            Self::Say { pairs } => {
                for Saying { say, not, why } in pairs {
                    texts.extend([label(say), label(not), prose(why)]);
                }
            }
            Self::Scene { .. }
            | Self::Sources { .. }
            | Self::EmergencyNumbers {}
            | Self::PracticeMap {} => {}
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Scene, Source};
use serde::{Deserialize, Serialize};

/// A static page: one TOML file each in `content/<language>/pages/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its name: the file's name and the address, `/<language>/<id>/`.
    pub id: String,
    /// The heading of the page, at most 60 characters.
    pub title: String,
    /// What the tab shows instead of the title.
    #[serde(default)]
    pub tab: Option<String>,
    /// One short paragraph under the title.
    #[serde(default)]
    pub lead: Option<String>,
    /// For whom it has to be easy to read.
    #[serde(default)]
    pub reading: Reading,
    /// Whether links to all sections stand at the top.
    #[serde(default)]
    pub jump: bool,
    /// What comes before the first section.
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
    /// The parts of the page.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// Who has read it critically; empty until a named person has.
    #[serde(default)]
    pub reviewed_by: Vec<String>,
}

/// Who reads a page, and so how easy it has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Somebody with an urge: reading age 11 at most.
    Urge,
    /// Anybody else: reading age 14 at most.
    #[default]
    General,
}

impl Reading {
    /// The highest reading age allowed.
    #[must_use]
    pub const fn limit(self) -> f64 {
        match self {
            Self::Urge => 11.0,
            Self::General => 14.0,
        }
    }
}

/// A part of a page, with an anchor of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The anchor: lower-case letters, digits, hyphens.
    pub id: String,
    /// The heading.
    pub title: String,
    /// A shorter name for the list of sections at the top.
    #[serde(default)]
    pub short: Option<String>,
    /// A wordless picture at the top of the section.
    #[serde(default)]
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
        #[serde(default)]
        text: Option<String>,
        /// Points inside.
        #[serde(default)]
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
    #[serde(default)]
    pub hint: Option<String>,
}

/// A piece of text that a person reads, and whether it is prose that counts for the reading age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextUnit<'a> {
    /// The words.
    pub text: &'a str,
    /// `false` for labels and figures, which are not sentences.
    pub prose: bool,
}

impl Page {
    /// Every text of the page that a person reads; sources are left out.
    #[must_use]
    pub fn texts(&self) -> Vec<TextUnit<'_>> {
        let mut texts = vec![label(&self.title)];
        texts.extend(self.tab.as_deref().map(label));
        texts.extend(self.lead.as_deref().map(prose));
        self.blocks.iter().for_each(|b| b.texts(&mut texts));
        for section in &self.sections {
            texts.push(label(&section.title));
            texts.extend(section.short.as_deref().map(label));
            section.blocks.iter().for_each(|b| b.texts(&mut texts));
        }
        texts
    }

    /// Every block, those of sections included.
    pub fn all_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks
            .iter()
            .chain(self.sections.iter().flat_map(|section| &section.blocks))
    }
}

fn prose(text: &str) -> TextUnit<'_> {
    TextUnit { text, prose: true }
}

fn label(text: &str) -> TextUnit<'_> {
    TextUnit { text, prose: false }
}

impl Block {
    fn texts<'a>(&'a self, texts: &mut Vec<TextUnit<'a>>) {
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
            Self::Scene { .. } | Self::Sources { .. } => {}
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::block::{Block, Section, TextUnit, label, prose};
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

impl Page {
    /// Every text of the page that a person reads; sources are left out.
    #[must_use]
    pub fn texts(&self) -> Vec<TextUnit<'_>> {
        let mut texts = vec![label(&self.title)];
        texts.extend(self.tab.as_deref().map(label));
        texts.extend(self.lead.as_deref().map(prose));
        self.blocks.iter().for_each(|b| b.texts(&mut texts));
        self.sections.iter().for_each(|s| s.texts(&mut texts));
        texts
    }

    /// Every block, those of sections included.
    pub fn all_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks
            .iter()
            .chain(self.sections.iter().flat_map(|section| &section.blocks))
    }
}

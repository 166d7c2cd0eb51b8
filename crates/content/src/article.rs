// SPDX-License-Identifier: Apache-2.0
//! Things to read between urges: the library, the supporters' track, the counsellor's guide.

use crate::block::{Block, Section, TextUnit, label, prose};
use kindhold_care::PracticeId;
use serde::{Deserialize, Serialize};

/// Which collection an article belongs to. Each is a folder of a language, and an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Collection {
    /// The library: for the person, and for whoever is close.
    Library,
    /// The supporters' track, from the first shock to the long run.
    Supporters,
    /// The counsellor's guide.
    Guide,
}

impl Collection {
    /// Every collection.
    pub const ALL: [Self; 3] = [Self::Library, Self::Supporters, Self::Guide];

    /// The folder within a language.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Library => "articles",
            Self::Supporters => "supporters",
            Self::Guide => "guide",
        }
    }

    /// The part of the address after the language, and its name in strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Supporters => "supporters",
            Self::Guide => "guide",
        }
    }

    /// The collection that an address lies in, and which article, if one: the reverse of [`Self::path`].
    #[must_use]
    pub fn of_path(path: &str) -> Option<(Self, Option<&str>)> {
        let mut names = path.trim_matches('/').split('/').skip(1);
        let name = names.next()?;
        let collection = Self::ALL.into_iter().find(|c| c.key() == name)?;
        Some((collection, names.next()))
    }

    /// What comes after an article: in a track the next one, and what is near besides.
    #[must_use]
    pub fn onward<'a>(
        self,
        all: &'a [Article],
        article: &Article,
    ) -> (Option<&'a Article>, Vec<&'a Article>) {
        let next = (self != Self::Library)
            .then(|| all.iter().find(|a| a.number == article.number + 1))
            .flatten();
        let near = article.see.iter();
        let near = near.filter_map(|id| all.iter().find(|a| a.id == *id));
        let near = near.filter(|a| next.is_none_or(|n| n.id != a.id));
        (next, near.collect())
    }

    /// The address of one of its articles.
    #[must_use]
    pub fn path(self, tag: &str, id: &str) -> String {
        format!("/{tag}/{}/{id}/", self.key())
    }
}

/// Where an article stands in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// What self-injury is and does.
    Understanding,
    /// Compassion, the critic, shame.
    Kindness,
    /// Getting help, and what the evidence says.
    Help,
    /// Telling, scars, evenings, social media.
    Life,
    /// For friends, parents, partners, teachers.
    Others,
}

impl Shelf {
    /// Every shelf, in the order in which they stand.
    pub const ALL: [Self; 5] = [
        Self::Understanding,
        Self::Kindness,
        Self::Help,
        Self::Life,
        Self::Others,
    ];

    /// The stable name used in content and strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Understanding => "understanding",
            Self::Kindness => "kindness",
            Self::Help => "help",
            Self::Life => "life",
            Self::Others => "others",
        }
    }
}

/// Who wrote something, as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorRole {
    /// Writers of this project, who are not clinicians.
    #[default]
    ProjectWriter,
    /// A clinician.
    Clinician,
    /// Somebody with lived experience.
    LivedExperience,
}

impl AuthorRole {
    /// The stable name used in strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ProjectWriter => "project-writer",
            Self::Clinician => "clinician",
            Self::LivedExperience => "lived-experience",
        }
    }
}

/// Words that a rule forbids and that this one text needs, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The rule's id in `checks/safe-words.<language>.toml`.
    pub rule: String,
    /// The phrases that are let through, exactly.
    pub words: Vec<String>,
    /// Why.
    pub because: String,
}

/// Something to read: one TOML file each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its name: the file's name and the end of its address.
    pub id: String,
    /// The heading, at most 60 characters.
    pub title: String,
    /// One or two sentences: what the reader gets from it.
    pub lead: String,
    /// Where it stands; for the library alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<Shelf>,
    /// Its place on the shelf, in the track, in the guide; from 1.
    pub number: u8,
    /// Who wrote it, as what.
    #[serde(default)]
    pub author_role: AuthorRole,
    /// When its words were last changed, as `2026-11-25`.
    pub updated: String,
    /// When it was last reviewed, as `2026-11-25`; absent until somebody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<String>,
    /// Who has read it critically; empty until a named person has.
    #[serde(default)]
    pub reviewed_by: Vec<String>,
    /// Practices that go with it.
    #[serde(default)]
    pub practices: Vec<PracticeId>,
    /// What to read on, by id, in the same collection.
    #[serde(default)]
    pub see: Vec<String>,
    /// Keys of the bibliography (`content/sources`).
    #[serde(default)]
    pub sources: Vec<String>,
    /// Exceptions from the safe words.
    #[serde(default, skip_serializing)]
    pub allow: Vec<Allow>,
    /// What comes before the first section.
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
    /// The parts.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
}

impl Article {
    /// Every text that a person reads; sources are left out.
    #[must_use]
    pub fn texts(&self) -> Vec<TextUnit<'_>> {
        let mut texts = vec![label(&self.title), prose(&self.lead)];
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

    /// Where it stands among others.
    #[must_use]
    pub fn place(&self) -> (Option<Shelf>, u8) {
        (self.shelf, self.number)
    }

    /// How long it takes to read, in minutes, at 180 words a minute; at least 1.
    #[must_use]
    pub fn minutes(&self) -> u8 {
        let words: usize = self
            .texts()
            .iter()
            .map(|unit| unit.text.split_whitespace().count())
            .sum();
        u8::try_from(words.div_ceil(180)).unwrap_or(u8::MAX).max(1)
    }
}

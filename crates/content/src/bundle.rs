// SPDX-License-Identifier: Apache-2.0
//! What the app loads when somebody wants to read: whole files, as [`pack`](crate::pack) writes them.

use crate::{Article, Step};
use kindhold_care::Source;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The articles of a collection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Articles {
    /// In the order in which they stand.
    pub articles: Vec<Article>,
    /// What they name, by key.
    pub sources: BTreeMap<String, Source>,
    /// Ids of those that stand in English, because nobody has translated them.
    pub english: Vec<String>,
    /// How old one has to be to read each, by id.
    pub ages: BTreeMap<String, u8>,
}

/// The programme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Programme {
    /// In the order in which they stand.
    pub steps: Vec<Step>,
    /// What they name, by key.
    pub sources: BTreeMap<String, Source>,
    /// Ids of those that stand in English, because nobody has translated them.
    pub english: Vec<String>,
}

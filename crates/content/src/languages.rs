// SPDX-License-Identifier: Apache-2.0
use serde::Deserialize;

/// What is known of a language besides its words: an entry of `content/languages.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tongue {
    /// Its name in itself.
    pub name: String,
    /// How much of the content it promises.
    #[serde(default)]
    pub scope: Scope,
}

/// How much of the content a language promises. What it does not is shown in English, and marked so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// What stands on the path of an urge: strings, pages, practices, crisis lines.
    Help,
    /// Nothing yet: somebody has begun to translate it. It is checked, and not published.
    Begun,
}

impl Scope {
    /// Whether it takes in a folder of the language.
    #[must_use]
    pub fn has(self, folder: &str) -> bool {
        match self {
            Self::All => true,
            Self::Help => matches!(folder, "ui" | "pages" | "practices"),
            Self::Begun => false,
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! What goes along, and in which form.

use kindhold_care::Pack;

/// What goes into a bundle besides times, codes and numbers. By default nothing does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct With {
    /// Words of the person's own: diary, keepsakes, names of phases, answers in words.
    pub words: bool,
    /// The safety plan, with the names and numbers that stand in it.
    pub plan: bool,
    /// The questionnaires themselves, and the words of the choices that were taken.
    pub questionnaires: Questionnaires,
    /// What stands for the person in studies, and by how much their dates are moved. Whoever has it can tell
    /// whom a study's file is about, so it belongs into the person's own file alone.
    pub study_keys: bool,
    /// A `Patient` that the other system knows already (`Patient/123`). Without one, a `Patient` that carries the
    /// pseudonym alone goes along.
    pub subject: Option<String>,
    /// A file, or something to send.
    pub form: Form,
}

impl With {
    /// Everything that there is, as a file for the person. Nothing is lost on the way back.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            words: true,
            plan: true,
            questionnaires: Questionnaires::All,
            study_keys: true,
            ..Self::default()
        }
    }
}

/// Which questionnaires go along. Their wording belongs to whoever wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Questionnaires {
    /// None: responses name them by their address.
    #[default]
    None,
    /// Those whose pack bears a licence under which they may be handed on: Creative Commons or public domain.
    Open,
    /// All of them, for the person's own file.
    All,
}

impl Questionnaires {
    /// Whether this one goes along.
    pub(super) fn takes(self, pack: &Pack) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Open => crate::pack::open(&pack.pack).is_ok_and(|p| is_open(&p.terms.licence)),
        }
    }
}

fn is_open(licence: &str) -> bool {
    let licence = licence.to_ascii_lowercase().replace('-', " ");
    let open = ["cc0", "cc by", "creative commons", "public domain"];
    open.iter().any(|name| licence.starts_with(name))
}

/// The form of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A `collection`, to be kept as a file.
    #[default]
    Collection,
    /// A `transaction`, to be sent: all of it is taken in or nothing. Sent twice, it is there once.
    Transaction(Keyed),
}

/// How a system that is sent something knows what it has got already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyed {
    /// By ids that are given to it (`updateCreate` in its capability statement).
    Id,
    /// By the business identifier (`conditionalUpdate`, `conditionalCreate`).
    Identifier,
}

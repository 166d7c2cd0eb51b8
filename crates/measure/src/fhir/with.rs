// SPDX-License-Identifier: Apache-2.0
//! What goes along, and in which form.

/// What goes into a bundle besides times, codes and numbers. By default nothing does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct With {
    /// Words of the person's own: diary, keepsakes, names of phases, answers in words.
    pub words: bool,
    /// The safety plan, with the names and numbers that stand in it.
    pub plan: bool,
    /// The questionnaires themselves, and the words of the choices that were taken. Wording belongs to others:
    /// whoever asks for it has seen to it that its terms allow this.
    pub questionnaires: bool,
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
            questionnaires: true,
            study_keys: true,
            ..Self::default()
        }
    }
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

// SPDX-License-Identifier: Apache-2.0
#[cfg(feature = "together")]
use crate::{Aside, Note, Offering};
use crate::{DiaryEntry, Episode, Hidden, Keepsake, Letter, OwnWord, Plan};
use serde::Serialize;

/// Everything that a person keeps, as one type: the body of a record, and a line of an export.
///
/// Append-only: a new kind gets a new variant; the meaning of an old one never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "value")]
pub enum Entry {
    /// An urge and what followed.
    Episode(Episode),
    /// The safety plan, whole.
    Plan(Plan),
    /// A diary entry.
    Diary(DiaryEntry),
    /// A letter.
    Letter(Letter),
    /// A sentence of one's own.
    Word(OwnWord),
    /// A practice hidden or shown again.
    Hidden(Hidden),
    /// Something that somebody else offers.
    #[cfg(feature = "together")]
    Offering(Offering),
    /// An offering was put aside.
    #[cfg(feature = "together")]
    Aside(Aside),
    /// A counsellor's own note.
    #[cfg(feature = "together")]
    Note(Note),
    /// Something of one's own from the programme.
    Keepsake(Keepsake),
}

/// The kinds of [`Entry`], as they are named in records and exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum EntryKind {
    Episode,
    Plan,
    Diary,
    Letter,
    Word,
    Hidden,
    #[cfg(feature = "together")]
    Offering,
    #[cfg(feature = "together")]
    Aside,
    #[cfg(feature = "together")]
    Note,
    Keepsake,
}

impl Entry {
    /// Which kind it is.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Episode(_) => EntryKind::Episode,
            Self::Plan(_) => EntryKind::Plan,
            Self::Diary(_) => EntryKind::Diary,
            Self::Letter(_) => EntryKind::Letter,
            Self::Word(_) => EntryKind::Word,
            Self::Hidden(_) => EntryKind::Hidden,
            #[cfg(feature = "together")]
            Self::Offering(_) => EntryKind::Offering,
            #[cfg(feature = "together")]
            Self::Aside(_) => EntryKind::Aside,
            #[cfg(feature = "together")]
            Self::Note(_) => EntryKind::Note,
            Self::Keepsake(_) => EntryKind::Keepsake,
        }
    }
}

impl EntryKind {
    /// The number that stands in a record. Never reused.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Episode => 1,
            Self::Plan => 2,
            Self::Diary => 3,
            Self::Letter => 4,
            Self::Word => 5,
            Self::Hidden => 6,
            #[cfg(feature = "together")]
            Self::Offering => 7,
            #[cfg(feature = "together")]
            Self::Aside => 8,
            #[cfg(feature = "together")]
            Self::Note => 9,
            Self::Keepsake => 10,
        }
    }
}

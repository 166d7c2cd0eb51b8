// SPDX-License-Identifier: Apache-2.0
#[cfg(not(feature = "together"))]
use crate::Carried;
#[cfg(feature = "together")]
use crate::{Aside, Cadence, Consent, Learning, Note, Offering, Pack, Phase, Response, Trial};
use crate::{DiaryEntry, Episode, Hidden, Keepsake, Letter, OwnWord, Plan};

/// Everything that a person keeps, as one type: the body of a record, and a line of an export.
///
/// Append-only: a new kind gets a new variant; the meaning of an old one never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// A questionnaire that is here.
    #[cfg(feature = "together")]
    Pack(Pack),
    /// What was answered to one.
    #[cfg(feature = "together")]
    Response(Response),
    /// How often one is offered.
    #[cfg(feature = "together")]
    Cadence(Cadence),
    /// From a day on something is different.
    #[cfg(feature = "together")]
    Phase(Phase),
    /// A yes to research, or that it was taken back.
    #[cfg(feature = "together")]
    Consent(Consent),
    /// Whether the choice learns.
    #[cfg(feature = "together")]
    Learning(Learning),
    /// A yes to a study that lets chance choose, or that it was taken back.
    #[cfg(feature = "together")]
    Trial(Trial),
    /// Something of a kind that only the fuller app reads, carried along as it is.
    #[cfg(not(feature = "together"))]
    Carried(EntryKind, Carried),
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
    Pack,
    Response,
    Cadence,
    Phase,
    Consent,
    Learning,
    Trial,
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
            #[cfg(feature = "together")]
            Self::Pack(_) => EntryKind::Pack,
            #[cfg(feature = "together")]
            Self::Response(_) => EntryKind::Response,
            #[cfg(feature = "together")]
            Self::Cadence(_) => EntryKind::Cadence,
            #[cfg(feature = "together")]
            Self::Phase(_) => EntryKind::Phase,
            #[cfg(feature = "together")]
            Self::Consent(_) => EntryKind::Consent,
            #[cfg(feature = "together")]
            Self::Learning(_) => EntryKind::Learning,
            #[cfg(feature = "together")]
            Self::Trial(_) => EntryKind::Trial,
            #[cfg(not(feature = "together"))]
            Self::Carried(kind, _) => *kind,
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
            Self::Pack => 11,
            Self::Response => 12,
            Self::Cadence => 13,
            Self::Phase => 14,
            Self::Consent => 15,
            Self::Learning => 16,
            Self::Trial => 17,
        }
    }
}

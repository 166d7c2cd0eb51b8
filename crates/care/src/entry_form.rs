// SPDX-License-Identifier: Apache-2.0
//! How an [`Entry`] is written and read: a map of `kind`, then `value`. Written by hand, because the derived form
//! also takes them the other way round, and for that reads every type once more in another way: a
//! tenth of what a phone has to load.

use crate::{Entry, EntryKind};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, IgnoredAny, MapAccess, Visitor},
    ser::SerializeStruct as _,
};
use std::fmt;

impl EntryKind {
    /// The name that stands in records and exports. Never reused.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Episode => "episode",
            Self::Plan => "plan",
            Self::Diary => "diary",
            Self::Letter => "letter",
            Self::Word => "word",
            Self::Hidden => "hidden",
            #[cfg(feature = "together")]
            Self::Offering => "offering",
            #[cfg(feature = "together")]
            Self::Aside => "aside",
            #[cfg(feature = "together")]
            Self::Note => "note",
            Self::Keepsake => "keepsake",
            Self::Pack => "instrument",
            Self::Response => "response",
            Self::Cadence => "cadence",
            Self::Phase => "phase",
            Self::Consent => "consent",
            Self::Learning => "learning",
            Self::Trial => "trial",
        }
    }

    const ALL: &[Self] = &[
        Self::Episode,
        Self::Plan,
        Self::Diary,
        Self::Letter,
        Self::Word,
        Self::Hidden,
        #[cfg(feature = "together")]
        Self::Offering,
        #[cfg(feature = "together")]
        Self::Aside,
        #[cfg(feature = "together")]
        Self::Note,
        Self::Keepsake,
        Self::Pack,
        Self::Response,
        Self::Cadence,
        Self::Phase,
        Self::Consent,
        Self::Learning,
        Self::Trial,
    ];
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut entry = to.serialize_struct("Entry", 2)?;
        entry.serialize_field("kind", self.kind().name())?;
        match self {
            Self::Episode(value) => entry.serialize_field("value", value),
            Self::Plan(value) => entry.serialize_field("value", value),
            Self::Diary(value) => entry.serialize_field("value", value),
            Self::Letter(value) => entry.serialize_field("value", value),
            Self::Word(value) => entry.serialize_field("value", value),
            Self::Hidden(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Offering(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Aside(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Note(value) => entry.serialize_field("value", value),
            Self::Keepsake(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Pack(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Response(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Cadence(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Phase(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Consent(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Learning(value) => entry.serialize_field("value", value),
            #[cfg(feature = "together")]
            Self::Trial(value) => entry.serialize_field("value", value),
            #[cfg(not(feature = "together"))]
            Self::Carried(_, value) => entry.serialize_field("value", value),
        }?;
        entry.end()
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of `kind`, then `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        expect(&mut map, "kind")?;
        let name: String = map.next_value()?;
        let known = EntryKind::ALL.iter().find(|kind| kind.name() == name);
        let kind = known.ok_or_else(|| A::Error::custom("this kind of entry is not known here"))?;
        expect(&mut map, "value")?;
        let entry = match kind {
            EntryKind::Episode => Entry::Episode(map.next_value()?),
            EntryKind::Plan => Entry::Plan(map.next_value()?),
            EntryKind::Diary => Entry::Diary(map.next_value()?),
            EntryKind::Letter => Entry::Letter(map.next_value()?),
            EntryKind::Word => Entry::Word(map.next_value()?),
            EntryKind::Hidden => Entry::Hidden(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Offering => Entry::Offering(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Aside => Entry::Aside(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Note => Entry::Note(map.next_value()?),
            EntryKind::Keepsake => Entry::Keepsake(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Pack => Entry::Pack(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Response => Entry::Response(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Cadence => Entry::Cadence(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Phase => Entry::Phase(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Consent => Entry::Consent(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Learning => Entry::Learning(map.next_value()?),
            #[cfg(feature = "together")]
            EntryKind::Trial => Entry::Trial(map.next_value()?),
            #[cfg(not(feature = "together"))]
            EntryKind::Pack
            | EntryKind::Response
            | EntryKind::Cadence
            | EntryKind::Phase
            | EntryKind::Consent
            | EntryKind::Learning
            | EntryKind::Trial => Entry::Carried(*kind, map.next_value()?),
        };
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(entry)
    }
}

fn expect<'de, A: MapAccess<'de>>(map: &mut A, name: &'static str) -> Result<(), A::Error> {
    let found: Option<String> = map.next_key()?;
    if found.as_deref() == Some(name) {
        Ok(())
    } else {
        Err(A::Error::missing_field(name))
    }
}

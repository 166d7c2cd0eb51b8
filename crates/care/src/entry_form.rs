// SPDX-License-Identifier: Apache-2.0
//! How an [`Entry`] is read: a map of `kind`, then `value`. Written by hand, because the derived form
//! also takes them the other way round, and for that reads every type once more in another way: a
//! tenth of what a phone has to load.

use crate::{Entry, EntryKind};
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, Visitor},
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
    ];
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

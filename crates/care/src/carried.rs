// SPDX-License-Identifier: Apache-2.0
//! What stands in a record, without knowing what it says: for going from one form (CBOR) to another (JSON) and
//! back, and for carrying along what only the fuller app reads.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use std::fmt;

/// What stands in a body, in either form. Nothing that is kept is a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Carried>),
    /// Names and what stands under them, in their order.
    Map(Vec<(String, Carried)>),
}

impl Serialize for Carried {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Int(number) => to.serialize_i64(*number),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => to.collect_seq(items),
            Self::Map(entries) => to.collect_map(entries.iter().map(|(name, tree)| (name, tree))),
        }
    }
}

impl<'de> Deserialize<'de> for Carried {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Grow(DEEPEST).deserialize(from)
    }
}

/// Lists and maps within each other, at most. No entry has more than six; without an end a small body of nothing but
/// nesting would take all of a browser's stack.
const DEEPEST: u8 = 32;

/// Reads something that may be nested so much deeper.
#[derive(Clone, Copy)]
struct Grow(u8);

impl Grow {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        let left = self.0.checked_sub(1);
        left.map(Self)
            .ok_or_else(|| E::custom("it is nested too deeply"))
    }
}

impl<'de> DeserializeSeed<'de> for Grow {
    type Value = Carried;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Carried, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Grow {
    type Value = Carried;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text, a whole number, yes or no, nothing, a list or a map")
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Carried, E> {
        Ok(Carried::Bool(yes))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Carried, E> {
        Ok(Carried::Int(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Carried, E> {
        let number = i64::try_from(number).map_err(|_| E::custom("a number is too large"))?;
        Ok(Carried::Int(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Carried, E> {
        Ok(Carried::Text(text.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Carried, E> {
        Ok(Carried::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Carried, E> {
        Ok(Carried::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Carried, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Carried::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Carried, A::Error> {
        let inner = self.deeper()?;
        let mut map = Vec::new();
        while let Some(name) = entries.next_key()? {
            map.push((name, entries.next_value_seed(inner)?));
        }
        Ok(Carried::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_has_an_end_in_lists_and_in_maps() {
        for (inner, deep) in [
            (&b"\x81"[..], 33),
            (b"\x81", 500_000),
            (b"\xa1\x60", 500_000),
        ] {
            let body = [inner.repeat(deep), vec![0]].concat();
            assert!(
                minicbor_serde::from_slice::<Carried>(&body).is_err(),
                "{deep}"
            );
        }
        let body = [b"\x81".repeat(32), vec![0]].concat();
        assert!(minicbor_serde::from_slice::<Carried>(&body).is_ok());
    }
}

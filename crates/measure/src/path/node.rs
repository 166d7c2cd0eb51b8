// SPDX-License-Identifier: Apache-2.0
use super::moment::Moment;
use super::{Decimal, PathError};
use serde_json::Value;
use std::borrow::Cow;

/// Something that an expression is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Thing<'a> {
    /// Yes or no.
    Boolean(bool),
    /// A number, and whether it is an `Integer`.
    Number(Decimal, bool),
    /// Words.
    Text(Cow<'a, str>),
    /// A day or a time, as it is written.
    Moment(Moment),
    /// A number with a unit.
    Quantity(Decimal, Cow<'a, str>),
    /// A part of a resource.
    Node(Node<'a>),
}

/// A part of a resource, and what is known of where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node<'a> {
    /// Itself.
    pub value: &'a Value,
    /// Its type by the name it has (`valueCoding`), empty where that says nothing.
    pub kind: &'static str,
    /// The `linkId` of the item in which it stands.
    pub link: Option<&'a str>,
    /// What it was found in.
    pub above: Option<&'a Value>,
    /// The element that carries a primitive's extensions (`_value`).
    pub beside: Option<&'a Value>,
}

/// The endings of `value[x]`, and the types that they stand for.
const KINDS: [(&str, &str); 27] = [
    ("Boolean", "boolean"),
    ("Integer", "integer"),
    ("Decimal", "decimal"),
    ("String", "string"),
    ("Date", "date"),
    ("DateTime", "dateTime"),
    ("Time", "time"),
    ("Instant", "instant"),
    ("Coding", "Coding"),
    ("Quantity", "Quantity"),
    ("Uri", "uri"),
    ("Url", "url"),
    ("Canonical", "canonical"),
    ("Code", "code"),
    ("Id", "id"),
    ("Markdown", "markdown"),
    ("PositiveInt", "positiveInt"),
    ("UnsignedInt", "unsignedInt"),
    ("CodeableConcept", "CodeableConcept"),
    ("Reference", "Reference"),
    ("Attachment", "Attachment"),
    ("Identifier", "Identifier"),
    ("Period", "Period"),
    ("Range", "Range"),
    ("Ratio", "Ratio"),
    ("Age", "Age"),
    ("Expression", "Expression"),
];

impl<'a> Node<'a> {
    /// The top of something.
    #[must_use]
    pub const fn root(value: &'a Value) -> Self {
        Self {
            value,
            kind: "",
            link: None,
            above: None,
            beside: None,
        }
    }

    /// What it has under a name; `value` finds `valueCoding` as well.
    pub(super) fn members(&self, name: &str, out: &mut Vec<Thing<'a>>) {
        let Some(object) = self.value.as_object() else {
            if let Some(beside) = self.beside.filter(|_| name == "extension") {
                self.put(beside.get(name), None, "", out);
            }
            return;
        };
        let beside = |key: &str| {
            let mut all = object.iter().filter(|(own, _)| own.starts_with('_'));
            all.find(|(own, _)| &own[1..] == key)
                .map(|(_, beside)| beside)
        };
        let own = (object.get(name), beside(name));
        if own.0.is_some() || own.1.is_some() {
            self.put(own.0, own.1, "", out);
            return;
        }
        for (key, found) in object {
            let ending = key.strip_prefix(name).unwrap_or_default();
            if let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == ending) {
                self.put(Some(found), beside(key), kind, out);
            }
        }
    }

    /// Everything that stands directly in it.
    pub(super) fn children(&self, out: &mut Vec<Thing<'a>>) {
        let Some(object) = self.value.as_object() else {
            return;
        };
        for (name, value) in object {
            if name == "resourceType" || name.starts_with('_') {
                continue;
            }
            let kind = KINDS
                .iter()
                .find(|(ending, _)| name.len() > ending.len() && name.ends_with(ending))
                .map_or("", |(_, kind)| *kind);
            self.put(Some(value), object.get(&format!("_{name}")), kind, out);
        }
    }

    fn put(
        &self,
        value: Option<&'a Value>,
        beside: Option<&'a Value>,
        kind: &'static str,
        out: &mut Vec<Thing<'a>>,
    ) {
        let link = self
            .value
            .get("linkId")
            .and_then(Value::as_str)
            .or(self.link);
        let node = |value, beside| Self {
            value,
            kind,
            link,
            above: Some(self.value),
            beside,
        };
        match value {
            Some(Value::Array(all)) => {
                for (i, value) in all.iter().enumerate() {
                    let beside = beside.and_then(|b| b.get(i)).filter(|b| !b.is_null());
                    if !value.is_null() || beside.is_some() {
                        out.push(Thing::Node(node(value, beside)));
                    }
                }
            }
            Some(Value::Null) | None => {
                if let Some(beside) = beside.filter(|b| b.is_object()) {
                    out.push(Thing::Node(node(beside, None)));
                }
            }
            Some(value) => out.push(Thing::Node(node(value, beside))),
        }
    }

    /// The name of its type: as far as the JSON tells.
    pub(super) fn type_name(&self) -> &'a str {
        if !self.kind.is_empty() {
            return self.kind;
        }
        match self.value {
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "decimal",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            _ => self
                .value
                .get("resourceType")
                .and_then(Value::as_str)
                .unwrap_or(""),
        }
    }

    fn plain(&self) -> Option<Thing<'a>> {
        match self.value {
            Value::Bool(yes) => Some(Thing::Boolean(*yes)),
            Value::Number(number) => {
                let whole = !number.is_f64() && self.kind != "decimal";
                Decimal::read(&number.to_string()).map(|n| Thing::Number(n, whole))
            }
            Value::String(text) => {
                let moment = match self.kind {
                    "date" | "dateTime" | "instant" => Moment::read(text),
                    "time" => Moment::read(&format!("T{text}")),
                    _ => None,
                };
                Some(moment.map_or(Thing::Text(Cow::Borrowed(text)), Thing::Moment))
            }
            Value::Object(object) => {
                let unit = object.get("code").or_else(|| object.get("unit"));
                if !(matches!(self.kind, "Quantity" | "Age") || unit.is_some()) {
                    return None;
                }
                let number = Decimal::read(&object.get("value")?.as_number()?.to_string())?;
                let unit = unit.and_then(Value::as_str).unwrap_or("1");
                Some(Thing::Quantity(number, Cow::Borrowed(unit)))
            }
            _ => None,
        }
    }
}

impl<'a> Thing<'a> {
    /// A whole number.
    #[must_use]
    pub fn whole(number: usize) -> Self {
        Self::Number(
            Decimal::whole(i64::try_from(number).unwrap_or(i64::MAX)),
            true,
        )
    }

    /// The value itself, where a node holds one that expressions calculate with.
    pub(super) fn plain(&self) -> Self {
        match self {
            Self::Node(node) => node.plain().unwrap_or_else(|| self.clone()),
            _ => self.clone(),
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self.plain() {
            Self::Number(number, _) | Self::Quantity(number, _) => Some(number),
            _ => None,
        }
    }

    /// The words, if it is words.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        match self.plain() {
            Self::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// As `toString()` has it.
    pub(super) fn written(&self) -> Option<String> {
        match self.plain() {
            Self::Boolean(yes) => Some(yes.to_string()),
            Self::Number(number, _) => Some(number.to_string()),
            Self::Text(text) => Some(text.into_owned()),
            Self::Moment(moment) => Some(moment.to_string()),
            Self::Quantity(number, unit) => Some(format!("{number} '{unit}'")),
            Self::Node(_) => None,
        }
    }

    pub(super) fn type_name(&self) -> &'a str {
        match self {
            Self::Boolean(_) => "Boolean",
            Self::Number(_, true) => "Integer",
            Self::Number(_, false) => "Decimal",
            Self::Text(_) => "String",
            Self::Moment(moment) => moment.type_name(),
            Self::Quantity(..) => "Quantity",
            Self::Node(node) => node.type_name(),
        }
    }

    /// Whether it is of a type, by its name without the namespace. Capitals make no difference: `String` of the
    /// language and `string` of FHIR are one here.
    pub(super) fn is_a(&self, name: &str) -> bool {
        let own = self.type_name();
        let resource = match self {
            Self::Node(node) => node.value.get("resourceType").is_some(),
            _ => false,
        };
        own.eq_ignore_ascii_case(name)
            || (resource && matches!(name, "Resource" | "DomainResource"))
    }
}

/// The one thing of a collection, `None` of an empty one.
pub(super) fn one<'c, 'a>(
    all: &'c [Thing<'a>],
    what: &'static str,
) -> Result<Option<&'c Thing<'a>>, PathError> {
    match all {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(PathError::NotOne(what)),
    }
}

/// A collection as a condition: empty is unknown, one thing that is not yes or no counts as yes.
pub(super) fn condition(all: &[Thing<'_>], what: &'static str) -> Result<Option<bool>, PathError> {
    Ok(one(all, what)?.map(|thing| match thing.plain() {
        Thing::Boolean(yes) => yes,
        _ => true,
    }))
}

/// None or one.
pub(super) fn perhaps<'a>(thing: Option<Thing<'a>>) -> Vec<Thing<'a>> {
    thing.into_iter().collect()
}

// SPDX-License-Identifier: Apache-2.0
//! What can be chosen, and what a choice counts.

use super::json::{extensions, list, text};
use super::language::Wanted;
use crate::instrument::{Choice, Coding};
use serde_json::Value;

/// Extensions that say what a choice counts; the first two are in use, the others are what they were called before.
const WEIGHTS: [&str; 4] = [
    "http://hl7.org/fhir/StructureDefinition/ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
];
/// R5's property of an expanded code, as R4 carries it.
const EXPANDED: &str =
    "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property";

/// Choices of one item, at most.
const MOST_CHOICES: usize = 1_000;

/// What was read, and what was odd about it.
#[derive(Debug, Default)]
pub(super) struct Choices {
    pub(super) all: Vec<Choice>,
    /// `valueCoding`, `valueInteger`, `valueString`, `valueDate`.
    pub(super) kind: &'static str,
    /// A value set that is not in the file.
    pub(super) elsewhere: Option<String>,
    /// Codes of one list that differ only by capitals.
    pub(super) differ: Option<String>,
    /// A choice that has no code.
    pub(super) without_code: Option<String>,
    /// Part of the value set could not be read (a filter, another value set, an exclusion).
    pub(super) partial: bool,
    pub(super) too_many: bool,
}

/// What an element's extension says that it counts.
pub(crate) fn weight_extension(value: &Value) -> Option<f64> {
    let number = |value: &Value| {
        ["valueDecimal", "valueInteger"]
            .into_iter()
            .find_map(|key| value.get(key)?.as_f64())
    };
    list(value, "extension").iter().find_map(|extension| {
        let url = text(extension, "url");
        if WEIGHTS.contains(&url) {
            return number(extension);
        }
        let code = extensions(extension, "code")
            .next()
            .map(|c| text(c, "valueCode"));
        (url == EXPANDED && code.is_some_and(is_weight))
            .then(|| extensions(extension, "value[x]").next().and_then(number))?
    })
}

fn is_weight(property: &str) -> bool {
    let name = property.rsplit(['/', '#']).next().unwrap_or(property);
    matches!(name, "itemWeight" | "ordinalValue" | "weight" | "ordinal")
}

/// System, code and value of the choices of one item that have a value.
pub(crate) fn choice_weights(questionnaire: &Value, link: &str) -> Vec<(String, String, f64)> {
    let wanted = Wanted {
        tag: "",
        written: "",
    };
    let Some(item) = find(list(questionnaire, "item"), link, 0) else {
        return Vec::new();
    };
    weights(&choices(item, questionnaire, wanted))
}

pub(super) fn weights(found: &Choices) -> Vec<(String, String, f64)> {
    found
        .all
        .iter()
        .filter_map(|choice| {
            let Coding { system, code, .. } = &choice.coding;
            Some((system.clone(), code.clone(), choice.value?))
        })
        .collect()
}

/// The item of that name. The nesting is that of the JSON text, which is bounded by its reader.
pub(crate) fn find<'v>(items: &'v [Value], link: &str, deep: usize) -> Option<&'v Value> {
    items.iter().find_map(|item| {
        if text(item, "linkId") == link {
            return Some(item);
        }
        (deep < 64)
            .then(|| find(list(item, "item"), link, deep + 1))
            .flatten()
    })
}

/// The choices of an item. A value is there only where the file says so.
pub(super) fn choices(item: &Value, questionnaire: &Value, wanted: Wanted<'_>) -> Choices {
    let mut out = Choices {
        kind: "valueCoding",
        ..Choices::default()
    };
    for option in list(item, "answerOption") {
        let Some((kind, value)) = ["valueCoding", "valueInteger", "valueString", "valueDate"]
            .into_iter()
            .find_map(|key| Some((key, option.get(key)?)))
        else {
            out.partial = true;
            continue;
        };
        out.kind = kind;
        let own = [Some(option), Some(value), option.get(format!("_{kind}"))]
            .into_iter()
            .flatten()
            .find_map(weight_extension);
        let coding = if kind == "valueCoding" {
            coding(value, wanted)
        } else {
            let written = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            let display = wanted.words(option, kind);
            Coding {
                system: String::new(),
                display: if display.is_empty() {
                    written.clone()
                } else {
                    display
                },
                code: written,
            }
        };
        out.take(coding, own);
    }
    let set = text(item, "answerValueSet");
    if let Some(id) = set.strip_prefix('#') {
        match contained(questionnaire, "ValueSet", |r| text(r, "id") == id) {
            Some(set) => out.of_set(set, questionnaire, wanted),
            None => out.elsewhere = Some(format!("#{id}")),
        }
    } else if !set.is_empty() {
        let path = set.split('|').next().unwrap_or(set);
        match contained(questionnaire, "ValueSet", |r| text(r, "url") == path) {
            Some(set) => out.of_set(set, questionnaire, wanted),
            None => out.elsewhere = Some(set.to_owned()),
        }
    }
    out.of_code_systems(questionnaire);
    out
}

fn coding(value: &Value, wanted: Wanted<'_>) -> Coding {
    Coding {
        system: text(value, "system").to_owned(),
        code: text(value, "code").to_owned(),
        display: wanted.words(value, "display"),
    }
}

fn contained<'v>(
    questionnaire: &'v Value,
    kind: &str,
    is: impl Fn(&Value) -> bool,
) -> Option<&'v Value> {
    list(questionnaire, "contained")
        .iter()
        .find(|resource| text(resource, "resourceType") == kind && is(resource))
}

impl Choices {
    fn take(&mut self, mut coding: Coding, value: Option<f64>) {
        if self.all.len() >= MOST_CHOICES {
            self.too_many = true;
            return;
        }
        if coding.code.is_empty() {
            self.without_code = Some(coding.display.clone());
            coding.code.clone_from(&coding.display);
        }
        if coding.display.is_empty() {
            coding.display.clone_from(&coding.code);
        }
        self.all.push(Choice { coding, value });
    }

    fn of_set(&mut self, set: &Value, questionnaire: &Value, wanted: Wanted<'_>) {
        let compose = set.get("compose").unwrap_or(&Value::Null);
        self.partial |= !list(compose, "exclude").is_empty();
        for include in list(compose, "include") {
            let system = text(include, "system");
            self.partial |=
                !list(include, "filter").is_empty() || include.get("valueSet").is_some();
            let concepts = list(include, "concept");
            for concept in concepts {
                let coding = Coding {
                    system: system.to_owned(),
                    ..coding(concept, wanted)
                };
                self.take(coding, weight_extension(concept));
            }
            if concepts.is_empty() && !system.is_empty() {
                let found = contained(questionnaire, "CodeSystem", |r| text(r, "url") == system);
                match found {
                    Some(found) => self.of_system(list(found, "concept"), system, wanted, 0),
                    None => self.partial = true,
                }
            }
        }
        let mut expanded = Vec::new();
        flatten(
            list(set.get("expansion").unwrap_or(&Value::Null), "contains"),
            &mut expanded,
            0,
        );
        if self.all.is_empty() || (self.partial && !expanded.is_empty()) {
            self.all.clear();
            self.partial = false;
            for concept in expanded {
                self.take(coding(concept, wanted), weight_extension(concept));
            }
        } else {
            self.weigh_by_expansion(&expanded);
        }
    }

    fn of_system(&mut self, concepts: &[Value], system: &str, wanted: Wanted<'_>, deep: usize) {
        for concept in concepts {
            let coding = Coding {
                system: system.to_owned(),
                ..coding(concept, wanted)
            };
            self.take(coding, weight_extension(concept));
            if deep < 16 {
                self.of_system(list(concept, "concept"), system, wanted, deep + 1);
            }
        }
    }

    fn weigh_by_expansion(&mut self, expanded: &[&Value]) {
        for choice in self.all.iter_mut().filter(|choice| choice.value.is_none()) {
            let code = choice.coding.code.as_str();
            let exact = expanded.iter().find(|c| text(c, "code") == code);
            let close = || {
                expanded
                    .iter()
                    .find(|c| text(c, "code").eq_ignore_ascii_case(code))
            };
            let found = exact.or_else(close).copied();
            choice.value = found.and_then(weight_extension);
            if exact.is_none() && found.is_some() {
                self.differ = Some(code.to_owned());
            }
        }
    }

    /// What a contained code system says that the codes count.
    fn of_code_systems(&mut self, questionnaire: &Value) {
        if self.all.iter().all(|choice| choice.value.is_some()) {
            return;
        }
        for system in list(questionnaire, "contained") {
            if text(system, "resourceType") != "CodeSystem" {
                continue;
            }
            let names: Vec<&str> = list(system, "property")
                .iter()
                .filter(|p| is_weight(text(p, "uri")) || is_weight(text(p, "code")))
                .map(|p| text(p, "code"))
                .collect();
            let mut concepts = Vec::new();
            flatten_concepts(list(system, "concept"), &mut concepts, 0);
            for choice in self.all.iter_mut().filter(|choice| choice.value.is_none()) {
                if choice.coding.system != text(system, "url") {
                    continue;
                }
                let concept = concepts
                    .iter()
                    .find(|c| text(c, "code") == choice.coding.code);
                choice.value = concept.and_then(|concept| {
                    weight_extension(concept).or_else(|| property(concept, &names))
                });
            }
        }
    }
}

fn property(concept: &Value, names: &[&str]) -> Option<f64> {
    list(concept, "property")
        .iter()
        .filter(|p| names.contains(&text(p, "code")) || is_weight(text(p, "code")))
        .find_map(|p| {
            p.get("valueDecimal")
                .or_else(|| p.get("valueInteger"))?
                .as_f64()
        })
}

fn flatten<'v>(contains: &'v [Value], out: &mut Vec<&'v Value>, deep: usize) {
    for one in contains.iter().take(MOST_CHOICES + 1) {
        if one.get("abstract").and_then(Value::as_bool) != Some(true) {
            out.push(one);
        }
        if deep < 16 {
            flatten(list(one, "contains"), out, deep + 1);
        }
    }
}

fn flatten_concepts<'v>(concepts: &'v [Value], out: &mut Vec<&'v Value>, deep: usize) {
    for one in concepts {
        out.push(one);
        if deep < 16 {
            flatten_concepts(list(one, "concept"), out, deep + 1);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The items of a questionnaire, one after the other.

use super::choices::{Choices, choices, weights};
use super::enable::{Test, answer, conditions};
use super::extension;
use super::finding::Finding;
use super::form::{Bounds, Form, Kind, Node};
use super::json::{extensions, list, text, yes};
use super::language::Wanted;
use crate::alert;
use crate::instrument::{Coding, Item, ItemKind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Items of one questionnaire, at most.
pub(super) const MOST_ITEMS: usize = 1_000;
/// Choices of all its items together, at most.
const MOST_CHOICES: usize = 20_000;
/// Groups within each other, at most.
const MOST_DEEP: usize = 15;
/// Of the words of a group, as each item within it carries them, in characters.
const MOST_ABOVE: usize = 4_000;

/// More items or groups than are read.
#[derive(Debug)]
pub(super) struct TooMany;

pub(super) struct Walk<'v> {
    questionnaire: &'v Value,
    wanted: Wanted<'v>,
    pub(super) form: Form,
    pub(super) items: Vec<Item>,
    pub(super) findings: Vec<Finding>,
    seen: BTreeSet<String>,
    choices: usize,
}

/// What an item inherits from what it stands in.
#[derive(Clone, Default)]
struct Above {
    place: Option<usize>,
    words: Vec<String>,
    hidden: bool,
    link_id: String,
    deep: usize,
}

impl<'v> Walk<'v> {
    pub(super) fn new(questionnaire: &'v Value, wanted: Wanted<'v>) -> Self {
        Self {
            questionnaire,
            wanted,
            form: Form::default(),
            items: Vec::new(),
            findings: Vec::new(),
            seen: BTreeSet::new(),
            choices: 0,
        }
    }

    pub(super) fn all(&mut self) -> Result<(), TooMany> {
        self.walk(list(self.questionnaire, "item"), &Above::default())?;
        self.resolve();
        Ok(())
    }

    fn walk(&mut self, items: &[Value], above: &Above) -> Result<(), TooMany> {
        for item in items {
            let many = self.form.nodes.len() >= MOST_ITEMS || self.choices > MOST_CHOICES;
            if many || above.deep > MOST_DEEP {
                return Err(TooMany);
            }
            if above.place.is_some() && is_help(item) {
                continue;
            }
            let (place, words) = self.one(item, above);
            let mut inherited = above.words.clone();
            if !words.is_empty() {
                inherited.push(words.chars().take(MOST_ABOVE).collect());
            }
            let below = Above {
                place: Some(place),
                words: inherited,
                hidden: above.hidden || is_hidden(item),
                link_id: text(item, "linkId").to_owned(),
                deep: above.deep + 1,
            };
            self.walk(list(item, "item"), &below)?;
        }
        Ok(())
    }

    /// Its place, and the words that those within it inherit.
    fn one(&mut self, item: &Value, above: &Above) -> (usize, String) {
        let link_id = text(item, "linkId").to_owned();
        if link_id.is_empty() {
            let above = above.link_id.clone();
            self.findings.push(Finding::NoLinkId { above });
        } else if !self.seen.insert(link_id.clone()) {
            let link_id = link_id.clone();
            self.findings.push(Finding::DuplicateLinkId { link_id });
        }
        let own = extension::read(item, &link_id, &mut self.findings);
        let kind = Kind::read(text(item, "type"));
        let place = self.form.nodes.len();
        let words = self.wanted.words(item, "text");
        let found = choices(item, self.questionnaire, self.wanted);
        self.choices += found.all.len();
        let weights = weights(&found);
        if !weights.is_empty() {
            self.form.weights.insert(link_id.clone(), weights);
        }
        if own.calculated.is_some() {
            self.form.names.insert(link_id.clone(), words.clone());
        }
        let hidden = above.hidden || is_hidden(item);
        let asked = !hidden && own.calculated.is_none() && !own.calculated_otherwise;
        let read_only = yes(item, "readOnly") && kind.answers();
        let initial = if asked && !read_only {
            Vec::new()
        } else {
            initial(item)
        };
        self.form.nodes.push(Node {
            link_id: link_id.clone(),
            above: above.place,
            kind,
            item: None,
            enable: conditions(item),
            any: text(item, "enableBehavior") == "any",
            initial,
            codes: list(item, "code").iter().map(coding).collect(),
            option: found.kind,
            calculated: own.calculated,
            variables: own.variables,
            bounds: bounds(item),
        });
        if kind == Kind::Group {
            if yes(item, "repeats") {
                self.findings.push(Finding::AskedOnce { link_id });
            }
            let help = help(item, self.wanted);
            let between = if words.is_empty() || help.is_empty() {
                ""
            } else {
                "\n"
            };
            return (place, format!("{words}{between}{help}"));
        }
        if asked && !read_only {
            self.show(item, above, kind, &words, found);
        }
        (place, words)
    }

    fn show(&mut self, item: &Value, above: &Above, kind: Kind, words: &str, found: Choices) {
        let link_id = text(item, "linkId").to_owned();
        self.say_choices(&link_id, &found);
        let Some(kind) = self.item_kind(item, kind, found) else {
            return;
        };
        let text_or_code = if words.is_empty() && kind != ItemKind::Display {
            self.findings.push(Finding::NoText {
                link_id: link_id.clone(),
            });
            list(item, "code")
                .first()
                .map_or("", |code| text(code, "display"))
        } else {
            words
        };
        if words.is_empty() && kind == ItemKind::Display {
            return;
        }
        if let Some(last) = self.form.nodes.last_mut() {
            last.item = Some(self.items.len());
        }
        let asks = kind != ItemKind::Display;
        let codes: Vec<Coding> = list(item, "code").iter().map(coding).collect();
        self.items.push(Item {
            link_id,
            prefix: self.wanted.words(item, "prefix"),
            text: text_or_code.to_owned(),
            above: above.words.clone(),
            help: help(item, self.wanted),
            required: yes(item, "required"),
            speaks_of_death: asks
                && (alert::speaks(text_or_code)
                    || alert::speaks(text(item, "text"))
                    || alert::coded(&codes)),
            kind,
        });
    }

    fn say_choices(&mut self, link_id: &str, found: &Choices) {
        let link_id = || link_id.to_owned();
        if let Some(display) = &found.without_code {
            let (link_id, display) = (link_id(), display.clone());
            self.findings
                .push(Finding::OptionWithoutCode { link_id, display });
        }
        if let Some(code) = &found.differ {
            let said = self.findings.iter().any(
                |finding| matches!(finding, Finding::CodesDiffer { code: known, .. } if known == code),
            );
            if !said {
                let (link_id, code) = (link_id(), code.clone());
                self.findings.push(Finding::CodesDiffer { link_id, code });
            }
        }
        if found.partial || found.too_many {
            self.findings
                .push(Finding::ChoicesPartial { link_id: link_id() });
        }
        let valued = found.all.iter().filter(|c| c.value.is_some()).count();
        if valued > 0 && valued < found.all.len() {
            self.findings
                .push(Finding::ValuesMissing { link_id: link_id() });
        }
        let mut codes = BTreeSet::new();
        for choice in &found.all {
            if !codes.insert((&choice.coding.system, &choice.coding.code)) {
                let code = choice.coding.code.clone();
                self.findings.push(Finding::OptionTwice {
                    link_id: link_id(),
                    code,
                });
                return;
            }
        }
    }

    fn item_kind(&mut self, item: &Value, kind: Kind, found: Choices) -> Option<ItemKind> {
        let link_id = text(item, "linkId").to_owned();
        let many = yes(item, "repeats");
        let open = kind == Kind::OpenChoice;
        let lists = matches!(kind, Kind::Choice | Kind::OpenChoice);
        if !found.all.is_empty() && (lists || kind.answers()) {
            let mut choices = found.all;
            if choices.iter().all(|choice| choice.value.is_none()) {
                for choice in &mut choices {
                    choice.value = choice
                        .coding
                        .code
                        .parse()
                        .ok()
                        .filter(|n: &f64| n.is_finite());
                }
                if choices.iter().any(|choice| choice.value.is_none()) {
                    choices.iter_mut().for_each(|choice| choice.value = None);
                }
            }
            return Some(ItemKind::Choice {
                choices,
                many,
                open,
            });
        }
        if lists {
            self.findings.push(match found.elsewhere {
                Some(set) => Finding::ChoicesElsewhere { link_id, set },
                None => Finding::NoChoices { link_id },
            });
            return open.then_some(ItemKind::Text { long: false });
        }
        if many && kind.answers() {
            self.findings.push(Finding::AskedOnce { link_id });
        }
        self.plain_kind(item, kind)
    }

    fn plain_kind(&mut self, item: &Value, kind: Kind) -> Option<ItemKind> {
        let link_id = text(item, "linkId").to_owned();
        Some(match kind {
            Kind::Display => ItemKind::Display,
            Kind::Boolean => ItemKind::Boolean,
            Kind::Decimal | Kind::Quantity => ItemKind::Decimal,
            Kind::Integer => {
                let bounds = bounds(item);
                let number = |bound: Option<String>| bound.and_then(|text| text.parse().ok());
                ItemKind::Integer {
                    least: number(bounds.least),
                    most: number(bounds.most),
                }
            }
            Kind::Date => ItemKind::Date,
            Kind::DateTime => {
                self.findings.push(Finding::NotFollowed {
                    link_id,
                    what: "dateTime".to_owned(),
                    then: "the day is asked without its hour",
                });
                ItemKind::Date
            }
            Kind::Time | Kind::String | Kind::Url => ItemKind::Text { long: false },
            Kind::Text => ItemKind::Text { long: true },
            Kind::Group | Kind::Choice | Kind::OpenChoice | Kind::Other => {
                let kind = text(item, "type").chars().take(40).collect();
                self.findings.push(Finding::NotAsked { link_id, kind });
                return None;
            }
        })
    }

    /// Finds what conditions name, and says which name nothing, something later or themselves.
    fn resolve(&mut self) {
        let mut places = BTreeMap::new();
        for (place, node) in self.form.nodes.iter().enumerate() {
            places.insert(node.link_id.clone(), place);
        }
        for (place, node) in self.form.nodes.iter_mut().enumerate() {
            for condition in &mut node.enable {
                condition.place = places.get(&condition.question).copied();
                let link_id = node.link_id.clone();
                let question = condition.question.clone();
                match condition.place {
                    None => self
                        .findings
                        .push(Finding::EnableUnknown { link_id, question }),
                    Some(other) if other > place => self
                        .findings
                        .push(Finding::EnableLater { link_id, question }),
                    Some(_) => {}
                }
                if condition.test == Test::Never {
                    let link_id = node.link_id.clone();
                    self.findings.push(Finding::EnableUnreadable { link_id });
                }
            }
        }
        for place in self.form.circles() {
            let link_id = self.form.nodes[place].link_id.clone();
            self.findings.push(Finding::Cycle { link_id });
        }
    }
}

impl Form {
    /// Items whose showing depends on itself: what is left when everything that depends on nothing left is taken away.
    fn circles(&self) -> Vec<usize> {
        let mut left = vec![true; self.nodes.len()];
        loop {
            let before = left.clone();
            for (place, node) in self.nodes.iter().enumerate() {
                let mut needs = node.enable.iter().filter_map(|c| c.place).chain(node.above);
                left[place] = left[place] && needs.any(|other| left[other]);
            }
            if left == before {
                break;
            }
        }
        let closed = |place: &usize| left[*place] && !self.nodes[*place].enable.is_empty();
        (0..left.len()).filter(closed).collect()
    }
}

fn coding(value: &Value) -> Coding {
    Coding {
        system: text(value, "system").to_owned(),
        code: text(value, "code").to_owned(),
        display: text(value, "display").to_owned(),
    }
}

const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const CONTROL: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const CATEGORY: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory";

fn is_hidden(item: &Value) -> bool {
    extensions(item, HIDDEN).any(|extension| yes(extension, "valueBoolean"))
}

/// Words that belong to what they stand in, not to a screen of their own.
fn is_help(item: &Value) -> bool {
    const HELP: [&str; 7] = [
        "help", "flyover", "prompt", "unit", "lower", "upper", "legal",
    ];
    if text(item, "type") != "display" {
        return false;
    }
    let coded = |url| {
        extensions(item, url)
            .filter_map(|extension| extension.get("valueCodeableConcept"))
            .flat_map(|concept| list(concept, "coding"))
            .map(|coding| text(coding, "code"))
            .collect::<Vec<_>>()
    };
    coded(CONTROL).iter().any(|code| HELP.contains(code))
        || coded(CATEGORY)
            .iter()
            .any(|code| matches!(*code, "instructions" | "help"))
}

fn help(item: &Value, wanted: Wanted<'_>) -> String {
    let lines: Vec<String> = list(item, "item")
        .iter()
        .filter(|below| is_help(below))
        .map(|below| wanted.words(below, "text"))
        .filter(|words| !words.is_empty())
        .collect();
    lines.join("\n")
}

fn initial(item: &Value) -> Vec<kindhold_care::Answer> {
    let chosen = list(item, "answerOption")
        .iter()
        .filter(|option| yes(option, "initialSelected"));
    list(item, "initial")
        .iter()
        .chain(chosen)
        .filter_map(|initial| answer(initial, "value"))
        .collect()
}

fn bounds(item: &Value) -> Bounds {
    let bound = |url| {
        let found = extensions(item, url).find_map(|extension| answer(extension, "value"));
        found.map(|answer| answer.value)
    };
    Bounds {
        most_characters: item
            .get("maxLength")
            .and_then(Value::as_u64)
            .and_then(|most| usize::try_from(most).ok()),
        least: bound("http://hl7.org/fhir/StructureDefinition/minValue"),
        most: bound("http://hl7.org/fhir/StructureDefinition/maxValue"),
    }
}

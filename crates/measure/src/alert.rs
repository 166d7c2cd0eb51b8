// SPDX-License-Identifier: Apache-2.0
//! Items that speak of death or of harming oneself. After an answer to one that is not the lowest, people and the
//! plan come at once. That is a rule about what the app offers, not a statement about the person: nothing is counted,
//! kept or shown of it.

use crate::instrument::{Coding, Instrument, Item, ItemKind};
use kindhold_care::{Answer, AnswerKind};

/// Parts of words, in the languages of the app, by which an item is taken to speak of death or of harming oneself.
/// Too many rather than too few: the cost of one too many is that people and the plan show once more.
const PARTS: [&str; 47] = [
    "suicid",
    "kill myself",
    "kill yourself",
    "killing myself",
    "killing yourself",
    "end my life",
    "end your life",
    "ending my life",
    "ending your life",
    "my own life",
    "your own life",
    "better off dead",
    "not be alive",
    "not being alive",
    "hurt myself",
    "hurt yourself",
    "hurting myself",
    "hurting yourself",
    "hurt or injure",
    "injure myself",
    "injuring myself",
    "injure yourself",
    "injuring yourself",
    "harm myself",
    "harm yourself",
    "harming myself",
    "harming yourself",
    "harmed myself",
    "self-harm",
    "self harm",
    "self-injur",
    "self injur",
    "suizid",
    "selbstmord",
    "umbring",
    "leben nehmen",
    "selbst verletz",
    "selbst zu verletz",
    "selbstverletz",
    "me tuer",
    "me blesser",
    "faire du mal",
    "automutil",
    "matarme",
    "hacerme daño",
    "autolesi",
    "lastimarme",
];

/// Whole words that say the same.
const WORDS: [&str; 18] = [
    "die", "dying", "dead", "death", "tot", "tod", "sterben", "mourir", "mort", "morte", "morir",
    "muerto", "muerta", "muerte", "quitarme", "suicide", "suicidio", "morirme",
];

/// LOINC's codes of items that do, whatever their words: the ninth of PHQ-9.
const CODES: [&str; 1] = ["44260-8"];

/// Words that say no.
const NO: [&str; 28] = [
    "no",
    "none",
    "never",
    "not at all",
    "not once",
    "false",
    "n",
    "0",
    "nein",
    "nie",
    "niemals",
    "gar nicht",
    "überhaupt nicht",
    "non",
    "jamais",
    "pas du tout",
    "aucun",
    "aucune",
    "aucunement",
    "nunca",
    "ninguno",
    "ninguna",
    "en absoluto",
    "para nada",
    "jamás",
    "not-at-all",
    "la6568-5",
    "la32-8",
];

/// Whether these words speak of death or of harming oneself.
#[must_use]
pub fn speaks(text: &str) -> bool {
    let text = text.to_lowercase().replace(['\u{2019}', '\n'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let german = ["der", "die", "das", "und", "ich", "sich", "mich"];
    let words = || text.split(|c: char| !c.is_alphabetic());
    // „die“ is an article in German.
    let is_german = words().filter(|word| german.contains(word)).count() > 1;
    PARTS.iter().any(|part| text.contains(part))
        || words().any(|word| WORDS.contains(&word) && !(is_german && word == "die"))
}

/// Whether one of these codes is of an item that does.
#[must_use]
pub fn coded(codes: &[Coding]) -> bool {
    let known = |code: &Coding| CODES.contains(&code.code.as_str());
    codes
        .iter()
        .any(|code| code.system == "http://loinc.org" && known(code))
}

impl Instrument {
    /// Whether an answer is one after which people and the plan come at once: to an item that speaks of death or of
    /// harming oneself, anything but the lowest or a plain no. Never a score, and nothing is kept of it.
    #[must_use]
    pub fn speaks(&self, link_id: &str, answers: &[Answer]) -> bool {
        let item = self.items.iter().find(|item| item.link_id == link_id);
        item.is_some_and(|item| {
            item.speaks_of_death && answers.iter().any(|answer| !says_no(item, answer))
        })
    }
}

fn says_no(item: &Item, answer: &Answer) -> bool {
    let number = answer.value.parse::<f64>().ok();
    match (&item.kind, answer.kind) {
        (ItemKind::Display, _) => true,
        (ItemKind::Choice { choices, .. }, kind) => {
            let chosen = choices.iter().find(|choice| {
                let same_system = choice.coding.system == answer.system || answer.system.is_empty();
                choice.coding.code == answer.value && (same_system || kind != AnswerKind::Coding)
            });
            let lowest = choices
                .iter()
                .filter_map(|choice| choice.value)
                .reduce(f64::min);
            let known = choices.iter().all(|choice| choice.value.is_some());
            match (chosen.and_then(|choice| choice.value), lowest) {
                (Some(value), Some(lowest)) if known => value <= lowest,
                _ => {
                    let own = chosen.map_or("", |choice| choice.coding.display.as_str());
                    let words = [own, &answer.display, &answer.value];
                    words
                        .iter()
                        .find(|words| !words.is_empty())
                        .is_some_and(|words| is_no(words))
                }
            }
        }
        (_, AnswerKind::Boolean) => answer.value == "false",
        (ItemKind::Integer { least, .. }, _) => {
            let least = least.map_or(0.0, |least| least as f64);
            number.is_some_and(|number| number <= least)
        }
        (ItemKind::Decimal, _) => number.is_some_and(|number| number <= 0.0),
        _ => answer.value.trim().is_empty() || is_no(&answer.value),
    }
}

fn is_no(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['.', '!']).to_lowercase();
    NO.contains(&words.as_str())
}

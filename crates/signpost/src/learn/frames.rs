// SPDX-License-Identifier: Apache-2.0
//! Frames (`frames/`): a wish to die and to live, each meant, negated, told of another and past, so that
//! the weights learn the grammar and not the words.

use super::{Line, draw::Draw};
use std::collections::BTreeMap;

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../../frames/en.txt")),
    ("fr-CA", include_str!("../../frames/fr-CA.txt")),
    ("es", include_str!("../../frames/es.txt")),
    ("de", include_str!("../../frames/de.txt")),
];

/// The languages that there are frames in.
pub(crate) fn languages() -> [&'static str; 4] {
    FILES.map(|(language, _)| language)
}

/// What joins two frames in one sentence.
const JOINTS: [(&str, [&str; 4]); 4] = [
    ("en", [" and ", ", ", " because ", " and "]),
    ("fr-CA", [" et ", ", ", " parce que ", " pis "]),
    ("es", [" y ", ", ", " porque ", " y "]),
    ("de", [" und ", ", ", " und ", ", "]),
];

/// The plainest wordings, in hundredths: they must be known whatever else is learnt.
const PLAIN: usize = 15;

/// Frames by name, each a choice of wordings.
struct Frames(BTreeMap<&'static str, Vec<&'static str>>);

impl Frames {
    fn read(file: &'static str) -> Self {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, list) in file.lines().filter_map(|line| line.split_once(": ")) {
            lists.entry(name).or_default().extend(list.split(" | "));
        }
        Self(lists)
    }

    fn draw(&self, name: &str, draw: &mut Draw) -> &'static str {
        self.0
            .get(name)
            .and_then(|list| draw.of(list))
            .copied()
            .unwrap_or_default()
    }

    /// A wording with its slots filled.
    fn fill(&self, name: &str, draw: &mut Draw) -> String {
        let mut text = self.draw(name, draw).to_owned();
        while let Some((before, rest)) = text.split_once('{') {
            let Some((slot, after)) = rest.split_once('}') else {
                break;
            };
            let word = self.draw(slot, draw);
            text = format!("{before}{word}{after}");
        }
        text
    }
}

/// So many of each side for a language; half of them with something sad in the same sentence.
pub(crate) fn fill(language: &str, each: usize, draw: &mut Draw) -> Vec<Line> {
    let Some((_, file)) = FILES.iter().find(|(of, _)| *of == language) else {
        return Vec::new();
    };
    let joints = JOINTS
        .iter()
        .find(|(of, _)| *of == language)
        .map(|(_, joints)| joints);
    let frames = Frames::read(file);
    let mut lines = Vec::new();
    for (name, plain, show) in [
        ("show", "plain", true),
        ("quiet", "plainly_not", false),
        ("beside", "beside", false),
    ] {
        for _ in 0..each {
            let kind = if draw.chance(PLAIN) { plain } else { name };
            let mut text = frames.fill(kind, draw);
            let joint = joints
                .and_then(|joints| draw.of(joints))
                .copied()
                .unwrap_or(", ");
            match draw.below(8) {
                0..=2 => text = format!("{text}{joint}{}", frames.fill("beside", draw)),
                3 => text = format!("{}{joint}{text}", frames.fill("beside", draw)),
                _ => {}
            }
            let set = if name == "beside" { "sad" } else { "frames" };
            lines.push(Line {
                language: language.to_owned(),
                set: set.to_owned(),
                show,
                text,
            });
        }
    }
    lines.sort();
    lines
}

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

/// So many of each side for a language, each once.
pub(crate) fn fill(language: &str, each: usize, draw: &mut Draw) -> Vec<Line> {
    let Some((_, file)) = FILES.iter().find(|(of, _)| *of == language) else {
        return Vec::new();
    };
    let named = file.lines().filter_map(|line| line.split_once(": "));
    let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, list) in named {
        lists.entry(name).or_default().extend(list.split(" | "));
    }
    let list = |name: &str| lists.get(name).map(Vec::as_slice);
    let mut lines = Vec::new();
    for (name, show) in [("show", true), ("quiet", false), ("beside", false)] {
        for _ in 0..each {
            let mut text = list(name)
                .and_then(|list| draw.of(list))
                .map_or("", |frame| frame)
                .to_owned();
            while let Some((before, rest)) = text.split_once('{') {
                let Some((slot, after)) = rest.split_once('}') else {
                    break;
                };
                let word = list(slot)
                    .and_then(|list| draw.of(list))
                    .map_or("", |word| word);
                text = format!("{before}{word}{after}");
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
    lines.dedup();
    lines
}

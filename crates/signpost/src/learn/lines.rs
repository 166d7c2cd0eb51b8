// SPDX-License-Identifier: Apache-2.0
//! The sentences of our own: `sentences/<language>/{show,quiet}/<set>.txt`, one text a line.

use std::{collections::BTreeSet, fs, io, path::Path};

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The folder's name: `en`, `fr-CA`.
    pub language: String,
    /// The file's name: `negated`.
    pub set: String,
    /// Whether the plan should show.
    pub show: bool,
    /// The text.
    pub text: String,
}

impl Line {
    /// One in five is held out: never learnt from, nor any variant of it. Its hash decides, so a line
    /// stays on its side whatever is written around it.
    #[must_use]
    pub fn is_held_out(&self) -> bool {
        hash(self.text.as_bytes()).is_multiple_of(5)
    }
}

/// FNV-1a, 64 bits, its halves mixed.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let hash = bytes.iter().fold(start, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 8
}

/// The hash of all lines, in order.
#[must_use]
pub fn hash_of(lines: &[Line]) -> u64 {
    let mut bytes = Vec::new();
    for line in lines {
        for part in [&line.language, &line.set, &line.text] {
            bytes.extend(part.as_bytes());
            bytes.push(u8::from(line.show));
        }
    }
    hash(&bytes)
}

/// Reads a folder of sentences: those to learn from, and apart from them the `blind` ones, which never
/// are. Sorted, each text once.
///
/// # Errors
/// As the file system says.
pub fn read(folder: &Path) -> io::Result<(Vec<Line>, Vec<Line>)> {
    let (mut lines, mut blind) = (BTreeSet::new(), BTreeSet::new());
    for language in names(folder)? {
        for (part, show) in [("show", true), ("quiet", false)] {
            for set in names(&folder.join(&language).join(part))? {
                let file = folder.join(&language).join(part).join(&set);
                let set = set.trim_end_matches(".txt");
                lines.extend(texts(&fs::read_to_string(file)?, &language, set, show));
            }
            let file = folder
                .join(&language)
                .join("blind")
                .join(format!("{part}.txt"));
            if let Ok(text) = fs::read_to_string(file) {
                blind.extend(texts(&text, &language, "blind", show));
            }
        }
    }
    Ok((lines.into_iter().collect(), blind.into_iter().collect()))
}

fn texts(file: &str, language: &str, set: &str, show: bool) -> Vec<Line> {
    let lines = file.lines().map(str::trim);
    let texts = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    texts
        .map(|text| Line {
            language: language.to_owned(),
            set: set.to_owned(),
            show,
            text: text.to_owned(),
        })
        .collect()
}

/// The names in a folder, sorted; none where there is no folder.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

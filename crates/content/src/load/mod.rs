// SPDX-License-Identifier: Apache-2.0
mod language;

use crate::{Country, Library, Problem, SafeWords, Settings, Tongue, problem::line_of};
use kindhold_care::{Line, LineKind, Source};
use language::Originals;
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fs, io, path::Path};

/// The language that all others are translated from.
pub(crate) const MODEL: &str = "en";

/// Folders beside those of languages.
const NO_LANGUAGE: [&str; 3] = ["lines", "checks", "sources"];

/// Reads the whole content folder. What cannot be read is told in [`Library::faults`].
#[must_use]
pub fn load(root: &Path) -> Library {
    let mut folder = Folder {
        root,
        faults: Vec::new(),
    };
    let mut languages = BTreeMap::new();
    let mut originals = Originals::default();
    let mut tags = folder.names("", Kind::Folder);
    tags.retain(|name| !NO_LANGUAGE.contains(&name.as_str()));
    // The model comes first: the others take their structure from it.
    tags.sort_by_key(|tag| tag != MODEL);
    for tag in tags {
        let language = folder.language(&tag, &mut originals);
        languages.insert(tag, language);
    }
    if languages.is_empty() {
        folder.faults.push(Problem::new(
            "",
            "there is no language in the content folder",
            "Put `en/practices`, `en/pages` and `en/ui` into it.",
        ));
    }
    Library {
        languages,
        tongues: folder.tongues(),
        sources: folder.sources(),
        lines: folder.lines(),
        settings: folder.settings(),
        faults: folder.faults,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineFile {
    #[serde(default)]
    line: Vec<Line>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Folder,
    File(&'static str),
}

struct Folder<'a> {
    root: &'a Path,
    faults: Vec<Problem>,
}

impl Folder<'_> {
    /// Names in a folder, sorted; hidden ones are left out. A missing folder is empty.
    fn names(&mut self, at: &str, kind: Kind) -> Vec<String> {
        let entries = match fs::read_dir(self.root.join(at)) {
            Ok(entries) => entries,
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound || at.is_empty() {
                    self.faults.push(Problem::new(
                        at,
                        format!("the folder cannot be read: {error}"),
                        "Check its name and its permissions.",
                    ));
                }
                return Vec::new();
            }
        };
        let mut names: Vec<String> = entries
            .filter_map(Result::ok)
            .filter(|entry| match kind {
                Kind::Folder => entry.path().is_dir(),
                Kind::File(ending) => entry.path().extension().is_some_and(|e| e == ending),
            })
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    }

    fn text(&mut self, file: &str) -> Option<String> {
        match fs::read_to_string(self.root.join(file)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.faults.push(Problem::new(
                    file,
                    format!("the file cannot be read: {error}"),
                    "It has to be UTF-8 text that can be opened.",
                ));
                None
            }
        }
    }

    fn toml<T: DeserializeOwned>(&mut self, file: &str) -> Option<(T, String)> {
        let text = self.text(file)?;
        match toml::from_str(&text) {
            Ok(read) => Some((read, text)),
            Err(error) => {
                self.faults.push(toml_problem(file, &text, &error));
                None
            }
        }
    }

    fn id_fault(&mut self, file: &str, text: &str, id: &str, name: &str) {
        if id != name {
            self.faults.push(
                Problem::new(
                    file,
                    format!("its id is `{id}`, its file's name `{name}`"),
                    "Make them the same: the name is how everything else refers to it.",
                )
                .at(crate::problem::line_with(text, "id =")),
            );
        }
    }

    fn tongues(&mut self) -> BTreeMap<String, Tongue> {
        let file = "languages.toml";
        if !self.root.join(file).exists() {
            return BTreeMap::new();
        }
        let read = self.toml::<BTreeMap<String, Tongue>>(file);
        read.map(|(tongues, _)| tongues).unwrap_or_default()
    }

    /// The bibliography: every source once, by its key, in as many files as one likes.
    fn sources(&mut self) -> BTreeMap<String, Source> {
        let mut sources = BTreeMap::new();
        for name in self.names("sources", Kind::File("toml")) {
            let file = format!("sources/{name}");
            let Some((read, text)) = self.toml::<BTreeMap<String, Source>>(&file) else {
                continue;
            };
            for (key, source) in read {
                if sources.contains_key(&key) {
                    self.faults.push(
                        Problem::new(
                            &file,
                            format!("the source `{key}` stands in another file already"),
                            "Keep one of them.",
                        )
                        .at(crate::problem::line_with(&text, &format!("[{key}]"))),
                    );
                }
                sources.insert(key, source);
            }
        }
        sources
    }

    fn lines(&mut self) -> BTreeMap<String, Country> {
        let mut countries = BTreeMap::new();
        for name in self.names("lines", Kind::File("toml")) {
            let file = format!("lines/{name}");
            let Some((read, raw)) = self.toml::<LineFile>(&file) else {
                continue;
            };
            let mut lines = read.line;
            // Stable: within a kind the author's order stands.
            lines.sort_by_key(|line| line.kind != LineKind::Emergency);
            let code = stem(&name).to_uppercase();
            countries.insert(code, Country { file, lines, raw });
        }
        countries
    }

    fn settings(&mut self) -> Settings {
        let mut settings = Settings::default();
        for name in self.names("checks", Kind::File("toml")) {
            let language = name
                .strip_prefix("safe-words.")
                .and_then(|rest| rest.strip_suffix(".toml"));
            let Some(language) = language else { continue };
            let file = format!("checks/{name}");
            let Some(text) = self.text(&file) else {
                continue;
            };
            match SafeWords::parse(&file, &text) {
                Ok(words) => {
                    settings.safe_words.insert(language.to_owned(), words);
                }
                Err(problems) => self.faults.extend(problems),
            }
        }
        settings.dynamic_keys = self.word_list("checks/dynamic-keys.txt");
        settings.urge_path = self.word_list("checks/urge-path-keys.txt");
        settings
    }

    /// One entry a line; what follows a `#` is for the reader.
    fn word_list(&mut self, file: &str) -> Vec<String> {
        if !self.root.join(file).exists() {
            return Vec::new();
        }
        let text = self.text(file).unwrap_or_default();
        text.lines()
            .map(|line| line.split('#').next().unwrap_or_default().trim())
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A TOML error in an author's words.
pub(crate) fn toml_problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let message = error
        .message()
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    let mend = if message.contains("unknown field") || message.contains("unknown variant") {
        "Check the spelling against content/README.md; the message lists what is known."
    } else if message.contains("missing field") {
        "Add the field; content/README.md says what belongs into it."
    } else {
        "Check quotation marks, brackets and commas near this line."
    };
    Problem::new(file, message, mend).at(error.span().map(|span| line_of(text, span.start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_faults_are_told_and_the_rest_is_there() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let put = |file: &str, text: &str| {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it has a parent")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        };
        put("en/pages/about.toml", "id = \"about\"\ntitle = \"About\"\n");
        put("en/pages/bad.toml", "id = \"bad\"\ntitel = \"Bad\"\n");
        put("en/pages/moved.toml", "id = \"other\"\ntitle = \"Other\"\n");
        put("en/ui/a.ftl", "x = { $\n");
        put("lines/GB.toml", "[[line]]\nid = \"a\"\n");
        let library = load(folder.path());
        assert_eq!(library.faults.len(), 4, "{:?}", library.faults);
        assert!(library.languages["en"].pages.contains_key("about"));
        let bad = library
            .faults
            .iter()
            .find(|fault| fault.file.ends_with("bad.toml"))
            .expect("it is told");
        assert_eq!(bad.line, Some(2));
    }

    #[test]
    fn an_empty_folder_is_told_in_words() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(load(folder.path()).faults[0].what.contains("no language"));
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The content folder as authors and translators write it, and the packs that the app loads.

use kindhold_care::{Line, Practice};
use kindhold_content::{
    CheckOptions, SafeWords,
    bundle::{Articles, Programme},
    catalogue::{Arg, Catalogue},
    check, load, marks, pack,
    programme::compose,
    search::Index,
};
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fs, path::Path};

/// One file of each kind.
pub const FILES: [&str; 10] = [
    "en/practices/carry-water.toml",
    "en/pages/leaving.toml",
    "en/ui/app.ftl",
    "lines/GB.toml",
    "checks/safe-words.en.toml",
    "en/articles/why-it-hides.toml",
    "en/programme/three-systems.toml",
    "en/search.toml",
    "sources/bibliography.toml",
    "languages.toml",
];

/// The folder of the repository.
pub(crate) fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content"))
}

/// A file of the folder, as English and as a translation of it. The first byte says which. Whatever is wrong is told, and
/// a pack is made or refused.
pub fn content_files(bytes: &[u8]) -> bool {
    let Some((kind, bytes)) = bytes.split_first() else {
        return false;
    };
    let file = FILES[usize::from(*kind) % FILES.len()];
    let place = tempfile::tempdir().expect("a folder");
    let put = |file: &str, bytes: &[u8]| {
        let path = place.path().join(file);
        let folder = path.parent().expect("it has a folder");
        fs::create_dir_all(folder).expect("it can be made");
        fs::write(path, bytes).expect("it can be written");
    };
    if let Some(rest) = file.strip_prefix("en/") {
        put(file, &fs::read(folder().join(file)).unwrap_or_default());
        put(&format!("fr/{rest}"), bytes);
        looked_at(place.path());
    }
    put(file, bytes);
    looked_at(place.path())
}

fn looked_at(folder: &Path) -> bool {
    let library = load(folder);
    let options = CheckOptions {
        today: "2026-11-23".parse().expect("a day"),
        release: true,
        code: Vec::new(),
    };
    let report = check(&library, &options);
    for problem in report.errors.iter().chain(&report.warnings) {
        assert!(!problem.to_string().is_empty());
    }
    let _ = pack(&library, "en");
    library.faults.is_empty()
}

/// The list of words that nobody should meet: it is refused with what is wrong, or looks at any text.
pub fn safe_words(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match SafeWords::parse("checks/safe-words.en.toml", &text) {
        Ok(words) => {
            let found = words.find(&text);
            assert!(found.len() <= words.rules().len());
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            false
        }
    }
}

/// Reads JSON; what was read is written and read as the same.
fn read<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(bytes: &[u8]) -> Option<T> {
    let read: T = serde_json::from_slice(bytes).ok()?;
    let json = serde_json::to_vec(&read).expect("it can be written");
    let again: T = serde_json::from_slice(&json).expect("it can be read again");
    assert_eq!(again, read);
    Some(read)
}

/// A pack that the app has loaded. The first byte says which. It is used as the app uses it.
pub fn packs(bytes: &[u8]) -> bool {
    let Some((kind, bytes)) = bytes.split_first() else {
        return false;
    };
    match kind % 6 {
        0 => read::<Vec<Practice>>(bytes).is_some(),
        1 => read::<BTreeMap<String, Vec<Line>>>(bytes).is_some(),
        2 => read::<Articles>(bytes).is_some_and(|articles| {
            for article in &articles.articles {
                article
                    .texts()
                    .iter()
                    .for_each(|unit| drop(marks::marks(unit.text)));
                assert!(article.minutes() > 0);
            }
            true
        }),
        3 => read::<Programme>(bytes).is_some_and(|programme| {
            let parts = programme.steps.iter().flat_map(|step| &step.parts);
            parts
                .filter_map(|part| part.template.as_deref())
                .for_each(|t| drop(compose(t, str::to_owned)));
            true
        }),
        4 => serde_json::from_slice::<Index>(bytes).is_ok_and(|index| {
            let _ = index.find(&String::from_utf8_lossy(bytes));
            true
        }),
        _ => read::<Catalogue>(bytes).is_some_and(|strings| {
            for key in strings.0.keys() {
                let args = [("n", Arg::from(1)), ("name", Arg::from("x"))];
                let _ = strings.resolve(key, &args, |_| "other");
            }
            true
        }),
    }
}

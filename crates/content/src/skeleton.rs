// SPDX-License-Identifier: Apache-2.0
//! Where a translator begins: every file that a language does not have yet, with the English words in it and
//! nothing else.

use crate::{load::MODEL, merge::skeleton};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Folders of a language whose files are translated.
const FOLDERS: [&str; 7] = [
    "pages",
    "practices",
    "programme",
    "articles",
    "supporters",
    "guide",
    "ui",
];

/// Writes what a language lacks into its folder; answers with the new files. A file that is there is never
/// touched.
///
/// # Errors
/// Whatever the disk says. An original that cannot be read is passed over: the check names it.
pub fn write_skeleton(root: &Path, tag: &str) -> io::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for folder in FOLDERS {
        let from = root.join(MODEL).join(folder);
        let Ok(entries) = fs::read_dir(&from) else {
            continue;
        };
        let mut names: Vec<_> = entries
            .filter_map(Result::ok)
            .map(|e| e.file_name())
            .collect();
        names.sort();
        for name in names {
            let to = root.join(tag).join(folder).join(&name);
            let original = fs::read_to_string(from.join(&name))?;
            let words = if folder == "ui" {
                Some(original)
            } else {
                words_alone(&original)
            };
            if let Some(words) = words.filter(|_| !to.exists()) {
                fs::create_dir_all(root.join(tag).join(folder))?;
                fs::write(&to, words)?;
                written.push(to);
            }
        }
    }
    Ok(written)
}

fn words_alone(original: &str) -> Option<String> {
    let table = original.parse::<toml::Table>().ok()?;
    let words = toml::to_string(&skeleton(&table)).ok()?;
    Some(format!("# SPDX-License-Identifier: CC-BY-4.0\n{words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_nothing_is_touched_twice() {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/en");
        let folder = tempfile::tempdir().expect("a temporary folder");
        for file in [
            "practices/carry-water.toml",
            "programme/three-systems.toml",
            "ui/start.ftl",
        ] {
            let to = folder.path().join("en").join(file);
            fs::create_dir_all(to.parent().expect("a folder")).expect("it can be made");
            fs::copy(shipped.join(file), to).expect("it can be copied");
        }
        let written = write_skeleton(folder.path(), "nl").expect("it can be written");
        assert_eq!(written.len(), 3);
        assert_eq!(
            write_skeleton(folder.path(), "nl").expect("again"),
            Vec::<PathBuf>::new()
        );
        let library = crate::load(folder.path());
        assert_eq!(library.faults, []);
        let dutch = &library.languages["nl"];
        assert_eq!((dutch.practices.len(), dutch.programme.len()), (1, 1));
        assert!(
            dutch.coverage["programme"].percent() < 20,
            "nothing is translated yet"
        );
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The laws, tried on what fuzzing has found and kept.

use kindhold_fuzzed::{LAWS, Law};
use std::{
    fs,
    panic::catch_unwind,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// A corpus holds no more files, and all of them together no more bytes.
const MOST_FILES: usize = 150;
const MOST_BYTES: usize = 4_000_000;
/// One input takes no longer, on a busy machine in a build that is not optimised.
const LONGEST: Duration = Duration::from_secs(10);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What lies in a folder below `fuzz/`, in order; nothing where there is none.
fn kept(kind: &str, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let Ok(folder) = fs::read_dir(root().join("fuzz").join(kind).join(name)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = folder
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("it can be read");
        (path, bytes)
    };
    paths.into_iter().map(read).collect()
}

/// Tries a law. The answer: how many inputs were read, and what broke it or took too long.
#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is what is asked"
)]
fn tried(law: Law, all: &[(PathBuf, Vec<u8>)]) -> (usize, Vec<String>) {
    let (mut read, mut broken) = (0, Vec::new());
    // Whatever a law makes once, it makes now.
    if let Some((_, bytes)) = all.first() {
        let _ = catch_unwind(|| law(bytes));
    }
    for (path, bytes) in all {
        let begun = Instant::now();
        let done = catch_unwind(|| law(bytes));
        let took = begun.elapsed();
        if done.is_err() || took > LONGEST {
            broken.push(format!("{} ({took:?})", path.display()));
        }
        read += usize::from(done.unwrap_or(false));
    }
    (read, broken)
}

#[test]
fn every_kept_input_keeps_its_law_and_each_corpus_holds_some_that_are_read() {
    let mut broken = Vec::new();
    for (name, law) in LAWS {
        let (read, found) = tried(*law, &kept("corpus", name));
        broken.extend(found);
        if read == 0 {
            broken.push(format!("no kept input of {name} is read at all"));
        }
        broken.extend(tried(*law, &kept("regressions", name)).1);
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_and_one_byte_keep_every_law() {
    for (_, law) in LAWS {
        law(&[]);
        for byte in 0..=255 {
            law(&[byte]);
        }
    }
}

#[test]
fn every_law_has_a_target_and_a_line_in_the_document() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("a manifest");
    let document =
        fs::read_to_string(root().join("docs/security/fuzzing.md")).expect("the document");
    for (name, _) in LAWS {
        let target = fs::read_to_string(root().join(format!("fuzz/targets/{name}.rs")));
        let target = target.unwrap_or_else(|_| panic!("{name} has no target"));
        assert!(
            target.contains(&format!("kindhold_fuzzed::{name}(")),
            "{name}"
        );
        assert!(
            manifest.contains(&format!("path = \"targets/{name}.rs\"")),
            "{name}"
        );
        assert!(
            document.contains(&format!("| `{name}` |")),
            "{name} is not in the document"
        );
    }
}

#[test]
fn the_kept_corpora_stay_small() {
    let mut bytes = 0;
    for (name, _) in LAWS {
        let corpus = kept("corpus", name);
        assert!(
            corpus.len() <= MOST_FILES,
            "{name} has {} files",
            corpus.len()
        );
        bytes += corpus.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
}

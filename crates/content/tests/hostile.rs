// SPDX-License-Identifier: Apache-2.0
//! Whatever bytes stand in the content folder or in a pack, reading them never panics.

use kindhold_care::{Line, Practice};
use kindhold_content::{
    CheckOptions, SafeWords,
    bundle::{Articles, Programme},
    catalogue::{Arg, Catalogue},
    check, load, pack,
    programme::compose,
    search::Index,
};
use proptest::{collection::vec, prelude::*, sample::select};
use std::{collections::BTreeMap, fs, path::Path};

/// One file of each kind that the content folder can hold.
const FILES: [&str; 13] = [
    "en/practices/carry-water.toml",
    "en/pages/leaving.toml",
    "en/ui/app.ftl",
    "lines/GB.toml",
    "checks/safe-words.en.toml",
    "checks/dynamic-keys.txt",
    "checks/urge-path-keys.txt",
    "en/practices/lean-like-a-boat.toml",
    "en/articles/why-it-hides.toml",
    "en/programme/three-systems.toml",
    "en/search.toml",
    "sources/bibliography.toml",
    "languages.toml",
];

fn shipped(file: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    fs::read(root.join(file)).expect("the file is there")
}

/// Writes one file into an empty folder and does everything with it that a build does. A file of English is
/// read as a translation, too.
fn read_all(file: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let put = |file: &str, bytes: &[u8]| {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, bytes).expect("it can be written");
    };
    if let Some(rest) = file.strip_prefix("en/") {
        put(file, &shipped(file));
        put(&format!("fr/{rest}"), bytes);
    } else {
        put(file, bytes);
    }
    do_all(folder.path());
    put(file, bytes);
    do_all(folder.path());
}

fn do_all(folder: &Path) {
    let library = load(folder);
    let options = CheckOptions {
        today: "2026-11-23".parse().expect("a date"),
        release: true,
        code: Vec::new(),
    };
    let report = check(&library, &options);
    for problem in report.errors.iter().chain(&report.warnings) {
        assert!(!problem.to_string().is_empty());
    }
    let _ = pack(&library, "en");
}

/// What the app does with a pack that it was handed.
fn open_pack(bytes: &[u8]) {
    let _ = serde_json::from_slice::<Vec<Practice>>(bytes);
    let _ = serde_json::from_slice::<BTreeMap<String, Vec<Line>>>(bytes);
    let _ = serde_json::from_slice::<Articles>(bytes);
    if let Ok(programme) = serde_json::from_slice::<Programme>(bytes) {
        let parts = programme.steps.iter().flat_map(|step| &step.parts);
        for template in parts.filter_map(|part| part.template.as_deref()) {
            let _ = compose(template, str::to_owned);
        }
    }
    if let Ok(index) = serde_json::from_slice::<Index>(bytes) {
        let _ = index.find(&String::from_utf8_lossy(bytes));
    }
    if let Ok(strings) = serde_json::from_slice::<Catalogue>(bytes) {
        for key in strings.0.keys() {
            let args = [("n", Arg::from(1)), ("name", Arg::from("x"))];
            let _ = strings.resolve(key, &args, |_| "other");
        }
    }
}

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = select(vec![
        "id = ",
        "\"",
        "'''",
        "[[steps]]\n",
        "[why]\n",
        "functions = [",
        "]",
        "{",
        "}",
        "{ $n ->",
        "*[other]",
        "[one]",
        "\n    ",
        "- term = ",
        "key = ",
        ".attribute = ",
        "text = \"\"",
        "pace = { kind = \"breath\", first = 255 }",
        "[[line]]\n",
        "by = \"phone\"",
        "\u{0}",
        "…",
        "\u{2028}",
        "99999999999999999999",
        "-1",
        "1979-05-27",
        "[",
        "(",
        "](/en/",
        "**",
        "#",
        "patterns = ['(']",
        "[\"on\"]",
        "{\"var\":\"n\"}",
        "{\"on\":\"n\",\"cases\":{},\"or\":[]}",
        "null",
        ",",
        ":",
    ]);
    vec(piece, 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

/// A file that ships, with a few bytes changed, or cut off.
fn damaged(file: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let whole = shipped(file);
    let places = vec((any::<prop::sample::Index>(), any::<u8>()), 0..8);
    (places, any::<prop::sample::Index>(), any::<bool>()).prop_map(move |(places, end, cut)| {
        let mut bytes = whole.clone();
        for (at, byte) in places {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_in_any_file(file in select(&FILES[..]), bytes in vec(any::<u8>(), 0..400)) {
        read_all(file, &bytes);
        open_pack(&bytes);
    }

    #[test]
    fn pieces_of_every_format_in_any_file(file in select(&FILES[..]), bytes in pieces()) {
        read_all(file, &bytes);
        open_pack(&bytes);
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let _ = SafeWords::parse("a", text);
        }
    }

    #[test]
    fn a_damaged_file(
        (file, bytes) in select(&FILES[..]).prop_flat_map(|f| (Just(f), damaged(f)))
    ) {
        read_all(file, &bytes);
    }

    #[test]
    fn a_damaged_pack(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        let whole = pack(&load(&root), "en").expect("English is there");
        for mut bytes in whole.0.into_values() {
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if cut {
                bytes.truncate(at);
            }
            open_pack(&bytes);
        }
    }
}

#[test]
fn what_is_nested_without_end_is_refused_and_does_not_run_out_of_stack() {
    for (open, close) in [
        ("{", "}"),
        ("[", "]"),
        ("{ $n ->\n *[o] ", "\n }"),
        ("a.", ""),
    ] {
        let deep = format!("key = {}x{}\n", open.repeat(20_000), close.repeat(20_000));
        for file in FILES {
            read_all(file, deep.as_bytes());
        }
        let json = format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        open_pack(json.as_bytes());
    }
    let json = format!(
        "{{\"k\":{}",
        "[{\"on\":\"n\",\"cases\":{},\"or\":".repeat(20_000)
    );
    open_pack(json.as_bytes());
}

// SPDX-License-Identifier: Apache-2.0
//! `docs/first-contribution.md`, followed to the letter in a copy of the content.

mod folder;

use folder::Folder;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A step of the guide: what a fenced block asks for.
enum Step {
    /// A file with this text.
    Write(PathBuf, String),
    /// This text at the end of a file.
    Append(PathBuf, String),
    /// An order for the program.
    Run(Vec<String>),
}

/// The steps of a guide, in its order.
fn steps(guide: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let body: String = lines
            .by_ref()
            .take_while(|line| *line != "```")
            .map(|line| format!("{line}\n"))
            .collect();
        match info.split(' ').collect::<Vec<_>>().as_slice() {
            ["sh"] => steps.extend(body.lines().map(order)),
            ["sh", "not-run"] => {}
            [_, "append", file] => steps.push(Step::Append(file.into(), body)),
            [_, file] => steps.push(Step::Write(file.into(), body)),
            other => unreachable!("a block that the test does not know: {other:?}"),
        }
    }
    steps
}

fn order(line: &str) -> Step {
    let words = line
        .strip_prefix("cargo run -p kindhold -- ")
        .expect("the guide's orders are the program's");
    Step::Run(words.split(' ').map(str::to_owned).collect())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Copies a folder, but for those of these names.
fn copy(from: &Path, to: &Path, without: &[&str]) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the content is there") {
        let entry = entry.expect("it can be listed");
        if without.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target, without);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Follows the guide in a folder; answers with what each order printed.
fn follow(folder: &Folder, steps: &[Step]) -> Vec<(String, bool, String)> {
    let place = folder.path();
    let mut said = Vec::new();
    for step in steps {
        match step {
            Step::Write(file, text) => {
                folder.put(&file.to_string_lossy(), text);
            }
            Step::Append(file, text) => {
                let file = place.join(file);
                let before = fs::read_to_string(&file).expect("the guide's file is there");
                fs::write(file, before + text).expect("written");
            }
            Step::Run(words) => {
                let output = Command::new(env!("CARGO_BIN_EXE_kindhold"))
                    .args(words)
                    .current_dir(place)
                    .output()
                    .expect("the program runs");
                let printed = [output.stdout, output.stderr].concat();
                said.push((
                    words.join(" "),
                    output.status.success(),
                    String::from_utf8_lossy(&printed).into_owned(),
                ));
            }
        }
    }
    said
}

/// A copy of the content but for some languages, and the guide's steps.
fn beginning(name: &str, without: &[&str]) -> (Folder, Vec<Step>) {
    let folder = Folder::new(name);
    copy(
        &root().join("content"),
        &folder.path().join("content"),
        without,
    );
    let guide = fs::read_to_string(root().join("docs/first-contribution.md"));
    (folder, steps(&guide.expect("the guide")))
}

#[test]
fn the_guide_to_a_first_contribution_works_as_it_is_written() {
    let (folder, steps) = beginning("contribution", &[]);
    let said = follow(&folder, &steps);
    assert_eq!(said.len(), 6, "the guide's orders");
    for (order, passed, printed) in &said {
        assert!(passed, "{order}\n{printed}");
    }
    let printed = |at: usize| said[at].2.as_str();
    assert!(
        printed(0).contains("warning: es/practices/keep-a-kettle-company.toml: not translated"),
        "a practice waits for its translations:\n{}",
        printed(0)
    );
    assert!(
        printed(2).contains("nl     pages") && printed(2).contains("nl     practices"),
        "how far the language is:\n{}",
        printed(2)
    );
    assert!(
        !printed(2).contains("nl/pages/library.toml: not translated"),
        "what was translated counts:\n{}",
        printed(2)
    );
    assert!(printed(3).contains("scored by what it calculates itself"));
    assert!(printed(5).contains("terms: CC0-1.0"));

    let library = kindhold_content::load(&folder.path().join("content")).published();
    let has = |tag: &str| {
        let mut all = library.languages[tag].practices.iter();
        all.any(|practice| practice.id.as_str() == "keep-a-kettle-company")
    };
    assert!(has("en"), "the practice is offered");
    assert!(!has("es"), "and nowhere in another language's words");
    assert!(
        !library.languages.contains_key("nl"),
        "a language that is begun is not published"
    );
}

#[test]
fn a_release_has_every_translation() {
    // Two languages do, and are sooner looked at.
    let (folder, mut steps) = beginning("contribution-release", &["de", "fr-CA"]);
    steps.truncate(1);
    let words = ["content", "check", "--release"];
    steps.push(Step::Run(words.map(str::to_owned).into()));
    let said = follow(&folder, &steps);
    assert!(
        said[0]
            .2
            .contains("error: es/practices/keep-a-kettle-company.toml: not translated"),
        "{}",
        said[0].2
    );
}

#[test]
fn a_practice_with_a_mistake_is_told_where_it_is() {
    // Two languages do, and are sooner looked at.
    let (folder, mut steps) = beginning("contribution-mistake", &["de", "fr-CA"]);
    steps.truncate(2);
    let Some(Step::Write(_, text)) = steps.first_mut() else {
        unreachable!("the guide begins with a practice");
    };
    *text = text.replace("minutes = 3", "minutes = 30");
    let said = follow(&folder, &steps);
    assert!(!said[0].1, "{}", said[0].2);
    assert!(
        said[0].2.contains("keep-a-kettle-company.toml"),
        "{}",
        said[0].2
    );
}

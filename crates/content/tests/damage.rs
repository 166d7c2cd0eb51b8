// SPDX-License-Identifier: Apache-2.0
//! The content that ships passes; copied and damaged in one place, the check says what and where.

use kindhold_content::{CheckOptions, Problem, Report, check, load};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const TODAY: &str = "2026-11-23";

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// A copy of the content folder that may be written to.
struct Copy(TempDir);

impl Copy {
    /// All languages.
    fn whole() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy(&shipped(), folder.path());
        Self(folder)
    }

    /// English alone, which is read and checked in a quarter of the time.
    fn new() -> Self {
        Self::of(&[])
    }

    /// English and those languages.
    fn of(tags: &[&str]) -> Self {
        let copy = Self::whole();
        let mut tongues = String::new();
        for tag in ["en", "fr-CA", "es", "de"] {
            if tag == "en" || tags.contains(&tag) {
                tongues += &format!("[{tag}]\nname = \"{tag}\"\n");
                continue;
            }
            fs::remove_dir_all(copy.path(tag)).expect("it can be removed");
            let words = copy.path(&format!("checks/safe-words.{tag}.toml"));
            fs::remove_file(words).expect("it can be removed");
        }
        fs::write(copy.path("languages.toml"), tongues).expect("it can be written");
        copy
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).expect("the file is there");
        assert!(text.contains(from), "{file} does not have `{from}`");
        fs::write(self.path(file), text.replacen(from, to, 1)).expect("it can be written");
    }

    fn report(&self, release: bool) -> Report {
        let crates = shipped().join("../crates");
        let options = CheckOptions {
            today: TODAY.parse().expect("a date"),
            release,
            code: ["app/src", "app/web", "pages/src"]
                .map(|folder| crates.join(folder))
                .into(),
        };
        check(&load(self.0.path()), &options)
    }

    /// The errors that this damage brings.
    fn errors(&self) -> Vec<Problem> {
        self.report(false).errors
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&target).expect("it can be made");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}

/// There is one error at least, and each stands in this file and says these words.
fn only(errors: &[Problem], file: &str, words: &str) {
    assert!(!errors.is_empty(), "nothing is said about {file}");
    for error in errors {
        let fits = error.file == file && error.what.contains(words);
        assert!(fits, "{error}");
    }
}

#[test]
fn what_ships_passes() {
    let report = Copy::whole().report(false);
    assert!(report.passes(), "{:#?}", report.errors);
    for said in [
        "en/articles/why-it-hides.toml",
        "fr-CA/programme/three-systems.toml",
    ] {
        assert!(report.ages.contains(said), "the reading age of {said}");
    }
    for said in [
        "es     articles    100 %",
        "de     articles      0 %",
        "not promised",
    ] {
        assert!(report.translated.contains(said), "{}", report.translated);
    }
}

#[test]
fn a_hard_text_on_the_path_of_an_urge_is_refused() {
    let copy = Copy::new();
    let file = "en/practices/carry-water.toml";
    copy.change(
        file,
        "Pour it out slowly, and see where it goes.",
        "Physiological dysregulation considerably exacerbates interpersonal difficulties, \
         particularly whenever environmental circumstances remain unpredictable, while \
         deliberate sensorimotor orientation facilitates comprehensive emotional integration.",
    );
    only(&copy.errors(), file, "years old to read");
}

#[test]
fn an_unsafe_word_is_named_with_its_line() {
    let copy = Copy::new();
    let file = "en/practices/carry-water.toml";
    copy.change(
        file,
        "Pour it out slowly",
        "Well done, no relapse! Pour it out slowly",
    );
    let errors = copy.errors();
    only(&errors, file, "is not said here");
    assert!(errors.iter().all(|error| error.line.is_some()));
}

#[test]
fn an_unsafe_word_in_a_string_or_on_a_page_is_refused() {
    let copy = Copy::new();
    copy.change(
        "en/ui/app.ftl",
        "home-title = What do you need?",
        "home-title = 12 days clean!",
    );
    only(&copy.errors(), "en/ui/app.ftl", "is not said here");
    let copy = Copy::new();
    copy.change(
        "en/pages/leaving.toml",
        "text = \"",
        "text = \"You failed again. ",
    );
    only(&copy.errors(), "en/pages/leaving.toml", "is not said here");
}

#[test]
fn a_function_with_too_few_practices_is_named() {
    let copy = Copy::new();
    for gone in ["near-people", "the-next-hour"] {
        let file = format!("en/practices/{gone}.toml");
        fs::remove_file(copy.path(&file)).expect("it can be removed");
    }
    let errors = copy.errors();
    let says = |words: &str| errors.iter().any(|e| e.what.contains(words));
    assert!(says("function hold-off has 4 of 5"));
    assert!(
        says("there is no practice `near-people`"),
        "texts lead to it"
    );
}

#[test]
fn a_practice_without_a_source_or_with_a_long_reason_is_refused() {
    let copy = Copy::new();
    let file = "en/practices/fingers-go-first.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the file is there");
    let (before, _) = text.split_once("[[sources]]").expect("it has sources");
    fs::write(copy.path(file), format!("{before}\n")).expect("it can be written");
    assert!(!copy.errors().is_empty());
    let copy = Copy::new();
    copy.change(
        file,
        "They can go first.",
        "They can go first, and then you can see how far it goes.",
    );
    only(&copy.errors(), file, "at most 90 fit");
}

#[test]
fn a_line_checked_too_long_ago_keeps_a_release_back() {
    let copy = Copy::new();
    let file = "lines/GB.toml";
    let text = fs::read_to_string(copy.path(file)).expect("the file is there");
    let old = text.replacen("checked_by = \"none\"", "checked_by = \"Ada\"", 1);
    let at = old.find("checked_by = \"Ada\"").expect("it was changed");
    let head = &old[..at];
    let on = head
        .rfind("checked_on = \"")
        .expect("the day stands before");
    let end = on + old[on..].find('\n').expect("the line ends");
    let old = format!("{}checked_on = \"2026-05-26\"{}", &old[..on], &old[end..]);
    fs::write(copy.path(file), old).expect("it can be written");
    assert!(copy.report(false).passes());
    only(&copy.report(true).errors, file, "too long ago");
}

#[test]
fn a_new_country_asks_for_its_name() {
    let copy = Copy::new();
    fs::copy(copy.path("lines/GB.toml"), copy.path("lines/IS.toml")).expect("it can be copied");
    only(&copy.errors(), "en/ui", "`country-IS` is missing");
}

#[test]
fn a_string_that_the_code_uses_cannot_be_taken_out() {
    let copy = Copy::new();
    copy.change("en/ui/app.ftl", "home-title = ", "home-headline = ");
    let report = copy.report(false);
    let missing = report
        .errors
        .iter()
        .any(|e| e.what.contains("the string `home-title`"));
    let unused = report
        .warnings
        .iter()
        .any(|w| w.what == "nothing uses `home-headline`");
    assert!(missing && unused, "{:#?}", report.errors);
    let copy = Copy::new();
    copy.change("en/ui/app.ftl", "trouble-full = ", "trouble-fuller = ");
    let errors = copy.errors();
    assert!(errors.iter().any(|e| e.what.contains("`trouble-full`")));
}

#[test]
fn a_translation_holds_words_alone_and_all_of_them() {
    let file = "es/practices/carry-water.toml";
    let copy = Copy::of(&["es"]);
    copy.change(file, "[why]", "minutes = 5\n[why]");
    only(&copy.errors(), file, "`minutes` is not words");
    let copy = Copy::of(&["es"]);
    let text = fs::read_to_string(copy.path(file)).expect("the file is there");
    let (before, _) = text.rsplit_once("[[steps]]").expect("it has steps");
    fs::write(copy.path(file), before).expect("it can be written");
    let errors = copy.errors();
    assert!(
        errors
            .iter()
            .any(|e| e.what.contains("the English original")),
        "{errors:#?}"
    );
}

#[test]
fn an_article_and_a_practice_may_wait_for_their_translation_until_a_release() {
    let files = [
        "es/articles/why-it-hides.toml",
        "es/practices/carry-water.toml",
    ];
    let copy = Copy::of(&["es"]);
    for file in files {
        fs::remove_file(copy.path(file)).expect("it can be removed");
    }
    let report = copy.report(false);
    let named = |problems: &[Problem], file| {
        problems
            .iter()
            .any(|p| p.file == file && p.what == "not translated")
    };
    for file in files {
        assert!(named(&report.warnings, file), "{:#?}", report.warnings);
        assert!(!named(&report.errors, file));
        assert!(named(&copy.report(true).errors, file));
    }
    let copy = Copy::of(&["es"]);
    fs::remove_file(copy.path("es/pages/right-now.toml")).expect("it can be removed");
    only(&copy.errors(), "es/pages/right-now.toml", "not translated");
}

#[test]
fn what_a_language_does_not_promise_may_be_missing() {
    let copy = Copy::of(&["es"]);
    fs::remove_dir_all(copy.path("es/articles")).expect("it can be removed");
    fs::write(
        copy.path("languages.toml"),
        "[en]\nname = \"English\"\n[es]\nname = \"Español\"\nscope = \"help\"\n",
    )
    .expect("it can be written");
    let report = copy.report(false);
    assert!(report.passes(), "{:#?}", report.errors);
}

#[test]
fn an_article_names_what_is_there() {
    let file = "en/articles/why-it-hides.toml";
    for (from, to, words) in [
        (
            "\"whitlock-2006\"",
            "\"whitlock-1806\"",
            "is not in content/sources",
        ),
        ("\"near-people\"", "\"far-people\"", "there is no practice"),
        (
            "\"telling-someone\"",
            "\"why-it-hides\"",
            "not another of this collection",
        ),
        (
            "/en/library/who-gets-told/",
            "/en/library/who-knows/",
            "leads nowhere",
        ),
        ("shelf = \"understanding\"\n", "", "stand on a shelf"),
        ("2026-11-25", "2026-13-25", "is not a day"),
        (
            "reviewed_by = []",
            "reviewed_by = [\"Ada\"]",
            "belong together",
        ),
    ] {
        let copy = Copy::new();
        copy.change(file, from, to);
        only(&copy.errors(), file, words);
    }
}

#[test]
fn a_step_keeps_to_what_the_app_can_draw() {
    let file = "en/programme/three-systems.toml";
    for (from, to, words) in [
        ("minutes = 5", "minutes = 6", "1 to 5 are allowed"),
        (
            "layout = \"three-systems\"\n",
            "",
            "has a layout and fields",
        ),
        (
            "id = \"drive-size\"",
            "id = \"drive-scale\"",
            "needs `drive`",
        ),
        (
            "from = \"last-urge.drive\"",
            "from = \"last-urge.dive\"",
            "is not there",
        ),
        ("high = \"plenty\"\n", "", "a size has `low` and `high`"),
        ("number = 1", "number = 12", "its place 1"),
    ] {
        let copy = Copy::new();
        copy.change(file, from, to);
        let errors = copy.errors();
        let said = errors.iter().any(|e| e.what.contains(words));
        assert!(said, "{from}: {errors:#?}");
    }
}

#[test]
fn an_exception_names_a_rule_and_the_search_something_that_is_there() {
    let copy = Copy::new();
    let file = "en/articles/scars-and-questions.toml";
    copy.change(file, "rule = \"wound\"", "rule = \"wounds\"");
    let errors = copy.errors();
    assert!(
        errors
            .iter()
            .any(|e| e.what.contains("there is no rule `wounds`"))
    );
    assert!(errors.iter().any(|e| e.what.contains("is not said here")));
    let copy = Copy::new();
    copy.change("en/search.toml", "\"for-teachers\"", "\"for-aliens\"");
    only(
        &copy.errors(),
        "en/search.toml",
        "there is no text `for-aliens`",
    );
}

// SPDX-License-Identifier: Apache-2.0
//! The limits of an article's schema: the library, the supporters' track, the counsellor's guide.

use super::{Report, blocks, blocks::Fault, severity_in};
use crate::{Article, Collection, Language, Library, Problem, Shelf, article::Allow};
use jiff::civil::Date;
use kindhold_care::PracticeId;
use std::collections::BTreeSet;

/// How many there have to be for the library to be worth the name, and how many steps and pages.
const fn least(collection: Collection) -> usize {
    match collection {
        Collection::Library => 24,
        Collection::Supporters => 6,
        Collection::Guide => 10,
    }
}

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    finder(library, tag, language, report);
    for collection in Collection::ALL {
        let articles = language.collection(collection);
        let folder = collection.folder();
        if !articles.is_empty() && articles.len() < least(collection) {
            report.error(Problem::new(
                format!("{tag}/{folder}"),
                format!(
                    "too few to be whole: {} of {}",
                    articles.len(),
                    least(collection)
                ),
                "Write what is missing; content/README.md has the schema.",
            ));
        }
        let mut places = BTreeSet::new();
        for article in articles {
            let file = format!("{tag}/{folder}/{}.toml", article.id);
            let mut faults = Vec::new();
            faults_of(library, tag, language, collection, article, &mut faults);
            if !places.insert(article.place()) {
                faults.push((
                    "number =".into(),
                    format!("another one has the number {}", article.number),
                    "Give each its own.",
                ));
            }
            report.faults(language, &file, faults);
        }
    }
}

/// What the search leads to has to be there, and a language with texts knows the words of an emergency.
fn finder(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    let file = format!("{tag}/search.toml");
    let all: Vec<&Article> = language.articles.values().flatten().collect();
    let ids = language.finder.alias.values().flatten();
    let gone = ids.filter(|id| !all.iter().any(|article| article.id == **id));
    let faults = gone
        .map(|id| {
            (
                id.clone(),
                format!("there is no text `{id}`"),
                "Name the id of an article, of a step for supporters or of a page of the guide.",
            )
        })
        .collect();
    report.faults(language, &file, faults);
    if !all.is_empty() && language.finder.urgent.is_empty() {
        report.add(
            severity_in(library, tag),
            Problem::new(
                file,
                "the search does not know when the way to a person comes first",
                "List beginnings of words under `urgent`; the English file shows how.",
            ),
        );
    }
}

fn faults_of(
    library: &Library,
    tag: &str,
    language: &Language,
    collection: Collection,
    article: &Article,
    faults: &mut Vec<Fault>,
) {
    blocks::title(&article.title, faults);
    let anchors = blocks::anchors(&article.sections, faults);
    blocks::blocks(article.all_blocks(), faults);
    let links = blocks::links(article.all_blocks(), &article.texts());
    blocks::nowhere(library, tag, language, &anchors, links, faults);
    if article.shelf.is_some() != (collection == Collection::Library) {
        let shelves = Shelf::ALL.map(Shelf::key).join(", ");
        faults.push((
            "shelf =".into(),
            format!("articles of the library stand on a shelf, others do not ({shelves})"),
            "Add `shelf`, or take it out.",
        ));
    }
    days(
        &article.updated,
        article.reviewed_on.as_deref(),
        &article.reviewed_by,
        faults,
    );
    practices(language, &article.practices, faults);
    for see in &article.see {
        if see == &article.id || !language.collection(collection).iter().any(|a| a.id == *see) {
            faults.push((
                see.clone(),
                format!("`see` names `{see}`, which is not another of this collection"),
                "Name one that is there.",
            ));
        }
    }
    sources(library, &article.sources, faults);
    allowed(library, tag, &article.allow, faults);
}

/// Days are days, and nobody has reviewed anything on no day.
pub(super) fn days(
    updated: &str,
    reviewed_on: Option<&str>,
    reviewed_by: &[String],
    faults: &mut Vec<Fault>,
) {
    for day in [Some(updated), reviewed_on].into_iter().flatten() {
        if day.parse::<Date>().is_err() {
            faults.push((
                day.to_owned(),
                format!("`{day}` is not a day"),
                "Write it as 2026-11-25.",
            ));
        }
    }
    if reviewed_on.is_some() == reviewed_by.is_empty() {
        faults.push((
            "reviewed".into(),
            "`reviewed_on` and `reviewed_by` belong together".into(),
            "Name who has reviewed it and on which day, or neither.",
        ));
    }
}

/// Practices that exist.
pub(super) fn practices(language: &Language, ids: &[PracticeId], faults: &mut Vec<Fault>) {
    for id in ids {
        if !language.practices.iter().any(|p| p.id == *id) {
            faults.push((
                id.as_str().to_owned(),
                format!("there is no practice `{}`", id.as_str()),
                "Name one of the folder `practices`.",
            ));
        }
    }
}

/// Sources that stand in the bibliography; at least one.
pub(super) fn sources(library: &Library, keys: &[String], faults: &mut Vec<Fault>) {
    if keys.is_empty() {
        faults.push((
            "id =".into(),
            "it names no source".into(),
            "Add `sources` with keys of content/sources.",
        ));
    }
    for key in keys {
        if !library.sources.contains_key(key) {
            faults.push((
                key.clone(),
                format!("the source `{key}` is not in content/sources"),
                "Add it to a file there, with `cite`, `doi` where there is one, and `checked`.",
            ));
        }
    }
}

/// Exceptions from the safe words: from a rule that exists, with a reason.
pub(super) fn allowed(library: &Library, tag: &str, allow: &[Allow], faults: &mut Vec<Fault>) {
    let Some(words) = library.settings.safe_words.get(tag) else {
        return;
    };
    for Allow { rule, because, .. } in allow {
        if !words.rules().iter().any(|known| known.id == *rule) {
            faults.push((
                rule.clone(),
                format!("there is no rule `{rule}` to make an exception from"),
                "Name a rule of checks/safe-words.",
            ));
        }
        if because.trim().is_empty() {
            faults.push((
                rule.clone(),
                "an exception gives no reason".into(),
                "Say why this text needs the words.",
            ));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The limits of a step of the programme.

use super::{Report, articles, blocks, blocks::Fault};
use crate::{
    Language, Library, Problem, Step,
    programme::{FROM, Field, FieldKind, Layout, Part, PartKind},
};
use std::collections::BTreeSet;

pub(super) fn check(library: &Library, tag: &str, language: &Language, report: &mut Report) {
    for (at, step) in language.programme.iter().enumerate() {
        let file = format!("{tag}/programme/{}.toml", step.id);
        let mut faults = Vec::new();
        if usize::from(step.number) != at {
            faults.push((
                "number =".into(),
                format!("the number is {}, its place {at}", step.number),
                "Number the steps from 0, each once.",
            ));
        }
        faults_of(library, tag, language, step, &mut faults);
        report.faults(language, &file, faults);
    }
    if language.programme.is_empty() && language.pages.contains_key("right-now") {
        report.warning(Problem::new(
            format!("{tag}/programme"),
            "there is no programme",
            "content/README.md has the schema of a step.",
        ));
    }
}

fn faults_of(
    library: &Library,
    tag: &str,
    language: &Language,
    step: &Step,
    faults: &mut Vec<Fault>,
) {
    blocks::title(&step.title, faults);
    articles::days(
        &step.updated,
        step.reviewed_on.as_deref(),
        &step.reviewed_by,
        faults,
    );
    articles::sources(library, &step.sources, faults);
    articles::allowed(library, tag, &step.allow, faults);
    let all = step.parts.iter().flat_map(|part| &part.blocks);
    let links = blocks::links(all.clone(), &step.texts());
    blocks::blocks(all, faults);
    blocks::nowhere(library, tag, language, &BTreeSet::new(), links, faults);
    let mut names = BTreeSet::new();
    for part in &step.parts {
        if !names.insert(part.id.as_str()) || !is_name(&part.id) {
            faults.push((
                part.id.clone(),
                format!("`{}` is not a name, or two parts have it", part.id),
                "Use lower-case letters, digits and hyphens, each name once.",
            ));
        }
        part_faults(language, part, faults);
    }
    for kind in [PartKind::Read, PartKind::Try, PartKind::Keep] {
        if !step.parts.iter().any(|part| part.kind == kind) {
            faults.push((
                "id =".into(),
                format!("it has nothing of the kind `{}`", kind.key()),
                "A step has something to read, something to try and something to keep.",
            ));
        }
    }
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(fits)
}

fn part_faults(language: &Language, part: &Part, faults: &mut Vec<Fault>) {
    blocks::title(&part.title, faults);
    articles::practices(language, &part.practices, faults);
    let mut wrong = |what: String, mend| faults.push((part.id.clone(), what, mend));
    if !(1..=5).contains(&part.minutes) {
        wrong(
            format!(
                "`{}` takes {} minutes; 1 to 5 are allowed",
                part.id, part.minutes
            ),
            "Make two parts of it.",
        );
    }
    let keeps = part.kind == PartKind::Keep;
    if keeps != part.layout.is_some() || keeps == part.fields.is_empty() {
        wrong(
            format!(
                "`{}`: a part of the kind `keep` has a layout and fields, others have neither",
                part.id
            ),
            "Add them, or change the kind.",
        );
    }
    if !keeps && part.blocks.is_empty() && part.practices.is_empty() {
        wrong(format!("`{}` says nothing", part.id), "Write it.");
    }
    if (part.layout == Some(Layout::Message)) != part.template.is_some() {
        wrong(
            format!(
                "`{}`: the layout `message` has a template, others have none",
                part.id
            ),
            "Add it, or take it out.",
        );
    }
    for name in part
        .template
        .as_deref()
        .map(placeables)
        .into_iter()
        .flatten()
    {
        if part.field(name).is_none() {
            wrong(
                format!("the template names `{{{name}}}`, which is no field"),
                "Name a field of the part.",
            );
        }
    }
    if part.layout == Some(Layout::ThreeSystems) {
        for id in ["threat", "drive", "soothing"] {
            let size = part.field(&format!("{id}-size"));
            if part.field(id).is_none() || size.is_none_or(|f| f.kind != FieldKind::Size) {
                wrong(
                    format!("the picture of three systems needs `{id}` and `{id}-size`"),
                    "Add the fields.",
                );
            }
        }
    }
    let mut names = BTreeSet::new();
    for field in &part.fields {
        if !names.insert(field.id.as_str()) || !is_name(&field.id) {
            wrong(
                format!("`{}` is not a name, or two fields have it", field.id),
                "Use lower-case letters, digits and hyphens, each name once.",
            );
        }
        if let Some(what) = field_fault(language, field) {
            wrong(what, "content/README.md has the schema of a field.");
        }
    }
}

/// The names in braces.
fn placeables(template: &str) -> Vec<&str> {
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

fn field_fault(language: &Language, field: &Field) -> Option<String> {
    let id = &field.id;
    if field.label.trim().is_empty() {
        return Some(format!("`{id}` has no label"));
    }
    if (field.kind == FieldKind::Choice) == field.options.is_empty() {
        return Some(format!(
            "`{id}`: a choice has options, other fields have none"
        ));
    }
    let is_size = field.kind == FieldKind::Size;
    if field.low.is_some() != is_size || field.high.is_some() != is_size {
        return Some(format!(
            "`{id}`: a size has `low` and `high`, others do not"
        ));
    }
    let from = field.from.as_deref()?;
    let known = FROM.contains(&from) || {
        let mut names = from.split('.');
        let (step, part, other) = (names.next()?, names.next()?, names.next());
        let step = language.programme.iter().find(|s| s.id == step);
        let part = step.and_then(|s| s.part(part));
        other
            .and_then(|id| part.and_then(|p| p.field(id)))
            .is_some()
    };
    (!known).then(|| format!("`{id}` is filled in from `{from}`, which is not there"))
}

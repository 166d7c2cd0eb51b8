// SPDX-License-Identifier: Apache-2.0
//! What a form may be filled in with: from the person's own last urge, their plan, their own words, and
//! other things they kept. A guess each time, and theirs to change.

use crate::{
    book::Book,
    content,
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{Episode, Helped, MomentKind, WordKind};

/// What stands at `from`, line by line; nothing where there is nothing.
pub(super) fn lines(book: &Book, from: &str) -> Vec<String> {
    match from {
        "friend-words" => {
            let words = book.own_words(WordKind::Friend).into_iter();
            words.map(|(_, text)| text).collect()
        }
        "plan.alone" => plan(book, |plan| plan.alone.clone()),
        "plan.signs" => plan(book, |plan| plan.signs.clone()),
        "plan.people" => plan(book, |plan| {
            let people = plan.people.iter().map(|person| person.name.clone());
            people.collect()
        }),
        _ => match from.strip_prefix("last-urge.") {
            Some(what) => last_urge(book).map_or_else(Vec::new, |urge| of_urge(urge, what)),
            None => of_other(book, from),
        },
    }
}

fn plan(book: &Book, part: impl Fn(&kindhold_care::Plan) -> Vec<String>) -> Vec<String> {
    let lines = book.plan().map_or_else(Vec::new, |(_, plan)| part(plan));
    let said = lines.into_iter().filter(|line| !line.trim().is_empty());
    said.collect()
}

/// The last urge that says something about itself.
pub(super) fn last_urge(book: &Book) -> Option<&Episode> {
    let mut urges = book.episodes();
    urges.retain(|e| {
        let said = e.moment.strength.is_some() || !e.moment.functions.is_empty();
        e.moment.kind != MomentKind::CheckIn && said
    });
    urges.pop()
}

fn of_urge(urge: &Episode, what: &str) -> Vec<String> {
    let moment = &urge.moment;
    match what {
        "threat" => {
            let feelings = moment.feelings.iter();
            let feelings = feelings.map(|f| t(&format!("feeling-{}", f.key())));
            let mut lines: Vec<String> = feelings.collect();
            lines.insert(0, clock::day_and_time(moment.at));
            vec![lines.join(" · ")]
        }
        "drive" => {
            let functions = moment.functions.iter();
            functions
                .map(|f| t(&format!("function-{}", f.key())))
                .collect()
        }
        "strength" => moment
            .strength
            .map(|strength| strength.get().to_string())
            .into_iter()
            .collect(),
        "soothing" => {
            let helped = urge
                .attempts
                .iter()
                .filter(|a| matches!(a.helped, Some(Helped::Bit | Helped::Lot)));
            let titles = helped.filter_map(|a| content::practice(&a.practice));
            let mut lines: Vec<String> = titles.map(|p| p.title.clone()).collect();
            lines.dedup();
            if urge.with_someone {
                lines.push(t("prefill-with-someone"));
            }
            lines
        }
        _ => Vec::new(),
    }
}

/// A field that was answered elsewhere in the programme: `step.part.field`.
fn of_other(book: &Book, from: &str) -> Vec<String> {
    let mut names = from.splitn(3, '.');
    let (Some(step), Some(part), Some(field)) = (names.next(), names.next(), names.next()) else {
        return Vec::new();
    };
    let newest = book.keepsakes(step, Some(part)).into_iter().next();
    newest.map_or_else(Vec::new, |(_, kept)| kept.lines(field).to_vec())
}

/// Where the words of a form come from, in a sentence; `None` when they are not from an urge.
pub(super) fn said_of_urge(book: &Book) -> Option<String> {
    let urge = last_urge(book)?;
    let day = clock::day(urge.moment.at);
    Some(t_with("prefill-urge", &[("day", day.into())]))
}

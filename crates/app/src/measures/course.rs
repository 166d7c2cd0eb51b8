// SPDX-License-Identifier: Apache-2.0
//! How answers went over time: a line for each scale, with how far each dot could be off, and what was tried below it.
//! Nothing is coloured by how much it is.

mod chart;

use super::{
    change::{self, Told},
    shelf,
};
use crate::{
    book::Book,
    nav::Thing,
    platform::clock,
    together::long,
    words::{t, t_with},
};
use kindhold_care::{Answer, Response, When};
use kindhold_measure::{Instrument, Scale, Scored};
use leptos::prelude::*;
use std::collections::BTreeMap;

pub(super) use chart::Chart;

/// How many responses are shown before "show more".
const AT_FIRST: usize = 6;

/// One scale over time.
#[derive(Clone)]
pub(super) struct Course {
    /// Which questionnaire.
    pub(super) instrument: &'static Instrument,
    /// Which of its scales.
    pub(super) scale: Scale,
    /// When, and what; no number where too much was skipped. Oldest first.
    pub(super) points: Vec<(When, Option<Scored>)>,
}

impl Course {
    /// What it is called on the screen.
    pub(super) fn name(&self) -> String {
        scale_name(self.instrument, &self.scale)
    }

    /// The newest two that have a number, the older one first.
    pub(super) fn newest_two(&self) -> Option<((When, f64), (When, f64))> {
        let mut with = self.scored().rev();
        let (now, before) = (with.next()?, with.next()?);
        Some((before, now))
    }

    /// Those that have a number.
    pub(super) fn scored(&self) -> impl DoubleEndedIterator<Item = (When, f64)> + '_ {
        let points = self.points.iter();
        points.filter_map(|(at, scored)| Some((*at, scored.as_ref()?.value)))
    }
}

/// A scale's name: in the language of the screen where it is our own, else as its key or its file says.
pub(super) fn scale_name(instrument: &Instrument, scale: &Scale) -> String {
    if instrument.key == Some("weekly-check") {
        let id = scale.id.rsplit('.').next().unwrap_or_default();
        return t(&format!("scale-weekly-{id}"));
    }
    scale.name.clone()
}

/// Every scale of everything that was answered to the end, those of one questionnaire side by side.
pub(super) fn courses(book: &Book) -> Vec<Course> {
    let mut all: BTreeMap<(String, String), Course> = BTreeMap::new();
    let mut order = Vec::new();
    for (_, response) in book.responses() {
        let Some(instrument) = shelf::for_response(book, &response) else {
            continue;
        };
        if !response.ended {
            continue;
        }
        for score in instrument.scores(&response.answers) {
            let key = (response.url.clone(), score.scale.id.to_string());
            let course = all.entry(key.clone()).or_insert_with(|| {
                order.push(key);
                Course {
                    instrument,
                    scale: score.scale,
                    points: Vec::new(),
                }
            });
            course.points.push((response.at, score.result.ok()));
        }
    }
    order.iter().filter_map(|key| all.remove(key)).collect()
}

/// The days on which something was tried, in days since 1970-01-01.
pub(super) fn practised(book: &Book) -> Vec<i64> {
    let episodes = book.episodes();
    let tried = episodes.iter().filter(|e| !e.attempts.is_empty());
    let mut days: Vec<i64> = tried.map(|e| e.moment.at.local_day()).collect();
    days.dedup();
    days
}

/// A line for each scale that has a number.
#[component]
pub(crate) fn Courses(
    /// What was answered.
    #[prop(into)]
    book: Signal<Book>,
) -> impl IntoView {
    move || {
        let (all, days) = book.with(|b| (courses(b), practised(b)));
        let with = all.into_iter().filter(|c| c.scored().next().is_some());
        with.map(|course| view! { <Chart course=course practised=days.clone() /> })
            .collect_view()
    }
}

/// What was answered, time by time, newest first.
#[component]
pub(crate) fn Answered(
    /// What was answered.
    #[prop(into)]
    book: Signal<Book>,
) -> impl IntoView {
    move || {
        let all = book.with(|b| {
            let with = b.responses().into_iter().filter_map(|(_, response)| {
                let instrument = shelf::for_response(b, &response)?;
                Some((instrument, response))
            });
            let mut all: Vec<_> = with.collect();
            all.reverse();
            all
        });
        (!all.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t("picture-answers")}</h2>
                    {long(all, AT_FIRST, |(instrument, response)| one(instrument, &response))}
                </section>
            }
        })
    }
}

/// A time's lines: what was asked and what was said.
pub(super) fn lines(instrument: &'static Instrument, response: &Response) -> Vec<(String, String)> {
    let asked = instrument.items.iter().filter(|item| item.asks());
    let said = |link_id: &str| {
        let given = response.answers.get(link_id).into_iter().flatten();
        let words: Vec<_> = given.map(said).collect();
        if words.is_empty() {
            t("picture-not-answered")
        } else {
            words.join(", ")
        }
    };
    asked
        .map(|item| (item.text.clone(), said(&item.link_id)))
        .collect()
}

fn one(instrument: &'static Instrument, response: &Response) -> AnyView {
    let rows = lines(instrument, response)
        .into_iter()
        .map(|(asked, said)| {
            view! { <dt class="small soft">{asked}</dt><dd>{said}</dd> }
        });
    view! {
        <details class="card">
            <summary>{instrument.title.as_str()} " · " {clock::day_and_time(response.at)}</summary>
            <dl>{rows.collect_view()}</dl>
            <super::home::Terms instrument=instrument />
        </details>
    }
    .into_any()
}

/// An answer in words.
fn said(answer: &Answer) -> String {
    use kindhold_care::AnswerKind as K;
    match answer.kind {
        K::Coding if !answer.display.is_empty() => answer.display.clone(),
        K::Boolean if answer.value == "true" => t("answering-yes"),
        K::Boolean => t("answering-no"),
        _ => answer.value.clone(),
    }
}

/// For a counsellor: scales that went the harder way by more than measuring itself varies, as questions.
pub(crate) fn question_of(book: &Book) -> Vec<(String, String)> {
    let all = courses(book).into_iter();
    all.filter_map(|course| {
        let told = change::newest(&course)?;
        let Told::Worse { source } = &told.what else {
            return None;
        };
        let args = [
            ("name", course.name().into()),
            ("before", number(told.before.1).into()),
            ("now", number(told.now.1).into()),
            ("day", clock::day(told.now.0).into()),
            ("source", source.clone().into()),
        ];
        Some((
            t_with("question-measure", &args),
            t("question-measure-might"),
        ))
    })
    .collect()
}

/// The newest number of each scale in so many days, a line each.
pub(crate) fn newest_lines(book: &Book, days: i64) -> Vec<String> {
    let today = clock::now().local_day();
    let all = courses(book).into_iter();
    all.filter_map(|course| {
        let (at, value) = course.scored().next_back()?;
        (0..days).contains(&(today - at.local_day())).then(|| {
            let line = score_line(&course.name(), value, &course.scale);
            format!("{} · {line}", clock::short_day(at))
        })
    })
    .collect()
}

/// A number with its name and the ends of its scale.
pub(super) fn score_line(name: &str, value: f64, scale: &Scale) -> String {
    let args = [
        ("name", name.into()),
        ("value", number(value).into()),
        ("least", number(scale.least).into()),
        ("most", number(scale.most).into()),
    ];
    t_with("done-score", &args)
}

/// A number as it is said: whole where it is whole, else with at most two digits after the point.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An end of an error band as it is said: no more exact than the scale itself is told.
pub(super) fn about(value: f64, scale: &Scale) -> String {
    let step = if scale.most - scale.least > 8.0 {
        1.0
    } else {
        10.0
    };
    number((value * step).round() / step)
}

/// The thing of a response, newest of a questionnaire.
pub(super) fn response_of(book: &Book, thing: &Thing) -> Option<Response> {
    match book.get(thing) {
        Some(kindhold_care::Entry::Response(response)) => Some(response.clone()),
        _ => None,
    }
}

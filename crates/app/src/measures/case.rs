// SPDX-License-Identifier: Apache-2.0
//! Before and after something new: marked days, and what may be said of the times on both sides.

use super::course::{Course, courses};
use crate::{
    app::app,
    book::Book,
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{Entry, Phase, When};
use kindhold_measure::{
    case::{Comparison, LEAST, Reading, compare, stretches},
    change::Direction,
};
use leptos::prelude::*;

/// Marking a day, and comparing what lies before and after it.
#[component]
pub(super) fn Case(
    /// What is kept.
    #[prop(into)]
    book: Signal<Book>,
    /// Whose marks: one's own (empty), or those a counsellor has for somebody.
    about: String,
) -> impl IntoView {
    let app = app();
    let about = StoredValue::new(about);
    let (day, what) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let said = RwSignal::new(String::new());
    let marks = move || about.with_value(|about| app.book.with(|b| b.phases(about)));
    let add = move |_| {
        let Some(at) = day.with_untracked(|d| clock::from_iso_day(d)) else {
            said.set(t("case-bad-day"));
            return;
        };
        let phase = Phase {
            at,
            text: what.get_untracked().trim().to_owned(),
            about: about.get_value(),
        };
        app.keep_then(app.new_thing(), Entry::Phase(phase), move || {
            day.set(String::new());
            what.set(String::new());
            said.set(String::new());
        });
    };
    let list = move || {
        let rows = marks().into_iter().map(|(thing, phase)| {
            view! {
                <li class="row">
                    <span>{phase_name(&phase)}</span>
                    <button class="quiet small no-print" on:click=move |_| app.delete_then(thing, || {})>{t("case-remove")}</button>
                </li>
            }
        });
        rows.collect_view()
    };
    let says = move || {
        let marks: Vec<Phase> = marks().into_iter().map(|(_, p)| p).collect();
        let lines = book.with(|b| sentences(b, &marks));
        lines
            .into_iter()
            .map(|lines| {
                let mut lines = lines.into_iter();
                let first = lines.next();
                let rest = lines.map(|line| view! { <p class="small soft">{line}</p> });
                view! { <div class="written"><p>{first}</p>{rest.collect_view()}</div> }
            })
            .collect_view()
    };
    view! {
        <section class="card">
            <h2>{t("case-title")}</h2>
            <p class="soft small">{t("case-hint")}</p>
            <ul class="rows">{list}</ul>
            {says}
            <details class="no-print">
                <summary>{t("case-add")}</summary>
                <label>
                    <span class="small">{t("case-day")}</span>
                    <input type="date" autocomplete="off" prop:value=move || day.get() on:input=move |e| day.set(event_target_value(&e)) />
                </label>
                <label>
                    <span class="small">{t("case-what")}</span>
                    <input type="text" maxlength="80" autocomplete="off" prop:value=move || what.get() on:input=move |e| what.set(event_target_value(&e)) />
                </label>
                <button class="wide" on:click=add>{t("case-add-do")}</button>
                <p role="status">{move || said.get()}</p>
            </details>
        </section>
    }
}

fn phase_name(phase: &Phase) -> String {
    let day = ("day", clock::day(phase.at).into());
    if phase.text.is_empty() {
        t_with("case-phase-plain", &[day])
    } else {
        t_with("case-phase", &[day, ("what", phase.text.clone().into())])
    }
}

/// For each mark and each scale, what may be said: the sentence first, then the figures behind it.
pub(super) fn sentences(book: &Book, marks: &[Phase]) -> Vec<Vec<String>> {
    if marks.is_empty() {
        return Vec::new();
    }
    let days: Vec<When> = marks.iter().map(|p| p.at).collect();
    let all = courses(book).into_iter();
    let mut said: Vec<Vec<String>> = all.flat_map(|course| of_course(&course, &days)).collect();
    if said.is_empty() {
        let least = LEAST as u32;
        said.push(vec![t_with("case-too-few", &[("n", least.into())])]);
    } else {
        said.push(vec![t("case-claim")]);
    }
    said
}

/// Of one scale; nothing where there are too few times or nobody knows which way is easier.
fn of_course(course: &Course, days: &[When]) -> Vec<Vec<String>> {
    let Some(direction) = course.scale.better.map(Direction::from) else {
        return Vec::new();
    };
    let points: Vec<(When, f64)> = course.scored().collect();
    let stretches = stretches(&points, days);
    let pairs = stretches.windows(2);
    pairs
        .filter_map(|pair| {
            let found = compare(&pair[0], &pair[1], direction).ok()?;
            Some(told(&course.name(), &found))
        })
        .collect()
}

fn told(name: &str, found: &Comparison) -> Vec<String> {
    let args = [("name", name.into())];
    let first = match found.reading {
        Reading::MoreThanBefore => t_with("case-higher", &args),
        Reading::LessThanBefore => t_with("case-lower", &args),
        _ => t_with("case-no-difference", &args),
    };
    let of_hundred = |share: f64| ((100.0 * share).round() as u32).into();
    let overlap = [
        ("n", of_hundred(found.nap.value)),
        ("low", of_hundred(found.nap.low)),
        ("high", of_hundred(found.nap.high)),
        ("before", (found.before.n as u32).into()),
        ("after", (found.after.n as u32).into()),
    ];
    let mut lines = vec![first];
    if matches!(found.reading, Reading::BaselineWasMoving) {
        lines.push(t("case-moving"));
    }
    lines.push(t_with("case-overlap", &overlap));
    let tau = format!("{:.2}", found.tau_u);
    lines.push(t_with("case-tau", &[("value", tau.into())]));
    lines
}

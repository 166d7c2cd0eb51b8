// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    content,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Episode, Function, Helped, MomentKind};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What helps, as pictures with a table behind each. Only what was done is counted; it never falls.
#[component]
pub(crate) fn Helps() -> impl IntoView {
    let app = app();
    let (goes, helped, by_function, by_hour) = app.book.with_untracked(|b| {
        let episodes = b.episodes();
        (
            episodes.iter().map(|e| e.attempts.len()).sum::<usize>(),
            helped_most(&episodes),
            helped_by_function(&episodes),
            by_time_of_day(&episodes),
        )
    });
    view! {
        <Frame title=t("helps-title")>
            {if goes == 0 {
                view! { <p>{t("helps-nothing-yet")}</p> }.into_any()
            } else {
                view! {
                    <p>{t_with("helps-goes", &[("n", (goes as u32).into())])}</p>
                    <Bars title=t("helps-most") unit=t("helps-times") rows=helped />
                    <Bars title=t("helps-by-function") unit=t("helps-times") rows=by_function />
                    <Bars title=t("helps-when") unit=t("helps-moments") rows=by_hour />
                }.into_any()
            }}
            <p class="soft small">{t("helps-note")}</p>
        </Frame>
    }
}

fn did_help(helped: Option<Helped>) -> bool {
    matches!(helped, Some(Helped::Bit | Helped::Lot))
}

fn helped_most(episodes: &[&Episode]) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<_, u32> = BTreeMap::new();
    for a in episodes
        .iter()
        .flat_map(|e| &e.attempts)
        .filter(|a| did_help(a.helped))
    {
        *counts.entry(&a.practice).or_default() += 1;
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let title = |id| content::practice(id).map_or_else(|| t("practice-gone"), |p| p.title.clone());
    rows.into_iter()
        .take(8)
        .map(|(id, n)| (title(id), n))
        .collect()
}

fn helped_by_function(episodes: &[&Episode]) -> Vec<(String, u32)> {
    let count = |f: Function| {
        let fitting = episodes.iter().filter(|e| e.moment.functions.contains(&f));
        fitting
            .flat_map(|e| &e.attempts)
            .filter(|a| did_help(a.helped))
            .count() as u32
    };
    let name = |f: Function| t(&format!("function-{}", f.key()));
    Function::ALL
        .into_iter()
        .map(|f| (name(f), count(f)))
        .filter(|(_, n)| *n > 0)
        .collect()
}

fn by_time_of_day(episodes: &[&Episode]) -> Vec<(String, u32)> {
    let parts = [
        ("morning", 6..12),
        ("afternoon", 12..18),
        ("evening", 18..24),
        ("night", 0..6),
    ];
    let urges = || {
        episodes
            .iter()
            .filter(|e| e.moment.kind != MomentKind::CheckIn)
    };
    parts
        .into_iter()
        .map(|(part, hours)| {
            let n = urges()
                .filter(|e| hours.contains(&e.moment.at.local_hour()))
                .count() as u32;
            (t(&format!("part-of-day-{part}")), n)
        })
        .collect()
}

/// Horizontal bars with their numbers beside them, and the same as a table.
#[component]
fn Bars(
    #[prop(into)] title: String,
    #[prop(into)] unit: String,
    rows: Vec<(String, u32)>,
) -> impl IntoView {
    if rows.iter().all(|(_, n)| *n == 0) {
        return ().into_any();
    }
    let most = rows.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let bars = rows
        .iter()
        .map(|(name, n)| {
            let width = 300 * *n / most;
            view! {
                <div class="bar-row">
                    <span>{name.clone()}</span>
                    <span>{*n}</span>
                    <svg viewBox="0 0 300 16" preserveAspectRatio="none">
                        <rect width="300" height="16" rx="6" class="bar-back" />
                        <rect width=width height="16" rx="6" class="bar-fill" />
                    </svg>
                </div>
            }
        })
        .collect_view();
    let table = rows
        .iter()
        .map(|(name, n)| view! { <tr><th scope="row">{name.clone()}</th><td>{*n}</td></tr> })
        .collect_view();
    view! {
        <figure class="card chart">
            <figcaption><h2>{title}</h2></figcaption>
            {bars}
            <details>
                <summary>{t("as-table")}</summary>
                <table>
                    <thead><tr><th scope="col">{t("what")}</th><th scope="col">{unit}</th></tr></thead>
                    <tbody>{table}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    book::{Book, hex},
    measures::{newest_lines, question_of},
    platform::{clock, page},
    together::{
        clients::{self, received},
        fields::OneOf,
        picture::{sentences, title_of},
    },
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Episode, Function, Helped, MomentKind, PracticeId, Question};
use kindhold_vault::wire::AccessId;
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// How many days a sheet can look back.
const SPANS: [i64; 4] = [7, 14, 30, 90];
/// The most lines of each part, so that it stays one page.
const LINES: usize = 6;

/// One page for the session, to read beforehand or to print.
#[component]
pub(in crate::together) fn Sheet(grant: AccessId) -> impl IntoView {
    let app = app();
    let of = received(app, grant);
    let name = of.as_ref().map(|r| r.name.clone()).unwrap_or_default();
    let book = RwSignal::new(None::<Book>);
    if let Some(of) = of {
        spawn_local(async move {
            if let Ok(client) = clients::Client::open(&of).await {
                let _ = book.try_set(Some(client.book));
            }
        });
    }
    let days = RwSignal::new(SPANS[1]);
    let spans = SPANS.map(|span| (span, t_with("sheet-days", &[("n", (span as u32).into())])));
    let spans = spans.into();
    let with_notes = RwSignal::new(false);
    let about = StoredValue::new(hex(&grant.0));
    let today = clock::day(clock::now());
    view! {
        <Frame title=t_with("sheet-of", &[("name", name.into())])>
            <div class="no-print">
                <p class="soft small">{t("sheet-hint")}</p>
                <OneOf label=t("sheet-span") all=spans chosen=days />
                <label class="row">
                    <input type="checkbox" prop:checked=move || with_notes.get() on:change=move |e| with_notes.set(event_target_checked(&e)) />
                    <span>{t("sheet-with-notes")}</span>
                </label>
                <button class="main-action wide" on:click=|_| page::print()>{t("print")}</button>
            </div>
            <p class="soft small">{move || t_with("sheet-made", &[("day", today.clone().into()), ("n", (days.get() as u32).into())])}</p>
            {move || match book.get() {
                None => view! { <p class="soft">{t("opening")}</p> }.into_any(),
                Some(book) => view! { <Parts book=book days=days.get() /> }.into_any(),
            }}
            {move || with_notes.get().then(|| {
                let notes = app.book.with(|b| about.with_value(|a| b.notes(a)));
                let notes = notes.into_iter().take(3).map(|(_, n)| view! { <li class="as-written">{n.text}</li> });
                view! { <section><h2>{t("notes-title")}</h2><ul>{notes.collect_view()}</ul></section> }
            })}
            <p class="soft small">{t("sheet-foot")}</p>
        </Frame>
    }
}

#[component]
fn Parts(book: Book, days: i64) -> impl IntoView {
    let today = clock::now().local_day();
    let episodes: Vec<&Episode> = book.episodes();
    let of_urges = Question::of(&episodes, today);
    let questions = question_of(&book)
        .into_iter()
        .chain(of_urges.iter().map(sentences));
    let recent: Vec<&&Episode> = episodes
        .iter()
        .filter(|e| (0..days).contains(&(today - e.moment.at.local_day())))
        .collect();
    let urges: Vec<_> = recent
        .iter()
        .filter(|e| e.moment.kind != MomentKind::CheckIn)
        .collect();
    let mut strengths: Vec<u8> = urges
        .iter()
        .filter_map(|e| Some(e.moment.strength?.get()))
        .collect();
    strengths.sort_unstable();
    let strength = match (strengths.first(), strengths.last()) {
        (Some(least), Some(most)) => t_with(
            "sheet-strength",
            &[
                ("least", (*least).into()),
                ("most", (*most).into()),
                ("middle", strengths[strengths.len() / 2].into()),
            ],
        ),
        _ => String::new(),
    };
    let mut functions: Vec<(u32, Function)> = Function::ALL
        .into_iter()
        .map(|f| {
            (
                urges
                    .iter()
                    .filter(|e| e.moment.functions.contains(&f))
                    .count() as u32,
                f,
            )
        })
        .filter(|(n, _)| *n > 0)
        .collect();
    functions.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    let functions = functions
        .into_iter()
        .map(|(n, f)| format!("{} ({n})", t(&format!("function-{}", f.key()))))
        .collect::<Vec<_>>()
        .join(" · ");
    let mut tried: BTreeMap<&PracticeId, (u32, u32, u32)> = BTreeMap::new();
    for attempt in recent.iter().flat_map(|e| &e.attempts) {
        let held = tried.entry(&attempt.practice).or_default();
        held.0 += 1;
        held.1 += u32::from(matches!(attempt.helped, Some(Helped::Bit | Helped::Lot)));
        held.2 += u32::from(attempt.helped == Some(Helped::Worse));
    }
    let mut tried: Vec<_> = tried.into_iter().collect();
    tried.sort_by_key(|(_, (n, ..))| std::cmp::Reverse(*n));
    let tried: Vec<String> = tried
        .into_iter()
        .take(LINES)
        .map(|(id, (n, helped, worse))| {
            let args = [
                ("what", title_of(id).into()),
                ("n", n.into()),
                ("helped", helped.into()),
                ("worse", worse.into()),
            ];
            t_with("sheet-tried", &args)
        })
        .collect();
    let plan = book
        .plan()
        .map(|(_, p)| {
            p.signs
                .iter()
                .chain(&p.alone)
                .take(LINES)
                .cloned()
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    let offers: Vec<String> = book
        .offerings()
        .into_iter()
        .filter(|(_, o)| (0..days).contains(&(today - o.offering.at.local_day())))
        .take(LINES)
        .map(|(_, o)| {
            let what = o.offering.practice.as_ref().map(title_of);
            let step = o.offering.step.as_deref().map(crate::slower::step_title);
            let parts = what.into_iter().chain(step).chain([o.offering.text]);
            parts
                .filter(|p| !p.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        })
        .collect();
    let part = |key: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|l| view! { <li>{l}</li> });
            view! { <section><h2>{t(key)}</h2><ul>{lines.collect_view()}</ul></section> }
        })
    };
    let mut course = vec![t_with("sheet-urges", &[("n", (urges.len() as u32).into())])];
    course.extend([strength, functions].into_iter().filter(|l| !l.is_empty()));
    let asked = questions
        .map(|(what, might)| format!("{what} {might}"))
        .collect();
    view! {
        <div class="sheet">
            {part("picture-urges", course)}
            {part("questions-title", asked)}
            {part("picture-measures", newest_lines(&book, days))}
            {part("picture-tried", tried)}
            {part("sheet-plan", plan)}
            {part("offer-made", offers)}
            <section><h2>{t("sheet-room")}</h2><div class="room"></div></section>
        </div>
    }
}

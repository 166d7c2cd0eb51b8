// SPDX-License-Identifier: Apache-2.0
//! What somebody sees of a person's vault. The same picture on the counsellor's screen, on a supporter's,
//! and on the person's own under "see exactly what they see".

mod chain;
mod charts;
mod questions;

use crate::{
    book::Book,
    content,
    measures::{Answered, Courses},
    nav::Thing,
    platform::clock,
    screens::PlanParts,
    slower::{Kept, Loaded, programme_file},
    together::long::long,
    words::{t, t_with},
};
use chain::Chain;
pub(crate) use charts::table;
use charts::{Functions, Strengths, Systems, Tried, Urges};
use kindhold_care::{DiaryEntry, Episode, Keepsake, Letter, PracticeId, WordKind};
use leptos::prelude::*;
pub(super) use questions::{Questions, sentences};

/// How many things of a kind are shown before "show more".
const AT_FIRST: usize = 12;

/// Everything that can be seen, those kinds left out of which there is nothing.
#[component]
pub(super) fn Picture(
    /// What was shown.
    #[prop(into)]
    book: Signal<Book>,
    /// Whether what was written about oneself comes with counts over time: for counsellors.
    #[prop(default = true)]
    counts: bool,
) -> impl IntoView {
    let is_empty = move || {
        book.with(|b| {
            b.episodes().is_empty()
                && b.plan().is_none()
                && b.diary().is_empty()
                && b.letters().is_empty()
                && b.own_words(WordKind::Help).is_empty()
                && !b.has_keepsakes()
                && !b.has_responses()
        })
    };
    let urges = move || {
        book.with(|b| {
            let episodes: Vec<Episode> = b.episodes().into_iter().cloned().collect();
            let feelings = diary_feelings(b);
            (!episodes.is_empty()).then(|| {
                view! {
                    <Urges episodes=episodes.clone() />
                    <Strengths episodes=episodes.clone() />
                    <Functions episodes=episodes.clone() />
                    <Tried episodes=episodes.clone() />
                    <Systems episodes=episodes feelings=feelings />
                }
            })
        })
    };
    let chains = move || {
        let episodes: Vec<Episode> =
            book.with(|b| b.episodes().into_iter().rev().cloned().collect());
        (!episodes.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{t("picture-episodes")}</h2>
                    <p class="soft small">{t("picture-episodes-hint")}</p>
                    {long(episodes, AT_FIRST, |e| view! { <Chain episode=e /> }.into_any())}
                </section>
            }
        })
    };
    view! {
        {move || is_empty().then(|| view! { <p class="note">{t("picture-empty")}</p> })}
        <Help book=book />
        <Plan book=book />
        {move || counts.then(urges)}
        {move || book.with(Book::has_responses).then(|| view! { <Courses book=book /> <Answered book=book /> })}
        {chains}
        {move || book.with(Book::has_keepsakes).then(|| view! { <Programme book=book /> })}
        {move || part("diary-title", book.with(Book::diary), |(_, entry)| diary_entry(entry))}
        {move || part("letters-title", book.with(Book::letters), |(_, letter)| letter_row(letter))}
    }
}

/// What was kept of the programme, step by step, drawn as the person sees it.
#[component]
fn Programme(book: Signal<Book>) -> impl IntoView {
    let kept = move |step: &'static kindhold_content::Step| {
        let parts = step.parts.iter().filter_map(move |part| {
            let kept = book.with(|b| b.keepsakes(&step.id, Some(&part.id)));
            (!kept.is_empty()).then(|| {
                let one = move |(_, keepsake): (Thing, Keepsake)| {
                    view! {
                        <article class="card">
                            <p class="soft small">{clock::day(keepsake.at)}</p>
                            <Kept part=part keepsake=keepsake />
                        </article>
                    }
                    .into_any()
                };
                view! { <h3>{part.title.as_str()}</h3> {long(kept, AT_FIRST, one)} }
            })
        });
        parts.collect_view()
    };
    view! {
        <section>
            <h2>{t("picture-programme")}</h2>
            <Loaded file=programme_file() draw=move |file| file.steps.iter().map(kept).collect_view().into_any() />
        </section>
    }
}

fn diary_feelings(book: &Book) -> Vec<kindhold_care::Feeling> {
    let diary = book.diary().into_iter();
    diary.flat_map(|(_, entry)| entry.feelings).collect()
}

/// A practice's name; its id when this version no longer has it.
pub(crate) fn title_of(id: &PracticeId) -> String {
    content::practice(id).map_or_else(|| id.as_str().to_owned(), |p| p.title.clone())
}

#[component]
fn Help(book: Signal<Book>) -> impl IntoView {
    move || {
        let lines = book.with(|b| b.own_words(WordKind::Help));
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|(_, line)| view! { <li>{line}</li> });
            view! {
                <section class="card">
                    <h2>{t("picture-help")}</h2>
                    <ul>{lines.collect_view()}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Plan(book: Signal<Book>) -> impl IntoView {
    move || {
        let plan = book.with(|b| b.plan().map(|(_, plan)| plan.clone()));
        plan.filter(|p| !p.is_empty()).map(|plan| {
            view! {
                <section class="card">
                    <h2>{t("plan-title-theirs")}</h2>
                    <PlanParts plan=plan />
                </section>
            }
        })
    }
}

/// A kind of thing, newest first; nothing at all when there is none.
fn part<T: Clone + Send + Sync + 'static>(
    title: &str,
    things: Vec<T>,
    row: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> Option<AnyView> {
    (!things.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(title)}</h2>
                {long(things, AT_FIRST, row)}
            </section>
        }
        .into_any()
    })
}

fn diary_entry(entry: DiaryEntry) -> AnyView {
    let feelings: Vec<_> = entry
        .feelings
        .iter()
        .map(|f| t(&format!("feeling-{}", f.key())))
        .collect();
    let urge = entry
        .urge
        .map(|s| t_with("picture-urge", &[("n", s.get().into())]));
    view! {
        <article class="card">
            <p class="soft small">{clock::day_and_time(entry.at)}</p>
            {(!feelings.is_empty()).then(|| view! { <p>{feelings.join(", ")}</p> })}
            {urge.map(|urge| view! { <p class="small">{urge}</p> })}
            {(!entry.text.is_empty()).then(|| view! { <p class="as-written">{entry.text}</p> })}
        </article>
    }
    .into_any()
}

fn letter_row(letter: Letter) -> AnyView {
    let title = if letter.title.is_empty() {
        clock::day(letter.at)
    } else {
        letter.title
    };
    view! {
        <details class="card">
            <summary>{title}</summary>
            <p class="soft small">{clock::day_and_time(letter.at)}</p>
            <p class="as-written">{letter.text}</p>
        </details>
    }
    .into_any()
}

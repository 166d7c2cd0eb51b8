// SPDX-License-Identifier: Apache-2.0
use super::{
    Place,
    article::language_of,
    credits::{Credits, credits},
    files::{Loaded, programme, step_of},
    go,
};
use crate::{
    app::app,
    book::Book,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_content::{
    Step,
    bundle::Programme,
    programme::{Part, PartKind},
};
use leptos::prelude::*;

/// Every step, in its order. Nothing is locked, and nothing asks for the next one.
#[component]
pub(super) fn Steps() -> impl IntoView {
    view! {
        <Frame title=t("programme-title")>
            <p class="lead">{t("programme-lead")}</p>
            <p class="soft small">{t("programme-private")}</p>
            <Loaded file=programme() draw=|file| file.steps.iter().map(move |step| door(file, step)).collect_view().into_any() />
        </Frame>
    }
}

/// The way to a step.
pub(super) fn door(file: &'static Programme, step: &'static Step) -> AnyView {
    let app = app();
    let lang = language_of(&file.english, &step.id);
    let mine = move || {
        let kept = app.book.with(|b| b.keepsakes(&step.id, None).len()) as u32;
        (kept > 0).then(|| t_with("programme-kept", &[("n", kept.into())]))
    };
    view! {
        <button class="door" on:click=move |_| go(Place::Step(&step.id))>
            <span lang=lang>{step.title.as_str()}</span>
            <span lang=lang class="soft small">{step.lead.as_str()}</span>
            {move || mine().map(|mine| view! { <span class="soft small">{mine}</span> })}
        </button>
    }
    .into_any()
}

/// A step with its parts.
#[component]
pub(super) fn StepView(step: &'static str) -> impl IntoView {
    let file = programme();
    let title = file
        .get_untracked()
        .here()
        .and_then(|file| step_of(file, step))
        .map_or_else(String::new, |step| step.title.clone());
    view! {
        <Frame title=title>
            <Loaded file=file draw=move |file| match step_of(file, step) {
                Some(step) => whole(file, step),
                None => view! { <p class="note">{t("reading-missing")}</p> }.into_any(),
            } />
        </Frame>
    }
}

fn whole(file: &'static Programme, step: &'static Step) -> AnyView {
    let lang = language_of(&file.english, &step.id);
    let place = file.steps.iter().position(|s| s.id == step.id);
    let next = place.and_then(|at| file.steps.get(at + 1));
    view! {
        {lang.map(|_| view! { <p class="note">{t("article-english")}</p> })}
        <p class="lead" lang=lang>{step.lead.as_str()}</p>
        <p class="soft small">{t("programme-any-part")}</p>
        <ul class="parts">
            {step.parts.iter().map(|part| view! { <li>{part_door(step, part, lang)}</li> }).collect_view()}
        </ul>
        {next.map(|next| view! {
            <h2>{t("programme-next")}</h2>
            {door(file, next)}
        })}
        {credits(
            &Credits {
                role: step.author_role,
                updated: &step.updated,
                reviewed: step.reviewed_on.as_deref().map(|on| (on, step.reviewed_by.as_slice())),
                sources: &step.sources,
                effort: None,
            },
            &file.sources,
        )}
    }
    .into_any()
}

/// What has been done with a part, in a word; nothing when nothing has.
fn mark(book: &Book, step: &Step, part: &Part) -> Option<String> {
    let kept = book.keepsakes(&step.id, Some(&part.id));
    if part.kind == PartKind::Keep {
        return (!kept.is_empty())
            .then(|| t_with("programme-kept", &[("n", (kept.len() as u32).into())]));
    }
    book.has_been(&step.id, &part.id)
        .then(|| t("programme-been"))
}

fn part_door(step: &'static Step, part: &'static Part, lang: Option<&'static str>) -> AnyView {
    let app = app();
    let kind = t(&format!("part-{}", part.kind.key()));
    let minutes = t_with("minutes", &[("n", part.minutes.into())]);
    view! {
        <button class="door" on:click=move |_| go(Place::Part(&step.id, &part.id))>
            <span lang=lang>{part.title.as_str()}</span>
            <span class="soft small">{kind} " · " {minutes}
                {move || app.book.with(|b| mark(b, step, part)).map(|mark| format!(" · {mark}"))}
            </span>
        </button>
    }
    .into_any()
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    Place,
    article::language_of,
    blocks::{Aloud, blocks_of_screen, practices, spoken},
    drawn::Kept,
    files::{Loaded, programme, step_of},
    go,
};
use crate::{
    app::{App, app},
    nav::{Screen, Thing},
    platform::{clock, page},
    together::Room,
    ui::{Frame, Question, SceneView, Sign},
    words::t,
};
use kindhold_care::{Entry, Keepsake};
use kindhold_content::{
    Step,
    bundle::Programme,
    programme::{Part, PartKind},
};
use leptos::prelude::*;

/// A part of a step: something to read, to try, or to keep.
#[component]
pub(super) fn PartView(step: &'static str, part: &'static str) -> impl IntoView {
    let file = programme();
    let find = move |file: &'static Programme| {
        let step = step_of(file, step)?;
        Some((step, step.part(part)?))
    };
    let here = file.get_untracked().here();
    let title = here
        .and_then(find)
        .map_or_else(String::new, |(_, part)| part.title.clone());
    view! {
        <Frame title=title>
            <Sign shows=app().signpost />
            <Loaded file=file draw=move |file| match find(file) {
                Some((step, part)) => whole(file, step, part),
                None => view! { <p class="note">{t("reading-missing")}</p> }.into_any(),
            } />
        </Frame>
    }
}

fn whole(file: &'static Programme, step: &'static Step, part: &'static Part) -> AnyView {
    let lang = language_of(&file.english, &step.id);
    let said = move || {
        view! {
            {part.scene.map(|scene| view! { <SceneView scene=scene pace=None /> })}
            <Aloud text=spoken(&part.blocks) />
            <div lang=lang>{blocks_of_screen(&part.blocks)}</div>
            {practices(&part.practices)}
        }
    };
    let app = app();
    let has_kept = Memo::new(move |_| {
        part.kind == PartKind::Keep
            && app
                .book
                .with(|b| !b.keepsakes(&step.id, Some(&part.id)).is_empty())
    });
    view! {
        // Once something of one's own is there, it comes first.
        {move || if has_kept.get() {
            view! { <details><summary>{t("part-about")}</summary>{said()}</details> }.into_any()
        } else {
            said().into_any()
        }}
        {if part.kind == PartKind::Keep {
            view! { <Keep step=step part=part /> }.into_any()
        } else {
            view! { <Onward step=step part=part /> }.into_any()
        }}
    }
    .into_any()
}

/// What was kept here, drawn, and the way to write.
#[component]
fn Keep(step: &'static Step, part: &'static Part) -> impl IntoView {
    let app = app();
    let kept = move || app.book.with(|b| b.keepsakes(&step.id, Some(&part.id)));
    let write = move |thing: Option<Thing>| go(Place::Write(&step.id, &part.id, thing));
    let one = move |(thing, keepsake): (Thing, Keepsake)| {
        view! {
            <article class="card kept">
                <p class="soft small">{clock::day(keepsake.at)}</p>
                <Kept part=part keepsake=keepsake own=true />
                <div class="row no-print">
                    <button on:click=move |_| write(Some(thing))>{t("keepsake-change")}</button>
                    <Question ask=t("delete") question=t("delete-question") yes=t("delete-yes")
                        on_yes=move |()| app.delete_then(thing, || {}) />
                </div>
            </article>
        }
    };
    let begin = move || {
        let none = kept().is_empty();
        (none || part.many).then(|| {
            let label = if none { "keepsake-begin" } else { "keepsake-another" };
            view! { <button class="main-action wide no-print" on:click=move |_| write(None)>{t(label)}</button> }
        })
    };
    view! {
        {begin}
        {move || kept().into_iter().map(one).collect_view()}
        {move || (!kept().is_empty()).then(|| view! {
            <button class="wide no-print" on:click=|_| page::print()>{t("print")}</button>
        })}
        <Next step=step part=part />
    }
}

/// The way on from something that was read or tried: that one has been here is kept.
#[component]
fn Onward(step: &'static Step, part: &'static Part) -> impl IntoView {
    let app = app();
    view! {
        {next_of(step, part).map(|next| view! {
            <button class="main-action wide" on:click=move |_| been(app, step, part, move || {
                app.nav.replace(screen(Place::Part(&step.id, &next.id)));
            })>{t("programme-on")} " " {next.title.as_str()}</button>
        })}
        <button class="wide" on:click=move |_| been(app, step, part, move || app.nav.back())>{t("enough-for-now")}</button>
    }
}

/// Keeps once that one has been in a part, then goes on.
fn been(app: App, step: &Step, part: &Part, then: impl FnOnce() + 'static) {
    if app.book.with_untracked(|b| b.has_been(&step.id, &part.id)) {
        return then();
    }
    let visit = Keepsake {
        at: clock::now(),
        step: step.id.clone(),
        part: part.id.clone(),
        ..Keepsake::default()
    };
    app.keep_then(app.new_thing(), Entry::Keepsake(visit), then);
}

const fn screen(place: Place) -> Screen {
    Screen::Together(Room::Slower(place))
}

fn next_of(step: &'static Step, part: &'static Part) -> Option<&'static Part> {
    let at = step.parts.iter().position(|p| p.id == part.id)?;
    step.parts.get(at + 1)
}

#[component]
fn Next(step: &'static Step, part: &'static Part) -> impl IntoView {
    let app = app();
    next_of(step, part).map(|next| {
        view! {
            <button class="wide no-print" on:click=move |_| app.nav.replace(screen(Place::Part(&step.id, &next.id)))>
                {t("programme-on")} " " {next.title.as_str()}
            </button>
        }
    })
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    Place,
    add::AddFile,
    go,
    shelf::{self, EVERY, Here, every_word},
};
use crate::{
    app::app,
    book::Book,
    nav::Thing,
    platform::clock,
    ui::{Doors, Frame, Question},
    words::{t, t_with},
};
use kindhold_care::{Cadence, Entry, Response};
use kindhold_measure::{Instrument, key::KEYS};
use leptos::prelude::*;

/// What there is: questionnaires first, then what can be made of the answers.
#[component]
pub(super) fn Home() -> impl IntoView {
    let app = app();
    let to = |name: &str, place: Place| {
        (
            t(&format!("measures-{name}")),
            t(&format!("measures-{name}-hint")),
            Callback::new(move |()| go(place)),
        )
    };
    let doors = vec![
        to("pictures", Place::Pictures),
        to("report", Place::Report),
        to("records", Place::Records),
        to("research", Place::Research),
    ];
    // Drawn anew only when a questionnaire comes or goes: what is open on a card stays open.
    let shelf = Memo::new(move |_| app.book.with(shelf::all));
    view! {
        <Frame title=t("measures-title")>
            <p class="lead">{t("measures-lead")}</p>
            <p class="soft small">{t("measures-private")}</p>
            <h2>{t("measures-mine")}</h2>
            {move || shelf.get().into_iter().map(|here| view! { <OnShelf here=here /> }).collect_view()}
            <AddFile title="measures-add-title" />
            <h2>{t("measures-look")}</h2>
            <Doors doors=doors />
        </Frame>
    }
}

/// The newest response to a questionnaire that is ended, and one that was left halfway since.
fn answered(book: &Book, url: &str) -> (Option<Response>, Option<Thing>) {
    let all = book.responses();
    let mut of = all.into_iter().filter(|(_, r)| r.url == url);
    let (mut ended, mut open) = (None, None);
    for (thing, response) in of.by_ref() {
        if response.ended {
            (ended, open) = (Some(response), None);
        } else {
            open = Some(thing);
        }
    }
    (ended, open)
}

/// Whether a questionnaire would be offered by now.
fn is_due(book: &Book, url: &str, last: Option<&Response>) -> bool {
    let (_, every) = book.cadence(url);
    let today = clock::now().local_day();
    every > 0 && last.is_none_or(|r| today - r.at.local_day() >= i64::from(every))
}

/// Whether any questionnaire would be offered by now; never more than a line on the first screen.
pub(crate) fn any_due(book: &Book) -> bool {
    let all = shelf::all(book).into_iter();
    let mut urls = all.map(|here| &here.instrument.url);
    urls.any(|url| is_due(book, url, answered(book, url).0.as_ref()))
}

#[component]
fn OnShelf(here: Here) -> impl IntoView {
    let app = app();
    let instrument = here.instrument;
    let state = app.book.with_untracked(|b| {
        let (last, open) = answered(b, &instrument.url);
        let due = is_due(b, &instrument.url, last.as_ref());
        (last.map(|r| r.at), open, due)
    });
    let (last, open, due) = state;
    let begin = move |_| {
        let thing = open.unwrap_or_else(|| app.new_thing());
        go(Place::Answering(thing, &instrument.checksum));
    };
    let said = last.map_or_else(
        || t("measures-never"),
        |at| t_with("measures-last", &[("day", clock::day(at).into())]),
    );
    view! {
        <section class="card">
            <h3>{instrument.title.as_str()}</h3>
            <p class="soft small">{said}</p>
            {due.then(|| view! { <p class="note">{t("measures-due")}</p> })}
            <button class="main-action wide" on:click=begin>
                {t(if open.is_some() { "measures-go-on" } else { "measures-answer" })}
            </button>
            <details>
                <summary>{t("measures-cadence")}</summary>
                <Every url=&instrument.url />
                <Terms instrument=instrument />
                {here.thing.map(|thing| {
                    let away = Callback::new(move |()| app.delete_then(thing, || {}));
                    view! { <Question ask=t("measures-away") question=t("measures-away-question") yes=t("measures-away-yes") on_yes=away /> }
                })}
            </details>
        </section>
    }
}

/// How often it is offered.
#[component]
fn Every(url: &'static str) -> impl IntoView {
    let app = app();
    let now = move || app.book.with(|b| b.cadence(url).1);
    let choose = move |days: u16| {
        let (held, _) = app.book.with_untracked(|b| b.cadence(url));
        let cadence = Cadence {
            at: clock::now(),
            url: url.to_owned(),
            every_days: days,
        };
        let thing = held.unwrap_or_else(|| app.new_thing());
        app.keep_then(thing, Entry::Cadence(cadence), || {});
    };
    let chips = EVERY.map(|days| {
        view! {
            <button class="chip" aria-pressed=move || (now() == days).to_string() on:click=move |_| choose(days)>
                {every_word(days)}
            </button>
        }
    });
    view! { <div class="chips" role="group" aria-label=t("measures-cadence")>{chips.into_iter().collect_view()}</div> }
}

/// Whose it is and what it can say: always shown with it.
#[component]
pub(super) fn Terms(
    /// Whose.
    instrument: &'static Instrument,
    /// The line alone that must always be shown.
    #[prop(default = false)]
    brief: bool,
) -> impl IntoView {
    let own = instrument.key == Some("weekly-check");
    let says = !brief;
    let checked = KEYS
        .iter()
        .find(|key| Some(key.id) == instrument.key)
        .is_none_or(|key| key.unchecked.is_empty());
    view! {
        <p class="small soft">{t("measures-terms")} ": " {instrument.copyright.as_str()} " " {instrument.licence.as_str()}</p>
        {(own && says).then(|| view! { <p class="small soft">{t("measures-own-words")}</p> })}
        {(says && !own && !checked && !instrument.scales().is_empty()).then(|| view! { <p class="small soft">{t("measures-not-checked")}</p> })}
    }
}

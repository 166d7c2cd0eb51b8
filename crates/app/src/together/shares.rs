// SPDX-License-Identifier: Apache-2.0
//! What a person shows, and to whom.

use super::{Room, hub::Standing, picture::Picture, snag::Snag};
use crate::{
    app::{App, app},
    book::Book,
    nav::Screen,
    platform::clock,
    session::{random, reading},
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::When;
use kindhold_vault::{
    together::{Grant, Seat},
    wire::{AccessId, Day},
};
use leptos::{prelude::*, task::spawn_local};

/// What can be shown, by its stream, in the order in which it is asked.
pub(super) const KINDS: [&str; 7] = [
    "help",
    "plan",
    "urges",
    "measures",
    "programme",
    "diary",
    "letters",
];

/// Today in UTC, as grants count days.
pub(super) fn today() -> Day {
    Day::try_from(clock::now().unix_ms / When::DAY_MS).unwrap_or_default()
}

/// The last day on which something holds, as it is said.
pub(super) fn until_words(until: Day) -> String {
    if until == 0 {
        return t(if crate::seat::Seat::here() == crate::seat::Seat::Person {
            "until-no-end"
        } else {
            "until-no-end-seat"
        });
    }
    let day = When {
        unix_ms: i64::from(until) * When::DAY_MS,
        offset_min: 0,
    };
    t_with("until-day", &[("day", clock::day(day).into())])
}

/// The word for a seat.
pub(super) fn seat_word(seat: Seat) -> String {
    t(match seat {
        Seat::Counsellor => "seat-counsellor",
        Seat::Supporter => "seat-supporter",
    })
}

/// Takes something back.
pub(super) async fn take_back(app: App, grant: AccessId) -> Result<(), Snag> {
    let now = clock::now().unix_ms;
    app.act(async |vault, relay| vault.take_back(relay, grant, now, &mut random()).await)
        .await
}

/// Who sees what, in one screen.
#[component]
pub(super) fn Shares() -> impl IntoView {
    let app = app();
    let grants = move || {
        let all = app.circle.with(|m| m.account.grants.clone());
        let mut all = all.unwrap_or_default();
        all.reverse();
        all
    };
    let now = move || {
        let holding = grants().into_iter().filter(|g| g.holds(today()));
        holding.collect::<Vec<_>>()
    };
    let ended = move || {
        let over = grants().into_iter().filter(|g| !g.holds(today()));
        over.collect::<Vec<_>>()
    };
    view! {
        <Frame title=t("shares-title")>
            <p>{move || if now().is_empty() { t("shares-nobody") } else { t("shares-lead") }}</p>
            <Standing />
            {move || now().into_iter().map(|g| view! { <Shown grant=g /> }).collect_view()}
            {move || (!ended().is_empty()).then(|| view! {
                <details>
                    <summary>{t("shares-ended")}</summary>
                    {ended().into_iter().map(|g| view! { <p>{over(&g)}</p> }).collect_view()}
                </details>
            })}
            <p class="soft small">{t("shares-cannot")}</p>
        </Frame>
    }
}

fn over(grant: &Grant) -> String {
    let day = grant
        .ended_ms
        .unwrap_or(i64::from(grant.until) * When::DAY_MS);
    let day = clock::day(When {
        unix_ms: day,
        offset_min: 0,
    });
    t_with(
        "shares-over",
        &[("name", grant.name.clone().into()), ("day", day.into())],
    )
}

/// What a grant shows, in words.
fn kinds(app: App, grant: &Grant) -> String {
    let name = |id| {
        app.circle.with(|m| {
            let stream = m.account.streams.iter().find(|s| s.id == id)?;
            Some(t(&format!("show-{}", stream.name)))
        })
    };
    let names: Vec<String> = grant
        .streams
        .iter()
        .filter_map(|(id, _)| name(*id).flatten())
        .collect();
    names.join(" · ")
}

#[component]
fn Shown(grant: Grant) -> impl IntoView {
    let app = app();
    let id = grant.id;
    let busy = RwSignal::new(false);
    let back = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            let done = take_back(app, id).await;
            let _ = busy.try_set(false);
            app.say(done.map_or_else(Snag::words, |()| t("shares-taken-back")));
        });
    });
    let since = clock::day(When {
        unix_ms: grant.since_ms,
        offset_min: 0,
    });
    let name = grant.name.clone();
    view! {
        <section class="card">
            <h2>{grant.name.clone()}</h2>
            <p class="soft small">{seat_word(grant.seat)}</p>
            <p>{t_with("shares-what", &[("what", kinds(app, &grant).into())])}</p>
            <p class="small">{t_with("shares-since", &[("day", since.into())])} " " {until_words(grant.until)}</p>
            {grant.letter.is_some().then(|| view! { <p class="note">{t("shares-on-its-way")}</p> })}
            <button class="wide" on:click=move |_| app.go(Screen::Together(Room::SeenBy(id)))>{t("shares-see")}</button>
            <button class="wide" disabled=move || busy.get() on:click=move |_| back.run(())>{t_with("shares-take-back", &[("name", name.clone().into())])}</button>
        </section>
    }
}

/// Exactly what somebody sees: the very records, drawn as they are drawn for them.
#[component]
pub(super) fn SeenBy(grant: AccessId) -> impl IntoView {
    let app = app();
    let held = app
        .circle
        .with(|m| m.account.grants.iter().find(|g| g.id == grant).cloned())
        .flatten();
    let book = RwSignal::new(None::<Book>);
    let name = held.as_ref().map(|g| g.name.clone()).unwrap_or_default();
    let is_counsellor = held.as_ref().is_none_or(|g| g.seat == Seat::Counsellor);
    if let Some(held) = held {
        spawn_local(async move {
            let read = app.act(async |vault, _| Ok(vault.read().await?)).await;
            let Ok(contents) = read else {
                return app.say(t("seen-not-now"));
            };
            let mut seen = contents.opened;
            seen.retain(|o| {
                let of = |(id, from): &(_, _)| *id == o.place.lane.stream && o.epoch >= *from;
                held.streams.iter().any(of)
            });
            let mut theirs = Book::default();
            reading::read(&seen).news.put_into(&mut theirs);
            book.set(Some(theirs));
        });
    }
    view! {
        <Frame title=t_with("seen-title", &[("name", name.into())])>
            <p class="note">{t("seen-lead")}</p>
            {move || match book.get() {
                None => view! { <p class="soft">{t("opening")}</p> }.into_any(),
                Some(seen) => {
                    let seen = StoredValue::new(seen);
                    let seen = Signal::derive(move || seen.get_value());
                    view! { <Picture book=seen counts=is_counsellor /> }.into_any()
                }
            }}
        </Frame>
    }
}

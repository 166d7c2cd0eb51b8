// SPDX-License-Identifier: Apache-2.0
//! The seats of those who are shown something: a counsellor's and a supporter's.

mod client;
mod sheet;

pub(super) use client::Client;
pub(super) use sheet::Sheet;

use super::{
    Room,
    clients::{self, Card},
    long::long,
    shares::until_words,
};
use crate::{
    app::{App, app},
    book::hex,
    content,
    nav::Screen,
    platform::{clock, page},
    screens::{PasscodeFields, is_passcode_fit, make_vault},
    seat::Seat,
    ui::{Doors, Frame},
    words::{t, t_with},
};
use kindhold_care::When;
use kindhold_vault::together::Received;
use leptos::{prelude::*, task::spawn_local};

/// How many are shown before "show more".
const AT_FIRST: usize = 60;
/// How long to wait between two looks at all of them, in milliseconds.
const LOOK_MS: i32 = 120_000;

/// The string of this seat: `name` for a counsellor, `name-supporter` for a supporter.
pub(super) fn ts(name: &str) -> String {
    match Seat::here() {
        Seat::Supporter => t(&format!("{name}-supporter")),
        _ => t(name),
    }
}

/// Nobody watches this. It stands on every screen of these seats.
#[component]
pub(super) fn Banner() -> impl IntoView {
    view! {
        <p class="banner" role="note">
            {ts("banner-more")}
            " "
            <a href=content::lines_path()>{t("crisis-lines")}</a>
        </p>
    }
}

/// The first screens of these seats.
#[component]
pub(super) fn Welcome() -> impl IntoView {
    let app = app();
    let (passcode, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let must = Seat::here() == Seat::Counsellor;
    let begin = move |code: Option<String>| {
        busy.set(true);
        spawn_local(async move {
            make_vault(app, code.as_deref()).await;
            super::at_heading();
        });
    };
    view! {
        <main id="main">
            <h1 tabindex="-1">{ts("seat-welcome-title")}</h1>
            <Banner />
            <p>{ts("seat-welcome-lead")}</p>
            <ul>
                <li>{ts("seat-welcome-1")}</li>
                <li>{ts("seat-welcome-2")}</li>
                <li>{ts("seat-welcome-3")}</li>
            </ul>
            <h2>{t("welcome-passcode-seat")}</h2>
            <p class="small">{ts("seat-passcode-hint")}</p>
            <PasscodeFields passcode=passcode again=again />
            <button
                class="main-action wide"
                disabled=move || busy.get() || !is_passcode_fit(&passcode.get(), &again.get())
                on:click=move |_| begin(Some(passcode.get_untracked()))
            >{t("welcome-use-passcode")}</button>
            {(!must).then(|| view! {
                <button class="wide" disabled=move || busy.get() on:click=move |_| begin(None)>{t("welcome-no-passcode")}</button>
            })}
            <button class="quiet" on:click=move |_| super::go(app, "join")>{t("welcome-other-device")}</button>
            <p class="small"><a href=content::page_path("about")>{t("welcome-about")}</a></p>
        </main>
    }
}

/// Everybody who has shown something, by name; never by how they are.
#[component]
pub(super) fn Caseload() -> impl IntoView {
    let app = app();
    let cards = app.circle.cards;
    let line = RwSignal::new(String::new());
    spawn_local(async move {
        cards.set(Some(clients::cards().await));
        // For as long as this screen is there.
        while line.try_with_untracked(|_| ()).is_some() {
            if !page::is_out_of_sight() {
                look_at_all(app, line).await;
            }
            page::pause(LOOK_MS).await;
        }
    });
    let everybody = Memo::new(move |_| {
        let all = app.circle.with(|m| {
            let names = m.account.received.iter();
            names.map(|r| (r.name.clone(), r.id)).collect::<Vec<_>>()
        });
        let mut all = all.unwrap_or_default();
        all.sort_by_key(|(name, _)| name.to_lowercase());
        all
    });
    let reading = if Seat::here() == Seat::Counsellor {
        ("site-guide", "guide")
    } else {
        ("site-supporters", "supporters")
    };
    let doors = vec![
        (
            t(reading.0),
            t(&format!("reading-{}", reading.1)),
            Callback::new(move |()| super::go(app, reading.1)),
        ),
        (
            t("hub-title"),
            t("hub-hint-seat"),
            Callback::new(move |()| app.go(Screen::Together(Room::Hub))),
        ),
        (
            t("door-settings"),
            String::new(),
            Callback::new(move |()| app.go(Screen::Settings)),
        ),
    ];
    let row = move |(name, id): (String, kindhold_vault::wire::AccessId)| {
        let card = Memo::new(move |_| {
            cards.with(|c| {
                c.as_ref()
                    .and_then(|c| c.get(&hex(&id.0)).cloned())
                    .unwrap_or_default()
            })
        });
        view! {
            <button class="door client" on:click=move |_| app.go(Screen::Together(Room::Client(id)))>
                <span class="client-name">{name}</span>
                <span class="small news">{move || news(&card.get())}</span>
                <span class="soft small">{move || kinds(&card.get())}</span>
                <span class="soft small">{move || holds(&card.get())}</span>
            </button>
        }
        .into_any()
    };
    let is_read = Memo::new(move |_| cards.with(Option::is_some));
    // Nothing is drawn before it is known: what comes later would push it from under a thumb.
    let below = move || {
        is_read.get().then(|| {
            view! {
                <div class="caseload">
                    {move || {
                        let all = everybody.get();
                        if all.is_empty() {
                            view! { <p>{ts("caseload-empty")}</p> }.into_any()
                        } else {
                            long(all, AT_FIRST, row).into_any()
                        }
                    }}
                </div>
                <button class="main-action wide" on:click=move |_| app.go(Screen::Together(Room::Invite))>{ts("caseload-invite")}</button>
                {(Seat::here() == Seat::Supporter).then(|| view! {
                    <a class="door" href=content::page_path("for-someone")>
                        <span>{t("supporter-guidance")}</span>
                        <span class="soft small">{t("supporter-guidance-hint")}</span>
                    </a>
                })}
                <Doors doors=doors.clone() />
                <p class="soft small" role="status">{move || line.get()}</p>
            }
        })
    };
    view! {
        <Frame title=ts("caseload-title") back=false>
            <Banner />
            {below}
        </Frame>
    }
}

/// What is new since the last look; no number, for one evening may leave many traces.
fn news(card: &Card) -> String {
    if card.ended {
        return t("client-ended");
    }
    let day = clock::day(When {
        unix_ms: card.looked_ms,
        offset_min: clock::now().offset_min,
    });
    match (card.looked_ms, card.records > card.seen) {
        (0, true) => t("client-new-first"),
        (0, false) => t("client-nothing-yet"),
        (_, true) => t_with("client-new", &[("day", day.into())]),
        (_, false) => t_with("client-nothing-new", &[("day", day.into())]),
    }
}

/// What was shown, in words.
fn kinds(card: &Card) -> String {
    let names = card.shows.iter().map(|kind| t(&format!("shows-{kind}")));
    names.collect::<Vec<_>>().join(" · ")
}

fn holds(card: &Card) -> String {
    if card.ended {
        t("client-ended-hint")
    } else {
        until_words(card.until)
    }
}

/// Fetches everybody's news, one after the other.
async fn look_at_all(app: App, line: RwSignal<String>) {
    let everybody: Vec<Received> = app
        .circle
        .member
        .with_untracked(|m| m.as_ref().map(|m| m.account.received.clone()))
        .unwrap_or_default();
    let mut said = String::new();
    for received in &everybody {
        match clients::fetch(received).await {
            Ok(()) | Err(super::snag::Snag::Ended) => {}
            Err(snag) => said = snag.words(),
        }
        app.circle.cards.set(Some(clients::cards().await));
        if line.try_with_untracked(|_| ()).is_none() {
            return;
        }
        if said == super::snag::Snag::Away.words() {
            break;
        }
    }
    if said.is_empty() && !everybody.is_empty() {
        let time = clock::day_and_time(clock::now());
        said = t_with("caseload-looked", &[("time", time.into())]);
    }
    let _ = line.try_set(said);
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::{App, Gate, app},
    content,
    nav::Screen,
    platform::page,
    ui::{Doors, Frame},
    words::t,
};
use kindhold_care::MomentKind;
use leptos::prelude::*;

/// Goes to what concerns other devices and other people. It is loaded the first time it is wanted.
#[cfg(not(feature = "together"))]
pub(super) fn together(_app: App, hash: &str) {
    page::load_together(hash);
}

/// Goes to what concerns other devices and other people.
#[cfg(feature = "together")]
pub(super) fn together(app: App, hash: &str) {
    crate::together::go(app, hash);
}

/// Where what is kept lies.
#[cfg(not(feature = "together"))]
const fn private(_app: App) -> &'static str {
    "home-private"
}

/// Where what is kept lies.
#[cfg(feature = "together")]
fn private(app: App) -> &'static str {
    if app.circle.is_at_a_relay() {
        "home-private-together"
    } else {
        "home-private"
    }
}

/// What others offer.
#[cfg(not(feature = "together"))]
const fn offers(_app: App) {}

/// What others offer.
#[cfg(feature = "together")]
fn offers(app: App) -> impl IntoView {
    crate::together::offers_door(app)
}

/// The first screen: an urge first, everything else below.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let app = app();
    let to = move |label: &str, hint: &str, screen: Screen| {
        let hint = if hint.is_empty() {
            String::new()
        } else {
            t(hint)
        };
        (
            t(label),
            hint,
            Callback::new(move |()| app.go(screen.clone())),
        )
    };
    let out = |label: &str, path: String| {
        (
            t(label),
            String::new(),
            Callback::new(move |()| page::go_to(&path)),
        )
    };
    let now = vec![
        to("door-decided", "", Screen::Decided),
        to("door-happened", "", Screen::Happened),
        to("door-people", "door-people-hint", Screen::People),
        out("crisis-lines", content::lines_path()),
    ];
    let build = vec![
        to("door-plan", "door-plan-hint", Screen::Plan),
        to("door-diary", "", Screen::Diary),
        to("door-words", "door-words-hint", Screen::Words),
        to("door-letters", "", Screen::Letters),
        to("door-practices", "door-practices-hint", Screen::Practices),
        to("door-helps", "", Screen::Helps),
        out("door-kindness", content::page_path("about-kindness")),
        (
            t("door-together"),
            t("door-together-hint"),
            Callback::new(move |()| together(app, "together")),
        ),
        to("door-settings", "", Screen::Settings),
    ];
    let nothing_kept = move || match app.gate.get() {
        Gate::NothingKept(why) => Some(why),
        _ => None,
    };
    view! {
        <Frame title=t("home-title") back=false>
            {move || nothing_kept().map(|why| view! { <p class="note warm" role="status">{why}</p> })}
            <button class="main-action wide urge" on:click=move |_| {
                app.begin(MomentKind::Urge);
                app.go(Screen::Urge);
            }>{t("door-urge")}</button>
            <Doors doors=now />
            <h2>{t("home-build")}</h2>
            {offers(app)}
            <Doors doors=build />
            <p class="soft small">{move || t(private(app))}</p>
        </Frame>
    }
}

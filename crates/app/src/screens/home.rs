// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::{Gate, app},
    content,
    nav::Screen,
    platform::page,
    together,
    ui::{Doors, Frame},
    words::t,
};
use kindhold_care::MomentKind;
use leptos::prelude::*;

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
    let fuller = move |label: &str, to: &'static str| {
        (
            t(label),
            t(&format!("{label}-hint")),
            Callback::new(move |()| together::go(app, to)),
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
        fuller("door-programme", "programme"),
        to("door-diary", "", Screen::Diary),
        to("door-words", "door-words-hint", Screen::Words),
        to("door-letters", "", Screen::Letters),
        to("door-practices", "door-practices-hint", Screen::Practices),
        to("door-helps", "", Screen::Helps),
        fuller("door-measures", "measures"),
        fuller("door-library", "library"),
        fuller("door-together", "together"),
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
            {together::offers_door(app)}
            {together::due_door(app)}
            <Doors doors=build />
            <p class="soft small">{move || t(together::where_it_lies(app))}</p>
        </Frame>
    }
}

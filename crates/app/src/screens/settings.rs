// SPDX-License-Identifier: Apache-2.0
use super::welcome::{Country, Languages};
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{page, prefs, prefs::Pref, speech},
    ui::{Doors, Frame},
    words::t,
};
use leptos::{prelude::*, task::spawn_local};

/// Settings. Every change holds at once.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let app = app();
    let to = move |label: &str, screen: Screen| {
        (
            t(label),
            String::new(),
            Callback::new(move |()| app.go(screen.clone())),
        )
    };
    let out = |label: &str, name: &'static str| {
        (
            t(label),
            String::new(),
            Callback::new(move |()| page::go_to(&content::page_path(name))),
        )
    };
    let first = vec![
        to("lock-title", Screen::Lock),
        to("data-title", Screen::Data),
        (
            t("choosing-title"),
            String::new(),
            Callback::new(move |()| crate::together::go(app, "choosing")),
        ),
    ];
    let last = vec![
        out("settings-install", "install"),
        out("settings-leaving", "leaving"),
        out("settings-about", "about"),
        to("erase-title", Screen::Erase),
    ];
    let persistent = RwSignal::new(None::<bool>);
    spawn_local(async move { persistent.set(Some(page::is_persistent().await)) });
    view! {
        <Frame title=t("settings-title")>
            <Doors doors=first />
            <Choice pref=Pref::Theme title="settings-theme" choices=&["", "light", "dark", "contrast"] />
            <Choice pref=Pref::Text title="settings-text" choices=&["", "2", "3"] />
            <Choice pref=Pref::Motion title="settings-motion" choices=&["", "less"] />
            {speech::is_there().then(|| view! { <Choice pref=Pref::Voice title="settings-voice" choices=&["", "1"] /> })}
            <Choice pref=Pref::Wordless title="settings-wordless" choices=&["", "1"] />
            <Choice pref=Pref::Plain title="settings-plain" choices=&["", "1"] />
            <p class="soft small">{t("settings-plain-hint")}</p>
            <section class="card country"><Country among=true /></section>
            <section>
                <h2>{t("welcome-language")}</h2>
                <Languages />
            </section>
            <h2>{t("settings-exit")}</h2>
            <p class="soft small">{t("settings-exit-hint")}</p>
            {move || persistent.get().map(|kept| view! {
                <p class="note">{if kept { t("storage-kept") } else { t("storage-not-promised") }}</p>
            })}
            <Doors doors=last />
        </Frame>
    }
}

/// One choice among a few; the first is the device's own.
#[component]
fn Choice(pref: Pref, title: &'static str, choices: &'static [&'static str]) -> impl IntoView {
    let chosen = RwSignal::new(prefs::get(pref).unwrap_or_default());
    view! {
        <section>
            <h2>{t(title)}</h2>
            <div class="chips" role="group" aria-label=t(title)>
                {choices.iter().map(|value| {
                    let word = if value.is_empty() { t(&format!("{title}-default")) } else { t(&format!("{title}-{value}")) };
                    view! {
                        <button class="chip" aria-pressed=move || (chosen.get() == *value).to_string() on:click=move |_| {
                            prefs::set(pref, value);
                            chosen.set((*value).to_owned());
                        }>{word}</button>
                    }
                }).collect_view()}
            </div>
        </section>
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{app::app, platform::page, session, together, ui::Frame, words::t};
use leptos::{prelude::*, task::spawn_local};

/// Erase everything, after a plain question.
#[component]
pub(crate) fn Erase() -> impl IntoView {
    let app = app();
    let sure = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let erase = move |_| {
        busy.set(true);
        spawn_local(async move {
            match session::erase().await {
                Ok(()) => {
                    app.forget();
                    page::start_apart();
                }
                Err(trouble) => {
                    busy.set(false);
                    app.say(trouble.words());
                }
            }
        });
    };
    view! {
        <Frame title=t("erase-title")>
            <p>{t("erase-what")}</p>
            <p>{t("erase-not")}</p>
            {together::erase_note(app)}
            <label class="row">
                <input type="checkbox" prop:checked=move || sure.get() on:change=move |e| sure.set(event_target_checked(&e)) />
                <span>{t("erase-sure")}</span>
            </label>
            <button class="wide" disabled=move || busy.get() || !sure.get() on:click=erase>{t("erase-do")}</button>
            <button class="main-action wide" on:click=move |_| app.nav.back()>{t("keep-it")}</button>
        </Frame>
    }
}

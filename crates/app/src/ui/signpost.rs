// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{page, signpost},
    words::t,
};
use leptos::{prelude::*, task::spawn_local};

/// So long nothing has to be typed before a text is looked at.
const STILL_MS: i32 = 600;

/// Stands under a text that somebody writes: when it reads like somebody who may want to die, the plan and people are
/// shown, here and once more after it is kept. Never a gate, and nothing about it is kept or told.
#[component]
pub(crate) fn Signpost(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let app = app();
    let found = RwSignal::new(false);
    let look = move |now: String, here: bool| {
        if now.is_empty() {
            return;
        }
        spawn_local(async move {
            if here {
                page::pause(STILL_MS).await;
                // A card that comes in under a finger on its way to a button would take its place.
                if text.try_get_untracked() != Some(now.clone()) || page::is_on_button() {
                    return;
                }
            }
            let shows = signpost::shows(&now).await;
            // Several texts may stand on a screen: a light one takes back no other's word.
            if shows || found.try_get_untracked() == Some(true) {
                let _ = app.signpost.try_set(shows);
            }
            let _ = found.try_set(shows);
        });
    };
    Effect::new(move || look(text.get(), true));
    on_cleanup(move || look(text.try_get_untracked().unwrap_or_default(), false));
    view! { <Sign shows=found /> }
}

/// The card alone: for the screen that comes after the text was kept.
#[component]
pub(crate) fn Sign(
    /// Whether it does.
    shows: RwSignal<bool>,
) -> impl IntoView {
    let app = app();
    view! {
        <div role="status">
            {move || shows.get().then(|| view! {
                <section class="card warm sign">
                    <p>{t("signpost-lead")}</p>
                    <button class="wide" on:click=move |_| app.go(Screen::People)>{t("people-title")}</button>
                    <button class="wide" on:click=move |_| app.go(Screen::Plan)>{t("open-plan")}</button>
                    <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
                    <p class="soft small">{t("signpost-private")}</p>
                </section>
            })}
        </div>
    }
}

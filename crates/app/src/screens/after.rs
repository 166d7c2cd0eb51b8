// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    content,
    nav::Screen,
    ui::{Frame, Scale},
    words::t,
};
use kindhold_care::{Helped, Strength};
use leptos::prelude::*;

/// How it is now. Still high: another door, then a person, then the lines.
#[component]
pub(crate) fn After() -> impl IntoView {
    let app = app();
    let episode = move || app.under_way.with(|u| u.as_ref().map(|(_, e)| e.clone()));
    let now = move || episode().and_then(|e| e.after);
    let helped = move || episode().and_then(|e| e.attempts.last()?.helped);
    let has_attempt = episode().is_some_and(|e| !e.attempts.is_empty());
    let still_high = move || now().is_some_and(Strength::is_still_high);
    let say_helped = move |h: Helped| {
        app.change(|e| {
            if let Some(last) = e.attempts.last_mut() {
                last.helped = Some(h);
            }
        });
    };
    let another = move |_| {
        app.offer();
        app.nav.replace(Screen::Offers);
    };
    let line = StoredValue::new(untrack(|| app.kind_line()));
    view! {
        <Frame title=t("after-title") back=false>
            <p class="note kind-line">{line.get_value()}</p>
            {has_attempt.then(|| view! {
                <h2>{t("after-helped")}</h2>
                <div class="chips" role="group" aria-label=t("after-helped")>
                    {Helped::ALL.into_iter().map(|h| view! {
                        <button class="chip" aria-pressed=move || (helped() == Some(h)).to_string() on:click=move |_| say_helped(h)>
                            {t(&format!("helped-{}", h.key()))}
                        </button>
                    }).collect_view()}
                </div>
            })}
            <h2>{t("after-how-strong")}</h2>
            <Scale label=t("after-how-strong") value=Signal::derive(now) on_pick=move |s| app.change(|e| e.after = Some(s)) />
            {move || still_high().then(|| view! {
                <p>{t("after-still-high")}</p>
                <button class="main-action wide" on:click=another>{t("another-door")}</button>
                <button class="wide" on:click=move |_| app.go(Screen::People)>{t("be-with-someone")}</button>
                <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
            })}
            <div class="row two">
                {move || (!still_high()).then(|| view! { <button on:click=another>{t("something-else")}</button> })}
                <button class:main-action=move || !still_high() on:click=move |_| app.finish()>{t("enough-for-now")}</button>
            </div>
        </Frame>
    }
}

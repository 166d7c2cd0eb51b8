// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::{Gate, app},
    content,
    nav::Screen,
    platform::page,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Contact, WordKind};
use leptos::{prelude::*, task::spawn_local};

/// The person's own people from the plan, with call and message.
#[component]
pub(crate) fn OwnPeople() -> impl IntoView {
    let app = app();
    let people = move || {
        app.book.with(|b| {
            b.plan()
                .map(|(_, p)| p.reachable().cloned().collect::<Vec<_>>())
                .unwrap_or_default()
        })
    };
    let message = move || {
        app.book
            .with(|b| b.own_words(WordKind::Message))
            .into_iter()
            .next()
            .map_or_else(|| t("message-default"), |(_, m)| m)
    };
    view! {
        {move || {
            let people = people();
            if app.gate.get() == Gate::Locked {
                view! {
                    <div class="note">
                        <p>{t("people-locked")}</p>
                        <button on:click=move |_| app.nav.home()>{t("people-unlock")}</button>
                    </div>
                }.into_any()
            } else if people.is_empty() {
                view! {
                    <div class="note">
                        <p>{t("people-none")}</p>
                        <button on:click=move |_| app.go(Screen::PlanEdit)>{t("people-add")}</button>
                    </div>
                }.into_any()
            } else {
                let message = message();
                people.into_iter().map(|c| view! { <Person contact=c message=message.clone() /> }).collect_view().into_any()
            }
        }}
    }
}

/// One person: two ways to reach them. A tap opens the phone; nothing is sent by itself.
#[component]
fn Person(contact: Contact, message: String) -> impl IntoView {
    let dial = contact.dial();
    let body = js_sys::encode_uri_component(&message)
        .as_string()
        .unwrap_or_default();
    let name = contact.name.clone();
    let copied = RwSignal::new(false);
    let to_copy = StoredValue::new(message);
    view! {
        <div class="card person">
            <p class="person-name">{contact.name}</p>
            {(!contact.note.is_empty()).then(|| view! { <p class="soft small">{contact.note}</p> })}
            <div class="row two">
                {dial.map(|d| view! {
                    <a class="button main-action" href=format!("tel:{d}") aria-label=t_with("call-named", &[("name", name.clone().into())])>{t("call")}</a>
                    <a class="button" href=format!("sms:{d}?&body={body}") aria-label=t_with("message-named", &[("name", name.into())])>{t("message")}</a>
                })}
            </div>
            <button class="quiet small" on:click=move |_| spawn_local(async move {
                copied.set(page::copy(&to_copy.get_value()).await);
            })>{move || if copied.get() { t("message-copied") } else { t("message-copy") }}</button>
        </div>
    }
}

/// Be with someone: own people first, then lines, then being near others.
#[component]
pub(crate) fn People() -> impl IntoView {
    let app = app();
    view! {
        <Frame title=t("people-title")>
            <p>{t("people-lead")}</p>
            <OwnPeople />
            <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
            <p class="soft small">{t("people-lines-hint")}</p>
            <button class="wide" on:click=move |_| app.go(Screen::Plan)>{t("open-plan")}</button>
            <h2>{t("people-near-title")}</h2>
            <p>{t("people-near")}</p>
            {move || app.under_way.with(Option::is_some).then(|| view! {
                <button class="wide" on:click=move |_| app.go(Screen::After)>{t("people-done")}</button>
            })}
        </Frame>
    }
}

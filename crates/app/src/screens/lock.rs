// SPDX-License-Identifier: Apache-2.0
use super::welcome::{PasscodeFields, is_passcode_fit, secret_field};
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{page, passkey, prefs, prefs::Pref},
    seat::Seat,
    session::{self, LockChange, Trouble},
    ui::Frame,
    words::t,
};
use kindhold_care::MomentKind;
use leptos::{prelude::*, task::spawn_local};

/// The lock. Help stands above it and needs no key.
#[component]
pub(crate) fn Locked() -> impl IntoView {
    let app = app();
    let passcode = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let has_passkey = RwSignal::new(false);
    spawn_local(async move { has_passkey.set(session::has_passkey().await) });
    let done = move |result: Result<session::Opened, Trouble>| {
        busy.set(false);
        match result {
            Ok(opened) => {
                passcode.set(String::new());
                app.enter(opened.session, opened.book, opened.notice);
                page::after_drawing(page::focus_heading);
            }
            Err(trouble) => {
                wrong.set(Some(trouble.words()));
                page::after_drawing(|| page::focus("#passcode"));
            }
        }
    };
    let open = move || {
        busy.set(true);
        wrong.set(None);
        spawn_local(async move {
            let code = passcode.get_untracked();
            done(session::unlock_with_passcode(&code).await);
        });
    };
    let with_passkey = move |_| {
        busy.set(true);
        spawn_local(async move { done(session::unlock_with_passkey().await) });
    };
    view! {
        <main id="main">
            <h1 tabindex="-1">{t("locked-title")}</h1>
            {(Seat::here() == Seat::Person).then(|| view! {
                <p>{t("locked-help-first")}</p>
                <button class="main-action wide urge" on:click=move |_| {
                    app.begin(MomentKind::Urge);
                    app.go(Screen::Urge);
                }>{t("door-urge")}</button>
                <a class="button wide" href=content::page_path("right-now")>{t("door-right-now")}</a>
            })}
            <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
            <form class="card" on:submit=move |e| { e.prevent_default(); open() }>
                <label>
                    <span>{t("locked-passcode")}</span>
                    <input id="passcode" type="password" autocomplete="current-password" prop:value=move || passcode.get() on:input=move |e| passcode.set(event_target_value(&e)) />
                </label>
                {move || wrong.get().map(|w| view! { <p class="note warm" role="alert">{w}</p> })}
                <button type="submit" class="wide" disabled=move || busy.get()>
                    {move || if busy.get() { t("locked-opening") } else { t("locked-open") }}
                </button>
                {move || has_passkey.get().then(|| view! {
                    <button type="button" class="wide" disabled=move || busy.get() on:click=with_passkey>{t("locked-passkey")}</button>
                })}
            </form>
            <details>
                <summary>{t("locked-forgot")}</summary>
                <p>{t("locked-forgot-hint")}</p>
                <button on:click=move |_| app.go(Screen::Erase)>{t("erase-title")}</button>
            </details>
        </main>
    }
}

/// Setting, changing and taking away the passcode and the passkey.
#[component]
pub(crate) fn LockSettings() -> impl IntoView {
    let app = app();
    let now = RwSignal::new(String::new());
    let passcode = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let has_passcode = RwSignal::new(false);
    let has_key = RwSignal::new(false);
    let can_key = RwSignal::new(false);
    let look = move || {
        spawn_local(async move {
            has_passcode.set(session::has_passcode().await);
            has_key.set(session::has_passkey().await);
            can_key.set(passkey::is_there());
        });
    };
    look();
    let act = move |change: LockChange| {
        let Some(session) = app.session() else { return };
        busy.set(true);
        spawn_local(async move {
            match session.change_lock(&now.get_untracked(), &change).await {
                Ok(()) => {
                    for typed in [now, passcode, again] {
                        typed.set(String::new());
                    }
                    app.say(t(change.words()));
                }
                Err(trouble) => app.say(trouble.words()),
            }
            busy.set(false);
            look();
        });
    };
    let after = prefs::get(Pref::LockAfter).unwrap_or_else(|| "5".into());
    view! {
        <Frame title=t("lock-title")>
            <p>{move || if has_passcode.get() { t("lock-has-passcode") } else { t("lock-has-none") }}</p>
            {move || has_passcode.get().then(|| view! {
                {secret_field("lock-passcode-now", "current-password", now)}
                <p class="small soft">{t("lock-passcode-why")}" "{has_key.get().then(|| t("lock-passcode-or"))}</p>
            })}
            <section class="card">
                <h2>{move || if has_passcode.get() { t("lock-change") } else { t("lock-set") }}</h2>
                <p class="soft small">{t("lock-hint")}</p>
                <PasscodeFields passcode=passcode again=again />
                <button
                    class="main-action wide"
                    disabled=move || busy.get() || !is_passcode_fit(&passcode.get(), &again.get())
                    on:click=move |_| act(LockChange::Passcode(passcode.get_untracked()))
                >{t("keep")}</button>
                {move || has_passcode.get().then(|| view! {
                    <button class="wide" disabled=move || busy.get() on:click=move |_| act(LockChange::NoPasscode)>{t("lock-take-away")}</button>
                })}
            </section>
            {move || (has_passcode.get() && (can_key.get() || has_key.get())).then(|| view! {
                <section class="card">
                    <h2>{t("passkey-title")}</h2>
                    <p class="soft small">{t("passkey-hint")}</p>
                    <button class="wide" disabled=move || busy.get() on:click=move |_| {
                        act(if has_key.get_untracked() { LockChange::NoPasskey } else { LockChange::Passkey });
                    }>{t(if has_key.get() { "passkey-remove" } else { "passkey-add" })}</button>
                </section>
            })}
            {move || has_passcode.get().then(|| view! {
                <label>
                    <span class="small">{t("lock-after")}</span>
                    <select autocomplete="off" on:change=move |e| prefs::set(Pref::LockAfter, &event_target_value(&e))>
                        {["0", "1", "5", "30"].into_iter().map(|m| view! {
                            <option value=m selected=m == after>{t(&format!("lock-after-{m}"))}</option>
                        }).collect_view()}
                    </select>
                </label>
                <button class="wide" on:click=move |_| app.lock()>{t("lock-now")}</button>
            })}
        </Frame>
    }
}

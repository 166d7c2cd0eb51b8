// SPDX-License-Identifier: Apache-2.0
use super::snag::Snag;
use crate::{
    app::app,
    platform::{
        clock, page, passkey, prefs, prefs::Pref, relay, relay::Origin, store::DeviceStore,
    },
    screens::{PasscodeFields, is_passcode_fit},
    seat::Seat,
    session::{self, Opened, Trouble, random},
    words::{t, t_with},
};
use kindhold_vault::{
    PasskeySecret, Random as _, Vault,
    together::{AccountSecret, Door, WordsError},
};
use leptos::{prelude::*, task::spawn_local};

/// The way in on this device, when the vault is already on another.
#[component]
pub(super) fn Join() -> impl IntoView {
    let app = app();
    let linked = app
        .circle
        .asked
        .with_untracked(|asked| asked.strip_prefix("join=").and_then(secret_of))
        .map(|secret| secret.words().join(" "));
    let words = RwSignal::new(linked.unwrap_or_default());
    let name = RwSignal::new(t("device-default"));
    let (passcode, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    // A counsellor's device holds what others have shown.
    let needs_passcode = Seat::here() == Seat::Counsellor;
    let is_fit = move || {
        let (code, again) = (passcode.get(), again.get());
        is_passcode_fit(&code, &again) || (code.is_empty() && !needs_passcode)
    };
    let through = move |door: Door| {
        busy.set(true);
        spawn_local(async move {
            let code = Some(passcode.get_untracked()).filter(|c| !c.is_empty());
            match come_in(&door, &name.get_untracked(), code.as_deref()).await {
                Ok(opened) => {
                    prefs::set(Pref::Welcomed, "1");
                    app.circle.asked.set(String::new());
                    app.enter(opened.session, opened.book, opened.notice);
                    super::at_heading();
                }
                Err(snag) => {
                    wrong.set(Some(snag.words()));
                    busy.set(false);
                    page::after_drawing(|| page::focus("#wrong"));
                }
            }
        });
    };
    let join = move || {
        wrong.set(None);
        match AccountSecret::from_words(&words.get_untracked()) {
            Ok(secret) => through(secret.door()),
            Err(e) => wrong.set(Some(what_is_wrong(e))),
        }
    };
    let with_passkey = move |_| {
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            match passkey::ask_door(random().make()).await {
                Ok(secret) => through(Door::of_passkey(&PasskeySecret::new(secret))),
                Err(_) => {
                    busy.set(false);
                    wrong.set(Some(t("door-passkey-none")));
                }
            }
        });
    };
    view! {
        <main id="main">
            <button class="quiet back" on:click=move |_| { app.circle.asked.set(String::new()); super::at_heading(); }>
                <span aria-hidden="true" class="arrow"></span>
                {t("back")}
            </button>
            <h1 tabindex="-1">{t("join-title")}</h1>
            <p>{t("join-lead")}</p>
            <form on:submit=move |e| { e.prevent_default(); join() }>
                <label>
                    <span class="small">{t("join-words")}</span>
                    <textarea rows="4" autocapitalize="none" autocomplete="off" spellcheck="false" prop:value=move || words.get() on:input=move |e| words.set(event_target_value(&e))></textarea>
                </label>
                <label>
                    <span class="small">{t("device-name")}</span>
                    <input type="text" maxlength="60" autocomplete="off" prop:value=move || name.get() on:input=move |e| name.set(event_target_value(&e)) />
                </label>
                <h2>{t(if needs_passcode { "join-passcode-must" } else { "join-passcode" })}</h2>
                <PasscodeFields passcode=passcode again=again />
                {move || wrong.get().map(|w| view! { <p id="wrong" class="note warm" role="alert" tabindex="-1">{w}</p> })}
                <button type="submit" class="main-action wide" disabled=move || busy.get() || !is_fit()>
                    {move || if busy.get() { t("join-busy") } else { t("join-do") }}
                </button>
            </form>
            {passkey::is_there().then(|| view! {
                <button class="wide" disabled=move || busy.get() || !is_fit() on:click=with_passkey>{t("door-passkey-use")}</button>
            })}
            <p class="soft small">{t("join-nothing-lost")}</p>
        </main>
    }
}

fn secret_of(link: &str) -> Option<AccountSecret> {
    let bytes: [u8; 16] = relay::from_link(link)?.try_into().ok()?;
    Some(AccountSecret::new(bytes))
}

fn what_is_wrong(e: WordsError) -> String {
    match e {
        WordsError::Count(n) => t_with("join-count", &[("n", (n as u32).into())]),
        WordsError::Unknown(at) => t_with("join-unknown", &[("n", (at as u32 + 1).into())]),
        _ => t("join-checksum"),
    }
}

/// Opens the door, makes this one of the person's devices, and fetches everything.
async fn come_in(door: &Door, name: &str, passcode: Option<&str>) -> Result<Opened, Snag> {
    page::pause(30).await;
    let store = DeviceStore::here().await.map_err(Trouble::from)?;
    let device = store.make_device_secret().await.map_err(Trouble::from)?;
    let relay = Origin::here();
    let way_in = |amk: &_| session::way_in(amk, passcode, &device);
    let now = clock::now().unix_ms;
    let mut vault = Vault::join(store, &relay, door, name, now, way_in, &mut random()).await?;
    // Without the rest it is in already; that comes later then.
    let _ = vault.sync(&relay, &mut random()).await;
    let contents = vault.read().await?;
    let _ = vault.take_news();
    Ok(Opened::new((vault, contents), passcode.is_some()))
}

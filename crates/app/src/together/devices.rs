// SPDX-License-Identifier: Apache-2.0
use super::{hub::Standing, qr::LinkToShow, snag::Snag};
use crate::{
    app::app,
    platform::{clock, passkey, relay},
    seat::Seat,
    session::{self, random},
    ui::{Frame, Question},
    words::{t, t_with},
};
use kindhold_care::When;
use kindhold_vault::{DeviceId, PasskeySecret, Random as _, together::Door};
use leptos::{prelude::*, task::spawn_local};

/// The person's devices, and the way in for the next one.
#[component]
pub(super) fn Devices() -> impl IntoView {
    let app = app();
    let own = RwSignal::new(None::<DeviceId>);
    spawn_local(async move {
        let id = app.act(async |vault, _| Ok(vault.device())).await;
        own.set(id.ok());
    });
    let take_out = move |device: DeviceId| {
        spawn_local(async move {
            let done = app
                .act(async |vault, relay| vault.remove_device(relay, device, &mut random()).await)
                .await;
            app.say(done.map_or_else(Snag::words, |_| t("devices-taken-out")));
        });
    };
    let devices = move || {
        app.circle
            .with(|m| {
                let mut all: Vec<_> = m.account.active().map(|(id, d)| (*id, d.clone())).collect();
                all.sort_by_key(|(_, d)| d.added_ms);
                all
            })
            .unwrap_or_default()
    };
    view! {
        <Frame title=t("devices-title")>
            <p>{t("devices-lead")}</p>
            <Standing />
            {move || devices().into_iter().map(|(id, device)| {
                let is_own = own.get() == Some(id);
                let added = clock::day(When { unix_ms: device.added_ms, offset_min: 0 });
                let taken = Callback::new(move |()| take_out(id));
                view! {
                    <section class="card">
                        <h2>{device.name}</h2>
                        <p class="soft small">
                            {if is_own { t("devices-this") } else { t_with("devices-since", &[("day", added.into())]) }}
                        </p>
                        {(!is_own && own.get().is_some()).then(|| view! {
                            <Question ask=t("devices-take-out") question=t("devices-take-out-question") yes=t("devices-take-out-yes") on_yes=taken />
                        })}
                    </section>
                }
            }).collect_view()}
            <WayIn />
        </Frame>
    }
}

/// The 12 words and their QR code: shown only when asked for.
#[component]
fn WayIn() -> impl IntoView {
    let app = app();
    let shown = RwSignal::new(false);
    let secret = move || app.circle.with(|m| m.account.secret.clone());
    let busy = RwSignal::new(false);
    let add_passkey = move |_| {
        busy.set(true);
        spawn_local(async move {
            let said = match passkey::make_door(&session::passkey_name(), random().make()).await {
                Err(_) => t("door-passkey-not"),
                Ok(secret) => {
                    let door = Door::of_passkey(&PasskeySecret::new(secret));
                    let done = app
                        .act(async |vault, relay| vault.add_door(relay, &door, &mut random()).await)
                        .await;
                    done.map_or_else(Snag::words, |()| t("door-passkey-set"))
                }
            };
            let _ = busy.try_set(false);
            app.say(said);
        });
    };
    let renew = Callback::new(move |()| {
        spawn_local(async move {
            let done = app
                .act(async |vault, relay| vault.new_words(relay, &mut random()).await)
                .await;
            app.say(done.map_or_else(Snag::words, |_| t("words-renewed")));
        });
    });
    view! {
        <section class="card">
            <h2>{t("way-in-title")}</h2>
            <p>{t("way-in-hint")}</p>
            <p class="note">{t("way-in-keep")}</p>
            {move || if shown.get() {
                secret().map(|secret| {
                    let words = secret.words();
                    let seat = Seat::here().path();
                    let secret = relay::to_link(secret.reveal());
                    let link = format!("{}{seat}#join={secret}", relay::origin());
                    view! {
                        <ol class="words-of-12">{words.into_iter().map(|w| view! { <li>{w}</li> }).collect_view()}</ol>
                        <LinkToShow link=link label=t("way-in-qr") />
                        <button class="wide" on:click=move |_| shown.set(false)>{t("way-in-hide")}</button>
                    }
                }).into_any()
            } else {
                view! { <button class="wide" on:click=move |_| shown.set(true)>{t("way-in-show")}</button> }.into_any()
            }}
            {passkey::is_there().then(|| view! {
                <p class="small soft">{t("door-passkey-hint")}</p>
                <button class="wide" disabled=move || busy.get() on:click=add_passkey>{t("door-passkey-add")}</button>
            })}
            <Question ask=t("words-renew") question=t("words-renew-question") yes=t("words-renew-yes") on_yes=renew />
        </section>
    }
}

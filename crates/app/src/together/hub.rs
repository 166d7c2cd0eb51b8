// SPDX-License-Identifier: Apache-2.0
use super::{Room, circle::Line, fields::TextField, read_invitation, snag::Snag};
use crate::{
    app::{App, app},
    nav::Screen,
    platform::{clock, page},
    seat::Seat,
    session::{STREAMS, random, stream_for},
    ui::{Doors, Frame, Question},
    words::{t, t_with},
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;

/// Devices and people, and how things stand with the server.
#[component]
pub(super) fn Hub() -> impl IntoView {
    let app = app();
    let door = move |label: &str, hint: &str, room: Room| {
        let go = Callback::new(move |()| app.go(Screen::Together(room)));
        (t(label), t(hint), go)
    };
    let is_person = Seat::here() == Seat::Person;
    let is_on = Memo::new(move |_| app.circle.is_at_a_relay());
    let doors = move || {
        let mut doors = Vec::new();
        if app.circle.is_at_a_relay() {
            doors.push(door("devices-title", "devices-hint", Room::Devices));
        }
        if is_person && app.circle.with(|m| !m.account.grants.is_empty()) == Some(true) {
            doors.insert(0, door("shares-title", "shares-hint", Room::Shares));
        }
        doors
    };
    view! {
        <Frame title=t("hub-title")>
            <p>{t(if is_person { "hub-lead" } else { "hub-lead-seat" })}</p>
            <Standing />
            {move || view! { <Doors doors=doors() /> }}
            {is_person.then(|| view! { <Invited /> })}
            {move || if is_on.get() {
                view! { <TurnOff /> }.into_any()
            } else {
                view! { <TurnOn /> }.into_any()
            }}
        </Frame>
    }
}

/// How things stand, in one sentence; and what was noticed.
#[component]
pub(super) fn Standing() -> impl IntoView {
    let app = app();
    let line = move || match app.circle.line.get() {
        Line::Quiet => None,
        Line::Busy => Some(t("line-busy")),
        Line::Done(at) => {
            let time = clock::day_and_time(at);
            Some(t_with("line-done", &[("time", time.into())]))
        }
        Line::Snag(snag) => Some(snag.words()),
    };
    view! {
        {move || app.circle.is_at_a_relay().then(line).flatten().map(|line| view! {
            <p class="note" role="status">{line}</p>
        })}
        {move || app.circle.noticed.get().into_iter().map(|sentence| view! {
            <p class="note warm" role="alert">{sentence}</p>
        }).collect_view()}
    }
}

/// A link that somebody has sent.
#[component]
fn Invited() -> impl IntoView {
    let app = app();
    let link = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    Effect::new(move || {
        link.track();
        wrong.set(false);
    });
    let open = move || match read_invitation(&link.get_untracked()) {
        Some(invitation) => {
            app.circle.invitation.set(Some(invitation));
            app.go(Screen::Together(Room::Answer));
        }
        None => wrong.set(true),
    };
    view! {
        <form class="card" on:submit=move |e| { e.prevent_default(); open() }>
            <h2>{t("invited-title")}</h2>
            <p>{t("invited-hint")}</p>
            <TextField label="invited-link" value=link most=2000 />
            {move || wrong.get().then(|| view! { <p class="note warm" role="alert">{t("answer-no-invitation")}</p> })}
            <button type="submit" class="wide">{t("invited-open")}</button>
        </form>
    }
}

/// Brings the vault to the server for the first time.
///
/// # Errors
/// [`Snag`]; the same again is safe.
pub(super) async fn turn_on(app: App, code: &str, name: &str) -> Result<(), Snag> {
    let now = clock::now().unix_ms;
    move_over(app).await?;
    app.act(async |vault, relay| {
        vault
            .bring_to_relay(relay, code, name, now, &mut random())
            .await
    })
    .await?;
    page::ask_to_persist().await;
    app.circle.ring();
    Ok(())
}

/// Letters, what helps and the programme lie in streams of their own, so that they can be shown without
/// the rest. An older vault has them elsewhere: they are written there once more. Cut off anywhere, the next try does
/// what is left.
pub(super) async fn move_over(app: App) -> Result<(), Snag> {
    const OWN: [&str; 3] = ["letters", "help", "programme"];
    let there = app.act(async |vault, _| {
        vault.add_streams(&STREAMS, &mut random()).await?;
        let own = OWN.map(|name| vault.stream_id(name));
        let opened = vault.read().await?.opened.into_iter();
        let there = opened.filter(|o| own.contains(&Some(o.place.lane.stream)));
        Ok(there.map(|o| (o.thing, o.time)).collect::<BTreeSet<_>>())
    });
    let there = there.await?;
    let left: Vec<_> = app.book.with_untracked(|book| {
        let own = book
            .versions()
            .filter(|(_, v)| OWN.contains(&stream_for(&v.entry)));
        let left = own.filter(|(thing, v)| !there.contains(&(**thing, v.time())));
        left.map(|(thing, v)| (*thing, v.clone())).collect()
    });
    if let Some(session) = app.session().filter(|_| !left.is_empty()) {
        session.take_in(left).await?;
    }
    Ok(())
}

/// The name of this device and, where the server wants one, a code.
#[component]
pub(super) fn OnFields(
    name: RwSignal<String>,
    code: RwSignal<String>,
    wants_code: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label>
            <span class="small">{t("device-name")}</span>
            <input type="text" maxlength="60" autocomplete="off" prop:value=move || name.get() on:input=move |e| name.set(event_target_value(&e)) />
        </label>
        {move || wants_code.get().then(|| view! {
            <label>
                <span class="small">{t("on-code")}</span>
                <input type="text" autocomplete="off" prop:value=move || code.get() on:input=move |e| code.set(event_target_value(&e)) />
            </label>
        })}
    }
}

#[component]
fn TurnOn() -> impl IntoView {
    let app = app();
    let (name, code) = (
        RwSignal::new(t("device-default")),
        RwSignal::new(String::new()),
    );
    let (wants_code, busy) = (RwSignal::new(false), RwSignal::new(false));
    let on = move |_| {
        busy.set(true);
        spawn_local(async move {
            let done = turn_on(app, &code.get_untracked(), &name.get_untracked()).await;
            busy.set(false);
            match done {
                Ok(()) => app.say(t("on-done")),
                Err(snag) => {
                    wants_code.update(|w| *w |= snag == Snag::Code);
                    app.say(snag.words());
                }
            }
        });
    };
    view! {
        <section class="card">
            <h2>{t("on-title")}</h2>
            <p>{t("on-hint")}</p>
            <OnFields name=name code=code wants_code=wants_code />
            <button class="wide" disabled=move || busy.get() on:click=on>
                {move || if busy.get() { t("on-busy") } else { t("on-do") }}
            </button>
        </section>
    }
}

#[component]
fn TurnOff() -> impl IntoView {
    let app = app();
    let off = Callback::new(move |()| {
        spawn_local(async move {
            let done = app
                .act(async |vault, relay| vault.leave_relay(relay, &mut random()).await)
                .await;
            app.say(done.map_or_else(Snag::words, |()| t("off-done")));
        });
    });
    view! {
        <section class="card">
            <h2>{t("off-title")}</h2>
            <p class="small">{t("off-hint")}</p>
            <Question ask=t("off-ask") question=t("off-question") yes=t("off-yes") on_yes=off />
        </section>
    }
}

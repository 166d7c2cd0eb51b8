// SPDX-License-Identifier: Apache-2.0
//! Inviting somebody to show something: a QR code and a link, then the same words on both screens.

use super::{answer::Words, clients, qr::LinkToShow, seats::Banner, snag::Snag};
use crate::{
    app::{App, app},
    platform::{clock, page, relay},
    seat::Seat,
    session::{STREAMS, random},
    ui::{Frame, Question},
    words::{t, t_with},
};
use kindhold_care::When;
use kindhold_vault::{
    together::{Answered, Invitation, Pending, Received},
    wire::MailboxId,
};
use leptos::{prelude::*, task::spawn_local};

/// How often the mailbox is looked into, in milliseconds.
const LOOK_MS: i32 = 2500;

/// Inviting somebody.
#[component]
pub(super) fn Invite() -> impl IntoView {
    let app = app();
    let seat = Seat::here().shown();
    let pending = move || {
        let all = app.circle.with(|m| m.pending.clone()).unwrap_or_default();
        all.into_iter().next_back()
    };
    let answered = RwSignal::new_local(None::<Answered>);
    let trouble = RwSignal::new(None::<String>);
    spawn_local(async move {
        // For as long as this screen is there.
        while answered.try_with_untracked(|_| ()).is_some() {
            if answered.with_untracked(Option::is_none) && !page::is_out_of_sight() {
                let found = look(app).await;
                let _ = trouble.try_set(found.as_ref().err().map(|snag| snag.words()));
                if let Ok(Some(found)) = found
                    && answered.try_set(Some(found)).is_none()
                {
                    super::at_heading();
                }
            }
            page::pause(LOOK_MS).await;
        }
    });
    let body = move || match (answered.get(), pending()) {
        (Some(found), _) => view! { <Compare found=found answered=answered /> }.into_any(),
        (None, Some(pending)) => view! { <Waiting pending=pending trouble=trouble /> }.into_any(),
        (None, None) => seat.map(|seat| view! { <Make seat=seat /> }).into_any(),
    };
    view! {
        <Frame title=t("invite-title")>
            <Banner />
            {body}
        </Frame>
    }
}

async fn look(app: App) -> Result<Option<Answered>, Snag> {
    if !app
        .circle
        .member
        .with_untracked(|m| m.as_ref().is_some_and(|m| !m.pending.is_empty()))
    {
        return Ok(None);
    }
    let now = clock::now().unix_ms;
    let found = app
        .act(async |vault, relay| vault.answers(relay, now).await)
        .await?;
    Ok(found.into_iter().next_back())
}

async fn withdraw(app: App, mailbox: MailboxId) -> Result<(), Snag> {
    app.act(async |vault, _| Ok(vault.withdraw(mailbox, &mut random()).await?))
        .await
}

#[component]
fn Make(seat: kindhold_vault::together::Seat) -> impl IntoView {
    let app = app();
    let name = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            let now = clock::now().unix_ms;
            let own = name.get_untracked();
            let done = app
                .act(async |vault, _| {
                    vault.add_streams(&STREAMS, &mut random()).await?;
                    let device = t("device-default");
                    vault.become_member(&device, now, &mut random()).await?;
                    Ok(vault.invite(seat, own.trim(), now, &mut random()).await?)
                })
                .await;
            let _ = busy.try_set(false);
            match done {
                Ok(_) => super::at_heading(),
                Err(snag) => app.say(snag.words()),
            }
        });
    };
    view! {
        <p>{t("invite-lead")}</p>
        <form class="card" on:submit=move |e| { e.prevent_default(); make() }>
            <label>
                <span class="small">{t("invite-own-name")}</span>
                <input type="text" maxlength="60" autocomplete="name" prop:value=move || name.get() on:input=move |e| name.set(event_target_value(&e)) />
            </label>
            <p class="small soft">{t("invite-own-name-hint")}</p>
            <button type="submit" class="main-action wide" disabled=move || busy.get() || name.with(|n| n.trim().is_empty())>{t("invite-make")}</button>
        </form>
    }
}

#[component]
fn Waiting(pending: Pending, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let app = app();
    let link = link_of(&pending.invitation);
    let made = clock::day_and_time(When {
        unix_ms: pending.made_ms,
        offset_min: clock::now().offset_min,
    });
    let mailbox = pending.invitation.mailbox;
    let undo = Callback::new(move |()| {
        spawn_local(async move {
            if let Err(snag) = withdraw(app, mailbox).await {
                app.say(snag.words());
            }
        });
    });
    view! {
        <ol class="steps">
            <li>{t("invite-step-scan")}</li>
            <li>{t("invite-step-choose")}</li>
            <li>{t("invite-step-words")}</li>
        </ol>
        <LinkToShow link=link label=t("invite-qr") />
        <p class="small soft">{t("invite-once")}</p>
        <p role="status" class="note">{move || trouble.get().unwrap_or_else(|| t("invite-waiting"))}</p>
        <p class="small soft">{t_with("invite-made", &[("time", made.into())])}</p>
        <Question ask=t("invite-withdraw") question=t("invite-withdraw-question") yes=t("invite-withdraw-yes") on_yes=undo />
    }
}

fn link_of(invitation: &Invitation) -> String {
    let bytes = relay::to_link(&invitation.to_bytes());
    format!("{}/app/#invite={bytes}", relay::origin())
}

#[component]
fn Compare(found: Answered, answered: RwSignal<Option<Answered>, LocalStorage>) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let mailbox = found.mailbox;
    let refuse = move || {
        busy.set(true);
        spawn_local(async move {
            let done = withdraw(app, mailbox).await;
            let _ = answered.try_set(None);
            app.say(done.map_or_else(Snag::words, |()| t("invite-refused")));
        });
    };
    let received = match found.received {
        Ok(received) => received,
        Err(_) => {
            return view! {
                <p class="note warm" role="alert">{t("invite-forged")}</p>
                <button class="main-action wide" disabled=move || busy.get() on:click=move |_| refuse()>{t("invite-start-again")}</button>
            }
            .into_any();
        }
    };
    let name = RwSignal::new(received.name.clone());
    let said = received.name.clone();
    let received = StoredValue::new_local(received);
    let accept = move |_| {
        busy.set(true);
        spawn_local(async move {
            let mut received = received.get_value();
            let called = name.get_untracked().trim().to_owned();
            if !called.is_empty() {
                received.name = called;
            }
            match take(app, mailbox, &received).await {
                Ok(()) => {
                    app.nav.back();
                    app.notice.set(Some(t_with(
                        "invite-done",
                        &[("name", received.name.into())],
                    )));
                }
                Err(snag) => {
                    let _ = busy.try_set(false);
                    app.say(snag.words());
                }
            }
        });
    };
    view! {
        <h2>{t("same-words-title")}</h2>
        <p>{t_with("same-words-seat", &[("name", said.into())])}</p>
        <Words words=found.words />
        <label>
            <span class="small">{t("invite-their-name")}</span>
            <input type="text" maxlength="60" autocomplete="off" prop:value=move || name.get() on:input=move |e| name.set(event_target_value(&e)) />
        </label>
        <button class="main-action wide" disabled=move || busy.get() on:click=accept>{t("same-words-yes")}</button>
        <button class="wide" disabled=move || busy.get() on:click=move |_| refuse()>{t("same-words-no")}</button>
    }
    .into_any()
}

async fn take(app: App, mailbox: MailboxId, received: &Received) -> Result<(), Snag> {
    app.act(async |vault, relay| vault.accept(relay, mailbox, received, &mut random()).await)
        .await?;
    // A first look; without a network it comes with the next.
    let _ = clients::fetch(received).await;
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0
//! Answering an invitation: what, from when, until when, exactly what they will see, the same words.

use super::{
    Room,
    fields::{OneOf, TextField},
    hub::{OnFields, move_over, turn_on},
    picture::Picture,
    shares::{KINDS, seat_word, take_back, today},
    snag::Snag,
};
use crate::{
    app::{App, app},
    book::Book,
    nav::Screen,
    platform::clock,
    session::{random, stream_for},
    ui::{Chips, Frame},
    words::{t, t_with},
};
use kindhold_vault::{
    together::{Given, Invitation, Seat, Showing},
    wire::Day,
};
use leptos::{prelude::*, task::spawn_local};

/// For how many days something can be shown; 0 for no end.
const SPANS: [Day; 4] = [30, 90, 365, 0];

/// What is being filled in.
#[derive(Clone, Copy)]
struct Form {
    kinds: RwSignal<Vec<&'static str>>,
    past: RwSignal<bool>,
    span: RwSignal<Day>,
    their_name: RwSignal<String>,
    own_name: RwSignal<String>,
    device: RwSignal<String>,
    code: RwSignal<String>,
    wants_code: RwSignal<bool>,
}

/// Answering an invitation.
#[component]
pub(super) fn Answer() -> impl IntoView {
    let app = app();
    let given = RwSignal::new(None::<Given>);
    let Some(invitation) = app.circle.invitation.get_untracked() else {
        return view! {
            <Frame title=t("answer-title")>
                <p>{t("answer-no-invitation")}</p>
                <button class="wide" on:click=move |_| app.nav.replace(Screen::Together(Room::Hub))>{t("answer-to-hub")}</button>
            </Frame>
        }
        .into_any();
    };
    let name = invitation.name.clone();
    let invitation = StoredValue::new_local(invitation);
    view! {
        <Frame title=t("answer-title")>
            {move || match given.get() {
                None => view! { <Choose invitation=invitation given=given /> }.into_any(),
                Some(given) => view! { <SameWords name=name.clone() given=given /> }.into_any(),
            }}
        </Frame>
    }
    .into_any()
}

#[component]
fn Choose(
    invitation: StoredValue<Invitation, LocalStorage>,
    given: RwSignal<Option<Given>>,
) -> impl IntoView {
    let app = app();
    let (name, seat) = invitation.with_value(|i| (i.name.clone(), i.seat));
    let form = Form {
        kinds: RwSignal::new(Vec::new()),
        past: RwSignal::new(false),
        span: RwSignal::new(SPANS[1]),
        their_name: RwSignal::new(name.clone()),
        own_name: RwSignal::new(String::new()),
        device: RwSignal::new(t("device-default")),
        code: RwSignal::new(String::new()),
        wants_code: RwSignal::new(false),
    };
    let busy = RwSignal::new(false);
    let is_ready = move || {
        form.kinds.with(|k| !k.is_empty())
            && form.own_name.with(|n| !n.trim().is_empty())
            && form.their_name.with(|n| !n.trim().is_empty())
    };
    let show = move |_| {
        busy.set(true);
        spawn_local(async move {
            let invitation = invitation.get_value();
            let done = show(app, &invitation, form).await;
            busy.set(false);
            match done {
                Ok(done) => {
                    app.notice.set(None);
                    given.set(Some(done));
                    super::at_heading();
                }
                Err(snag) => {
                    form.wants_code.update(|w| *w |= snag == Snag::Code);
                    app.say(snag.words());
                }
            }
        });
    };
    let preview = Signal::derive(move || preview(app, form));
    let kinds = KINDS.map(|kind| (kind, t(&format!("show-{kind}")))).into();
    let pasts = vec![(false, t("answer-from-now")), (true, t("answer-from-past"))];
    let spans = SPANS
        .map(|days| (days, t(&format!("answer-until-{days}"))))
        .into();
    view! {
        <p>{t_with("answer-who", &[("name", name.into()), ("seat", seat_word(seat).into())])}</p>
        <p class="note">{t("answer-sure")}</p>
        <section class="card">
            <h2>{t("answer-what")}</h2>
            <Chips label=t("answer-what") all=kinds chosen=form.kinds tall=true />
            <p class="small soft">{t("answer-never")}</p>
        </section>
        <section class="card">
            <h2>{t("answer-from")}</h2>
            <OneOf label=t("answer-from") all=pasts chosen=form.past />
            <h2>{t("answer-until")}</h2>
            <OneOf label=t("answer-until") all=spans chosen=form.span />
            <p class="small soft">{t("answer-back-any-time")}</p>
        </section>
        <section class="card">
            <h2>{t("answer-names")}</h2>
            <TextField label="answer-own-name" value=form.own_name />
            <TextField label="answer-their-name" value=form.their_name />
            {(!app.circle.is_at_a_relay()).then(|| view! { <OnFields name=form.device code=form.code wants_code=form.wants_code /> })}
        </section>
        <details class="card">
            <summary>{t("answer-preview")}</summary>
            {move || if form.past.get() || form.kinds.with(Vec::is_empty) {
                view! { <Picture book=preview counts={seat == Seat::Counsellor} /> }.into_any()
            } else {
                view! { <p>{t("answer-preview-now")}</p> }.into_any()
            }}
        </details>
        <button class="main-action wide" disabled=move || busy.get() || !is_ready() on:click=show>
            {move || if busy.get() { t("answer-busy") } else { t("answer-do") }}
        </button>
        <button class="wide" on:click=move |_| { app.circle.invitation.set(None); app.nav.back(); }>{t("answer-no")}</button>
    }
}

/// What they would see now, were it shown as it is filled in.
fn preview(app: App, form: Form) -> Book {
    let kinds = form.kinds.get();
    if !form.past.get() {
        return Book::default();
    }
    app.book
        .with(|book| book.only(|entry| kinds.contains(&stream_for(entry))))
}

async fn show(app: App, invitation: &Invitation, form: Form) -> Result<Given, Snag> {
    if !app
        .circle
        .member
        .with_untracked(|m| m.as_ref().is_some_and(|m| m.is_at_a_relay()))
    {
        turn_on(
            app,
            &form.code.get_untracked(),
            &form.device.get_untracked(),
        )
        .await?;
    } else {
        // A vault that was brought to the server by an older program lacks newer streams.
        move_over(app).await?;
    }
    let (kinds, past, span) = (
        form.kinds.get_untracked(),
        form.past.get_untracked(),
        form.span.get_untracked(),
    );
    let (their_name, own_name) = (
        form.their_name.get_untracked(),
        form.own_name.get_untracked(),
    );
    let showing = Showing {
        streams: &kinds,
        with_the_past: past,
        until: if span == 0 { 0 } else { today() + span },
        their_name: their_name.trim(),
        own_name: own_name.trim(),
        now_ms: clock::now().unix_ms,
    };
    let given = app.act(async |vault, relay| {
        vault.sync(relay, &mut random()).await?;
        let given = vault
            .show(relay, invitation, &showing, &mut random())
            .await?;
        vault.sync(relay, &mut random()).await?;
        Ok(given)
    });
    let given = given.await?;
    app.circle.invitation.set(None);
    Ok(given)
}

/// Both screens show the same words, or it is taken back at once.
#[component]
fn SameWords(name: String, given: Given) -> impl IntoView {
    let app = app();
    let busy = RwSignal::new(false);
    let id = given.id;
    let same = move |_| {
        app.nav.replace(Screen::Together(Room::Shares));
        app.notice.set(Some(t("answer-done")));
    };
    let different = move |_| {
        busy.set(true);
        spawn_local(async move {
            let done = take_back(app, id).await;
            app.nav.replace(Screen::Together(Room::Shares));
            app.notice.set(Some(
                done.map_or_else(Snag::words, |()| t("answer-stopped")),
            ));
        });
    };
    view! {
        <h2>{t("same-words-title")}</h2>
        <p>{t_with("same-words-person", &[("name", name.into())])}</p>
        <Words words=given.words />
        <button class="main-action wide" disabled=move || busy.get() on:click=same>{t("same-words-yes")}</button>
        <button class="wide" disabled=move || busy.get() on:click=different>{t("same-words-no")}</button>
    }
}

/// Six words, to be read aloud.
#[component]
pub(super) fn Words(words: Vec<&'static str>) -> impl IntoView {
    view! {
        <ol class="six-words">{words.into_iter().map(|w| view! { <li>{w}</li> }).collect_view()}</ol>
    }
}

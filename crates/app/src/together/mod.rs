// SPDX-License-Identifier: Apache-2.0
//! Other devices and other people: bringing a vault to the server, showing parts of it, and the seats of
//! those who were shown something. None of it is in the app that a person loads first (ADR 0016).

mod answer;
mod circle;
mod clients;
mod devices;
mod fields;
mod hub;
mod invite;
mod join;
mod long;
mod offers;
mod picture;
mod qr;
mod seats;
mod shares;
mod snag;

use crate::{
    app::{App, Gate, app},
    choosing, measures,
    nav::Screen,
    platform::{page, prefs, prefs::Pref, relay},
    seat::Seat,
    slower,
    words::t,
};
pub(crate) use choosing::choose;
pub(crate) use circle::Circle;
pub(crate) use clients::erase_copies;
pub(crate) use fields::OneOf;
use kindhold_content::Collection;
use kindhold_vault::{together::Invitation, wire::AccessId};
use leptos::prelude::*;
pub(crate) use long::long;
pub(crate) use picture::{table, title_of};

/// A screen of this part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// Devices and people, and how things stand.
    Hub,
    /// The person's devices, and the way in for the next one.
    Devices,
    /// Who sees what.
    Shares,
    /// Exactly what somebody sees.
    SeenBy(AccessId),
    /// Answering an invitation.
    Answer,
    /// What others offer.
    Offers,
    /// Inviting somebody to show something.
    Invite,
    /// What somebody has shown.
    Client(AccessId),
    /// The sheet for a session.
    Sheet(AccessId),
    /// The programme, and things to read.
    Slower(slower::Place),
    /// How it is going.
    Measures(measures::Place),
    /// What is offered at an urge, and whether that learns.
    Choosing,
}

/// Reads what the address asked for, before anything is open.
pub(crate) async fn take_link(app: App, hash: &str) {
    if Seat::here() == Seat::Person {
        prefs::set(Pref::Together, "1");
    }
    page::mark_seat(Seat::here().path().trim_matches('/'));
    app.circle.asked.set(hash.to_owned());
    if hash.starts_with("invite=") {
        app.circle.invitation.set(read_invitation(hash));
    }
}

/// An invitation as a link, whole or its last part; `None` when it is none.
fn read_invitation(link: &str) -> Option<Invitation> {
    let part = link.rsplit("invite=").next()?;
    Invitation::parse(&relay::from_link(part)?).ok()
}

/// Once the vault is open: goes on with other devices and people, and where the link led.
pub(crate) fn entered(app: App) {
    app.begin_together();
    let hash = app.circle.asked.get_untracked();
    app.circle.asked.set(String::new());
    if let Some(room) = room_of(&hash) {
        app.go(Screen::Together(room));
    } else if hash.starts_with("invite=") && Seat::here() == Seat::Person {
        app.go(Screen::Together(Room::Answer));
    }
}

/// The first screen of a seat that is not the person's own.
pub(crate) fn home() -> Option<AnyView> {
    (Seat::here() != Seat::Person).then(|| view! { <seats::Caseload /> }.into_any())
}

/// The sentence on where everything lies.
pub(crate) fn where_it_lies(app: App) -> &'static str {
    if app.circle.is_at_a_relay() {
        "home-private-together"
    } else {
        "home-private"
    }
}

/// The first screens of a seat that is not the person's own, or of another device.
pub(crate) fn welcome() -> Option<AnyView> {
    if app().circle.asked.with(|asked| asked.starts_with("join")) {
        return Some(view! { <join::Join /> }.into_any());
    }
    (Seat::here() != Seat::Person).then(|| view! { <seats::Welcome /> }.into_any())
}

/// Doors of the person's first screen: what others offer comes first, when there is anything.
pub(crate) fn offers_door(app: App) -> impl IntoView {
    let many = move || app.book.with(|b| b.offerings().len()) as u32;
    move || {
        (app.gate.get() == Gate::Open && many() > 0).then(|| {
            view! {
                <button class="door" on:click=move |_| app.go(Screen::Together(Room::Offers))>
                    <span>{t("offers-door")}</span>
                    <span class="soft small">{move || crate::words::t_with("offers-door-hint", &[("n", many().into())])}</span>
                </button>
            }
        })
    }
}

/// A line on the first screen when a questionnaire would be offered by now, as often as the person chose.
pub(crate) fn due_door(app: App) -> impl IntoView {
    let due = Memo::new(move |_| app.gate.get() == Gate::Open && app.book.with(measures::any_due));
    move || {
        due.get().then(|| {
            view! {
                <button class="door" on:click=move |_| measures::go(measures::Place::Home)>
                    <span>{t("measures-title")}</span>
                    <span class="soft small">{t("measures-due")}</span>
                </button>
            }
        })
    }
}

/// Nobody watches this: it stands beside the exit on every screen of a seat that is not the person's.
pub(crate) fn watched_by_nobody() -> Option<AnyView> {
    (Seat::here() != Seat::Person)
        .then(|| view! { <p class="watch"><strong>{seats::ts("banner")}</strong></p> }.into_any())
}

/// What erasing this device leaves where it is.
pub(crate) fn erase_note(app: App) -> impl IntoView {
    move || {
        app.circle
            .is_at_a_relay()
            .then(|| view! { <p class="note">{t("erase-relay")}</p> })
    }
}

/// The screen for a word in an address or behind a door.
fn room_of(word: &str) -> Option<Room> {
    let collection = |c| Room::Slower(slower::Place::Collection(c));
    Some(match word {
        "together" => Room::Hub,
        "measures" => Room::Measures(measures::Place::Home),
        "choosing" => Room::Choosing,
        "programme" => Room::Slower(slower::Place::Programme),
        "library" => collection(Collection::Library),
        "supporters" => collection(Collection::Supporters),
        "guide" => collection(Collection::Guide),
        _ => return None,
    })
}

/// Where a button for this part leads: `join`, or the word for a screen.
pub(crate) fn go(app: App, to: &str) {
    if let Some(room) = room_of(to) {
        app.go(Screen::Together(room));
    } else {
        app.circle.asked.set(to.to_owned());
        at_heading();
    }
}

/// Whether a screen belongs to the slower work: a practice that was begun there leads back to it.
pub(crate) const fn is_slower(screen: &Screen) -> bool {
    matches!(screen, Screen::Together(Room::Slower(_)))
}

/// Draws a screen.
pub(crate) fn show(room: Room) -> AnyView {
    match room {
        Room::Hub => view! { <hub::Hub /> }.into_any(),
        Room::Devices => view! { <devices::Devices /> }.into_any(),
        Room::Shares => view! { <shares::Shares /> }.into_any(),
        Room::SeenBy(grant) => view! { <shares::SeenBy grant=grant /> }.into_any(),
        Room::Answer => view! { <answer::Answer /> }.into_any(),
        Room::Offers => view! { <offers::Offers /> }.into_any(),
        Room::Invite => view! { <invite::Invite /> }.into_any(),
        Room::Client(grant) => view! { <seats::Client grant=grant /> }.into_any(),
        Room::Sheet(grant) => view! { <seats::Sheet grant=grant /> }.into_any(),
        Room::Slower(place) => slower::show(place),
        Room::Measures(place) => measures::show(place),
        Room::Choosing => view! { <choosing::Choosing /> }.into_any(),
    }
}

/// Scrolls up and puts the reading position at the heading, after a screen has changed in place.
fn at_heading() {
    page::after_drawing(page::focus_heading);
}

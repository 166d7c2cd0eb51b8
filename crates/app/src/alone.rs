// SPDX-License-Identifier: Apache-2.0
//! What stands in the place of `together` in the app that is loaded first: the same doors, behind which
//! the fuller app is loaded (ADR 0016).

use crate::{
    app::{App, Gate},
    nav::Screen,
    platform::{page, prefs, prefs::Pref, store::DeviceStore},
    words::t,
};
use kindhold_care::{Carried, Entry, EntryKind, Offer, PracticeId};
use kindhold_vault::Store as _;
use leptos::prelude::*;

/// No screen of that part is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {}

/// Nobody else is part of it.
#[derive(Clone, Copy)]
pub(crate) struct Circle;

impl Circle {
    /// With nobody in it.
    pub(crate) const fn new() -> Self {
        Self
    }

    /// There is nothing to drop.
    pub(crate) const fn forget(self) {}

    /// Nobody hears it.
    pub(crate) const fn ring(self) {}
}

/// A vault that others are part of wants the fuller app, whatever the address asked for.
pub(crate) async fn take_link(_app: App, _hash: &str) {
    let Ok(store) = DeviceStore::here().await else {
        return;
    };
    let is_member = store.meta("member").await.is_ok_and(|m| m.is_some());
    if is_member && !prefs::is_on(Pref::Together) {
        load("");
    }
}

/// Loads the fuller app, and opens it there. Where the browser remembers nothing this does nothing.
fn load(hash: &str) {
    prefs::set(Pref::Together, "1");
    if prefs::is_on(Pref::Together) {
        page::start_again_at(hash);
    }
}

/// A vault whose choice learns wants the fuller app.
pub(crate) fn entered(app: App) {
    let on = ("on".to_owned(), Carried::Bool(true));
    let learns = app.book.with_untracked(|b| {
        b.current().any(|(_, v)| {
            matches!(&v.entry, Entry::Carried(EntryKind::Learning, Carried::Map(said)) if said.contains(&on))
        })
    });
    if learns && !prefs::is_on(Pref::Together) {
        load("");
    }
}

/// The order that stands without learning.
pub(crate) fn choose(app: App, tried: &[PracticeId]) -> (Vec<Offer>, Option<Carried>) {
    (app.in_fixed_order(tried), None)
}

/// The person's own first screen.
pub(crate) const fn home() -> Option<AnyView> {
    None
}

/// The person's own first screens.
pub(crate) const fn welcome() -> Option<AnyView> {
    None
}

/// This is the person's own seat.
pub(crate) const fn watched_by_nobody() -> Option<AnyView> {
    None
}

/// Nobody offers anything.
pub(crate) const fn offers_door(_app: App) {}

/// Nothing is offered by the calendar.
pub(crate) const fn due_door(_app: App) {}

/// The sentence on where everything lies.
pub(crate) const fn where_it_lies(_app: App) -> &'static str {
    "home-private"
}

/// Nothing lies elsewhere.
pub(crate) const fn erase_note(_app: App) {}

/// There are no copies of anybody else's.
pub(crate) async fn erase_copies() {}

/// Where a button for that part leads: the page loads anew there. Not where this window is the only
/// place that what was said is in.
pub(crate) fn go(app: App, to: &str) {
    let holds = matches!(app.gate.get_untracked(), Gate::NothingKept(_));
    if holds && app.book.with_untracked(|b| b.versions().next().is_some()) {
        app.say(t("notice-would-lose"));
    } else {
        load(to);
    }
}

/// Nothing of it is here.
pub(crate) const fn is_slower(_screen: &Screen) -> bool {
    false
}

/// There is none to draw.
pub(crate) const fn show(room: Room) -> AnyView {
    match room {}
}

// SPDX-License-Identifier: Apache-2.0
//! Where the person is. One address for the whole app, so that nothing private stands in the
//! browser's history; the device's own "back" still works.

use crate::{
    platform::{page, window},
    seat::Seat,
};
use kindhold_care::PracticeId;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Screen {
    /// The first one.
    #[default]
    Home,
    /// How strong.
    Urge,
    /// What it would do.
    Functions,
    /// Three offers and a person.
    Offers,
    /// A practice.
    Player(PracticeId),
    /// Grounding, reachable from every practice.
    Grounding,
    /// How it is now.
    After,
    /// People and lines.
    People,
    /// "I have already decided."
    Decided,
    /// "It already happened."
    Happened,
    /// The safety plan.
    Plan,
    /// The plan, being written.
    PlanEdit,
    /// The diary.
    Diary,
    /// An entry, new or old.
    DiaryEdit(Option<Thing>),
    /// Letters.
    Letters,
    /// A letter, new or old.
    LetterEdit(Option<Thing>),
    /// Friend-voice lines, messages, reasons.
    Words,
    /// What helps, as pictures.
    Helps,
    /// Every practice.
    Practices,
    /// Settings.
    Settings,
    /// Passcode and passkey.
    Lock,
    /// Export and import.
    Data,
    /// Erase everything.
    Erase,
    /// Other devices and other people.
    #[cfg_attr(
        not(feature = "together"),
        expect(dead_code, reason = "its rooms are in the fuller app")
    )]
    Together(crate::together::Room),
}

/// The name of a thing in the vault.
pub(crate) type Thing = kindhold_vault::ThingId;

/// The way through the screens.
#[derive(Clone, Copy)]
pub(crate) struct Nav {
    stack: RwSignal<Vec<Screen>>,
}

impl Nav {
    /// Starts at a screen and listens to the device's "back".
    pub(crate) fn new() -> Self {
        let nav = Self {
            stack: RwSignal::new(vec![Screen::Home]),
        };
        nav.mark(0, false);
        page::on_window("popstate", move |event| {
            let depth = js_sys::Reflect::get(&event, &"state".into())
                .ok()
                .and_then(|s| s.as_f64())
                .unwrap_or(0.0) as usize;
            nav.stack.update(|s| s.truncate((depth + 1).min(s.len())));
            page::after_drawing(page::focus_heading);
        });
        nav
    }

    /// The screen that shows.
    pub(crate) fn now(self) -> Screen {
        self.stack.with(|s| s.last().cloned().unwrap_or_default())
    }

    /// The screen below the one that shows.
    pub(crate) fn below(self) -> Option<Screen> {
        self.stack.with_untracked(|s| {
            let below = s.len().checked_sub(2)?;
            s.get(below).cloned()
        })
    }

    /// Goes on to a screen.
    pub(crate) fn go(self, screen: Screen) {
        self.stack.update(|s| s.push(screen));
        self.mark(self.stack.with_untracked(Vec::len) - 1, true);
        page::after_drawing(page::focus_heading);
    }

    /// Takes the place of the screen that shows.
    pub(crate) fn replace(self, screen: Screen) {
        self.stack.update(|s| {
            s.pop();
            s.push(screen);
        });
        page::after_drawing(page::focus_heading);
    }

    /// One back, as the device does it.
    pub(crate) fn back(self) {
        if self.stack.with_untracked(|s| s.len() > 1)
            && let Ok(history) = window().history()
        {
            let _ = history.back();
        }
    }

    /// Back to the first screen.
    pub(crate) fn home(self) {
        let depth = self.stack.with_untracked(Vec::len) - 1;
        if depth > 0
            && let Ok(history) = window().history()
        {
            let _ = history.go_with_delta(-(depth as i32));
        }
    }

    fn mark(self, depth: usize, push: bool) {
        let Ok(history) = window().history() else {
            return;
        };
        let state = JsValue::from_f64(depth as f64);
        let _ = if push {
            history.push_state_with_url(&state, "", Some(Seat::here().path()))
        } else {
            history.replace_state_with_url(&state, "", None)
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Choices that are not private and must hold before the lock opens: how the page looks, which
//! language and country. They lie in `localStorage`, readable without the passcode; nothing else does.

use super::{document, window};
use crate::seat::Seat;

/// One choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pref {
    /// `light`, `dark`, `contrast`; absent: as the device says.
    Theme,
    /// `1`, `2`, `3`.
    Text,
    /// `less`; absent: as the device says.
    Motion,
    /// BCP 47 tag.
    Lang,
    /// Two letters, lower-case.
    Country,
    /// `1`: read steps aloud.
    Voice,
    /// `1`: neutral name and icon.
    Plain,
    /// `1`: the first screens have been seen.
    Welcomed,
    /// Minutes after which the vault locks when out of sight.
    LockAfter,
    /// `1`: wordless practices.
    Wordless,
    /// `1`: other devices or other people are part of it, so the fuller app is loaded.
    Together,
}

impl Pref {
    const ALL: [Self; 11] = [
        Self::Theme,
        Self::Text,
        Self::Motion,
        Self::Lang,
        Self::Country,
        Self::Voice,
        Self::Plain,
        Self::Welcomed,
        Self::LockAfter,
        Self::Wordless,
        Self::Together,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Text => "text",
            Self::Motion => "motion",
            Self::Lang => "lang",
            Self::Country => "country",
            Self::Voice => "voice",
            Self::Plain => "plain",
            Self::Welcomed => Seat::here().welcomed(),
            Self::LockAfter => "lock-after",
            Self::Wordless => "wordless",
            Self::Together => "together",
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What was chosen, if anything was and the browser lets us look.
pub(crate) fn get(pref: Pref) -> Option<String> {
    storage()?
        .get_item(pref.key())
        .ok()
        .flatten()
        .filter(|v| !v.is_empty())
}

/// Whether a switch is on.
pub(crate) fn is_on(pref: Pref) -> bool {
    get(pref).as_deref() == Some("1")
}

/// Keeps a choice and shows it at once. An empty value takes it back.
pub(crate) fn set(pref: Pref, value: &str) {
    if let Some(storage) = storage() {
        let _ = if value.is_empty() {
            storage.remove_item(pref.key())
        } else {
            storage.set_item(pref.key(), value)
        };
    }
    apply(pref, value);
}

/// Takes every choice back.
pub(crate) fn clear() {
    for pref in Pref::ALL {
        set(pref, "");
    }
}

fn apply(pref: Pref, value: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    let attribute = match pref {
        Pref::Theme => "data-theme",
        Pref::Text => "data-text",
        Pref::Motion => "data-motion",
        _ => return,
    };
    let _ = if value.is_empty() {
        root.remove_attribute(attribute)
    } else {
        root.set_attribute(attribute, value)
    };
}

// SPDX-License-Identifier: Apache-2.0
//! Everything that touches the browser, one concern a file. The screens know no `web_sys`.

pub(crate) mod clock;
pub(crate) mod device_key;
pub(crate) mod file;
pub(crate) mod idb;
pub(crate) mod page;
pub(crate) mod passkey;
pub(crate) mod prefs;
#[cfg(feature = "together")]
pub(crate) mod relay;
pub(crate) mod signpost;
pub(crate) mod speech;
pub(crate) mod store;

/// The window. Missing only where this code cannot run at all.
pub(crate) fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

/// The document of the page.
pub(crate) fn document() -> web_sys::Document {
    window().document().expect("a page has a document")
}

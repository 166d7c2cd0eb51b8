// SPDX-License-Identifier: Apache-2.0
//! The installable web app: screens over the domain, the vault and the browser's own store.
//!
//! It runs in the browser alone; natively it compiles to nothing, so that one command still checks
//! the whole workspace.
#![cfg(target_arch = "wasm32")]
// Leptos writes `pub` structs for the properties of components.
#![allow(unreachable_pub)]

mod app;
mod book;
#[cfg(feature = "together")]
mod choosing;
mod content;
#[cfg(feature = "together")]
mod measures;
mod nav;
mod platform;
#[cfg(feature = "probe")]
pub mod probe;
mod screens;
mod seat;
mod session;
mod shell;
#[cfg(feature = "together")]
mod slower;
#[cfg(feature = "together")]
mod together;
#[cfg(not(feature = "together"))]
#[path = "alone.rs"]
mod together;
mod ui;
mod words;

/// Puts the app on the page, in the element `#app`.
pub fn start() {
    console_error_panic_hook::set_once();
    shell::mount();
}

// SPDX-License-Identifier: Apache-2.0
//! Whether a text reads like somebody who may want to die: a module of its own, loaded the first time somebody writes
//! (ADR 0027). It answers yes or no; nothing of it is kept.

use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = kindholdSignpost)]
    async fn load() -> Result<JsValue, JsValue>;
}

thread_local! {
    static SHOWS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Whether the way to people is shown beside this text. Where the module cannot be had it is not.
pub(crate) async fn shows(text: &str) -> bool {
    let mut shows = SHOWS.with_borrow(Clone::clone);
    if shows.is_none() {
        shows = load().await.ok().and_then(|f| f.dyn_into().ok());
        SHOWS.set(shows.clone());
    }
    let answer = shows.and_then(|f| f.call1(&JsValue::NULL, &text.into()).ok());
    answer.is_some_and(|a| a.is_truthy())
}

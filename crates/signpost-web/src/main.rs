// SPDX-License-Identifier: Apache-2.0
//! The signpost as a module of its own. It is loaded the first time somebody writes, so that the app's first load stays as
//! light as it is, and it answers one question with yes or no: there is no score in it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Whether the way to people is shown beside this text.
#[wasm_bindgen]
pub fn shows(text: &str) -> bool {
    kindhold_signpost::shows(text)
}

fn main() {}

// SPDX-License-Identifier: Apache-2.0
//! The web app's entry: puts the first screen on the page. Natively there is nothing to run.
fn main() {
    #[cfg(target_arch = "wasm32")]
    kindhold_app::start();
}

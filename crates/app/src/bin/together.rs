// SPDX-License-Identifier: Apache-2.0
//! The app with everything that concerns other devices and other people.
fn main() {
    #[cfg(target_arch = "wasm32")]
    kindhold_app::start();
}

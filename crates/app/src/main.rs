// SPDX-License-Identifier: Apache-2.0
//! The web app's entry: puts the first screen on the page.
fn main() {
    kindhold_app::start();
}

// SPDX-License-Identifier: Apache-2.0
//! The parts of the app that tests and benchmarks call in a real browser. Its exports stand in
//! `probe.rs` of the library; loading it does nothing.
fn main() {}

#[cfg(target_arch = "wasm32")]
pub use kindhold_app::probe::*;

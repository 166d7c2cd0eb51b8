// SPDX-License-Identifier: Apache-2.0
//! What whoever runs a relay is told and does: the guide, backup and restore, and the server under load with
//! faults.

#![expect(
    clippy::disallowed_methods,
    reason = "what is watched here takes time, and a clock tells how much"
)]

mod backup;
mod full_disk;
mod guide;
mod load;
#[path = "../../../relay/examples/load/mixed/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the long runs use more of it")]
mod mixed;
#[path = "../../../relay/tests/relay/places.rs"]
#[expect(dead_code, reason = "the relay's own tests use more of it")]
mod places;
mod writer;

use kindhold_relay::Place;
use mixed::Program;
use places::Folder;
use std::{ffi::OsStr, path::Path, process::Command};

const KINDHOLD: &str = env!("CARGO_BIN_EXE_kindhold");

/// The real program on a place; what it says of itself goes into a folder.
fn program(place: Place, folder: &Folder) -> Program {
    Program::new(Path::new(KINDHOLD), place, folder.0.join("said"))
}

/// Runs an order to its end: whether it went well, and what it said.
fn told<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> (bool, String) {
    let done = Command::new(KINDHOLD).args(args).output();
    let done = done.expect("the program runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    (
        done.status.success(),
        said + &String::from_utf8_lossy(&done.stderr),
    )
}

// SPDX-License-Identifier: Apache-2.0
//! Whether Rust can build for the browser here.

use crate::process::{line, program, run};
use anyhow::{Context as _, Result, bail};
use std::{fs, path::Path};

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for the browser is there; rustup fetches it if need be.
pub(crate) fn ensure() -> Result<()> {
    if is_there()? {
        return Ok(());
    }
    let added = run(program("rustup").args(["target", "add", TARGET]));
    if !is_there()? {
        added.context(format!(
            "Rust's target {TARGET} is missing here. Install Rust through https://rustup.rs, or \
             add your distribution's package with that target, and start again"
        ))?;
        bail!("rustup added {TARGET} to another toolchain than the one in use");
    }
    Ok(())
}

fn is_there() -> Result<bool> {
    let folder = line(program("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(fs::read_dir(Path::new(&folder)).is_ok_and(|entries| {
        entries
            .filter_map(Result::ok)
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libcore"))
    }))
}

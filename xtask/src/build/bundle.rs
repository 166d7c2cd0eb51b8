// SPDX-License-Identifier: Apache-2.0
//! From a module to what a browser loads.

use anyhow::{Context as _, Result, anyhow};
use std::{fs, path::Path};
use wasm_bindgen_cli_support::Bindgen;

/// The app's code.
pub(crate) struct Bundle {
    /// The module.
    pub(crate) wasm: Vec<u8>,
    /// Its script.
    pub(crate) script: Vec<u8>,
}

/// Runs wasm-bindgen, as a library.
pub(crate) fn bundle(module: &Path) -> Result<Bundle> {
    let folder = module.with_extension("web");
    let made = || {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(module)
            .web(true)?
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .out_name("kindhold")
            .generate(&folder)
    };
    made().map_err(|fault| anyhow!("wasm-bindgen: {fault:#}"))?;
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    Ok(Bundle {
        wasm: read("kindhold_bg.wasm")?,
        script: read("kindhold.js")?,
    })
}

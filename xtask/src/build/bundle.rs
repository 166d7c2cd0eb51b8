// SPDX-License-Identifier: Apache-2.0
//! From a module to what a browser loads.

use anyhow::{Context as _, Result, anyhow};
use std::{fs, path::Path};
use wasm_bindgen_cli_support::Bindgen;

/// The app's code.
pub(crate) struct Bundle {
    /// What its two files are called.
    pub(crate) name: &'static str,
    /// The module.
    pub(crate) wasm: Vec<u8>,
    /// Its script.
    pub(crate) script: Vec<u8>,
}

/// Runs wasm-bindgen, as a library. `name` is that of the two files.
pub(crate) fn bundle(module: &Path, name: &'static str) -> Result<Bundle> {
    let folder = module.with_extension("web");
    let made = || {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(module)
            .web(true)?
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .out_name(name)
            .generate(&folder)
    };
    made().map_err(|fault| anyhow!("wasm-bindgen: {fault:#}"))?;
    let read = |ending: &str| {
        let path = folder.join(format!("{name}{ending}"));
        fs::read(&path).with_context(|| format!("{} could not be read", path.display()))
    };
    Ok(Bundle {
        name,
        wasm: read("_bg.wasm")?,
        script: without_comments(&String::from_utf8(read(".js")?)?).into_bytes(),
    })
}

/// The script without lines that are nothing but comment: they name documentation elsewhere.
fn without_comments(script: &str) -> String {
    let is_comment =
        |line: &str| ["//", "/*", "*/", "* "].iter().any(|c| line.starts_with(c)) || line == "*";
    let lines = script.lines().filter(|line| !is_comment(line.trim_start()));
    lines.fold(String::with_capacity(script.len()), |out, line| {
        out + line + "\n"
    })
}

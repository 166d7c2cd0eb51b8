// SPDX-License-Identifier: Apache-2.0
//! How heavy things may be when they travel, in bytes after brotli.

use super::{pack::Packed, site::SEATS};
use anyhow::{Result, bail};
use kindhold_pages::{Site, Size, budgets};

/// All script, style and WebAssembly of the app's first load.
const FIRST_LOAD: usize = 320_000;
const RUNS: [&str; 4] = [
    "/app/boot.js",
    "/app/app.css",
    "/app/kindhold.js",
    "/app/kindhold_bg.wasm",
];
/// What is loaded instead where other devices, other people, the programme or the library are part of it.
const TOGETHER: [&str; 5] = [
    "/app/boot.js",
    "/app/app.css",
    "/app/together.css",
    "/app/together.js",
    "/app/together_bg.wasm",
];
/// All of that. It has the programme and the library in it too.
const TOGETHER_LOAD: usize = 940_000;
/// The signpost: code and weights, loaded the first time somebody writes. Not what travels but what lies in memory.
const SIGNPOST: [&str; 2] = ["/app/signpost.js", "/app/signpost_bg.wasm"];
const SIGNPOST_SIZE: usize = 200_000;
/// Told, not limited: the page itself and the words.
const TOLD: [&str; 5] = [
    "/app/",
    "/data/en/strings.json",
    "/data/en/practices.json",
    "/data/en/library.json",
    "/data/en/programme.json",
];

/// Tells what things weigh; too much stops the build when the budgets are held.
pub(crate) fn check(files: &[Packed], held: bool) -> Result<()> {
    let weight = |path: &str| {
        files
            .iter()
            .find(|packed| packed.file.path == path)
            .map_or(0, |packed| packed.brotli.len())
    };
    for path in RUNS.iter().chain(&TOLD) {
        println!("      {:>7} B  {path}", weight(path));
    }
    let first = RUNS.iter().map(|path| weight(path)).sum::<usize>();
    println!("      {first:>7} B  the app's first load, of {FIRST_LOAD}");
    let together = TOGETHER.iter().map(|path| weight(path)).sum::<usize>();
    println!("      {together:>7} B  the fuller app, of {TOGETHER_LOAD}");
    let size = |path: &str| {
        let found = files.iter().find(|packed| packed.file.path == path);
        found.map_or(0, |packed| packed.file.bytes.len())
    };
    let signpost = SIGNPOST.iter().map(|path| size(path)).sum::<usize>();
    println!("      {signpost:>7} B  the signpost, unpacked, of {SIGNPOST_SIZE}");
    let mut heavy = Vec::new();
    if signpost > SIGNPOST_SIZE {
        heavy.push(format!("the signpost is {signpost} B, of {SIGNPOST_SIZE}"));
    }
    if together > TOGETHER_LOAD {
        heavy.push(format!(
            "the fuller app weighs {together} B, of {TOGETHER_LOAD}"
        ));
    }
    if first > FIRST_LOAD {
        heavy.push(format!(
            "the app's first load weighs {first} B, of {FIRST_LOAD}"
        ));
    }
    heavy.extend(
        pages(files)
            .iter()
            .filter(|size| !size.fits())
            .map(|size| format!("{} weighs {} B, of {}", size.path, size.bytes, size.limit)),
    );
    if !heavy.is_empty() && held {
        bail!("Too heavy:\n{}", heavy.join("\n"));
    }
    heavy
        .iter()
        .for_each(|line| println!("      too heavy: {line}"));
    Ok(())
}

/// Static pages. The app's own page and data are not among them.
fn pages(files: &[Packed]) -> Vec<Size> {
    let pages = files
        .iter()
        .map(|packed| &packed.file)
        .filter(|file| !SEATS.contains(&file.path.as_str()));
    let sizes = budgets(&Site {
        files: pages.cloned().collect(),
    });
    if let Some(heaviest) = sizes.iter().max_by_key(|size| size.bytes) {
        println!(
            "      {:>7} B  the heaviest page, {}",
            heaviest.bytes, heaviest.path
        );
    }
    sizes
}

// SPDX-License-Identifier: Apache-2.0
//! Learns `weights.bin` from `sentences/` and tells how it does on what it was not learnt from.
//!
//! `cargo run --release -p kindhold-signpost --features evaluate --example train`; with `-- --file FILE`
//! the weights go to another file; `--without SET` leaves a set out, `--misses` lists what is wrong in
//! the blind posts, `--misses SET` in a set's lines held out, `--only-tell` learns nothing, `--sentences FOLDER` reads another folder.

use kindhold_signpost::learn::{Amount, learn, misses, read, tell};
use std::{error::Error, fs, path::Path};

/// The seed of the weights that the app has.
const SEED: u64 = 20_261_126;

fn main() -> Result<(), Box<dyn Error>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1).cloned()
    };
    let (lines, blind) =
        read(&value("--sentences").map_or_else(|| home.join("sentences"), Into::into))?;
    let file = value("--file").map_or_else(|| home.join("weights.bin"), Into::into);
    let without = value("--without");
    let from: Vec<_> = lines
        .iter()
        .filter(|line| without.as_ref() != Some(&line.set))
        .cloned()
        .collect();
    let bytes = if arguments.iter().any(|argument| argument == "--only-tell") {
        fs::read(&file)?
    } else {
        let bytes = learn(&from, SEED, Amount::default());
        if without.is_none() {
            fs::write(&file, &bytes)?;
        }
        bytes
    };
    print!(
        "{}",
        tell(&bytes, &lines, &blind, SEED).ok_or("no weights")?
    );
    if arguments.iter().any(|argument| argument == "--misses") {
        let set = value("--misses");
        let held = lines.iter().filter(|line| line.is_held_out());
        let own = held.filter(|line| Some(&line.set) == set.as_ref());
        let wrong: Vec<_> = if set.is_some() {
            own.cloned().collect()
        } else {
            blind
        };
        print!("{}", misses(&bytes, &wrong).ok_or("no weights")?);
    }
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0
//! Builds the web app and the pages, serves them, runs every check.

mod build;
mod check;
mod deploy;
mod endure;
mod fuzz;
mod installed;
mod load;
mod mutants;
mod process;
mod progress;
mod release;
mod serve;
mod tools;
mod workspace;

use anyhow::{Result, bail};
use build::Quality;
use std::process::ExitCode;

const HELP: &str = "\
cargo run                          build everything and serve it on this machine
cargo run -- --port 9000           … on another port
cargo run -- --dev                 … with the app built quickly and large
cargo xtask build [--dev|--release]  build the program that serves, and stop
cargo xtask weigh                    build the two apps alone, and tell what they weigh when they travel
cargo xtask bench                    what a person waits for, as ratios to a reference of the same run
cargo xtask bench relay              the relay, beside what the databases themselves take in the same run
cargo xtask bench seats              what a counsellor waits for; CLIENTS and RECORDS say how many
cargo xtask endure                   ten years, a thousand kills, torn files and full disks on the device (about 40 minutes)
cargo xtask endure --years 1 --records 2000 --kills 50   … less of it; --parts years,formats,torn,full,kills: some of it
cargo xtask fuzz                     looks for bytes that break a parser's law, a minute for each of them
cargo xtask fuzz --seconds 300 records …  for longer, or only the named targets
cargo xtask check [STEP…]          everything that has to hold; or only the named steps
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match order(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn order(words: &[&str]) -> Result<()> {
    match words {
        ["check", steps @ ..] => check::run(steps),
        ["api", rest @ ..] => check::api(rest),
        ["bench"] => check::bench(),
        ["bench", "relay"] => check::bench_relay(),
        ["bench", "seats"] => check::bench_seats(),
        ["endure", rest @ ..] => endure::run(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["load", rest @ ..] => load::load(rest),
        ["mutants", rest @ ..] => mutants::mutants(rest),
        ["release", rest @ ..] => release::release(rest),
        ["deploy"] => deploy::deploy(),
        ["weigh"] => build::weigh(),
        ["build"] => built(Quality::Run),
        ["build", "--dev"] => built(Quality::Dev),
        ["build", "--release"] => built(Quality::Release),
        ["help" | "--help" | "-h"] => {
            print!(
                "{HELP}{}{}{}{}{}",
                check::API_HELP,
                load::HELP,
                mutants::HELP,
                deploy::HELP,
                release::HELP
            );
            Ok(())
        }
        ["run", rest @ ..] => serve::run(rest),
        rest if rest
            .iter()
            .all(|word| !word.starts_with(char::is_alphabetic)) =>
        {
            serve::run(rest)
        }
        _ => bail!("That is not known here.\n\n{HELP}"),
    }
}

fn built(quality: Quality) -> Result<()> {
    let program = build::build(quality)?;
    println!("Built: {}", program.display());
    Ok(())
}

// SPDX-License-Identifier: Apache-2.0
//! Endurance of the relay, on the real program:
//!
//!     cargo xtask load --minutes 60 [--database postgres]
//!     cargo xtask load --vaults 100000 [--database postgres]
//!
//! The first is mixed load with faults: an hour in which memory is watched, servers are killed, and everything that
//! was confirmed is looked for. The second fills a database and measures what that costs.

#![expect(
    clippy::disallowed_methods,
    reason = "a measurement reads the clock: that is what it is for"
)]

#[path = "../../tests/relay/places.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod places;

mod fill;
mod full;
mod hour;
mod life;
mod mixed;

use std::{error::Error, path::PathBuf};

/// What was asked for.
struct Order {
    program: PathBuf,
    /// Where samples, logs and databases go.
    folder: PathBuf,
    minutes: Option<u64>,
    vaults: Option<u64>,
    postgres: bool,
}

fn order() -> Result<Order, Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let mut order = Order {
        program: words.next().ok_or("the program to measure")?.into(),
        folder: words.next().ok_or("a folder")?.into(),
        minutes: None,
        vaults: None,
        postgres: false,
    };
    while let Some(word) = words.next() {
        let value = words.next().ok_or("a value for each option")?;
        match (word.as_str(), value.as_str()) {
            ("--minutes", n) => order.minutes = Some(n.parse()?),
            ("--vaults", n) => order.vaults = Some(n.parse()?),
            ("--database", "sqlite") => order.postgres = false,
            ("--database", "postgres") => order.postgres = true,
            _ => return Err(format!("{word} {value} is not known here").into()),
        }
    }
    Ok(order)
}

fn main() -> Result<(), Box<dyn Error>> {
    let order = order()?;
    std::fs::create_dir_all(&order.folder)?;
    match (order.minutes, order.vaults) {
        (Some(minutes), None) => hour::run(&order, minutes),
        (None, Some(vaults)) => full::run(&order, vaults),
        _ => Err("--minutes N, or --vaults N".into()),
    }
}

// SPDX-License-Identifier: Apache-2.0
//! How long the signpost takes for the longest entry that a diary has.
//!
//! `cargo run --release -p kindhold-signpost --example pace`

use kindhold_signpost::shows;
use std::time::{Duration, Instant};

/// The longest entry, in characters.
const ENTRY: usize = 20_000;

fn main() {
    let prose =
        "i don't know what today was, it rained and nobody rang and then my sister came by. ";
    let texts = [
        ("prose", prose),
        ("one word", "a"),
        ("single letters", "a b c d "),
        ("full stops", "a. "),
        ("accents", "é\u{301}ü"),
        ("digits", "k1ll m3 n0w "),
        ("emoji", "💀"),
    ];
    for (name, text) in texts {
        let entry: String = text.chars().cycle().take(ENTRY).collect();
        let mut least = Duration::MAX;
        for _ in 0..50 {
            let begun = now();
            std::hint::black_box(shows(std::hint::black_box(&entry)));
            least = least.min(begun.elapsed());
        }
        println!("{name:15} {:7.3} ms", least.as_secs_f64() * 1000.0);
    }
}

#[expect(clippy::disallowed_methods, reason = "a clock is what this is about")]
fn now() -> Instant {
    Instant::now()
}

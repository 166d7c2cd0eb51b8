// SPDX-License-Identifier: Apache-2.0
//! The memory of another process, as Linux shows it to its owner.

use std::{
    fs::{self, File},
    os::unix::fs::FileExt as _,
};

const CHUNK: usize = 1 << 20;

/// Where something was found, for example `[stack]`, `[heap]`, or nothing for a mapping without a name.
pub(crate) fn places(pid: u32, needle: &[u8]) -> Vec<String> {
    let maps = fs::read_to_string(format!("/proc/{pid}/maps")).expect("its maps can be read");
    let memory = File::open(format!("/proc/{pid}/mem")).expect("its memory can be read");
    let mut found = Vec::new();
    let mut buffer = vec![0; CHUNK];
    for line in maps.lines() {
        let mut parts = line.split_ascii_whitespace();
        let (Some(range), Some(rights)) = (parts.next(), parts.next()) else {
            continue;
        };
        let name = parts.nth(3).unwrap_or_default();
        if !rights.starts_with('r') || name.starts_with("[v") {
            continue;
        }
        let (from, to) = ends(range);
        for at in (from..to).step_by(CHUNK - needle.len()) {
            let length = CHUNK.min((to - at) as usize);
            let read = memory.read_at(&mut buffer[..length], at).unwrap_or(0);
            let windows = buffer[..read].windows(needle.len());
            found.extend(
                windows
                    .filter(|window| *window == needle)
                    .map(|_| name.to_owned()),
            );
        }
    }
    found
}

fn ends(range: &str) -> (u64, u64) {
    let (from, to) = range.split_once('-').expect("a range has two ends");
    let read = |end| u64::from_str_radix(end, 16).expect("an address is hexadecimal");
    (read(from), read(to))
}

// SPDX-License-Identifier: Apache-2.0

/// Where each of these days stands in the order of time; days that are the same stay as they stood. The one place
/// that sorts: each other kind of thing sorted would add 3,000 bytes to what a browser loads.
pub(crate) fn in_time(days: impl Iterator<Item = i64>) -> Vec<usize> {
    let mut all: Vec<(i64, usize)> = days.enumerate().map(|(n, day)| (day, n)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, n)| n).collect()
}

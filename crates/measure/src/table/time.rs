// SPDX-License-Identifier: Apache-2.0
use crate::dossier::within_calendar;
use kindhold_care::When;
use kindhold_care::calendar::civil;

/// A moment as ISO 8601 writes it, on the wall clock of its place and with its offset: `2026-11-25T22:05:09+01:00`.
/// Years outside 0 to 9999 carry a sign, as the standard asks.
#[must_use]
pub fn iso(at: When) -> String {
    let at = within_calendar(at);
    let second = at.local_ms().rem_euclid(When::DAY_MS) / 1000;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let sign = if at.offset_min < 0 { '-' } else { '+' };
    let offset = at.offset_min.unsigned_abs();
    let (ahead, rest) = (offset / 60, offset % 60);
    let day = day(at.local_day());
    format!("{day}T{hour:02}:{minute:02}:{second:02}{sign}{ahead:02}:{rest:02}")
}

/// A day since 1970-01-01 as a date of the Gregorian calendar: `2026-11-25`.
pub(crate) fn day(days: i64) -> String {
    let (year, month, date) = civil(days);
    if (0..=9999).contains(&year) {
        format!("{year:04}-{month:02}-{date:02}")
    } else {
        format!("{year:+07}-{month:02}-{date:02}")
    }
}

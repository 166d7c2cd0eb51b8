// SPDX-License-Identifier: Apache-2.0
//! The day that a build counts as today: that of its sources, so that the same sources give the
//! same bytes.

use crate::process::{line, program};
use anyhow::{Context as _, Result};
use jiff::{Timestamp, tz::TimeZone};
use kindhold_content::Date;

/// `SOURCE_DATE_EPOCH` where it is set, else the day of the last commit.
pub(crate) fn of_source() -> Result<Date> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds,
        Err(_) => line(program("git").args(["log", "-1", "--format=%ct"]))
            .context("Without git, set SOURCE_DATE_EPOCH to the day of the sources")?,
    };
    day(&seconds)
}

fn day(seconds: &str) -> Result<Date> {
    let seconds: i64 = seconds
        .trim()
        .parse()
        .context("not a number of seconds since 1970")?;
    Ok(Timestamp::from_second(seconds)?
        .to_zoned(TimeZone::UTC)
        .date())
}

/// Today, for what must not be told by an old commit: whether a crisis line was checked lately.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_a_day() {
        assert_eq!(
            day("1764000000\n").expect("a day").to_string(),
            "2025-11-24"
        );
        assert!(day("yesterday").is_err());
    }
}

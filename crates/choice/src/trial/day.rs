// SPDX-License-Identifier: Apache-2.0

/// Days since 1970-01-01 of a date of the Gregorian calendar as `2027-01-11`, from 1970 to 9999; `None` for any
/// other text.
pub(super) fn day(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let form = bytes.len() == 10
        && bytes.iter().enumerate().all(|(n, b)| match n {
            4 | 7 => *b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !form {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (year, month, date) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if year < 1970 || !(1..=last).contains(&date) {
        return None;
    }
    // Years that begin in March, so that the leap day is their last.
    let (y, m) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    Some(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + date - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-02-29"), Some(11_016));
        assert_eq!(day("2000-03-01"), Some(11_017));
        assert_eq!(day("2026-11-25"), Some(20_782));
        for wrong in [
            "2023-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-04-31",
            "20261125xx",
            "1969-12-31",
            "２０26-01-1",
        ] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
    }
}

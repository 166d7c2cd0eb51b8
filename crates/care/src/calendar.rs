// SPDX-License-Identifier: Apache-2.0
//! Days since 1970-01-01 and dates of the Gregorian calendar: eras of 400 years (146,097 days) that begin in March, so
//! that the leap day is the last of a year (Hinnant, `civil_from_days` and `days_from_civil`).

/// Days from the first of March of the year 0 to 1970-01-01.
const BEFORE: i64 = 719_468;
/// Days of 400 years.
const ERA: i64 = 146_097;

/// Year, month (1 to 12) and day of the month of a day.
#[must_use]
pub const fn civil(days: i64) -> (i64, i64, i64) {
    let since = days.saturating_add(BEFORE);
    let (era, of_era) = (since.div_euclid(ERA), since.rem_euclid(ERA));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (era * 400 + year + (month <= 2) as i64, month, day)
}

/// The day of a date.
#[must_use]
pub const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - (month <= 2) as i64;
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * from_march + 2) / 5 + day - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - BEFORE
}

/// The day of a date written as `2027-01-11`, from 1970 to 9999; `None` for any other text and for dates that no calendar has.
#[must_use]
pub fn day_of(text: &str) -> Option<i64> {
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
    let date = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let day = days(date.0, date.1, date.2);
    (date.0 >= 1970 && civil(day) == date).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_date_leads_back_to_its_day_and_the_next_day_is_the_next_date(day in -4_000_000_i64..4_000_000) {
            let (year, month, date) = civil(day);
            prop_assert_eq!(days(year, month, date), day);
            prop_assert!(civil(day) < civil(day + 1));
        }
    }

    #[test]
    fn days_that_everybody_knows() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        let _ = civil(i64::MAX);
    }

    #[test]
    fn written_days_are_those_of_the_calendar() {
        assert_eq!(day_of("1970-01-01"), Some(0));
        assert_eq!(day_of("2000-02-29"), Some(11_016));
        assert_eq!(day_of("2000-03-01"), Some(11_017));
        assert_eq!(day_of("2026-11-25"), Some(20_782));
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
            assert_eq!(day_of(wrong), None, "{wrong}");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use std::cmp::Ordering;
use std::fmt;

/// A date, a date with a time or a time, with as much of it as is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    text: String,
    /// Year, month, day, hour, minute, thousandths of a second; as many as there are.
    parts: Vec<i64>,
    /// Minutes ahead of UTC.
    zone: Option<i64>,
    kind: &'static str,
}

impl Moment {
    /// Reads `2026-11`, `2026-11-25T09:30:00+01:00`, `T09:30`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let kind = match (date.is_empty(), time) {
            (true, _) => "Time",
            (false, Some(_)) => "DateTime",
            (false, None) => "Date",
        };
        let mut parts = if date.is_empty() {
            Vec::new()
        } else {
            read_date(date)?
        };
        let mut zone = None;
        if let Some(time) = time.filter(|time| !time.is_empty()) {
            if parts.len() != 3 && kind != "Time" {
                return None;
            }
            let (clock, offset) = match time.find(['Z', '+', '-']) {
                Some(cut) => time.split_at(cut),
                None => (time, ""),
            };
            zone = read_zone(offset)?;
            parts.extend(read_clock(clock)?);
        }
        Some(Self {
            text: text.to_owned(),
            parts,
            zone,
            kind,
        })
    }

    pub(super) const fn type_name(&self) -> &'static str {
        self.kind
    }

    /// Which is first; `None` where one does not say enough.
    #[must_use]
    pub fn against(&self, other: &Self) -> Option<Ordering> {
        if (self.kind == "Time") != (other.kind == "Time") {
            return None;
        }
        let timed = |m: &Self| m.kind != "Time" && m.parts.len() > 3;
        if timed(self) && timed(other) && self.zone.is_some() != other.zone.is_some() {
            return None;
        }
        let (a, b) = (self.levelled(), other.levelled());
        for (a, b) in a.iter().zip(&b) {
            if a != b {
                return Some(a.cmp(b));
            }
        }
        (a.len() == b.len()).then_some(Ordering::Equal)
    }

    /// In UTC where a zone is given, down to what is written.
    fn levelled(&self) -> Vec<i64> {
        let Some(zone) = self.zone else {
            return self.parts.clone();
        };
        let [year, month, day, hour, rest @ ..] = self.parts.as_slice() else {
            return self.parts.clone();
        };
        let minute = rest.first().copied().unwrap_or(0);
        let total = days(*year, *month, *day) * 1440 + hour * 60 + minute - zone;
        let mut out = civil(total.div_euclid(1440)).to_vec();
        let left = total.rem_euclid(1440);
        out.push(left / 60);
        if !rest.is_empty() {
            out.push(left % 60);
        }
        out.extend(rest.iter().skip(1));
        out
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.strip_prefix('T').unwrap_or(&self.text))
    }
}

fn number(text: &str, digits: usize, least: i64, most: i64) -> Option<i64> {
    let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    let number = fits.then(|| text.parse().ok())??;
    (least..=most).contains(&number).then_some(number)
}

fn read_date(text: &str) -> Option<Vec<i64>> {
    let mut parts = text.split('-');
    let mut out = vec![number(parts.next()?, 4, 1, 9999)?];
    if let Some(month) = parts.next() {
        out.push(number(month, 2, 1, 12)?);
    }
    if let Some(day) = parts.next() {
        let day = number(day, 2, 1, 31)?;
        let (year, month) = (out[0], *out.get(1)?);
        (civil(days(year, month, day)) == [year, month, day]).then_some(())?;
        out.push(day);
    }
    parts.next().is_none().then_some(out)
}

fn read_clock(text: &str) -> Option<Vec<i64>> {
    let mut parts = text.split(':');
    let mut out = vec![number(parts.next()?, 2, 0, 23)?];
    if let Some(minute) = parts.next() {
        out.push(number(minute, 2, 0, 59)?);
    }
    if let Some(second) = parts.next() {
        let (whole, part) = second.split_once('.').unwrap_or((second, "0"));
        if part.is_empty() || part.len() > 12 || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let thousandths: String = part.chars().chain("00".chars()).take(3).collect();
        let thousandths: i64 = thousandths.parse().ok()?;
        out.push(number(whole, 2, 0, 60)? * 1000 + thousandths);
    }
    parts.next().is_none().then_some(out)
}

fn read_zone(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    if text == "Z" {
        return Some(Some(0));
    }
    let ahead = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let minutes = number(hours, 2, 0, 14)? * 60 + number(minutes, 2, 0, 59)?;
    Some(Some(ahead * minutes))
}

/// Days from 1970-01-01, in the calendar of today (Howard Hinnant, "chrono-compatible low-level date algorithms").
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

const fn civil(days: i64) -> [i64; 3] {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z - era * 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let m = (5 * of_year + 2) / 153;
    let month = if m < 10 { m + 3 } else { m - 9 };
    let year = year + era * 400 + if month <= 2 { 1 } else { 0 };
    [year, month, of_year - (153 * m + 2) / 5 + 1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn against(a: &str, b: &str) -> Option<Ordering> {
        let read = |text| Moment::read(text).expect("a moment");
        read(a).against(&read(b))
    }

    #[test]
    fn less_is_known_only_where_enough_is_said() {
        assert_eq!(against("2026-11", "2026-12-01"), Some(Ordering::Less));
        assert_eq!(against("2026-11", "2026-11-25"), None);
        assert_eq!(
            against("2026-11-25T01:00:00+02:00", "2026-11-24T23:00:00Z"),
            Some(Ordering::Equal)
        );
        assert_eq!(against("T10:00", "T09:59"), Some(Ordering::Greater));
    }

    #[test]
    fn days_that_do_not_exist_are_not_read() {
        assert_eq!(Moment::read("2025-02-29"), None);
        assert!(Moment::read("2024-02-29").is_some());
    }

    proptest! {
        #[test]
        fn the_calendar_goes_there_and_back(day in -1_000_000_i64..1_000_000) {
            let [y, m, d] = civil(day);
            prop_assert_eq!(days(y, m, d), day);
        }

        #[test]
        fn no_text_breaks_it(text in "[0-9TZ:.+-]{0,30}|\\PC{0,12}") {
            if let Some(moment) = Moment::read(&text) {
                let _ = moment.against(&moment);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Times as FHIR writes them, with the offset of the clock on the wall.

use super::text::{Object, extension, extension_text};
use kindhold_care::When;
use kindhold_care::calendar::{civil, days};
use serde_json::{Value, json};

/// 0001-01-01T00:00:00Z and the first instant of the year 10,000: between them lie the years that FHIR has.
const YEARS: std::ops::Range<i64> = -62_135_596_800_000..253_402_300_800_000;
/// FHIR has offsets up to 14 hours.
const OFFSETS: std::ops::RangeInclusive<i16> = -840..=840;

/// Writes a time. One that FHIR cannot say stands as the nearest that it can, and to the letter in an extension.
pub(super) fn put_when(to: &mut Object, name: &str, when: When) {
    let fits = OFFSETS.contains(&when.offset_min)
        && YEARS.contains(&when.unix_ms)
        && YEARS.contains(&local(when));
    if fits {
        to.insert(name.to_owned(), written(when).into());
        return;
    }
    let near = When {
        unix_ms: when.unix_ms.clamp(YEARS.start, YEARS.end - 1),
        offset_min: 0,
    };
    let exact = format!("{} {}", when.unix_ms, when.offset_min);
    let beside = json!({ "extension": [extension("when", "valueString", exact)] });
    to.insert(name.to_owned(), written(near).into());
    to.insert(format!("_{name}"), beside);
}

/// Reads a time; none when there is none or it is no time to the minute.
pub(super) fn get_when(from: &Object, name: &str) -> Option<When> {
    let beside = from.get(&format!("_{name}")).and_then(Value::as_object);
    if let Some(exact) = beside.and_then(|beside| extension_text(beside, "when")) {
        let (ms, offset) = exact.split_once(' ')?;
        return Some(When {
            unix_ms: ms.parse().ok()?,
            offset_min: offset.parse().ok()?,
        });
    }
    read(from.get(name)?.as_str()?)
}

/// A time to the millisecond, for where FHIR wants an `instant`.
pub(super) fn instant(when: When) -> String {
    let mut to = Object::new();
    put_when(&mut to, "at", when);
    to.get("at")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

const fn local(when: When) -> i64 {
    when.unix_ms.saturating_add(when.offset_min as i64 * 60_000)
}

fn written(when: When) -> String {
    let ms = local(when);
    let (year, month, day) = civil(ms.div_euclid(When::DAY_MS));
    let of_day = ms.rem_euclid(When::DAY_MS);
    let (hour, minute) = (of_day / 3_600_000, of_day / 60_000 % 60);
    let (second, milli) = (of_day / 1000 % 60, of_day % 1000);
    let sign = if when.offset_min < 0 { '-' } else { '+' };
    let offset = when.offset_min.unsigned_abs();
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}{sign}{:02}:{:02}",
        offset / 60,
        offset % 60
    )
}

fn read(text: &str) -> Option<When> {
    let (date, time) = text.split_once('T')?;
    let zone = time.find(['Z', '+', '-'])?;
    let (clock, zone) = time.split_at(zone);
    let mut date = date.splitn(3, '-').map(digits);
    let (year, month, day) = (date.next()??, date.next()??, date.next()??);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut clock = clock.splitn(3, ':').map(digits);
    let (hour, minute) = (clock.next()??, clock.next()??);
    let second = clock.next().unwrap_or(Some(0))?;
    let milli: String = fraction.chars().chain("00".chars()).take(3).collect();
    let offset = match zone.strip_prefix(['+', '-']) {
        None if zone == "Z" => 0,
        None => return None,
        Some(rest) => {
            let (hours, minutes) = rest.split_once(':')?;
            let size = digits(hours)? * 60 + digits(minutes)?;
            if zone.starts_with('-') { -size } else { size }
        }
    };
    let is_time = (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60;
    let ms = days(year, month, day) * When::DAY_MS
        + hour * 3_600_000
        + minute * 60_000
        + second * 1000
        + digits(&milli)?;
    is_time.then_some(When {
        unix_ms: ms - offset * 60_000,
        offset_min: i16::try_from(offset).ok().filter(|o| OFFSETS.contains(o))?,
    })
}

/// A number of one to four digits.
fn digits(text: &str) -> Option<i64> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_rfc_3339_writes_them() {
        let at = |unix_ms, offset_min| When {
            unix_ms,
            offset_min,
        };
        // Examples of RFC 3339, section 5.8.
        let first = at(482_196_050_520, 0);
        assert_eq!(written(first), "1985-04-12T23:20:50.520+00:00");
        assert_eq!(read("1985-04-12T23:20:50.52Z"), Some(first));
        let second = at(851_042_397_000, -480);
        assert_eq!(written(second), "1996-12-19T16:39:57.000-08:00");
        assert_eq!(read("1996-12-19T16:39:57-08:00"), Some(second));
        assert_eq!(
            written(at(1_709_208_000_000, 60)),
            "2024-02-29T13:00:00.000+01:00"
        );
    }

    #[test]
    fn what_is_no_time_is_none() {
        let none = [
            "",
            "T",
            "2024",
            "2024-02-29",
            "2024-13-01T00:00:00Z",
            "2024-01-01T25:00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00+99:00",
            "-024-01-01T00:00:00Z",
            "2024-01-01T00:00:00.é00Z",
            "99999-01-01T00:00:00Z",
        ];
        for text in none {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn every_time_comes_back_also_one_that_no_calendar_has() {
        let all = [
            i64::MIN,
            YEARS.start - 1,
            YEARS.start,
            -1,
            0,
            1_790_000_000_123,
            YEARS.end,
            i64::MAX,
        ];
        for unix_ms in all {
            for offset_min in [i16::MIN, -841, -840, -300, 0, 345, 840, i16::MAX] {
                let when = When {
                    unix_ms,
                    offset_min,
                };
                let mut to = Object::new();
                put_when(&mut to, "at", when);
                assert_eq!(get_when(&to, "at"), Some(when));
            }
        }
    }
}

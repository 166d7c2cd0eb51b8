// SPDX-License-Identifier: Apache-2.0
use js_sys::{Date, Object, Reflect};
use kindhold_care::When;
use wasm_bindgen::{JsCast, JsValue};

/// Now, with the offset of the clock on the wall.
pub(crate) fn now() -> When {
    let date = Date::new_0();
    When {
        unix_ms: date.get_time() as i64,
        offset_min: -(date.get_timezone_offset() as i16),
    }
}

/// Milliseconds from some fixed point, for measuring how long something took.
pub(crate) fn ticks() -> f64 {
    Reflect::get(&js_sys::global(), &"performance".into())
        .and_then(|p| Reflect::get(&p, &"now".into()).map(|f| (p, f)))
        .ok()
        .and_then(|(p, f)| {
            f.dyn_into::<js_sys::Function>()
                .ok()?
                .call0(&p)
                .ok()?
                .as_f64()
        })
        .unwrap_or_else(Date::now)
}

/// The day and hour as they were on the wall, in the person's language.
pub(crate) fn day_and_time(when: When) -> String {
    format(
        when,
        &[
            ("weekday", "short"),
            ("day", "numeric"),
            ("month", "short"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ],
    )
}

/// The day as it was on the wall.
pub(crate) fn day(when: When) -> String {
    format(
        when,
        &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
    )
}

/// The day and the month as they were on the wall.
#[cfg(feature = "together")]
pub(crate) fn short_day(when: When) -> String {
    format(when, &[("day", "numeric"), ("month", "short")])
}

/// The name of the weekday, short.
#[cfg(feature = "together")]
pub(crate) fn weekday(when: When) -> String {
    format(when, &[("weekday", "short")])
}

/// Noon of a day given as `YYYY-MM-DD`, here; `None` when it is none or lies in the future.
#[cfg(feature = "together")]
pub(crate) fn from_iso_day(text: &str) -> Option<When> {
    let now = now();
    let noon = Date::parse(&format!("{text}T12:00:00Z"));
    let offset = i64::from(now.offset_min) * 60_000;
    let unix_ms = noon.is_finite().then_some(noon as i64 - offset)?;
    let when = When {
        unix_ms,
        offset_min: now.offset_min,
    };
    (unix_ms >= 0 && when.local_day() <= now.local_day()).then_some(when)
}

/// `YYYY-MM-DD` on the wall, for file names.
pub(crate) fn iso_day(when: When) -> String {
    Date::new(&JsValue::from_f64(when.local_ms() as f64))
        .to_iso_string()
        .as_string()
        .unwrap_or_default()
        .chars()
        .take(10)
        .collect()
}

fn format(when: When, parts: &[(&str, &str)]) -> String {
    let options = Object::new();
    let set = |k: &str, v: &str| {
        let _ = Reflect::set(&options, &k.into(), &v.into());
    };
    set("timeZone", "UTC");
    for (k, v) in parts {
        set(k, v);
    }
    let date = Date::new(&JsValue::from_f64(when.local_ms() as f64));
    let lang = super::document()
        .document_element()
        .and_then(|e| e.get_attribute("lang"))
        .unwrap_or_else(|| "en".into());
    date.to_locale_string(&lang, &options).into()
}

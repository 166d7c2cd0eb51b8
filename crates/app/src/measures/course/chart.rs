// SPDX-License-Identifier: Apache-2.0
use super::{Course, about, number};
use crate::{
    measures::change,
    platform::clock,
    seat::Seat,
    together::table,
    words::{t, t_with},
};
use kindhold_care::When;
use leptos::prelude::*;

/// The picture's size in its own units, and the room left for the numbers beside it and the marks below.
const WIDE: f64 = 320.0;
const LEFT: f64 = 26.0;
const TALL: f64 = 120.0;
const MARKS: f64 = 14.0;

/// Days since 1970-01-01 on the wall, with their fraction.
fn days(at: When) -> f64 {
    at.local_ms() as f64 / When::DAY_MS as f64
}

/// One scale over time: dots with how far they could be off, and the days on which something was tried below.
#[component]
pub(in crate::measures) fn Chart(
    /// The scale.
    course: Course,
    /// Days on which something was tried.
    practised: Vec<i64>,
) -> impl IntoView {
    let name = course.name();
    let dots: Vec<(When, f64)> = course.scored().collect();
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else {
        return ().into_any();
    };
    let (begin, end) = (days(first.0), days(last.0));
    let span = (end - begin).max(f64::MIN_POSITIVE);
    let x = move |day: f64| {
        let at = if span < 1e-9 {
            0.5
        } else {
            (day - begin) / span
        };
        LEFT + 8.0 + (WIDE - LEFT - 16.0) * at
    };
    let (least, most) = (course.scale.least, course.scale.most);
    let y = move |value: f64| {
        let part = (value.clamp(least, most) - least) / (most - least).max(f64::MIN_POSITIVE);
        6.0 + (TALL - 12.0) * (1.0 - part)
    };
    let band = change::band(&course);
    let path = dots
        .iter()
        .map(|(at, value)| format!("{:.1},{:.1}", x(days(*at)), y(*value)))
        .collect::<Vec<_>>()
        .join(" ");
    let marks = dots.iter().map(|(at, value)| {
        let x = x(days(*at));
        let off = band.map(|b| {
            let (y1, y2) = (y(value + b), y(value - b));
            view! {
                <line class="off" x1=x x2=x y1=y1 y2=y2 />
                <line class="off" x1=x - 3.0 x2=x + 3.0 y1=y1 y2=y1 />
                <line class="off" x1=x - 3.0 x2=x + 3.0 y1=y2 y2=y2 />
            }
        });
        view! { {off} <circle class="dot-after" cx=x cy=y(*value) r="3.8" /> }
    });
    let marks = marks.collect_view();
    let lines = [least, f64::midpoint(least, most), most].map(|value| {
        view! {
            <line class="grid" x1=LEFT x2=WIDE y1=y(value) y2=y(value) />
            <text class="tick" x="0" y=y(value) + 3.0>{number(value)}</text>
        }
    });
    let lines = lines.into_iter().collect_view();
    let tried: Vec<i64> = practised
        .into_iter()
        .filter(|day| (begin.floor()..=end).contains(&(*day as f64)))
        .collect();
    let has_tried = !tried.is_empty();
    let ticks = tried.into_iter().map(|day| {
        let day = (day as f64 + 0.5).clamp(begin, end);
        view! { <line class="tried-day" x1=x(day) x2=x(day) y1=TALL + 3.0 y2=TALL + MARKS - 1.0 /> }
    });
    let ticks = ticks.collect_view();
    let rows = course.points.iter().rev().map(|(at, scored)| {
        let value = scored.as_ref().map(|s| s.value);
        let range = value.zip(band).map(|(v, b)| {
            format!(
                "{} – {}",
                about((v - b).max(least), &course.scale),
                about((v + b).min(most), &course.scale)
            )
        });
        vec![
            clock::day(*at),
            value.map_or_else(|| t("course-skipped"), number),
            range.unwrap_or_else(|| "–".into()),
        ]
    });
    let head = vec![t("picture-when"), t("course-value"), t("course-range")];
    let cut = change::cut_off(&course).filter(|_| Seat::here() == Seat::Counsellor);
    let cut = cut.map(|(cut, source)| {
        let args = [("cut", number(cut).into()), ("source", source.into())];
        view! { <p class="soft small">{t_with("picture-cut-off", &args)}</p> }
    });
    let title = t_with("course-title", &[("name", name.into())]);
    let hint = if band.is_some() {
        "course-hint"
    } else {
        "course-hint-noband"
    };
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{title}</h2>
                <p class="soft small">{t(hint)} {has_tried.then(|| format!(" {}", t("course-practised")))}</p>
            </figcaption>
            <svg viewBox=format!("0 0 {WIDE} {}", TALL + MARKS) class="strengths" aria-hidden="true">
                {lines}
                <polyline class="way" points=path />
                {marks}
                {ticks}
            </svg>
            <div class="ends small soft" aria-hidden="true"><span>{clock::short_day(first.0)}</span><span>{clock::short_day(last.0)}</span></div>
            {cut}
            {table("course-value", head, rows.collect())}
        </figure>
    }
    .into_any()
}

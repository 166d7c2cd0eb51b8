// SPDX-License-Identifier: Apache-2.0
//! Pictures over time, each with its table. Nothing is coloured by how much or how strong it is.

use super::{questions::tenths, title_of};
use crate::{
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{
    Course, Episode, Feeling, Function, Helped, MomentKind, PracticeId, SystemCount, Week, When,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The weeks that are shown.
const WEEKS: usize = 12;
/// The newest urges whose strength is shown.
const NEWEST: usize = 40;

fn week_name(week: &Week) -> String {
    clock::short_day(When {
        unix_ms: week.first_day * 86_400_000,
        offset_min: 0,
    })
}

fn weeks(episodes: &[Episode]) -> Course {
    let all: Vec<&Episode> = episodes.iter().collect();
    Course::of(&all, clock::now().local_day(), WEEKS)
}

/// The numbers behind a picture.
pub(crate) fn table(name: &str, head: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let head = head
        .into_iter()
        .map(|h| view! { <th scope="col">{h}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let mut cells = row.into_iter();
            let first = cells.next();
            view! {
                <tr>
                    <th scope="row">{first}</th>
                    {cells.map(|c| view! { <td>{c}</td> }).collect_view()}
                </tr>
            }
        })
        .collect_view();
    view! {
        <details class="no-print">
            <summary>{t("as-table")}</summary>
            <div class="scrolls" tabindex="0" role="region" aria-label=t(name)>
                <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        </details>
    }
}

/// Bars of counts by week, the height of the largest being the height of the picture.
fn bars(counts: &[u32], most: u32, height: u32) -> AnyView {
    let many = counts.len().max(1) as u32;
    let (wide, most) = (320 / many, most.max(1));
    let bars = counts.iter().enumerate().map(|(n, count)| {
        let tall = (height * count).div_ceil(most);
        view! {
            <rect
                class="bar-fill"
                x=n as u32 * wide + 1
                y=height - tall
                width=wide.saturating_sub(3).max(2)
                height=tall
            />
        }
    });
    let bars = bars.collect_view();
    view! {
        <svg viewBox=format!("0 0 320 {height}") class="bars" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-back" x="0" y=height - 1 width="320" height="1" />
            {bars}
        </svg>
    }
    .into_any()
}

/// How many urges were written down in each week.
#[component]
pub(super) fn Urges(episodes: Vec<Episode>) -> impl IntoView {
    let course = weeks(&episodes);
    let counts: Vec<u32> = course.weeks.iter().map(|w| w.urges).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    let (Some(first), Some(last)) = (course.weeks.first(), course.weeks.last()) else {
        return ().into_any();
    };
    let ends = (week_name(first), week_name(last));
    let rows = course
        .weeks
        .iter()
        .map(|w| vec![week_name(w), w.urges.to_string()]);
    let rows: Vec<_> = rows.collect();
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{t("picture-urges")}</h2>
                <p class="soft small">{t_with("picture-urges-hint", &[("n", most.into())])}</p>
            </figcaption>
            {bars(&counts, most, 90)}
            <div class="ends small soft" aria-hidden="true"><span>{ends.0}</span><span>{ends.1}</span></div>
            {table("picture-urges", vec![t("picture-week-of"), t("picture-urges")], rows)}
        </figure>
    }
    .into_any()
}

/// What the urges were for, by week: a row of bars for each function.
#[component]
pub(super) fn Functions(episodes: Vec<Episode>) -> impl IntoView {
    let course = weeks(&episodes);
    let of = |w: &Week, f: Function| w.functions.get(&f).copied().unwrap_or_default();
    let total = |f: Function| course.weeks.iter().map(|w| of(w, f)).sum::<u32>();
    let some: Vec<Function> = Function::ALL
        .into_iter()
        .filter(|f| total(*f) > 0)
        .collect();
    if some.is_empty() {
        return ().into_any();
    }
    let counts = |f: Function| course.weeks.iter().map(|w| of(w, f)).collect::<Vec<_>>();
    let most = some
        .iter()
        .flat_map(|f| counts(*f))
        .max()
        .unwrap_or_default();
    let name = |f: Function| t(&format!("function-{}", f.key()));
    let pictures = some.iter().map(|f| {
        view! {
            <div class="small-chart">
                <span>{name(*f)}</span>
                <span>{total(*f)}</span>
                {bars(&counts(*f), most, 34)}
            </div>
        }
    });
    let pictures = pictures.collect_view();
    let head = std::iter::once(t("picture-week-of")).chain(some.iter().map(|f| name(*f)));
    let rows = course.weeks.iter().map(|w| {
        let cells = some.iter().map(|f| of(w, *f).to_string());
        std::iter::once(week_name(w)).chain(cells).collect()
    });
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{t("picture-functions")}</h2>
                <p class="soft small">{t("picture-functions-hint")}</p>
            </figcaption>
            {pictures}
            {table("picture-functions", head.collect(), rows.collect())}
        </figure>
    }
    .into_any()
}

/// How strong the newest urges were, before and after: a line from one to the other.
#[component]
pub(super) fn Strengths(episodes: Vec<Episode>) -> impl IntoView {
    let urges = episodes
        .iter()
        .filter(|e| e.moment.kind != MomentKind::CheckIn);
    let mut said: Vec<_> = urges
        .filter_map(|e| {
            Some((
                e.moment.at,
                e.moment.strength?.get(),
                e.after.map(|s| s.get()),
            ))
        })
        .collect();
    let said = said.split_off(said.len().saturating_sub(NEWEST));
    if said.is_empty() {
        return ().into_any();
    }
    let wide = 300.0 / said.len() as f64;
    let y = |strength: u8| 108 - 10 * u32::from(strength);
    let marks = said.iter().enumerate().map(|(n, (_, before, after))| {
        let x = 16.0 + wide * (n as f64 + 0.5);
        let after = after.map(|after| {
            view! {
                <line class="change" x1=x x2=x y1=y(*before) y2=y(after) />
                <circle class="dot-after" cx=x cy=y(after) r="3.6" />
            }
        });
        view! { {after} <circle class="dot" cx=x cy=y(*before) r="3.6" /> }
    });
    let marks = marks.collect_view();
    let lines = [0u8, 5, 10].map(|s| {
        view! {
            <line class="grid" x1="16" x2="320" y1=y(s) y2=y(s) />
            <text class="tick" x="0" y=y(s) + 3>{s}</text>
        }
    });
    let lines = lines.into_iter().collect_view();
    let rows = said.iter().rev().map(|(at, before, after)| {
        let after = after.map_or_else(|| "–".into(), |a| a.to_string());
        vec![clock::day_and_time(*at), before.to_string(), after]
    });
    let head = vec![t("picture-when"), t("picture-before"), t("picture-after")];
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{t("picture-strengths")}</h2>
                <p class="soft small">{t_with("picture-strengths-hint", &[("n", (said.len() as u32).into())])}</p>
            </figcaption>
            <svg viewBox="0 0 320 116" class="strengths" aria-hidden="true">{lines}{marks}</svg>
            <p class="legend small">
                <svg viewBox="0 0 10 10" aria-hidden="true"><circle class="dot" cx="5" cy="5" r="3.6" /></svg>
                <span>{t("picture-before")}</span>
                <svg viewBox="0 0 10 10" aria-hidden="true"><circle class="dot-after" cx="5" cy="5" r="3.6" /></svg>
                <span>{t("picture-after")}</span>
            </p>
            {table("picture-strengths", head, rows.collect())}
        </figure>
    }
    .into_any()
}

/// What became of a practice.
#[derive(Default)]
struct Became {
    times: u32,
    said: BTreeMap<Helped, u32>,
    /// Strength before and after, summed, where nothing else was tried.
    alone: (u32, u32, u32),
}

/// What was tried, what was said of it, and what it changed.
#[component]
pub(super) fn Tried(episodes: Vec<Episode>) -> impl IntoView {
    let mut all: BTreeMap<&PracticeId, Became> = BTreeMap::new();
    for episode in &episodes {
        for attempt in &episode.attempts {
            let held = all.entry(&attempt.practice).or_default();
            held.times += 1;
            if let Some(helped) = attempt.helped {
                *held.said.entry(helped).or_default() += 1;
            }
            if let (Some(before), Some(after), 1) = (
                episode.moment.strength,
                episode.after,
                episode.attempts.len(),
            ) {
                held.alone.0 += u32::from(before.get());
                held.alone.1 += u32::from(after.get());
                held.alone.2 += 1;
            }
        }
    }
    if all.is_empty() {
        return ().into_any();
    }
    let mut rows: Vec<_> = all.into_iter().collect();
    rows.sort_by_key(|(_, became)| std::cmp::Reverse(became.times));
    let rows = rows.into_iter().map(|(id, became)| {
        let said = Helped::ALL
            .into_iter()
            .filter_map(|h| became.said.get(&h).map(|n| (h, n)))
            .map(|(h, n)| format!("{} {n}", t(&format!("helped-{}", h.key()))))
            .collect::<Vec<_>>();
        let said = if said.is_empty() {
            t("picture-not-said")
        } else {
            said.join(" · ")
        };
        let (before, after, of) = became.alone;
        let mean = |sum: u32| tenths(sum * 10 / of.max(1));
        let change = (of > 0).then(|| {
            let args = [
                ("before", mean(before).into()),
                ("after", mean(after).into()),
            ];
            t_with("picture-changed", &args)
        });
        let times = t_with("picture-times", &[("n", became.times.into())]);
        let line = [Some(times), change, Some(said)];
        let line = line.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! { <li><p>{title_of(id)}</p><p class="small soft">{line}</p></li> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card">
            <h2>{t("picture-tried")}</h2>
            <p class="soft small">{t("picture-tried-hint")}</p>
            <ul class="tried">{rows}</ul>
        </section>
    }
    .into_any()
}

/// The three systems, drawn from the feelings that were written down.
#[component]
pub(super) fn Systems(episodes: Vec<Episode>, feelings: Vec<Feeling>) -> impl IntoView {
    let moments = episodes.iter().flat_map(|e| e.moment.feelings.clone());
    let count = SystemCount::of(moments.chain(feelings));
    if count.total() == 0 {
        return ().into_any();
    }
    let parts = [
        ("threat", count.threat),
        ("drive", count.drive),
        ("soothing", count.soothing),
        ("away", count.away),
    ];
    let most = parts.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    let circles = parts.map(|(name, n)| {
        // The area goes with the number.
        let radius = 30.0 * (f64::from(n) / f64::from(most)).sqrt();
        view! {
            <div class="system">
                <svg viewBox="0 0 64 64" aria-hidden="true">
                    <circle class="ring-back" cx="32" cy="32" r="30" />
                    <circle class=format!("system-{name}") cx="32" cy="32" r=radius />
                </svg>
                <span>{t(&format!("system-{name}"))}</span>
                <span>{n}</span>
            </div>
        }
    });
    let circles = circles.into_iter().collect_view();
    view! {
        <section class="card">
            <h2>{t("picture-systems")}</h2>
            <p class="soft small">{t("picture-systems-hint")}</p>
            <div class="systems">{circles}</div>
        </section>
    }
    .into_any()
}

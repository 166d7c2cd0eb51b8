// SPDX-License-Identifier: Apache-2.0
//! When urges come, and what helped for what; with how far a share could be off. Sorted by how often, never by best.

use super::course::number;
use crate::{
    platform::clock,
    together::{OneOf, table, title_of},
    words::{t, t_with},
};
use kindhold_care::{Episode, Function, When};
use kindhold_measure::helped::{Times, Tried, by_function};
use leptos::prelude::*;

/// The names of the days, Monday first, as the device says them.
fn weekdays() -> [String; 7] {
    // 1970-01-05 was a Monday.
    std::array::from_fn(|n| {
        clock::weekday(When {
            unix_ms: (4 + n as i64) * When::DAY_MS,
            offset_min: 0,
        })
    })
}

/// The counts behind the picture of when urges come: heads and rows; none when there are no urges.
pub(super) fn when_table(episodes: &[&Episode]) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let times = Times::of(episodes);
    let counts = times.counts.iter().flatten().copied();
    counts.max().filter(|most| *most > 0)?;
    let hours = (0..6).map(|n: u32| {
        let args = [("from", (4 * n).into()), ("to", (4 * (n + 1)).into())];
        t_with("when-hours", &args)
    });
    let head = std::iter::once(t("picture-when")).chain(hours).collect();
    let rows = weekdays()
        .into_iter()
        .zip(&times.counts)
        .map(|(day, blocks)| {
            let cells = blocks.iter().map(u32::to_string);
            std::iter::once(day).chain(cells).collect()
        });
    Some((head, rows.collect()))
}

/// Urges by day of the week and time of day, all of them or those for one thing: larger circles for more of them.
#[component]
pub(super) fn WhenUrges(episodes: Vec<Episode>) -> impl IntoView {
    let all: Vec<&Episode> = episodes.iter().collect();
    let most = Times::of(&all).counts.iter().flatten().copied().max();
    let most = most.unwrap_or_default();
    if most == 0 {
        return ().into_any();
    }
    let said = |f: &Function| episodes.iter().any(|e| e.moment.functions.contains(f));
    let functions: Vec<Function> = Function::ALL.into_iter().filter(said).collect();
    let name = |f: Function| (Some(f), t(&format!("function-{}", f.key())));
    let choices = std::iter::once((None, t("when-all"))).chain(functions.into_iter().map(name));
    let choices: Vec<_> = choices.collect();
    let chosen = RwSignal::new(None::<Function>);
    let episodes = StoredValue::new(episodes);
    let grid = move || {
        let chosen = chosen.get();
        episodes.with_value(|all| {
            let fits = |e: &&Episode| chosen.is_none_or(|f| e.moment.functions.contains(&f));
            let some: Vec<&Episode> = all.iter().filter(fits).collect();
            grid(&some, most)
        })
    };
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{t("when-title")}</h2>
                <p class="soft small">{t("when-hint")}</p>
            </figcaption>
            {(choices.len() > 1).then(|| view! {
                <div class="no-print"><OneOf label=t("picture-functions") all=choices chosen=chosen /></div>
            })}
            {grid}
        </figure>
    }
    .into_any()
}

/// The picture with its table; `most` is the count that has the largest circle.
fn grid(episodes: &[&Episode], most: u32) -> AnyView {
    let times = Times::of(episodes);
    let circles = times.counts.iter().enumerate().flat_map(|(day, blocks)| {
        blocks.iter().enumerate().map(move |(block, count)| {
            // The area goes with the number.
            let radius = 16.0 * (f64::from(*count) / f64::from(most)).sqrt();
            let (x, y) = (50.0 + 44.0 * block as f64, 22.0 + 36.0 * day as f64);
            view! {
                <circle class="nothing" cx=x cy=y r="1.5" />
                <circle class="bar-fill" cx=x cy=y r=radius />
            }
        })
    });
    let circles = circles.collect_view();
    let names = weekdays().into_iter().enumerate().map(|(n, day)| {
        view! { <text class="tick" x="0" y=25.0 + 36.0 * n as f64>{day}</text> }
    });
    let names = names.collect_view();
    let under = (0..6).map(|n| {
        let x = 50.0 + 44.0 * f64::from(n);
        view! { <text class="tick" text-anchor="middle" x=x y="272">{format!("{}–{}", 4 * n, 4 * n + 4)}</text> }
    });
    let under = under.collect_view();
    let (head, rows) = when_table(episodes).unwrap_or_default();
    view! {
        <svg viewBox="0 0 300 280" class="strengths" aria-hidden="true">{circles}{names}{under}</svg>
        {table("when-title", head, rows)}
    }
    .into_any()
}

/// What helped for what, in rows: name, how often, share with its range, change.
pub(super) fn helped_rows(episodes: &[&Episode]) -> Vec<(String, Vec<String>)> {
    by_function(episodes)
        .iter()
        .map(|tried| (function_name(tried), row(tried)))
        .collect()
}

fn function_name(tried: &Tried) -> String {
    tried.function.map_or_else(
        || t("for-no-function"),
        |f| t(&format!("function-{}", f.key())),
    )
}

fn per_cent(share: f64) -> String {
    t_with("percent", &[("n", ((100.0 * share).round() as u32).into())])
}

/// The heads of [`row`].
pub(super) fn helped_head() -> Vec<String> {
    ["what", "for-tried", "for-helped", "for-range", "for-change"]
        .map(t)
        .into()
}

fn row(tried: &Tried) -> Vec<String> {
    let (share, range) = match &tried.helped {
        None => ("–".to_owned(), "–".to_owned()),
        Some(helped) => {
            let part = |share: f64| ((100.0 * share).round() as u32).into();
            let args = [("low", part(helped.low)), ("high", part(helped.high))];
            (per_cent(helped.share), t_with("percents", &args))
        }
    };
    let range = if tried.few {
        format!("{range} ({})", t("for-few"))
    } else {
        range
    };
    let change = tried.change.as_ref().map_or_else(
        || "–".to_owned(),
        |mean| match mean.interval {
            Some((low, high)) => {
                format!("{} ({} – {})", number(mean.mean), number(low), number(high))
            }
            None => number(mean.mean),
        },
    );
    vec![
        title_of(&tried.practice),
        tried.times.to_string(),
        share,
        range,
        change,
    ]
}

/// For each function what was tried, and how far the share that helped could be off.
#[component]
pub(super) fn ForWhat(episodes: Vec<Episode>) -> impl IntoView {
    let all: Vec<&Episode> = episodes.iter().collect();
    let tried = by_function(&all);
    if tried.is_empty() {
        return ().into_any();
    }
    let mut groups: Vec<(String, Vec<&Tried>)> = Vec::new();
    for one in &tried {
        let name = function_name(one);
        match groups.iter_mut().find(|(held, _)| *held == name) {
            Some((_, list)) => list.push(one),
            None => groups.push((name, vec![one])),
        }
    }
    let pictures = groups.into_iter().map(|(name, list)| {
        let rows = list.into_iter().map(|tried| {
            let bar = tried.helped.as_ref().map(|helped| {
                let x = |share: f64| 4.0 + 292.0 * share;
                view! {
                    <svg viewBox="0 0 300 16" class="strengths" aria-hidden="true">
                        <line class="grid" x1="4" x2="296" y1="8" y2="8" />
                        <line class="off" x1=x(helped.low) x2=x(helped.high) y1="8" y2="8" />
                        <circle class="dot-after" cx=x(helped.share) cy="8" r="4.5" />
                    </svg>
                }
            });
            let cells = row(tried);
            let line = format!(
                "{} {} · {} {} · {}",
                t("for-tried"),
                cells[1],
                t("for-helped"),
                cells[2],
                cells[3]
            );
            view! { <li><p>{cells[0].clone()}</p>{bar}<p class="small soft">{line}</p></li> }
        });
        view! { <h3>{name}</h3><ul class="tried">{rows.collect_view()}</ul> }
    });
    let pictures = pictures.collect_view();
    let head = std::iter::once(t("picture-functions")).chain(helped_head());
    let rows = helped_rows(&all)
        .into_iter()
        .map(|(function, row)| std::iter::once(function).chain(row).collect());
    view! {
        <figure class="card chart">
            <figcaption>
                <h2>{t("for-title")}</h2>
                <p class="soft small">{t("for-hint")}</p>
            </figcaption>
            {pictures}
            {table("for-title", head.collect(), rows.collect())}
        </figure>
    }
    .into_any()
}

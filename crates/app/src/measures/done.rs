// SPDX-License-Identifier: Apache-2.0
use super::{
    Place,
    change::{self, Told},
    course::{Course, about, courses, number, response_of, score_line},
    go,
    home::Terms,
    shelf,
};
use crate::{
    app::app,
    nav::{Screen, Thing},
    platform::clock,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_measure::{Instrument, Scored};
use leptos::prelude::*;

/// After the last question: thanks first, then the number with how far it could be off, then whether it changed.
#[component]
pub(super) fn Done(thing: Thing) -> impl IntoView {
    let app = app();
    let found = app.book.with_untracked(|b| {
        let response = response_of(b, &thing)?;
        let instrument = shelf::for_response(b, &response)?;
        let of: Vec<Course> = courses(b)
            .into_iter()
            .filter(|c| c.instrument.url == instrument.url)
            .collect();
        Some((instrument, of))
    });
    let worse = found.as_ref().is_some_and(|(_, of)| {
        let told = of.iter().filter_map(change::newest);
        told.into_iter()
            .any(|t| matches!(t.what, Told::Worse { .. }))
    });
    view! {
        <Frame title=t("done-title")>
            <p class="lead">{t("done-lead")}</p>
            {found.map(|(instrument, of)| view! { <Numbers instrument=instrument of=of /> })}
            {worse.then(|| view! {
                <section class="note warm">
                    <h2>{t("worse-title")}</h2>
                    <p>{t("worse-lead")}</p>
                    <p>{t("worse-do")}</p>
                    <div class="row">
                        <button on:click=move |_| app.go(Screen::People)>{t("door-people")}</button>
                        <button on:click=move |_| app.go(Screen::Plan)>{t("door-plan")}</button>
                        <button on:click=move |_| go(Place::Report)>{t("measures-report")}</button>
                    </div>
                </section>
            })}
            <button class="main-action wide" on:click=move |_| app.nav.back()>{t("done-back")}</button>
            <button class="wide" on:click=move |_| go(Place::Pictures)>{t("done-see")}</button>
        </Frame>
    }
}

#[component]
fn Numbers(instrument: &'static Instrument, of: Vec<Course>) -> impl IntoView {
    if of.is_empty() {
        return view! { <p>{t("done-no-rule")}</p> }.into_any();
    }
    let scales = of.into_iter().map(|course| {
        let newest = course.points.last().and_then(|(_, scored)| *scored);
        view! {
            <section class="card">
                {match newest {
                    Some(scored) => scored_lines(&course, &scored),
                    None => view! { <p>{t("done-no-score")}</p> }.into_any(),
                }}
            </section>
        }
    });
    view! { {scales.collect_view()} <Terms instrument=instrument /> }.into_any()
}

fn scored_lines(course: &Course, scored: &Scored) -> AnyView {
    let line = score_line(&course.name(), scored.value, &course.scale);
    let band = change::band(course).map(|band| {
        let low = (scored.value - band).max(course.scale.least);
        let high = (scored.value + band).min(course.scale.most);
        t_with(
            "done-band",
            &[
                ("low", about(low, &course.scale).into()),
                ("high", about(high, &course.scale).into()),
            ],
        )
    });
    let prorated = scored
        .prorated
        .then(|| t_with("done-prorated", &[("n", (scored.missing as u32).into())]));
    let changed = match change::newest(course) {
        None => t("done-one"),
        Some(told) => {
            let day = clock::day(told.before.0);
            match told.what {
                Told::Better => t_with("done-better", &[("day", day.into())]),
                Told::Worse { .. } => t_with("done-worse", &[("day", day.into())]),
                Told::Same => t_with("done-same", &[("day", day.into())]),
                Told::Unknown => t_with(
                    "done-difference",
                    &[
                        ("day", day.into()),
                        ("before", number(told.before.1).into()),
                    ],
                ),
            }
        }
    };
    view! {
        <p>{line}</p>
        {band.map(|line| view! { <p class="small soft">{line}</p> })}
        {prorated.map(|line| view! { <p class="small soft">{line}</p> })}
        <p>{changed}</p>
    }
    .into_any()
}

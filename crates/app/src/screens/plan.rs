// SPDX-License-Identifier: Apache-2.0
use super::people::OwnPeople;
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{clock, page},
    ui::Frame,
    words::t,
};
use kindhold_care::{Contact, Entry, Plan};
use leptos::prelude::*;

/// The safety plan as it stands, with its people ready to call. Prints well.
#[component]
pub(crate) fn PlanView() -> impl IntoView {
    let app = app();
    let plan = Memo::new(move |_| {
        app.book
            .with(|b| b.plan().map(|(_, p)| p.clone()).unwrap_or_default())
    });
    view! {
        <Frame title=t("plan-title")>
            {move || if plan.with(Plan::is_empty) {
                view! { <p>{t("plan-empty")}</p> }.into_any()
            } else {
                view! { <Parts plan=plan.get() /> }.into_any()
            }}
            <div class="no-print">
                <OwnPeople />
                <button class="main-action wide" on:click=move |_| app.go(Screen::PlanEdit)>{t("plan-write")}</button>
                <button class="wide" on:click=|_| page::print()>{t("print")}</button>
                <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
                <Earlier />
            </div>
            <p class="soft small">{t("plan-credit")}</p>
        </Frame>
    }
}

/// The six parts, those with nothing in them left out.
#[component]
pub(crate) fn Parts(plan: Plan) -> impl IntoView {
    let lines = |key: &str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            view! {
                <section class="plan-part">
                    <h2>{t(key)}</h2>
                    <ul>{lines.into_iter().map(|l| view! { <li>{l}</li> }).collect_view()}</ul>
                </section>
            }
        })
    };
    let people = |contacts: Vec<Contact>| -> Vec<String> {
        contacts
            .into_iter()
            .map(|c| {
                [c.name, c.phone, c.note]
                    .into_iter()
                    .filter(|s| !s.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · ")
            })
            .collect()
    };
    view! {
        {lines("plan-signs", plan.signs)}
        {lines("plan-alone", plan.alone)}
        {lines("plan-places", plan.places)}
        {lines("plan-people", people(plan.people))}
        {lines("plan-professionals", people(plan.professionals))}
        {lines("plan-surroundings", plan.surroundings)}
    }
}

/// Earlier versions, to look at and to bring back.
#[component]
fn Earlier() -> impl IntoView {
    let app = app();
    let bring_back = move |plan: Plan| {
        let thing = app.book.with_untracked(|b| b.plan().map(|(t, _)| t));
        app.keep_then(
            thing.unwrap_or_else(|| app.new_thing()),
            Entry::Plan(plan),
            || {
                page::after_drawing(page::focus_heading);
            },
        );
    };
    move || {
        let earlier = app.book.with(|b| b.earlier_plans());
        (!earlier.is_empty()).then(|| {
            let versions = earlier
                .into_iter()
                .map(|(written, plan)| {
                    let copy = plan.clone();
                    view! {
                        <details class="card">
                            <summary>{clock::day_and_time(written)}</summary>
                            <Parts plan=plan />
                            <button on:click=move |_| bring_back(copy.clone())>{t("plan-bring-back")}</button>
                        </details>
                    }
                })
                .collect_view();
            view! {
                <details>
                    <summary>{t("plan-earlier")}</summary>
                    {versions}
                </details>
            }
        })
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    ui::{ContactList, Draft, Frame, LineList},
    words::t,
};
use kindhold_care::{Contact, Entry, Plan};
use leptos::prelude::*;

/// The plan, being written: six parts, any of which may stay empty. Saved as a new version.
#[component]
pub(crate) fn PlanEdit() -> impl IntoView {
    let app = app();
    let (thing, plan) = app
        .book
        .with_untracked(|b| b.plan().map(|(t, p)| (t, p.clone())))
        .unwrap_or_else(|| (app.new_thing(), Plan::default()));
    let signs = RwSignal::new(plan.signs);
    let alone = RwSignal::new(plan.alone);
    let places = RwSignal::new(plan.places);
    let people = RwSignal::new(plan.people);
    let professionals = RwSignal::new(plan.professionals);
    let surroundings = RwSignal::new(plan.surroundings);
    let draft = Draft::new(thing, move || {
        Entry::Plan(Plan {
            signs: written(signs),
            alone: written(alone),
            places: written(places),
            people: known(people),
            professionals: known(professionals),
            surroundings: written(surroundings),
        })
    });
    let part = |key: &'static str, lines: RwSignal<Vec<String>>| {
        view! {
            <section class="card">
                <h2>{t(key)}</h2>
                <p class="soft small">{t(&format!("{key}-hint"))}</p>
                <LineList label=t(key) lines=lines />
            </section>
        }
    };
    let people_part = |key: &'static str, contacts: RwSignal<Vec<Contact>>| {
        view! {
            <section class="card">
                <h2>{t(key)}</h2>
                <p class="soft small">{t(&format!("{key}-hint"))}</p>
                <ContactList contacts=contacts />
            </section>
        }
    };
    view! {
        <Frame title=t("plan-write-title")>
            <p class="soft">{t("plan-write-lead")}</p>
            {part("plan-signs", signs)}
            {part("plan-alone", alone)}
            {part("plan-places", places)}
            {people_part("plan-people", people)}
            {people_part("plan-professionals", professionals)}
            {part("plan-surroundings", surroundings)}
            <div class="stick"><button class="main-action wide" on:click=move |_| draft.keep()>{t("keep")}</button></div>
        </Frame>
    }
}

fn written(lines: RwSignal<Vec<String>>) -> Vec<String> {
    let lines = lines.get_untracked();
    lines
        .into_iter()
        .map(|l| l.trim().to_owned())
        .filter(|l| !l.is_empty())
        .collect()
}

fn known(contacts: RwSignal<Vec<Contact>>) -> Vec<Contact> {
    let contacts = contacts.get_untracked();
    contacts
        .into_iter()
        .filter(|c| !c.name.trim().is_empty() || c.dial().is_some())
        .collect()
}

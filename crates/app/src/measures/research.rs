// SPDX-License-Identifier: Apache-2.0
use super::{
    dossier,
    hand_over::{hand_over, told},
    trial::Trials,
};
use crate::{
    app::app,
    book::hex,
    platform::clock,
    session::random,
    ui::{Frame, Question},
    words::{t, t_with},
};
use kindhold_care::{Consent, Entry};
use kindhold_vault::Random as _;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The version of the words that are agreed to: raised whenever `research-in`, `-out` or `-still` say something else.
const WORDS: &str = "2026-11";
/// Dates are moved back by at least so many weeks …
const FEWEST_WEEKS: u16 = 52;
/// … and by up to so many more.
const MORE_WEEKS: u16 = 512;

/// A yes of its own for each study, a file, and taking the yes back.
#[component]
pub(super) fn Research() -> impl IntoView {
    let app = app();
    let study = RwSignal::new(String::new());
    let agreed = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let newest = move || {
        let all = app.book.with(crate::book::Book::consents);
        let by_study = all.into_iter().map(|(_, c)| (c.study.clone(), c));
        by_study.collect::<BTreeMap<_, _>>()
    };
    let yes = move |_| {
        let consent = Consent {
            at: clock::now(),
            study: study.get_untracked().trim().to_owned(),
            given: true,
            words: WORDS.into(),
            pseudonym: hex(&random().make::<16>()),
            shift_weeks: FEWEST_WEEKS + u16::from_be_bytes(random().make()) % MORE_WEEKS,
        };
        app.keep_then(app.new_thing(), Entry::Consent(consent), move || {
            agreed.set(false);
            study.set(String::new());
        });
    };
    let fits = move || agreed.get() && study.with(|s| !s.trim().is_empty());
    view! {
        <Frame title=t("research-title")>
            <p class="lead">{t("research-lead")}</p>
            <p>{t("research-in")}</p>
            <p>{t("research-out")}</p>
            <p>{t("research-still")}</p>
            <p class="note">{t("research-young")}</p>
            {move || newest().into_values().map(|consent| view! { <Said consent=consent said=said /> }).collect_view()}
            <p role="status">{move || said.get()}</p>
            <section class="card">
                <label>
                    <span class="small">{t("research-asked")}</span>
                    <input type="text" maxlength="120" autocomplete="off" prop:value=move || study.get() on:input=move |e| study.set(event_target_value(&e)) />
                </label>
                <label class="row">
                    <input type="checkbox" prop:checked=move || agreed.get() on:change=move |e| agreed.set(event_target_checked(&e)) />
                    <span>{t("research-agree")}</span>
                </label>
                <button class="wide" disabled=move || !fits() on:click=yes>{t("research-yes")}</button>
            </section>
            <Trials />
        </Frame>
    }
}

/// What was said to a study.
#[component]
fn Said(consent: Consent, said: RwSignal<String>) -> impl IntoView {
    let app = app();
    let args = [
        ("study", consent.study.clone().into()),
        ("day", clock::day(consent.at).into()),
    ];
    if !consent.given {
        let code = consent.pseudonym.clone();
        return view! {
            <section class="card">
                <h2>{consent.study.clone()}</h2>
                <p class="small">{t_with("research-taken-back", &[("code", code.into())])}</p>
            </section>
        }
        .into_any();
    }
    let line = t_with("research-given", &args);
    let for_file = consent.clone();
    let save = move |_| {
        let made = app.book.with_untracked(|b| dossier::research(b, &for_file));
        said.set(told(hand_over(".research.json", made)));
    };
    let back = Callback::new(move |()| {
        let consent = Consent {
            at: clock::now(),
            given: false,
            ..consent.clone()
        };
        app.keep_then(app.new_thing(), Entry::Consent(consent), || {});
    });
    view! {
        <section class="card">
            <p>{line}</p>
            <button class="wide" on:click=save>{t("research-save")}</button>
            <Question ask=t("research-take-back") question=t("research-lead") yes=t("research-take-back") on_yes=back />
        </section>
    }
    .into_any()
}

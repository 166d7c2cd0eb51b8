// SPDX-License-Identifier: Apache-2.0
//! Studies that let chance choose some of what is offered: a yes of its own, by the study’s own file.

use super::add::picked_text;
use crate::{
    app::app,
    book::{Book, by_time},
    platform::clock,
    ui::Question,
    words::{t, t_with},
};
use kindhold_care::{Entry, Trial, When, calendar::day_of};
use kindhold_choice::trial::{Plan, PlanError};
use leptos::{html, prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// The version of the words that are agreed to: raised whenever the strings `trial-…` say something else.
const WORDS: &str = "2026-11";

impl Book {
    /// What was said last to each study that lets chance choose.
    pub(crate) fn trials(&self) -> Vec<Trial> {
        let all = self.current().filter_map(|(_, v)| match &v.entry {
            Entry::Trial(trial) => Some((v.written, trial.clone())),
            _ => None,
        });
        let all = by_time(all.collect(), |(written, _): &(When, Trial)| *written);
        let newest = all.into_iter().map(|(_, t)| (t.study.clone(), t));
        newest.collect::<BTreeMap<_, _>>().into_values().collect()
    }

    /// The plan of a study that somebody said yes to and that runs today.
    pub(crate) fn running_trial(&self) -> Option<Plan> {
        let today = clock::now().local_day();
        let given = self.trials().into_iter().filter(|trial| trial.given);
        let mut plans = given.filter_map(|trial| Plan::read(&trial.plan).ok());
        plans.find(|plan| plan.runs_on(today))
    }
}

/// What was said to such studies, and a field for the file of another.
#[component]
pub(super) fn Trials() -> impl IntoView {
    let app = app();
    let said = Memo::new(move |_| app.book.with(Book::trials));
    view! {
        <h2>{t("trial-title")}</h2>
        <p>{t("trial-lead")}</p>
        {move || said.get().into_iter().map(|trial| view! { <Said trial=trial /> }).collect_view()}
        <Ask />
    }
}

/// What the file says and what it means, before anything is agreed to.
#[component]
fn About(plan: Plan) -> impl IntoView {
    let tenths = (plan.even * 10.0).round().clamp(1.0, 10.0) as u32;
    let day = |text: &str| {
        let day = day_of(text).unwrap_or_default();
        clock::day(When {
            unix_ms: day * When::DAY_MS,
            offset_min: 0,
        })
    };
    let days = [
        ("first", day(&plan.first_day).into()),
        ("last", day(&plan.last_day).into()),
    ];
    view! {
        <h3>{plan.title.clone()}</h3>
        <p class="soft small">{t_with("trial-by", &[("who", plan.run_by.clone().into()), ("contact", plan.contact.clone().into())])}</p>
        <p>{t_with("trial-days", &days)}</p>
        <p>{t_with("trial-share", &[("n", tenths.into())])}</p>
        <p>{t("trial-stays")}</p>
        <p>{t("trial-file")}</p>
    }
}

/// A field for a study's file, then the question.
#[component]
fn Ask() -> impl IntoView {
    let app = app();
    let input = NodeRef::<html::Input>::new();
    let said = RwSignal::new(String::new());
    let asked = RwSignal::new(None::<(Plan, String)>);
    let agreed = RwSignal::new(false);
    let look = move |_| {
        let picked = input.get_untracked();
        spawn_local(async move {
            let text = picked_text(picked).await.map_err(t);
            let plan = text.and_then(|text| {
                let plan = Plan::read(&text).map_err(|why| why_not(&why))?;
                Ok((plan, text))
            });
            agreed.set(false);
            match plan {
                Ok(plan) => {
                    said.set(String::new());
                    asked.set(Some(plan));
                }
                Err(why) => {
                    asked.set(None);
                    said.set(why);
                }
            }
        });
    };
    let yes = move |_| {
        let Some((plan, text)) = asked.get_untracked() else {
            return;
        };
        let trial = Trial {
            at: clock::now(),
            study: plan.study.clone(),
            given: true,
            words: WORDS.into(),
            plan: text,
        };
        app.keep_then(app.new_thing(), Entry::Trial(trial), move || {
            asked.set(None);
            agreed.set(false);
        });
    };
    view! {
        <section class="card">
            <label>
                <span class="small">{t("trial-pick")}</span>
                <input node_ref=input type="file" autocomplete="off" accept=".json,application/json" />
            </label>
            <button class="wide" on:click=look>{t("trial-look")}</button>
            <p role="status">{move || said.get()}</p>
            {move || asked.get().map(|(plan, _)| view! {
                <About plan=plan />
                <p class="note">{t("research-young")}</p>
                <label class="row">
                    <input type="checkbox" prop:checked=move || agreed.get() on:change=move |e| agreed.set(event_target_checked(&e)) />
                    <span>{t("trial-agree")}</span>
                </label>
                <button class="wide" disabled=move || !agreed.get() on:click=yes>{t("trial-yes")}</button>
            })}
        </section>
    }
}

/// What was said to a study, and taking it back.
#[component]
fn Said(trial: Trial) -> impl IntoView {
    let app = app();
    let name = [("study", trial.study.clone().into())];
    if !trial.given {
        return view! { <section class="card"><p class="small">{t_with("trial-taken-back", &name)}</p></section> }.into_any();
    }
    let day = ("day", clock::day(trial.at).into());
    let [name] = name;
    let line = t_with("research-given", &[name, day]);
    let plan = Plan::read(&trial.plan).ok();
    let back = Callback::new(move |()| {
        let trial = Trial {
            at: clock::now(),
            given: false,
            ..trial.clone()
        };
        app.keep_then(app.new_thing(), Entry::Trial(trial), || {});
    });
    view! {
        <section class="card">
            <p>{line}</p>
            {plan.map(|plan| view! { <details><summary>{t("trial-what")}</summary><About plan=plan /></details> })}
            <Question ask=t("research-take-back") question=t("trial-take-back-question") yes=t("research-take-back") on_yes=back />
        </section>
    }
    .into_any()
}

/// Why a file is not taken, with a next step for whoever brought it.
fn why_not(why: &PlanError) -> String {
    t(match why {
        PlanError::TooLarge => "measures-bad-large",
        PlanError::Version => "trial-bad-version",
        _ => "trial-bad-form",
    })
}

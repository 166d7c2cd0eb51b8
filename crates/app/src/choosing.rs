// SPDX-License-Identifier: Apache-2.0
//! Whether what is offered at an urge learns from the person, and the choice itself when it does. Off until somebody says
//! otherwise: nobody is asked their age, so everybody is treated as if they were under 18.

use crate::{
    app::{App, app},
    book::Book,
    content,
    nav::Thing,
    platform::clock,
    session::random,
    ui::{Frame, Question},
    words::{t, t_with},
};
use kindhold_care::{Draw, Entry, Learning, Offer, PracticeId};
use kindhold_choice::{
    offer::{EVEN_RULE, Learner, lessons},
    trial::Plan,
};
use kindhold_vault::Random as _;
use leptos::prelude::*;

impl Book {
    /// What was said last on learning, and the thing that says it.
    pub(crate) fn learning(&self) -> (Option<Thing>, Learning) {
        let said = self.current().filter_map(|(thing, v)| match &v.entry {
            Entry::Learning(learning) => Some((v.time(), thing, *learning)),
            _ => None,
        });
        let newest = said.max_by_key(|(time, ..)| *time);
        newest.map_or((None, Learning::default()), |(_, thing, l)| {
            (Some(thing), l)
        })
    }
}

/// Chooses three: by what was learnt, or in the fixed order; now and then evenly, where somebody said yes to a study
/// that asks for it.
pub(crate) fn choose(app: App, tried: &[PracticeId]) -> (Vec<Offer>, Option<Draw>) {
    let (_, learning) = app.book.with_untracked(Book::learning);
    let trial = app.book.with_untracked(Book::running_trial);
    if !learning.on && trial.is_none() {
        return (app.in_fixed_order(tried), None);
    }
    let situation = untrack(|| app.situation());
    let history = app.book.with_untracked(Book::history);
    let lessons = app
        .book
        .with_untracked(|b| lessons(b.episodes(), learning.since));
    let seed = u32::from_be_bytes(random().make());
    let learner = Learner::new(content::practices(), &history, &lessons);
    let study = trial.as_ref().map(Plan::study);
    let decision = learner.choose(&situation, tried, study, seed);
    let is_even = |draw: &Draw| draw.rule == EVEN_RULE;
    if learning.on || decision.draw.as_ref().is_some_and(is_even) {
        (decision.offers, decision.draw)
    } else {
        (app.in_fixed_order(tried), None)
    }
}

/// The choice between the two orders, what is looked at and what is never varied, and starting afresh.
#[component]
pub(crate) fn Choosing() -> impl IntoView {
    let app = app();
    let learning = Memo::new(move |_| app.book.with(Book::learning));
    let said = RwSignal::new(String::new());
    let say = move |on: bool, afresh: bool| {
        let (thing, before) = learning.get_untracked();
        let now = clock::now();
        let entry = Entry::Learning(Learning {
            at: now,
            on,
            since: if afresh { now } else { before.since },
        });
        let thing = thing.unwrap_or_else(|| app.new_thing());
        app.keep_then(thing, entry, move || {
            said.set(if afresh {
                t("choosing-forgot")
            } else {
                String::new()
            });
        });
    };
    let many = move || {
        let (_, learning) = learning.get();
        let count = app
            .book
            .with(|b| lessons(b.episodes(), learning.since).len());
        count as u32
    };
    let is_on = move || learning.get().1.on;
    view! {
        <Frame title=t("choosing-title")>
            <p class="lead">{t("choosing-lead")}</p>
            <div class="chips tall" role="group" aria-label=t("choosing-title")>
                <button class="chip" aria-pressed=move || (!is_on()).to_string() on:click=move |_| say(false, false)>{t("choosing-same")}</button>
                <button class="chip" aria-pressed=move || is_on().to_string() on:click=move |_| say(true, false)>{t("choosing-learn")}</button>
            </div>
            <section class="card">
                <h2>{t("choosing-looks-title")}</h2>
                <p>{t("choosing-looks")}</p>
                <p>{t("choosing-never-looks")}</p>
            </section>
            <section class="card">
                <h2>{t("choosing-stays-title")}</h2>
                <p>{t("choosing-stays")}</p>
                <p>{t("choosing-leaves-out")}</p>
            </section>
            <section class="card">
                <h2>{t("choosing-how-title")}</h2>
                <p>{t("choosing-how")}</p>
                <p>{t("choosing-kindness")}</p>
                <p>{t("choosing-kept")}</p>
            </section>
            <p class="note">{t("choosing-young")}</p>
            <p>{move || t_with("choosing-so-far", &[("n", many().into())])}</p>
            {move || (is_on() && many() > 0).then(|| view! {
                <Question ask=t("choosing-forget") question=t("choosing-forget-question") yes=t("choosing-forget-yes")
                    on_yes=move |()| say(true, true) />
            })}
            <p role="status">{move || said.get()}</p>
        </Frame>
    }
}

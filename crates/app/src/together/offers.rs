// SPDX-License-Identifier: Apache-2.0
use super::{long::long, picture::title_of};
use crate::{
    app::app,
    book::{FromGuest, hex},
    content,
    measures::Offered,
    nav::Thing,
    platform::clock,
    slower::{self, Load, programme_file, step_of},
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Aside, Entry, MomentKind};
use leptos::prelude::*;

/// How many are shown before "show more".
const AT_FIRST: usize = 20;

/// What others offer. It can be taken, left, or looked at later; nobody is told which.
#[component]
pub(super) fn Offers() -> impl IntoView {
    let app = app();
    let programme = programme_file();
    view! {
        <Frame title=t("offers-door")>
            <p>{t("offered-lead")}</p>
            {move || {
                // What is offered may be a step of it, so its names are wanted first.
                if matches!(programme.get(), Load::Busy) {
                    return view! { <p class="soft">{t("opening")}</p> }.into_any();
                }
                let all = app.book.with(crate::book::Book::offerings);
                if all.is_empty() {
                    view! { <p class="note">{t("offered-none")}</p> }.into_any()
                } else {
                    long(all, AT_FIRST, offered).into_any()
                }
            }}
        </Frame>
    }
}

/// One of them, drawn.
fn offered((thing, one): (Thing, FromGuest)) -> AnyView {
    let app = app();
    let from = app.circle.with(|m| {
        let mut grants = m.account.grants.iter();
        let grant = grants.find(|g| g.id.0 == one.from);
        grant.map(|g| g.name.clone())
    });
    let from = from.flatten().unwrap_or_else(|| t("offered-somebody"));
    let at = clock::day(one.offering.at);
    let practice = one
        .offering
        .practice
        .filter(|id| content::practice(id).is_some());
    let step = one.offering.step.and_then(|id| {
        let file = programme_file().get_untracked().here()?;
        step_of(file, &id)
    });
    let pack = one.offering.pack.clone();
    let every = one.offering.every_days.unwrap_or_default();
    let aside = move |_| {
        let offering = hex(&thing.0);
        let entry = Entry::Aside(Aside { offering });
        app.keep_then(app.new_thing(), entry, || {});
    };
    view! {
        <article class="card">
            <h2>{t_with("offered-from", &[("name", from.into())])}</h2>
            <p class="soft small">{at}</p>
            {(!one.offering.text.is_empty()).then(|| view! { <p class="as-written">{one.offering.text}</p> })}
            {practice.map(|id| {
                let title = title_of(&id);
                view! {
                    <button class="main-action wide" on:click=move |_| {
                        app.begin(MomentKind::CheckIn);
                        app.start(id.clone());
                    }>{t_with("offered-look", &[("what", title.into())])}</button>
                }
            })}
            {step.map(|step| view! {
                <button class="main-action wide" on:click=move |_| slower::go(slower::Place::Step(&step.id))>
                    {t_with("offered-look", &[("what", step.title.as_str().into())])}
                </button>
            })}
            {pack.map(|pack| view! { <Offered pack=pack every=every /> })}
            <button class="quiet" on:click=aside>{t("offered-aside")}</button>
        </article>
    }
    .into_any()
}

// SPDX-License-Identifier: Apache-2.0
use super::people::OwnPeople;
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::page,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Entry, Hidden, Offer, Practice, Reason};
use leptos::prelude::*;

/// Three practices, each with its reason, and always a person. When self-injury holds off something
/// worse, the plan and people stand first and the order never changes.
#[component]
pub(crate) fn Offers() -> impl IntoView {
    let app = app();
    let offers = RwSignal::new(app.under_way.with_untracked(|u| {
        u.as_ref()
            .map(|(_, e)| e.offered.clone())
            .unwrap_or_default()
    }));
    let last_hidden = RwSignal::new(None::<&'static Practice>);
    let again = move || {
        offers.set(app.offer());
    };
    let hide = move |practice: &'static Practice, hidden: bool| {
        let entry = Entry::Hidden(Hidden {
            practice: practice.id.clone(),
            hidden,
        });
        let held = app
            .book
            .with_untracked(|b| b.hidden().into_iter().find(|(_, p)| *p == practice.id));
        let thing = held.map_or_else(|| app.new_thing(), |(t, _)| t);
        app.keep_then(thing, entry, move || {
            if !hidden {
                // The button that was tapped goes; the reading position must not go with it.
                page::focus_heading();
            }
            last_hidden.set(hidden.then_some(practice));
            again();
        });
    };
    let cards = move || {
        offers
            .get()
            .into_iter()
            .filter_map(|o| Some((content::practice(&o.practice)?, o)))
            .map(|(practice, offer)| view! { <Card practice=practice offer=offer on_hide=move |()| hide(practice, true) /> })
            .collect_view()
    };
    let people_first = app.is_holding_off();
    view! {
        <Frame title=if people_first { t("offers-people-first") } else { t("offers-title") }>
            {people_first.then(|| view! {
                <p>{t("offers-hold-off")}</p>
                <OwnPeople />
                <button class="wide" on:click=move |_| app.go(Screen::Plan)>{t("open-plan")}</button>
                <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
                <h2>{t("offers-meanwhile")}</h2>
            })}
            {move || last_hidden.get().map(|p| view! {
                <p class="note" role="status">
                    {t_with("offers-hidden", &[("title", p.title.clone().into())])} " "
                    <button class="quiet" on:click=move |_| hide(p, false)>{t("undo")}</button>
                </p>
            })}
            {cards}
            {move || offers.with(Vec::is_empty).then(|| view! {
                <p>{t("offers-none")}</p>
                <button class="wide" on:click=move |_| app.go(Screen::Grounding)>{t("ground-me")}</button>
            })}
            <button class="door warm" on:click=move |_| {
                app.change(|e| e.with_someone = true);
                app.go(Screen::People);
            }>
                <span>{t("be-with-someone")}</span>
                <span class="small">{t("be-with-someone-hint")}</span>
            </button>
        </Frame>
    }
}

/// One offer.
#[component]
fn Card(
    practice: &'static Practice,
    offer: Offer,
    #[prop(into)] on_hide: Callback<()>,
) -> impl IntoView {
    let app = app();
    let id = practice.id.clone();
    view! {
        <article class="card offer">
            <button class="door" on:click=move |_| app.start(id.clone())>
                <span class="offer-title">{practice.title.clone()}</span>
                <span class="soft">
                    {practice.offer.clone()} " "
                    <span class="minutes">{t_with("minutes", &[("n", practice.minutes.into())])}</span>
                </span>
            </button>
            <p class="why small">{why(practice, offer.reason)}</p>
            <button
                class="quiet small"
                aria-label=t_with("hide-named", &[("title", practice.title.clone().into())])
                on:click=move |_| on_hide.run(())
            >
                {t("hide-for-good")}
            </button>
        </article>
    }
}

fn why(practice: &Practice, reason: Reason) -> String {
    match reason {
        Reason::Fits(function) => practice.why.get(&function).cloned().unwrap_or_default(),
        Reason::HelpedBefore => t("why-helped-before"),
        Reason::Gentle => t("why-gentle"),
        Reason::LikeHelped => t("why-like-helped"),
        Reason::New => t("why-new"),
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    nav::Screen,
    ui::{Chips, Frame, Scale},
    words::t,
};
use kindhold_care::{Function, Strength};
use leptos::prelude::*;

/// How strong: one tap goes on. "Just start something" is the second tap to a practice.
#[component]
pub(crate) fn Urge() -> impl IntoView {
    let app = app();
    let strength = move || {
        app.under_way
            .with(|u| u.as_ref().and_then(|(_, e)| e.moment.strength))
    };
    let pick = move |s: Strength| {
        app.set_strength(s);
        app.go(Screen::Functions);
    };
    view! {
        <Frame title=t("urge-how-strong")>
            <Scale label=t("urge-how-strong") value=Signal::derive(strength) on_pick=pick />
            <button class="main-action wide" on:click=move |_| start_something(app)>{t("urge-just-start")}</button>
            <button class="wide" on:click=move |_| app.go(Screen::Functions)>{t("skip")}</button>
            <p class="soft small">{t("urge-nobody-called")}</p>
        </Frame>
    }
}

/// Starts the first practice that would be offered.
fn start_something(app: crate::app::App) {
    let offers = app.offer();
    match offers.first() {
        Some(first) => {
            let practice = first.practice.clone();
            app.start(practice);
        }
        None => app.go(Screen::Grounding),
    }
}

/// What it would do: six answers in the person's words, any number, or "not sure".
#[component]
pub(crate) fn Functions() -> impl IntoView {
    let app = app();
    let already = app
        .under_way
        .with_untracked(|u| u.as_ref().map(|(_, e)| e.moment.clone()));
    let chosen = RwSignal::new(
        already
            .as_ref()
            .map(|m| m.functions.clone())
            .unwrap_or_default(),
    );
    let not_sure = RwSignal::new(already.is_some_and(|m| m.not_sure));
    let all = Function::ALL
        .into_iter()
        .map(|f| (f, t(&format!("function-{}", f.key()))))
        .collect();
    Effect::new(move || {
        if chosen.with(|c| !c.is_empty()) {
            not_sure.set(false);
        }
        // Held at once, so that a look at the plan or at people does not take it away.
        let functions = chosen.get();
        app.under_way.update(|u| {
            if let Some((_, episode)) = u {
                episode.moment.functions = functions;
            }
        });
    });
    let next = move |unsure: bool| {
        app.change(|e| {
            e.moment.functions = if unsure {
                Vec::new()
            } else {
                chosen.get_untracked()
            };
            e.moment.not_sure = unsure;
        });
        app.offer();
        app.go(Screen::Offers);
    };
    view! {
        <Frame title=t("functions-title")>
            <p class="soft">{t("functions-hint")}</p>
            <Chips label=t("functions-title") all=all chosen=chosen tall=true />
            <div class="stick">
                <button
                    class="main-action wide"
                    on:click=move |_| next(chosen.with_untracked(Vec::is_empty))
                >
                    {move || if chosen.with(Vec::is_empty) { t("functions-not-sure") } else { t("next") }}
                </button>
            </div>
        </Frame>
    }
}

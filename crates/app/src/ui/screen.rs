// SPDX-License-Identifier: Apache-2.0
use crate::{app::app, words::t};
use leptos::prelude::*;

/// A screen: a way back, a heading that takes the focus, what is on it.
#[component]
pub(crate) fn Frame(
    /// The heading.
    #[prop(into)]
    title: String,
    /// Whether "back" is shown.
    #[prop(default = true)]
    back: bool,
    children: Children,
) -> impl IntoView {
    let app = app();
    view! {
        <main id="main">
            {back.then(|| view! {
                <button class="quiet back no-print" on:click=move |_| app.nav.back()>
                    <span aria-hidden="true" class="arrow"></span>
                    {t("back")}
                </button>
            })}
            <h1 tabindex="-1">{title}</h1>
            {move || app.notice.get().map(|n| view! { <p id="notice" class="note warm" role="alert" tabindex="-1">{n}</p> })}
            {children()}
        </main>
    }
}

/// A list of big links, each with a line below.
#[component]
pub(crate) fn Doors(
    /// Label, line below (may be empty), what a tap does.
    doors: Vec<(String, String, Callback<()>)>,
) -> impl IntoView {
    doors
        .into_iter()
        .map(|(label, line, tap)| {
            view! {
                <button class="door" on:click=move |_| tap.run(())>
                    <span>{label}</span>
                    {(!line.is_empty()).then(|| view! { <span class="soft small">{line}</span> })}
                </button>
            }
        })
        .collect_view()
}

/// A plain question before something that cannot be undone: nothing happens until "yes".
#[component]
pub(crate) fn Question(
    /// The button that asks.
    #[prop(into)]
    ask: String,
    /// The question.
    #[prop(into)]
    question: String,
    /// The answer that does it.
    #[prop(into)]
    yes: String,
    /// What "yes" does.
    #[prop(into)]
    on_yes: Callback<()>,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    let (question, yes) = (StoredValue::new(question), StoredValue::new(yes));
    let ask = StoredValue::new(ask);
    move || {
        if asked.get() {
            view! {
                <div class="note warm" role="group">
                    <p tabindex="-1" class="question">{question.get_value()}</p>
                    <div class="row">
                        <button on:click=move |_| asked.set(false)>{t("keep-it")}</button>
                        <button on:click=move |_| { asked.set(false); on_yes.run(()) }>{yes.get_value()}</button>
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! {
                <button class="quiet" on:click=move |_| {
                    asked.set(true);
                    crate::platform::page::after_drawing(|| crate::platform::page::focus(".question"));
                }>{ask.get_value()}</button>
            }
            .into_any()
        }
    }
}

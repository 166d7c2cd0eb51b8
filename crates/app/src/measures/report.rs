// SPDX-License-Identifier: Apache-2.0
//! A page to show or to keep: made on the device, section by section as the person chooses.

mod parts;

use super::{
    dossier::sealed,
    hand_over::{hand_over, told},
};
use crate::{
    app::app,
    platform::clock,
    session::portable,
    together::OneOf,
    ui::{Chips, Frame},
    words::{lang, t, t_with},
};
use kindhold_report::{Document, PdfError};
use leptos::prelude::*;
pub(super) use parts::Part;

/// How many days each kind of page looks back.
const SPANS: [(&str, i64); 2] = [("sheet", 14), ("progress", 180)];

/// Choosing what is on it, and in which form it leaves.
#[component]
pub(super) fn Make() -> impl IntoView {
    let app = app();
    let there: Vec<Part> = app
        .book
        .with_untracked(|b| Part::ALL.into_iter().filter(|p| p.has_any(b)).collect());
    let chosen = RwSignal::new(Vec::<Part>::new());
    let span = RwSignal::new(SPANS[0].1);
    let name = RwSignal::new(String::new());
    let passphrase = RwSignal::new(portable::make_passphrase());
    let said = RwSignal::new(String::new());
    let chips = there.iter().map(|p| (*p, t(p.key()))).collect();
    let kinds = SPANS.map(|(kind, days)| (days, t(&format!("report-kind-{kind}"))));
    let has_words = move || chosen.with(|c| c.iter().any(|p| p.is_own_words()));
    let document = move || {
        app.book.with_untracked(|b| {
            let sections: Vec<_> = Part::ALL
                .into_iter()
                .filter(|p| chosen.with_untracked(|c| c.contains(p)))
                .flat_map(|p| p.sections(b, span.get_untracked()))
                .collect();
            let day = clock::day(clock::now());
            let own = name.with_untracked(|n| n.trim().to_owned());
            let title = if own.is_empty() {
                t("measures-title")
            } else {
                t_with(
                    "report-of",
                    &[("name", own.into()), ("day", day.clone().into())],
                )
            };
            (!sections.is_empty()).then(|| Document {
                title,
                language: lang(),
                made: t_with(
                    "report-made",
                    &[
                        ("day", day.into()),
                        ("n", (span.get_untracked() as u32).into()),
                    ],
                ),
                foot: t("report-foot"),
                sections,
            })
        })
    };
    let leave = move |ending: &str, make: &dyn Fn(&Document) -> Result<Vec<u8>, String>| {
        let made = document().ok_or_else(|| t("report-empty"));
        said.set(told(hand_over(ending, made.and_then(|d| make(&d)))));
    };
    let html = move |_| leave(".html", &|d| Ok(kindhold_report::to_html(d).into_bytes()));
    let pdf = move |_| {
        leave(".pdf", &|d| {
            kindhold_report::to_pdf(d).map_err(|e| match e {
                PdfError::Signs(signs) => {
                    let signs: String = signs.iter().take(12).collect();
                    t_with("report-signs", &[("signs", signs.into())])
                }
                _ => t("report-not-saved"),
            })
        });
    };
    let locked = move |_| {
        leave(".html.age", &|d| {
            let html = kindhold_report::to_html(d).into_bytes();
            sealed(&html, &passphrase.get_untracked())
        });
    };
    view! {
        <Frame title=t("report-title")>
            <p class="lead">{t("report-lead")}</p>
            <h2>{t("report-kind")}</h2>
            <OneOf label=t("report-kind") all=kinds.into() chosen=span />
            <h2>{t("report-parts")}</h2>
            <Chips label=t("report-parts") all=chips chosen=chosen tall=true />
            {move || has_words().then(|| view! { <p class="note">{t("report-private")}</p> })}
            <label>
                <span class="small">{t("report-name")}</span>
                <input type="text" maxlength="60" autocomplete="off" prop:value=move || name.get() on:input=move |e| name.set(event_target_value(&e)) />
            </label>
            <button class="main-action wide" on:click=pdf>{t("report-pdf")}</button>
            <button class="wide" on:click=html>{t("report-html")}</button>
            <p role="status">{move || said.get()}</p>
            <details class="card">
                <summary>{t("report-sealed")}</summary>
                <p class="small soft">{t("report-sealed-lead")}</p>
                <p class="passphrase">{move || passphrase.get()}</p>
                <button class="wide" on:click=locked>{t("report-sealed")}</button>
            </details>
        </Frame>
    }
}

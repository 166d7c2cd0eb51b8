// SPDX-License-Identifier: Apache-2.0
use super::{
    dossier::{self, With},
    hand_over::{hand_over, told},
};
use crate::{
    app::app,
    platform::file,
    ui::{Chips, Frame},
    words::{t, t_with},
};
use leptos::{html, prelude::*, task::spawn_local};

/// What can be in a file.
const PARTS: [&str; 4] = ["measures", "urges", "plan", "programme"];

/// One file for health records, and tables; and one taken back in.
#[component]
pub(super) fn Records() -> impl IntoView {
    let app = app();
    let chosen = RwSignal::new(PARTS[..2].to_vec());
    let words = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let chips = PARTS.map(|part| (part, t(&format!("records-part-{part}"))));
    let with = move || With {
        parts: chosen.get_untracked(),
        words: words.get_untracked(),
    };
    let fhir = move |_| {
        let bundle = app.book.with_untracked(|b| dossier::fhir(b, &with()));
        said.set(told(hand_over(".fhir.json", bundle)));
    };
    let csv = move |_| {
        let files = app.book.with_untracked(|b| dossier::tables(b, &with()));
        let mut done = files
            .into_iter()
            .map(|(name, text)| hand_over(&format!("-{name}"), Ok(text.into_bytes())));
        said.set(told(done.try_for_each(|one| one)));
    };
    view! {
        <Frame title=t("records-title")>
            <p class="lead">{t("records-lead")}</p>
            <h2>{t("records-parts")}</h2>
            <Chips label=t("records-parts") all=chips.into() chosen=chosen tall=true />
            <label class="row">
                <input type="checkbox" prop:checked=move || words.get() on:change=move |e| words.set(event_target_checked(&e)) />
                <span>{t("records-words")}</span>
            </label>
            <p class="small soft">{t("records-words-hint")}</p>
            <p class="note">{t("records-open")}</p>
            <button class="main-action wide" on:click=fhir>{t("records-fhir")}</button>
            <button class="wide" on:click=csv>{t("records-csv")}</button>
            <p class="small soft">{t("records-csv-hint")}</p>
            <p role="status">{move || said.get()}</p>
            <Back />
        </Frame>
    }
}

/// A file that was made here comes back.
#[component]
fn Back() -> impl IntoView {
    let app = app();
    let input = NodeRef::<html::Input>::new();
    let said = RwSignal::new(String::new());
    let take = move |_| {
        let Some(picked) = input.get_untracked().and_then(|i| file::picked(&i)) else {
            said.set(t("measures-bad-none"));
            return;
        };
        spawn_local(async move {
            let bytes = file::read(&picked).await.unwrap_or_default();
            let taken = dossier::back(app, &bytes).await;
            let _ = said.try_set(match taken {
                Ok(n) => t_with("records-took", &[("n", n.into())]),
                Err(why) => why,
            });
        });
    };
    view! {
        <details class="card">
            <summary>{t("records-back")}</summary>
            <p class="small soft">{t("records-back-lead")}</p>
            <label>
                <span class="small">{t("measures-add-pick")}</span>
                <input node_ref=input type="file" autocomplete="off" accept=".json,application/json,application/fhir+json" />
            </label>
            <button class="wide" on:click=take>{t("records-back")}</button>
            <p role="status">{move || said.get()}</p>
        </details>
    }
}

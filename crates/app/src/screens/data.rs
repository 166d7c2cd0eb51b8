// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    platform::{clock, file, page},
    session::portable,
    ui::Frame,
    words::{t, t_with},
};
use leptos::{html, prelude::*, task::spawn_local};

/// Moving everything to another device or keeping a copy: one encrypted file out, one in.
#[component]
pub(crate) fn Data() -> impl IntoView {
    view! {
        <Frame title=t("data-title")>
            <Export />
            <Import />
        </Frame>
    }
}

/// The shortest passphrase of one's own that is taken.
const SHORTEST: usize = 12;

/// One encrypted file, opened by a passphrase that Kindhold makes or the person chooses.
#[component]
fn Export() -> impl IntoView {
    let app = app();
    let made = RwSignal::new(portable::make_passphrase());
    let own = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let passphrase = move || {
        if own.with(String::is_empty) {
            made.get()
        } else {
            own.get()
        }
    };
    let fits = move || own.with(|o| o.is_empty() || o.chars().count() >= SHORTEST);
    let save = move |_| {
        busy.set(true);
        said.set(t("export-making"));
        spawn_local(async move {
            page::pause(50).await;
            let name = t_with(
                "export-file",
                &[("day", clock::iso_day(clock::now()).into())],
            );
            let sealed = app
                .book
                .with_untracked(|b| portable::seal(b, &passphrase()));
            let done = sealed
                .map_err(|_| ())
                .and_then(|bytes| file::save(&name, &bytes).map_err(|_| ()));
            busy.set(false);
            said.set(if done.is_ok() {
                t("export-done")
            } else {
                t("export-failed")
            });
        });
    };
    view! {
        <section class="card">
            <h2>{t("export-title")}</h2>
            <p>{t("export-lead")}</p>
            <p class="small soft">{t("export-passphrase")}</p>
            <p class="passphrase" id="passphrase">{passphrase}</p>
            <button class="quiet small" on:click=move |_| made.set(portable::make_passphrase())>{t("export-another")}</button>
            <details>
                <summary>{t("export-own")}</summary>
                <label>
                    <span class="small">{t("export-own-label")}</span>
                    <input type="text" autocomplete="off" prop:value=move || own.get() on:input=move |e| own.set(event_target_value(&e)) />
                </label>
            </details>
            <p class="note">{t("export-keep-words")}</p>
            <button class="main-action wide" disabled=move || busy.get() || !fits() on:click=save>{t("export-do")}</button>
            <p role="status">{move || said.get()}</p>
            <p class="small soft">{t("export-open-elsewhere")}</p>
        </section>
    }
}

/// A file into what is here. The same file twice changes nothing.
#[component]
fn Import() -> impl IntoView {
    let app = app();
    let input = NodeRef::<html::Input>::new();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let take_in = move |_| {
        let Some(picked) = input.get_untracked().and_then(|i| file::picked(&i)) else {
            said.set(t("import-pick-first"));
            return;
        };
        busy.set(true);
        said.set(t("import-reading"));
        spawn_local(async move {
            page::pause(50).await;
            let words = match file::read(&picked).await {
                None => t("import-unreadable"),
                Some(bytes) => {
                    match portable::take_in(app, &bytes, &passphrase.get_untracked()).await {
                        Ok(0) => t("import-nothing-new"),
                        Ok(n) => t_with("import-done", &[("n", n.into())]),
                        Err(trouble) => trouble.words(),
                    }
                }
            };
            busy.set(false);
            said.set(words);
        });
    };
    view! {
        <section class="card">
            <h2>{t("import-title")}</h2>
            <p>{t("import-lead")}</p>
            <label>
                <span class="small">{t("import-file")}</span>
                <input type="file" autocomplete="off" node_ref=input />
            </label>
            <label>
                <span class="small">{t("import-passphrase")}</span>
                <input type="text" autocomplete="off" prop:value=move || passphrase.get() on:input=move |e| passphrase.set(event_target_value(&e)) />
            </label>
            <button class="wide" disabled=move || busy.get() on:click=take_in>{t("import-do")}</button>
            <p role="status">{move || said.get()}</p>
        </section>
    }
}

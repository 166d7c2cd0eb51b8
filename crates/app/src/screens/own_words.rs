// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    nav::Thing,
    ui::{Frame, Signpost},
    words::t,
};
use kindhold_care::{Entry, OwnWord, WordKind};
use leptos::prelude::*;

/// Sentences of one's own: what a friend would say, a message for a hard hour, reasons.
#[component]
pub(crate) fn Words() -> impl IntoView {
    view! {
        <Frame title=t("words-title")>
            <p class="soft">{t("words-lead")}</p>
            {WordKind::ALL.into_iter().map(|kind| view! { <Section kind=kind /> }).collect_view()}
        </Frame>
    }
}

#[component]
fn Section(kind: WordKind) -> impl IntoView {
    let app = app();
    let text = RwSignal::new(String::new());
    let label = StoredValue::new(t(&format!("words-{}-label", kind.key())));
    let add = move |_| {
        let line = text.get_untracked().trim().to_owned();
        if !line.is_empty() {
            let entry = Entry::Word(OwnWord { kind, text: line });
            app.keep_then(app.new_thing(), entry, move || text.set(String::new()));
        }
    };
    let forget = move |thing: Thing| app.delete_then(thing, || {});
    view! {
        <section class="card">
            <h2>{t(&format!("words-{}", kind.key()))}</h2>
            <p class="soft small">{t(&format!("words-{}-hint", kind.key()))}</p>
            <ul class="rows">
                {move || app.book.with(|b| b.own_words(kind)).into_iter().map(|(thing, line)| view! {
                    <li class="row spread">
                        <span class="grow-text">{line}</span>
                        <button class="remove" aria-label=t("remove") on:click=move |_| forget(thing)>
                            <span aria-hidden="true">"×"</span>
                        </button>
                    </li>
                }).collect_view()}
            </ul>
            <textarea
                rows="2"
                maxlength="500"
                autocomplete="off"
                aria-label=label.get_value()
                prop:value=move || text.get()
                on:input=move |e| text.set(event_target_value(&e))
            ></textarea>
            {(kind == WordKind::Message).then(|| view! { <Signpost text=text /> })}
            <button on:click=add>{t("keep")}</button>
        </section>
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    nav::{Screen, Thing},
    platform::clock,
    ui::{Draft, Frame, Question, Sign, Signpost},
    words::t,
};
use kindhold_care::{Entry, Letter};
use leptos::prelude::*;

/// Letters that need never be sent.
#[component]
pub(crate) fn Letters() -> impl IntoView {
    let app = app();
    let cards = move || {
        app.book
            .with(|b| b.letters())
            .into_iter()
            .map(|(thing, letter)| {
                let title = if letter.title.is_empty() {
                    t("letter-untitled")
                } else {
                    letter.title
                };
                view! {
                    <button class="door" on:click=move |_| app.go(Screen::LetterEdit(Some(thing)))>
                        <span>{title}</span>
                        <span class="soft small">{clock::day(letter.at)}</span>
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Frame title=t("letters-title")>
            <Sign shows=app.signpost />
            <p class="soft">{t("letters-lead")}</p>
            <button class="main-action wide" on:click=move |_| app.go(Screen::LetterEdit(None))>{t("letter-new")}</button>
            {cards}
        </Frame>
    }
}

/// One letter, with three ways to begin.
#[component]
pub(crate) fn LetterEdit(
    /// Which letter; `None` for a new one.
    thing: Option<Thing>,
) -> impl IntoView {
    let app = app();
    let old = thing.and_then(|t| app.book.with_untracked(|b| b.get(&t).cloned()));
    let letter = match old {
        Some(Entry::Letter(l)) => l,
        _ => Letter {
            at: clock::now(),
            ..Letter::default()
        },
    };
    let title = RwSignal::new(letter.title);
    let text = RwSignal::new(letter.text);
    let name = thing.unwrap_or_else(|| app.new_thing());
    let at = letter.at;
    let draft = Draft::new(name, move || {
        let title = title.get_untracked().trim().to_owned();
        Entry::Letter(Letter {
            at,
            title,
            text: text.get_untracked(),
        })
    });
    let begin = move |key: &'static str| {
        view! {
            <button class="chip" on:click=move |_| text.update(|x| {
                if !x.is_empty() && !x.ends_with('\n') { x.push_str("\n\n"); }
                x.push_str(&t(key));
                x.push(' ');
            })>{t(key)}</button>
        }
    };
    view! {
        <Frame title=t("letter-title")>
            <label>
                <span class="small">{t("letter-to")}</span>
                <input type="text" maxlength="120" autocomplete="off" prop:value=move || title.get() on:input=move |e| title.set(event_target_value(&e)) />
            </label>
            <p class="soft small">{t("letter-begin-hint")}</p>
            <div class="chips">
                {begin("letter-begin-see")}
                {begin("letter-begin-sense")}
                {begin("letter-begin-wish")}
            </div>
            <label>
                <span class="small">{t("letter-text")}</span>
                <textarea rows="12" maxlength="20000" autocomplete="off" prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e))></textarea>
            </label>
            <Signpost text=text />
            <button class="main-action wide" on:click=move |_| draft.keep()>{t("keep")}</button>
            {thing.map(|_| view! {
                <Question ask=t("delete") question=t("delete-question") yes=t("delete-yes")
                    on_yes=move |()| draft.delete() />
            })}
        </Frame>
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    nav::{Screen, Thing},
    platform::clock,
    ui::{Chips, Draft, Frame, Question, Scale, Sign, Signpost},
    words::{t, t_with},
};
use kindhold_care::{DiaryEntry, Entry, Feeling};
use leptos::prelude::*;

/// How many entries are drawn at once.
const SHOWN: usize = 30;

/// The diary, newest first.
#[component]
pub(crate) fn Diary() -> impl IntoView {
    let app = app();
    let shown = RwSignal::new(SHOWN);
    let entries = Memo::new(move |_| app.book.with(|b| b.diary()));
    let cards = move || {
        entries.with(|all| {
            all.iter()
                .take(shown.get())
                .map(|(thing, entry)| {
                    let thing = *thing;
                    let feelings: Vec<_> =
                        entry.feelings.iter().map(|f| t(&format!("feeling-{}", f.key()))).collect();
                    let start: String = entry.text.chars().take(120).collect();
                    view! {
                        <button class="door" on:click=move |_| app.go(Screen::DiaryEdit(Some(thing)))>
                            <span class="small soft">{clock::day_and_time(entry.at)}</span>
                            <span>{feelings.join(" · ")}</span>
                            <span class="soft">{start}</span>
                        </button>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <Frame title=t("diary-title")>
            <Sign shows=app.signpost />
            <p class="soft">{t("diary-lead")}</p>
            <button class="main-action wide" on:click=move |_| app.go(Screen::DiaryEdit(None))>{t("diary-new")}</button>
            {cards}
            {move || (entries.with(Vec::len) > shown.get()).then(|| view! {
                <button class="wide" on:click=move |_| shown.update(|n| *n += SHOWN)>{t("show-more")}</button>
            })}
        </Frame>
    }
}

/// An entry: feelings, words, a check-in. Each may be left out.
#[component]
pub(crate) fn DiaryEdit(
    /// Which entry; `None` for a new one.
    thing: Option<Thing>,
) -> impl IntoView {
    let app = app();
    let old = thing.and_then(|t| app.book.with_untracked(|b| b.get(&t).cloned()));
    let entry = match old {
        Some(Entry::Diary(d)) => d,
        _ => DiaryEntry {
            at: clock::now(),
            ..DiaryEntry::default()
        },
    };
    let at = entry.at;
    let feelings = RwSignal::new(entry.feelings);
    let text = RwSignal::new(entry.text);
    let urge = RwSignal::new(entry.urge);
    let name = thing.unwrap_or_else(|| app.new_thing());
    let all = Feeling::ALL
        .into_iter()
        .map(|f| (f, t(&format!("feeling-{}", f.key()))))
        .collect();
    let draft = Draft::new(name, move || {
        Entry::Diary(DiaryEntry {
            at,
            feelings: feelings.get_untracked(),
            text: text.get_untracked(),
            urge: urge.get_untracked(),
        })
    });
    view! {
        <Frame title=t_with("diary-entry-title", &[("when", clock::day_and_time(at).into())])>
            <h2>{t("diary-feelings")}</h2>
            <Chips label=t("diary-feelings") all=all chosen=feelings />
            <label>
                <h2>{t("diary-words")}</h2>
                <textarea rows="7" maxlength="20000" autocomplete="off" prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e))></textarea>
            </label>
            <Signpost text=text />
            <details>
                <summary>{t("diary-check-in")}</summary>
                <Scale label=t("diary-check-in") value=urge on_pick=move |s| urge.set(Some(s)) />
                <button class="quiet small" on:click=move |_| urge.set(None)>{t("leave-out")}</button>
            </details>
            <button class="main-action wide" on:click=move |_| draft.keep()>{t("keep")}</button>
            {thing.map(|_| view! {
                <Question ask=t("delete") question=t("delete-question") yes=t("delete-yes")
                    on_yes=move |()| draft.delete() />
            })}
        </Frame>
    }
}

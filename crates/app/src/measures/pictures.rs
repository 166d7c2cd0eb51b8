// SPDX-License-Identifier: Apache-2.0
use super::{
    case::Case,
    course::{Answered, Courses},
    patterns::{ForWhat, WhenUrges},
};
use crate::{app::app, book::Book, platform::page, ui::Frame, words::t};
use kindhold_care::Episode;
use leptos::prelude::*;

/// The person's own pictures over time.
#[component]
pub(super) fn Own() -> impl IntoView {
    let app = app();
    let book = Signal::derive(move || app.book.get());
    let is_empty = move || book.with(|b| !b.has_responses() && b.episodes().is_empty());
    view! {
        <Frame title=t("pictures-title")>
            {move || is_empty().then(|| view! { <p>{t("pictures-none")}</p> })}
            <Courses book=book />
            <Patterns book=book about=String::new() />
            <Answered book=book />
            <button class="wide no-print" on:click=|_| page::print()>{t("print")}</button>
        </Frame>
    }
}

/// When urges come, what helped for what, and before and after something new; each with its numbers behind it.
#[component]
pub(crate) fn Patterns(
    /// What is kept.
    #[prop(into)]
    book: Signal<Book>,
    /// Whose marked days count: one's own (empty), or those that a counsellor has for somebody.
    about: String,
) -> impl IntoView {
    let episodes =
        move || -> Vec<Episode> { book.with(|b| b.episodes().into_iter().cloned().collect()) };
    let has_any = Memo::new(move |_| book.with(Book::has_responses));
    let about = StoredValue::new(about);
    view! {
        {move || view! { <WhenUrges episodes=episodes() /> <ForWhat episodes=episodes() /> }}
        {move || has_any.get().then(|| view! { <Case book=book about=about.get_value() /> })}
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Fields and choices that several screens of this part have.

use crate::words::t;
use leptos::prelude::*;

/// A line of text below its label.
#[component]
pub(super) fn TextField(
    /// The string of its label.
    label: &'static str,
    /// What is written.
    value: RwSignal<String>,
    /// What the browser may fill in by itself.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most characters.
    #[prop(default = 60)]
    most: u32,
) -> impl IntoView {
    view! {
        <label>
            <span class="small">{t(label)}</span>
            <input
                type="text"
                maxlength=most
                autocomplete=autocomplete
                prop:value=move || value.get()
                on:input=move |e| value.set(event_target_value(&e))
            />
        </label>
    }
}

/// One of a few.
#[component]
pub(crate) fn OneOf<T: Copy + PartialEq + Send + Sync + 'static>(
    /// What they are, for those who listen to the screen.
    #[prop(into)]
    label: String,
    /// The choices, each with its word.
    all: Vec<(T, String)>,
    /// What is chosen.
    chosen: RwSignal<T>,
) -> impl IntoView {
    let chips = all.into_iter().map(|(item, word)| {
        view! {
            <button class="chip" aria-pressed=move || (chosen.get() == item).to_string() on:click=move |_| chosen.set(item)>
                {word}
            </button>
        }
    });
    view! { <div class="chips" role="group" aria-label=label>{chips.collect_view()}</div> }
}

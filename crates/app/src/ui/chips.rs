// SPDX-License-Identifier: Apache-2.0
use leptos::prelude::*;

/// Words to tap on or off, any number of them.
#[component]
pub(crate) fn Chips<T>(
    /// What they are, for those who listen to the screen.
    #[prop(into)]
    label: String,
    /// The choices, each with its word.
    all: Vec<(T, String)>,
    /// What is chosen.
    chosen: RwSignal<Vec<T>>,
    /// One below the other, for whole sentences.
    #[prop(default = false)]
    tall: bool,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <div class="chips" class:tall=tall role="group" aria-label=label>
            {all
                .into_iter()
                .map(|(item, word)| {
                    let is_on = move || chosen.with(|c| c.contains(&item));
                    view! {
                        <button
                            class="chip"
                            aria-pressed=move || is_on().to_string()
                            on:click=move |_| chosen.update(|c| {
                                if c.contains(&item) { c.retain(|x| *x != item) } else { c.push(item) }
                            })
                        >
                            {word}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

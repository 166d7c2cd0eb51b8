// SPDX-License-Identifier: Apache-2.0
use crate::words::t_with;
use leptos::prelude::*;

/// A list that draws its first rows, and as many more each time it is asked.
pub(crate) fn long<T: Clone + Send + Sync + 'static>(
    items: Vec<T>,
    at_first: usize,
    row: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let many = items.len();
    let shown = RwSignal::new(at_first.min(many));
    let items = StoredValue::new(items);
    let left = move || many - shown.get();
    view! {
        <For each=move || 0..shown.get() key=|n| *n let:n>
            {row(items.with_value(|all| all[n].clone()))}
        </For>
        {move || (left() > 0).then(|| view! {
            <button class="wide no-print" on:click=move |_| shown.update(|n| *n = (*n + at_first).min(many))>
                {t_with("show-more-of", &[("n", (left() as u32).into())])}
            </button>
        })}
    }
}

// SPDX-License-Identifier: Apache-2.0
use crate::words::{t, t_with};
use kindhold_care::Strength;
use leptos::prelude::*;

/// How strong, 0 to 10: eleven buttons, no slider to aim at. Nothing is coloured by number.
#[component]
pub(crate) fn Scale(
    /// What is asked, for those who listen to the screen.
    #[prop(into)]
    label: String,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<Strength>>,
    /// What a tap does.
    #[prop(into)]
    on_pick: Callback<Strength>,
) -> impl IntoView {
    view! {
        <div class="scale" role="group" aria-label=label>
            {Strength::all()
                .map(|s| {
                    view! {
                        <button
                            aria-pressed=move || (value.get() == Some(s)).to_string()
                            aria-label=t_with("scale-of-ten", &[("n", s.get().into())])
                            on:click=move |_| on_pick.run(s)
                        >
                            {s.get()}
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <div class="scale-ends small soft" aria-hidden="true">
            <span>{t("scale-least")}</span>
            <span>{t("scale-most")}</span>
        </div>
    }
}

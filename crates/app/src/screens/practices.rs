// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    content,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Entry, Function, Hidden, MomentKind, Practice};
use leptos::prelude::*;

/// Every practice, by what it answers. Hidden ones can be brought back here.
#[component]
pub(crate) fn Practices() -> impl IntoView {
    let app = app();
    let only = RwSignal::new(None::<Function>);
    let hidden = Memo::new(move |_| app.book.with(|b| b.hidden()));
    let is_hidden = move |p: &Practice| hidden.with(|h| h.iter().any(|(_, id)| *id == p.id));
    let show_again = move |p: &'static Practice| {
        let thing =
            hidden.with_untracked(|h| h.iter().find(|(_, id)| *id == p.id).map(|(t, _)| *t));
        let entry = Entry::Hidden(Hidden {
            practice: p.id.clone(),
            hidden: false,
        });
        app.keep_then(thing.unwrap_or_else(|| app.new_thing()), entry, || {});
    };
    let card = move |p: &'static Practice| {
        view! {
            <button class="door" on:click=move |_| {
                app.begin(MomentKind::CheckIn);
                app.start(p.id.clone());
            }>
                <span>{p.title.clone()}</span>
                <span class="soft small">{p.offer.clone()}</span>
                <span class="soft small">{t_with("minutes", &[("n", p.minutes.into())])}</span>
            </button>
        }
    };
    let shown = move || {
        content::practices()
            .iter()
            .filter(|p| only.get().is_none_or(|f| p.fits(f)) && !is_hidden(p))
            .map(card)
            .collect_view()
    };
    let hidden_ones = move || {
        let all: Vec<_> = content::practices()
            .iter()
            .filter(|p| is_hidden(p))
            .collect();
        (!all.is_empty()).then(|| {
            view! {
                <h2>{t("practices-hidden")}</h2>
                {all.into_iter().map(|p| view! {
                    <div class="card row spread">
                        <span>{p.title.clone()}</span>
                        <button on:click=move |_| show_again(p)>{t("show-again")}</button>
                    </div>
                }).collect_view()}
            }
        })
    };
    view! {
        <Frame title=t("practices-title")>
            <p class="soft">{t("practices-lead")}</p>
            <label>
                <span class="small">{t("practices-filter")}</span>
                <select autocomplete="off" on:change=move |e| {
                    let value = event_target_value(&e);
                    only.set(Function::ALL.into_iter().find(|f| f.key() == value));
                }>
                    <option value="">{t("practices-all")}</option>
                    {Function::ALL.into_iter().map(|f| view! {
                        <option value=f.key()>{t(&format!("function-{}", f.key()))}</option>
                    }).collect_view()}
                </select>
            </label>
            {shown}
            {hidden_ones}
        </Frame>
    }
}

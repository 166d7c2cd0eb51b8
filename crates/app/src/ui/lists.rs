// SPDX-License-Identifier: Apache-2.0
use crate::platform::page;
use crate::words::t;
use kindhold_care::Contact;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// A thing that is taken away takes its button along: the reading position goes to "add".
fn focus_on(add: NodeRef<html::Button>) {
    if let Some(button) = add.get_untracked() {
        let _ = button.focus();
    }
}

/// What was just added stands before its "add" button: its first field is ready to be written in.
fn focus_on_new(add: NodeRef<html::Button>) {
    page::after_drawing(move || {
        let rows = add
            .get_untracked()
            .and_then(|b| b.previous_element_sibling());
        let field = rows.and_then(|r| r.query_selector("li:last-child input, label input").ok()?);
        if let Some(Ok(field)) = field.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
            let _ = field.focus();
        }
    });
}

/// Short lines that can be added to, changed and taken away.
#[component]
pub(crate) fn LineList(
    /// What the lines are.
    #[prop(into)]
    label: String,
    /// The lines.
    lines: RwSignal<Vec<String>>,
) -> impl IntoView {
    let label = StoredValue::new(label);
    let add = NodeRef::<html::Button>::new();
    let rows = move || lines.with(Vec::len);
    view! {
        <ul class="rows">
            {move || (0..rows())
                .map(|n| {
                    view! {
                        <li class="row">
                            <input
                                type="text"
                                maxlength="300"
                                autocomplete="off"
                                aria-label=label.get_value()
                                prop:value=lines.with_untracked(|l| l.get(n).cloned().unwrap_or_default())
                                on:input=move |e| lines.try_update_untracked(|l| {
                                    if let Some(line) = l.get_mut(n) { *line = event_target_value(&e) }
                                }).unwrap_or_default()
                            />
                            <button class="remove" aria-label=t("remove") on:click=move |_| { focus_on(add); lines.update(|l| { l.remove(n); }) }>
                                <span aria-hidden="true">"×"</span>
                            </button>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
        <button node_ref=add on:click=move |_| { lines.update(|l| l.push(String::new())); focus_on_new(add); }>{t("add-a-line")}</button>
    }
}

/// People: a name, a number, a note.
#[component]
pub(crate) fn ContactList(
    /// The people.
    contacts: RwSignal<Vec<Contact>>,
) -> impl IntoView {
    let add = NodeRef::<html::Button>::new();
    let rows = move || contacts.with(Vec::len);
    let field = move |n: usize,
                      label: String,
                      kind: &'static str,
                      get: fn(&mut Contact) -> &mut String| {
        view! {
            <label>
                <span class="small">{label}</span>
                <input
                    type=kind
                    maxlength="200"
                    autocomplete="off"
                    prop:value=contacts.with_untracked(|c| c.get(n).cloned().map(|mut c| get(&mut c).clone()).unwrap_or_default())
                    on:input=move |e| contacts.try_update_untracked(|c| {
                        if let Some(c) = c.get_mut(n) { *get(c) = event_target_value(&e) }
                    }).unwrap_or_default()
                />
            </label>
        }
    };
    view! {
        {move || (0..rows())
            .map(|n| {
                view! {
                    <div class="card">
                        {field(n, t("contact-name"), "text", |c| &mut c.name)}
                        {field(n, t("contact-phone"), "tel", |c| &mut c.phone)}
                        {field(n, t("contact-note"), "text", |c| &mut c.note)}
                        <button class="quiet" on:click=move |_| { focus_on(add); contacts.update(|c| { c.remove(n); }) }>{t("remove")}</button>
                    </div>
                }
            })
            .collect_view()}
        <button node_ref=add on:click=move |_| { contacts.update(|c| c.push(Contact::default())); focus_on_new(add); }>{t("add-a-person")}</button>
    }
}

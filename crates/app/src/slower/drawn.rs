// SPDX-License-Identifier: Apache-2.0
//! What was kept, drawn as the part says. The same for the person, and for whoever was shown it.

use super::systems::Systems;
use crate::{
    app::app,
    platform::{clock, page},
    words::{t, t_with},
};
use kindhold_care::{Entry, Keepsake, Letter, OwnWord, Plan, WordKind};
use kindhold_content::programme::{Field, FieldKind, Layout, Part, compose};
use leptos::{prelude::*, task::spawn_local};

/// One of them.
#[component]
pub(crate) fn Kept(
    /// Where it belongs.
    part: &'static Part,
    /// What was kept.
    keepsake: Keepsake,
    /// Whether it is the person's own, so that something can be done with it.
    #[prop(default = false)]
    own: bool,
) -> impl IntoView {
    let layout = part.layout.unwrap_or(Layout::Plain);
    match layout {
        Layout::ThreeSystems => view! { <Systems part=part keepsake=keepsake /> }.into_any(),
        Layout::Letter => letter(part, &keepsake, own),
        Layout::Message => message(part, &keepsake, own),
        Layout::Place => flowing(part, &keepsake),
        Layout::Kit => kit(part, &keepsake, own),
        Layout::Table => table(part, &keepsake),
        Layout::Plain | Layout::Log => answers(part, &keepsake),
    }
}

/// Fields that were answered, each with its answer.
fn answered<'k>(
    part: &'static Part,
    keepsake: &'k Keepsake,
) -> impl Iterator<Item = (&'static Field, &'k [String])> {
    let fields = part.fields.iter();
    let all = fields.map(move |field| (field, keepsake.lines(&field.id)));
    all.filter(|(_, lines)| !lines.is_empty())
}

fn answer(field: &Field, lines: &[String]) -> AnyView {
    match field.kind {
        FieldKind::Lines => {
            let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> });
            view! { <ul>{lines.collect_view()}</ul> }.into_any()
        }
        FieldKind::Choice => lines.join(" · ").into_any(),
        FieldKind::Size => {
            let n = lines.first().cloned().unwrap_or_default();
            t_with("scale-of-ten", &[("n", n.into())]).into_any()
        }
        FieldKind::Text | FieldKind::Line => {
            view! { <span class="as-written">{lines.join("\n")}</span> }.into_any()
        }
    }
}

fn answers(part: &'static Part, keepsake: &Keepsake) -> AnyView {
    let rows = answered(part, keepsake).map(|(field, lines)| {
        view! { <dt>{field.label.as_str()}</dt> <dd>{answer(field, lines)}</dd> }
    });
    view! { <dl class="answers">{rows.collect_view()}</dl> }.into_any()
}

fn table(part: &'static Part, keepsake: &Keepsake) -> AnyView {
    let rows = answered(part, keepsake).map(|(field, lines)| {
        view! { <tr><th scope="row">{field.label.as_str()}</th><td>{answer(field, lines)}</td></tr> }
    });
    view! { <table class="answers"><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

/// Answers one after the other, as one text.
fn text_of(part: &'static Part, keepsake: &Keepsake) -> String {
    let all = answered(part, keepsake).map(|(_, lines)| lines.join("\n"));
    all.collect::<Vec<_>>().join("\n\n")
}

fn flowing(part: &'static Part, keepsake: &Keepsake) -> AnyView {
    view! { <div class="place as-written">{text_of(part, keepsake)}</div> }.into_any()
}

fn letter(part: &'static Part, keepsake: &Keepsake, own: bool) -> AnyView {
    let app = app();
    let text = text_of(part, keepsake);
    let put = own.then(|| {
        let text = text.clone();
        view! {
            <button class="no-print" on:click=move |_| {
                let letter = Letter {
                    at: clock::now(),
                    title: part.title.clone(),
                    text: text.clone(),
                };
                app.keep_then(app.new_thing(), Entry::Letter(letter), move || {
                    app.say(t("keepsake-in-letters"));
                });
            }>{t("keepsake-to-letters")}</button>
        }
    });
    view! { <div class="letter as-written">{text}</div> {put} }.into_any()
}

/// Several answers as they are said: with "and" before the last.
fn listed(lines: &[String]) -> String {
    match lines {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => t_with(
            "list-last",
            &[
                ("first", all.join(", ").into()),
                ("last", last.as_str().into()),
            ],
        ),
    }
}

fn message(part: &'static Part, keepsake: &Keepsake, own: bool) -> AnyView {
    let app = app();
    let template = part.template.as_deref().unwrap_or_default();
    let text = compose(template, |field| listed(keepsake.lines(field)));
    let put = own.then(|| {
        let (copied, kept) = (text.clone(), text.clone());
        let copy = move |_| {
            let text = copied.clone();
            spawn_local(async move {
                if page::copy(&text).await {
                    app.say(t("message-copied"));
                }
            });
        };
        view! {
            <div class="row no-print">
                <button on:click=copy>{t("message-copy")}</button>
                <button on:click=move |_| {
                    let word = OwnWord { kind: WordKind::Message, text: kept.clone() };
                    app.keep_then(app.new_thing(), Entry::Word(word), move || {
                        app.say(t("keepsake-in-messages"));
                    });
                }>{t("keepsake-to-messages")}</button>
            </div>
        }
    });
    view! { <blockquote class="message as-written">{text}</blockquote> {put} }.into_any()
}

fn kit(part: &'static Part, keepsake: &Keepsake, own: bool) -> AnyView {
    let app = app();
    let things: Vec<String> = answered(part, keepsake)
        .filter(|(field, _)| field.kind == FieldKind::Lines)
        .flat_map(|(_, lines)| lines.to_vec())
        .collect();
    let put = (own && !things.is_empty()).then(|| {
        view! {
            <button class="no-print" on:click=move |_| {
                let (thing, mut plan) = app.book.with_untracked(|b| match b.plan() {
                    Some((thing, plan)) => (thing, plan.clone()),
                    None => (app.new_thing(), Plan::default()),
                });
                let fresh = things.iter().filter(|t| !plan.alone.contains(t)).cloned();
                let fresh: Vec<String> = fresh.collect();
                plan.alone.extend(fresh);
                app.keep_then(thing, Entry::Plan(plan), move || app.say(t("keepsake-in-plan")));
            }>{t("keepsake-to-plan")}</button>
        }
    });
    view! { {answers(part, keepsake)} {put} }.into_any()
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    article::language_of,
    fields::{Answer, FieldView},
    files::{Loaded, programme, step_of},
    prefill,
    systems::Drawing,
};
use crate::{
    app::app,
    nav::Thing,
    platform::clock,
    ui::{Draft, Frame},
    words::t,
};
use kindhold_care::{Entry, Keepsake};
use kindhold_content::{
    Step,
    programme::{Field, Layout, Part},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Something of one's own, being written. It is kept as one goes, like a letter.
#[component]
pub(super) fn Form(step: &'static str, part: &'static str, thing: Option<Thing>) -> impl IntoView {
    let file = programme();
    let here = file.get_untracked().here();
    let title = here
        .and_then(|file| step_of(file, step)?.part(part))
        .map_or_else(String::new, |part| part.title.clone());
    view! {
        <Frame title=title>
            <Loaded file=file draw=move |file| {
                let found = step_of(file, step).and_then(|step| Some((step, step.part(part)?)));
                match found {
                    Some((step, part)) => {
                        let lang = language_of(&file.english, &step.id);
                        view! { <div lang=lang><Fields step=step part=part thing=thing /></div> }.into_any()
                    }
                    None => view! { <p class="note">{t("reading-missing")}</p> }.into_any(),
                }
            } />
        </Frame>
    }
}

/// Where each answer begins: as it was kept, or filled in from what the person has said elsewhere.
fn beginnings(
    part: &'static Part,
    old: Option<&Keepsake>,
    fill: impl Fn(&'static Field) -> Vec<String>,
) -> Vec<(&'static Field, Answer)> {
    let fields = part.fields.iter();
    fields
        .map(|field| {
            let lines = match old {
                Some(old) => old.lines(&field.id).to_vec(),
                None => fill(field),
            };
            (field, Answer::new(field, lines))
        })
        .collect()
}

#[component]
fn Fields(step: &'static Step, part: &'static Part, thing: Option<Thing>) -> impl IntoView {
    let app = app();
    let old = thing.and_then(|thing| {
        app.book.with_untracked(|b| match b.get(&thing) {
            Some(Entry::Keepsake(keepsake)) => Some(keepsake.clone()),
            _ => None,
        })
    });
    let fill = |field: &'static Field| {
        let from = field.from.as_deref();
        from.map_or_else(Vec::new, |from| {
            app.book.with_untracked(|b| prefill::lines(b, from))
        })
    };
    let answers = beginnings(part, old.as_ref(), fill);
    let is_filled = old.is_none() && answers.iter().any(|(_, a)| !a.lines().is_empty());
    let from_urge = part.fields.iter().filter_map(|f| f.from.as_deref());
    let from_urge = from_urge.into_iter().any(|f| f.starts_with("last-urge."));
    let note = is_filled.then(|| {
        let urge = app.book.with_untracked(prefill::said_of_urge);
        urge.filter(|_| from_urge)
            .unwrap_or_else(|| t("prefill-own"))
    });
    let name = thing.unwrap_or_else(|| app.new_thing());
    let at = old.map_or_else(clock::now, |old| old.at);
    let all = StoredValue::new(answers.clone());
    let read = move || {
        let answers = all.try_with_value(|all| {
            let said = all.iter().map(|(field, a)| (field.id.clone(), a.lines()));
            said.filter(|(_, lines)| !lines.is_empty())
                .collect::<BTreeMap<_, _>>()
        });
        Entry::Keepsake(Keepsake {
            at,
            step: step.id.clone(),
            part: part.id.clone(),
            answers: answers.unwrap_or_default(),
        })
    };
    let draft = Draft::new(name, read);
    let keep = move |_| {
        let entry = read();
        let is_new = app.book.with_untracked(|b| b.get(&name).is_none());
        let says = matches!(&entry, Entry::Keepsake(kept) if !kept.is_empty());
        // What was filled in and left as it is is worth keeping once somebody says so.
        if is_new && says {
            draft.keep_as(entry);
        } else {
            draft.keep();
        }
    };
    let drawing = (part.layout == Some(Layout::ThreeSystems)).then(|| {
        let of = move |id: &str| {
            all.with_value(|all| {
                let (_, answer) = all.iter().find(|(field, _)| field.id == id)?;
                answer.size()
            })
        };
        view! { <Drawing of=of /> }
    });
    view! {
        {note.map(|note| view! { <p class="note">{note}</p> })}
        {drawing}
        {answers.into_iter().map(|(field, answer)| view! { <FieldView field=field answer=answer /> }).collect_view()}
        <button class="main-action wide" on:click=keep>{t("keep")}</button>
        <p class="soft small">{t("keepsake-hint")}</p>
    }
}

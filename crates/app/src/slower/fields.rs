// SPDX-License-Identifier: Apache-2.0
use crate::{
    ui::{LineList, Signpost},
    words::{t, t_with},
};
use kindhold_content::programme::{Field, FieldKind};
use leptos::prelude::*;

/// An answer while it is being written.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    kind: FieldKind,
    /// A text or a line.
    text: RwSignal<String>,
    /// A list, or what is chosen.
    list: RwSignal<Vec<String>>,
}

impl Answer {
    /// Begins with lines as they were kept.
    pub(super) fn new(field: &Field, lines: Vec<String>) -> Self {
        let joined = match field.kind {
            FieldKind::Line => lines.join(", "),
            _ => lines.join("\n"),
        };
        Self {
            kind: field.kind,
            text: RwSignal::new(joined),
            list: RwSignal::new(lines),
        }
    }

    /// How it stands, as it is kept; nothing when nothing was said.
    pub(super) fn lines(&self) -> Vec<String> {
        match self.kind {
            FieldKind::Text | FieldKind::Line | FieldKind::Size => {
                let text = self.text.with_untracked(|text| text.trim().to_owned());
                Some(text)
                    .filter(|text| !text.is_empty())
                    .into_iter()
                    .collect()
            }
            FieldKind::Lines | FieldKind::Choice => self.list.with_untracked(|list| {
                let said = list.iter().map(|line| line.trim());
                let said = said.filter(|line| !line.is_empty());
                said.map(str::to_owned).collect()
            }),
        }
    }

    /// All that was written, and from now on whenever it changes.
    pub(super) fn words(&self) -> String {
        match self.kind {
            FieldKind::Text | FieldKind::Line => self.text.get(),
            FieldKind::Lines => self.list.with(|list| list.join(". ")),
            FieldKind::Size | FieldKind::Choice => String::new(),
        }
    }

    /// A size as it stands, and from now on whenever it changes.
    pub(super) fn size(&self) -> Option<u8> {
        self.text.with(|text| text.parse().ok())
    }

    /// Puts a beginning of a sentence in, ready to be finished.
    fn begin_with(self, beginning: &str) {
        let beginning = beginning.trim_end_matches('…').trim_end();
        if self.kind == FieldKind::Lines {
            self.list.update(|list| {
                list.retain(|line| !line.trim().is_empty());
                list.push(format!("{beginning} "));
            });
            return;
        }
        self.text.update(|text| {
            if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(if self.kind == FieldKind::Text {
                    '\n'
                } else {
                    ' '
                });
            }
            text.push_str(beginning);
            text.push(' ');
        });
    }
}

/// A field with its help.
#[component]
pub(super) fn FieldView(field: &'static Field, answer: Answer) -> impl IntoView {
    let hint = field
        .hint
        .as_deref()
        .map(|hint| view! { <span class="small soft hint">{hint}</span> });
    let label = field.label.as_str();
    let drawn = match field.kind {
        FieldKind::Text => view! {
            <div class="field">
                <label>
                    <span>{label}</span>
                    {hint}
                    <textarea rows="3" maxlength="4000" autocomplete="off" prop:value=move || answer.text.get()
                        on:input=move |e| answer.text.set(event_target_value(&e))></textarea>
                </label>
                <Beginnings field=field answer=answer />
            </div>
        }
        .into_any(),
        FieldKind::Line => view! {
            <div class="field">
                <label>
                    <span>{label}</span>
                    {hint}
                    <input type="text" maxlength="300" autocomplete="off" prop:value=move || answer.text.get()
                        on:input=move |e| answer.text.set(event_target_value(&e)) />
                </label>
                <Beginnings field=field answer=answer />
            </div>
        }
        .into_any(),
        FieldKind::Lines => view! {
            <fieldset class="field">
                <legend>{label}</legend>
                {hint}
                <LineList label=label lines=answer.list />
                <Beginnings field=field answer=answer />
            </fieldset>
        }
        .into_any(),
        FieldKind::Choice => view! {
            <fieldset class="field">
                <legend>{label}</legend>
                {hint}
                <Choices field=field answer=answer />
            </fieldset>
        }
        .into_any(),
        FieldKind::Size => view! {
            <fieldset class="field">
                <legend>{label}</legend>
                {hint}
                <SizeScale
                    label=label
                    low=field.low.clone().unwrap_or_default()
                    high=field.high.clone().unwrap_or_default()
                    value=answer.text
                />
            </fieldset>
        }
        .into_any(),
    };
    let is_written = matches!(
        field.kind,
        FieldKind::Text | FieldKind::Line | FieldKind::Lines
    );
    view! {
        {drawn}
        {is_written.then(|| view! { <Signpost text=Signal::derive(move || answer.words()) /> })}
    }
}

/// Beginnings of sentences, folded: whoever knows what to write is not held up.
#[component]
fn Beginnings(field: &'static Field, answer: Answer) -> impl IntoView {
    (!field.help.is_empty()).then(|| {
        view! {
            <details class="beginnings">
                <summary>{t("field-help")}</summary>
                <div class="chips">
                    {field.help.iter().map(|beginning| view! {
                        <button class="chip" on:click=move |_| answer.begin_with(beginning)>{beginning.as_str()}</button>
                    }).collect_view()}
                </div>
            </details>
        }
    })
}

/// What can be chosen; what was chosen once and is no longer offered stays.
#[component]
fn Choices(field: &'static Field, answer: Answer) -> impl IntoView {
    let before = answer.list.with_untracked(|list| {
        let gone = list.iter().filter(|word| !field.options.contains(word));
        gone.cloned().collect::<Vec<_>>()
    });
    let all = field.options.iter().cloned().chain(before);
    let chip = move |word: String| {
        let word = StoredValue::new(word);
        let is_on = move || word.with_value(|w| answer.list.with(|list| list.contains(w)));
        view! {
            <button class="chip" aria-pressed=move || is_on().to_string() on:click=move |_| word.with_value(|w| {
                answer.list.update(|list| {
                    if list.contains(w) { list.retain(|other| other != w) } else { list.push(w.clone()) }
                });
            })>{word.get_value()}</button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=field.label.as_str()>
            {all.map(chip).collect_view()}
        </div>
    }
}

/// 0 to 10 in eleven buttons, as strength is asked; a second tap takes it back.
#[component]
fn SizeScale(
    label: &'static str,
    low: String,
    high: String,
    value: RwSignal<String>,
) -> impl IntoView {
    let button = move |n: u8| {
        let is_on = move || value.with(|v| *v == n.to_string());
        view! {
            <button
                aria-pressed=move || is_on().to_string()
                aria-label=t_with("scale-of-ten", &[("n", n.into())])
                on:click=move |_| value.update(|v| {
                    let n = n.to_string();
                    *v = if *v == n { String::new() } else { n };
                })
            >{n}</button>
        }
    };
    view! {
        <div class="scale" role="group" aria-label=label>{(0..=10).map(button).collect_view()}</div>
        <div class="scale-ends small soft"><span>{low}</span><span>{high}</span></div>
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::shelf;
use crate::{
    app::{App, app},
    platform::{clock, file},
    words::{t, t_with},
};
use kindhold_care::{Cadence, Entry, Pack};
use kindhold_measure::{
    ReadError,
    pack::{self, PackError},
};
use leptos::{html, prelude::*, task::spawn_local};

/// The largest file that is read as a questionnaire, in bytes.
const LARGEST: f64 = 1_000_000.0;

/// What became of a file.
enum Taken {
    /// A questionnaire.
    Pack(Box<Pack>),
    /// None, and why: a sentence with a next step.
    Not(String),
}

/// Reads a questionnaire's file, as FHIR or as a pack.
fn take_in(text: &str) -> Taken {
    match pack::kept(text, clock::now()) {
        Ok(pack) => Taken::Pack(Box::new(pack)),
        Err(error) => Taken::Not(t(match error {
            PackError::Read(ReadError::TooLong) => "measures-bad-large",
            PackError::Changed => "measures-bad-damaged",
            _ => "measures-bad-form",
        })),
    }
}

/// What is said once a questionnaire is here.
fn said_of(pack: &Pack) -> String {
    let instrument = shelf::of_pack(pack);
    let title = instrument.map(|i| i.title.clone()).unwrap_or_default();
    let scored = instrument.is_some_and(|i| !i.scales().is_empty());
    let key = if scored {
        "measures-added"
    } else {
        "measures-added-noscore"
    };
    t_with(key, &[("title", title.into())])
}

/// Keeps a questionnaire; the same file twice is one.
pub(crate) fn keep(app: App, pack: Pack, then: impl FnOnce() + 'static) {
    let is_here = app.book.with_untracked(|b| {
        let packs = b.packs();
        packs.iter().any(|(_, held)| held.checksum == pack.checksum)
    });
    if is_here {
        return then();
    }
    app.keep_then(app.new_thing(), Entry::Pack(pack), then);
}

/// The text of the file that was picked, or the string that says why there is none.
pub(super) async fn picked_text(
    input: Option<web_sys::HtmlInputElement>,
) -> Result<String, &'static str> {
    let picked = input.and_then(|i| file::picked(&i));
    let picked = picked.ok_or("measures-bad-none")?;
    if picked.size() > LARGEST {
        return Err("measures-bad-large");
    }
    let bytes = file::read(&picked).await.unwrap_or_default();
    String::from_utf8(bytes).map_err(|_| "measures-bad-form")
}

/// A field for a questionnaire's file.
#[component]
pub(crate) fn AddFile(
    /// The string above it.
    title: &'static str,
) -> impl IntoView {
    let app = app();
    let input = NodeRef::<html::Input>::new();
    let said = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let add = move |_| {
        let picked = input.get_untracked();
        busy.set(true);
        spawn_local(async move {
            let text = picked_text(picked).await;
            let _ = busy.try_set(false);
            match text.map(|text| take_in(&text)) {
                Ok(Taken::Pack(pack)) => {
                    let sentence = said_of(&pack);
                    keep(app, *pack, move || drop(said.try_set(sentence)));
                }
                Ok(Taken::Not(why)) => drop(said.try_set(why)),
                Err(why) => drop(said.try_set(t(why))),
            }
        });
    };
    view! {
        <details class="card">
            <summary>{t(title)}</summary>
            <p class="small soft">{t("measures-add-lead")}</p>
            <label>
                <span class="small">{t("measures-add-pick")}</span>
                <input node_ref=input type="file" autocomplete="off" accept=".json,application/json,application/fhir+json" />
            </label>
            <button class="wide" disabled=move || busy.get() on:click=add>{t("measures-add-do")}</button>
            <p role="status">{move || said.get()}</p>
        </details>
    }
}

/// A questionnaire that somebody offers: it can be taken in, and how often is the person's own to change.
#[component]
pub(crate) fn Offered(
    /// The pack.
    pack: String,
    /// Every so many days; 0 for only when it is opened.
    every: u16,
) -> impl IntoView {
    let app = app();
    let Taken::Pack(pack) = take_in(&pack) else {
        return view! { <p class="note">{t("measures-bad-form")}</p> }.into_any();
    };
    let title = shelf::title_of_pack(&pack);
    let checksum = pack.checksum.clone();
    let is_here = Memo::new(move |_| {
        let packs = app.book.with(crate::book::Book::packs);
        packs.iter().any(|(_, held)| held.checksum == checksum)
    });
    let pack = StoredValue::new(*pack);
    let take = move |_| {
        let pack = pack.get_value();
        let (held, _) = app.book.with_untracked(|b| b.cadence(&pack.url));
        let cadence = Cadence {
            at: clock::now(),
            url: pack.url.clone(),
            every_days: every.min(366),
        };
        let thing = held.unwrap_or_else(|| app.new_thing());
        app.keep_then(thing, Entry::Cadence(cadence), move || {
            keep(app, pack, || {});
        });
    };
    view! {
        <p>{t_with("offered-measure", &[("title", title.into())])} " · " {shelf::every_word(every)}</p>
        {move || if is_here.get() {
            view! { <p class="note" role="status">{t("offered-measure-taken")}</p> }.into_any()
        } else {
            view! { <button class="main-action wide" on:click=take>{t("offered-measure-take")}</button> }.into_any()
        }}
    }
    .into_any()
}

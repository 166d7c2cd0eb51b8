// SPDX-License-Identifier: Apache-2.0
//! Articles and steps in the chosen language, each file loaded once, when somebody wants it.

use crate::{
    platform::page,
    words::{lang, t},
};
use kindhold_content::{
    Article, Collection, Step,
    bundle::{Articles, Programme},
    search::Index,
};
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;
use std::cell::RefCell;

type Kept<T> = RefCell<Option<&'static T>>;

thread_local! {
    static PROGRAMME: Kept<Programme> = const { RefCell::new(None) };
    static INDEX: Kept<Index> = const { RefCell::new(None) };
    static ARTICLES: [Kept<Articles>; 3] = const { [const { RefCell::new(None) }; 3] };
}

const fn place(collection: Collection) -> usize {
    match collection {
        Collection::Library => 0,
        Collection::Supporters => 1,
        Collection::Guide => 2,
    }
}

/// How a file stands.
#[derive(Debug)]
pub(crate) enum Load<T: 'static> {
    /// On its way.
    Busy,
    /// Here.
    Here(&'static T),
    /// It could not be loaded.
    Missing,
}

impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Load<T> {}

/// Reads a file of our own server or its cached copy, and keeps it for as long as the page lives.
async fn fetch<T: DeserializeOwned + 'static>(name: &str) -> Option<&'static T> {
    let text = page::fetch_text(&format!("/data/{}/{name}.json", lang())).await;
    let read = serde_json::from_str(&text.ok()?).ok()?;
    Some(Box::leak(Box::new(read)))
}

fn load<T: DeserializeOwned + Send + Sync>(
    name: &'static str,
    held: impl Fn(Option<&'static T>) -> Option<&'static T> + 'static,
) -> Signal<Load<T>> {
    let state = RwSignal::new(held(None).map_or(Load::Busy, Load::Here));
    if matches!(state.get_untracked(), Load::Busy) {
        spawn_local(async move {
            let read = match held(None) {
                Some(there) => Some(there),
                None => fetch(name).await.and_then(|fresh| held(Some(fresh))),
            };
            let _ = state.try_update(|s| *s = read.map_or(Load::Missing, Load::Here));
        });
    }
    state.into()
}

fn hold<T>(kept: &Kept<T>, fresh: Option<&'static T>) -> Option<&'static T> {
    let mut kept = kept.borrow_mut();
    if kept.is_none() {
        *kept = fresh;
    }
    *kept
}

/// The programme.
pub(crate) fn programme() -> Signal<Load<Programme>> {
    load("programme", |fresh| {
        PROGRAMME.with(|kept| hold(kept, fresh))
    })
}

/// What the search works on.
pub(crate) fn index() -> Signal<Load<Index>> {
    load("search", |fresh| INDEX.with(|kept| hold(kept, fresh)))
}

/// The articles of a collection.
pub(crate) fn articles(collection: Collection) -> Signal<Load<Articles>> {
    load(collection.key(), move |fresh| {
        ARTICLES.with(|all| hold(&all[place(collection)], fresh))
    })
}

/// Draws what needs a file once it is here; until then, and if it never comes, a sentence.
#[component]
pub(crate) fn Loaded<T, F>(
    /// The file.
    file: Signal<Load<T>>,
    /// What to draw.
    draw: F,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    F: Fn(&'static T) -> AnyView + Send + Sync + 'static,
{
    move || match file.get() {
        Load::Busy => view! { <p class="soft" role="status">{t("opening")}</p> }.into_any(),
        Load::Here(file) => draw(file),
        Load::Missing => {
            view! { <p class="note warm" role="status">{t("reading-missing")}</p> }.into_any()
        }
    }
}

impl<T> Load<T> {
    /// The file, if it is here.
    pub(crate) const fn here(self) -> Option<&'static T> {
        match self {
            Self::Here(file) => Some(file),
            Self::Busy | Self::Missing => None,
        }
    }
}

/// A step of the programme.
pub(crate) fn step_of(programme: &'static Programme, id: &str) -> Option<&'static Step> {
    programme.steps.iter().find(|step| step.id == id)
}

/// An article of a collection.
pub(crate) fn article_of(articles: &'static Articles, id: &str) -> Option<&'static Article> {
    articles.articles.iter().find(|article| article.id == id)
}

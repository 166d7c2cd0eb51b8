// SPDX-License-Identifier: Apache-2.0
use super::{
    article::door,
    files::{Loaded, articles, index},
};
use crate::{
    content,
    platform::page,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_content::{Collection, Shelf, bundle::Articles, search::Entry};
use leptos::prelude::*;

/// The list of a collection. The library stands on shelves and can be searched, with no network.
#[component]
pub(super) fn Shelves(collection: Collection) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let is_library = collection == Collection::Library;
    let is_asked = Memo::new(move |_| query.with(|q| !q.trim().is_empty()));
    view! {
        <Frame title=t(&format!("site-{}", collection.key()))>
            <p class="lead">{t(&format!("reading-{}", collection.key()))}</p>
            {is_library.then(|| view! { <Search query=query is_asked=is_asked /> })}
            <div hidden=move || is_asked.get()>
                <Loaded file=articles(collection) draw=move |file| shelves(collection, file) />
            </div>
        </Frame>
    }
}

fn shelves(collection: Collection, file: &'static Articles) -> AnyView {
    if collection != Collection::Library {
        let all = file.articles.iter();
        return all
            .map(|a| door(collection, file, a))
            .collect_view()
            .into_any();
    }
    Shelf::ALL
        .into_iter()
        .map(|shelf| {
            let all = file.articles.iter().filter(|a| a.shelf == Some(shelf));
            view! {
                <section>
                    <h2>{t(&format!("shelf-{}", shelf.key()))}</h2>
                    {all.map(|a| door(collection, file, a)).collect_view()}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

#[component]
fn Search(query: RwSignal<String>, is_asked: Memo<bool>) -> impl IntoView {
    let index = index();
    let found = move || {
        let index = index.get().here()?;
        is_asked.get().then(|| query.with(|q| index.find(q)))
    };
    view! {
        <div role="search">
            <label>
                <span>{t("search-label")}</span>
                <input id="query" type="search" autocomplete="off" autocapitalize="none" spellcheck="false"
                    prop:value=move || query.get() on:input=move |e| query.set(event_target_value(&e)) />
            </label>
            <p id="found" class="small soft" role="status">{move || found().map(|found| said(found.entries.len()))}</p>
            {move || found().filter(|found| found.urgent).map(|_| view! {
                <div class="note warm">
                    <p>{t("search-urgent")}</p>
                    <button on:click=|_| page::go_to(&content::lines_path())>{t("site-emergency-door")}</button>
                </div>
            })}
            <div id="results">
                {move || found().map(|found| found.entries.into_iter().map(hit).collect_view())}
            </div>
        </div>
    }
}

fn said(many: usize) -> String {
    if many == 0 {
        return t("search-none");
    }
    t_with("search-found", &[("n", (many as u32).into())])
}

fn hit(entry: &'static Entry) -> AnyView {
    view! {
        <button class="door" on:click=move |_| open(&entry.path)>
            <span>{entry.title.as_str()}</span>
            <span class="soft small">{entry.lead.as_str()}</span>
        </button>
    }
    .into_any()
}

/// Opens what was found once its file is here.
fn open(path: &'static str) {
    if let Some((collection, Some(id))) = Collection::of_path(path) {
        super::go(super::Place::Article(collection, id));
    }
}

// SPDX-License-Identifier: Apache-2.0
use super::{
    Place,
    blocks::{blocks, practices, section},
    credits::{Credits, credits},
    files::{Loaded, article_of, articles},
    go,
};
use crate::{ui::Frame, words::t};
use kindhold_content::{Article, Collection, bundle::Articles};
use leptos::prelude::*;

/// Something to read.
#[component]
pub(super) fn Reading(collection: Collection, id: &'static str) -> impl IntoView {
    let file = articles(collection);
    let title = file
        .get_untracked()
        .here()
        .and_then(|file| article_of(file, id))
        .map_or_else(String::new, |article| article.title.clone());
    view! {
        <Frame title=title>
            <Loaded file=file draw=move |file| match article_of(file, id) {
                Some(article) => whole(collection, file, article),
                None => view! { <p class="note">{t("reading-missing")}</p> }.into_any(),
            } />
        </Frame>
    }
}

/// The language of a text that nobody has translated.
pub(super) fn language_of(english: &[String], id: &str) -> Option<&'static str> {
    english.iter().any(|other| other == id).then_some("en")
}

fn whole(collection: Collection, file: &'static Articles, article: &'static Article) -> AnyView {
    let lang = language_of(&file.english, &article.id);
    let (next, see) = collection.onward(&file.articles, article);
    let has_near = !see.is_empty();
    let see = see.into_iter().map(|a| door(collection, file, a));
    let see = see.collect_view();
    view! {
        {lang.map(|_| view! { <p class="note">{t("article-english")}</p> })}
        <article lang=lang>
            <p class="lead">{article.lead.as_str()}</p>
            {blocks(&article.blocks)}
            {article.sections.iter().map(section).collect_view()}
        </article>
        {(!article.practices.is_empty()).then(|| view! {
            <h2>{t("article-practices")}</h2>
            {practices(&article.practices)}
        })}
        {next.map(|next| view! {
            <h2>{t("article-next")}</h2>
            {door(collection, file, next)}
        })}
        {has_near.then(|| view! { <h2>{t("article-see")}</h2> {see} })}
        {credits(
            &Credits {
                role: article.author_role,
                updated: &article.updated,
                reviewed: article.reviewed_on.as_deref().map(|on| (on, article.reviewed_by.as_slice())),
                sources: &article.sources,
                effort: Some((article.minutes(), file.ages.get(&article.id).copied())),
            },
            &file.sources,
        )}
    }
    .into_any()
}

/// The way to an article.
pub(super) fn door(
    collection: Collection,
    file: &'static Articles,
    article: &'static Article,
) -> AnyView {
    let lang = language_of(&file.english, &article.id);
    let number = (collection != Collection::Library).then(|| format!("{}. ", article.number));
    view! {
        <button class="door" on:click=move |_| go(Place::Article(collection, &article.id))>
            <span lang=lang>{number}{article.title.as_str()}</span>
            <span lang=lang class="soft small">{article.lead.as_str()}</span>
        </button>
    }
    .into_any()
}

// SPDX-License-Identifier: Apache-2.0
//! Who wrote something, when, who has reviewed it, and where it comes from.

use crate::{
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{Source, When};
use kindhold_content::article::AuthorRole;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is said of a text.
pub(super) struct Credits {
    pub(super) role: AuthorRole,
    pub(super) updated: &'static str,
    pub(super) reviewed: Option<(&'static str, &'static [String])>,
    pub(super) sources: &'static [String],
    /// How long it takes to read, and how old one has to be.
    pub(super) effort: Option<(u8, Option<u8>)>,
}

/// A day written as `2026-11-25`, as it is said in the language of the screen.
fn day(written: &str) -> String {
    let ms = js_sys::Date::parse(written);
    if ms.is_nan() {
        return written.to_owned();
    }
    clock::day(When {
        unix_ms: ms as i64,
        offset_min: 0,
    })
}

/// Draws it, with the sources folded.
pub(super) fn credits(credits: &Credits, all: &'static BTreeMap<String, Source>) -> AnyView {
    let role = t(&format!("author-{}", credits.role.key()));
    let written = t_with(
        "article-written",
        &[("role", role.into()), ("day", day(credits.updated).into())],
    );
    let reviewed = match credits.reviewed {
        Some((on, by)) => t_with(
            "article-reviewed",
            &[("names", by.join(", ").into()), ("day", day(on).into())],
        ),
        None => t("article-not-reviewed"),
    };
    let effort = credits.effort.map(|(minutes, age)| {
        let minutes = t_with("article-minutes", &[("n", minutes.into())]);
        let age = age.map(|age| t_with("article-reading-age", &[("n", age.into())]));
        view! { " " {minutes} " " {age} }
    });
    let sources = credits.sources.iter().filter_map(|key| all.get(key));
    let sources = sources.map(|source| {
        let unchecked = (!source.checked).then(|| format!("({})", t("site-source-unchecked")));
        view! {
            <li>
                {source.cite.as_str()} " "
                // Text, not a link: nothing here leads to another site.
                {source.doi.as_deref().map(|doi| view! { <span class="as-is">{doi}</span> " " })}
                <span class="soft">{unchecked}</span>
            </li>
        }
    });
    view! {
        <div class="about small soft">
            <p>{written} " " {reviewed} {effort}</p>
            <details>
                <summary>{t("site-sources")}</summary>
                <ul>{sources.collect_view()}</ul>
            </details>
        </div>
    }
    .into_any()
}

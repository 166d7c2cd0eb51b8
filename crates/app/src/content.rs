// SPDX-License-Identifier: Apache-2.0
//! The content of the chosen language, loaded once: it comes from our own server or its cached copy.

use crate::{
    platform::{page, prefs},
    words,
};
use kindhold_care::{Practice, PracticeId};
use std::cell::OnceCell;

thread_local! {
    static PRACTICES: OnceCell<&'static [Practice]> = const { OnceCell::new() };
}

/// Loads strings and practices.
///
/// # Errors
/// A word for the developer; the person sees the page's own sentence with doors that need no app.
pub(crate) async fn load() -> Result<(), String> {
    // `boot.js` has chosen it before the first paint.
    let lang = words::lang();
    let strings = page::fetch_text(&format!("/data/{lang}/strings.json")).await;
    let practices = page::fetch_text(&format!("/data/{lang}/practices.json")).await;
    let strings = strings.map_err(|_| "strings are missing")?;
    words::load(&strings).map_err(|e| e.to_string())?;
    let practices = practices.map_err(|_| "practices are missing")?;
    let practices: Vec<Practice> = serde_json::from_str(&practices).map_err(|e| e.to_string())?;
    PRACTICES.with(|p| {
        let _ = p.set(Vec::leak(practices));
    });
    Ok(())
}

/// Every practice, by id.
pub(crate) fn practices() -> &'static [Practice] {
    PRACTICES.with(|p| p.get().copied().unwrap_or_default())
}

/// One practice. `None` when this version no longer has it.
pub(crate) fn practice(id: &PracticeId) -> Option<&'static Practice> {
    practices().iter().find(|p| p.id == *id)
}

/// The address of a static page in the chosen language, for example `right-now`.
pub(crate) fn page_path(name: &str) -> String {
    format!("/{}/{name}/", words::lang())
}

/// The crisis lines of the chosen country, or the list of countries.
pub(crate) fn lines_path() -> String {
    match prefs::get(prefs::Pref::Country) {
        Some(country) if country.bytes().all(|b| b.is_ascii_lowercase()) => {
            page_path(&format!("lines/{country}"))
        }
        _ => page_path("lines"),
    }
}

/// Every language that the app has: its tag, and its name in itself.
pub(crate) fn languages() -> Vec<(String, String)> {
    let root = crate::platform::document().document_element();
    let all = root.and_then(|root| root.get_attribute("data-languages"));
    let all = all.unwrap_or_default();
    all.split('|')
        .filter_map(|entry| entry.split_once('='))
        .map(|(tag, name)| (tag.to_owned(), name.to_owned()))
        .collect()
}

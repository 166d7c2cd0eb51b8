// SPDX-License-Identifier: Apache-2.0
//! What the app says: compiled strings, loaded once for the chosen language.

use crate::platform::document;
use js_sys::{Array, Function, Object, Reflect};
use kindhold_content::catalogue::{Arg, Catalogue};
use std::{cell::OnceCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static CATALOGUE: OnceCell<Catalogue> = const { OnceCell::new() };
    static PLURAL: OnceCell<JsValue> = const { OnceCell::new() };
}

/// Reads the strings. Called once, before the first screen.
///
/// # Errors
/// When the text is not a catalogue.
pub(crate) fn load(json: &str) -> Result<(), serde_json::Error> {
    let strings: Catalogue = serde_json::from_str(json)?;
    CATALOGUE.with(|c| {
        let _ = c.set(strings);
    });
    Ok(())
}

/// The message.
pub(crate) fn t(key: &str) -> String {
    t_with(key, &[])
}

/// The message with its variables filled in.
pub(crate) fn t_with(key: &str, args: &[(&str, Arg<'_>)]) -> String {
    CATALOGUE.with(|c| match c.get() {
        Some(catalogue) => catalogue.resolve(key, args, plural),
        None => key.to_owned(),
    })
}

/// The language of the screen, as a BCP 47 tag.
pub(crate) fn lang() -> String {
    document()
        .document_element()
        .and_then(|e| e.get_attribute("lang"))
        .unwrap_or_else(|| "en".into())
}

/// The plural category, as the browser knows it for this language.
fn plural(n: f64) -> &'static str {
    let category = PLURAL.with(|p| {
        let rules = p.get_or_init(|| plural_rules().unwrap_or(JsValue::NULL));
        let select: Function = Reflect::get(rules, &"select".into())
            .ok()?
            .dyn_into()
            .ok()?;
        select.call1(rules, &n.into()).ok()?.as_string()
    });
    let known: BTreeMap<&str, &'static str> =
        ["zero", "one", "two", "few", "many"].map(|c| (c, c)).into();
    category
        .and_then(|c| known.get(c.as_str()).copied())
        .unwrap_or("other")
}

fn plural_rules() -> Option<JsValue> {
    let intl: Object = Reflect::get(&js_sys::global(), &"Intl".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let class: Function = Reflect::get(&intl, &"PluralRules".into())
        .ok()?
        .dyn_into()
        .ok()?;
    Reflect::construct(&class, &Array::of1(&lang().into())).ok()
}

// SPDX-License-Identifier: Apache-2.0
//! The page that the app starts in.

use anyhow::{Context as _, Result, bail};
use kindhold_content::{Library, catalogue::Catalogue};
use std::collections::BTreeMap;

/// The app's page in the first language: it is there before anybody could have chosen another.
pub(crate) fn page(template: &str, library: &Library) -> Result<String> {
    let (tag, language) = library
        .languages
        .get_key_value("en")
        .or_else(|| library.languages.iter().next())
        .context("there is no language")?;
    let names = library.languages.keys();
    let names = names.map(|tag| format!("{tag}={}", library.name_of(tag)));
    let mut ordered: Vec<String> = names.collect();
    // The first language is what the page falls back on.
    ordered.sort_by_key(|entry| !entry.starts_with(&format!("{tag}=")));
    let page = fill(template, tag, &ordered.join("|"), &language.strings)?;
    Ok(page.replace(WORDS, &words(&page, library)?))
}

/// The page that a lock goes through. It leads back at once; what it does is where it runs: see
/// `is_apart` in `crates/kindhold/src/serve/answer.rs`.
pub(crate) fn way_back(seat: &str) -> String {
    format!(
        "<!doctype html>\n\
        <!-- SPDX-License-Identifier: Apache-2.0 -->\n\
        <html lang=\"en\">\n\
        <meta charset=\"utf-8\">\n\
        <meta name=\"color-scheme\" content=\"light dark\">\n\
        <title>…</title>\n\
        <meta http-equiv=\"refresh\" content=\"0;url={seat}\">\n"
    )
}

/// Where the words of the page in every language stand.
const WORDS: &str = "{{words}}";

/// The words of the page in every language but the first, as JSON that can stand in HTML. `boot.js` puts
/// them in.
fn words(page: &str, library: &Library) -> Result<String> {
    let keys: Vec<&str> = page
        .split("data-t=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(key, _)| key)
        .chain(["site-start-stopped"])
        .collect();
    let all: BTreeMap<&str, BTreeMap<&str, String>> = library
        .languages
        .iter()
        .map(|(tag, language)| {
            let said = |key: &str| language.strings.resolve(key, &[], |_| "other");
            let words = keys.iter().map(|key| (*key, said(key))).collect();
            (tag.as_str(), words)
        })
        .collect();
    let json = serde_json::to_string(&all)?;
    Ok(json.replace('<', "\\u003c").replace('&', "\\u0026"))
}

/// Puts the language's words where `{{key}}` stands.
fn fill(template: &str, tag: &str, languages: &str, strings: &Catalogue) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (key, left) = after.split_once("}}").context("a `{{` without its end")?;
        filled.push_str(before);
        let word = match key {
            "lang" => tag.to_owned(),
            "dir" => "ltr".to_owned(),
            "languages" => languages.to_owned(),
            // Put in once the page is there.
            "words" => {
                filled.push_str(WORDS);
                rest = left;
                continue;
            }
            _ if strings.has(key) => strings.resolve(key, &[], |_| "other"),
            _ => bail!("there is no string `{key}`"),
        };
        filled.push_str(
            &word
                .replace('&', "&amp;")
                .replace('"', "&quot;")
                .replace('<', "&lt;"),
        );
        rest = left;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kindhold_content::catalogue::{Part, Pattern};

    fn strings() -> Catalogue {
        let said = Pattern(vec![Part::Text("You & \"I\" <3".into())]);
        Catalogue([("said".to_owned(), said)].into())
    }

    #[test]
    fn words_are_put_in_and_escaped() {
        let filled = fill("<p lang=\"{{lang}}\">{{said}}</p>", "en", "", &strings());
        let wanted = "<p lang=\"en\">You &amp; &quot;I&quot; &lt;3</p>";
        assert_eq!(filled.expect("it can be filled"), wanted);
    }

    #[test]
    fn an_unknown_string_stops_the_build() {
        assert!(fill("{{unsaid}}", "en", "", &strings()).is_err());
        assert!(fill("{{said", "en", "", &strings()).is_err());
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The page that the app starts in.

use anyhow::{Context as _, Result, bail};
use kindhold_content::{Library, catalogue::Catalogue};

/// The app's page in the first language: it is there before anybody could have chosen another.
pub(crate) fn page(template: &str, library: &Library) -> Result<String> {
    let (tag, language) = library
        .languages
        .get_key_value("en")
        .or_else(|| library.languages.iter().next())
        .context("there is no language")?;
    fill(template, tag, &language.strings)
}

/// Puts the language's words where `{{key}}` stands.
fn fill(template: &str, tag: &str, strings: &Catalogue) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (key, left) = after.split_once("}}").context("a `{{` without its end")?;
        filled.push_str(before);
        let word = match key {
            "lang" => tag.to_owned(),
            "dir" => "ltr".to_owned(),
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
        let filled = fill("<p lang=\"{{lang}}\">{{said}}</p>", "en", &strings());
        let wanted = "<p lang=\"en\">You &amp; &quot;I&quot; &lt;3</p>";
        assert_eq!(filled.expect("it can be filled"), wanted);
    }

    #[test]
    fn an_unknown_string_stops_the_build() {
        assert!(fill("{{unsaid}}", "en", &strings()).is_err());
        assert!(fill("{{said", "en", &strings()).is_err());
    }
}

// SPDX-License-Identifier: Apache-2.0
//! The one inline style of a page and the policy that allows exactly it.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// The style of every page, comments and spare white space left out.
pub(crate) fn page_style() -> String {
    let mut style = minified(include_str!("../style/base.css"));
    style.push_str(&minified(include_str!("../style/page.css")));
    style
}

/// The style of the neutral page, which shares nothing with the others.
pub(crate) fn measures_style() -> String {
    minified(include_str!("../style/measures.css"))
}

/// The Content-Security-Policy of a page with this style.
pub(crate) fn policy(style: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(style.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{hash}'; \
         connect-src 'self'; img-src 'self' data:; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types kindhold"
    )
}

/// Comments out, runs of white space to one, none around brackets, commas and semicolons. Our own
/// style sheets have none of these inside quotation marks.
fn minified(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, left)| left);
    }
    bare.push_str(rest);
    let mut small = String::new();
    for word in bare.split_whitespace() {
        let tight = |c: Option<char>| matches!(c, None | Some('{' | '}' | ';' | ','));
        if !tight(small.chars().last()) && !tight(word.chars().next()) {
            small.push(' ');
        }
        small.push_str(word);
    }
    small.replace(";}", "}")
}

/// A script without lines that are only a comment, and without indentation.
pub(crate) fn without_comments(script: &str) -> String {
    let lines: Vec<&str> = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .filter(|line| !line.starts_with("//") || line.contains("SPDX"))
        .collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_gets_smaller_and_means_the_same() {
        let css =
            "/* x */\na:not(b) > c,\nd { margin: 0 1px; color: red; }\n@media (x) { e { f: g; } }";
        assert_eq!(
            minified(css),
            "a:not(b) > c,d{margin: 0 1px;color: red}@media (x){e{f: g}}"
        );
    }

    #[test]
    fn no_style_ends_early_inside_the_page() {
        assert!(!page_style().contains('<'));
        assert!(!measures_style().contains('<'));
    }
}

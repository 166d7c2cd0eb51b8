// SPDX-License-Identifier: Apache-2.0
//! The two marks that text may carry: `**strong**` and `[label](/own/path/)`.

use kindhold_content::marks::{Mark, marks};
use maud::{Markup, html};

/// Paragraphs, parted by a blank line.
pub(crate) fn paragraphs(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
            p { (inline(paragraph)) }
        }
    }
}

/// A run of text with its marks.
pub(crate) fn inline(text: &str) -> Markup {
    html! {
        @for run in marks(text) {
            @match run {
                Mark::Plain(words) => { (words) }
                Mark::Strong(words) => { strong { (words) } }
                Mark::Link(label, path) => { a href=(path) { (label) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_marks_are_shown_and_all_else_is_escaped() {
        assert_eq!(
            inline("**One** <b> and [lines](/en/lines/).").into_string(),
            "<strong>One</strong> &lt;b&gt; and <a href=\"/en/lines/\">lines</a>."
        );
    }

    #[test]
    fn a_link_elsewhere_stays_text() {
        for text in [
            "[x](https://example.org/)",
            "[x](//example.org/)",
            "[x](javascript:1)",
            "[x](/\\example.org/)",
            "[x](/\t/example.org/)",
        ] {
            assert!(!inline(text).into_string().contains("href"), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_our_two_elements_and_no_other(text in "[a*\\[\\]()</>\"'&\n#é\u{0} ]{0,60}") {
            let html = paragraphs(&text).into_string();
            for tag in html.split('<').skip(1) {
                let known = ["p>", "/p>", "strong>", "/strong>", "a href=\"", "/a>"];
                proptest::prop_assert!(known.iter().any(|k| tag.starts_with(k)), "{html}");
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Foreign words inside HTML and CSS.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Words as HTML may hold them, in an element or between quotation marks. Control signs have no meaning there and
/// become spaces; a line feed stays.
pub(super) fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push('\n'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Words inside a string of CSS: letters, digits, spaces and foreign signs as they are, everything else by its number
/// and the space that ends it (CSS Syntax 3, 4.3.7), so that no word ends the string or the style sheet.
pub(super) fn css(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            ' ' => out.push(' '),
            c if c.is_ascii_alphanumeric() || (!c.is_ascii() && !c.is_control()) => out.push(c),
            c if c.is_control() => out.push(' '),
            c => {
                let _ = write!(out, "\\{:X} ", u32::from(c));
            }
        }
    }
    out
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// SHA-256 in Base64, as a Content-Security-Policy names what it allows.
pub(super) fn hash(style: &str) -> String {
    let sum = Sha256::digest(style.as_bytes());
    let mut out = String::with_capacity(44);
    for part in sum.chunks(3) {
        let byte = |n: usize| u32::from(part.get(n).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for n in 0..4 {
            match n <= part.len() {
                true => out.push(char::from(SIGNS[(bits >> (18 - 6 * n) & 63) as usize])),
                false => out.push('='),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_checksum_of_a_style_is_written_as_a_policy_wants_it() {
        // FIPS 180-4, "abc"; written out in Base64 by coreutils.
        assert_eq!(hash("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    proptest! {
        #[test]
        fn no_word_ends_its_element_or_its_string(words in "\\PC*") {
            let (in_text, in_css) = (text(&words), css(&words));
            prop_assert!(!in_text.contains(['<', '>', '"', '\'']), "{}", in_text);
            prop_assert!(!in_css.contains(['<', '>', '"', '\'', '\n', '{', '}']), "{}", in_css);
        }
    }
}

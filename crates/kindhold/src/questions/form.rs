// SPDX-License-Identifier: Apache-2.0
use axum::extract::{FromRequest, RawForm, Request};

/// What a reader filled in. Every field may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) name: String,
    pub(super) words: String,
    pub(super) terms: bool,
    pub(super) stamp: String,
    /// No person sees this field.
    pub(super) trap: String,
    /// The way to a person has been shown, and it is sent all the same.
    pub(super) saw_help: bool,
    /// The code that takes something back.
    pub(super) code: String,
}

impl Form {
    /// Reads a form; `None` when it is none, or too large.
    pub(super) async fn read(request: Request) -> Option<Self> {
        let RawForm(bytes) = RawForm::from_request(request, &()).await.ok()?;
        Some(Self::parse(&bytes))
    }

    /// `application/x-www-form-urlencoded`, WHATWG URL, 5.1.
    fn parse(bytes: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(bytes) {
            // Whatever could steer a screen is left out.
            let value: String = value
                .replace("\r\n", "\n")
                .chars()
                .filter(|c| !c.is_control() || *c == '\n')
                .collect();
            match name.as_ref() {
                "name" => form.name = value,
                "words" => form.words = value,
                "terms" => form.terms = value == "yes",
                "stamp" => form.stamp = value,
                "website" => form.trap = value,
                "help" => form.saw_help = value == "seen",
                "code" => form.code = value,
                _ => {}
            }
        }
        form
    }
}

/// Whether a text leads somewhere: a link, an address, a number of the length of a telephone's.
pub(super) fn names_a_contact(text: &str) -> bool {
    let lower = text.to_lowercase();
    let link = ["http:", "https:", "www.", ".com", ".org", ".net", "://"];
    let handle = lower.split_whitespace().any(|word| {
        word.split_once('@')
            .is_some_and(|(_, after)| after.chars().any(char::is_alphanumeric))
    });
    let mut digits = 0;
    let number = lower.chars().any(|c| {
        digits = match c {
            '0'..='9' => digits + 1,
            ' ' | '-' | '(' | ')' | '+' | '.' | '/' => digits,
            _ => 0,
        };
        digits >= 7
    });
    link.iter().any(|part| lower.contains(part)) || handle || number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_sends_it() {
        let form = Form::parse(b"name=&words=One+%C3%A9t%C3%A9%0D%0Atwo%26&terms=yes&stamp=a&x=1");
        assert_eq!(form.words, "One été\ntwo&");
        assert!(form.terms && form.name.is_empty() && !form.saw_help);
    }

    #[test]
    fn any_bytes_are_a_form() {
        for bytes in [
            &b""[..],
            b"&&==&",
            b"words=%",
            b"words=%4",
            b"words=%zz%+1",
            b"words=\xff\x00",
            b"words",
        ] {
            let _ = Form::parse(bytes);
        }
        assert_eq!(Form::parse(b"words=%").words, "%");
        assert_eq!(Form::parse(b"words=%+1\x07").words, "% 1");
    }

    #[test]
    fn what_leads_somewhere_is_noticed_and_a_year_is_not() {
        for text in [
            "see https://example.org",
            "write to a@b.c",
            "I’m @somebody there",
            "call 0123 456-789",
            "www.somewhere",
        ] {
            assert!(names_a_contact(text), "{text}");
        }
        for text in [
            "since 2019, twice",
            "at 11.30 or 12.15 it is",
            "me @ home",
            "10 years",
        ] {
            assert!(!names_a_contact(text), "{text}");
        }
    }
}

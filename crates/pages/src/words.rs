// SPDX-License-Identifier: Apache-2.0
use kindhold_content::{
    Language, Plurals,
    catalogue::{Arg, Catalogue},
};

/// The strings of the language that a page is rendered in.
pub(crate) struct Words<'a> {
    tag: &'a str,
    strings: &'a Catalogue,
    plurals: Plurals,
}

impl<'a> Words<'a> {
    pub(crate) fn new(tag: &'a str, language: &'a Language) -> Self {
        Self {
            tag,
            strings: &language.strings,
            plurals: Plurals::of(tag),
        }
    }

    /// The language's BCP 47 tag.
    pub(crate) fn tag(&self) -> &str {
        self.tag
    }

    /// Which way the language is written.
    pub(crate) fn direction(&self) -> &'static str {
        match self.tag.split('-').next() {
            Some("ar" | "fa" | "he" | "ur" | "ps" | "yi") => "rtl",
            _ => "ltr",
        }
    }

    pub(crate) fn t(&self, key: &str) -> String {
        self.t_with(key, &[])
    }

    pub(crate) fn t_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.strings
            .resolve(key, args, |number| self.plurals.category(number))
    }

    /// The string, or something else where this language has none.
    pub(crate) fn or(&self, key: &str, other: &str) -> String {
        if self.strings.has(key) {
            self.t(key)
        } else {
            other.to_owned()
        }
    }
}

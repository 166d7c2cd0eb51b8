// SPDX-License-Identifier: Apache-2.0
use kindhold_content::{
    Date, Language, Plurals,
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

    /// A day in the language's own order.
    pub(crate) fn day(&self, date: Date) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        let args = [
            ("day", Arg::Text(date.day().to_string().into())),
            ("month", month.into()),
            ("year", Arg::Text(date.year().to_string().into())),
        ];
        self.t_with("date-long", &args)
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

// SPDX-License-Identifier: Apache-2.0
//! The pages of questions, in the words of the strings and inside the frame of a static page.

use super::{Article, Form, Language};
use jiff::civil::Date;
use kindhold_content::Finding;
use kindhold_relay::questions::{NAME_CHARS, Question, WORDS_CHARS};
use maud::{Markup, html};

/// What stands in the way of a text.
pub(super) enum Trouble {
    /// Nothing.
    None,
    /// It sounds as if somebody may be in danger: help comes first.
    Urgent,
    /// It says something that could hurt whoever reads it on a bad night.
    Reword(Vec<Finding>),
    /// A sentence.
    Say(&'static str),
    /// A sentence with a number in it.
    SayNumber(&'static str, usize),
}

/// Draws in one language.
pub(super) struct Draw<'a> {
    pub(super) language: &'a Language,
    pub(super) stamp: String,
}

impl Draw<'_> {
    fn t(&self, key: &str) -> String {
        self.language.t(key, &[])
    }

    fn number(&self, key: &str, n: usize) -> String {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        self.language.t(key, &[("n", n.into())])
    }

    /// The questions under an article, and the form.
    pub(super) fn article(
        &self,
        article: &Article,
        shown: &[Question],
        trouble: &Trouble,
        form: &Form,
    ) -> String {
        let page = html! {
            @if let Trouble::Urgent = trouble { (self.urgent()) }
            p.small { a href={ "/" (article.page) "/" } { (self.t("questions-back")) } }
            h1 { (self.t("questions-heading")) }
            p.lead { (self.language.t("questions-about", &[("title", article.title.as_str().into())])) }
            p { (self.t("questions-lead")) " " (self.help_door()) }
            @if let Trouble::None = trouble { (self.list(shown)) }
            (self.trouble(trouble))
            (self.form(article, matches!(trouble, Trouble::Urgent), form))
            p.small { a href={ "/questions/" (self.language.tag()) "/delete/" } { (self.t("questions-take-back")) } }
        };
        page.into_string()
    }

    fn help_door(&self) -> Markup {
        html! {
            a href={ "/" (self.language.tag()) "/lines/" } { (self.t("site-emergency-door")) }
        }
    }

    /// First on the page, before anything else.
    fn urgent(&self) -> Markup {
        let tag = self.language.tag();
        html! {
            div.card.emergency role="alert" {
                h2 { (self.t("questions-urgent-title")) }
                p { (self.t("questions-urgent")) }
                p { a.button.main-action href={ "/" (tag) "/lines/" } { (self.t("site-emergency-door")) } }
                p { a.button href={ "/" (tag) "/right-now/" } { (self.t("site-right-now")) } }
                p.small { (self.t("emergency-numbers-elsewhere")) }
                p.small { (self.t("questions-urgent-still")) }
            }
        }
    }

    fn list(&self, shown: &[Question]) -> Markup {
        html! {
            @if shown.is_empty() { p.soft { (self.t("questions-none")) } }
            @for question in shown {
                article.card {
                    p.small.soft { (self.by(question)) }
                    p.as-written { (question.words) }
                    @if !question.answer.is_empty() {
                        div.note {
                            p.small { strong { (self.t("questions-answer")) } }
                            p.as-written { (question.answer) }
                        }
                    }
                }
            }
        }
    }

    fn by(&self, question: &Question) -> String {
        let day = self.day(question.day);
        if question.name.is_empty() {
            self.language
                .t("questions-by-nobody", &[("day", day.into())])
        } else {
            let name = question.name.as_str().into();
            self.language
                .t("questions-by", &[("name", name), ("day", day.into())])
        }
    }

    fn day(&self, day: u32) -> String {
        let first = Date::constant(1970, 1, 1);
        let span = jiff::Span::new()
            .try_days(i64::from(day))
            .unwrap_or_default();
        let date = first.checked_add(span).unwrap_or(first);
        let month = self.t(&format!("month-{}", date.month()));
        let args = [
            ("day", date.day().to_string().into()),
            ("month", month.into()),
            ("year", date.year().to_string().into()),
        ];
        self.language.t("date-long", &args)
    }

    fn trouble(&self, trouble: &Trouble) -> Markup {
        match trouble {
            Trouble::None | Trouble::Urgent => Markup::default(),
            Trouble::Say(key) => html! { p.note.warm role="alert" { (self.t(key)) } },
            Trouble::SayNumber(key, n) => {
                html! { p.note.warm role="alert" { (self.number(key, *n)) } }
            }
            Trouble::Reword(findings) => html! {
                div.note.warm role="alert" {
                    p { strong { (self.t("questions-reword")) } }
                    p { (self.t("questions-reword-hint")) }
                    ul {
                        @for finding in findings {
                            li { (self.language.t("questions-reword-word", &[
                                ("word", finding.words.as_str().into()),
                                ("reason", sentence(&finding.reason).into()),
                                ("instead", finding.instead.as_str().into()),
                            ])) }
                        }
                    }
                }
            },
        }
    }

    fn form(&self, article: &Article, saw_help: bool, form: &Form) -> Markup {
        let saw_help = saw_help || form.saw_help;
        html! {
            form.card method="post" action={ "/questions/" (article.page) "/" } {
                h2 { (self.t("questions-form")) }
                p.small { span.needed aria-hidden="true" { "*" } " " (self.t("questions-needed")) }
                label for="words" { (self.t("questions-words")) " " span.needed aria-hidden="true" { "*" } }
                p.small.soft #words-hint { (self.number("questions-words-hint", WORDS_CHARS)) }
                textarea #words name="words" rows="6" maxlength=(WORDS_CHARS) autocomplete="off" required
                    aria-describedby="words-hint" { (form.words) }
                label for="name" { (self.t("questions-name")) }
                input #name name="name" type="text" maxlength=(NAME_CHARS) autocomplete="off" value=(form.name);
                div.trap aria-hidden="true" {
                    label for="website" { "Website" }
                    input #website name="website" type="text" tabindex="-1" autocomplete="off";
                }
                p.tick {
                    input #terms name="terms" type="checkbox" value="yes" required checked[form.terms];
                    label for="terms" { (self.t("questions-terms")) " " span.needed aria-hidden="true" { "*" } }
                }
                input type="hidden" name="stamp" value=(self.stamp);
                @if saw_help { input type="hidden" name="help" value="seen"; }
                button.wide type="submit" { (self.t("questions-send")) }
            }
        }
    }

    /// After it was handed in.
    pub(super) fn sent(&self, article: &Article, code: &str, saw_help: bool) -> String {
        let page = html! {
            @if saw_help { p.note.warm { (self.t("search-urgent")) " " (self.help_door()) } }
            h1 { (self.t("questions-sent")) }
            p { (self.t("questions-sent-hint")) }
            div.card {
                p { (self.t("questions-code")) }
                p.code { code { (code) } }
                p.small { a href={ "/questions/" (self.language.tag()) "/delete/" } { (self.t("questions-take-back")) } }
            }
            p { a.button href={ "/" (article.page) "/" } { (self.t("questions-back")) } }
        };
        page.into_string()
    }

    /// Taking something back.
    pub(super) fn take_back(&self, said: Option<&str>) -> String {
        let page = html! {
            h1 { (self.t("questions-take-back")) }
            @if let Some(said) = said { p.note role="status" { (self.t(said)) } }
            p { (self.t("questions-take-back-hint")) }
            form.card method="post" action={ "/questions/" (self.language.tag()) "/delete/" } {
                label for="code" { (self.t("questions-take-back-code")) }
                input #code name="code" type="text" required autocomplete="off" autocapitalize="none" spellcheck="false";
                button.wide type="submit" { (self.t("questions-take-back-do")) }
            }
        };
        page.into_string()
    }
}

/// A reason as a sentence of its own.
fn sentence(reason: &str) -> String {
    let mut letters = reason.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    let text = first.unwrap_or_default() + letters.as_str();
    if text.ends_with(['.', '!', '?']) {
        text
    } else {
        text + "."
    }
}

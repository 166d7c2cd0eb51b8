// SPDX-License-Identifier: Apache-2.0
//! Crisis lines: facts from data, sentences from the strings, and a mark on everything that
//! nobody has checked (hazard H1).

use crate::{hours, words::Words};
use kindhold_care::{Channel, Line, LineKind};
use kindhold_content::{
    Country, Date, Freshness, Happens, Library, catalogue::Arg, dial, freshness, search::folded,
};
use maud::{Markup, html};

/// The list of countries, by name; people in any other country find theirs last.
pub(crate) fn index(library: &Library, words: &Words<'_>) -> Markup {
    let mut countries: Vec<(String, &str)> = library
        .lines
        .keys()
        .filter(|code| *code != "INTERNATIONAL")
        .map(|code| (country_name(words, code), code.as_str()))
        .collect();
    countries.sort_by_key(|(name, _)| folded(name));
    html! {
        h2 { (words.t("lines-country-choose")) }
        p.small { (words.t("lines-country-note")) " " (words.t("lines-nobody-told")) }
        ul.countries #countries {
            @for (name, code) in &countries {
                li data-code=(code.to_lowercase()) { a.door href=(path(words, code)) { (name) } }
            }
            @if library.lines.contains_key("INTERNATIONAL") {
                li data-code="international" {
                    a.door href=(path(words, "INTERNATIONAL")) {
                        (country_name(words, "INTERNATIONAL"))
                    }
                }
            }
        }
    }
}

/// The emergency numbers of every country, for a page that cannot know where somebody is. `page.js`
/// puts the chosen country first.
pub(crate) fn emergency(library: &Library, words: &Words<'_>) -> Markup {
    let mut countries: Vec<(String, &str, Vec<&Line>)> = library
        .lines
        .iter()
        .filter(|(code, _)| *code != "INTERNATIONAL")
        .map(|(code, country)| {
            (
                country_name(words, code),
                code.as_str(),
                country.emergency().collect(),
            )
        })
        .collect();
    countries.sort_by_key(|(name, ..)| folded(name));
    html! {
        div.card.emergency {
            p { strong { (words.t("emergency-numbers-title")) } }
            ul.numbers #countries {
                @for (name, code, lines) in &countries {
                    li data-code=(code.to_lowercase()) {
                        a href=(path(words, code)) { (name) } " "
                        @for line in lines {
                            @for channel in &line.channels {
                                @if let Channel::Phone { number, .. } = channel {
                                    @if let Some(to) = dial(number) {
                                        a.button href={ "tel:" (to) } { (words.t_with("lines-call", &[("number", number.as_str().into())])) } " "
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p.small { (words.t("emergency-numbers-elsewhere")) " " (words.t("lines-unchecked-note")) }
        }
    }
}

/// The address of a country's page.
pub(crate) fn path(words: &Words<'_>, code: &str) -> String {
    format!("/{}/lines/{}/", words.tag(), code.to_lowercase())
}

/// What a country calls itself here; its code where the strings do not know it.
pub(crate) fn country_name(words: &Words<'_>, code: &str) -> String {
    if code == "INTERNATIONAL" {
        return words.t("country-international");
    }
    words.or(&format!("country-{code}"), code)
}

/// The lines of one country: emergency first, own people next, then everybody else.
pub(crate) fn country(words: &Words<'_>, code: &str, country: &Country, today: Date) -> Markup {
    let urgent: Vec<&Line> = country.emergency().collect();
    let others = country
        .lines
        .iter()
        .filter(|line| line.kind != LineKind::Emergency);
    let unchecked = country
        .lines
        .iter()
        .any(|line| freshness(line, today) == Freshness::Unchecked);
    html! {
        h1 { (country_name(words, code)) }
        @if urgent.is_empty() {
            p.note { (words.t("lines-hurt-elsewhere")) }
        } @else {
            section.card.emergency {
                p { (words.t("lines-hurt")) }
                @for line in urgent { (entry(words, line, today)) }
            }
        }
        div.note {
            p { (words.t("lines-own-people")) }
            a.button href="/app/#people" { (words.t("lines-own-people-door")) }
        }
        @if unchecked { p.note.warm.small { (words.t("lines-unchecked-note")) } }
        @for line in others { section.card { (entry(words, line, today)) } }
        (before_calling(words))
        p.small.soft { (words.t("lines-local-time")) " " (words.t("lines-nobody-told")) }
        p { a href={ "/" (words.tag()) "/lines/" } { (words.t("lines-other-country-door")) } }
    }
}

/// What helps to get in touch: who they tell, how to start, what when nobody answers.
fn before_calling(words: &Words<'_>) -> Markup {
    html! {
        h2 { (words.t("lines-before-title")) }
        details {
            summary { (words.t("lines-rules-title")) }
            p { (words.t("lines-rules")) }
        }
        details {
            summary { (words.t("lines-first-words-title")) }
            ul {
                @for index in 1..=3 {
                    li { (words.t(&format!("lines-first-words-{index}"))) }
                }
            }
        }
        details {
            summary { (words.t("lines-no-answer-title")) }
            p { (words.t("lines-no-answer")) }
        }
    }
}

fn entry(words: &Words<'_>, line: &Line, today: Date) -> Markup {
    html! {
        h2 { (line.name) }
        ul.ways-in {
            @for (index, channel) in line.channels.iter().enumerate() {
                li { (way_in(words, line.kind, channel, index == 0)) }
            }
        }
        dl.facts.small {
            @if let Some(ages) = ages(words, line) {
                dt { (words.t("lines-ages")) }
                dd { (ages) }
            }
            @if !line.languages.is_empty() {
                dt { (words.t("lines-languages")) }
                dd { (languages(words, line)) }
            }
            dt { (words.t("lines-source")) }
            dd {
                a href=(line.source) rel="noreferrer noopener" { (host(&line.source)) }
            }
            dd.mark { (checked(words, line, today)) }
        }
    }
}

fn checked(words: &Words<'_>, line: &Line, today: Date) -> String {
    let date = || [("date", Arg::from(line.checked_on.as_str()))];
    match freshness(line, today) {
        Freshness::Fresh => words.t_with("lines-checked-on", &date()),
        Freshness::Old => words.t_with("lines-checked-old", &date()),
        Freshness::Unchecked => words.t("lines-unchecked"),
    }
}

fn ages(words: &Words<'_>, line: &Line) -> Option<String> {
    let from = |age: u8| ("from", Arg::from(age));
    let to = |age: u8| ("to", Arg::from(age));
    match (line.age_from, line.age_to) {
        (Some(a), Some(b)) => Some(words.t_with("lines-age-between", &[from(a), to(b)])),
        (Some(a), None) => Some(words.t_with("lines-age-from", &[from(a)])),
        (None, Some(b)) => Some(words.t_with("lines-age-to", &[to(b)])),
        (None, None) => None,
    }
}

fn languages(words: &Words<'_>, line: &Line) -> String {
    let names: Vec<String> = line
        .languages
        .iter()
        .map(|tag| words.or(&format!("language-{}", tag.to_lowercase()), tag))
        .collect();
    names.join(", ")
}

fn way_in(words: &Words<'_>, service: LineKind, channel: &Channel, first: bool) -> Markup {
    let (link, label, hours, free) = match channel {
        Channel::Phone {
            number,
            hours,
            free,
        } => (
            dial(number).map(|digits| format!("tel:{digits}")),
            words.t_with("lines-call", &[("number", number.as_str().into())]),
            hours,
            *free,
        ),
        Channel::Text {
            number,
            say,
            hours,
            free,
        } => {
            let number_arg = ("number", Arg::from(number.as_str()));
            let label = match say {
                None => words.t_with("lines-text", &[number_arg]),
                Some(say) => words.t_with(
                    "lines-text-say",
                    &[number_arg, ("say", say.as_str().into())],
                ),
            };
            let body = say
                .as_deref()
                .map_or_else(String::new, |say| format!("?body={}", escaped(say)));
            let link = dial(number).map(|digits| format!("sms:{digits}{body}"));
            (link, label, hours, *free)
        }
        Channel::Web { url, hours } => (
            url.starts_with("https://").then(|| url.clone()),
            words.t_with("lines-web", &[("host", host(url).into())]),
            hours,
            None,
        ),
    };
    let web = matches!(channel, Channel::Web { .. });
    let happens = Happens::of(service, channel);
    html! {
        @if let Some(link) = link {
            a.button.wide.main-action[first && !web] href=(link) rel=[web.then_some("noreferrer noopener")] {
                (label)
            }
        } @else { p { (label) } }
        p.small {
            @for line in hours::in_words(words, hours.as_ref()) { (line) ". " }
            @match free {
                Some(true) => { (words.t("lines-free")) }
                Some(false) => { (words.t("lines-not-free")) }
                None => {}
            }
            @if web { (words.t("lines-web-leaves")) }
        }
        details.small {
            summary { (words.t(&happens.question)) }
            p { (words.t(&happens.answer)) }
        }
    }
}

/// The host of an address, as a reader knows it.
fn host(url: &str) -> &str {
    let rest = url.strip_prefix("https://").unwrap_or(url);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Percent-encoding of everything but letters and digits (RFC 3986).
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

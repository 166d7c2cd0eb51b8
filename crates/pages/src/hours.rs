// SPDX-License-Identifier: Apache-2.0
use crate::words::Words;
use kindhold_care::{Hours, Opening, Weekday};

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Mon, "day-mon"),
    (Weekday::Tue, "day-tue"),
    (Weekday::Wed, "day-wed"),
    (Weekday::Thu, "day-thu"),
    (Weekday::Fri, "day-fri"),
    (Weekday::Sat, "day-sat"),
    (Weekday::Sun, "day-sun"),
];

/// Hours in words, one line for each opening.
pub(crate) fn in_words(words: &Words<'_>, hours: Option<&Hours>) -> Vec<String> {
    match hours {
        None => vec![words.t("lines-hours-unknown")],
        Some(Hours::Always(_)) => vec![words.t("lines-hours-always")],
        Some(Hours::Openings(openings)) => {
            openings.iter().map(|opening| one(words, opening)).collect()
        }
    }
}

fn one(words: &Words<'_>, opening: &Opening) -> String {
    words.t_with(
        "lines-hours-opening",
        &[
            ("days", days(words, &opening.days).into()),
            ("from", opening.from.as_str().into()),
            ("to", opening.to.as_str().into()),
        ],
    )
}

/// Runs of three days and more become "Monday to Friday".
fn days(words: &Words<'_>, open: &[Weekday]) -> String {
    let is_open = |index: usize| WEEK.get(index).is_some_and(|(day, _)| open.contains(day));
    if (0..WEEK.len()).all(is_open) {
        return words.t("lines-days-all");
    }
    let mut parts = Vec::new();
    let mut start = 0;
    while start < WEEK.len() {
        if !is_open(start) {
            start += 1;
            continue;
        }
        let end = (start..WEEK.len())
            .take_while(|index| is_open(*index))
            .last()
            .unwrap_or(start);
        if end - start >= 2 {
            let first = words.t(WEEK[start].1);
            let last = words.t(WEEK[end].1);
            let args = [("first", first.into()), ("last", last.into())];
            parts.push(words.t_with("lines-days-range", &args));
        } else {
            parts.extend((start..=end).map(|index| words.t(WEEK[index].1)));
        }
        start = end + 1;
    }
    parts.join(", ")
}

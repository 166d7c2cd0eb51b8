// SPDX-License-Identifier: Apache-2.0
use crate::table::key;
use kindhold_care::{Feeling, Function, Helped};

/// Path, type, range or values, meaning.
const ROWS: [(&str, &str, &str, &str); 47] = [
    ("format", "code", "kindhold-research", "what the file is"),
    ("version", "whole", "1", "of this description"),
    (
        "study",
        "text",
        "",
        "the study, as whoever runs it names it",
    ),
    (
        "person",
        "code",
        "32 hexadecimal digits",
        "the person, in this study alone",
    ),
    (
        "age",
        "code",
        "AGES",
        "age in years, roughly; null when it was not said or was withheld",
    ),
    (
        "…at.day",
        "whole",
        "",
        "days since 1970-01-01, moved back by 0 to 1000 whole weeks, the same for everything of one person; weekdays and differences are true, dates are not",
    ),
    (
        "…at.hour",
        "whole",
        "0-23",
        "hour on the person's wall clock, or the first of hours; null when withheld",
    ),
    (
        "…at.hours",
        "whole",
        "1 4 24",
        "how exact the hour is, in hours",
    ),
    ("urges[]", "list", "", "moments, in the order of time"),
    ("urges[].kind", "code", "MOMENTS", "why it was written down"),
    (
        "urges[].strength",
        "whole",
        "0-10",
        "how strong the urge was at first; null when not said",
    ),
    (
        "urges[].functions[]",
        "code",
        "FUNCTIONS",
        "what self-injury would have done; several at once",
    ),
    (
        "urges[].withheld",
        "yes-no",
        "true false",
        "a function was withheld because few people of the group gave it",
    ),
    (
        "urges[].not_sure",
        "yes-no",
        "true false",
        "\"not sure\" was chosen for the function",
    ),
    ("urges[].feelings[]", "code", "FEELINGS", "what was felt"),
    (
        "urges[].offered[]",
        "list",
        "",
        "practices that were offered, in their order",
    ),
    (
        "urges[].offered[].practice",
        "code",
        "",
        "which one; null when withheld",
    ),
    (
        "urges[].offered[].why.because",
        "code",
        "REASONS",
        "why it was offered; why is null when withheld",
    ),
    (
        "urges[].offered[].why.function",
        "code",
        "FUNCTIONS",
        "what it fits, where that is why",
    ),
    (
        "urges[].offered[].chance",
        "number",
        "0-1",
        "with which chance it was offered, in the last choice that had it; null where the order was fixed, so that it was certain given function, strength and earlier ratings, and nothing can be weighed by it",
    ),
    (
        "urges[].draws[]",
        "list",
        "",
        "each choice in which chance had a part, in order; empty where the order was fixed",
    ),
    (
        "urges[].draws[].rule",
        "code",
        "",
        "which rule drew, with its version; null when unknown",
    ),
    (
        "urges[].draws[].for_study",
        "yes-no",
        "true false",
        "it was drawn evenly, for this study",
    ),
    (
        "urges[].draws[].among[]",
        "list",
        "",
        "what could have been offered, in the order from which it was drawn; in an even draw any three are as likely as any others",
    ),
    (
        "urges[].draws[].among[].practice",
        "code",
        "",
        "which one; null when withheld",
    ),
    (
        "urges[].draws[].among[].chance",
        "number",
        "0-1",
        "its chance of being among the offers, in ten-thousandths",
    ),
    (
        "urges[].draws[].among[].place",
        "whole",
        "1-",
        "its place among what was offered; null when it was not offered",
    ),
    (
        "urges[].tries[]",
        "list",
        "",
        "what was tried, in its order",
    ),
    (
        "urges[].tries[].practice",
        "code",
        "",
        "which one; null when withheld",
    ),
    (
        "urges[].tries[].minutes",
        "whole",
        "",
        "whole minutes after the moment was written down",
    ),
    (
        "urges[].tries[].ending",
        "code",
        "ENDINGS",
        "how it ended; null when unknown",
    ),
    (
        "urges[].tries[].helped",
        "code",
        "HELPED",
        "what was said of it; null when nothing was said, which is not a no",
    ),
    (
        "urges[].with_someone",
        "yes-no",
        "true false",
        "being with someone was chosen",
    ),
    (
        "urges[].after",
        "whole",
        "0-10",
        "how strong the urge was at the end; null when not said",
    ),
    ("forms[]", "list", "", "questionnaires that were answered"),
    (
        "forms[].form",
        "code",
        "",
        "which one; items and scores are those of its authors",
    ),
    (
        "forms[].ended",
        "yes-no",
        "true false",
        "its end was reached",
    ),
    (
        "forms[].answers[].item",
        "whole",
        "1-",
        "the item's number among what is asked; skipped ones are not there",
    ),
    (
        "forms[].answers[].value",
        "number",
        "",
        "what the choice counts, before any reversal; 1 for yes, 0 for no",
    ),
    ("forms[].scores[].scale", "code", "", "which scale"),
    (
        "forms[].scores[].value",
        "number",
        "",
        "the score; null when too much was skipped",
    ),
    (
        "forms[].scores[].missing, of",
        "whole",
        "0-",
        "items that were skipped, items of the scale",
    ),
    (
        "forms[].scores[].prorated",
        "yes-no",
        "true false",
        "skipped items were counted like the mean of the others",
    ),
    (
        "days[].feelings[]",
        "code",
        "FEELINGS",
        "what was felt, as the diary has it",
    ),
    (
        "days[].urge",
        "whole",
        "0-10",
        "how strong an urge was, as the diary has it; null when not said",
    ),
    (
        "parts[].step, part",
        "code",
        "",
        "a part of the programme on which something was kept; part is null when withheld",
    ),
    (
        "phases[]",
        "list",
        "",
        "times at which something new began in the person's view; what it was is not told",
    ),
];

/// What every field of a research file means, as a table of tab-separated values with a head.
#[must_use]
pub fn codebook() -> String {
    let mut out = String::from("field\ttype\tvalues\tmeaning\n");
    for (field, kind, values, meaning) in ROWS {
        let values = match values {
            "AGES" => "13-15 16-17 18-24 25- -17 18-".to_owned(),
            "MOMENTS" => join(key::all(&key::MOMENTS)),
            "FUNCTIONS" => join(Function::ALL.into_iter().map(Function::key)),
            "FEELINGS" => join(Feeling::ALL.into_iter().map(Feeling::key)),
            "REASONS" => join(key::REASONS.into_iter()),
            "ENDINGS" => join(key::all(&key::ENDINGS)),
            "HELPED" => join(Helped::ALL.into_iter().map(Helped::key)),
            plain => plain.to_owned(),
        };
        out += &format!("{field}\t{kind}\t{values}\t{meaning}\n");
    }
    out
}

fn join<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(" ")
}

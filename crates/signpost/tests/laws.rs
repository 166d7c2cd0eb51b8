// SPDX-License-Identifier: Apache-2.0
//! What holds for any text.

use kindhold_signpost::shows;
use proptest::prelude::*;

/// Quiet sentences that a diary is full of.
const QUIET: [&str; 8] = [
    "It rained all day and we stayed in.",
    "my maths test went better than i thought",
    "Mum made soup.",
    "I was nervous before the meeting but it went fine.",
    "we watched the match at Sam's",
    "Tomorrow I start the new shift.",
    "the cat slept on my homework again",
    "I called the dentist.",
];

/// Said as plainly as it gets.
const WISHES: [&str; 6] = [
    "I want to die.",
    "i want to kill myself",
    "I don't want to be alive anymore.",
    "Je veux mourir.",
    "Quiero morir, ya no quiero vivir.",
    "Ich will sterben, ich will nicht mehr leben.",
];

/// Accents as signs of their own, as some keyboards and systems write them.
fn decomposed(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        let parts = match sign {
            'é' => "e\u{301}",
            'è' => "e\u{300}",
            'ê' => "e\u{302}",
            'à' => "a\u{300}",
            'ç' => "c\u{327}",
            'ñ' => "n\u{303}",
            'ü' => "u\u{308}",
            'ö' => "o\u{308}",
            'ä' => "a\u{308}",
            'í' => "i\u{301}",
            'ó' => "o\u{301}",
            'ú' => "u\u{301}",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(parts);
    }
    out
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "i", "want", "to", "die", "don't", "not", "je", "veux", "mourir", "très", "été", "ça",
        "quiero", "morir", "mañana", "ich", "möchte", "für", "über", "sterben", "leben", "live",
        "my", "sister", "she", "used", "end", "it", "all", "school", "pain", "suicidal", ".", ",",
    ]);
    prop::collection::vec(word, 1..40).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_fine(text in any::<String>()) {
        let _ = shows(&text);
    }

    #[test]
    fn signs_of_every_kind_are_fine(text in "[a-z0-9'’.!*@$ \n\"é\u{301}💀ß漢ſİ]{0,300}") {
        let _ = shows(&text);
    }

    #[test]
    fn neither_letter_case_nor_the_way_accents_are_stored_matters(text in words()) {
        let shown = shows(&text);
        prop_assert_eq!(shows(&text.to_uppercase()), shown);
        prop_assert_eq!(shows(&decomposed(&text)), shown);
    }

    #[test]
    fn a_plain_wish_is_shown_whatever_stands_around_it(
        wish in 0..WISHES.len(),
        before in prop::collection::vec(0..QUIET.len(), 0..7),
        after in prop::collection::vec(0..QUIET.len(), 0..7),
    ) {
        let mut lines: Vec<&str> = before.iter().map(|place| QUIET[*place]).collect();
        lines.push(WISHES[wish]);
        lines.extend(after.iter().map(|place| QUIET[*place]));
        prop_assert!(shows(&lines.join("\n")), "{:?}", lines);
    }

    #[test]
    fn quiet_days_do_not_add_up(days in prop::collection::vec(0..QUIET.len(), 0..120)) {
        let lines: Vec<&str> = days.iter().map(|place| QUIET[*place]).collect();
        prop_assert!(!shows(&lines.join(" ")));
    }
}

#[test]
fn very_long_texts_of_one_sign_are_fine() {
    for sign in [
        "a",
        " ",
        ".",
        "a ",
        "é\u{301}",
        "1",
        "💀",
        "'",
        "\"",
        "\n",
        "i want to die ",
        "𝕒",
    ] {
        let _ = shows(&sign.repeat(300_000 / sign.len()));
    }
}

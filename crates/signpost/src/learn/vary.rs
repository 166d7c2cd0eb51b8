// SPDX-License-Identifier: Apache-2.0
//! The same text as another hand would type it.

use super::draw::Draw;

/// Words of kinship and the like that may stand for each other, where grammar does not mind.
const KIN: [&[&str]; 7] = [
    &[
        "sister",
        "mum",
        "mom",
        "mother",
        "daughter",
        "aunt",
        "nan",
        "girlfriend",
        "wife",
        "niece",
    ],
    &[
        "brother",
        "dad",
        "father",
        "son",
        "uncle",
        "grandad",
        "boyfriend",
        "husband",
        "nephew",
    ],
    &[
        "friend",
        "roommate",
        "neighbour",
        "cousin",
        "colleague",
        "partner",
        "therapist",
    ],
    &[
        "hermana", "madre", "mamá", "amiga", "prima", "tía", "abuela", "novia",
    ],
    &[
        "hermano", "padre", "papá", "amigo", "primo", "tío", "abuelo", "novio",
    ],
    &["schwester", "mutter", "mama", "freundin", "tante", "oma"],
    &["frère", "père", "chum", "cousin", "copain", "oncle"],
];

/// Written out, and drawn together.
const DRAWN: [(&str, &str); 14] = [
    ("i'm", "i am"),
    ("don't", "do not"),
    ("can't", "cannot"),
    ("i've", "i have"),
    ("it's", "it is"),
    ("won't", "will not"),
    ("i'd", "i would"),
    ("i'll", "i will"),
    ("didn't", "did not"),
    ("isn't", "is not"),
    ("j'ai", "jai"),
    ("je suis", "chui"),
    ("habe", "hab"),
    ("que", "q"),
];

/// How people begin, in each language.
const OPENINGS: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "honestly",
            "idk",
            "so",
            "ok so",
            "tbh",
            "i dont know,",
            "hi everyone.",
            "throwaway account.",
            "Sorry if this is long.",
            "update:",
            "long story short,",
            "not sure where to post this.",
        ],
    ),
    (
        "fr",
        &[
            "bon",
            "ok",
            "honnêtement",
            "je sais pas",
            "bonjour.",
            "désolée si c'est long.",
            "en gros",
        ],
    ),
    (
        "es",
        &[
            "bueno",
            "la verdad",
            "no sé",
            "hola.",
            "perdón si es largo.",
            "en fin",
            "pues",
        ],
    ),
    (
        "de",
        &[
            "also",
            "ehrlich gesagt",
            "keine ahnung",
            "hallo.",
            "sorry falls das lang wird.",
            "naja",
            "ok",
        ],
    ),
];

/// Another hand's version of a text.
pub(crate) fn vary(text: &str, language: &str, draw: &mut Draw) -> String {
    let mut text = text.replace('’', "'");
    let lower = draw.chance(60);
    if lower {
        text = text.to_lowercase();
    }
    if lower && draw.chance(30) {
        text = draw_together(&text, draw);
    }
    let words: Vec<String> = text.split(' ').map(|word| retype(word, draw)).collect();
    text = words.join(" ");
    if draw.chance(40) {
        text.retain(|sign| sign != '\'');
    }
    if language != "en" && draw.chance(35) {
        text = text.chars().map(bare).collect();
    } else if language == "de" && draw.chance(25) {
        text = text
            .replace('ü', "ue")
            .replace('ö', "oe")
            .replace('ä', "ae")
            .replace('ß', "ss");
    }
    match draw.below(10) {
        0 | 1 => text.retain(|sign| !matches!(sign, '.' | ',' | '!' | '?')),
        2 => text = text.replace(". ", "... "),
        3 => text = text.replace(". ", ", "),
        _ => {}
    }
    if draw.chance(15) {
        text = format!("{} {text}", opening(language, draw));
    }
    text
}

fn opening(language: &str, draw: &mut Draw) -> &'static str {
    let of = OPENINGS.iter().find(|(of, _)| language.starts_with(of));
    of.and_then(|(_, openings)| draw.of(openings))
        .copied()
        .unwrap_or_default()
}

fn draw_together(text: &str, draw: &mut Draw) -> String {
    let mut text = format!(" {text} ");
    for (one, other) in DRAWN {
        let (from, to) = if draw.chance(50) {
            (one, other)
        } else {
            (other, one)
        };
        text = text.replace(&format!(" {from} "), &format!(" {to} "));
    }
    text.trim().to_owned()
}

/// Kin for kin, and a slip now and then.
fn retype(word: &str, draw: &mut Draw) -> String {
    if let Some(kin) = KIN.iter().find(|kin| kin.contains(&word))
        && draw.chance(40)
    {
        return draw
            .of(kin)
            .map_or_else(String::new, |word| (*word).to_owned());
    }
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() >= 4 && draw.chance(3) {
        let place = 1 + draw.below(letters.len() - 2);
        match draw.below(3) {
            0 => letters.swap(place, place + 1),
            1 => drop(letters.remove(place)),
            _ => letters.insert(place, letters[place]),
        }
    }
    letters.into_iter().collect()
}

fn bare(sign: char) -> char {
    let plain = crate::letter::plain(sign).filter(|plain| plain.len() == 1);
    plain.and_then(|plain| plain.chars().next()).unwrap_or(sign)
}

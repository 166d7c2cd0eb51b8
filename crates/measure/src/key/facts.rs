// SPDX-License-Identifier: Apache-2.0
//! The facts. Numbers of items, values, which are turned round, and what belongs to which scale: nothing of what the
//! items say.

use super::{How, Key, KeyScale};
use crate::score::{Better, ChangeFacts, CutOff};

const PHQ_CHOICES: &[&str] = &["LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9"];

const fn change(points: Option<f64>, confidence: Option<u8>, source: &'static str) -> ChangeFacts {
    ChangeFacts {
        points,
        confidence,
        sd: None,
        alpha: None,
        source,
        checked: false,
    }
}

const fn reliability(alpha: f64, source: &'static str) -> Option<ChangeFacts> {
    Some(ChangeFacts {
        alpha: Some(alpha),
        ..change(None, None, source)
    })
}

const fn line(at: f64, and_above: bool, source: &'static str) -> Option<CutOff> {
    Some(CutOff {
        at,
        and_above,
        source,
        checked: false,
    })
}

const NONE: Key = Key {
    id: "",
    name: "",
    urls: &[],
    panels: &[],
    item_codes: &[],
    choice_codes: &[],
    answer_only: &[],
    items: 0,
    least: 0,
    most: 0,
    reversed: &[],
    speaks: &[],
    speaks_by_words: true,
    scales: &[],
    ages: "",
    terms: "",
    source: "",
    unchecked: &[],
    validated: true,
};

const SCALE: KeyScale = KeyScale {
    id: "",
    name: "",
    items: &[],
    how: How::Sum(1.0),
    loinc: None,
    change: None,
    cut_off: None,
    better: Some(Better::Less),
};

const TEN: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const NINE: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8, 9];
const SEVEN: &[usize] = &[1, 2, 3, 4, 5, 6, 7];
const FIVE: &[usize] = &[1, 2, 3, 4, 5];
const TWELVE: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const EIGHT: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8];
const SIXTEEN: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const FROM_OTHERS: &[usize] = &[11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23];
const FOR_SELF: &[usize] = &[24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38];

const FSCRS: &str = "Gilbert et al. 2004, Br J Clin Psychol 43:31-50";
const FCS: &str = "Gilbert et al. 2011, Psychol Psychother 84:239-255";
const CORE_10: &str = "Barkham et al. 2013, Couns Psychother Res 13:3-13";

/// Everything that is known.
pub const KEYS: &[Key] = &[
    Key {
        id: "yp-core",
        name: "YP-CORE",
        items: 10,
        most: 4,
        reversed: &[3, 5, 10],
        speaks: &[4],
        scales: &[KeyScale {
            id: "yp-core",
            name: "YP-CORE",
            items: TEN,
            ..SCALE
        }],
        ages: "11-16",
        terms: "CC BY-NC-ND; use in software is allowed; its © line has to show",
        source: "Twigg et al. 2009, Couns Psychother Res 9:160-168",
        unchecked: &["Which items are turned round"],
        ..NONE
    },
    Key {
        id: "core-10",
        name: "CORE-10",
        items: 10,
        most: 4,
        reversed: &[2, 3],
        speaks: &[6],
        scales: &[KeyScale {
            id: "core-10",
            name: "CORE-10",
            items: TEN,
            change: Some(ChangeFacts {
                sd: Some(7.7),
                alpha: Some(0.90),
                ..change(Some(6.0), Some(90), CORE_10)
            }),
            cut_off: line(11.0, true, CORE_10),
            ..SCALE
        }],
        ages: "17 and over",
        terms: "CC BY-NC-ND; use in software is allowed; its © line has to show",
        source: CORE_10,
        unchecked: &["Which items are turned round", "The change that counts"],
        ..NONE
    },
    Key {
        id: "phq-9",
        name: "PHQ-9",
        panels: &["44249-1", "44261-6"],
        item_codes: &[
            "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
            "44260-8",
        ],
        choice_codes: PHQ_CHOICES,
        answer_only: &["69722-7", "44256-6"],
        items: 9,
        most: 3,
        speaks: &[9],
        scales: &[KeyScale {
            id: "phq-9",
            name: "PHQ-9",
            items: NINE,
            loinc: Some("44261-6"),
            change: Some(change(Some(6.0), None, "NHS Talking Therapies manual")),
            cut_off: line(
                10.0,
                true,
                "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613",
            ),
            ..SCALE
        }],
        ages: "12 and over",
        terms: "free to use; no permission is needed",
        source: "Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606-613",
        unchecked: &["The change that counts"],
        ..NONE
    },
    Key {
        id: "gad-7",
        name: "GAD-7",
        panels: &["69737-5", "70274-6"],
        item_codes: &[
            "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7",
        ],
        choice_codes: PHQ_CHOICES,
        answer_only: &["69722-7", "44256-6"],
        items: 7,
        most: 3,
        scales: &[KeyScale {
            id: "gad-7",
            name: "GAD-7",
            items: SEVEN,
            loinc: Some("70274-6"),
            change: Some(change(Some(4.0), None, "NHS Talking Therapies manual")),
            cut_off: line(
                8.0,
                true,
                "Plummer et al. 2016, Gen Hosp Psychiatry 39:24-31",
            ),
            ..SCALE
        }],
        ages: "12 and over",
        terms: "free to use; no permission is needed",
        source: "Spitzer et al. 2006, Arch Intern Med 166:1092-1097",
        unchecked: &["LOINC’s codes", "The change that counts"],
        ..NONE
    },
    Key {
        id: "who-5",
        name: "WHO-5",
        items: 5,
        most: 5,
        scales: &[KeyScale {
            id: "who-5",
            name: "WHO-5",
            items: FIVE,
            how: How::Sum(4.0),
            change: Some(change(
                Some(10.0),
                None,
                "Topp et al. 2015, Psychother Psychosom 84:167-176",
            )),
            cut_off: line(
                50.0,
                false,
                "Topp et al. 2015, Psychother Psychosom 84:167-176",
            ),
            better: Some(Better::More),
            ..SCALE
        }],
        ages: "9 and over",
        terms: "CC BY-NC-SA",
        source: "Topp et al. 2015, Psychother Psychosom 84:167-176",
        ..NONE
    },
    Key {
        id: "scs-sf",
        name: "SCS-SF",
        items: 12,
        least: 1,
        most: 5,
        reversed: &[1, 4, 8, 9, 11, 12],
        scales: &[KeyScale {
            id: "scs-sf",
            name: "SCS-SF",
            items: TWELVE,
            how: How::Mean,
            better: Some(Better::More),
            ..SCALE
        }],
        ages: "14 and over",
        terms: "free to use; cite Raes et al. 2011",
        source: "Raes et al. 2011, Clin Psychol Psychother 18:250-255",
        ..NONE
    },
    Key {
        id: "fscrs",
        name: "FSCRS",
        items: 22,
        most: 4,
        scales: &[
            KeyScale {
                id: "fscrs.inadequate-self",
                name: "inadequate self",
                items: &[1, 2, 4, 6, 7, 14, 17, 18, 20],
                change: reliability(0.90, FSCRS),
                ..SCALE
            },
            KeyScale {
                id: "fscrs.reassured-self",
                name: "reassured self",
                items: &[3, 5, 8, 11, 13, 16, 19, 21],
                change: reliability(0.86, FSCRS),
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "fscrs.hated-self",
                name: "hated self",
                items: &[9, 10, 12, 15, 22],
                change: reliability(0.86, FSCRS),
                ..SCALE
            },
        ],
        ages: "14 and over",
        terms: "ask the authors",
        source: FSCRS,
        unchecked: &["Which items belong to which scale"],
        ..NONE
    },
    Key {
        id: "ceas",
        name: "CEAS",
        items: 39,
        least: 1,
        most: 10,
        scales: &[
            KeyScale {
                id: "ceas.self-engagement",
                name: "compassion for self: engagement",
                items: &[1, 2, 4, 5, 6, 8],
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "ceas.self-action",
                name: "compassion for self: action",
                items: &[9, 10, 12, 13],
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "ceas.to-others-engagement",
                name: "compassion to others: engagement",
                items: &[14, 15, 17, 18, 19, 21],
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "ceas.to-others-action",
                name: "compassion to others: action",
                items: &[22, 23, 25, 26],
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "ceas.from-others-engagement",
                name: "compassion from others: engagement",
                items: &[27, 28, 30, 31, 32, 34],
                better: Some(Better::More),
                ..SCALE
            },
            KeyScale {
                id: "ceas.from-others-action",
                name: "compassion from others: action",
                items: &[35, 36, 38, 39],
                better: Some(Better::More),
                ..SCALE
            },
        ],
        ages: "13 and over",
        terms: "ask the authors",
        source: "Gilbert et al. 2017, J Compassionate Health Care 4:4",
        unchecked: &["The order of its three parts (self, to others, from others)"],
        ..NONE
    },
    Key {
        id: "fcs",
        name: "FCS",
        items: 38,
        most: 4,
        scales: &[
            KeyScale {
                id: "fcs.for-others",
                name: "fear of compassion for others",
                items: TEN,
                ..SCALE
            },
            KeyScale {
                id: "fcs.from-others",
                name: "fear of compassion from others",
                items: FROM_OTHERS,
                ..SCALE
            },
            KeyScale {
                id: "fcs.for-self",
                name: "fear of compassion for self",
                items: FOR_SELF,
                ..SCALE
            },
        ],
        ages: "14 and over",
        terms: "ask the authors",
        source: FCS,
        unchecked: &["The order of its three parts (for others, from others, for self)"],
        ..NONE
    },
    Key {
        id: "oas-2",
        name: "OAS-2",
        items: 8,
        most: 4,
        scales: &[KeyScale {
            id: "oas-2",
            name: "OAS-2",
            items: EIGHT,
            change: reliability(0.82, "paper not read here"),
            ..SCALE
        }],
        ages: "14 and over",
        terms: "ask the authors",
        source: "paper not read here",
        unchecked: &["Its source and its alpha"],
        ..NONE
    },
    Key {
        id: "ders-16",
        name: "DERS-16",
        items: 16,
        least: 1,
        most: 5,
        scales: &[KeyScale {
            id: "ders-16",
            name: "DERS-16",
            items: SIXTEEN,
            change: reliability(
                0.92,
                "Bjureberg et al. 2016, J Psychopathol Behav Assess 38:284-296",
            ),
            ..SCALE
        }],
        ages: "13 and over",
        terms: "ask the authors",
        source: "Bjureberg et al. 2016, J Psychopathol Behav Assess 38:284-296",
        unchecked: &["Its alpha"],
        ..NONE
    },
    Key {
        id: "isas-2",
        name: "ISAS, part II",
        items: 39,
        most: 2,
        speaks: &[6, 19, 32],
        speaks_by_words: false,
        scales: &[
            isas(
                "isas-2.affect-regulation",
                "affect regulation",
                &[1, 14, 27],
            ),
            isas(
                "isas-2.interpersonal-boundaries",
                "interpersonal boundaries",
                &[2, 15, 28],
            ),
            isas("isas-2.self-punishment", "self-punishment", &[3, 16, 29]),
            isas("isas-2.self-care", "self-care", &[4, 17, 30]),
            isas(
                "isas-2.anti-dissociation",
                "anti-dissociation",
                &[5, 18, 31],
            ),
            isas("isas-2.anti-suicide", "anti-suicide", &[6, 19, 32]),
            isas(
                "isas-2.sensation-seeking",
                "sensation seeking",
                &[7, 20, 33],
            ),
            isas("isas-2.peer-bonding", "peer bonding", &[8, 21, 34]),
            isas(
                "isas-2.interpersonal-influence",
                "interpersonal influence",
                &[9, 22, 35],
            ),
            isas("isas-2.toughness", "toughness", &[10, 23, 36]),
            isas("isas-2.marking-distress", "marking distress", &[11, 24, 37]),
            isas("isas-2.revenge", "revenge", &[12, 25, 38]),
            isas("isas-2.autonomy", "autonomy", &[13, 26, 39]),
        ],
        ages: "12 and over",
        terms: "ask the authors; part I lists methods and is never shown here",
        source: "Klonsky & Glenn 2009, J Psychopathol Behav Assess 31:215-219",
        unchecked: &["Which items belong to which function"],
        ..NONE
    },
    Key {
        id: "weekly-check",
        name: "weekly check",
        urls: &[crate::weekly::URL],
        items: 8,
        most: 4,
        scales: &[
            KeyScale {
                id: "weekly-check.hard",
                name: "hard",
                items: &[1, 3, 5, 6],
                ..SCALE
            },
            KeyScale {
                id: "weekly-check.carried",
                name: "carried",
                items: &[2, 4, 7, 8],
                better: Some(Better::More),
                ..SCALE
            },
        ],
        ages: "everybody",
        terms: "CC BY 4.0, of this project",
        source: "this project; never tried on people as a measure",
        validated: false,
        ..NONE
    },
];

const fn isas(id: &'static str, name: &'static str, items: &'static [usize]) -> KeyScale {
    KeyScale {
        id,
        name,
        items,
        better: None,
        ..SCALE
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Tables, read back by another reader than the one that wrote them.

use kindhold_care::{
    Answer, AnswerKind, Attempt, Cadence, Chance, DiaryEntry, Draw, Ending, Episode, Function,
    Helped, Keepsake, Moment, MomentKind, Offer, Phase, PracticeId, Reason, Response, Strength,
    Weighed, When,
};
use kindhold_measure::dossier::{Answered, Dossier, Kept, ScoreRow};
use kindhold_measure::table::{files, iso};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Rows = Vec<Vec<String>>;

/// A reader of RFC 4180 that knows nothing of the writer.
fn read(csv: &str) -> Rows {
    let (mut rows, mut row, mut field) = (vec![], vec![], String::new());
    let (mut quoted, mut signs) = (false, csv.chars().peekable());
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => {
                signs.next();
                field.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut field)),
            ('\r', false) => {
                assert_eq!(signs.next(), Some('\n'), "lines end with CR LF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            (other, _) => field.push(other),
        }
    }
    assert!(
        !quoted && row.is_empty() && field.is_empty(),
        "whole to its end"
    );
    rows
}

fn tables(dossier: &Dossier<'_>, with_words: bool) -> BTreeMap<String, Rows> {
    files(dossier, with_words)
        .into_iter()
        .map(|(name, csv)| (name, read(&csv)))
        .collect()
}

/// One of everything, with `words` wherever somebody can write.
struct Life {
    episode: Episode,
    diary: DiaryEntry,
    keepsake: Keepsake,
    response: Response,
    phase: Phase,
    cadence: Cadence,
}

fn practice(name: &str) -> PracticeId {
    PracticeId::new(name).expect("a name")
}

fn life(words: &str) -> Life {
    let at = When {
        unix_ms: 1_795_644_309_000,
        offset_min: 60,
    };
    let answer = |kind, value: &str| Answer {
        kind,
        value: value.to_owned(),
        display: words.to_owned(),
        ..Answer::default()
    };
    Life {
        episode: Episode {
            moment: Moment {
                at,
                kind: MomentKind::Urge,
                strength: Strength::new(8).ok(),
                functions: vec![Function::PunishSelf, Function::Belong],
                not_sure: false,
                feelings: vec![],
            },
            offered: vec![Offer {
                practice: practice("look"),
                reason: Reason::Fits(Function::Belong),
            }],
            draws: vec![Draw {
                rule: "even-1".into(),
                seed: 7,
                among: vec![Weighed {
                    practice: practice("look"),
                    chance: Chance::near(0.25),
                }],
                slate: vec![practice("look")],
                study: String::new(),
            }],
            attempts: vec![Attempt {
                practice: practice("look"),
                at,
                ending: Some(Ending::Whole),
                helped: Some(Helped::Bit),
            }],
            with_someone: false,
            after: None,
        },
        diary: DiaryEntry {
            at,
            text: words.to_owned(),
            urge: Strength::new(0).ok(),
            ..DiaryEntry::default()
        },
        keepsake: Keepsake {
            at,
            step: "critic".into(),
            part: "log".into(),
            answers: [("line".to_owned(), vec![words.to_owned()])].into(),
        },
        response: Response {
            at,
            url: "urn:made-up".into(),
            checksum: "ab".into(),
            answers: [
                ("1".to_owned(), vec![answer(AnswerKind::Coding, "LA-2")]),
                ("2".to_owned(), vec![answer(AnswerKind::Text, words)]),
                ("3".to_owned(), vec![answer(AnswerKind::Integer, "-3")]),
                (
                    "4".to_owned(),
                    vec![answer(AnswerKind::Coding, &format!("{words} own"))],
                ),
            ]
            .into(),
            ended: true,
        },
        phase: Phase {
            at,
            text: words.to_owned(),
            about: words.to_owned(),
        },
        cadence: Cadence {
            at,
            url: "urn:made-up".into(),
            every_days: 7,
        },
    }
}

fn dossier(life: &Life) -> Dossier<'_> {
    Dossier {
        episodes: vec![Kept::new("e1", &life.episode)],
        diary: vec![Kept::new("d1", &life.diary)],
        keepsakes: vec![Kept::new("k1", &life.keepsake)],
        responses: vec![Answered {
            id: "r1".into(),
            response: &life.response,
            instrument: None,
            scores: vec![ScoreRow {
                scale_id: "total".into(),
                name: "Made up".into(),
                value: Some(3.5),
                missing: 1,
                of: 10,
                prorated: true,
                least: 0.0,
                most: 40.0,
                loinc: None,
            }],
        }],
        phases: vec![Kept::new("p1", &life.phase)],
        cadences: vec![Kept::new("c1", &life.cadence)],
        ..Dossier::new("someone", When::default())
    }
}

fn cell<'a>(tables: &'a BTreeMap<String, Rows>, file: &str, row: usize, column: &str) -> &'a str {
    let rows = &tables[file];
    let place = rows[0]
        .iter()
        .position(|head| head == column)
        .expect(column);
    &rows[row][place]
}

#[test]
fn what_was_kept_stands_in_its_table() {
    let life = life("dear diary");
    let all = tables(&dossier(&life), true);
    assert_eq!(
        cell(&all, "episodes.csv", 1, "at"),
        "2026-11-25T23:05:09+01:00"
    );
    assert_eq!(
        cell(&all, "episodes.csv", 1, "functions"),
        "punish-self belong"
    );
    assert_eq!(cell(&all, "episodes.csv", 1, "strength"), "8");
    assert_eq!(cell(&all, "episodes.csv", 1, "after"), "");
    assert_eq!(cell(&all, "offers.csv", 1, "because"), "fits");
    assert_eq!(cell(&all, "offers.csv", 1, "function"), "belong");
    assert_eq!(cell(&all, "offers.csv", 1, "chance"), "0.25");
    assert_eq!(cell(&all, "attempts.csv", 1, "helped"), "bit");
    assert_eq!(cell(&all, "answers.csv", 1, "value"), "LA-2");
    assert_eq!(cell(&all, "answers.csv", 2, "words"), "dear diary");
    assert_eq!(cell(&all, "answers.csv", 3, "value"), "-3");
    assert_eq!(cell(&all, "scores.csv", 1, "value"), "3.5");
    assert_eq!(cell(&all, "scores.csv", 1, "prorated"), "true");
    assert_eq!(cell(&all, "diary.csv", 1, "urge"), "0");
    assert_eq!(cell(&all, "programme.csv", 1, "text"), "dear diary");
    assert_eq!(cell(&all, "phases.csv", 1, "text"), "dear diary");
    assert_eq!(cell(&all, "cadences.csv", 1, "every_days"), "7");
}

#[test]
fn the_codebook_names_every_column_and_no_other() {
    let life = life("x");
    for with_words in [false, true] {
        let all = tables(&dossier(&life), with_words);
        let told: Vec<(&str, &str)> = all["codebook.csv"][1..]
            .iter()
            .map(|row| (row[0].as_str(), row[1].as_str()))
            .collect();
        let mut there = vec![];
        for (file, rows) in all.iter().filter(|(file, _)| *file != "codebook.csv") {
            there.extend(
                rows[0]
                    .iter()
                    .map(|column| (file.as_str(), column.as_str())),
            );
        }
        let sorted = |mut all: Vec<(&str, &str)>| {
            all.sort_unstable();
            all.into_iter()
                .map(|(a, b)| format!("{a} {b}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(sorted(told), sorted(there));
    }
}

#[test]
fn an_empty_dossier_makes_the_same_files_with_heads_alone() {
    let life = life("x");
    let (none, some) = (
        tables(&Dossier::default(), false),
        tables(&dossier(&life), false),
    );
    assert!(none.keys().eq(some.keys()));
    for (file, rows) in none.iter().filter(|(file, _)| *file != "codebook.csv") {
        assert_eq!((rows.len(), &rows[0]), (1, &some[file][0]), "{file}");
    }
}

#[test]
fn times_are_those_of_the_wall_and_no_time_makes_it_fail() {
    let at = |unix_ms, offset_min| {
        iso(When {
            unix_ms,
            offset_min,
        })
    };
    assert_eq!(at(0, 0), "1970-01-01T00:00:00+00:00");
    assert_eq!(at(951_782_400_000, -300), "2000-02-28T19:00:00-05:00");
    assert_eq!(at(951_868_799_999, 0), "2000-02-29T23:59:59+00:00");
    assert_eq!(at(-1, 330), "1970-01-01T05:29:59+05:30");
    assert_eq!(at(-62_167_219_200_000, 0), "0000-01-01T00:00:00+00:00");
    assert_eq!(at(-62_167_219_200_001, 0), "-000001-12-31T23:59:59+00:00");
    assert_eq!(at(i64::MAX, 0), "+275760-09-13T00:00:00+00:00");
    for unix_ms in [i64::MIN, i64::MAX] {
        assert!(!at(unix_ms, i16::MIN).is_empty() && !at(unix_ms, i16::MAX).is_empty());
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back_and_is_never_a_formula(words in any::<String>()) {
        let life = life(&words);
        let all = tables(&dossier(&life), true);
        let kept = words.replace('\0', "\u{FFFD}");
        let found = cell(&all, "diary.csv", 1, "text");
        prop_assert!(!found.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
        prop_assert_eq!(found.strip_prefix('\'').filter(|_| !words.starts_with('\'')).unwrap_or(found), kept);
        for rows in all.values() {
            prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        }
    }

    #[test]
    fn words_stay_here_unless_they_are_asked_for(mark in "[a-z]{12,40} [a-z]{3}") {
        let life = life(&mark);
        for (name, csv) in files(&dossier(&life), false) {
            prop_assert!(!csv.contains(&mark), "{name}");
        }
        let with: String = files(&dossier(&life), true).into_iter().map(|f| f.1).collect();
        prop_assert_eq!(with.matches(&mark).count(), 7);
    }
}

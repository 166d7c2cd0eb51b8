// SPDX-License-Identifier: Apache-2.0
//! Files for research: nothing that somebody wrote, true distances, and groups in which nobody stands alone.

use kindhold_care::{
    Answer, AnswerKind, Attempt, Cadence, Chance, Consent, Contact, DiaryEntry, Draw, Episode,
    Function, Keepsake, Moment, MomentKind, Offer, Pack, Phase, Plan, PracticeId, Reason, Response,
    Strength, Weighed, When,
};
use kindhold_measure::dossier::{Answered, Dossier, Kept, ScoreRow};
use kindhold_measure::research::{
    AgeBand, File, GatherError, Group, LEAST_IN_A_CELL, LEAST_PEOPLE, ReadError, Refused, codebook,
    gather, make,
};
use kindhold_measure::{Choice, Coding, Instrument, Item, ItemKind};
use proptest::prelude::*;
use std::cell::Cell;

const STUDY: &str = "made-up study";
const WEEK_MS: i64 = 7 * When::DAY_MS;

fn practice(name: &str) -> PracticeId {
    PracticeId::new(name).expect("a name")
}

fn consent(person: u32) -> Consent {
    Consent {
        study: STUDY.into(),
        given: true,
        pseudonym: format!("{person:032x}"),
        shift_weeks: 321,
        ..Consent::default()
    }
}

fn episode(at: When, functions: &[Function]) -> Episode {
    Episode {
        moment: Moment {
            at,
            kind: MomentKind::Urge,
            strength: Strength::new(7).ok(),
            functions: functions.to_vec(),
            not_sure: false,
            feelings: vec![],
        },
        offered: vec![Offer {
            practice: practice("look"),
            reason: Reason::Gentle,
        }],
        draws: Vec::new(),
        attempts: vec![],
        with_someone: false,
        after: None,
    }
}

/// Made-up items: one of choices, one of words, one of a number, one of yes and no.
fn instrument(say: &dyn Fn() -> String) -> Instrument {
    let coding = |code: &str| Coding {
        system: String::new(),
        code: code.into(),
        display: say(),
    };
    let item = |link_id: &str, kind| Item {
        link_id: link_id.into(),
        prefix: say(),
        text: say(),
        above: vec![say()],
        help: say(),
        kind,
        required: false,
        speaks_of_death: false,
    };
    let choices = vec![
        Choice {
            coding: coding("never"),
            value: Some(0.0),
        },
        Choice {
            coding: coding("often"),
            value: Some(3.0),
        },
    ];
    Instrument {
        url: say(),
        title: say(),
        copyright: say(),
        key: Some("phq-9"),
        items: vec![
            item("note", ItemKind::Display),
            item(
                "one",
                ItemKind::Choice {
                    choices,
                    many: false,
                    open: true,
                },
            ),
            item("two", ItemKind::Text { long: true }),
            item(
                "three",
                ItemKind::Integer {
                    least: None,
                    most: None,
                },
            ),
            item("four", ItemKind::Boolean),
        ],
        ..Instrument::default()
    }
}

fn answer(kind: AnswerKind, value: &str, say: &dyn Fn() -> String) -> Vec<Answer> {
    vec![Answer {
        kind,
        value: value.into(),
        system: String::new(),
        display: say(),
    }]
}

#[test]
fn nothing_that_can_be_written_anywhere_is_in_the_file() {
    let count = Cell::new(0_u32);
    let say = || {
        count.set(count.get() + 1);
        format!("Canary{}x", count.get())
    };
    let at = When {
        unix_ms: 1_795_644_309_000,
        offset_min: 60,
    };
    let asked = instrument(&say);
    let answers = [
        ("one", answer(AnswerKind::Coding, "often", &say)),
        ("two", answer(AnswerKind::Text, &say(), &say)),
        ("three", answer(AnswerKind::Integer, "31415926", &say)),
        ("four", answer(AnswerKind::Boolean, "true", &say)),
    ];
    let mut response = Response {
        at,
        url: say(),
        checksum: say(),
        answers: answers.map(|(item, all)| (item.to_owned(), all)).into(),
        ended: true,
    };
    response
        .answers
        .insert(say(), answer(AnswerKind::Text, &say(), &say));
    let mut own = response.clone();
    own.answers
        .insert("one".into(), answer(AnswerKind::Coding, &say(), &say));
    own.answers
        .insert("two".into(), answer(AnswerKind::Date, "1971-03-05", &say));
    own.answers.insert(
        "three".into(),
        answer(AnswerKind::Decimal, "27182818.5", &say),
    );
    own.answers
        .insert("four".into(), answer(AnswerKind::Boolean, &say(), &say));
    let contact = Contact {
        name: say(),
        phone: say(),
        note: say(),
    };
    let plan = Plan {
        signs: vec![say()],
        alone: vec![say()],
        places: vec![say()],
        people: vec![contact.clone()],
        professionals: vec![contact],
        surroundings: vec![say()],
    };
    let diary = DiaryEntry {
        at,
        text: say(),
        ..DiaryEntry::default()
    };
    let keepsake = Keepsake {
        at,
        step: "critic".into(),
        part: "log".into(),
        answers: [(say(), vec![say()])].into(),
    };
    let odd = Keepsake {
        step: say(),
        part: say(),
        ..keepsake.clone()
    };
    let pack = Pack {
        at,
        url: say(),
        checksum: say(),
        pack: say(),
    };
    let phase = Phase {
        at,
        text: say(),
        about: String::new(),
    };
    let about = Phase {
        about: say(),
        ..phase.clone()
    };
    let cadence = Cadence {
        at,
        url: say(),
        every_days: 7,
    };
    let yes = Consent {
        words: say(),
        ..consent(1)
    };
    let other = Consent {
        study: say(),
        pseudonym: say(),
        ..consent(2)
    };
    let urge = episode(at, &[Function::Belong]);
    let score = |scale: String| ScoreRow {
        scale_id: scale,
        name: say(),
        value: Some(3.0),
        loinc: Some(say()),
        ..ScoreRow::default()
    };
    let answered = |response, instrument| Answered {
        id: say(),
        response,
        instrument,
        scores: vec![
            score("phq-9".into()),
            score("phq-9.part".into()),
            score("phq-99".into()),
            score(say()),
        ],
    };
    let dossier = Dossier {
        episodes: vec![Kept::new(say(), &urge)],
        plan: Some(Kept::new(say(), &plan)),
        diary: vec![Kept::new(say(), &diary)],
        keepsakes: vec![Kept::new(say(), &keepsake), Kept::new(say(), &odd)],
        packs: vec![Kept::new(say(), &pack)],
        responses: vec![
            answered(&response, Some(&asked)),
            answered(&own, Some(&asked)),
            answered(&response, None),
        ],
        cadences: vec![Kept::new(say(), &cadence)],
        phases: vec![Kept::new(say(), &phase), Kept::new(say(), &about)],
        consents: vec![Kept::new(say(), &yes), Kept::new(say(), &other)],
        ..Dossier::new(say(), at)
    };
    let made = make(&dossier, STUDY, Some(AgeBand::From16To17)).expect("a yes");
    let json = made.file.to_json();
    assert!(count.get() > 80, "{}", count.get());
    for n in 1..=count.get() {
        assert!(!json.contains(&format!("Canary{n}x")), "{n}");
    }
    for typed in ["31415926", "27182818", "1971", "2026", "+01:00"] {
        assert!(!json.contains(typed), "{typed}");
    }
    assert_eq!(
        (made.left_out, made.file.forms.len(), made.file.parts.len()),
        (1, 2, 1)
    );
    assert_eq!(made.file.phases.len(), 1);
    let form = &made.file.forms[0];
    let told: Vec<(u16, f64)> = form.answers.iter().map(|a| (a.item, a.value)).collect();
    assert_eq!(told, [(1, 3.0), (4, 1.0)]);
    assert_eq!((form.form.as_str(), form.scores.len()), ("phq-9", 2));
    assert!(made.file.forms[1].answers.is_empty());
    assert_eq!(File::read(&json), Ok(made.file));
}

#[test]
fn the_newest_word_on_taking_part_holds() {
    let (yes, mut no) = (consent(1), consent(1));
    no.given = false;
    no.at.unix_ms = 1;
    let with = |all: &[&Consent]| {
        let dossier = Dossier {
            consents: all.iter().map(|c| Kept::new("c", *c)).collect(),
            ..Dossier::default()
        };
        make(&dossier, STUDY, None).map(|made| made.left_out)
    };
    assert_eq!(with(&[]), Err(Refused::NoConsent));
    assert_eq!(with(&[&yes]), Ok(0));
    assert_eq!(with(&[&no, &yes]), Err(Refused::TakenBack));
    let again = Consent {
        at: When {
            unix_ms: 2,
            offset_min: 0,
        },
        ..yes.clone()
    };
    assert_eq!(with(&[&again, &no, &yes]), Ok(0));
    let far = Consent {
        shift_weeks: 1_001,
        ..yes.clone()
    };
    assert_eq!(with(&[&far]), Err(Refused::Shift));
    let named = Consent {
        pseudonym: "Somebody".into(),
        ..yes
    };
    assert_eq!(with(&[&named]), Err(Refused::Pseudonym));
}

#[test]
fn a_chance_is_told_where_there_was_one_and_minutes_count_from_the_moment() {
    let mut urge = episode(When::default(), &[]);
    urge.attempts.push(Attempt {
        practice: practice("look"),
        at: When {
            unix_ms: 179_999,
            offset_min: 0,
        },
        ending: None,
        helped: None,
    });
    let yes = consent(1);
    let file = |urge: &Episode| {
        let dossier = Dossier {
            episodes: vec![Kept::new("e", urge)],
            consents: vec![Kept::new("c", &yes)],
            ..Dossier::default()
        };
        make(&dossier, STUDY, None).expect("a yes").file
    };
    assert_eq!(file(&urge).urges[0].offered[0].chance, None);
    urge.draws = vec![
        draw("thompson-1", "", &[("look", 0.2), ("walk", 0.9)], &["look"]),
        draw(
            "even-1",
            STUDY,
            &[("look", 0.375), ("walk", 0.5)],
            &["walk", "look"],
        ),
        draw("even-1", "another study", &[("walk", 1.0)], &["walk"]),
    ];
    let told = &file(&urge).urges[0];
    assert_eq!(told.offered[0].chance, Some(0.375), "the last that had it");
    assert_eq!(told.tries[0].minutes, 2);
    let even: Vec<bool> = told.draws.iter().map(|d| d.for_study).collect();
    assert_eq!(even, [false, true, false]);
    let places: Vec<_> = told.draws[1].among.iter().map(|a| a.place).collect();
    assert_eq!(places, [Some(2), Some(1)]);
    let json = file(&urge).to_json();
    for hidden in ["another", "seed", "987654"] {
        assert!(!json.contains(hidden), "{hidden}");
    }
    assert_eq!(File::read(&json), Ok(file(&urge)));
    let bad = |from: &str, to: &str| File::read(&json.replacen(from, to, 1)).map(|_| ());
    assert_eq!(
        bad("\"chance\": 0.9", "\"chance\": 1.5"),
        Err(ReadError::Number)
    );
    assert_eq!(bad("\"place\": 1", "\"place\": 0"), Err(ReadError::Number));
    assert_eq!(
        bad("\"place\": 1", "\"place\": 1, \"note\": \"x\""),
        Err(ReadError::Form)
    );
    assert_eq!(bad("thompson-1", "I felt Sad"), Err(ReadError::Form));
}

fn draw(rule: &str, study: &str, among: &[(&str, f64)], slate: &[&str]) -> Draw {
    let weighed = |(name, chance): &(&str, f64)| Weighed {
        practice: practice(name),
        chance: Chance::near(*chance),
    };
    Draw {
        rule: rule.into(),
        seed: 987_654,
        among: among.iter().map(weighed).collect(),
        slate: slate.iter().map(|name| practice(name)).collect(),
        study: study.into(),
    }
}

#[test]
fn a_file_to_which_something_was_added_is_not_read() {
    let yes = consent(1);
    let dossier = Dossier {
        consents: vec![Kept::new("c", &yes)],
        ..Dossier::default()
    };
    let json = make(&dossier, STUDY, None).expect("a yes").file.to_json();
    assert!(File::read(&json).is_ok());
    let with = |from: &str, to: &str| {
        let changed = json.replace(from, to);
        assert_ne!(changed, json, "{from}");
        File::read(&changed).map(|_| ())
    };
    assert_eq!(
        with("\"version\": 1", "\"version\": 1, \"note\": \"x\""),
        Err(ReadError::Form)
    );
    assert_eq!(
        with("\"version\": 1", "\"version\": 2"),
        Err(ReadError::Version)
    );
    assert_eq!(with("kindhold-research", "kindhold"), Err(ReadError::Form));
    assert_eq!(with("00000001", "Mary0001"), Err(ReadError::Form));
    let phases = "\"phases\": []";
    let phase = |day: &str, hour: &str, hours: &str| {
        with(
            phases,
            &format!("\"phases\": [{{\"day\":{day},\"hour\":{hour},\"hours\":{hours}}}]"),
        )
    };
    assert_eq!(phase("3", "4", "4"), Ok(()));
    assert_eq!(phase("3", "5", "4"), Err(ReadError::Number));
    assert_eq!(phase("3", "24", "1"), Err(ReadError::Number));
    assert_eq!(phase("3", "null", "1"), Err(ReadError::Number));
    assert_eq!(
        phase("-9223372036854775808", "1", "1"),
        Err(ReadError::Number)
    );
    assert_eq!(File::read(&"[".repeat(100_000)), Err(ReadError::Form));
    assert_eq!(File::read(&" ".repeat(17 << 20)), Err(ReadError::TooLarge));
}

#[test]
fn the_codebook_names_every_field_that_stands_in_a_file() {
    let book = codebook();
    for line in book.lines() {
        assert_eq!(line.split('\t').count(), 4, "{line}");
    }
    let people = people(1);
    let json: serde_json::Value = serde_json::from_str(&people[0]).expect("JSON");
    let mut names = vec![];
    names_in(&json, &mut names);
    assert!(names.len() > 20);
    for name in names {
        let told = book.lines().filter_map(|line| line.split('\t').next());
        let told =
            told.flat_map(|field| field.split(|c: char| !c.is_ascii_alphanumeric() && c != '_'));
        assert!(told.into_iter().any(|part| part == name), "{name}");
    }
}

fn names_in(json: &serde_json::Value, names: &mut Vec<String>) {
    match json {
        serde_json::Value::Object(map) => {
            for (name, inner) in map {
                names.push(name.clone());
                names_in(inner, names);
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|inner| names_in(inner, names)),
        _ => {}
    }
}

/// People with the same urge at ten in the evening, one form, one part of the programme.
fn people(count: u32) -> Vec<String> {
    (0..count)
        .map(|n| person(n, 22, &[Function::Belong], "phq-9", AgeBand::From18To24))
        .collect()
}

fn person(n: u32, hour: i64, functions: &[Function], key: &'static str, age: AgeBand) -> String {
    let at = When {
        unix_ms: hour * 3_600_000,
        offset_min: 0,
    };
    let say = || "x".to_owned();
    let asked = Instrument {
        key: Some(key),
        ..instrument(&say)
    };
    let (mut urge, yes) = (episode(at, functions), consent(n));
    let own = format!("of-{}", if n < 50 { 0 } else { n });
    urge.draws = vec![draw(
        "even-1",
        STUDY,
        &[("look", 0.75), (&own, 0.25)],
        &["look"],
    )];
    let response = Response {
        at,
        answers: [("one".to_owned(), answer(AnswerKind::Coding, "often", &say))].into(),
        ..Response::default()
    };
    let keepsake = Keepsake {
        at,
        step: "critic".into(),
        part: "log".into(),
        ..Keepsake::default()
    };
    let dossier = Dossier {
        episodes: vec![Kept::new("e", &urge)],
        responses: vec![Answered {
            id: "r".into(),
            response: &response,
            instrument: Some(&asked),
            scores: vec![],
        }],
        keepsakes: vec![Kept::new("k", &keepsake)],
        consents: vec![Kept::new("c", &yes)],
        ..Dossier::default()
    };
    make(&dossier, STUDY, Some(age))
        .expect("a yes")
        .file
        .to_json()
}

fn together(files: &[String]) -> Result<Group, GatherError> {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    gather(&files, LEAST_PEOPLE, LEAST_IN_A_CELL)
}

#[test]
fn few_people_are_no_group() {
    let too_few = GatherError::TooFew {
        people: 9,
        least: 10,
    };
    assert_eq!(together(&people(9)), Err(too_few));
    let group = together(&people(10)).expect("ten");
    assert_eq!((group.people.len(), group.coarsened.blocks), (10, 0));
    assert_eq!(
        gather(&[], 0, 0),
        Err(GatherError::TooFew {
            people: 0,
            least: 1
        })
    );
}

#[test]
fn nobody_is_counted_twice_and_studies_are_not_mixed() {
    let mut twice = people(10);
    twice.push(twice[0].clone());
    assert_eq!(together(&twice), Err(GatherError::Twice { place: 11 }));
    let mut mixed = people(10);
    mixed[3] = mixed[3].replace(STUDY, "another study");
    assert_eq!(together(&mixed), Err(GatherError::OtherStudy { place: 4 }));
    let mut broken = people(10);
    broken[2] = "{}".into();
    let error = ReadError::Form;
    assert_eq!(
        together(&broken),
        Err(GatherError::File { place: 3, error })
    );
}

#[test]
fn what_one_person_alone_has_is_not_told() {
    let mut all = people(10);
    all.push(person(
        77,
        5,
        &[Function::HoldOff, Function::Belong],
        "core-10",
        AgeBand::From13To15,
    ));
    let group = together(&all).expect("eleven");
    let json = group.to_json();
    assert!(!json.contains("hold-off") && !json.contains("core-10"));
    let alone = group
        .people
        .iter()
        .find(|p| p.person.as_str().ends_with("4d"))
        .expect("77");
    let urge = &alone.urges[0];
    assert_eq!(
        (urge.functions.as_slice(), urge.withheld),
        (&[Function::Belong][..], true)
    );
    assert_eq!((urge.at.hour, urge.at.hours), (None, 24));
    assert!(alone.forms.is_empty());
    let among: Vec<Option<&str>> = urge.draws[0]
        .among
        .iter()
        .map(|a| a.practice.as_ref().map(PracticeId::as_str))
        .collect();
    assert_eq!(
        among,
        [Some("look"), None],
        "nor what could have been offered to few"
    );
    assert!(group.coarsened.ages_left_out && group.people.iter().all(|p| p.age.is_none()));
    assert_eq!((group.coarsened.functions, group.coarsened.forms), (1, 1));
}

#[test]
fn hours_are_told_in_blocks_where_a_block_has_people_enough() {
    let all: Vec<String> = (0..12)
        .map(|n| {
            person(
                n,
                20 + i64::from(n % 4),
                &[Function::Belong],
                "phq-9",
                AgeBand::From25,
            )
        })
        .collect();
    let group = together(&all).expect("twelve");
    for person in &group.people {
        assert_eq!(
            (person.urges[0].at.hour, person.urges[0].at.hours),
            (Some(20), 4)
        );
        assert_eq!(person.age, Some(AgeBand::From25));
    }
}

#[test]
fn ages_are_told_broadly_before_they_are_left_out() {
    let bands = [AgeBand::From13To15, AgeBand::From16To17, AgeBand::From25];
    let all: Vec<String> = (0..12)
        .map(|n| {
            person(
                n,
                22,
                &[],
                "phq-9",
                bands[[0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2][n as usize]],
            )
        })
        .collect();
    let group = together(&all).expect("twelve");
    assert!(group.coarsened.ages_broad && !group.coarsened.ages_left_out);
    let young = group
        .people
        .iter()
        .filter(|p| p.age == Some(AgeBand::Under18))
        .count();
    assert_eq!(young, 6);
}

proptest! {
    #[test]
    fn everything_stays_as_far_apart_as_it_was(
        times in prop::collection::vec((-40_000_000_000..40_000_000_000_i64, -720..840_i16), 1..20),
        shift_weeks in 0..=1_000_u16,
    ) {
        let all: Vec<Episode> = times.iter().map(|(seconds, offset_min)| {
            episode(When { unix_ms: seconds * 1000, offset_min: *offset_min }, &[])
        }).collect();
        let yes = Consent { shift_weeks, ..consent(1) };
        let dossier = Dossier {
            episodes: all.iter().map(|e| Kept::new("e", e)).collect(),
            consents: vec![Kept::new("c", &yes)],
            ..Dossier::default()
        };
        let file = make(&dossier, STUDY, None).expect("a yes").file;
        let mut sorted: Vec<When> = all.iter().map(|e| e.moment.at).collect();
        sorted.sort_by_key(|at| at.unix_ms);
        for (was, is) in sorted.iter().zip(&file.urges) {
            prop_assert_eq!(is.at.hour, Some(was.local_hour()));
            prop_assert_eq!((was.local_day() - is.at.day) * When::DAY_MS, i64::from(shift_weeks) * WEEK_MS);
        }
        prop_assert_eq!(File::read(&file.to_json()), Ok(file));
    }

    #[test]
    fn no_cell_of_a_group_is_held_by_few(
        lives in prop::collection::vec((0..24_i64, prop::collection::vec(0..6_usize, 0..3), 0..4_usize), 10..25)
    ) {
        let bands = [AgeBand::From13To15, AgeBand::From16To17, AgeBand::From18To24, AgeBand::From25];
        let keys = ["phq-9", "gad-7", "core-10", "who-5"];
        let all: Vec<String> = lives.iter().zip(0..).map(|((hour, functions, pick), n)| {
            let functions: Vec<Function> = functions.iter().map(|f| Function::ALL[*f]).collect();
            person(n, *hour, &functions, keys[*pick], bands[*pick])
        }).collect();
        let group = together(&all).expect("enough people");
        let holders = |has: &dyn Fn(&File) -> bool| group.people.iter().filter(|p| has(p)).count();
        for person in &group.people {
            prop_assert!(holders(&|p| p.age == person.age) >= LEAST_IN_A_CELL);
            for form in &person.forms {
                let same = |p: &File| p.forms.iter().any(|f| f.form == form.form);
                prop_assert!(holders(&same) >= LEAST_IN_A_CELL);
            }
            for function in &person.urges[0].functions {
                let same = |p: &File| p.urges[0].functions.contains(function);
                prop_assert!(holders(&same) >= LEAST_IN_A_CELL);
                let at = person.urges[0].at;
                let (Some(hour), hours) = (at.hour, at.hours) else { continue };
                let n = lives.iter().zip(0..).filter(|((h, f, _), _)| {
                    let block = if hours == 1 { *h } else { h - h % 4 };
                    block == i64::from(hour) && f.iter().any(|f| Function::ALL[*f] == *function)
                }).count();
                prop_assert!(n >= LEAST_IN_A_CELL);
            }
        }
        let mut turned = all.clone();
        turned.reverse();
        prop_assert_eq!(together(&turned), Ok(group));
    }

    #[test]
    fn whatever_is_given_is_read_or_refused(text in any::<String>()) {
        prop_assert!(File::read(&text).is_err());
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Rich dossiers from a seed, as FHIR bundles: what other programs check.
//!
//! `bundle SEED FORM` (`file`, `id`, `identifier`, `sparse`) prints `{"entries":…,"bundle":…}`; `bundle back` reads
//! a bundle from standard input and prints its entries.

use kindhold_care::*;
use kindhold_measure::dossier::{Answered, Dossier, Kept, ScoreRow};
use kindhold_measure::fhir::{Form, Keyed, Questionnaires, With, bundle, entries};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Read as _;

/// A small generator (SplitMix64), so that a seed says everything.
struct Seed(u64);

impl Seed {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize]
    }
    fn when(&mut self) -> When {
        When {
            unix_ms: 1_750_000_000_000 + self.below(40_000_000_000) as i64,
            offset_min: self.of(&[0, 60, 120, -300, 345]),
        }
    }
    fn strength(&mut self) -> Option<Strength> {
        Strength::new(self.below(14) as u8).ok()
    }
    fn practice(&mut self) -> Option<PracticeId> {
        PracticeId::new(self.of(&["slow-breath", "one-kind-answer", "cold-water"])).ok()
    }
    /// Words of a person, some of which FHIR does not take as they are.
    fn words(&mut self) -> String {
        self.of(&[
            "a made-up line",
            "deux\nlignes",
            "",
            " ",
            "a\u{1}b",
            " spaces ",
            "“quotes” \"'",
        ])
        .to_owned()
    }
    fn hex(&mut self) -> String {
        format!("{:016x}{:016x}", self.below(u64::MAX), self.below(u64::MAX))
    }
}

/// Made up: nobody's questionnaire.
fn questionnaire() -> String {
    let choices = json!([
        {"valueCoding": {"system": "urn:made-up", "code": "0", "display": "Blue"}},
        {"valueCoding": {"system": "urn:made-up", "code": "1", "display": "Green"}},
    ]);
    json!({
        "resourceType": "Questionnaire", "id": "made-up", "status": "active", "version": "2.1",
        "url": "https://example.org/Questionnaire/made-up", "title": "Made up",
        "item": [
            {"linkId": "g", "type": "group", "text": "Colours", "item": [
                {"linkId": "g.1", "type": "choice", "text": "Sky?", "answerOption": choices},
                {"linkId": "g.2", "type": "integer", "text": "How many?", "item": [
                    {"linkId": "g.2.a", "type": "string", "text": "Which?"},
                ]},
            ]},
            {"linkId": "d", "type": "date", "text": "When?"},
            {"linkId": "b", "type": "boolean", "text": "Well?"},
            {"linkId": "f", "type": "decimal", "text": "How far?"},
        ],
    })
    .to_string()
}

fn answers(seed: &mut Seed) -> Answers {
    let answer = |kind, value: String| Answer {
        kind,
        value,
        ..Answer::default()
    };
    let coding = Answer {
        system: "urn:made-up".into(),
        display: "Blue".into(),
        ..answer(AnswerKind::Coding, "0".into())
    };
    let all = [
        ("g.1", coding),
        (
            "g.2",
            answer(AnswerKind::Integer, seed.below(9).to_string()),
        ),
        ("g.2.a", answer(AnswerKind::Text, seed.words())),
        ("d", answer(AnswerKind::Date, "2026-11-25".into())),
        ("b", answer(AnswerKind::Boolean, "true".into())),
        (
            "f",
            answer(AnswerKind::Decimal, seed.of(&["0.5", "0.50", "3"]).into()),
        ),
    ];
    let all = all.into_iter().map(|(id, a)| (id.to_owned(), vec![a]));
    all.filter(|_| seed.below(4) > 0).collect()
}

fn episode(seed: &mut Seed) -> Episode {
    let kinds = [
        MomentKind::Urge,
        MomentKind::Decided,
        MomentKind::Happened,
        MomentKind::CheckIn,
    ];
    let moment = Moment {
        at: seed.when(),
        kind: seed.of(&kinds),
        strength: seed.strength(),
        functions: (0..seed.below(3))
            .map(|_| seed.of(&Function::ALL))
            .collect(),
        not_sure: seed.below(3) == 0,
        feelings: (0..seed.below(4)).map(|_| seed.of(&Feeling::ALL)).collect(),
    };
    let reasons = [
        Reason::Fits(Function::PunishSelf),
        Reason::HelpedBefore,
        Reason::Gentle,
    ];
    let offer = |seed: &mut Seed| {
        Some(Offer {
            practice: seed.practice()?,
            reason: seed.of(&reasons),
        })
    };
    let attempt = |seed: &mut Seed| {
        Some(Attempt {
            practice: seed.practice()?,
            at: seed.when(),
            ending: seed.of(&[
                None,
                Some(Ending::Whole),
                Some(Ending::Left),
                Some(Ending::Worse),
            ]),
            helped: seed.of(&[None, Some(Helped::Lot), Some(Helped::No)]),
        })
    };
    Episode {
        moment,
        offered: (0..seed.below(4)).filter_map(|_| offer(seed)).collect(),
        draws: Vec::new(),
        attempts: (0..seed.below(3)).filter_map(|_| attempt(seed)).collect(),
        with_someone: seed.below(2) == 0,
        after: seed.strength(),
    }
}

fn contact(seed: &mut Seed) -> Contact {
    Contact {
        name: seed.words(),
        phone: seed.of(&["+44 1632 960000", ""]).into(),
        note: seed.words(),
    }
}

fn kept(seed: &mut Seed) -> Vec<Entry> {
    let url = "https://example.org/Questionnaire/made-up".to_owned();
    let pack = kindhold_measure::pack::kept(&questionnaire(), seed.when());
    let pack = pack.expect("the made-up questionnaire is one");
    let checksum = pack.checksum.clone();
    let mut all = vec![Entry::Pack(pack)];
    for _ in 0..3 {
        all.push(Entry::Episode(episode(seed)));
        all.push(Entry::Diary(DiaryEntry {
            at: seed.when(),
            feelings: vec![seed.of(&Feeling::ALL)],
            text: seed.words(),
            urge: seed.strength(),
        }));
        all.push(Entry::Response(Response {
            at: seed.when(),
            url: url.clone(),
            checksum: checksum.clone(),
            answers: answers(seed),
            ended: seed.below(2) == 0,
        }));
        all.push(Entry::Keepsake(Keepsake {
            at: seed.when(),
            step: "three-systems".into(),
            part: "draw".into(),
            answers: BTreeMap::from([
                ("size".into(), vec![seed.below(11).to_string()]),
                ("lines".into(), vec![seed.words(), seed.words()]),
                ("none".into(), Vec::new()),
            ]),
        }));
        all.push(Entry::Cadence(Cadence {
            at: seed.when(),
            url: url.clone(),
            every_days: seed.of(&[0, 7, 14]),
        }));
        all.push(Entry::Phase(Phase {
            at: seed.when(),
            text: seed.words(),
            about: String::new(),
        }));
        all.push(Entry::Consent(Consent {
            at: seed.when(),
            study: "a made-up study".into(),
            given: seed.below(2) == 0,
            words: "3".into(),
            pseudonym: seed.hex(),
            shift_weeks: seed.below(1001) as u16,
        }));
    }
    all.push(Entry::Plan(Plan {
        signs: vec![seed.words(), seed.words()],
        alone: vec![seed.words()],
        places: Vec::new(),
        people: vec![contact(seed), contact(seed)],
        professionals: vec![contact(seed)],
        surroundings: vec![seed.words()],
    }));
    all
}

fn scores(seed: &mut Seed) -> Vec<ScoreRow> {
    let score = |scale: &str, value, loinc: Option<&str>| ScoreRow {
        scale_id: scale.into(),
        name: scale.into(),
        value,
        missing: 1,
        of: 9,
        prorated: value.is_some(),
        least: 0.0,
        most: 27.0,
        loinc: loinc.map(str::to_owned),
    };
    let value = seed.below(270) as f64 / 10.0;
    vec![
        score("total", Some(value), Some("44261-6")),
        score("part two", None, None),
    ]
}

fn print(seed: u64, form: &str) {
    let mut seed = Seed(seed);
    let all: Vec<_> = kept(&mut seed)
        .into_iter()
        .map(|e| (seed.hex(), e))
        .collect();
    let instrument = kindhold_measure::pack::open(&questionnaire())
        .ok()
        .and_then(|opened| Some(opened.read("en").ok()?.instrument));
    let mut dossier = Dossier::new(seed.hex(), seed.when());
    for (id, entry) in &all {
        match entry {
            Entry::Episode(e) => dossier.episodes.push(Kept::new(id, e)),
            Entry::Plan(e) => dossier.plan = Some(Kept::new(id, e)),
            Entry::Diary(e) => dossier.diary.push(Kept::new(id, e)),
            Entry::Keepsake(e) => dossier.keepsakes.push(Kept::new(id, e)),
            Entry::Pack(e) => dossier.packs.push(Kept::new(id, e)),
            Entry::Response(response) => dossier.responses.push(Answered {
                id: id.clone(),
                response,
                instrument: instrument.as_ref(),
                scores: scores(&mut seed),
            }),
            Entry::Cadence(e) => dossier.cadences.push(Kept::new(id, e)),
            Entry::Phase(e) => dossier.phases.push(Kept::new(id, e)),
            Entry::Consent(e) => dossier.consents.push(Kept::new(id, e)),
            _ => {}
        }
    }
    let with = match form {
        "id" => Form::Transaction(Keyed::Id),
        "identifier" => Form::Transaction(Keyed::Identifier),
        _ => Form::Collection,
    };
    let with = With {
        form: with,
        ..if form == "sparse" {
            With::default()
        } else {
            With::everything()
        }
    };
    debug_assert_eq!(With::everything().questionnaires, Questionnaires::All);
    let bundle = bundle(&dossier, &with, &|key| key.replace('-', " "));
    println!("{}", json!({ "entries": all, "bundle": bundle }));
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["back"] => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.expect("standard input is text");
            let bundle = serde_json::from_str(&text).expect("standard input is JSON");
            let found = entries(&bundle).expect("standard input is a Bundle");
            let damaged = found.damaged.len();
            println!(
                "{}",
                json!({ "entries": found.entries, "damaged": damaged })
            );
        }
        [seed, form] => print(seed.parse().expect("a seed is a whole number"), form),
        _ => eprintln!("bundle SEED file|id|identifier|sparse, or bundle back"),
    }
}

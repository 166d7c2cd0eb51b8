// SPDX-License-Identifier: Apache-2.0
//! What the frozen entries were made from: each kind, and each name that may stand in one.

use kindhold_care::{
    Answer, AnswerKind, Aside, Attempt, Cadence, Chance, Consent, Contact, DiaryEntry, Draw,
    Ending, Entry, Episode, Feeling, Function, Helped, Hidden, Keepsake, Learning, Letter, Moment,
    MomentKind, Note, Offer, Offering, OwnWord, Pack, Phase, Plan, PracticeId, Reason, Response,
    Strength, Trial, Weighed, When, WordKind,
};

/// A moment in London in summer, `min` minutes after the first.
const fn at(min: i64) -> When {
    When {
        unix_ms: 1_751_407_200_000 + min * 60_000,
        offset_min: 60,
    }
}

fn practice(id: &str) -> PracticeId {
    PracticeId::new(id).expect("a name of a practice")
}

fn strength(n: u8) -> Option<Strength> {
    Some(Strength::new(n).expect("0 to 10"))
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|w| (*w).to_owned()).collect()
}

fn contact(name: &str, phone: &str, note: &str) -> Contact {
    Contact {
        name: name.into(),
        phone: phone.into(),
        note: note.into(),
    }
}

/// An episode with nothing but its moment.
fn bare(kind: MomentKind) -> Episode {
    Episode {
        moment: Moment {
            at: at(0),
            kind,
            strength: None,
            functions: Vec::new(),
            not_sure: false,
            feelings: Vec::new(),
        },
        offered: Vec::new(),
        draws: Vec::new(),
        attempts: Vec::new(),
        with_someone: false,
        after: None,
    }
}

fn drawn_episode() -> Episode {
    let weighed = |id: &str, chance| Weighed {
        practice: practice(id),
        chance: Chance::near(chance),
    };
    let reasons = [
        ("look-around", Reason::LikeHelped),
        ("warm-hands", Reason::New),
    ];
    Episode {
        offered: reasons
            .map(|(id, reason)| Offer {
                practice: practice(id),
                reason,
            })
            .to_vec(),
        draws: vec![
            Draw {
                rule: "thompson-1".into(),
                seed: u32::MAX,
                among: vec![
                    weighed("look-around", 0.8),
                    weighed("warm-hands", 0.1),
                    weighed("a-kind-face", 0.00001),
                ],
                slate: vec![practice("look-around"), practice("warm-hands")],
                study: String::new(),
            },
            Draw {
                rule: "even-1".into(),
                seed: 0,
                among: vec![weighed("warm-hands", 1.0)],
                slate: vec![practice("warm-hands")],
                study: "Evenings".into(),
            },
        ],
        ..bare(MomentKind::Urge)
    }
}

fn full_episode() -> Episode {
    let goes = [
        ("look-around", Some(Ending::Whole), Some(Helped::Lot)),
        ("warm-hands", Some(Ending::Left), Some(Helped::Bit)),
        ("a-kind-face", Some(Ending::Worse), Some(Helped::Worse)),
        ("slow-steps", Some(Ending::Grounded), Some(Helped::No)),
        ("one-true-sentence", None, None),
    ];
    let attempts = goes
        .iter()
        .zip(1..)
        .map(|((id, ending, helped), min)| Attempt {
            practice: practice(id),
            at: at(min),
            ending: *ending,
            helped: *helped,
        });
    let offer = |id, reason| Offer {
        practice: practice(id),
        reason,
    };
    let mut episode = bare(MomentKind::Urge);
    episode.moment.strength = strength(8);
    episode.moment.functions = Function::ALL.to_vec();
    episode.moment.feelings = vec![Feeling::Overwhelmed, Feeling::DontKnow];
    episode.offered = vec![
        offer("look-around", Reason::Fits(Function::RegulateDown)),
        offer("warm-hands", Reason::HelpedBefore),
        offer("a-kind-face", Reason::Gentle),
    ];
    episode.attempts = attempts.collect();
    episode.with_someone = true;
    episode.after = strength(3);
    episode
}

fn not_sure() -> Episode {
    let mut episode = bare(MomentKind::CheckIn);
    episode.moment.at.offset_min = -300;
    episode.moment.strength = strength(0);
    episode.moment.not_sure = true;
    episode
}

fn plan() -> Plan {
    Plan {
        signs: words(&["I stop answering", "everything gets loud"]),
        alone: words(&["walk round the block", "the green playlist"]),
        places: words(&["the library on the corner"]),
        people: vec![contact("Ámina", "+44 20 7946 0123", "awake till late")],
        professionals: vec![contact("Dr Óskar", "", "")],
        surroundings: words(&["door open, lamp on"]),
    }
}

/// Every sample with its name.
pub(crate) fn all() -> Vec<(&'static str, Entry)> {
    let word = |kind, text: &str| {
        let text = text.into();
        Entry::Word(OwnWord { kind, text })
    };
    let hidden = |hidden| {
        Entry::Hidden(Hidden {
            practice: practice("slow-steps"),
            hidden,
        })
    };
    vec![
        (
            "episode, nothing said",
            Entry::Episode(bare(MomentKind::Urge)),
        ),
        (
            "episode, decided",
            Entry::Episode(bare(MomentKind::Decided)),
        ),
        (
            "episode, happened",
            Entry::Episode(bare(MomentKind::Happened)),
        ),
        ("episode, not sure", Entry::Episode(not_sure())),
        ("episode, everything said", Entry::Episode(full_episode())),
        ("plan, empty", Entry::Plan(Plan::default())),
        ("plan", Entry::Plan(plan())),
        (
            "diary, nothing said",
            Entry::Diary(DiaryEntry {
                at: at(7),
                ..DiaryEntry::default()
            }),
        ),
        (
            "diary",
            Entry::Diary(DiaryEntry {
                at: at(8),
                feelings: Feeling::ALL.to_vec(),
                text: "Quieter today. 🌧️ then sun, and \"enough\".\nŻaneta wrote.".into(),
                urge: strength(10),
            }),
        ),
        (
            "letter",
            Entry::Letter(Letter {
                at: at(9),
                title: "To the one who was eleven".into(),
                text: "You did what you could with what you had.\n".into(),
            }),
        ),
        (
            "word, friend",
            word(WordKind::Friend, "You’re still here, and I’m glad."),
        ),
        (
            "word, message",
            word(WordKind::Message, "Hard night. Can you ring me?"),
        ),
        ("word, reason", word(WordKind::Reason, "the dog")),
        ("hidden", hidden(true)),
        ("shown again", hidden(false)),
        (
            "word, help",
            word(WordKind::Help, "Sit with me. You need not say anything."),
        ),
        (
            "offering",
            Entry::Offering(Offering {
                at: at(10),
                practice: Some(practice("slow-steps")),
                step: None,
                pack: None,
                every_days: None,
                text: "Perhaps for the evenings that are too loud.".into(),
            }),
        ),
        (
            "offering, words alone",
            Entry::Offering(Offering {
                at: at(11),
                practice: None,
                step: None,
                pack: None,
                every_days: None,
                text: "Shall we look at Tuesday together?".into(),
            }),
        ),
        (
            "offering, a step of the programme",
            Entry::Offering(Offering {
                at: at(15),
                practice: None,
                step: Some("three-systems".into()),
                pack: None,
                every_days: None,
                text: String::new(),
            }),
        ),
        (
            "aside",
            Entry::Aside(Aside {
                offering: "0f1e2d3c4b5a69788796a5b4c3d2e1f0".into(),
            }),
        ),
        (
            "note",
            Entry::Note(Note {
                at: at(12),
                about: "00112233445566778899aabbccddeeff".into(),
                text: "Ask about the move.".into(),
            }),
        ),
        (
            "keepsake",
            Entry::Keepsake(Keepsake {
                at: at(13),
                step: "three-systems".into(),
                part: "picture".into(),
                answers: [
                    ("threat", vec!["Her voice on the phone.\nThen the quiet."]),
                    ("threat-size", vec!["8"]),
                    ("reaches-me", vec!["the dog", "Zoë"]),
                ]
                .map(|(field, lines)| {
                    let lines = lines.into_iter().map(str::to_owned).collect();
                    (field.to_owned(), lines)
                })
                .into(),
            }),
        ),
        (
            "keepsake, a part that was read",
            Entry::Keepsake(Keepsake {
                at: at(14),
                step: "three-systems".into(),
                part: "read".into(),
                ..Keepsake::default()
            }),
        ),
        (
            "offering, a questionnaire",
            Entry::Offering(Offering {
                at: at(16),
                practice: None,
                step: None,
                pack: Some("{\"format\":\"kindhold-instrument\"}".into()),
                every_days: Some(7),
                text: "Only if you like.".into(),
            }),
        ),
        (
            "instrument",
            Entry::Pack(Pack {
                at: at(17),
                url: MADE_UP.into(),
                checksum: "ab".repeat(32),
                pack: "{\"format\":\"kindhold-instrument\",\"version\":1}".into(),
            }),
        ),
        (
            "response",
            Entry::Response(Response {
                at: at(18),
                url: MADE_UP.into(),
                checksum: "ab".repeat(32),
                answers: [
                    ("1", vec![coding("urn:made-up", "often", "Often")]),
                    ("2", vec![coding("", "b", ""), coding("", "c", "")]),
                    ("3", vec![plain(AnswerKind::Integer, "12")]),
                    ("4", vec![plain(AnswerKind::Decimal, "0.5")]),
                    ("5", vec![plain(AnswerKind::Boolean, "true")]),
                    ("6", vec![plain(AnswerKind::Date, "2025-07-01")]),
                    ("7", vec![plain(AnswerKind::Text, "Zoë came by.")]),
                ]
                .map(|(id, answers)| (id.to_owned(), answers))
                .into(),
                ended: true,
            }),
        ),
        (
            "response, left halfway",
            Entry::Response(Response {
                at: at(19),
                url: MADE_UP.into(),
                checksum: "ab".repeat(32),
                ..Response::default()
            }),
        ),
        (
            "cadence",
            Entry::Cadence(Cadence {
                at: at(20),
                url: MADE_UP.into(),
                every_days: 14,
            }),
        ),
        (
            "phase",
            Entry::Phase(Phase {
                at: at(21),
                text: "From here on with letters".into(),
                about: String::new(),
            }),
        ),
        (
            "phase, in a counsellor's vault",
            Entry::Phase(Phase {
                at: at(22),
                text: String::new(),
                about: "00112233445566778899aabbccddeeff".into(),
            }),
        ),
        (
            "consent",
            Entry::Consent(Consent {
                at: at(23),
                study: "Evenings".into(),
                given: true,
                words: "2026-11".into(),
                pseudonym: "ffeeddccbbaa99887766554433221100".into(),
                shift_weeks: 0,
            }),
        ),
        (
            "consent, with its shift",
            Entry::Consent(Consent {
                at: at(24),
                study: "Evenings".into(),
                given: false,
                words: "2026-11".into(),
                pseudonym: "ffeeddccbbaa99887766554433221100".into(),
                shift_weeks: 137,
            }),
        ),
        ("episode, with draws", Entry::Episode(drawn_episode())),
        (
            "learning",
            Entry::Learning(Learning {
                at: at(25),
                on: true,
                since: When::default(),
            }),
        ),
        (
            "learning, begun afresh",
            Entry::Learning(Learning {
                at: at(26),
                on: false,
                since: at(26),
            }),
        ),
        (
            "trial",
            Entry::Trial(Trial {
                at: at(27),
                study: "Evenings".into(),
                given: true,
                words: "2026-11".into(),
                plan: "{}".into(),
            }),
        ),
    ]
}

const MADE_UP: &str = "https://clinic.example/Questionnaire/made-up";

fn coding(system: &str, code: &str, display: &str) -> Answer {
    Answer {
        kind: AnswerKind::Coding,
        value: code.into(),
        system: system.into(),
        display: display.into(),
    }
}

fn plain(kind: AnswerKind, value: &str) -> Answer {
    Answer {
        kind,
        value: value.into(),
        ..Answer::default()
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Entries of every shape that the types allow, odd ones too, and dossiers of them.

use kindhold_care::{
    Answer, AnswerKind, Attempt, Cadence, Consent, Contact, DiaryEntry, Ending, Entry, Episode,
    Feeling, Function, Helped, Keepsake, Moment, MomentKind, Offer, Pack, Phase, Plan, PracticeId,
    Reason, Response, Strength, When,
};
use kindhold_measure::dossier::{Answered, Dossier, Kept, ScoreRow};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Texts: plain ones, empty ones, ones that FHIR does not take.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zé ,.!?\n-]{1,40}",
        1 => Just(String::new()),
        1 => any::<String>(),
        1 => select(vec![" ", "\u{0}", "a  b", " a", "b\t", "\u{a0}", "\"", "|", "a|b", "\u{2028}"])
            .prop_map(str::to_owned),
    ]
}

fn url() -> impl Strategy<Value = String> {
    prop_oneof![4 => "https://example\\.org/[a-z/]{1,20}", 1 => "urn:uuid:[0-9a-f]{8}", 1 => text()]
}

fn when() -> impl Strategy<Value = When> {
    let likely = (1_600_000_000_000..1_900_000_000_000i64, -840..=840i16);
    prop_oneof![9 => likely.boxed(), 1 => (any::<i64>(), any::<i16>()).boxed()].prop_map(
        |(unix_ms, offset_min)| When {
            unix_ms,
            offset_min,
        },
    )
}

fn strength() -> impl Strategy<Value = Strength> {
    (0..=10u8).prop_map(|n| Strength::new(n).expect("0 to 10"))
}

fn practice() -> impl Strategy<Value = PracticeId> {
    "[a-z0-9-]{1,60}".prop_map(|id| PracticeId::new(id).expect("an id"))
}

fn moment() -> impl Strategy<Value = Moment> {
    let kinds = vec![
        MomentKind::Urge,
        MomentKind::Decided,
        MomentKind::Happened,
        MomentKind::CheckIn,
    ];
    (
        when(),
        select(kinds),
        option::of(strength()),
        vec(select(Function::ALL.to_vec()), 0..4),
        any::<bool>(),
        vec(select(Feeling::ALL.to_vec()), 0..4),
    )
        .prop_map(
            |(at, kind, strength, functions, not_sure, feelings)| Moment {
                at,
                kind,
                strength,
                functions,
                not_sure,
                feelings,
            },
        )
}

fn reason() -> impl Strategy<Value = Reason> {
    prop_oneof![
        select(Function::ALL.to_vec()).prop_map(Reason::Fits),
        Just(Reason::HelpedBefore),
        Just(Reason::Gentle),
    ]
}

fn attempt() -> impl Strategy<Value = Attempt> {
    let endings = vec![Ending::Whole, Ending::Left, Ending::Grounded, Ending::Worse];
    let helped = option::of(select(Helped::ALL.to_vec()));
    (practice(), when(), option::of(select(endings)), helped).prop_map(
        |(practice, at, ending, helped)| Attempt {
            practice,
            at,
            ending,
            helped,
        },
    )
}

pub(crate) fn episode() -> impl Strategy<Value = Episode> {
    let offer = (practice(), reason()).prop_map(|(practice, reason)| Offer { practice, reason });
    let after = option::of(strength());
    // More than ten tries: names are in the order of numbers, not of letters.
    (
        moment(),
        vec(offer, 0..4),
        vec(attempt(), 0..13),
        any::<bool>(),
        after,
    )
        .prop_map(|(moment, offered, attempts, with_someone, after)| Episode {
            draws: Vec::new(),
            moment,
            offered,
            attempts,
            with_someone,
            after,
        })
}

fn contact() -> impl Strategy<Value = Contact> {
    (text(), text(), text()).prop_map(|(name, phone, note)| Contact { name, phone, note })
}

fn plan() -> impl Strategy<Value = Plan> {
    let lines = || vec(text(), 0..3);
    let contacts = || vec(contact(), 0..3);
    (lines(), lines(), lines(), contacts(), contacts(), lines()).prop_map(
        |(signs, alone, places, people, professionals, surroundings)| Plan {
            signs,
            alone,
            places,
            people,
            professionals,
            surroundings,
        },
    )
}

fn diary() -> impl Strategy<Value = DiaryEntry> {
    let feelings = vec(select(Feeling::ALL.to_vec()), 0..4);
    (when(), feelings, text(), option::of(strength())).prop_map(|(at, feelings, text, urge)| {
        DiaryEntry {
            at,
            feelings,
            text,
            urge,
        }
    })
}

fn keepsake() -> impl Strategy<Value = Keepsake> {
    let answers = btree_map(text(), vec(text(), 0..3), 0..4);
    (when(), text(), text(), answers).prop_map(|(at, step, part, answers)| Keepsake {
        at,
        step,
        part,
        answers,
    })
}

fn pack() -> impl Strategy<Value = Pack> {
    let made_up = "[a-z]{1,8}".prop_map(|id| {
        format!(
            "{{ \"resourceType\":\"Questionnaire\",\"status\":\"active\",\"item\":[{{\"linkId\":\"{id}\",\
             \"type\":\"group\",\"item\":[{{\"linkId\":\"q1\",\"type\":\"integer\"}}]}}]}}"
        )
    });
    let text = prop_oneof![made_up.boxed(), text().boxed()];
    (when(), url(), "[0-9a-f]{64}", text).prop_map(|(at, url, checksum, pack)| Pack {
        at,
        url,
        checksum,
        pack,
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    let value = prop_oneof![
        "[0-9]{1,3}",
        "2026-1[0-2]-[0-2][0-9]",
        "true",
        "[0-9]\\.[0-9]{1,3}",
        text()
    ];
    (select(AnswerKind::ALL.to_vec()), value, text(), text()).prop_map(
        |(kind, value, system, display)| Answer {
            kind,
            value,
            system,
            display,
        },
    )
}

fn response(checksum: String) -> impl Strategy<Value = Response> {
    let link_id = prop_oneof!["q[0-9]", text()];
    let answers = btree_map(link_id, vec(answer(), 0..3), 0..5);
    let checksum = prop_oneof![Just(checksum).boxed(), text().boxed()];
    (when(), url(), checksum, answers, any::<bool>()).prop_map(
        |(at, url, checksum, answers, ended)| Response {
            at,
            url,
            checksum,
            answers,
            ended,
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    let cadence = (when(), url(), any::<u16>());
    let phase = (when(), text(), text());
    let consent = (when(), text(), any::<bool>(), text(), text(), any::<u16>());
    prop_oneof![
        episode().prop_map(Entry::Episode),
        diary().prop_map(Entry::Diary),
        keepsake().prop_map(Entry::Keepsake),
        pack().prop_map(Entry::Pack),
        response("ab".repeat(32)).prop_map(Entry::Response),
        cadence.prop_map(|(at, url, every_days)| Entry::Cadence(Cadence {
            at,
            url,
            every_days
        })),
        phase.prop_map(|(at, text, about)| Entry::Phase(Phase { at, text, about })),
        consent.prop_map(|(at, study, given, words, pseudonym, shift_weeks)| {
            Entry::Consent(Consent {
                at,
                study,
                given,
                words,
                pseudonym,
                shift_weeks,
            })
        }),
    ]
}

/// Entries under names of their own; at most one plan.
pub(crate) fn entries() -> impl Strategy<Value = Vec<(String, Entry)>> {
    let plan = option::of(plan().prop_map(Entry::Plan));
    (vec(entry(), 0..8), plan).prop_map(|(mut all, plan)| {
        all.extend(plan);
        let named = |(n, entry)| (format!("{n:032x}"), entry);
        all.into_iter().enumerate().map(named).collect()
    })
}

/// What holds them all, with a score for each response.
pub(crate) fn dossier<'a>(entries: &'a [(String, Entry)], made: When) -> Dossier<'a> {
    let mut all = Dossier::new("p-1", made);
    for (id, entry) in entries {
        match entry {
            Entry::Episode(e) => all.episodes.push(Kept::new(id, e)),
            Entry::Plan(e) => all.plan = Some(Kept::new(id, e)),
            Entry::Diary(e) => all.diary.push(Kept::new(id, e)),
            Entry::Keepsake(e) => all.keepsakes.push(Kept::new(id, e)),
            Entry::Pack(e) => all.packs.push(Kept::new(id, e)),
            Entry::Response(e) => all.responses.push(Answered {
                id: id.clone(),
                response: e,
                instrument: None,
                scores: vec![ScoreRow {
                    scale_id: "total".into(),
                    value: (e.answers.len() > 1).then_some(4.5),
                    ..ScoreRow::default()
                }],
            }),
            Entry::Cadence(e) => all.cadences.push(Kept::new(id, e)),
            Entry::Phase(e) => all.phases.push(Kept::new(id, e)),
            Entry::Consent(e) => all.consents.push(Kept::new(id, e)),
            _ => {}
        }
    }
    all
}

// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{
    Answer, AnswerKind, Consent, Contact, DiaryEntry, Entry, Keepsake, Pack, Phase, Plan, Response,
    When,
};
use kindhold_measure::fhir::{Form, Keyed, Questionnaires, With, bundle};
use kindhold_measure::pack::{Terms, kept, make};

const SECRET: &str = "nobody's business";

fn all() -> Vec<(String, Entry)> {
    let secret = || SECRET.to_owned();
    let contact = || Contact {
        name: secret(),
        phone: secret(),
        note: secret(),
    };
    let answer = |kind, display: &str| Answer {
        kind,
        value: if kind == AnswerKind::Text {
            secret()
        } else {
            "a1".into()
        },
        system: String::new(),
        display: display.into(),
    };
    let plan = Plan {
        signs: vec![secret()],
        people: vec![contact()],
        professionals: vec![contact()],
        ..Plan::default()
    };
    let all = [
        Entry::Plan(plan),
        Entry::Diary(DiaryEntry {
            text: secret(),
            ..DiaryEntry::default()
        }),
        Entry::Keepsake(Keepsake {
            answers: [("a".into(), vec![secret()])].into(),
            ..Keepsake::default()
        }),
        Entry::Phase(Phase {
            text: secret(),
            ..Phase::default()
        }),
        Entry::Pack(Pack {
            pack: format!("{{\"resourceType\":\"Questionnaire\",\"title\":\"{SECRET}\"}}"),
            ..Pack::default()
        }),
        Entry::Response(Response {
            url: "urn:x".into(),
            answers: [
                ("a".into(), vec![answer(AnswerKind::Text, "")]),
                ("b".into(), vec![answer(AnswerKind::Coding, SECRET)]),
            ]
            .into(),
            ..Response::default()
        }),
        Entry::Consent(Consent {
            pseudonym: secret(),
            ..Consent::default()
        }),
    ];
    let named = |(n, entry)| (format!("{n:032x}"), entry);
    all.into_iter().enumerate().map(named).collect()
}

#[test]
fn nothing_of_what_was_not_asked_for_is_written() {
    let all = all();
    let dossier = crate::any::dossier(&all, When::default());
    for form in [
        Form::Collection,
        Form::Transaction(Keyed::Id),
        Form::Transaction(Keyed::Identifier),
    ] {
        let text = bundle(
            &dossier,
            &With {
                form,
                ..With::default()
            },
            &|_| String::new(),
        )
        .to_string();
        assert!(!text.contains(SECRET), "{text}");
        assert!(!text.contains("study-shift"), "{text}");
    }
    let switches: [fn(&mut With); 4] = [
        |w| w.words = true,
        |w| w.plan = true,
        |w| w.questionnaires = Questionnaires::All,
        |w| w.study_keys = true,
    ];
    for switch in switches {
        let mut with = With::default();
        switch(&mut with);
        let text = bundle(&dossier, &with, &|_| String::new()).to_string();
        assert!(text.contains(SECRET), "{with:?}");
    }
}

#[test]
fn no_resource_interprets_anything() {
    let all = all();
    let text = bundle(
        &crate::any::dossier(&all, When::default()),
        &With::everything(),
        &|_| String::new(),
    );
    let text = text.to_string();
    for word in [
        "interpretation",
        "referenceRange",
        "RiskAssessment",
        "Flag",
        "severity",
    ] {
        assert!(!text.contains(&format!("\"{word}\"")), "{word}");
    }
    let patient = text.find("\"Patient\"").expect("a patient");
    assert!(!text[patient.saturating_sub(200)..patient].contains("birthDate"));
}

#[test]
fn a_patient_that_the_other_system_knows_is_referred_to_and_not_made() {
    let all = all();
    let dossier = crate::any::dossier(&all, When::default());
    let with = With {
        subject: Some("Patient/123".into()),
        ..With::default()
    };
    let text = bundle(&dossier, &with, &|_| String::new()).to_string();
    assert!(!text.contains("\"resourceType\":\"Patient\""));
    assert!(text.contains("\"reference\":\"Patient/123\""));
}

#[test]
fn a_questionnaire_is_handed_on_only_when_its_licence_says_so() {
    let written = |licence: &str| {
        let asked = format!(
            "{{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"title\":\"{SECRET}\",\"url\":\"urn:x\",\
             \"item\":[{{\"linkId\":\"a\",\"type\":\"integer\",\"text\":\"A\"}}]}}"
        );
        let terms = Terms {
            licence: licence.into(),
            ..Terms::default()
        };
        let pack = make(&asked, &terms).expect("a pack");
        let pack = kept(&pack, When::default()).expect("a pack");
        let all = [("1".repeat(32), Entry::Pack(pack))];
        let with = With {
            questionnaires: Questionnaires::Open,
            ..With::default()
        };
        let dossier = crate::any::dossier(&all, When::default());
        bundle(&dossier, &with, &|_| String::new()).to_string()
    };
    for open in ["CC0", "CC-BY-NC-ND 4.0", "Public domain"] {
        assert!(written(open).contains(SECRET), "{open}");
    }
    for closed in ["", "with permission of the authors", "not public domain"] {
        assert!(!written(closed).contains(SECRET), "{closed}");
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Files of clinics and studies.

use kindhold_care::{Answer, AnswerKind, Answers, Entry, When};
use kindhold_measure::{
    Choice, Instrument, ItemKind,
    dossier::{Answered, Dossier, Kept, ScoreRow},
    fhir::{self, Form, Keyed, With},
    pack,
    path::{Node, Surroundings, Thing, evaluate, parse},
    research, table,
};
use serde_json::{Value, json};
use std::sync::LazyLock;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A FHIR `Questionnaire`: shown, answered in three ways, scored. No score lies outside its scale, none is no number.
pub fn questionnaire(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let Ok(reading) = Instrument::read(&text, "fr") else {
        return false;
    };
    for finding in &reading.findings {
        assert!(!finding.to_string().is_empty());
    }
    let instrument = &reading.instrument;
    asked(instrument, &Answers::new());
    let all = |end: fn(&[Choice]) -> Option<&Choice>| -> Answers {
        let items = instrument.items.iter();
        items
            .map(|item| (item.link_id.clone(), vec![answer(&item.kind, end)]))
            .collect()
    };
    asked(instrument, &all(<[Choice]>::first));
    asked(instrument, &all(<[Choice]>::last));
    reading.wrong().is_none()
}

/// An answer to an item: a choice at one end of its list, or one of its kind.
fn answer(kind: &ItemKind, end: fn(&[Choice]) -> Option<&Choice>) -> Answer {
    let of = |kind, value: &str| Answer {
        kind,
        value: value.into(),
        ..Answer::default()
    };
    match kind {
        ItemKind::Choice { choices, .. } => {
            end(choices).map_or_else(Answer::default, |choice| Answer {
                system: choice.coding.system.clone(),
                display: choice.coding.display.clone(),
                ..of(AnswerKind::Coding, &choice.coding.code)
            })
        }
        ItemKind::Boolean => of(AnswerKind::Boolean, "true"),
        ItemKind::Integer { .. } => of(AnswerKind::Integer, "3"),
        ItemKind::Decimal => of(AnswerKind::Decimal, "0.5"),
        ItemKind::Date => of(AnswerKind::Date, "2026-11-25"),
        ItemKind::Text { .. } | ItemKind::Display => of(AnswerKind::Text, "words"),
    }
}

fn asked(instrument: &Instrument, answers: &Answers) {
    assert!(instrument.shows(answers).len() <= instrument.items.len());
    for (link_id, given) in answers {
        let _ = given.iter().all(|one| instrument.fits(link_id, one));
    }
    let response = instrument.response(answers);
    assert_eq!(response["resourceType"], "QuestionnaireResponse");
    for score in instrument.scores(answers) {
        let row = ScoreRow::from(&score);
        if let Some(value) = row.value {
            assert!(value.is_finite(), "{value}");
        }
    }
}

/// A pack of a clinic: what is kept of it opens again as the same questionnaire under the same terms.
pub fn questionnaire_pack(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let Ok(kept) = pack::kept(&text, When::default()) else {
        let _ = pack::open(&text);
        return false;
    };
    let again = pack::open(&kept.pack).expect("what is kept opens");
    assert_eq!(again.checksum, kept.checksum);
    let twice = pack::kept(&kept.pack, When::default()).expect("it is kept again");
    assert_eq!(twice, kept);
    true
}

static ANSWERED: LazyLock<Value> = LazyLock::new(|| {
    let answer =
        |link: &str, value: i64| json!({"linkId": link, "answer": [{"valueInteger": value}]});
    json!({"resourceType": "QuestionnaireResponse", "authored": "2026-11-25T10:00:00Z", "item": [
        {"linkId": "g", "item": [answer("a", 1), answer("b", 2), answer("c", 4)]}, answer("d", 8),
        {"linkId": "e", "answer": [{"valueCoding": {"system": "s", "code": "x", "display": "X"}}]},
        {"linkId": "f", "answer": [{"valueDecimal": 0.5}, {"valueString": "words"}, {"valueBoolean": true}]}]})
});

/// An expression of FHIRPath, worked out over a response: a value or an error, within its bounds, the same twice.
pub fn fhirpath(bytes: &[u8]) -> bool {
    let Ok(expression) = parse(&text(bytes)) else {
        return false;
    };
    let surroundings = Surroundings {
        resource: Some(&ANSWERED),
        ..Surroundings::default()
    };
    let context = [Thing::Node(Node::root(&ANSWERED))];
    let once = evaluate(&expression, &context, &surroundings);
    let shown = format!("{once:?}");
    assert_eq!(
        shown,
        format!("{:?}", evaluate(&expression, &context, &surroundings))
    );
    once.is_ok()
}

/// A FHIR `Bundle` that somebody gives back: what is read from it is written and read as the same, and can be sent.
pub fn bundle(bytes: &[u8]) -> bool {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return false;
    };
    let _ = fhir::sending(&value, Keyed::Id);
    let Ok(found) = fhir::entries(&value) else {
        return false;
    };
    written_back(&found.entries);
    !found.entries.is_empty()
}

fn written_back(entries: &[(String, Entry)]) {
    let dossier = of(entries);
    for form in [Form::Collection, Form::Transaction(Keyed::Identifier)] {
        let with = With {
            form,
            ..With::everything()
        };
        let written = fhir::bundle(&dossier, &with, &|_| String::new()).to_string();
        let written: Value = serde_json::from_str(&written).expect("JSON");
        let again = fhir::entries(&written).expect("a bundle");
        assert_eq!(again.damaged, Vec::new());
        for one in entries.iter().filter(|(_, entry)| goes_along(entry)) {
            assert!(again.entries.contains(one), "{one:?} is not as it was");
        }
    }
}

const fn goes_along(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Diary(_)
            | Entry::Keepsake(_)
            | Entry::Pack(_)
            | Entry::Response(_)
            | Entry::Consent(_)
    )
}

fn of(entries: &[(String, Entry)]) -> Dossier<'_> {
    let made = When {
        unix_ms: 1_790_000_000_000,
        offset_min: 60,
    };
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
                scores: Vec::new(),
            }),
            Entry::Cadence(e) => all.cadences.push(Kept::new(id, e)),
            Entry::Phase(e) => all.phases.push(Kept::new(id, e)),
            Entry::Consent(e) => all.consents.push(Kept::new(id, e)),
            _ => {}
        }
    }
    all
}

/// Entries of any shape that the types allow, as a list of JSON: out as tables, as a bundle and as a file for research,
/// which reads back.
pub fn dossier(bytes: &[u8]) -> bool {
    let Ok(entries) = serde_json::from_slice::<Vec<Entry>>(bytes) else {
        return false;
    };
    let named = entries
        .into_iter()
        .zip(0_u32..)
        .map(|(entry, n)| (format!("{n:032x}"), entry));
    let entries: Vec<(String, Entry)> = named.collect();
    let dossier = of(&entries);
    for (name, table) in table::files(&dossier, true) {
        assert!(!name.is_empty() && table.ends_with('\n'), "{name}");
    }
    let whole = fhir::bundle(&dossier, &With::everything(), &|_| String::new());
    assert!(fhir::entries(&whole).is_ok());
    for consent in &dossier.consents {
        if let Ok(made) = research::make(&dossier, &consent.entry.study, None) {
            let json = made.file.to_json();
            assert_eq!(research::File::read(&json).as_ref(), Ok(&made.file));
        }
    }
    !entries.is_empty()
}

/// A file for research: what is read is written and read as the same, and a group of such files is made or refused.
pub fn research(bytes: &[u8]) -> bool {
    let text = text(bytes);
    let Ok(file) = research::File::read(&text) else {
        return false;
    };
    assert_eq!(research::File::read(&file.to_json()).as_ref(), Ok(&file));
    match research::gather(&[&text], 1, 1) {
        Ok(group) => assert!(!group.to_json().is_empty()),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
    true
}

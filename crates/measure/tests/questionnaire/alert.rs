// SPDX-License-Identifier: Apache-2.0
use crate::made::{choice, chosen, plain, read, with};
use kindhold_care::{Answer, AnswerKind};
use kindhold_measure::alert::speaks;
use serde_json::json;

#[test]
fn words_of_death_and_of_harming_oneself_are_noticed_in_four_languages() {
    for words in [
        "Did you want to die this week?",
        "Thoughts of killing yourself",
        "I thought about self-harm",
        "Ich wollte sterben",
        "Gedanken an Suizid",
        "Hast du daran gedacht, dich selbst zu verletzen?",
        "J’ai pensé à la mort",
        "Pensé en suicidarme",
        "He querido morir",
    ] {
        assert!(speaks(words), "{words}");
    }
    for words in [
        "How wet is the bed?",
        "The diet of the week",
        "Die Woche war schwer und ich war müde",
        "Soldiers and dice",
        "Total of the week",
        "",
    ] {
        assert!(!speaks(words), "{words}");
    }
}

#[test]
fn anything_but_the_lowest_brings_people_and_the_plan() {
    let mut item = choice("x", 0, 3);
    item["text"] = json!("I wanted to die.");
    let instrument = read(&with(json!([item, choice("y", 0, 3)]))).instrument;
    assert!(!instrument.speaks("x", &chosen(0)));
    for value in 1..=3 {
        assert!(instrument.speaks("x", &chosen(value)));
        assert!(!instrument.speaks("y", &chosen(value)));
    }
    assert!(!instrument.speaks("x", &[]) && !instrument.speaks("nowhere", &chosen(3)));
    let unknown = plain(AnswerKind::Coding, "something else");
    assert!(
        instrument.speaks("x", &unknown),
        "an answer that is not known counts as one"
    );
}

#[test]
fn without_values_anything_but_a_plain_no_does() {
    let whole = with(json!([
        {"linkId": "c", "type": "choice", "text": "Suicide", "answerOption": [
            {"valueCoding": {"code": "n", "display": "Not at all"}}, {"valueCoding": {"code": "s", "display": "Sometimes"}}]},
        {"linkId": "b", "type": "boolean", "text": "Did you want to die?"},
        {"linkId": "i", "type": "integer", "text": "On how many days did you want to die?"},
        {"linkId": "t", "type": "text", "text": "What made you want to die?"},
    ]));
    let instrument = read(&whole).instrument;
    let coded = |code: &str| {
        vec![Answer {
            kind: AnswerKind::Coding,
            value: code.into(),
            ..Answer::default()
        }]
    };
    assert!(!instrument.speaks("c", &coded("n")) && instrument.speaks("c", &coded("s")));
    let said = |link: &str, kind, value: &str| instrument.speaks(link, &plain(kind, value));
    assert!(!said("b", AnswerKind::Boolean, "false") && said("b", AnswerKind::Boolean, "true"));
    assert!(!said("i", AnswerKind::Integer, "0") && said("i", AnswerKind::Integer, "1"));
    assert!(!said("t", AnswerKind::Text, "No") && said("t", AnswerKind::Text, "a row"));
}

#[test]
fn the_code_of_the_ninth_item_of_phq_9_speaks_without_words() {
    let mut item = choice("x", 0, 3);
    item["code"] = json!([{"system": "http://loinc.org", "code": "44260-8"}]);
    let instrument = read(&with(json!([item]))).instrument;
    assert!(instrument.speaks("x", &chosen(1)) && !instrument.speaks("x", &chosen(0)));
}

// SPDX-License-Identifier: Apache-2.0
use crate::made::read;
use kindhold_care::{Answer, AnswerKind, Answers};
use kindhold_measure::questionnaire::Finding;
use kindhold_measure::{Instrument, weekly};
use proptest::prelude::*;

fn instrument() -> Instrument {
    let text = weekly::questionnaire(|key| format!("[{key}]"), "en");
    let value = serde_json::from_str(&text).expect("JSON");
    let reading = read(&value);
    assert_eq!(reading.findings, [Finding::NoLicence]);
    reading.instrument
}

#[test]
fn the_weekly_check_has_eight_questions_two_sums_and_no_line() {
    let instrument = instrument();
    assert_eq!(instrument.key, Some("weekly-check"));
    assert_eq!(
        (instrument.title.as_str(), instrument.items.len()),
        ("[weekly-title]", 8)
    );
    assert_eq!(instrument.items[7].text, "[weekly-item-8]");
    assert_eq!(instrument.items[0].above, ["[weekly-lead]"]);
    let scales = instrument.scales();
    assert_eq!(scales.len(), 2);
    for scale in scales {
        assert_eq!((scale.least, scale.most), (0.0, 16.0));
        assert!(!scale.validated && scale.cut_off.is_none() && scale.change.is_none());
    }
}

proptest! {
    #[test]
    fn each_sum_is_of_its_own_four(values in prop::collection::vec(0_u32..=4, 8)) {
        let answers: Answers = values.iter().enumerate().map(|(i, value)| {
            let answer = Answer { kind: AnswerKind::Coding, value: value.to_string(), system: weekly::ANSWERS.into(), display: String::new() };
            ((i + 1).to_string(), vec![answer])
        }).collect();
        let scores = instrument().scores(&answers);
        let sum = |items: [usize; 4]| f64::from(items.iter().map(|i| values[i - 1]).sum::<u32>());
        let value = |i: usize| scores[i].result.clone().expect("whole").value;
        prop_assert_eq!(value(0), sum([1, 3, 5, 6]));
        prop_assert_eq!(value(1), sum([2, 4, 7, 8]));
    }
}

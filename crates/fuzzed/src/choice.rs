// SPDX-License-Identifier: Apache-2.0
//! Files and lines of whoever tries the choice from outside.

use kindhold::{
    choose::Session,
    evaluate::{Evaluate, evaluate},
};
use kindhold_choice::trial::Plan;
use std::{cell::RefCell, io::Write as _};

/// The plan of a study: what is taken is written and taken again as the same.
pub fn plan(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Ok(plan) = Plan::read(&text) else {
        return false;
    };
    assert_eq!(Plan::read(&plan.to_json()).as_ref(), Ok(&plan));
    let _ = (plan.runs_on(0), plan.all_controls());
    true
}

/// Lines of `choose --stdio`: each is answered, with an error or with chances that can be.
pub fn choose_line(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut session = Session::default();
    let mut read = false;
    for line in text.lines().take(20) {
        let answer = session.answer(line);
        assert!(answer.is_object());
        if let Some(chances) = answer["propensity"].as_object() {
            let fits =
                |p: &serde_json::Value| p.as_f64().is_some_and(|p| (0.0..=1.0 + 1e-9).contains(&p));
            assert!(chances.values().all(fits), "{answer}");
        }
        read |= answer.get("error").is_none();
    }
    read
}

thread_local! {
    static FILE: RefCell<Option<tempfile::NamedTempFile>> = const { RefCell::new(None) };
}

/// A log as CSV, as lines of JSON or as a file for research, weighed: a sentence or an error, whatever stands in it.
pub fn log(bytes: &[u8]) -> bool {
    let path = FILE.with(|file| {
        let mut file = file.borrow_mut();
        let file = file.get_or_insert_with(|| tempfile::NamedTempFile::new().expect("a file"));
        file.as_file().set_len(0).expect("it is emptied");
        std::io::Seek::rewind(file).expect("it is gone back to its front");
        file.write_all(bytes).expect("it is written");
        file.path().to_owned()
    });
    let what = Evaluate {
        files: vec![path],
        policies: vec!["even".into(), "fixed".into()],
        features: Vec::new(),
        slate: 1,
    };
    match evaluate(&what) {
        Ok(words) => !words.is_empty(),
        Err(why) => {
            assert!(!why.is_empty());
            false
        }
    }
}

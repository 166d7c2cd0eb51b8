// SPDX-License-Identifier: Apache-2.0
//! The operator's side of readers' questions: what waits, putting one up, taking one out.

use crate::relay::{Told, run};
use kindhold_relay::{
    Place, Relay, Setup,
    questions::{Question, QuestionId},
};
use std::fmt::Write as _;

const NONE: &str =
    "That is no question’s name: 32 letters and digits, as `kindhold questions list` shows them.";

async fn open(place: Place) -> Result<Relay, String> {
    let relay = Relay::open(Setup::new(place), || 0).await;
    relay.map_err(|e| format!("The relay’s data does not open: {e}"))
}

/// Everything that readers left, what waits for a moderator first.
///
/// # Errors
/// A sentence.
pub fn list(place: Place) -> Told {
    run(async {
        let relay = open(place).await?;
        let all = relay.all_questions().await.map_err(|e| e.to_string())?;
        let waiting = all.iter().filter(|q| !q.shown).count();
        let mut words = format!("{waiting} waiting, {} up.\n", all.len() - waiting);
        for question in &all {
            tell(question, &mut words);
        }
        Ok(words)
    })?
}

/// A question as it stands in the list. What readers wrote is shown as text alone: control characters,
/// which could steer a terminal, are left out.
fn tell(question: &Question, words: &mut String) {
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !c.is_control() || *c == '\n');
        kept.collect::<String>().replace('\n', "\n    ")
    };
    let state = if question.shown { "up" } else { "WAITING" };
    let name = if question.name.is_empty() {
        "nobody"
    } else {
        &question.name
    };
    // Writing into a String does not fail.
    let _ = writeln!(
        words,
        "\n{}  {state}\n  /{}/  by {}\n    {}",
        question.id,
        question.page,
        plain(name),
        plain(&question.words)
    );
    if !question.answer.is_empty() {
        let _ = writeln!(words, "  answer:\n    {}", plain(&question.answer));
    }
}

/// Puts a question up, with an answer or without.
///
/// # Errors
/// A sentence.
pub fn show(place: Place, id: &str, answer: &str) -> Told {
    let id = QuestionId::parse(id).ok_or(NONE)?;
    run(async {
        let relay = open(place).await?;
        let done = relay.show_question(id, answer).await;
        done.map_err(|e| format!("It was not put up: {e}"))?;
        Ok("It is up now.".to_owned())
    })?
}

/// Takes a question out. Nothing of it is left.
///
/// # Errors
/// A sentence.
pub fn remove(place: Place, id: &str) -> Told {
    let id = QuestionId::parse(id).ok_or(NONE)?;
    run(async {
        let relay = open(place).await?;
        let done = relay.forget_question(id).await;
        done.map_err(|e| format!("It was not taken out: {e}"))?;
        Ok("It is gone.".to_owned())
    })?
}

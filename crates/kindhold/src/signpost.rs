// SPDX-License-Identifier: Apache-2.0
//! `kindhold signpost --stdio`: whoever wants to know how often the signpost errs asks it, a line of JSON at a time.
//!
//! `{"text":"…"}` in, with an `"id"` if wanted; `{"show":true,"score":0.8,"because":["wish-to-die"]}` out, with the
//! same `"id"`. The app itself knows no score. A line may be [`LONGEST_LINE`] bytes long; a line that cannot be read
//! gets `{"error":"…"}`, and the next is read.

use kindhold_signpost::{Because, look};
use serde_json::{Value, json};

/// How many bytes a line may have.
pub const LONGEST_LINE: usize = 4 << 20;

/// Answers one line.
#[must_use]
pub fn answer(line: &str) -> Value {
    let asked: Value = match serde_json::from_str(line) {
        Ok(asked) => asked,
        Err(why) => return json!({ "error": format!("this line is not JSON: {why}") }),
    };
    let id = asked.get("id");
    let mut answer = match asked.get("text").and_then(Value::as_str) {
        Some(text) => {
            let look = look(text);
            let because: Vec<&str> = look.because.into_iter().map(Because::name).collect();
            json!({ "show": look.show, "score": look.score, "because": because })
        }
        None => json!({ "error": "this line has no `text`" }),
    };
    if let (Some(id), Some(answer)) = (id, answer.as_object_mut()) {
        answer.insert("id".to_owned(), id.clone());
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direct_wish_is_shown_with_its_reason_and_its_id() {
        let answer = answer(r#"{"id":7,"text":"I want to die. I really want to kill myself."}"#);
        assert_eq!(answer["show"], true);
        assert_eq!(answer["id"], 7);
        assert!(
            answer["score"]
                .as_f64()
                .is_some_and(|score| (0.0..=1.0).contains(&score))
        );
        let because = answer["because"].as_array().expect("a list");
        assert!(because.contains(&json!("wish-to-die")), "{because:?}");
    }

    #[test]
    fn an_ordinary_day_is_not() {
        let answer = answer(r#"{"text":"We had soup and went for a walk by the river."}"#);
        assert_eq!(answer["show"], false);
        assert_eq!(answer["because"], json!([]));
    }

    #[test]
    fn a_bad_line_gets_an_error() {
        for line in [
            "",
            "{",
            "[]",
            "7",
            "{}",
            r#"{"text":7}"#,
            r#"{"text":null,"id":"a"}"#,
        ] {
            assert!(answer(line)["error"].is_string(), "{line}");
        }
        assert_eq!(answer(r#"{"id":"a"}"#)["id"], "a");
    }
}

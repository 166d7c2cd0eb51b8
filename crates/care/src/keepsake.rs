// SPDX-License-Identifier: Apache-2.0
use crate::When;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that was kept in a part of the programme: three systems drawn from an urge, a line of the
/// critic's log, a place in words. A part that asks nothing is kept without answers: somebody has been
/// there.
///
/// Names of steps, parts and fields come from the content and never change their meaning. An answer is
/// always a list of lines, so that a field may one day be answered in another way: a text is one line,
/// a list or chosen chips are several, a size is a number from 0 to 10 in digits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Keepsake {
    /// When it was last written on.
    pub at: When,
    /// The step's id.
    pub step: String,
    /// The part's id within the step.
    pub part: String,
    /// Answers by the field's id; what was left empty is not there.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<String>>,
}

impl Keepsake {
    /// An answer as one text, its lines one below the other; empty when there is none.
    #[must_use]
    pub fn text(&self, field: &str) -> String {
        self.lines(field).join("\n")
    }

    /// The lines of an answer; none when there is none.
    #[must_use]
    pub fn lines(&self, field: &str) -> &[String] {
        self.answers.get(field).map_or(&[], Vec::as_slice)
    }

    /// A size from 0 to 10. `None` when there is none or it is no such number.
    #[must_use]
    pub fn size(&self, field: &str) -> Option<u8> {
        let [size] = self.lines(field) else {
            return None;
        };
        size.parse().ok().filter(|size| *size <= 10)
    }

    /// Whether it says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_is_asked_for() {
        let lines = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect();
        let keepsake = Keepsake {
            answers: [
                ("a".to_owned(), lines(&["one", "two"])),
                ("b".to_owned(), lines(&["7"])),
                ("c".to_owned(), lines(&["11"])),
            ]
            .into(),
            ..Keepsake::default()
        };
        assert_eq!(keepsake.text("a"), "one\ntwo");
        assert_eq!(keepsake.text("x"), "");
        assert_eq!(keepsake.size("b"), Some(7));
        for none in ["a", "c", "x"] {
            assert_eq!(keepsake.size(none), None, "{none}");
        }
        assert!(!keepsake.is_empty());
    }
}

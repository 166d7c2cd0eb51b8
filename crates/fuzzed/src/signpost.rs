// SPDX-License-Identifier: Apache-2.0
//! Words that ask for help, in any text.

use kindhold_signpost::{look, shows};

/// Any text: what the app shows is what the command line tells, and the score is between nothing and all.
pub fn signpost(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let look = look(&text);
    assert!((0.0..=1.0).contains(&look.score));
    assert_eq!(look.show, shows(&text));
    look.show
}

/// A line of `signpost --stdio`: an answer, or an error in words.
pub fn signpost_line(bytes: &[u8]) -> bool {
    let line = String::from_utf8_lossy(bytes);
    let answer = kindhold::signpost::answer(&line);
    let told = answer["error"].is_string() || answer["show"].is_boolean();
    assert!(told, "{answer}");
    answer["show"].is_boolean()
}

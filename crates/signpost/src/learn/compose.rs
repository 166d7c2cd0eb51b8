// SPDX-License-Identifier: Apache-2.0
//! Posts made of many lines: quiet ones around a wish, and quiet ones only, equally long, so that
//! neither length nor sadness gives the answer away.

use super::{Line, draw::Draw};

/// Quiet sets that may stand beside a wish in one post without taking it back.
const BESIDE: [&str; 9] = [
    "sad",
    "sad",
    "selfinjury",
    "anxious",
    "posts",
    "everyday",
    "mortal",
    "teaching",
    "others",
];
/// Wishes from frames, in hundredths.
const FILLED: usize = 40;
/// Quiet sets as they come on forums about despair.
const FORUM: [&str; 11] = [
    "frames",
    "frames",
    "frames",
    "others",
    "past",
    "talk",
    "negated",
    "sad",
    "selfinjury",
    "posts",
    "mortal",
];

/// A post of lines of one language; `None` where there are too few.
pub(crate) fn compose(
    lines: &[&Line],
    filled: &[Line],
    show: bool,
    draw: &mut Draw,
) -> Option<String> {
    let wishes: Vec<&Line> = lines.iter().copied().filter(|line| line.show).collect();
    let frames: Vec<&Line> = filled.iter().filter(|line| line.show).collect();
    let lines = lines.iter().copied();
    let quiet: Vec<&Line> = lines.chain(filled).filter(|line| !line.show).collect();
    let mut texts: Vec<&str> = Vec::new();
    let count = length(draw);
    if show {
        let most = if draw.chance(45) {
            1
        } else {
            1 + count * (10 + draw.below(50)) / 100
        };
        for _ in 0..most.min(count) {
            let from = if draw.chance(FILLED) {
                &frames
            } else {
                &wishes
            };
            texts.push(
                &draw
                    .of(from)
                    .or(draw.of(&wishes))
                    .or(draw.of(&frames))?
                    .text,
            );
        }
    }
    let themes = themes(&quiet, show, draw);
    while texts.len() < count {
        let set = draw.of(&themes)?;
        let of: Vec<&&Line> = quiet.iter().filter(|line| line.set == **set).collect();
        texts.push(&draw.of(&of)?.text);
    }
    draw.shuffle(&mut texts);
    Some(join(&texts, draw))
}

/// 1 to 40 lines, as often short as long; now and then up to 120.
fn length(draw: &mut Draw) -> usize {
    let doublings = if draw.chance(12) { 7 } else { 5 };
    let from = 1 << draw.below(doublings);
    from + draw.below(from)
}

/// Two or three sets, those that there are lines of.
fn themes<'a>(quiet: &[&'a Line], show: bool, draw: &mut Draw) -> Vec<&'a str> {
    let mut all: Vec<&str> = quiet.iter().map(|line| line.set.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    let fit: Vec<&str> = if show {
        BESIDE
            .iter()
            .filter_map(|set| all.iter().copied().find(|one| one == set))
            .collect()
    } else if draw.chance(60) {
        FORUM
            .iter()
            .filter_map(|set| all.iter().copied().find(|one| one == set))
            .collect()
    } else {
        all
    };
    let count = 2 + draw.below(2);
    (0..count).filter_map(|_| draw.of(&fit).copied()).collect()
}

fn join(texts: &[&str], draw: &mut Draw) -> String {
    let between = ["\n", " ", " ", "\n\n"];
    let between = draw.of(&between).copied().unwrap_or(" ");
    let mut post = String::new();
    for text in texts {
        if !post.is_empty() {
            if !post.ends_with(['.', '!', '?', '…']) && !draw.chance(10) {
                post.push('.');
            }
            post.push_str(between);
        }
        post.push_str(text);
    }
    post
}

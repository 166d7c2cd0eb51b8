// SPDX-License-Identifier: Apache-2.0
//! Sentences put together to a text's sum.
//!
//! A text is as long as it is: one wish among forty quiet sentences counts, and forty quiet sentences
//! do not add up to a wish. So the sum is made of the strongest sentences and of their mean, and the
//! number of sentences is weighed against what chance alone makes of many.

use crate::{
    mark::{FAMILIES, Marks, Seen},
    number::{exp, ln},
    read::{Read, read},
    sentence::{Sentence, sentences},
    weights::Weights,
    whole::Whole,
};

/// How many parts a text's sum has.
pub(crate) const PARTS: usize = 9;
/// The place of the strongest sentence among the parts.
pub(crate) const STRONGEST: usize = 2;
/// From so many sentences on a text is long.
const LONG: f32 = 16.0;
/// Sentences weigh at most so much, either way.
const MOST: f32 = 12.0;

/// The parts of a text's sum.
pub(crate) type Parts = [f32; PARTS];

/// What came of a text.
pub(crate) struct Verdict {
    /// Above the threshold: show.
    pub(crate) sum: f32,
    /// What each sentence weighs, in order.
    #[cfg(feature = "evaluate")]
    pub(crate) sentences: Vec<f32>,
}

/// Reads a text and weighs it.
pub(crate) fn judge(text: &str, weights: &Weights<'_>) -> Verdict {
    let mut weighed = Vec::new();
    let read = read(text);
    each(&read, |_, marks| weighed.push(weigh(marks, weights)));
    let whole = Whole::of(&read).weigh(weights);
    let parts = parts(&weighed, whole);
    let mut sum = sum(&parts, &weights.parts);
    // One sentence that says it plainly is enough, whatever stands around it: enough to be shown, and no more.
    let plainly = parts[STRONGEST] - weights.plain;
    if plainly >= 0.0 {
        sum = sum.max(weights.threshold + 0.01 * plainly);
    }
    Verdict {
        sum,
        #[cfg(feature = "evaluate")]
        sentences: weighed,
    }
}

/// Hands out each sentence with its marks.
pub(crate) fn each(read: &Read, mut one: impl FnMut(&Sentence<'_>, &Marks)) {
    let (mut marks, mut seen) = (Marks::default(), Seen::new());
    for sentence in sentences(read) {
        marks.read(read, &sentence, &mut seen);
        one(&sentence, &marks);
    }
}

/// What a sentence weighs: above 0 it reads like a wish to die.
pub(crate) fn weigh(marks: &Marks, weights: &Weights<'_>) -> f32 {
    let mut sum = weights.base;
    for family in 0..FAMILIES {
        let steps: i32 = marks
            .family(family)
            .map(|(place, against)| {
                let step = weights.table.get(place).copied().unwrap_or_default();
                let step = i32::from(i8::from_le_bytes([step]));
                if against { -step } else { step }
            })
            .sum();
        sum += steps as f32 * weights.steps[family] * share(marks.count(family), family);
    }
    sum.clamp(-MOST, MOST)
}

/// What one mark of so many counts: a long sentence has more of them, not more to say.
pub(crate) fn share(count: usize, family: usize) -> f32 {
    const ROOM: [f32; FAMILIES] = [60.0, 20.0, 6.0];
    1.0 / (count as f32 + ROOM[family]).sqrt()
}

/// The parts of a text, from what its sentences and the whole weigh.
pub(crate) fn parts(sentences: &[f32], whole: f32) -> Parts {
    let mut order = sentences.to_vec();
    order.sort_by(|one, other| other.total_cmp(one));
    let count = order.len().max(1) as f32;
    let first = order.first().copied().unwrap_or(-MOST);
    let mean = |of: &[f32], clip: f32| {
        of.iter()
            .map(|weight| weight.clamp(-clip, clip))
            .sum::<f32>()
            / (of.len().max(1) as f32)
    };
    let three = order.get(..order.len().min(3)).unwrap_or_default();
    let tenth = order.get(..order.len().div_ceil(8)).unwrap_or_default();
    let all: f32 = order.iter().map(|weight| exp(weight - first)).sum();
    [
        1.0,
        whole.clamp(-MOST, MOST),
        first,
        first + ln(all.max(1.0)),
        mean(three, MOST),
        mean(tenth, MOST),
        mean(&order, 4.0),
        ln(count),
        ln((count / LONG).max(1.0)),
    ]
}

/// The sum of the parts.
pub(crate) fn sum(parts: &Parts, counts: &Parts) -> f32 {
    parts
        .iter()
        .zip(counts)
        .map(|(part, count)| part * count)
        .sum()
}

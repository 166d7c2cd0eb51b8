// SPDX-License-Identifier: Apache-2.0
//! Logistic regression over sentences, put together softly: a text is as its strongest sentences are,
//! and so is what is learnt from it.

use super::draw::Draw;
use crate::{
    judge::{PARTS, Parts, parts, share, sum},
    mark::{FAMILIES, Marks, SIZE},
    number::{exp, logistic},
    whole::Whole,
};

/// A text to learn from.
pub(crate) struct Item {
    pub(crate) sentences: Vec<Marks>,
    /// What the whole text is made of.
    pub(crate) runs: Whole,
    pub(crate) show: bool,
    pub(crate) weight: f32,
    /// What it counts when the parts are learnt.
    pub(crate) whole: f32,
    /// What is asked of the threshold for it.
    pub(crate) kind: Kind,
}

/// Kinds of texts with a ceiling of their own for showing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Said not to be so.
    Negated,
    /// About anxiety, mindfulness or teaching.
    Ordinary,
    /// Any other line.
    Line,
    /// Made of other texts.
    Made,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) rounds: usize,
    pub(crate) rate: f32,
    /// How much each weight shrinks in a round.
    pub(crate) shrink: f32,
}

/// Weights as they are learnt.
pub(crate) struct Model {
    pub(crate) weights: Vec<f32>,
    pub(crate) base: f32,
}

impl Model {
    /// What a sentence weighs.
    pub(crate) fn weigh(&self, marks: &Marks) -> f32 {
        let families = (0..FAMILIES).map(|family| {
            let each = marks.family(family).map(|(place, against)| {
                if against {
                    -self.weights[place]
                } else {
                    self.weights[place]
                }
            });
            each.sum::<f32>() * share(marks.count(family), family)
        });
        (self.base + families.sum::<f32>()).clamp(-12.0, 12.0)
    }
}

/// Learns from items, in an order that the draw gives.
pub(crate) fn fit(items: &[&Item], pace: Pace, draw: &mut Draw) -> Model {
    let mut model = Model {
        weights: vec![0.0; SIZE],
        base: -1.0,
    };
    let mut steep = vec![0.5_f32; SIZE];
    let mut steep_base = 1.0_f32;
    let mut mean = vec![0.0_f32; SIZE];
    let mut mean_base = 0.0;
    let last = pace.rounds.div_ceil(2);
    let mut order: Vec<usize> = (0..items.len()).collect();
    for round in 0..pace.rounds {
        draw.shuffle(&mut order);
        for place in &order {
            let item = items[*place];
            let weighed: Vec<f32> = item
                .sentences
                .iter()
                .map(|marks| model.weigh(marks))
                .collect();
            let first = weighed.iter().copied().fold(f32::MIN, f32::max);
            let shares: Vec<f32> = weighed.iter().map(|weight| exp(weight - first)).collect();
            let all: f32 = shares.iter().sum();
            let sum = first + crate::number::ln(all.max(1.0));
            let error = (logistic(sum) - f32::from(u8::from(item.show))) * item.weight;
            if error.abs() < 0.002 {
                continue;
            }
            for (marks, one) in item.sentences.iter().zip(&shares) {
                let error = error * one / all;
                if error.abs() < 0.001 {
                    continue;
                }
                steep_base += error * error;
                model.base -= pace.rate * 0.3 * error / steep_base.sqrt();
                for family in 0..FAMILIES {
                    let slope = error * share(marks.count(family), family);
                    for (mark, against) in marks.family(family) {
                        let slope = if against { -slope } else { slope };
                        steep[mark] += slope * slope;
                        model.weights[mark] -= pace.rate * slope / steep[mark].sqrt();
                    }
                }
            }
        }
        for weight in &mut model.weights {
            *weight *= 1.0 - pace.shrink;
        }
        if round + last >= pace.rounds {
            mean_base += model.base / last as f32;
            for (mean, weight) in mean.iter_mut().zip(&model.weights) {
                *mean += weight / last as f32;
            }
        }
    }
    Model {
        weights: mean,
        base: mean_base,
    }
}

/// Learns what each part of a text counts for; none but the base and the lengths counts against.
pub(crate) fn fit_parts(items: &[(Parts, &Item)]) -> Parts {
    let mut counts: Parts = [0.0, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.0, 0.0];
    let all: f32 = items.iter().map(|(_, item)| item.whole).sum();
    let mut speed = [0.0_f32; PARTS];
    for _ in 0..3000 {
        let mut slope = [0.0_f32; PARTS];
        for (parts, item) in items {
            let wanted = f32::from(u8::from(item.show));
            let error = (logistic(sum(parts, &counts)) - wanted) * item.whole / all;
            for (slope, part) in slope.iter_mut().zip(parts) {
                *slope += error * part;
            }
        }
        for place in 0..PARTS {
            speed[place] = 0.9 * speed[place] - 0.05 * (slope[place] + 0.0005 * counts[place]);
            counts[place] += speed[place];
            if place != 0 && place < PARTS - 2 {
                counts[place] = counts[place].max(0.0);
            }
        }
    }
    counts
}

/// The parts of an item under a model.
pub(crate) fn parts_of(item: &Item, model: &Model, whole: f32) -> Parts {
    let weighed: Vec<f32> = item
        .sentences
        .iter()
        .map(|marks| model.weigh(marks))
        .collect();
    parts(&weighed, whole)
}

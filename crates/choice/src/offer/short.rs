// SPDX-License-Identifier: Apache-2.0
//! Which few may be among the offers.

use crate::{
    SLATE, Situation,
    learn::{Outlook, Rng},
};
use kindhold_care::Practice;

/// How many may be among the offers. What is surely among the best three is offered with the greatest chance, 0.8, so
/// that 0.6 of the three places go to others in any case: with five, to the next two. With nine, simulated people
/// lose more and are offered more that harms (`docs/choice.md`).
const SHORT: usize = 5;
/// How many draws a chance is counted from.
const DRAWS: u32 = 400;

/// What a study draws evenly from: all that answers what self-injury would do now, or all there is.
pub(super) fn all_that_fit(open: &[&Practice], now: &Situation) -> (Vec<usize>, Vec<f64>) {
    let fits = |n: &usize| now.functions.iter().any(|f| open[*n].fits(*f));
    let those: Vec<usize> = (0..open.len()).filter(fits).collect();
    let short = if those.len() < SLATE {
        (0..open.len()).collect()
    } else {
        those
    };
    (short, vec![1.0; open.len()])
}

/// The few that may be offered, by how often they are among the best three of a draw, with that share of each of all.
pub(super) fn shortlist(
    open: &[&Practice],
    outlook: &Outlook,
    mean: &[f64],
    rng: &mut Rng,
) -> (Vec<usize>, Vec<f64>) {
    let wanted = outlook.best(SLATE, DRAWS, rng);
    let mut order: Vec<usize> = (0..open.len()).collect();
    order.sort_by(|a, b| {
        let by_mean = mean[*b].total_cmp(&mean[*a]);
        wanted[*b]
            .total_cmp(&wanted[*a])
            .then(by_mean)
            .then(a.cmp(b))
    });
    let mut short: Vec<usize> = Vec::with_capacity(SHORT);
    for n in &order {
        let n = *n;
        let second_breath = open[n].has_breath() && short.iter().any(|s| open[*s].has_breath());
        if short.len() < SHORT && !second_breath {
            short.push(n);
        }
    }
    // Hardly anything but breathing left.
    for n in order {
        if short.len() < SLATE && !short.contains(&n) {
            short.push(n);
        }
    }
    (short, wanted)
}

/// Breathing is never first, where there is anything else.
pub(super) fn breath_later(drawn: &mut [usize], open: &[&Practice]) {
    let calm = drawn.iter().position(|n| !open[*n].has_breath());
    if let Some(calm) = calm {
        drawn[..=calm].rotate_right(1);
    }
}

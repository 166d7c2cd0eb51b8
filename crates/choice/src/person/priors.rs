// SPDX-License-Identifier: Apache-2.0
use super::{Design, Fitted};
use crate::learn::{Component, Prior};

/// Nothing is forgotten.
const STAYS: f64 = 1.0;
/// Half is forgotten after about 35 decisions.
const FADES: f64 = 0.98;
/// What a prior's noise is worth, in observations.
const SURE_OF_NOISE: f64 = 15.0;

/// The priors that are weighed against each other. What other people taught is one of them; the others doubt its
/// direction, or know nothing.
pub(super) fn components(design: &Design, fitted: Option<&Fitted>) -> Vec<Component> {
    let Some(fitted) = fitted else {
        return vec![
            component(flat(design, 1.0, 0.5, 0.3), STAYS, 0.4),
            component(flat(design, 1.0, 0.5, 0.3), FADES, 0.1),
            component(flat(design, 0.1, 0.05, 0.3), STAYS, 0.4),
            component(flat(design, 0.1, 0.05, 0.3), FADES, 0.1),
        ];
    };
    vec![
        component(informed(fitted), STAYS, 0.67),
        component(informed(fitted), FADES, 0.1),
        component(turned(fitted), STAYS, 0.09),
        component(opposite(fitted), STAYS, 0.1),
        component(flat(design, 1.0, 0.5, fitted.noise), STAYS, 0.04),
    ]
}

const fn component(prior: Prior, keep: f64, share: f64) -> Component {
    Component { prior, keep, share }
}

/// Like other people.
fn informed(fitted: &Fitted) -> Prior {
    Prior {
        mean: fitted.mean.clone(),
        spread: fitted.spread.iter().map(|v| v / fitted.noise).collect(),
        shape: SURE_OF_NOISE,
        rate: SURE_OF_NOISE * fitted.noise,
    }
}

/// As far from nothing as other people are, in either direction: the same line, its sign unknown. When what others
/// taught is the wrong way round, two or three outcomes are enough to turn.
fn turned(fitted: &Fitted) -> Prior {
    let mut prior = informed(fitted);
    let d = fitted.mean.len();
    for n in 0..d {
        for m in 0..d {
            prior.spread[n * d + m] += fitted.mean[n] * fitted.mean[m] / fitted.noise;
        }
    }
    prior.mean.fill(0.0);
    prior
}

/// The other way round altogether.
fn opposite(fitted: &Fitted) -> Prior {
    let mut prior = informed(fitted);
    prior.mean.iter_mut().for_each(|m| *m = -*m);
    prior
}

/// Nothing known: levels and slopes of options vary by so much, in squared units of reward.
fn flat(design: &Design, level: f64, slope: f64, noise: f64) -> Prior {
    let variance: Vec<f64> = (0..design.weights())
        .map(|w| match (design.is_shared(w), design.is_level(w)) {
            (true, true) => 4.0,
            (true, false) => 1.0,
            (false, true) => level,
            (false, false) => slope,
        })
        .collect();
    Prior::independent(vec![0.0; variance.len()], &variance, noise, 1.0)
}

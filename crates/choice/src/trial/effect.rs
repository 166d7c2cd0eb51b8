// SPDX-License-Identifier: Apache-2.0
use crate::evaluate::{
    matrix::{add, add_square, dot, sizes, solve, solve_in},
    student,
};
use std::collections::BTreeMap;

/// One decision, ready for the analysis.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Whose it was, as a number.
    pub person: usize,
    /// What came of it.
    pub outcome: f64,
    /// Whether it was treated.
    pub treated: bool,
    /// The chance of being treated that it had, above 0 and below 1.
    pub chance: f64,
    /// By what the effect may differ; 1 is always before it.
    pub moderators: Vec<f64>,
    /// What else says something about the outcome; 1 is always before it.
    pub controls: Vec<f64>,
}

/// One coefficient of the effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// How much the outcome differs.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// Its interval.
    pub interval: (f64, f64),
}

/// What comes out of weighted and centred least squares.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The effect where all moderators are 0, then by how much it differs for each step of each moderator.
    pub effects: Vec<Effect>,
    /// Degrees of freedom: people less coefficients.
    pub freedom: usize,
    /// People.
    pub people: usize,
    /// Decisions.
    pub decisions: usize,
    /// The chance that decisions were weighed to.
    pub reference: f64,
    /// The largest weight.
    pub most: f64,
}

/// Why no effect is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FitError {
    /// A chance of 0 or 1, numbers that are none, rows of two lengths.
    #[error("row {row} has a number that cannot be, or other columns than the first")]
    Row {
        /// Its place, from 1.
        row: usize,
    },
    /// No more people than coefficients.
    #[error(
        "{people} people are too few for {coefficients} coefficients: leave moderators or controls out, or wait for more people"
    )]
    TooFew {
        /// How many there are.
        people: usize,
        /// How many are estimated.
        coefficients: usize,
    },
    /// A coefficient that nothing, or one person alone, speaks for.
    #[error(
        "the effect cannot be told apart from the rest: a moderator or control hardly varies, or varies in one person alone; leave it out"
    )]
    Singular,
}

/// Weighted and centred least squares (Boruvka and others 2018): the outcome on the controls and on treatment less
/// `reference`, by the moderators, each decision weighed by `reference` over the chance of what happened. The effect
/// is right whatever the controls are, since chance alone decided on treatment.
///
/// The variance is a sandwich over people with the correction of Mancl and DeRouen (2001). For a linear model with
/// working independence, `Xᵀ W (I - H)⁻¹ r` of one person is `B (B - A)⁻¹ Xᵀ W r` with `A = Xᵀ W X` and `B` the sum
/// of all `A`, so it takes no matrix as large as a person's decisions. The interval has Student's distribution with
/// people less coefficients as degrees of freedom (Liao and others 2016). The published implementation (the R
/// package MRTAnalysis) corrects up to 50 people only; here it is always done.
///
/// # Errors
/// [`FitError`].
pub fn wcls(rows: &[Row], reference: f64, level: f64) -> Result<Fit, FitError> {
    let (controls, moderators) = rows.first().map_or((1, 1), |row| {
        (1 + row.controls.len(), 1 + row.moderators.len())
    });
    let count = controls + moderators;
    let sound = reference > 0.0 && reference < 1.0 && level > 0.0 && level < 1.0;
    for (n, row) in rows.iter().enumerate() {
        let numbers = row.moderators.iter().chain(&row.controls);
        let finite = numbers.chain([&row.outcome]).all(|x| x.is_finite());
        let chance = row.chance > 0.0 && row.chance < 1.0;
        let width = (1 + row.controls.len(), 1 + row.moderators.len()) == (controls, moderators);
        if !(sound && finite && chance && width) {
            return Err(FitError::Row { row: n + 1 });
        }
    }
    let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        of.entry(row.person).or_default().push(n);
    }
    if of.len() <= count {
        return Err(FitError::TooFew {
            people: of.len(),
            coefficients: count,
        });
    }
    let design: Vec<(Vec<f64>, f64)> = rows.iter().map(|row| weighed(row, reference)).collect();
    let (mut bread, mut right) = (vec![0.0; count * count], vec![0.0; count]);
    for ((x, weight), row) in design.iter().zip(rows) {
        add_square(&mut bread, x, *weight);
        add(&mut right, x, weight * row.outcome);
    }
    let found = solve(&bread, &right).ok_or(FitError::Singular)?;
    let (size, mut variance) = (sizes(&bread, count), vec![0.0; count * count]);
    for own in of.values() {
        let (mut without, mut score) = (bread.clone(), vec![0.0; count]);
        for n in own {
            let (x, weight) = &design[*n];
            add_square(&mut without, x, -weight);
            add(&mut score, x, weight * (rows[*n].outcome - dot(x, &found)));
        }
        let part = solve_in(&without, &score, &size).ok_or(FitError::Singular)?;
        add_square(&mut variance, &part, 1.0);
    }
    let freedom = of.len() - count;
    let reach = student::reach(level, freedom as f64);
    let effects = (controls..count).map(|n| {
        let (value, error) = (found[n], libm::sqrt(variance[n * count + n]));
        Effect {
            value,
            error,
            interval: (value - reach * error, value + reach * error),
        }
    });
    Ok(Fit {
        effects: effects.collect(),
        freedom,
        people: of.len(),
        decisions: rows.len(),
        reference,
        most: design.iter().map(|(_, weight)| *weight).fold(0.0, f64::max),
    })
}

/// A row of the design, controls first, and its weight.
fn weighed(row: &Row, reference: f64) -> (Vec<f64>, f64) {
    let treated = f64::from(u8::from(row.treated));
    let weight = if row.treated {
        reference / row.chance
    } else {
        (1.0 - reference) / (1.0 - row.chance)
    };
    let centred = treated - reference;
    let controls = std::iter::once(1.0).chain(row.controls.iter().copied());
    let moderators = std::iter::once(1.0).chain(row.moderators.iter().copied());
    (
        controls.chain(moderators.map(|f| f * centred)).collect(),
        weight,
    )
}

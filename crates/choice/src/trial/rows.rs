// SPDX-License-Identifier: Apache-2.0
use super::{Covariate, Fit, FitError, Plan, Point, Row, chance_of_any, wcls};
use crate::{SLATE, offer::EVEN_RULE};
use kindhold_care::Practice;
use std::{collections::BTreeMap, fmt::Write as _};

/// A person's moments.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    /// What stands for the person in this study.
    pub name: String,
    /// Their moments, in the order of time.
    pub points: Vec<Point>,
}

/// Moments that are not in the analysis, each counted once, for the first reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Nothing was drawn evenly for this study: the fixed order, the learning choice, another day.
    pub not_drawn: usize,
    /// Drawn by a rule that this program does not know.
    pub unknown_rule: usize,
    /// It is not known of every practice whether it counts as treated: withheld, or not in the content that was given.
    pub unknown_practice: usize,
    /// Chance had no part in whether it was treated: all or none that could have been offered would have made it so.
    pub certain: usize,
    /// The outcome was not said.
    pub no_outcome: usize,
    /// A moderator or control was not said.
    pub no_covariate: usize,
}

/// A decision in the analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The person's place among those given.
    pub person: usize,
    /// The moment's number.
    pub number: u32,
    /// Its day, as the research file tells it.
    pub day: i64,
    /// Whether at least one treated practice was among the offers.
    pub treated: bool,
    /// The chance of that.
    pub chance: f64,
    /// The outcome; `None` when it was not said.
    pub outcome: Option<f64>,
    /// The plan's controls (moderators first), by [`Plan::all_controls`]; `None` when not said.
    pub covariates: Vec<Option<f64>>,
}

/// Decisions, ready for the analysis: those without an outcome stand there too, so that anybody can look at who is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// The people's names, in the order given.
    pub people: Vec<String>,
    /// The decisions.
    pub decisions: Vec<Decided>,
    /// What was left out.
    pub left_out: LeftOut,
    /// Columns of [`Decided::covariates`].
    pub covariates: Vec<Covariate>,
}

/// Picks the decisions that chance made for this study: the first choice of each moment, where it was drawn evenly. Later
/// choices of a moment come after what was tried, so they are not its treatment.
#[must_use]
pub fn rows(plan: &Plan, practices: &[Practice], people: &[Person]) -> Rows {
    let treated: BTreeMap<&str, bool> = practices
        .iter()
        .map(|p| (p.id.as_str(), plan.treats(p)))
        .collect();
    let covariates = plan.all_controls();
    let mut out = Rows {
        people: people.iter().map(|p| p.name.clone()).collect(),
        decisions: Vec::new(),
        left_out: LeftOut::default(),
        covariates,
    };
    for (person, of) in people.iter().enumerate() {
        for point in &of.points {
            match treatment(point, &treated, &mut out.left_out) {
                Some((treated, chance)) => {
                    let covariates: Vec<Option<f64>> =
                        out.covariates.iter().map(|c| c.of(point)).collect();
                    let outcome = plan.outcome.of(point);
                    if outcome.is_none() {
                        out.left_out.no_outcome += 1;
                    } else if covariates.iter().any(Option::is_none) {
                        out.left_out.no_covariate += 1;
                    }
                    out.decisions.push(Decided {
                        person,
                        number: point.number,
                        day: point.day,
                        treated,
                        chance,
                        outcome,
                        covariates,
                    });
                }
                None => continue,
            }
        }
    }
    out
}

/// Whether a moment was treated and with which chance; `None`, and counted, where chance had no part in it.
fn treatment(
    point: &Point,
    treats: &BTreeMap<&str, bool>,
    left_out: &mut LeftOut,
) -> Option<(bool, f64)> {
    let Some(first) = point.draws.first().filter(|d| d.for_study) else {
        left_out.not_drawn += 1;
        return None;
    };
    if first.rule != EVEN_RULE {
        left_out.unknown_rule += 1;
        return None;
    }
    let marked: Option<Vec<bool>> = first
        .among
        .iter()
        .map(|a| treats.get(a.practice.as_ref()?.as_str()).copied())
        .collect();
    let Some(marked) = marked else {
        left_out.unknown_practice += 1;
        return None;
    };
    let chance = chance_of_any(&marked, SLATE);
    if chance <= 0.0 || chance >= 1.0 {
        left_out.certain += 1;
        return None;
    }
    let offered = first.among.iter().zip(&marked);
    Some((
        offered.into_iter().any(|(a, marked)| a.offered && *marked),
        chance,
    ))
}

/// Why a study's effect is not computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrialError {
    /// Fewer people than the plan asks for.
    #[error(
        "{people} people have something to compare, the plan asks for at least {least}: nothing is computed; wait for more"
    )]
    TooFew {
        /// People with at least one decision in the analysis.
        people: usize,
        /// What the plan asks for.
        least: usize,
    },
    /// The numbers do not allow it.
    #[error(transparent)]
    Fit(#[from] FitError),
}

/// A study's effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects {
    /// Over all moments: what the study is about.
    pub marginal: Fit,
    /// By the plan's moderators, where it has any; or why they cannot be told apart.
    pub moderated: Option<Result<Fit, FitError>>,
}

/// The effect that the plan asks for.
///
/// # Errors
/// [`TrialError`]; with too few people nothing is computed.
pub fn effects(plan: &Plan, rows: &Rows) -> Result<Effects, TrialError> {
    let whole = |moderators: usize| -> Vec<Row> {
        let known = rows.decisions.iter().filter_map(|d| {
            let controls: Option<Vec<f64>> = d.covariates.iter().copied().collect();
            let controls = controls?;
            Some(Row {
                person: d.person,
                outcome: d.outcome?,
                treated: d.treated,
                chance: d.chance,
                moderators: controls[..moderators].to_vec(),
                controls,
            })
        });
        known.collect()
    };
    let plain = whole(0);
    let mut people: Vec<usize> = plain.iter().map(|row| row.person).collect();
    people.dedup();
    let least = plan.smallest;
    if people.len() < least {
        return Err(TrialError::TooFew {
            people: people.len(),
            least,
        });
    }
    let mean = plain.iter().map(|row| row.chance).sum::<f64>() / plain.len() as f64;
    let reference = plan.reference.unwrap_or(mean);
    let moderated = match plan.moderators.len() {
        0 => None,
        some => Some(wcls(&whole(some), reference, plan.level)),
    };
    Ok(Effects {
        marginal: wcls(&plain, reference, plan.level)?,
        moderated,
    })
}

impl Rows {
    /// A table for any other program, values separated by commas: one line a decision, empty where nothing was said.
    /// Every cell is a number, a name of a list or a pseudonym.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut out = String::from("person,number,day,treated,chance,outcome");
        for covariate in &self.covariates {
            let _ = write!(out, ",{}", covariate.name());
        }
        out.push('\n');
        let told = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
        for d in &self.decisions {
            let person = self.people.get(d.person).map_or("", String::as_str);
            let treated = u8::from(d.treated);
            let outcome = told(d.outcome);
            let _ = write!(
                out,
                "{person},{},{},{treated},{},{outcome}",
                d.number, d.day, d.chance
            );
            for covariate in &d.covariates {
                let _ = write!(out, ",{}", told(*covariate));
            }
            out.push('\n');
        }
        out
    }
}

// SPDX-License-Identifier: Apache-2.0
//! Scores from answers. None is kept: they come from the answers each time.
//!
//! At most a tenth of a scale's items may be missing: then the mean of the others stands for them, and it is said.
//! With more missing there is no score. An answer out of range is no answer: there is no score either. The two ways
//! to score are the published one ([`crate::key`]), where an item that does not show counts as missing, and the
//! file's own calculation, where it does not.

use crate::instrument::Instrument;
use crate::key::{Applied, How};
use kindhold_care::{Answer, Answers};

/// What is measured: one number from some items.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Its name in data: `phq-9`, `fscrs.reassured-self`, or the `linkId` of what the file calculates.
    pub id: String,
    /// Its short name on screen and paper.
    pub name: String,
    /// The smallest score that can be; for a calculation of a file that is no sum, the smallest of those tried.
    pub least: f64,
    /// The largest, in the same way.
    pub most: f64,
    /// LOINC's code of the score, where there is one.
    pub loinc: Option<String>,
    /// The items that it is made of, by their `linkId`.
    pub items: Vec<String>,
    /// How much has to change before it is more than the measure itself varies by, where that is known.
    pub change: Option<ChangeFacts>,
    /// Where a published line between two groups of people lies, if there is one. Never a class of a person.
    pub cut_off: Option<CutOff>,
    /// Which direction is for the better, where that is known.
    pub better: Option<Better>,
    /// It was tried on people, and published. `false` for what we made ourselves and for what only a file says.
    pub validated: bool,
    /// Items that are asked with it and never counted (how hard it all makes life, in PHQ-9).
    pub answer_only: Vec<String>,
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// Less is better.
    Less,
    /// More is better.
    More,
}

/// Facts about a scale from which the change that counts is known, each with its source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangeFacts {
    /// Points, where a paper gives them.
    pub points: Option<f64>,
    /// Per cent of confidence that the points stand for, where the paper says so.
    pub confidence: Option<u8>,
    /// Standard deviation of the sample.
    pub sd: Option<f64>,
    /// Cronbach's alpha; the lowest of those published.
    pub alpha: Option<f64>,
    /// The paper.
    pub source: &'static str,
    /// Somebody compared it with the paper.
    pub checked: bool,
}

/// A published line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CutOff {
    /// At this score.
    pub at: f64,
    /// The line is drawn at it and above; else at it and below.
    pub and_above: bool,
    /// The paper.
    pub source: &'static str,
    /// Somebody compared it with the paper.
    pub checked: bool,
}

/// A scale and what these answers give on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What is measured.
    pub scale: Scale,
    /// The number, or why there is none.
    pub result: Result<Scored, NoScore>,
}

/// A score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The number.
    pub value: f64,
    /// Items without an answer.
    pub missing: usize,
    /// Items in all.
    pub of: usize,
    /// The mean of the others stands for those that are missing.
    pub prorated: bool,
}

/// Why there is no score.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoScore {
    /// More than a tenth is missing, or the file's own calculation allows for none.
    #[error("{missing} of {of} answers are missing. Answer them to get a score.")]
    Missing {
        /// Without an answer.
        missing: usize,
        /// In all.
        of: usize,
    },
    /// An answer that cannot be one.
    #[error("The answer to “{link_id}” is out of range. Answer it again to get a score.")]
    OutOfRange {
        /// The item.
        link_id: String,
    },
    /// The calculation gives nothing.
    #[error("The questionnaire's own calculation gives nothing for these answers.")]
    Nothing,
}

impl Instrument {
    /// What the answers give on each scale, in a fixed order. Empty where nothing says how it is scored.
    #[must_use]
    pub fn scores(&self, answers: &Answers) -> Vec<Score> {
        if self.form.scoring.is_empty() {
            return Vec::new();
        }
        let completed = self.completed(answers);
        let enabled = self.form.enabled(&completed);
        self.form
            .scoring
            .iter()
            .map(|applied| Score {
                scale: applied.scale.clone(),
                result: self.score(applied, &completed, &enabled),
            })
            .collect()
    }

    /// The scales that it has, without answers.
    #[must_use]
    pub fn scales(&self) -> Vec<Scale> {
        let scoring = self.form.scoring.iter();
        scoring.map(|applied| applied.scale.clone()).collect()
    }

    /// Of what was answered, what shows: the answer to an item that has gone away counts for nothing.
    fn score(
        &self,
        applied: &Applied,
        answers: &Answers,
        enabled: &[bool],
    ) -> Result<Scored, NoScore> {
        let own = applied.how == How::Own;
        let mut values = Vec::with_capacity(applied.counted.len());
        let mut missing = 0;
        for counted in &applied.counted {
            let link_id = &self.form.nodes[counted.place].link_id;
            let shows = enabled[counted.place];
            let given = answers.get(link_id).filter(|_| shows);
            match given.map(Vec::as_slice) {
                None | Some([]) if own && !shows => {}
                None | Some([]) => missing += 1,
                Some(all) if own && counted.worth.is_empty() => values.push(all.len() as f64),
                Some([one]) => values.push(counted.value(one).ok_or(NoScore::OutOfRange {
                    link_id: link_id.clone(),
                })?),
                Some(many) if own => {
                    values.push(many.iter().filter_map(|one| counted.value(one)).sum());
                }
                Some(_) => {
                    let link_id = link_id.clone();
                    return Err(NoScore::OutOfRange { link_id });
                }
            }
        }
        let of = values.len() + missing;
        let too_many = missing * 10 > of || values.is_empty();
        if too_many || (missing > 0 && !applied.additive) {
            return Err(NoScore::Missing { missing, of });
        }
        let value = if own && missing == 0 {
            self.own_number(applied, answers).ok_or(NoScore::Nothing)?
        } else {
            applied.combined(values.iter().sum(), values.len(), of)
        };
        Ok(Scored {
            value,
            missing,
            of,
            prorated: missing > 0,
        })
    }

    fn own_number(&self, applied: &Applied, completed: &Answers) -> Option<f64> {
        let link_id = &self.form.nodes[applied.own?].link_id;
        match completed.get(link_id)?.as_slice() {
            [one] => number(one),
            _ => None,
        }
    }
}

/// The number of an answer that is one.
pub(crate) fn number(answer: &Answer) -> Option<f64> {
    answer.value.parse().ok().filter(|n: &f64| n.is_finite())
}

/// Without what binary fractions leave behind: at most nine places.
pub(crate) fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

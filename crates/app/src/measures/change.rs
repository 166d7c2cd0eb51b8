// SPDX-License-Identifier: Apache-2.0
//! What may be said of two numbers of one scale.

use super::course::Course;
use kindhold_care::When;
use kindhold_measure::{
    Better, Scale,
    change::{Change, Confidence, CutOff, Direction, Needed, Reliability, Verdict},
};

/// What the newest number says beside the one before it.
pub(super) struct Newest {
    /// The one before.
    pub(super) before: (When, f64),
    /// The newest.
    pub(super) now: (When, f64),
    /// What may be said.
    pub(super) what: Told,
}

/// What may be said of a change.
pub(super) enum Told {
    /// Easier, by more than measuring varies.
    Better,
    /// Harder, by more than measuring varies.
    Worse {
        /// Where the figure for that comes from.
        source: String,
    },
    /// No more than measuring varies.
    Same,
    /// Nobody has published how much measuring varies here.
    Unknown,
}

/// The difference that counts on a scale: a published figure first, else worked out at 95 %.
pub(super) fn needed(scale: &Scale) -> Option<Needed> {
    let facts = scale.change?;
    if let Some(points) = facts.points {
        let confidence = match facts.confidence {
            Some(90) => Some(Confidence::Ninety),
            Some(95) => Some(Confidence::NinetyFive),
            _ => None,
        };
        return Some(Needed::Published {
            points,
            confidence,
            source: facts.source,
        });
    }
    Some(Needed::Computed {
        reliability: Reliability {
            sd: facts.sd?,
            alpha: facts.alpha?,
            source: facts.source,
        },
        confidence: Confidence::NinetyFive,
    })
}

/// Which way is the easier one.
pub(super) const fn direction(scale: &Scale) -> Option<Direction> {
    match scale.better {
        Some(Better::Less) => Some(Direction::LowerIsBetter),
        Some(Better::More) => Some(Direction::HigherIsBetter),
        None => None,
    }
}

/// Half of the error band around one number, in points; none where nobody has published it.
pub(super) fn band(course: &Course) -> Option<f64> {
    let half = needed(&course.scale)?.band();
    half.is_finite().then_some(half)
}

/// A published line between two groups of people, and its source.
pub(super) fn cut_off(course: &Course) -> Option<(f64, &'static str)> {
    course.scale.cut_off.map(|cut| (cut.at, cut.source))
}

/// The newest two numbers of a scale; `None` before there are two.
pub(super) fn newest(course: &Course) -> Option<Newest> {
    let (before, now) = course.newest_two()?;
    let what = match (direction(&course.scale), needed(&course.scale)) {
        (Some(direction), Some(needed)) => {
            let line = course.scale.cut_off.map(|cut| CutOff {
                at: cut.at,
                source: cut.source,
            });
            let change = Change::of(before.1, now.1, direction, Some(needed), line);
            match change.verdict {
                Verdict::Better => Told::Better,
                Verdict::Worse => Told::Worse {
                    source: needed.source().to_owned(),
                },
                Verdict::WithinMeasuring => Told::Same,
                _ => Told::Unknown,
            }
        }
        _ => Told::Unknown,
    };
    Some(Newest { before, now, what })
}

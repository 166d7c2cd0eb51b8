// SPDX-License-Identifier: Apache-2.0
//! What may be said of two numbers of one scale.

use super::course::Course;
use kindhold_care::When;
use kindhold_measure::change::{Change, Confidence, Needed, Verdict};

/// How sure, where a published figure does not say.
const SURE: Confidence = Confidence::NinetyFive;

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

/// Half of the error band around one number, in points; none where nobody has published it.
pub(super) fn band(course: &Course) -> Option<f64> {
    let half = Needed::of_scale(&course.scale, SURE)?.band();
    half.is_finite().then_some(half)
}

/// A published line between two groups of people, and its source.
pub(super) fn cut_off(course: &Course) -> Option<(f64, &'static str)> {
    course.scale.cut_off.map(|cut| (cut.at, cut.source))
}

/// The newest two numbers of a scale; `None` before there are two.
pub(super) fn newest(course: &Course) -> Option<Newest> {
    let (before, now) = course.newest_two()?;
    let change = Change::of_scale(&course.scale, before.1, now.1, SURE);
    let what = match change.map(|change| (change.verdict, change.needed)) {
        Some((Verdict::Better, _)) => Told::Better,
        Some((Verdict::Worse, Some(needed))) => Told::Worse {
            source: needed.source().to_owned(),
        },
        Some((Verdict::WithinMeasuring, _)) => Told::Same,
        _ => Told::Unknown,
    };
    Some(Newest { before, now, what })
}

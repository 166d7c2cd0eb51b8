// SPDX-License-Identifier: Apache-2.0
//! From what is known of a scale to what may be said about two of its scores.

use super::{Change, Confidence, CutOff, Direction, Needed, Reliability};
use crate::score::{self, Better, ChangeFacts, Scale};

impl Needed {
    /// From the facts about a scale: the published figure where there is one, else worked out from standard deviation
    /// and alpha at this confidence. None where one of the two is missing.
    #[must_use]
    pub fn of_facts(facts: &ChangeFacts, confidence: Confidence) -> Option<Self> {
        if let Some(points) = facts.points {
            return Some(Self::Published {
                points,
                confidence: match facts.confidence {
                    Some(90) => Some(Confidence::Ninety),
                    Some(95) => Some(Confidence::NinetyFive),
                    _ => None,
                },
                source: facts.source,
            });
        }
        Some(Self::Computed {
            reliability: Reliability {
                sd: facts.sd?,
                alpha: facts.alpha?,
                source: facts.source,
            },
            confidence,
        })
    }

    /// The same for a scale.
    #[must_use]
    pub fn of_scale(scale: &Scale, confidence: Confidence) -> Option<Self> {
        Self::of_facts(scale.change.as_ref()?, confidence)
    }
}

impl From<Better> for Direction {
    fn from(better: Better) -> Self {
        match better {
            Better::Less => Self::LowerIsBetter,
            Better::More => Self::HigherIsBetter,
        }
    }
}

impl From<&score::CutOff> for CutOff {
    fn from(line: &score::CutOff) -> Self {
        Self {
            at: line.at,
            source: line.source,
        }
    }
}

impl Change {
    /// Compares two scores of one scale. None where nobody knows which direction is for the better. A line that is
    /// drawn the other way round than the scale points is left out.
    #[must_use]
    pub fn of_scale(scale: &Scale, from: f64, to: f64, confidence: Confidence) -> Option<Self> {
        let direction = Direction::from(scale.better?);
        let fits =
            |line: &&score::CutOff| line.and_above == (direction == Direction::LowerIsBetter);
        let line = scale.cut_off.as_ref().filter(fits).map(CutOff::from);
        let needed = Needed::of_scale(scale, confidence);
        Some(Self::of(from, to, direction, needed, line))
    }
}

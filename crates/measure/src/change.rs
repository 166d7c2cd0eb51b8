// SPDX-License-Identifier: Apache-2.0
//! Change that counts: whether two scores differ by more than the measure itself varies by.
//!
//! Jacobson & Truax (1991), *Clinical significance*, J. Consulting and Clinical Psychology 59(1):12-19. It says that
//! two numbers differ; it says nothing about why, nor about what comes next.

mod known;

/// How sure a statement about measuring is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Confidence {
    /// 90 %: wrong in one of ten who did not change.
    Ninety,
    /// 95 %: wrong in one of twenty who did not change.
    #[default]
    NinetyFive,
}

impl Confidence {
    /// The normal deviate of the two-sided interval: 1.645 or 1.960.
    #[must_use]
    pub const fn z(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_2,
            Self::NinetyFive => 1.959_963_984_540_054,
        }
    }

    /// Per cent, for a sentence: 90 or 95.
    #[must_use]
    pub const fn per_cent(self) -> u8 {
        match self {
            Self::Ninety => 90,
            Self::NinetyFive => 95,
        }
    }
}

/// How exactly a scale measures, as somebody found it in a sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Standard deviation of scores before treatment, in points; 0 or more.
    pub sd: f64,
    /// Cronbach's alpha, 0 to 1.
    pub alpha: f64,
    /// Where both come from.
    pub source: &'static str,
}

impl Reliability {
    /// The standard error of measurement, SD·√(1−α), in points. Infinite where the facts make no sense, so that
    /// nothing counts as a change.
    #[must_use]
    pub fn standard_error(self) -> f64 {
        let makes_sense =
            self.sd.is_finite() && self.sd >= 0.0 && (0.0..=1.0).contains(&self.alpha);
        if makes_sense {
            self.sd * (1.0 - self.alpha).sqrt()
        } else {
            f64::INFINITY
        }
    }

    /// By how many points two scores have to differ: z·SD·√2·√(1−α).
    #[must_use]
    pub fn needed(self, confidence: Confidence) -> f64 {
        confidence.z() * std::f64::consts::SQRT_2 * self.standard_error()
    }

    /// Half of the error band around one score, in points: z·SD·√(1−α).
    #[must_use]
    pub fn band(self, confidence: Confidence) -> f64 {
        confidence.z() * self.standard_error()
    }
}

/// The difference from which on a change counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Needed {
    /// Worked out from how exactly the scale measures; more than this counts.
    Computed {
        /// How exactly it measures.
        reliability: Reliability,
        /// How sure.
        confidence: Confidence,
    },
    /// A figure that was published; this much or more counts.
    Published {
        /// Points.
        points: f64,
        /// How sure; none where the source does not say.
        confidence: Option<Confidence>,
        /// Where it comes from.
        source: &'static str,
    },
}

impl Needed {
    /// The points.
    #[must_use]
    pub fn points(self) -> f64 {
        match self {
            Self::Computed {
                reliability,
                confidence,
            } => reliability.needed(confidence),
            Self::Published { points, .. } => points,
        }
    }

    /// How sure; none where a source does not say.
    #[must_use]
    pub const fn confidence(self) -> Option<Confidence> {
        match self {
            Self::Computed { confidence, .. } => Some(confidence),
            Self::Published { confidence, .. } => confidence,
        }
    }

    /// Where it comes from.
    #[must_use]
    pub const fn source(self) -> &'static str {
        match self {
            Self::Computed { reliability, .. } => reliability.source,
            Self::Published { source, .. } => source,
        }
    }

    /// Half of the error band around one score, in points. A published figure for a difference holds the errors of
    /// two scores, so one has 1/√2 of it (the same formula, turned round).
    #[must_use]
    pub fn band(self) -> f64 {
        match self {
            Self::Computed {
                reliability,
                confidence,
            } => reliability.band(confidence),
            Self::Published { points, .. } => points / std::f64::consts::SQRT_2,
        }
    }

    fn is_reached_by(self, difference: f64) -> bool {
        match self {
            Self::Computed { .. } => difference.abs() > self.points(),
            Self::Published { points, .. } => difference.abs() >= points,
        }
    }
}

/// Which way a scale points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// A lower score is easier for the person (most questionnaires).
    #[default]
    LowerIsBetter,
    /// A higher score is easier (WHO-5, self-compassion).
    HigherIsBetter,
}

impl Direction {
    /// A difference, turned so that above 0 is better.
    #[must_use]
    pub const fn gain(self, difference: f64) -> f64 {
        match self {
            Self::LowerIsBetter => -difference,
            Self::HigherIsBetter => difference,
        }
    }
}

/// A line between what is usual among people who seek help and what is usual among others. A convention about
/// groups: nobody is sorted by it, and a score near it can lie on either side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CutOff {
    /// The score at which the side of people who seek help begins.
    pub at: f64,
    /// Where it comes from.
    pub source: &'static str,
}

impl CutOff {
    /// Jacobson & Truax's criterion c, (s0·m1 + s1·m0)/(s0 + s1): the point that is equally likely in both groups.
    /// `usual` and `clinical` are mean and standard deviation. None where both deviations are 0 or one is below.
    #[must_use]
    pub fn between(usual: (f64, f64), clinical: (f64, f64)) -> Option<f64> {
        let ((m0, s0), (m1, s1)) = (usual, clinical);
        let makes_sense = s0 >= 0.0 && s1 >= 0.0 && s0 + s1 > 0.0;
        makes_sense
            .then(|| (s0 * m1 + s1 * m0) / (s0 + s1))
            .filter(|c| c.is_finite())
    }

    /// Whether a score lies on the side of people who seek help.
    #[must_use]
    pub fn is_beyond(self, score: f64, direction: Direction) -> bool {
        match direction {
            Direction::LowerIsBetter => score >= self.at,
            Direction::HigherIsBetter => score <= self.at,
        }
    }
}

/// What may be said about two scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Easier, by more than measuring varies.
    Better,
    /// Harder, by more than measuring varies.
    Worse,
    /// No more than the measure itself varies by.
    WithinMeasuring,
    /// How exactly this scale measures is not known.
    NotKnown,
}

/// From which side of a cut-off to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Crossed {
    /// To the side that is usual among people in general.
    ToUsual,
    /// To the side that is usual among people who seek help.
    FromUsual,
}

/// Two scores of one scale, one after the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The earlier score.
    pub from: f64,
    /// The later score.
    pub to: f64,
    /// `to` − `from`, in points of the scale.
    pub difference: f64,
    /// The difference from which on a change counts, if it is known.
    pub needed: Option<Needed>,
    /// What may be said.
    pub verdict: Verdict,
    /// Whether the two lie on different sides of the cut-off; none too where there is no cut-off. Worth saying only
    /// together with a verdict other than [`Verdict::WithinMeasuring`].
    pub crossed: Option<Crossed>,
}

impl Change {
    /// Compares two scores. Both have to come from the same scale of the same questionnaire; see
    /// [`crate::handover`].
    #[must_use]
    pub fn of(
        from: f64,
        to: f64,
        direction: Direction,
        needed: Option<Needed>,
        cut_off: Option<CutOff>,
    ) -> Self {
        let difference = to - from;
        let verdict = match needed {
            Some(needed) if needed.points().is_finite() && difference.is_finite() => {
                if !needed.is_reached_by(difference) || difference == 0.0 {
                    Verdict::WithinMeasuring
                } else if direction.gain(difference) > 0.0 {
                    Verdict::Better
                } else {
                    Verdict::Worse
                }
            }
            _ => Verdict::NotKnown,
        };
        let crossed = cut_off.and_then(|line| {
            match (
                line.is_beyond(from, direction),
                line.is_beyond(to, direction),
            ) {
                (true, false) => Some(Crossed::ToUsual),
                (false, true) => Some(Crossed::FromUsual),
                _ => None,
            }
        });
        Self {
            from,
            to,
            difference,
            needed,
            verdict,
            crossed,
        }
    }
}

/// The error band around one score, cut at the ends of the scale: lowest and highest that it could as well have
/// been.
#[must_use]
pub fn could_be(score: f64, needed: Needed, least: f64, most: f64) -> Option<(f64, f64)> {
    let half = needed.band();
    (half.is_finite() && score.is_finite() && least <= most)
        .then(|| ((score - half).max(least), (score + half).min(most)))
}

// SPDX-License-Identifier: Apache-2.0
use super::Point;
use kindhold_care::{Ending, Flow, Function, Helped, Kindness, Practice, PracticeId, Skill};
use serde::{Deserialize, Serialize};

/// The hours of the night, on the person's wall clock: from 22 o'clock to before 6.
const NIGHT: [u8; 8] = [22, 23, 0, 1, 2, 3, 4, 5];

/// Which practices count as treated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// Those that ask for so much kindness.
    Kindness(Vec<Kindness>),
    /// Those that train one of these above all.
    Skill(Vec<Skill>),
    /// Those that go in one of these directions.
    Flow(Vec<Flow>),
    /// These, by their ids.
    Practices(Vec<PracticeId>),
}

impl Treatment {
    /// Whether this one counts as treated.
    #[must_use]
    pub fn treats(&self, practice: &Practice) -> bool {
        match self {
            Self::Kindness(these) => these.contains(&practice.kindness),
            Self::Skill(these) => practice.skills.first().is_some_and(|s| these.contains(s)),
            Self::Flow(these) => these.contains(&practice.flow),
            Self::Practices(these) => these.contains(&practice.id),
        }
    }

    /// Whether it names something twice.
    pub(super) fn repeats(&self) -> bool {
        fn twice<T: PartialEq>(these: &[T]) -> bool {
            (1..these.len()).any(|n| these[..n].contains(&these[n]))
        }
        match self {
            Self::Kindness(these) => twice(these),
            Self::Skill(these) => twice(these),
            Self::Flow(these) => twice(these),
            Self::Practices(these) => twice(these),
        }
    }

    pub(super) const fn count(&self) -> usize {
        match self {
            Self::Kindness(these) => these.len(),
            Self::Skill(these) => these.len(),
            Self::Flow(these) => these.len(),
            Self::Practices(these) => these.len(),
        }
    }
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// How strong the urge was at the end less how strong it was at first, in steps of 0 to 10; below 0 it fell.
    Change,
    /// What was said of the first thing that was taken from what had been offered: 1 "a lot", 0.5 "a bit", 0
    /// "nothing", -1 "worse". Only where something was taken, which what was offered may change.
    Helped,
    /// Whether that was at least "a bit", as 1 or 0.
    HelpedABit,
}

impl Outcome {
    /// Its unit, for people.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Change => "steps of 0 to 10; below 0, the urge fell more",
            Self::Helped => "from -1 (worse) to 1 (a lot)",
            Self::HelpedABit => "share that said at least \"a bit\"",
        }
    }

    /// The outcome; `None` when not enough was said.
    #[must_use]
    pub fn of(self, point: &Point) -> Option<f64> {
        let said = || {
            let offered = point.draws.first()?;
            let taken = point.tries.iter().find(|t| {
                let taken = t.practice.as_ref();
                taken.is_some_and(|taken| offered.offers(taken))
            })?;
            match (taken.ending, taken.helped) {
                (Some(Ending::Worse), _) | (_, Some(Helped::Worse)) => Some(-1.0),
                (_, Some(Helped::No)) => Some(0.0),
                (_, Some(Helped::Bit)) => Some(0.5),
                (_, Some(Helped::Lot)) => Some(1.0),
                (_, None) => None,
            }
        };
        match self {
            Self::Change => Some(f64::from(point.after?) - f64::from(point.strength?)),
            Self::Helped => said(),
            Self::HelpedABit => said().map(|said: f64| f64::from(u8::from(said > 0.0))),
        }
    }
}

/// Something that was known before anything was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Covariate {
    /// How strong the urge was at first, 0 to 10.
    Strength,
    /// Whether self-injury would have done this, as 1 or 0.
    Function(Function),
    /// Whether it was night (22 to 6 o'clock), as 1 or 0.
    Night,
    /// The number of the moment among the person's own, from 1.
    Number,
}

impl Covariate {
    /// Its value; `None` when it was not said or is withheld.
    #[must_use]
    pub fn of(self, point: &Point) -> Option<f64> {
        Some(match self {
            Self::Strength => f64::from(point.strength?),
            Self::Function(function) => f64::from(u8::from(point.functions.contains(&function))),
            Self::Night => f64::from(u8::from(NIGHT.contains(&point.hour?))),
            Self::Number => f64::from(point.number),
        })
    }

    /// Its name in a plan: `strength`, `function:punish-self`, `night`, `number`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Strength => "strength".to_owned(),
            Self::Function(function) => format!("function:{}", function.key()),
            Self::Night => "night".to_owned(),
            Self::Number => "number".to_owned(),
        }
    }
}

impl TryFrom<String> for Covariate {
    type Error = &'static str;
    fn try_from(name: String) -> Result<Self, Self::Error> {
        match name.as_str() {
            "strength" => Ok(Self::Strength),
            "night" => Ok(Self::Night),
            "number" => Ok(Self::Number),
            other => {
                let key = other.strip_prefix("function:");
                let function = Function::ALL.into_iter().find(|f| Some(f.key()) == key);
                function
                    .filter(|f| *f != Function::HoldOff)
                    .map(Self::Function)
                    .ok_or("one of `strength`, `night`, `number`, `function:` with the name of a function (never `hold-off`: nothing is drawn then)")
            }
        }
    }
}

impl From<Covariate> for String {
    fn from(covariate: Covariate) -> Self {
        covariate.name()
    }
}

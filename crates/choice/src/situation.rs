// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Function, Moment, Strength};

/// What is known when the three are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Situation {
    /// What self-injury would do now; empty when skipped or not sure.
    pub functions: Vec<Function>,
    /// How strong it is, if said.
    pub strength: Option<Strength>,
}

impl Situation {
    /// Numb or far away: no closed eyes, no pictures in the mind.
    #[must_use]
    pub fn is_numb(&self) -> bool {
        self.functions.contains(&Function::FeelSomething)
    }

    /// Too strong for anything that needs thinking: 8 and above.
    #[must_use]
    pub fn is_strongest(&self) -> bool {
        self.strength.is_some_and(|s| s.get() >= 8)
    }

    /// Self-injury holds off something worse: the plan and people come first, nothing is varied.
    #[must_use]
    pub fn is_holding_off(&self) -> bool {
        self.functions.contains(&Function::HoldOff)
    }
}

impl From<&Moment> for Situation {
    fn from(moment: &Moment) -> Self {
        Self {
            functions: moment.functions.clone(),
            strength: moment.strength,
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Ending, Function, Helped, PracticeId};

/// A moment at which something was offered, as far as a study looks at it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Point {
    /// Its number among the person's own moments, in the order of time, from 1.
    pub number: u32,
    /// The day, as the research file tells it.
    pub day: i64,
    /// The hour on the wall clock; `None` when it is withheld.
    pub hour: Option<u8>,
    /// How strong the urge was at first, if said.
    pub strength: Option<u8>,
    /// How strong it was at the end, if said.
    pub after: Option<u8>,
    /// What self-injury would have done.
    pub functions: Vec<Function>,
    /// Choices in which chance had a part, in order.
    pub draws: Vec<Drawn>,
    /// What was tried, in order.
    pub tries: Vec<Tried>,
}

/// One choice in which chance had a part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// Which rule drew; empty when it is not known.
    pub rule: String,
    /// It was drawn evenly for this study.
    pub for_study: bool,
    /// What could have been offered, in the order from which it was drawn.
    pub among: Vec<Among>,
}

/// One that could have been offered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Among {
    /// Which one; `None` when it is withheld.
    pub practice: Option<PracticeId>,
    /// Its chance of being among the offers.
    pub chance: f64,
    /// It was among the offers.
    pub offered: bool,
}

/// One go at a practice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tried {
    /// Which one; `None` when it is withheld.
    pub practice: Option<PracticeId>,
    /// How it ended, if known.
    pub ending: Option<Ending>,
    /// What was said of it. Not said is not "no".
    pub helped: Option<Helped>,
}

impl Drawn {
    /// Whether this one was among the offers.
    #[must_use]
    pub fn offers(&self, practice: &PracticeId) -> bool {
        let mut offered = self.among.iter().filter(|a| a.offered);
        offered.any(|a| a.practice.as_ref() == Some(practice))
    }
}

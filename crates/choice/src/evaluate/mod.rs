// SPDX-License-Identifier: Apache-2.0
//! What another way of choosing would have been worth, from a log of choices in which chance had a part.
//!
//! Each decision is weighed by how much likelier the other way would have made it ([`Weights`]). Four estimates, from
//! the one that assumes least to the one that is most exact when its model is good: inverse propensity scores (IPS;
//! Horvitz and Thompson 1952), the same divided by the sum of the weights (SNIPS; Swaminathan and Joachims 2015), and
//! both with a model of the reward (DR; Dudík, Langford and Li 2011). Standard errors take each person as one piece:
//! decisions of one person are alike. A log can say nothing of what was never offered in it.

mod estimate;
mod log;
pub(crate) mod matrix;
mod reward;
pub(crate) mod student;
mod weigh;

pub use estimate::Estimate;
pub use log::{
    EvaluateError, Log, Logged, MOST_ARMS, MOST_CHANCES, MOST_FEATURES, MOST_ROWS, Target,
};
pub use weigh::{Evaluation, Weights, evaluate};

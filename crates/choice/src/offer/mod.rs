// SPDX-License-Identifier: Apache-2.0
//! The learning choice of three practices at an urge. People, the plan and crisis lines are no practices; nothing
//! here can withhold or vary them.

mod ladder;
mod learner;
mod lesson;
mod short;
mod traits;

pub use ladder::rung;
pub use learner::{Decision, EVEN_RULE, Learner, RULE, Study};
pub use lesson::{Lesson, lessons};

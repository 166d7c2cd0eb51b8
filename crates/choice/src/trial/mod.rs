// SPDX-License-Identifier: Apache-2.0
//! A micro-randomised study: some of what is offered is drawn evenly, and the effect of offering something is told with
//! its interval. The study's [`Plan`] is a file that is fixed before it begins; `docs/trials.md` describes it.
//!
//! The effect is estimated by weighted and centred least squares (Boruvka and others 2018, J. American Statistical
//! Association 113:1112-1121), its variance by a sandwich over people with the correction of Mancl and DeRouen
//! (2001, Biometrics 57:126-134).

mod chance;
mod effect;
mod measure;
mod plan;
mod point;
mod rows;

pub use chance::chance_of_any;
pub use effect::{Effect, Fit, FitError, Row, wcls};
pub use measure::{Covariate, Outcome, Treatment};
pub use plan::{LEAST_PEOPLE, Plan, PlanError};
pub use point::{Among, Drawn, Point, Tried};
pub use rows::{Decided, Effects, LeftOut, Person, Rows, TrialError, effects, rows};

// SPDX-License-Identifier: Apache-2.0
//! Learning from few data: a mixture of Bayesian linear models, Thompson sampling, and slates whose chances are
//! known exactly. It knows neither practices nor people: [`crate::offer`] is the instance that the app runs,
//! [`crate::person`] the one that simulators drive from outside.

mod belief;
mod mixture;
mod rng;
mod slate;

#[cfg(feature = "evaluate")]
pub(crate) use belief::dot;
pub use belief::{Belief, Expected, Prior, Seen};
pub use mixture::{Component, Mixture, Outlook};
pub use rng::Rng;
pub use slate::{Clip, chances, draw};
